"""Facts of every family without pixels: the table of the real files, and refusals."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.bench.evidence_known import KNOWN
from console.decode.media_facts import MediaFacts
from console.decode.picture import Note, Picture
from console.decode.pool import Decoder
from console.decode.refusal import Refusal, RefusalCode
from tests.decode.test_photo import corners, gps_exif, saved

# name: (kind, width px, height px, seconds, pages, sound, lat and lon): from the issue, and the files' own headers.
TABLE = {
    "DSCN0010.jpg": ("jpeg", 640, 480, None, None, False, (43.46745, 11.88513)),
    "DSCN0021.jpg": ("jpeg", 640, 480, None, None, False, (43.46708, 11.88454)),
    "DSCN0042.jpg": ("jpeg", 640, 480, None, None, False, (43.46446, 11.88148)),
    "alac.m4a": ("m4a", 0, 0, 11.3, None, True, None),
    "fourpages.pdf": ("pdf", 0, 0, None, 4, False, None),
    "gps_zero_zero.jpg": ("jpeg", 2048, 1536, None, None, False, None),
    "portrait_6.jpg": ("jpeg", 450, 600, None, None, False, None),
    "sample.3gp": ("3gp", 176, 144, 4.93, None, True, None),
    "with-gps.mov": ("mov", 320, 568, 4.0, None, True, (32.09, 34.86)),
    "with-gps.mp4": ("mp4", 1920, 1080, 0.17, None, True, (51.417, -0.0806)),
}


@pytest.mark.parametrize("name", sorted(TABLE))
def test_real_files_say_what_is_known_of_them(decoder: Decoder, real_data: Path, name: str):
    facts = decoder.facts((real_data / "media" / "good" / name).read_bytes())
    assert isinstance(facts, MediaFacts), facts
    kind, width_px, height_px, seconds, pages, sound, place = TABLE[name]
    assert (facts.kind.kind, facts.width_px, facts.height_px) == (kind, width_px, height_px)
    assert (facts.pages, facts.has_sound) == (pages, sound)
    assert facts.duration_s == (None if seconds is None else pytest.approx(seconds, abs=0.05))
    found = (facts.place.lat, facts.place.lon) if facts.place else None
    assert found == (None if place is None else pytest.approx(place, abs=4e-3))


def test_a_place_of_zero_zero_is_refused_and_said(decoder: Decoder, real_data: Path):
    facts = decoder.facts((real_data / "media" / "good" / "gps_zero_zero.jpg").read_bytes())
    assert isinstance(facts, MediaFacts)
    assert facts.place is None
    assert Note.PLACE_ZERO in facts.notes


def test_facts_are_those_that_come_with_the_pixels(decoder: Decoder):
    exif = gps_exif((7.0, 58.0, 48.0), (112.0, 37.0, 48.0))
    exif[0x0112] = 6
    for kind in ("JPEG", "PNG", "WEBP"):
        data = saved(corners(), kind, exif)
        facts, picture = decoder.facts(data), decoder.photo(data, 50)
        assert isinstance(facts, MediaFacts)
        assert isinstance(picture, Picture)
        shown = picture.facts
        assert (facts.width_px, facts.height_px) == (shown.source_width_px, shown.source_height_px) == (120, 160)
        assert (facts.place, facts.gps_at, facts.notes) == (shown.place, shown.gps_at, shown.notes)


def test_what_is_no_allowed_kind_has_no_facts(decoder: Decoder):
    assert decoder.facts(b"GIF89a" + bytes(60)) == Refusal(RefusalCode.KIND_NOT_ALLOWED, "gif")
    assert decoder.facts(b"") == Refusal(RefusalCode.EMPTY)


def test_the_measurement_knows_the_same_of_every_file():
    """'bench evidence' compares with a table of its own: the two must not drift apart."""
    for name, (_, width_px, height_px, seconds, pages, _, place) in TABLE.items():
        known = KNOWN[name]
        assert known.pages == pages, name
        assert known.size in (None, (width_px, height_px)), name
        assert (known.place is None) == (place is None), name
        assert known.duration_s == (None if seconds is None else pytest.approx(seconds, abs=0.05)), name
