"""Black is black in every frame of a redacted copy, and nothing else of the film is in it."""

from __future__ import annotations

import gc
import io
import zlib
from array import array
from contextlib import closing
from fractions import Fraction
from pathlib import Path

import av
import pytest
from av.audio.frame import AudioFrame
from av.video.frame import VideoFrame
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console.decode import film_copy, jail, limits, moving, reel, sounds, wire
from console.decode.copy_wire import COPY, PIECE, REEL, Order, Piece, Reel, read_frame_head, read_reel
from console.decode.jail import Command
from console.decode.media_facts import MediaFacts
from console.decode.pipe import Pipe, Stopped
from console.decode.pool import Decoder
from console.decode.redacting import Cover, Redacted, bits_a_second, is_on, is_shape_of, scaled
from console.decode.refusal import Refusal, RefusalCode
from console.decode.sort import Sort
from console.decode.wire import Op, Status, WireError
from console.domain.box import Box, paint
from console.domain.file_kind import HEAD_BYTES, Family, FileKind, recognise
from console.domain.silence import Silence
from tests.decode.decoys import HELLO, decoy
from tests.decode.films import song

BLACK, EDGE_PX = 20, 2
"""Brightest a covered pixel may be of 255, and how far from a box's edge the codec may still ring."""


def busy(at_ms: tuple[int, ...], size: tuple[int, int] = (128, 96), turned: int = 0, loud: bool = False) -> bytes:
    """A bright film full of edges that wander, its frames at these moments; it names a place and a person."""
    out = io.BytesIO()
    with av.open(out, "w", format="mov", container_options={"movflags": "use_metadata_tags"}) as container:
        container.metadata.update({"location": "-7.2575+112.7521/", "artist": "Saksi Rekaan"})
        pictures = container.add_stream("mpeg4", rate=25)
        pictures.width, pictures.height, pictures.pix_fmt = *size, "yuv420p"
        pictures.codec_context.bit_rate, pictures.codec_context.gop_size = 4_000_000, 12
        pictures.codec_context.thread_count, pictures.codec_context.time_base = 1, Fraction(1, 1000)
        if turned:
            pictures.set_display_rotation(turned)
        sound = container.add_stream("pcm_s16le", rate=48_000, layout="mono") if loud else None
        for number, at in enumerate(at_ms):
            frame = VideoFrame(*size, "yuv420p")
            row = bytes(255 if (x + number * 5) // 8 % 2 else 140 for x in range(frame.planes[0].line_size))
            frame.planes[0].update(row * size[1])
            for plane, value in zip(frame.planes[1:], (90, 170), strict=True):
                plane.update(bytes([value]) * plane.buffer_size)
            frame.pts, frame.time_base = at, Fraction(1, 1000)
            container.mux(pictures.encode(frame))
        container.mux(pictures.encode(None))
        if sound is not None:
            wave = array("h", (16_384 if at // 20 % 2 else -16_384 for at in range(48 * (at_ms[-1] + 40))))
            container.mux(sound.encode(samples_of(wave)))
    return out.getvalue()


def samples_of(wave: array[int]) -> AudioFrame:
    frame = AudioFrame(format="s16", layout="mono", samples=len(wave))
    frame.planes[0].update(wave.tobytes().ljust(frame.planes[0].buffer_size, b"\0"))
    frame.sample_rate, frame.pts, frame.time_base = 48_000, 0, Fraction(1, 48_000)
    return frame


def brightest(rgb: bytes, width_px: int, box: Box, inset: int = EDGE_PX) -> int:
    rows = range(box.top + inset, box.bottom - inset)
    return max(max(rgb[(y * width_px + box.left + inset) * 3 : (y * width_px + box.right - inset) * 3]) for y in rows)


def check_covered(body: bytes, boxes: tuple[Box, ...], seen: int | None = None) -> None:
    """Decode the copy by the viewer's own way; where a box is on show it is black, elsewhere there is a picture."""
    frames = []
    for from_ms in range(0, 20_000, 2000):
        clip = moving.clip(io.BytesIO(body), from_ms / 1000, 2.0, 640)
        frames += [frame for frame in clip.frames if frame.at_s >= from_ms / 1000]
        if clip.ended:
            break
    assert seen is None or len(frames) == seen
    ends = [round(frame.at_s * 1000) for frame in frames[1:]] + [10**9]
    for frame, until_ms in zip(frames, ends, strict=True):
        for box in boxes:
            light = brightest(frame.rgb, clip.width_px, box)
            if is_on(box, round(frame.at_s * 1000), until_ms):
                assert light <= BLACK, (frame.at_s, light)
            else:
                assert light >= 120, (frame.at_s, light)


@pytest.mark.parametrize("turned", [90, 180])
def test_a_box_is_black_from_its_first_to_its_last_frame_however_the_film_is_turned(decoder: Decoder, turned: int):
    data = busy(tuple(range(0, 1600, 40)), turned=turned)
    facts = decoder.facts(data)
    assert isinstance(facts, MediaFacts)
    assert (facts.width_px, facts.height_px) == ((96, 128) if turned == 90 else (128, 96))
    boxes = (Box(left=20, top=25, right=57, bottom=70, from_ms=410, until_ms=1010),)
    told: list[float] = []

    def go_on(part: float) -> bool:
        told.append(part)
        return True

    made = decoder.redacted(data, boxes, (), go_on)
    assert isinstance(made, Redacted), made
    check_covered(made.body, boxes, 40)
    assert told == sorted(told)
    assert told[-1] > 0.9
    again = decoder.facts(made.body)
    assert isinstance(again, MediaFacts)
    assert (again.width_px, again.height_px, again.has_sound) == (facts.width_px, facts.height_px, False)
    assert again.place is None
    assert not any(word in made.body for word in (b"Saksi", b"7.2575", b"112.7521"))


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.integers(17, 400), min_size=2, max_size=10),  # the viewer leaves out what is closer
    st.lists(st.tuples(st.integers(0, 80), st.integers(0, 60), st.integers(0, 2500), st.integers(1, 2000)),
             min_size=1, max_size=2),
)  # fmt: skip
def test_frames_of_any_length_are_covered_as_long_as_they_are_on_show(
    gaps: list[int], drawn: list[tuple[int, int, int, int]]
):
    """Without the jail: the same two halves, hand in hand."""
    at_ms = tuple(sum(gaps[:number]) for number in range(len(gaps)))
    boxes = tuple(
        Box(left=x, top=y, right=x + 40, bottom=y + 30, from_ms=begin, until_ms=begin + length)
        for x, y, begin, length in drawn
    )
    body = redacted_here(busy(at_ms), boxes)
    for box in boxes:
        others = [each for each in boxes if each is not box]
        if not any(other.left < box.right and box.left < other.right for other in others):
            check_covered(body, (box,))


def redacted_here(data: bytes, boxes: tuple[Box, ...]) -> bytes:
    """What Redacting does, without processes."""
    answer = reel.unroll(io.BytesIO(data))
    told = read_reel(answer.header)
    covering = scaled(Cover(told.width_px, told.height_px, boxes), told)
    pieces = list(answer.parts)
    heads = [read_frame_head(bytes(head), -1) for head in pieces[:-1:2]]
    moments = [round(int(head) / 1000) for head in heads]
    out = bytearray()
    before: tuple[Box, ...] = ()
    for at_ms, until_ms, pixels in zip(moments, [*moments[1:], 10**9], pieces[1::2], strict=True):
        picture = bytearray(pixels)
        covered = tuple(box for box in covering if is_on(box, at_ms, until_ms))
        paint(picture, told.width_px, told.height_px, covered, b"\0\0\0")
        out += PIECE.pack(Piece.FRAME if covered == before else Piece.KEY_FRAME, 0, 0, at_ms * 1000) + picture
        before = covered
    out += PIECE.pack(Piece.END, 0, 0, 0)
    source = io.BytesIO(out)
    order = Order(told.width_px, told.height_px, 25, 1_000_000, False)
    made = film_copy.make(lambda size: bytearray(source.read(size)), order)
    return b"".join(bytes(part) for part in made.parts)


def test_a_film_is_never_held_as_a_whole():
    held = []
    for number, _ in enumerate(reel.unroll(io.BytesIO(busy(tuple(range(0, 1200, 20))))).parts):
        if number in (60, 110):
            held.append(sum(isinstance(each, VideoFrame) for each in gc.get_objects()))
    assert len(held) == 2
    assert max(held) < 16


def test_what_was_said_in_a_silence_is_gone_and_the_rest_is_heard(decoder: Decoder):
    data = busy(tuple(range(0, 1000, 40)), loud=True)
    made = decoder.redacted(data, (), (Silence(from_ms=300, until_ms=600),), lambda _: True)
    assert isinstance(made, Redacted), made
    check_sound(made.body, 300, 600)


def test_a_sound_is_silenced_into_an_ogg(decoder: Decoder):
    made = decoder.redacted(song(1.5), (), (Silence(from_ms=500, until_ms=1000),), lambda _: True)
    assert isinstance(made, Redacted), made
    assert made.kind.kind == "ogg"
    check_sound(made.body, 500, 1000)
    facts = decoder.facts(made.body)
    assert isinstance(facts, MediaFacts)
    assert facts.duration_s == pytest.approx(1.5, abs=0.03)


def check_sound(body: bytes, from_ms: int, until_ms: int, edge_ms: int = 20) -> None:
    samples = array("h", sounds.cut(io.BytesIO(body), 0, until_ms / 1000 + 0.2).samples)
    quiet = samples[(from_ms + edge_ms) * 96 : (until_ms - edge_ms) * 96]
    assert len(quiet) == (until_ms - from_ms - 2 * edge_ms) * 96
    assert max(map(abs, quiet)) <= 60  # the codec's echo of what is heard around it, 55 dB below
    assert max(map(abs, samples[(until_ms + 40) * 96 :])) > 300
    assert max(map(abs, samples[: (from_ms - 40) * 96])) > 100


def test_it_is_stopped_at_once_and_the_next_one_is_made(decoder: Decoder):
    data = busy(tuple(range(0, 800, 40)))
    box = Box(left=0, top=0, right=9, bottom=9)
    assert decoder.redacted(data, (box,), (), lambda part: part < 0.3) == Refusal(RefusalCode.STOPPED)
    assert isinstance(decoder.redacted(data, (box,), (), lambda _: True), Redacted)
    assert decoder.busy() == 0


def hostile(real_data: Path) -> list[Path]:
    """Two films and two sounds of those made to break decoders, where there are any."""
    found: dict[str, list[Path]] = {}
    for file in sorted((real_data / "media" / "hostile").iterdir()):
        kind = recognise(file.read_bytes()[:HEAD_BYTES])
        if isinstance(kind, FileKind) and kind.family in (Family.VIDEO, Family.AUDIO):
            found.setdefault(kind.family, []).append(file)
    return [file for files in found.values() for file in files[:2]]


def test_hostile_and_wrong_files_end_in_a_named_refusal(decoder: Decoder, real_data: Path):
    def ended(data: bytes) -> RefusalCode | None:
        made = decoder.redacted(data, (Box(left=0, top=0, right=9, bottom=9),), (), lambda _: True)
        return made.code if isinstance(made, Refusal) else None

    assert ended(b"") is RefusalCode.EMPTY
    assert ended(busy((0, 40, 80))[:700]) is RefusalCode.BROKEN
    named = {file.name: ended(file.read_bytes()) for file in hostile(real_data)}
    assert set(named.values()) <= {None, *RefusalCode} - {RefusalCode.WORKER_MISBEHAVED, RefusalCode.CLOSED}, named
    assert decoder.report() is None


def decoys_answer(reel_code: str = "", copy_code: str = "") -> Redacted | Refusal:
    """A film given to a decoder with a decoy in the place of one of the two workers, or of both."""

    def command(sort: Sort) -> Command:
        code = {Sort.REEL: reel_code, Sort.COPY: copy_code}.get(sort)
        return decoy(HELLO + code) if code else jail.worker_command(sort)

    with closing(Decoder(warm=1, command=command)) as decoder:
        return decoder.redacted(busy((0, 40, 80)), (Box(left=0, top=0, right=9, bottom=9),), (), lambda _: True)


REEL_HEAD = wire.pack_head(Status.DONE, Op.REEL) + REEL.pack(128, 96, 25.0, 1.0)
FRAME = PIECE.pack(Piece.FRAME, 0, 0, 1000) + bytes(128 * 96 * 3)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (REEL_HEAD + FRAME + FRAME, RefusalCode.WORKER_MISBEHAVED),  # a clock that stands still
        (REEL_HEAD + FRAME, RefusalCode.WORKER_DIED),
        (REEL_HEAD + PIECE.pack(Piece.END, Status.BROKEN, 0, 0), RefusalCode.BROKEN),
        (wire.pack_head(Status.DONE, Op.REEL) + REEL.pack(96, 128, 25.0, 1.0), RefusalCode.WORKER_MISBEHAVED),
    ],
)
def test_a_hostile_film_that_takes_its_worker_over_gets_a_named_refusal(said: bytes, code: RefusalCode):
    made = decoys_answer(reel_code=f"import zlib; os.write(1, zlib.decompress({zlib.compress(said)!r}))")
    assert isinstance(made, Refusal)
    assert made.code is code


