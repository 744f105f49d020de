"""Nothing a worker says is believed: an answer out of bounds is no answer."""

from __future__ import annotations

import math
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.decode import claims, wire
from console.decode.answers_still import PAGE, PICTURE, PageReader, PictureReader, pack_page, pack_picture
from console.decode.claims import Claims, Present
from console.decode.page import Page
from console.decode.picture import Note, PhotoPlace, Picture
from console.decode.refusal import RefusalCode
from console.decode.wire import Arguments, Op, Status
from console.domain.file_kind import JPEG

MAX_EDGE_PX = 100


def good(**changes: object) -> bytes:
    fields: dict[str, object] = {
        "width": 20, "height": 10, "source_width": 40, "source_height": 20, "pixel_bytes": 800,
        "present": 0, "nothing": 0, "notes": 0, "taken": 0, "offset": 0, "gps": 0, "lat": 0.0, "lon": 0.0,
    }  # fmt: skip
    values = list((fields | changes).values())
    return PICTURE.pack(*values[:5]) + claims.BLOCK.pack(*values[5:])


def expected(header: bytes) -> list[int]:
    return list(PictureReader(JPEG, MAX_EDGE_PX).expect(header))


def test_a_whole_answer_travels_unchanged():
    claimed = Claims(4000, 3000, 1_700_000_000, 420, 1_699_974_800, (-7.98, 112.63))
    claimed.note(Note.TRUNCATED)
    answer = pack_picture(100, 75, bytes(30_000), claimed)
    reader = PictureReader(JPEG, MAX_EDGE_PX)
    assert len(answer.header) == reader.header_bytes
    assert list(reader.expect(answer.header)) == [30_000]
    picture = reader.result([bytes(part) for part in answer.parts])
    assert isinstance(picture, Picture)
    assert (picture.width_px, picture.height_px) == (100, 75)
    facts = picture.facts
    assert (facts.source_width_px, facts.source_height_px) == (4000, 3000)
    assert facts.place == PhotoPlace(-7.98, 112.63)
    assert facts.notes == {Note.TRUNCATED}
    assert facts.taken is not None
    assert facts.taken.wall == datetime(2023, 11, 14, 22, 13, 20)
    assert facts.taken.at(0).timestamp() == 1_700_000_000 - 420 * 60
    assert facts.gps_at is not None
    assert facts.gps_at.timestamp() == 1_699_974_800


@pytest.mark.parametrize(
    "changes",
    [
        {"width": 0, "pixel_bytes": 0},
        {"width": 101, "pixel_bytes": 4040},
        {"height": 2**32 - 1},
        {"pixel_bytes": 799},
        {"pixel_bytes": 2**63},
        {"source_width": 0},
        {"source_width": 2**31, "source_height": 2**31},
        {"notes": 2**15},
        {"nothing": 1},
        {"present": 16},
        {"present": Present.TAKEN, "taken": 2**62},
        {"present": Present.TAKEN, "taken": -1},
        {"present": Present.TAKEN, "taken": 1_700_000_000, "offset": 15 * 60},
        {"present": Present.GPS_TIME, "gps": 0},
        {"present": Present.PLACE},
        {"present": Present.PLACE, "lat": math.nan, "lon": 1.0},
        {"present": Present.PLACE, "lat": 91.0, "lon": 1.0},
    ],
)
def test_an_answer_out_of_bounds_is_not_believed(changes: dict[str, object]):
    with pytest.raises(wire.WireError):
        expected(good(**changes))


@pytest.mark.parametrize(
    "head",
    [
        b"JPEG" + wire.pack_head(Status.DONE, Op.PHOTO)[4:],
        wire.pack_head(Status.DONE, Op.PAGE),
        wire.HEAD.pack(wire.ANSWER_MAGIC, 99, Op.PHOTO),
    ],
)
def test_an_answer_that_begins_otherwise_is_not_believed(head: bytes):
    with pytest.raises(wire.WireError):
        wire.read_head(head, Op.PHOTO)


def test_every_refusal_of_a_worker_has_a_name_of_its_own():
    named = {wire.read_head(wire.pack_head(status, Op.PHOTO), Op.PHOTO) for status in Status}
    assert None in named  # done
    assert len(named) == len(Status)
    assert RefusalCode.TOO_MANY_PIXELS in named


def test_a_request_carries_what_is_asked_and_shows_no_password():
    asked = Arguments(Op.PAGE, max_edge_px=900, number=3, extra=b"rahasia")
    packed = wire.pack_request(asked, 7, 1234)
    assert packed[wire.REQUEST.size :] == b"rahasia"
    assert wire.REQUEST.unpack(packed[: wire.REQUEST.size]) == (b"SGR2", Op.PAGE, 7, 7, 900, 3, 0, 0.0, 0.0, 1234)
    assert "rahasia" not in repr(asked)
    with pytest.raises(ValueError, match="extra"):
        wire.pack_request(Arguments(Op.PAGE, extra=bytes(wire.EXTRA_MAX_BYTES + 1)), 7, 1234)


@given(st.binary(min_size=PICTURE.size + claims.BLOCK.size, max_size=PICTURE.size + claims.BLOCK.size))
def test_no_bytes_at_all_break_the_reader(noise: bytes):
    try:
        sizes = expected(noise)
    except wire.WireError:
        return
    assert sum(sizes) <= MAX_EDGE_PX**2 * 4


def test_a_page_travels_and_one_that_was_not_asked_for_does_not():
    answer, reader = pack_page(2, 4, 30, 40, bytes(4800)), PageReader(2, MAX_EDGE_PX)
    assert list(reader.expect(answer.header)) == [4800]
    assert reader.result([bytes(4800)]) == Page(2, 4, 30, 40, bytes(4800))
    for wrong in ((1, 4, 30, 40, 4800), (2, 1, 30, 40, 4800), (2, 4, 101, 40, 16160), (2, 4, 30, 40, 4799)):
        with pytest.raises(wire.WireError):
            PageReader(2, MAX_EDGE_PX).expect(PAGE.pack(*wrong))
