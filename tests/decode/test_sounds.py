"""Sounds are cut exactly and drawn as loud as they are; all of it without the jail around."""

from __future__ import annotations

import io

import pytest

from console.decode import limits, sounds
from console.decode.wire import Refused, Status
from tests.decode.films import film, song


def test_a_span_of_sound_is_exactly_as_long_as_asked():
    data = song(2.0, loud_from=1.0)
    sound = sounds.cut(io.BytesIO(data), 0.9, 0.2)
    ears = memoryview(sound.samples).cast("h")
    assert len(ears) == 2 * 9_600
    assert not any(ears[: 2 * 4_799])
    assert all(abs(value) == 16_384 for value in ears[2 * 4_800 :])
    assert (sound.from_s, sound.duration_s, sound.ended) == (0.9, 2.0, False)


def test_spans_one_after_the_other_join_without_a_seam():
    data = song(1.0, codec="flac", box="ogg")
    whole = sounds.cut(io.BytesIO(data), 0, 1.0).samples
    parts = [sounds.cut(io.BytesIO(data), tenth / 10, 0.1).samples for tenth in range(10)]
    assert b"".join(parts) == whole


def test_the_end_is_told_and_nothing_is_invented_after_it():
    sound = sounds.cut(io.BytesIO(song(1.0)), 0.5, 2.0)
    assert (len(sound.samples), sound.ended) == (24_000 * limits.SAMPLE_BYTES, True)
    assert sounds.cut(io.BytesIO(song(1.0)), 5.0, 2.0).samples == b""


@pytest.mark.parametrize(
    ("codec", "box", "rate"),
    [("libmp3lame", "mp3", 44_100), ("aac", "ipod", 44_100), ("alac", "ipod", 48_000), ("libopus", "ogg", 48_000),
     ("pcm_s16le", "wav", 8_000), ("libopencore_amrnb", "amr", 8_000)],
)  # fmt: skip
def test_what_phones_and_recorders_write_opens(codec: str, box: str, rate: int):
    data = song(1.5, codec=codec, box=box, rate=rate)
    sound = sounds.cut(io.BytesIO(data), 0.5, 0.5)
    assert len(sound.samples) == 24_000 * limits.SAMPLE_BYTES
    assert max(memoryview(sound.samples).cast("h")) > 10_000
    peaks = sounds.peaks(io.BytesIO(data), 100)
    assert 90 <= len(peaks.levels) <= 100
    assert peaks.duration_s == pytest.approx(1.5, abs=0.15)
    assert 100 <= max(peaks.levels[5:95]) <= 255


def test_peaks_show_where_it_is_loud():
    peaks = sounds.peaks(io.BytesIO(song(2.0, loud_from=1.0)), 40)
    assert len(peaks.levels) == 40
    assert not any(peaks.levels[:20])
    assert set(peaks.levels[20:]) == {128}
    assert peaks.duration_s == 2.0


def test_a_film_has_its_sound_drawn_too_and_one_without_says_so():
    assert sounds.peaks(io.BytesIO(film(10, sound="aac")), 20).duration_s == pytest.approx(0.4, abs=0.05)
    with pytest.raises(Refused) as refused:
        sounds.cut(io.BytesIO(film(5)), 0, 1)
    assert refused.value.status is Status.NO_SOUND
