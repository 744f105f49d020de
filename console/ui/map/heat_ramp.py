"""Colours of the heat map: violet to pink, which no mark wears, told apart by lightness."""

from __future__ import annotations

from console.ui.map.palette import Theme

RAMPS: dict[Theme, tuple[str, ...]] = {
    "dark": ("#57317a", "#7a3d9c", "#a24fb4", "#cf74c4", "#f7b3dd"),
    "light": ("#d9c2e4", "#bf96d2", "#a069bb", "#7b3f9c", "#531a70"),
}
"""One colour a class, lowest first: lighter is more on the dark map, darker is more on the light one."""

ALPHAS: dict[Theme, tuple[int, ...]] = {"dark": (105, 112, 118, 120, 120), "light": (125, 130, 135, 135, 135)}
"""How much of the map shines through (255 nothing): names stay readable below the highest class."""


def shade(theme: Theme, count: int, most: int) -> str | None:
    """The colour of a count among counts up to `most`, in five equal steps; None for none."""
    ramp = RAMPS[theme]
    return None if count <= 0 or most <= 0 else ramp[min(len(ramp) - 1, (count * len(ramp) - 1) // most)]
