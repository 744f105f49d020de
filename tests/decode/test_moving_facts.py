"""What films and sounds claim of time and place, each refused by name where it cannot be."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest

from console.decode import moving_facts
from console.decode.claims import NOTE_BITS, Claims
from console.decode.picture import Note
from tests.decode.films import film, song


@pytest.mark.parametrize(
    ("text", "place", "note"),
    [
        ("+32.0900+034.8600/", (32.09, 34.86), None),
        ("+32.0900+034.8600+012.500/", (32.09, 34.86), None),
        ("-06.2000+106.8166/", (-6.2, 106.8166), None),
        ("-6.2000+106.8166/", (-6.2, 106.8166), None),
        ("-0612+10649/", (-6.2, 106.81667), None),
        ("-061200.0+1064860.0CRSWGS_84/", (-6.2, 106.81667), None),
        ("+00.0000+000.0000/", None, Note.PLACE_ZERO),
        ("+95.0000+034.8600/", None, Note.PLACE_IMPOSSIBLE),
        ("+32.0900+434.8600/", None, Note.PLACE_IMPOSSIBLE),
        ("somewhere", None, Note.PLACE_IMPOSSIBLE),
        ("", None, None),
    ],
)
def test_a_place_is_read_or_refused(text: str, place: tuple[float, float] | None, note: Note | None):
    claims = Claims()
    moving_facts.claim_place(text, claims)
    assert claims.lat_lon == (pytest.approx(place, abs=1e-5) if place else None)
    assert claims.notes == (NOTE_BITS[note] if note else 0)


@pytest.mark.parametrize(
    ("text", "wall", "offset", "noted"),
    [
        ("2014-09-09T10:12:32+0200", datetime(2014, 9, 9, 10, 12, 32), 120, False),
        ("2014-09-09T10:12:32-03:30", datetime(2014, 9, 9, 10, 12, 32), -210, False),
        ("2020-05-01T01:02:03.000000Z", datetime(2020, 5, 1, 1, 2, 3), 0, False),
        ("2020-05-01 01:02:03", datetime(2020, 5, 1, 1, 2, 3), None, False),
        ("2014-09-259T10:12:32Z", None, None, True),
        ("2014-13-09T10:12:32Z", None, None, True),
        ("1970-01-01T00:00:00.000000Z", None, None, True),
        ("1904-01-01T00:00:00.000000Z", None, None, True),
        ("yesterday", None, None, True),
        ("", None, None, False),
    ],
)
def test_a_time_is_read_or_refused(text: str, wall: datetime | None, offset: int | None, noted: bool):
    claims = Claims()
    moving_facts.claim_taken(text, claims)
    assert claims.taken_s == (int(wall.replace(tzinfo=UTC).timestamp()) if wall else None)
    assert claims.utc_offset_minutes == offset
    assert claims.notes == (NOTE_BITS[Note.TAKEN_IMPOSSIBLE] if noted else 0)


def test_a_film_tells_its_upright_size_its_length_and_whether_it_has_sound():
    data = film(50, turned=90, sound="aac", told={"creation_time": "2021-02-03T04:05:06Z"})
    facts = moving_facts.read(io.BytesIO(data))
    assert (facts.claims.source_width_px, facts.claims.source_height_px) == (64, 96)
    assert facts.duration_s == pytest.approx(2.0, abs=0.05)
    assert facts.has_sound
    assert (facts.claims.taken_s, facts.claims.utc_offset_minutes) == (1_612_325_106, 0)
    assert facts.claims.lat_lon is None


def test_a_sound_has_no_size():
    facts = moving_facts.read(io.BytesIO(song(1.0)))
    assert (facts.claims.source_width_px, facts.has_sound, facts.duration_s) == (0, True, 1.0)


REAL = {
    "with-gps.mov": ((320, 568), (32.09, 34.86)),
    "with-gps.mp4": (None, (51.417, -0.0806)),
    "sample_mpeg4.mp4": (None, None),
    "sample.3gp": (None, None),
}


@pytest.mark.parametrize("name", sorted(REAL))
def test_real_films_tell_where_they_were_taken(real_data: Path, name: str):
    size, place = REAL[name]
    with (real_data / "media" / "good" / name).open("rb") as file:
        facts = moving_facts.read(file)
    assert facts.claims.lat_lon == (pytest.approx(place, abs=0.01) if place else None)
    assert facts.duration_s
    if size:
        assert (facts.claims.source_width_px, facts.claims.source_height_px) == size
