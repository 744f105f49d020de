"""Everything the map can do beyond showing marks, made once, stopped together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject

from console.desk.office import Office
from console.domain.person import Actor
from console.ui.background import Background
from console.ui.case.pane import CasePane
from console.ui.deciding import Deciding
from console.ui.history.history_parts import HistoryParts
from console.ui.history.history_tool import HistoryTool
from console.ui.history.near_tool import NearTool
from console.ui.map.about_tool import AboutTool
from console.ui.map.basemap_tool import BasemapDesk, BasemapTool
from console.ui.map.coverage_tool import CoverageTool
from console.ui.map.follow_tool import FollowTool
from console.ui.map.heat_tool import HeatTool
from console.ui.map.map_pane import MapPane
from console.ui.map.map_window import MapPlace
from console.ui.map.marks_tool import MarksTool
from console.ui.map.measure_tool import MeasureTool
from console.ui.map.pack_watch import PackWatch
from console.ui.map.picking_tool import PickingTool
from console.ui.map.places_tool import PlacesTool
from console.ui.map.police_tool import PoliceTool
from console.ui.map.sight_tool import SightTool
from console.ui.relay import Relay
from console.ui.selection import Selection
from console.ui.widgets.spoken import Words


class MapTool(Protocol):
    """One capability of the map, by shape."""

    def stop(self) -> None:
        """End timers and subscriptions; before the desk closes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapParts:
    """What tools are made from; `office.now` is estimated server time, `zone` the site's, `tell` says a word once."""

    pane: MapPane
    place: MapPlace
    case: CasePane
    office: Office
    background: Background
    selection: Selection
    deciding: Deciding
    relay: Relay
    zone: Callable[[], ZoneInfo]
    actor: Actor
    tell: Callable[[Words], None]
    basemaps: BasemapDesk | None = None


class MapTools(QObject):
    """Made by the workplace; the order here is the order in the bar."""

    def __init__(self, parts: MapParts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        pane, office, background, selection = parts.pane, parts.office, parts.background, parts.selection
        around, case = office.vicinity, parts.case
        self.marks = MarksTool(pane)
        self.places = PlacesTool(pane, around, background, parts.relay)
        self.sight = SightTool(pane, around, background, parts.relay, selection)
        self.follow = FollowTool(pane, office.book, background)
        self.measure = MeasureTool(pane)
        self.picking = PickingTool(
            pane, around, background, selection, lambda: case.view, case.acts.sending.dispatch
        )
        self.heat = HeatTool(pane, parts.office.heat, parts.background, parts.relay)
        self.coverage = CoverageTool(
            pane, parts.office.coverage, parts.office.positions, parts.background, parts.relay,
            lambda: parts.office.city.site.stale_after_s,
        )  # fmt: skip
        self.police = PoliceTool(pane, office.map_data, background, parts.relay)
        self.about = AboutTool(pane, office.map_data, background)
        self.pack = PackWatch(pane, office.map_data, background, parts.tell)
        for drawn in (self.police, self.coverage, self.about):
            self.pack.imported.connect(drawn.renew)
        past = HistoryParts(
            pane=parts.pane, tracks=parts.office.tracks, book=parts.office.book, background=parts.background,
            selection=parts.selection, relay=parts.relay, officers=self.marks.officers, now=parts.office.now,
            zone=parts.zone, stale_after_s=lambda: parts.office.city.site.stale_after_s, person=parts.actor.name,
        )  # fmt: skip
        self.history = HistoryTool(past)
        self.near = NearTool(past, self.history.show_units)
        self.picking.panel.tracks_wanted.connect(self.history.show_units)
        self._tools: list[MapTool] = [
            self.marks,
            self.places,
            self.sight,
            self.follow,
            self.measure,
            self.picking,
            self.heat,
            self.coverage,
            self.history,
            self.near,
            self.police,
            self.about,
            self.pack,
        ]
        if parts.basemaps is not None:
            self._tools.append(BasemapTool(pane, parts.basemaps, parts.office.kept, parts.background))
        parts.place.offer()

    def stop(self) -> None:
        """End them all."""
        for tool in self._tools:
            tool.stop()