def test_what_is_no_film_is_no_copy():
    lie = wire.pack_head(Status.DONE, Op.COPY) + COPY.pack(4, 0) + b"MZ\x90\x00"
    drain = "import select\nwhile select.select([0], [], [], 1)[0] and os.read(0, 1 << 20): pass\n"
    made = decoys_answer(copy_code=f"{drain}os.write(1, {lie!r})")
    assert made == Refusal(RefusalCode.WORKER_MISBEHAVED, "kind")


def test_what_stands_still_is_given_up_and_what_nobody_wants_is_stopped(jail_holds: None):
    worker = jail.start(decoy("import time; time.sleep(60)"))
    try:
        with pytest.raises(TimeoutError):
            Pipe(worker, 0.1, lambda: True).receive(1)
        with pytest.raises(TimeoutError):
            Pipe(worker, 0.1, lambda: True).send(bytes(1 << 20))
        with pytest.raises(Stopped):
            Pipe(worker, 60, lambda: False).receive(1)
    finally:
        worker.kill()
        worker.reap()


@pytest.mark.parametrize(
    "header",
    [
        REEL.pack(0, 10, 25.0, 1.0), REEL.pack(10, limits.COPY_EDGE_MAX_PX + 1, 25.0, 1.0),
        REEL.pack(10, 10, float("nan"), 1.0), REEL.pack(10, 10, 25.0, -1.0), REEL.pack(10, 10, 9e9, 1.0),
    ],
)  # fmt: skip
def test_a_reel_out_of_bounds_is_not_believed(header: bytes):
    with pytest.raises(WireError):
        read_reel(header)


