"""The pages about map and positions: past ones, Traccar server, tile server."""

from __future__ import annotations

from console.ui.administration.page import PageEntry
from console.ui.administration.tile_server_page import TileServerPage
from console.ui.administration.traccar_page import TraccarPage
from console.ui.administration.tracks_page import TracksPage
from console.ui.texts.language import translate


def _map() -> str:
    return translate("enrolment", "Map and positions")


MAP_PAGES: tuple[PageEntry, ...] = (
    PageEntry(
        id="tracks", group=_map, title=lambda: translate("enrolment", "Past positions"), icon="eye", make=TracksPage
    ),
    PageEntry(
        id="traccar", group=_map, title=lambda: translate("enrolment", "Traccar server"), icon="device",
        make=TraccarPage,
    ),
    PageEntry(
        id="tiles", group=_map, title=lambda: translate("enrolment", "Tile server"), icon="map", make=TileServerPage
    ),
)  # fmt: skip
"""Each is made when it is first chosen."""
