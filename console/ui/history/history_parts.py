"""What the tools of the past are made from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from console.desk.casebook import Casebook
from console.desk.tracks import Tracks
from console.ui.background import Background
from console.ui.map.map_pane import MapPane
from console.ui.relay import Relay
from console.ui.selection import Selection
from console.ui.widgets.buttons import PlainButton


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryParts:
    """`now` is estimated server time, `zone` the site's, `person` who exports, `officers` the bar's own toggle."""

    pane: MapPane
    tracks: Tracks
    book: Casebook
    background: Background
    selection: Selection
    relay: Relay
    officers: PlainButton
    now: Callable[[], datetime]
    zone: Callable[[], ZoneInfo]
    stale_after_s: Callable[[], int]
    person: str
