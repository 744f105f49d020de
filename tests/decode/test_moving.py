"""Films are cut exactly, stand upright, keep within their bounds; without the jail."""

from __future__ import annotations

import io
import os
from itertools import pairwise
from pathlib import Path

import pytest

from console.decode import limits, moving, sounds
from console.decode.film import frames_from
from console.decode.media_file import MediaFile
from console.decode.wire import Refused, Status
from tests.decode.films import film, number_of


def numbers(data: bytes, from_s: float, seconds: float, max_edge_px: int = 96) -> list[int]:
    return [number_of(frame.rgb) for frame in moving.clip(io.BytesIO(data), from_s, seconds, max_edge_px).frames]


@pytest.fixture(scope="module")
def ticking() -> bytes:
    """Two seconds of 25 frames, key frames every twelve, B-frames between, sound that counts milliseconds."""
    return film(50, box="mov", sound="pcm_s16le")


def test_spans_one_after_the_other_hold_every_frame_once(ticking: bytes):
    seen: list[int] = []
    for from_ms in range(0, 2000, 360):
        held = moving.clip(io.BytesIO(ticking), from_ms / 1000, 0.36, 96).frames
        seen += [number_of(frame.rgb) for frame in held if frame.at_s >= from_ms / 1000]
    assert seen == list(range(50))


@pytest.mark.parametrize(
    ("at_s", "number"), [(0.0, 0), (0.039, 0), (0.04, 1), (0.5, 12), (1.23, 30), (1.99, 49), (7.0, 49)]
)
def test_one_moment_shows_the_frame_on_show_then(ticking: bytes, at_s: float, number: int):
    assert numbers(ticking, at_s, 0) == [number]


def test_a_span_between_two_frames_begins_with_the_one_already_on_show(ticking: bytes):
    clip = moving.clip(io.BytesIO(ticking), 0.5, 0.1, 96)
    assert [(number_of(frame.rgb), frame.at_s) for frame in clip.frames] == [(12, 0.48), (13, 0.52), (14, 0.56)]
    assert not clip.ended


def test_beyond_the_end_there_is_nothing_and_it_says_so(ticking: bytes):
    clip = moving.clip(io.BytesIO(ticking), 3.0, 1.0, 96)
    assert (clip.frames, clip.sound, clip.ended) == ((), b"", True)
    assert moving.clip(io.BytesIO(ticking), 1.5, 1.0, 96).ended


