"""Nothing a worker says is believed: an answer out of bounds is no answer."""

from __future__ import annotations

import math
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.decode import wire
from console.decode.picture import Note, PhotoPlace
from console.decode.refusal import Refusal, RefusalCode
from console.domain.file_kind import JPEG

MAX_EDGE_PX = 100


def good(**changes: object) -> bytes:
    fields: dict[str, object] = {
        "magic": wire.ANSWER_MAGIC, "status": 0, "present": 0, "notes": 0, "width": 20, "height": 10,
        "source_width": 40, "source_height": 20, "taken": 0, "offset": 0, "gps": 0, "lat": 0.0, "lon": 0.0,
        "pixel_bytes": 800,
    }  # fmt: skip
    return wire.ANSWER.pack(*(fields | changes).values())


def read(header: bytes) -> wire.Announced | Refusal:
    return wire.read_answer(header, JPEG, MAX_EDGE_PX)


def test_a_whole_answer_travels_unchanged():
    claims = wire.Claims(4000, 3000, 1_700_000_000, 420, 1_699_974_800, (-7.98, 112.63))
    claims.note(Note.TRUNCATED)
    answer = read(wire.pack_answer(wire.Status.PICTURE, 100, 75, claims))
    assert isinstance(answer, wire.Announced)
    assert (answer.width_px, answer.height_px, answer.pixel_bytes) == (100, 75, 30_000)
    facts = answer.facts
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
        {"magic": b"JPEG"},
        {"status": 9},
        {"status": 1},
        {"width": 0, "pixel_bytes": 0},
        {"width": 101, "pixel_bytes": 4040},
        {"height": 2**32 - 1},
        {"pixel_bytes": 799},
        {"pixel_bytes": 2**63},
        {"source_width": 0},
        {"source_width": 2**31, "source_height": 2**31},
        {"notes": 2**15},
        {"present": 16},
        {"present": wire.Present.TAKEN, "taken": 2**62},
        {"present": wire.Present.TAKEN, "taken": -1},
        {"present": wire.Present.TAKEN, "taken": 1_700_000_000, "offset": 15 * 60},
        {"present": wire.Present.GPS_TIME, "gps": 0},
        {"present": wire.Present.PLACE},
        {"present": wire.Present.PLACE, "lat": math.nan, "lon": 1.0},
        {"present": wire.Present.PLACE, "lat": 91.0, "lon": 1.0},
    ],
)
def test_an_answer_out_of_bounds_is_not_believed(changes: dict[str, object]):
    with pytest.raises(wire.WireError):
        read(good(**changes))


def test_a_refusal_of_the_worker_has_a_name():
    assert read(wire.pack_answer(wire.Status.TOO_MANY_PIXELS)) == Refusal(RefusalCode.TOO_MANY_PIXELS)


@given(st.binary(min_size=wire.ANSWER.size - 6, max_size=wire.ANSWER.size - 6), st.integers(0, 3))
def test_no_bytes_at_all_break_the_reader(noise: bytes, status: int):
    header = wire.ANSWER_MAGIC + bytes([status]) + noise + b"\0"
    try:
        answer = read(header[: wire.ANSWER.size])
    except wire.WireError:
        return
    assert isinstance(answer, Refusal) or answer.pixel_bytes <= MAX_EDGE_PX**2 * 4
