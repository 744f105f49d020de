"""Facts, films and sounds on the wire: what travels arrives, what cannot be is refused."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.decode import claims, limits
from console.decode.answers_facts import FACTS, FactsReader, pack_facts
from console.decode.answers_moving import (
    CLIP,
    ClipReader,
    PeaksReader,
    SoundReader,
    StillsReader,
    pack_clip,
    pack_peaks,
    pack_sound,
    pack_stills,
)
from console.decode.claims import Claims
from console.decode.clip import Clip, Frame, Stills
from console.decode.media_facts import MediaFacts
from console.decode.paper import PaperFacts
from console.decode.picture import TakenTime
from console.decode.sound import Peaks, Sound
from console.decode.wire import Answer, Reader, WireError
from console.domain.file_kind import JPEG, MP3, MP4, PDF

T = TypeVar("T")
RGB = bytes(6 * 4 * 3)
BARE = claims.pack(Claims())


def told(answer: Answer, reader: Reader[T]) -> T:
    """What the desk makes of an answer."""
    assert len(answer.header) == reader.header_bytes
    parts = [bytes(part) for part in answer.parts]
    assert list(reader.expect(answer.header)) == [len(part) for part in parts]
    return reader.result(parts)


def test_facts_of_a_film_a_sound_and_a_document_travel():
    film = pack_facts(Claims(1920, 1080, lat_lon=(32.09, 34.86)), duration_s=3.5, has_sound=True)
    facts = told(film, FactsReader(MP4))
    assert (facts.kind, facts.width_px, facts.height_px) == (MP4, 1920, 1080)
    assert (facts.duration_s, facts.has_sound, facts.pages) == (3.5, True, None)
    assert facts.place is not None
    sound = told(pack_facts(Claims(), duration_s=0.0, has_sound=True), FactsReader(MP3))
    assert sound == MediaFacts(MP3, duration_s=0.0, has_sound=True)
    assert told(pack_facts(Claims(), pages=4), FactsReader(PDF)) == MediaFacts(PDF, pages=4)


def test_a_documents_own_facts_travel_and_only_documents_have_them():
    changed = Claims(taken_s=1_700_000_000, utc_offset_minutes=420)
    facts = PaperFacts(version=17, files=2, has_form=True, signed=True)
    answer = pack_facts(Claims(), pages=4, document=facts, modified=changed)
    told_facts = told(answer, FactsReader(PDF))
    assert told_facts.paper is not None
    assert told_facts.paper.modified == TakenTime(datetime(2023, 11, 14, 22, 13, 20), 420)
    assert replace(told_facts.paper, modified=None) == facts
    with pytest.raises(WireError):
        FactsReader(MP4).expect(answer.header)
    for wrong in (PaperFacts(version=99), PaperFacts(version=9)):
        with pytest.raises(WireError):
            FactsReader(PDF).expect(pack_facts(Claims(), document=wrong).header)
    somewhere = pack_facts(Claims(), document=facts, modified=Claims(lat_lon=(1.0, 2.0)))
    with pytest.raises(WireError):
        FactsReader(PDF).expect(somewhere.header)


@pytest.mark.parametrize(
    "fields",
    [
        (8, 0, 0, 0, 0.0, 0),
        (0, 0, 0, 1, 0.0, 0),
        (0, 10, 0, 0, 0.0, 0),
        (0, 2**31, 2**31, 0, 0.0, 0),
        (2, 10, 10, 0, math.nan, 0),
        (2, 10, 10, 0, -1.0, 0),
        (2, 10, 10, 0, 1e9, 0),
        (4, 10, 10, 0, 0.0, 0),
        (4, 10, 10, 0, 0.0, 2**31),
    ],
)
def test_facts_that_cannot_be_are_not_believed(fields: tuple[float, ...]):
    with pytest.raises(WireError):
        FactsReader(MP4).expect(FACTS.pack(*fields) + BARE)


def test_a_photo_without_pixels_is_not_believed():
    with pytest.raises(WireError):
        FactsReader(JPEG).expect(pack_facts(Claims()).header)


def test_a_span_of_a_film_travels_with_its_sound():
    answer = pack_clip(6, 4, [(1.0, RGB), (1.04, RGB)], sound=bytes(400), sound_from_s=1.0, duration_s=9.0, ended=True)
    frames = (Frame(1.0, RGB), Frame(1.04, RGB))
    assert told(answer, ClipReader(1.0, 2.0, 100)) == Clip(6, 4, frames, bytes(400), 1.0, 9.0, True)
    assert told(pack_clip(0, 0, [], ended=True), ClipReader(50.0, 2.0, 100)) == Clip(0, 0, (), b"", 0.0, 0.0, True)


def test_stills_sound_and_loudness_travel():
    stills = told(pack_stills(6, 4, [(0.0, RGB), (4.0, RGB)], 8.0), StillsReader(2, 6))
    assert stills == Stills(6, 4, (Frame(0.0, RGB), Frame(4.0, RGB)), 8.0)
    sound = told(pack_sound(bytes(4 * 48), from_s=2.0, duration_s=9.0, ended=False), SoundReader(1.0))
    assert sound == Sound(2.0, bytes(4 * 48), 9.0, False)
    assert told(pack_peaks(b"\x00\xff\x10", 3.0), PeaksReader(3)) == Peaks(b"\x00\xff\x10", 3.0)


@pytest.mark.parametrize(
    "fields",
    [
        (101, 4, 1, 0, 0, 0.0, 0.0, 0),
        (0, 4, 1, 0, 0, 0.0, 0.0, 0),
        (6, 4, 0, 0, 0, 0.0, 0.0, 0),
        (6, 4, limits.CLIP_FRAMES_MAX + 1, 0, 0, 0.0, 0.0, 0),
        (6, 4, 1, 200_000, 0, 0.0, 0.0, 0),
        (6, 4, 1, 0, 2, 0.0, 0.0, 0),
        (6, 4, 1, 0, 0, -1.0, 0.0, 0),
        (6, 4, 1, 0, 0, 0.0, math.inf, 0),
        (6, 4, 1, 0, 0, 0.0, 0.0, 2),
        (6, 4, 1, 0, 1, 0.0, 0.0, 1),
        (0, 0, 0, 0, 0, 0.0, 0.0, 1),
    ],
)
def test_a_span_that_cannot_be_is_not_believed(fields: tuple[float, ...]):
    with pytest.raises(WireError):
        ClipReader(0.0, 2.0, 100).expect(CLIP.pack(*fields))


@pytest.mark.parametrize("times", [(1.0, 0.5), (0.0, 3.5), (math.nan, 1.0), (-0.1, 1.0)])
def test_frames_at_times_that_cannot_be_are_not_believed(times: Sequence[float]):
    with pytest.raises(WireError):
        told(pack_clip(6, 4, [(at_s, RGB) for at_s in times]), ClipReader(0.0, 2.0, 100))


def test_more_than_was_asked_for_is_not_believed():
    more: list[tuple[Answer, Reader[object]]] = [
        (pack_stills(6, 4, [(0.0, RGB)] * 3, 8.0), StillsReader(2, 6)),
        (pack_stills(6, 4, [(0.0, RGB)], 8.0), StillsReader(2, 5)),
        (pack_sound(bytes(4 * 48_000 * 3), from_s=0.0, duration_s=9.0, ended=False), SoundReader(1.0)),
        (pack_peaks(bytes(4), 3.0), PeaksReader(3)),
        (pack_peaks(b"", 3.0), PeaksReader(3)),
    ]
    for answer, reader in more:
        with pytest.raises(WireError):
            reader.expect(answer.header)


@given(st.binary(min_size=CLIP.size, max_size=CLIP.size))
def test_no_header_announces_more_than_the_bounds(noise: bytes):
    try:
        sizes = ClipReader(0.0, 2.0, 100).expect(noise)
    except WireError:
        return
    assert sum(sizes) <= limits.CLIP_FRAMES_MAX * (100 * 100 * 3 + 8) + 3 * 48_000 * 4
