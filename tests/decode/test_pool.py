"""A decoder survives its workers: hung, crashed, lying or gone, each gets a name."""

from __future__ import annotations

import io
from contextlib import closing

import pytest
from PIL import Image

from console.decode import wire
from console.decode.answers_still import PICTURE
from console.decode.claims import BLOCK
from console.decode.jail import Command, JailUnavailable
from console.decode.picture import Picture
from console.decode.pool import Decoder
from console.decode.refusal import Refusal, RefusalCode
from console.decode.sort import Sort
from tests.decode.decoys import HELLO, decoy

pytestmark = pytest.mark.usefixtures("jail_holds")


def photo_bytes(width: int = 64, height: int = 48) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), (10, 200, 30)).save(out, "JPEG")
    return out.getvalue()


def answer_of(code: str, wall_s: float = 10.0) -> Picture | Refusal:
    with closing(Decoder(warm=1, wall_s=wall_s, command=lambda _: decoy(HELLO + code))) as decoder:
        return decoder.photo(photo_bytes(), 100)


HEADER = (
    "import struct\n"
    "def header(width, height, size):\n"
    f"    head = struct.pack({wire.HEAD.format!r}, {wire.ANSWER_MAGIC!r}, 0, {wire.Op.PHOTO:d})\n"
    f"    picture = struct.pack({PICTURE.format!r}, width, height, width, height, size)\n"
    f"    return head + picture + bytes({BLOCK.size})\n"
)


def test_a_worker_that_hangs_is_given_up():
    assert answer_of("while True: time.sleep(60)", wall_s=0.5) == Refusal(RefusalCode.TIMED_OUT)


def test_a_worker_that_dribbles_is_given_up():
    dribble = "os.write(1, header(50, 50, 10000))\nwhile True: os.write(1, b'x'); time.sleep(0.01)"
    assert answer_of(HEADER + dribble, wall_s=0.5) == Refusal(RefusalCode.TIMED_OUT)


def test_a_worker_that_crashes_is_a_named_refusal():
    assert answer_of("import ctypes; ctypes.string_at(0)") == Refusal(RefusalCode.WORKER_DIED)


def test_a_worker_that_ends_in_the_middle_is_a_named_refusal():
    assert answer_of(HEADER + "os.write(1, header(50, 50, 10000) + b'half')") == Refusal(RefusalCode.WORKER_DIED)


def test_a_worker_that_eats_all_memory_dies_alone():
    assert answer_of("eaten = [bytearray(64 << 20) for _ in range(48)]") == Refusal(RefusalCode.WORKER_DIED)


@pytest.mark.parametrize(
    "code",
    [
        "while True: os.write(1, b'flood' * 10000)",
        "os.write(1, header(101, 1, 404))",
        "os.write(1, header(50, 50, 1 << 60))",
    ],
)
def test_a_worker_that_floods_or_lies_is_not_believed(code: str):
    answer = answer_of(HEADER + code)
    assert isinstance(answer, Refusal)
    assert answer.code is RefusalCode.WORKER_MISBEHAVED


def test_what_a_worker_says_beyond_its_picture_is_never_read():
    flood = "os.write(1, header(50, 50, 10000) + b'x' * 10000)\nwhile True: os.write(1, b'more' * 10000)"
    answer = answer_of(HEADER + flood)
    assert isinstance(answer, Picture)
    assert answer.rgba == b"x" * 10_000


def test_a_worker_whose_walls_do_not_hold_is_never_given_a_file():
    leaky = "import os\nos.write(1, b'SGH1' + bytes([4, 0, 0, 0]))\nos.read(0, 100)"
    with closing(Decoder(warm=1, command=lambda _: decoy(leaky))) as decoder:
        answer = decoder.photo(photo_bytes(), 100)
        report = decoder.report()
    assert answer == Refusal(RefusalCode.PREVIEW_OFF, "jail_worker_failed")
    assert report is not None
    assert not report.holds


def test_without_a_jail_nothing_is_decoded():
    def no_jail(sort: Sort) -> Command:
        raise JailUnavailable("jail_bwrap_missing", "bubblewrap (bwrap) is not installed.", "Install it.")

    with closing(Decoder(command=no_jail)) as decoder:
        assert decoder.photo(photo_bytes(), 100) == Refusal(RefusalCode.PREVIEW_OFF, "jail_bwrap_missing")


def test_a_decoder_that_was_off_says_so_for_files_of_any_photo_kind_only(decoder: Decoder):
    assert decoder.photo(b"", 100) == Refusal(RefusalCode.EMPTY)
    assert decoder.photo(b"%PDF-1.7", 100) == Refusal(RefusalCode.NOT_PREVIEWABLE, "pdf")
    assert decoder.photo(b"\xff\xd8\xff" + bytes(64 * 1024 * 1024), 100) == Refusal(RefusalCode.TOO_LARGE)
    with pytest.raises(ValueError, match="max_edge_px"):
        decoder.photo(photo_bytes(), 0)
