"""Colours of the map in both themes, for tile painters and for the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import console.ui.palette
from console.ui.palette import Palette

Theme = Literal["dark", "light"]


_PAGE_COLOURS = (
    "panel", "line", "text", "muted", "accent", "available", "en_route", "on_scene", "stale",
    "p1", "p2", "p3", "p4", "on_p1", "on_p2", "on_p3", "on_p4", "warn",
)  # fmt: skip
"""Colours of the console's palette the page uses under the same names."""


@dataclass(frozen=True, slots=True)
class MapPalette:
    """Colours as #rrggbb; `tints` are taken by district so that neighbours differ a little.

    `edge` goes around marks, `ring` around those that stand out, `halo` behind labels; `border_above` parts
    kecamatan and cities; roads from motorway to alley are `main_road`, `road` and `street`, their rims `road_rim`.
    """

    console: Palette
    outside: str
    tints: tuple[str, str, str, str, str]
    border: str
    name: str
    halo: str
    edge: str
    ring: str
    border_above: str
    main_road: str
    road: str
    street: str
    road_rim: str

    @property
    def page(self) -> dict[str, str]:
        """Colours by name, as the page takes them."""
        shared = {name: getattr(self.console, name) for name in _PAGE_COLOURS}
        return shared | {"ground": self.outside, "halo": self.halo, "edge": self.edge, "ring": self.ring}


DARK = MapPalette(
    console=console.ui.palette.DARK,
    outside="#131a20",
    tints=("#18222b", "#1a2630", "#172029", "#1c2730", "#19242c"),
    border="#33424f",
    name="#8fa1b0",
    halo="#141b22",
    edge="#0e1318",
    ring="#ffffff",
    border_above="#4d6172",
    main_road="#5b5442",
    road="#3d4a55",
    street="#2b3741",
    road_rim="#141b22",
)

LIGHT = MapPalette(
    console=console.ui.palette.LIGHT,
    outside="#dfe7ec",
    tints=("#eef3ea", "#f3f0e6", "#eaf1f3", "#f2ecec", "#eef0f5"),
    border="#b3c0ca",
    name="#566573",
    halo="#f4f6f8",
    edge="#ffffff",
    ring="#17202a",
    border_above="#8fa0ad",
    main_road="#f6d98f",
    road="#ffffff",
    street="#ffffff",
    road_rim="#c3cdd5",
)

PALETTES: dict[Theme, MapPalette] = {"dark": DARK, "light": LIGHT}


def tint_of(palette: MapPalette, code: str) -> str:
    """Ground colour of an area by the district part of its code, so a district shows as one surface."""
    parts = code.split(".")
    district = parts[2] if len(parts) > 2 else parts[-1]
    return palette.tints[int(district) % len(palette.tints) if district.isdigit() else 0]
