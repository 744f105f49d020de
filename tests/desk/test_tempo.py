"""Sound at other speeds keeps its pitch; the clock of a device is steady."""

from __future__ import annotations

import math
import struct
from itertools import pairwise

import pytest

from console.desk.sound_clock import SoundClock
from console.desk.tempo import Tempo

RATE_HZ = 48_000


def a_tone(hertz: float, seconds: float) -> bytes:
    heights = (round(12_000 * math.sin(math.tau * hertz * n / RATE_HZ)) for n in range(round(seconds * RATE_HZ)))
    return b"".join(struct.pack("<hh", height, height) for height in heights)


def left(sound: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(sound) // 2}h", sound)[::2]


def rises(sound: bytes) -> int:
    """How often it goes up through zero: hertz times seconds."""
    return sum(a < 0 <= b for a, b in pairwise(left(sound)))


@pytest.mark.parametrize("rate", [0.25, 0.5, 0.75, 1.5, 2.0, 4.0])
def test_it_is_as_long_as_the_speed_says_and_sounds_as_high(rate: float) -> None:
    tempo, tone = Tempo(rate), a_tone(440, 1.0)
    heard = b"".join(tempo.feed(tone[at : at + 19_200]) for at in range(0, len(tone), 19_200))
    seconds = len(heard) / 4 / RATE_HZ
    assert seconds == pytest.approx(1.0 / rate, abs=0.06 / min(1.0, rate))
    assert rises(heard) / seconds == pytest.approx(440, rel=0.03)


def test_nothing_jumps_where_pieces_meet() -> None:
    heard = left(Tempo(1.5).feed(a_tone(300, 0.5)))
    steepest = 12_000 * math.tau * 300 / RATE_HZ
    assert max(abs(a - b) for a, b in pairwise(heard)) < 2.5 * steepest


def test_at_its_own_speed_the_very_bytes_come_out() -> None:
    tone = a_tone(440, 0.01)
    assert Tempo(1.0).feed(tone) == tone


def test_a_clock_between_two_tellings_follows_the_machine_and_never_goes_back() -> None:
    clock = SoundClock()
    assert clock.read(0.0, 10.0, idle=False) == 0.0
    clock.read(0.02, 10.0, idle=False)
    assert clock.read(0.02, 10.03, idle=False) == pytest.approx(0.05)
    assert clock.read(0.04, 10.035, idle=False) == pytest.approx(0.05)
    assert clock.read(0.04, 12.0, idle=False) == pytest.approx(0.12)


def test_a_clock_with_nothing_left_to_play_goes_on_with_the_machine() -> None:
    clock = SoundClock()
    clock.read(0.5, 10.0, idle=False)
    clock.read(0.5, 10.1, idle=True)
    assert clock.read(0.5, 11.0, idle=True) == pytest.approx(1.5)
    assert clock.read(0.52, 11.02, idle=False) == pytest.approx(1.52)
