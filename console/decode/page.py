"""One page of a document as pixels."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """Page `number` (from 1) of `pages`: `rgba` holds height x width x 4 bytes (RGBA8888, no padding), opaque."""

    number: int
    pages: int
    width_px: int
    height_px: int
    rgba: bytes