@pytest.mark.parametrize(
    "head",
    [
        PIECE.pack(Piece.FRAME, 0, 0, 100), PIECE.pack(Piece.KEY_FRAME, 0, 0, 200), PIECE.pack(Piece.SOUND, 0, 1, 200),
        PIECE.pack(Piece.END, 99, 0, 0), PIECE.pack(Piece.FRAME, 1, 0, 200), PIECE.pack(9, 0, 0, 200),
        PIECE.pack(Piece.FRAME, 0, 0, 2**62),
    ],
)  # fmt: skip
def test_a_piece_that_cannot_be_ends_the_copy(head: bytes):
    with pytest.raises(WireError):
        read_frame_head(head, 100)


def test_boxes_grow_outwards_onto_even_pixels_and_only_fit_their_own_film():
    film_reel = Reel(1920, 1080, 30.0, 10.0)
    cover = Cover(3840, 2160, (Box(left=11, top=11, right=21, bottom=21),))
    assert scaled(cover, film_reel) == (Box(left=4, top=4, right=12, bottom=12),)
    assert is_shape_of(Reel(3840, 2160, 30.0, 1.0), cover)
    assert not is_shape_of(film_reel, cover)
    assert is_shape_of(Reel(3840, 2160, 30.0, 1.0), Cover(7680, 4320))


def test_a_long_film_gets_fewer_bits_until_nobody_could_use_it():
    full_hd = Reel(1920, 1080, 30.0, 60.0)
    assert bits_a_second(full_hd, 30) > 2 * bits_a_second(full_hd, 300)
    assert bits_a_second(full_hd, 300) * 300 / 8 < limits.COPY_MAX_BYTES
    with pytest.raises(Exception, match="copy_too_large"):
        bits_a_second(full_hd, 7200)
