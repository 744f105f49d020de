"""A box painted over a picture: where, and in a film from when to when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor

MOST_BOXES = 200
"""Of one file; more would be no photo any more."""

EDGE_MOST_PX = 100_000
"""No picture this console opens is larger (decode's limits are far below)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Pixels of the upright picture at its full size: from `left`, `top` up to but without `right`, `bottom`.

    Milliseconds of a film: from `from_ms` up to but without `until_ms`; both None for a photo.
    """

    left: int
    top: int
    right: int
    bottom: int
    from_ms: int | None = None
    until_ms: int | None = None

    @property
    def sound(self) -> bool:
        """Whether it covers anything, and nothing before the first pixel or instant."""
        spans = (self.from_ms is None) == (self.until_ms is None)
        if self.from_ms is not None and self.until_ms is not None:
            spans = 0 <= self.from_ms < self.until_ms
        return spans and 0 <= self.left < self.right <= EDGE_MOST_PX and 0 <= self.top < self.bottom <= EDGE_MOST_PX

    def scaled(self, by_x: float, by_y: float) -> Box:
        """The box on the same picture of another size: rounded outwards, so that nothing it covered shows."""
        return Box(
            left=floor(self.left * by_x), top=floor(self.top * by_y),
            right=ceil(self.right * by_x), bottom=ceil(self.bottom * by_y),
            from_ms=self.from_ms, until_ms=self.until_ms,
        )  # fmt: skip

    def written(self) -> str:
        """'left,top,right,bottom', of a film with '@from-until' behind it."""
        place = f"{self.left},{self.top},{self.right},{self.bottom}"
        return place if self.from_ms is None else f"{place}@{self.from_ms}-{self.until_ms}"


def boxes_written(boxes: Iterable[Box]) -> str:
    """Boxes as a line of the timeline keeps them."""
    return ";".join(box.written() for box in boxes)


def boxes_read(text: str) -> tuple[Box, ...]:
    """What `boxes_written` wrote; whatever is none is left out."""
    found: list[Box] = []
    for part in filter(None, text.split(";")):
        place, _, span = part.partition("@")
        try:
            left, top, right, bottom = (int(value) for value in place.split(","))
            times = [int(value) for value in span.split("-")] if span else [None, None]
            box = Box(left=left, top=top, right=right, bottom=bottom, from_ms=times[0], until_ms=times[1])
        except (ValueError, IndexError):
            continue
        if box.sound:
            found.append(box)
    return tuple(found)


def painted_over(rgba: bytes, width_px: int, height_px: int, boxes: Iterable[Box]) -> bytes:
    """RGBA8888 rows without padding with every box solid black: what was there is gone, not covered.

    Boxes are in pixels of this very picture; what lies outside of it is cut off.
    """
    painted = bytearray(rgba)
    paint(painted, width_px, height_px, boxes, b"\x00\x00\x00\xff")
    return bytes(painted)


def paint(pixels: bytearray, width_px: int, height_px: int, boxes: Iterable[Box], pixel: bytes) -> None:
    """Make every pixel of the boxes `pixel`, in place; rows have no padding, what lies outside is cut off."""
    row_bytes = width_px * len(pixel)
    for box in boxes:
        left, right = max(0, min(box.left, width_px)), max(0, min(box.right, width_px))
        solid = pixel * (right - left)
        for row in range(max(0, box.top), min(box.bottom, height_px)):
            start = row * row_bytes + left * len(pixel)
            pixels[start : start + len(solid)] = solid
