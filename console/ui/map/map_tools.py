"""Everything the map can do beyond showing marks: one object each, made once, stopped together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject

from console.desk.office import Office
from console.domain.person import Actor
from console.ui.background import Background
from console.ui.deciding import Deciding
from console.ui.map.basemap_tool import BasemapDesk, BasemapTool
from console.ui.map.map_pane import MapPane
from console.ui.map.marks_tool import MarksTool
from console.ui.relay import Relay
from console.ui.selection import Selection


class MapTool(Protocol):
    """One capability of the map, by shape."""

    def stop(self) -> None:
        """End timers and subscriptions; before the desk closes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapParts:
    """What tools are made from; `office.now` is estimated server time, `zone` the site's."""

    pane: MapPane
    office: Office
    background: Background
    selection: Selection
    deciding: Deciding
    relay: Relay
    zone: Callable[[], ZoneInfo]
    actor: Actor
    basemaps: BasemapDesk | None = None


class MapTools(QObject):
    """Made by the workplace; the order here is the order in the bar."""

    def __init__(self, parts: MapParts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        pane = parts.pane
        self.marks = MarksTool(pane)
        self._tools: list[MapTool] = [
            self.marks,
        ]
        if parts.basemaps is not None:
            self._tools.append(BasemapTool(pane, parts.basemaps, parts.office.kept, parts.background))

    def stop(self) -> None:
        """End them all."""
        for tool in self._tools:
            tool.stop()
