"""Colours of the map in both themes, for tile painters and for the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Theme = Literal["dark", "light"]


@dataclass(frozen=True, slots=True)
class MapPalette:
    """Colours as #rrggbb; `tints` are taken by district so that neighbours differ a little."""

    outside: str
    tints: tuple[str, str, str, str, str]
    border: str
    name: str
    halo: str
    page: dict[str, str]


DARK = MapPalette(
    outside="#131a20",
    tints=("#18222b", "#1a2630", "#172029", "#1c2730", "#19242c"),
    border="#33424f",
    name="#8fa1b0",
    halo="#18222b",
    page={
        "ground": "#131a20", "panel": "#171d24", "line": "#2a3541", "ink": "#e8edf2", "quiet": "#9fb0bf",
        "accent": "#4aa3ff", "edge": "#0e1318", "ring": "#ffffff", "halo": "#11161c",
        "available": "#3ecf8e", "en_route": "#4aa3ff", "on_scene": "#ffb454", "stale": "#7b8794",
        "p1": "#ff5c5c", "p2": "#ff9f43", "p3": "#ffd166", "p4": "#6cc3a0", "pin_ink": "#11161c",
    },
)  # fmt: skip

LIGHT = MapPalette(
    outside="#dfe7ec",
    tints=("#eef3ea", "#f3f0e6", "#eaf1f3", "#f2ecec", "#eef0f5"),
    border="#b3c0ca",
    name="#566573",
    halo="#f4f6f8",
    page={
        "ground": "#dfe7ec", "panel": "#ffffff", "line": "#d3dbe2", "ink": "#17202a", "quiet": "#506070",
        "accent": "#0b6bcb", "edge": "#ffffff", "ring": "#17202a", "halo": "#f4f6f8",
        "available": "#12935b", "en_route": "#0b6bcb", "on_scene": "#b86e00", "stale": "#8593a0",
        "p1": "#d92d2d", "p2": "#b45f00", "p3": "#8a6a00", "p4": "#1f7a5a", "pin_ink": "#ffffff",
    },
)  # fmt: skip

PALETTES: dict[Theme, MapPalette] = {"dark": DARK, "light": LIGHT}


def tint_of(palette: MapPalette, code: str) -> str:
    """Ground colour of an area by the district part of its code, so a district shows as one surface."""
    parts = code.split(".")
    district = parts[2] if len(parts) > 2 else parts[-1]
    return palette.tints[int(district) % len(palette.tints) if district.isdigit() else 0]