def test_the_sound_of_a_span_is_exactly_its_own(ticking: bytes):
    sound = memoryview(moving.clip(io.BytesIO(ticking), 0.7, 0.5, 96).sound).cast("h")
    assert len(sound) == 2 * 24_000
    assert (sound[0], sound[1], sound[-1]) == (700, 700, 1199)
    assert list(sound[::2]) == [at // 48 for at in range(700 * 48, 1200 * 48)]


def test_sound_is_filled_with_silence_to_the_length_of_its_span(ticking: bytes):
    sound = moving.clip(io.BytesIO(ticking), 1.9, 0.5, 96).sound
    assert len(sound) == 24_000 * limits.SAMPLE_BYTES
    assert not any(sound[-19_000 * limits.SAMPLE_BYTES :])
    assert moving.clip(io.BytesIO(film(5)), 0, 0.2, 96).sound == b""


@pytest.mark.parametrize(
    ("turned", "size", "dark"),
    [(0, (48, 32), "left"), (90, (32, 48), "bottom"), (-90, (32, 48), "top"), (180, (48, 32), "right")],
)
def test_a_turned_film_stands_upright(turned: int, size: tuple[int, int], dark: str):
    clip = moving.clip(io.BytesIO(film(3, turned=turned, split=True)), 0, 0, 48)
    width, height = size
    assert (clip.width_px, clip.height_px) == size
    rgb = clip.frames[0].rgb
    middle_x, middle_y = width // 2, height // 2
    edges = {"left": (4, middle_y), "right": (-5, middle_y), "top": (middle_x, 4), "bottom": (middle_x, -5)}
    lightness = {side: rgb[(y % height * width + x % width) * 3] for side, (x, y) in edges.items()}
    assert min(lightness, key=lambda side: lightness[side]) == dark
    assert len(rgb) == width * height * 3


@pytest.mark.parametrize(
    ("codec", "box", "sound"),
    [("libx264", "mp4", "aac"), ("libx265", "mp4", "alac"), ("mpeg4", "3gp", ""), ("mjpeg", "mov", "pcm_s16le"),
     ("libvpx", "webm", "libopus"), ("libvpx-vp9", "webm", "libopus"), ("libx264", "matroska", "flac"),
     ("libsvtav1", "mp4", "libmp3lame")],
)  # fmt: skip
def test_what_phones_record_and_send_opens(codec: str, box: str, sound: str):
    data = film(12, codec=codec, box=box, sound=sound)
    clip = moving.clip(io.BytesIO(data), 0.2, 0.2, 96)
    assert [number_of(frame.rgb) for frame in clip.frames] == [5, 6, 7, 8, 9]
    assert len(clip.sound) == (9_600 * limits.SAMPLE_BYTES if sound else 0)


def test_a_span_of_more_frames_than_allowed_keeps_evenly_chosen_ones(monkeypatch: pytest.MonkeyPatch):
    slow_motion = film(60, rate=240, size=(32, 32))
    assert numbers(slow_motion, 0, 0.25, 32) == list(range(60))
    monkeypatch.setattr(limits, "CLIP_FRAMES_MAX", 16)
    few = numbers(slow_motion, 0, 0.25, 32)
    assert 14 <= len(few) <= 16
    assert {later - earlier for earlier, later in pairwise(few)} <= {3, 4, 5}


def test_stills_are_spread_over_the_film_and_small(ticking: bytes):
    stills = moving.stills(io.BytesIO(ticking), 5, 48)
    assert (stills.width_px, stills.height_px) == (48, 32)
    assert [number_of(frame.rgb) for frame in stills.frames] == pytest.approx([0, 12, 24, 36], abs=1)
    assert [round(frame.at_s, 2) for frame in stills.frames] == [0.0, 0.48, 0.96, 1.44]
    one_key_frame = moving.stills(io.BytesIO(film(50, gop=100)), 5, 48)
    assert [number_of(frame.rgb) for frame in one_key_frame.frames] == pytest.approx([5, 15, 25, 35, 45], abs=1)
    assert len(moving.stills(io.BytesIO(ticking), 1, 48).frames) == 1


def test_half_a_film_is_shown_as_far_as_it_goes():
    matroska = film(50, box="matroska", gop=5)
    seen = numbers(matroska[: len(matroska) * 2 // 3], 0, 2.0)
    assert seen[:20] == list(range(20))
    assert seen == sorted(seen)


def test_damaged_packets_cost_only_themselves():
    data = bytearray(film(50, codec="mjpeg", box="mov"))
    at = data.index(b"mdat") + len(data) // 3
    data[at : at + 300] = bytes(300)
    assert len(numbers(bytes(data), 0, 2.0)) >= 45


@pytest.mark.parametrize(
    "data", [b"", b"\0\0\0\x18ftypisom" + bytes(500), b"OggS" + bytes(300), b"RIFF\x24\0\0\0WAVEfmt " + bytes(60)]
)
def test_what_is_broken_is_refused_by_name(data: bytes):
    for ask in (lambda: moving.clip(io.BytesIO(data), 0, 1, 96), lambda: sounds.peaks(io.BytesIO(data), 10)):
        with pytest.raises(Refused) as refused:
            ask()
        assert refused.value.status in (Status.BROKEN, Status.NOT_FOR_THIS, Status.NO_SOUND, Status.NO_MOVING_PICTURE)


def test_a_film_of_too_many_pixels_is_refused(monkeypatch: pytest.MonkeyPatch, ticking: bytes):
    monkeypatch.setattr(limits, "FILM_MAX_PX", 96 * 64 - 1)
    with pytest.raises(Refused) as refused:
        moving.clip(io.BytesIO(ticking), 0, 1, 96)
    assert refused.value.status in (Status.TOO_MANY_PIXELS, Status.BROKEN)


def test_a_film_may_not_open_another_file(tmp_path: Path):
    """A QuickTime data reference by path (dref 'alis') is FFmpeg's way to other files: switched off and refused."""
    data = film(5, box="mov")
    bait = tmp_path / "bait.mov"
    bait.write_bytes(data)
    play_list = f"#EXTM3U\n#EXTINF:1,\nfile://{bait}\n".encode()
    with pytest.raises(Refused) as refused:
        MediaFile(io.BytesIO(play_list))
    assert refused.value.status is Status.NOT_FOR_THIS
    disguised = data[:8] + b"qt  " + play_list
    with pytest.raises(Refused):
        moving.clip(io.BytesIO(disguised), 0, 1, 96)


def test_decoding_starts_no_thread(ticking: bytes):
    turned = film(5, turned=90, sound="aac")
    before = len(os.listdir("/proc/self/task"))
    with MediaFile(io.BytesIO(ticking)) as media:
        found = frames_from(media, media.need_picture(), 0)
        assert next(found).at_us == 0
        assert len(os.listdir("/proc/self/task")) == before
    assert moving.clip(io.BytesIO(turned), 0, 0.2, 32).sound
    assert len(os.listdir("/proc/self/task")) == before
