"""The page shell: folium writes it once, its assets move to the own scheme."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from console.domain.errors import Bug
from console.ui.map.palette import Theme

NONCE = "@@nonce@@"
"""Stands in the shell where every answer puts a fresh nonce."""

GENERATED_ASSETS = ("leaflet", "leaflet_css")
"""folium's names of the assets the page uses; jQuery, Bootstrap and icon fonts would be dead weight."""

OWN_ASSETS = (
    "live_layer.css", "drawing.js", "officers.js", "stamps.js", "live_layer.js", "labels.js", "panels.js",
    "overlays.js", "doubts.js", "places.js", "measure.js", "picking.js", "keyboard.js", "sight.js",
    "heat.css", "heat.js", "coverage.js", "basemap.js", "police.js", "tracks.js", "near.js", "page.js",
)  # fmt: skip
"""Files of resources/map in the order the page loads them."""

LARGEST_ZOOM = 18
SMALLEST_ZOOM = 9

_MIME = {".js": b"text/javascript", ".css": b"text/css", ".html": b"text/html"}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the page: MIME type and bytes."""

    mime: bytes
    body: bytes


@dataclass(frozen=True, slots=True)
class Shell:
    """The page with NONCE in place of nonces, and its assets by file name."""

    html: str
    assets: dict[str, Asset]


def tile_address(theme: Theme, generation: int = 0) -> str:
    """Leaflet's address template of base tiles; `{r}` is @2x on dense screens."""
    return f"sigap://map/tile/{theme}/{generation}/{{z}}/{{x}}/{{y}}{{r}}.png"


def _own_assets(folder: Path) -> dict[str, Asset]:
    return {name: Asset(_MIME[Path(name).suffix], (folder / name).read_bytes()) for name in OWN_ASSETS}


def _tag(name: str) -> str:
    address = f"sigap://map/asset/{name}"
    if name.endswith(".css"):
        return f'<link rel="stylesheet" href="{address}" nonce="{NONCE}">'
    return f'<script src="{address}" nonce="{NONCE}"></script>'


def _folium_page(theme: Theme, lat: float, lon: float, zoom: int) -> tuple[str, dict[str, str]]:
    """folium's HTML and the addresses (by asset name) it loads. Imports folium: half a second."""
    import folium

    street = folium.Map(
        location=[lat, lon],
        zoom_start=zoom,
        tiles=None,
        zoom_control=False,
        attribution_control=False,
        max_zoom=LARGEST_ZOOM,
        min_zoom=SMALLEST_ZOOM,
        zoom_animation=True,
        fade_animation=False,
        world_copy_jump=False,
    )
    street._id = "sigap"
    street.default_js = [pair for pair in street.default_js if pair[0] in GENERATED_ASSETS]
    street.default_css = [pair for pair in street.default_css if pair[0] in GENERATED_ASSETS]
    base = folium.TileLayer(
        tiles=tile_address(theme), attr=" ", name="base", max_zoom=LARGEST_ZOOM, min_zoom=SMALLEST_ZOOM
    )
    base._id = "base"
    base.add_to(street)
    addresses = dict((*street.default_js, *street.default_css))
    return street.get_root().render(), addresses


def build_shell(folder: Path, theme: Theme, lat: float, lon: float, zoom: int) -> Shell:
    """The page centred on lat, lon (degrees) at a zoom; `folder` is resources/map.

    Slow (folium's import and its templates): call it in a worker thread. The page makes the global
    variables `map_sigap` and `tile_layer_base`, which page.js takes over.

    Raises:
        Bug: folium asked for an asset folium-offline does not carry, or left an address in the page.
        OSError: a file of `folder` cannot be read.
    """
    from offlinefolium.elements import _res as offline_texts

    html, addresses = _folium_page(theme, lat, lon, zoom)
    assets = _own_assets(folder)
    for address in addresses.values():
        name = address.rsplit("/", 1)[1]
        if address not in offline_texts:
            raise Bug(f"map: folium-offline has no {name}")
        assets[name] = Asset(_MIME[Path(name).suffix], offline_texts[address].encode())
        html = html.replace(f'"{address}"', f'"sigap://map/asset/{name}"')
    html = re.sub(r"<(script|style|link)\b", rf'<\1 nonce="{NONCE}"', html)
    own = "\n".join(_tag(name) for name in OWN_ASSETS)
    html = html.replace("</html>", f"{own}\n</html>")
    if re.search(r"https?://", html):
        raise Bug("map: the page still names an address outside its own scheme")
    return Shell(html, assets)
