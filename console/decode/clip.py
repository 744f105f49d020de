"""A short span of a film: upright frames with their times, and the sound of the same span."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Frame:
    """One upright picture of a film, `at_s` seconds after its beginning: height x width x 3 bytes (RGB888)."""

    at_s: float
    rgb: bytes


@dataclass(frozen=True, slots=True)
class Clip:
    """Frames of one size in order of time; rows are width x 3 bytes without padding.

    `sound` s16le, 48 kHz, left and right (4 bytes a moment) from `sound_from_s` on; empty without sound.
    `duration_s` of the whole film, 0 when unknown; `ended` when nothing follows this span. `on_the_way`: the way
    there from the last frame that stands by itself was too long; its one frame is as far as it came.
    """

    width_px: int
    height_px: int
    frames: tuple[Frame, ...]
    sound: bytes
    sound_from_s: float
    duration_s: float
    ended: bool
    on_the_way: bool = False


@dataclass(frozen=True, slots=True)
class Stills:
    """Small frames spread evenly over a film of `duration_s` (0 when unknown), all of one size, RGB888 as in Clip."""

    width_px: int
    height_px: int
    frames: tuple[Frame, ...]
    duration_s: float
