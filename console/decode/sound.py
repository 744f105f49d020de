"""Sound as samples, and its loudness over time for drawing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sound:
    """A span from `from_s` on: `samples` s16le, 48 kHz, left and right (4 bytes a moment).

    `duration_s` of the whole sound, 0 when unknown; `ended` when nothing follows this span.
    """

    from_s: float
    samples: bytes
    duration_s: float
    ended: bool


@dataclass(frozen=True, slots=True)
class Peaks:
    """The loudest sample (0..255, of either ear) of each of `len(levels)` equal slices of `duration_s`."""

    levels: bytes
    duration_s: float
