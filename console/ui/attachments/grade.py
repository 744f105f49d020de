"""Brightness and contrast of a photo as shown: a table for its colour values."""

from __future__ import annotations

import math
from dataclasses import dataclass

MOST = 100
"""Brightness and contrast run from -MOST to MOST; 0 leaves the picture as it is."""

_MIDDLE = 127.5


@dataclass(frozen=True, slots=True)
class Grade:
    """How a photo is shown, never how it is kept: -100..100 each."""

    brightness: int = 0
    contrast: int = 0

    @property
    def neutral(self) -> bool:
        """Whether it changes nothing."""
        return self.brightness == 0 and self.contrast == 0

    def table(self) -> bytes:
        """256 bytes: what each colour value becomes.

        Brightness is a gamma curve, so that a night photo opens up in its shadows and no light is cut off; contrast
        turns the curve about the middle, from flat grey (slope 0.2) to hard (slope 5).
        """
        gamma = 3.0 ** (-self.brightness / MOST)
        slope = 5.0 ** (self.contrast / MOST)
        lifted = (255.0 * math.pow(value / 255.0, gamma) for value in range(256))
        return bytes(min(255, max(0, round((value - _MIDDLE) * slope + _MIDDLE))) for value in lifted)


def moved(grade: Grade, *, brightness: int = 0, contrast: int = 0) -> Grade:
    """A step brighter, darker, harder or softer, within bounds."""
    return Grade(_within(grade.brightness + brightness), _within(grade.contrast + contrast))


def _within(value: int) -> int:
    return min(MOST, max(-MOST, value))
