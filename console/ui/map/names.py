"""Places area names so that none covers another, the same on every tile that shows them.

Names are laid out per *sheet* (a square of several tiles). A name that would cross a sheet's edge keeps its
own point and is shown only if no more important edge-crossing name overlaps it: a rule both sheets can
decide alone and alike. All others are placed greedily inside, most important first, and may step aside
as long as they stay over their own area.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

SHEET_PX = 1024
"""Side of a sheet in world pixels: four tiles, so one layout serves sixteen."""

REACH_PX = 420
"""How far outside a sheet a name can lie and still matter to it (twice the longest half width)."""

_GAP_PX = 3.0
_STEPS = ((0.0, 0.0), (0.0, -0.9), (0.0, 0.9), (-0.3, 0.0), (0.3, 0.0), (0.0, -1.8), (0.0, 1.8))


@dataclass(frozen=True, slots=True)
class Name:
    """A name wanting a place: centre in world pixels, weight (larger = more important).

    `holds(x, y)` tells whether a point in world pixels still lies over the named area.
    """

    code: str
    text: str
    x: float
    y: float
    weight: float
    holds: Callable[[float, float], bool]


@dataclass(frozen=True, slots=True)
class Box:
    """A text box in world pixels."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def centre(self) -> tuple[float, float]:
        """Middle of the box."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def touches(self, other: Box) -> bool:
        """Whether the two share any area."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class PlacedName:
    """A name and the box (world pixels) it is painted in, centred."""

    text: str
    box: Box


def _box(name: Name, width: float, height: float, step: tuple[float, float] = (0.0, 0.0)) -> Box:
    x, y = name.x + step[0] * width, name.y + step[1] * height
    half_w, half_h = width / 2 + _GAP_PX, height / 2 + _GAP_PX / 2
    return Box(x - half_w, y - half_h, x + half_w, y + half_h)


def _crosses_edge(box: Box) -> bool:
    return box.left // SHEET_PX != box.right // SHEET_PX or box.top // SHEET_PX != box.bottom // SHEET_PX


def place_names(
    names: Iterable[Name],
    sheet: tuple[int, int],
    measure: Callable[[str], tuple[float, float]],
) -> list[PlacedName]:
    """Names visible on sheet (column, row), in order of importance.

    `names` must hold every name whose point lies within REACH_PX of the sheet; `measure` gives width and
    height of a text in pixels.
    """
    ground = Box(sheet[0] * SHEET_PX, sheet[1] * SHEET_PX, (sheet[0] + 1) * SHEET_PX, (sheet[1] + 1) * SHEET_PX)
    ordered = sorted(names, key=lambda n: (-n.weight, n.code, n.text))
    sized = [(name, *measure(name.text)) for name in ordered]
    crossing = [(name, _box(name, w, h)) for name, w, h in sized if _crosses_edge(_box(name, w, h))]
    shown: list[PlacedName] = []
    for rank, (name, box) in enumerate(crossing):
        if box.touches(ground) and not any(box.touches(other) for _, other in crossing[:rank]):
            shown.append(PlacedName(name.text, box))
    for name, width, height in sized:
        home = _box(name, width, height)
        if _crosses_edge(home) or not home.touches(ground):
            continue
        for step in _STEPS:
            box = _box(name, width, height, step)
            if step != _STEPS[0] and not name.holds(*box.centre):
                continue
            # Stepping aside must not carry it over the edge whole: the next sheet would not know of it.
            if not _crosses_edge(box) and box.touches(ground) and not any(box.touches(other.box) for other in shown):
                shown.append(PlacedName(name.text, box))
                break
    return shown
