"""Makes alarm.wav: three rising double tones, 0.9 s, written by hand so that no sound is borrowed."""

from __future__ import annotations

import math
import struct
import wave
from pathlib import Path

RATE_HZ = 22_050
TONES_HZ = ((660.0, 880.0), (784.0, 1046.5), (880.0, 1174.7))
TONE_S, PAUSE_S, EDGE_S = 0.22, 0.08, 0.012


def samples() -> list[int]:
    """16-bit samples of the whole sound."""
    made: list[int] = []
    for low, high in TONES_HZ:
        count = int(TONE_S * RATE_HZ)
        for n in range(count):
            at = n / RATE_HZ
            edge = min(1.0, at / EDGE_S, (count - n) / RATE_HZ / EDGE_S)
            value = 0.45 * math.sin(2 * math.pi * low * at) + 0.35 * math.sin(2 * math.pi * high * at)
            made.append(round(32_000 * edge * value))
        made += [0] * int(PAUSE_S * RATE_HZ)
    return made


def write(file: Path) -> None:
    """Write the sound as mono WAV."""
    with wave.open(str(file), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE_HZ)
        out.writeframes(b"".join(struct.pack("<h", value) for value in samples()))


if __name__ == "__main__":
    write(Path(__file__).with_name("alarm.wav"))
