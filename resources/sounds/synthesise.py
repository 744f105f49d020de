"""Makes alarm.wav and sos.wav by sums of sines, so that no sound is borrowed: rising tones, and a siren."""

from __future__ import annotations

import math
import struct
import wave
from pathlib import Path

RATE_HZ = 22_050
TONES_HZ = ((660.0, 880.0), (784.0, 1046.5), (880.0, 1174.7))
TONE_S, PAUSE_S, EDGE_S = 0.22, 0.08, 0.012


SIREN_HZ, SIREN_S, SWEEPS = (520.0, 1560.0), 0.3, 4


def siren() -> list[int]:
    """16-bit samples of a tone that sweeps up and down: an officer asks for help."""
    made: list[int] = []
    phase = 0.0
    count = int(SIREN_S * RATE_HZ)
    for sweep in range(SWEEPS):
        for n in range(count):
            part = n / count if sweep % 2 == 0 else 1 - n / count
            phase += 2 * math.pi * (SIREN_HZ[0] + (SIREN_HZ[1] - SIREN_HZ[0]) * part) / RATE_HZ
            made.append(round(32_000 * (0.55 * math.sin(phase) + 0.25 * math.sin(3 * phase))))
    edge = int(EDGE_S * RATE_HZ)
    for n in range(edge):
        made[n] = made[n] * n // edge
        made[-1 - n] = made[-1 - n] * n // edge
    return made


def samples() -> list[int]:
    """16-bit samples of the tones: an unclaimed P1."""
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


def write(file: Path, sound: list[int]) -> None:
    """Write a sound as mono WAV."""
    with wave.open(str(file), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE_HZ)
        out.writeframes(b"".join(struct.pack("<h", value) for value in sound))


if __name__ == "__main__":
    write(Path(__file__).with_name("alarm.wav"), samples())
    write(Path(__file__).with_name("sos.wav"), siren())
