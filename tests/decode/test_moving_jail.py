"""Films and sounds through the real jail: the whole way from bytes to frames and samples."""

from __future__ import annotations

import platform
import struct
from pathlib import Path

import pytest

from console.decode import seccomp
from console.decode.clip import Clip, Stills
from console.decode.media_facts import MediaFacts
from console.decode.picture import PhotoPlace
from console.decode.pool import Decoder
from console.decode.refusal import Refusal, RefusalCode
from console.decode.sound import Peaks, Sound
from tests.decode.films import film, number_of, song


@pytest.fixture(scope="module")
def phone_film() -> bytes:
    """A second of a turned phone's film: H.264 and AAC."""
    return film(25, turned=-90, sound="aac", told={"creation_time": "2021-02-03T04:05:06Z"})


def test_a_span_comes_out_of_the_jail_with_its_sound(decoder: Decoder, phone_film: bytes):
    clip = decoder.clip(phone_film, 0.4, 0.2, 64)
    assert isinstance(clip, Clip), clip
    assert (clip.width_px, clip.height_px) == (42, 64)
    assert [number_of(frame.rgb) for frame in clip.frames] == pytest.approx([10, 11, 12, 13, 14], abs=1)
    assert len(clip.sound) == 9_600 * 4
    assert any(clip.sound)


def test_stills_sound_and_loudness_come_out_of_the_jail(decoder: Decoder, phone_film: bytes):
    stills = decoder.stills(phone_film, 4, 32)
    assert isinstance(stills, Stills), stills
    assert stills.frames
    sound = decoder.sound(phone_film, 0.5, 0.25)
    assert isinstance(sound, Sound), sound
    assert len(sound.samples) == 12_000 * 4
    peaks = decoder.peaks(song(1.0, codec="libopencore_amrnb", box="amr", rate=8_000), 50)
    assert isinstance(peaks, Peaks), peaks
    assert len(peaks.levels) == 50


def test_what_has_no_picture_says_so_from_within_the_jail(decoder: Decoder):
    assert decoder.clip(song(0.2), 0, 1, 64) == Refusal(RefusalCode.NO_MOVING_PICTURE)
    assert decoder.sound(film(3), 0, 1) == Refusal(RefusalCode.NO_SOUND)


def test_a_real_phone_film_tells_its_facts_from_within_the_jail(decoder: Decoder, real_data: Path):
    facts = decoder.facts((real_data / "media" / "good" / "with-gps.mov").read_bytes())
    assert isinstance(facts, MediaFacts), facts
    assert facts.place == PhotoPlace(32.0929, 34.862)
    assert facts.taken is not None
    assert facts.taken.utc_offset_minutes == 180
    assert (facts.width_px, facts.height_px, facts.has_sound) == (320, 568, True)


def test_a_worker_for_films_may_start_no_thread():
    """Neither clone nor the number of processors is in its filter; the tests above decode under it."""
    numbers = {call: struct.pack("=I", number) for call, number in {"clone": 56, "sched_getaffinity": 204}.items()}
    if platform.machine() == "aarch64":
        numbers = {call: struct.pack("=I", number) for call, number in {"clone": 220, "sched_getaffinity": 123}.items()}
    bare, usual = seccomp.worker_program(threads=False), seccomp.worker_program()
    for number in numbers.values():
        tested = b"\x15\x00"  # jump if equal
        assert not any(bare[at : at + 2] == tested and bare[at + 4 : at + 8] == number for at in range(0, len(bare), 8))
        assert any(usual[at : at + 2] == tested and usual[at + 4 : at + 8] == number for at in range(0, len(usual), 8))
