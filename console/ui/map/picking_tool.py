"""Picks the units in a circle, a kelurahan or a drawn area, and sends them."""

from __future__ import annotations

import json
import math
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from console.desk.around import Picked, Vicinity
from console.desk.case import CaseView
from console.domain.inside import Ring
from console.ui.background import Background
from console.ui.map.map_pane import MapPane
from console.ui.map.page_event import PageEvent
from console.ui.map.picked_panel import PickedPanel
from console.ui.selection import Selection
from console.ui.texts.language import translate

AGE_MS = 5_000
"""Units move and grow old: who is inside is asked anew so often."""


class PickingTool(QObject):
    """A word of the bar that opens the panel; closing the panel takes what was drawn away."""

    def __init__(
        self,
        pane: MapPane,
        vicinity: Vicinity,
        background: Background,
        selection: Selection,
        case: Callable[[], CaseView | None],
        send: Callable[[CaseView, tuple[str, ...]], None],
    ) -> None:
        """`case` is the case shown; `send` decides to send these units to it, by all its rules."""
        super().__init__(pane)
        self._pane, self._vicinity, self._background = pane, vicinity, background
        self._case, self._send_units = case, send
        self._question: Callable[[], Picked | None] | None = None
        self._circle: tuple[float, float, float] | None = None
        self.panel = PickedPanel()
        self.panel.mode_wanted.connect(self._begin)
        self.panel.around_wanted.connect(self._around_case)
        self.panel.send_wanted.connect(self._send)
        self.panel.list.opened.connect(pane.view.select_unit)
        self.button = pane.bar.add_tool(
            lambda: translate("map", "Pick units"),
            lambda: translate("map", "Pick the units in a circle, a kelurahan or a drawn area, and send them"),
            self._turn, checkable=True,
        )  # fmt: skip
        pane.side_changed.connect(self._side_changed)
        pane.hand_taken.connect(self._yield)
        pane.view.said.connect(self._take)
        selection.changed.connect(lambda _id: self._look())
        self._timer = QTimer(self, interval=AGE_MS)
        self._timer.timeout.connect(self._look)

    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()

    @property
    def open(self) -> bool:
        """Whether the panel stands beside the map."""
        return self._pane.side is self.panel

    def _turn(self) -> None:
        if self.open:
            self._pane.close_side()
        else:
            self._pane.open_side(self.panel)
            self._look()

    def _side_changed(self, _widget: object) -> None:
        self.button.setChecked(self.open)
        if self.open:
            self._timer.start()
        elif self._timer.isActive():
            self._timer.stop()
            self._question = self._circle = None
            self.panel.show_mode("")
            self.panel.show_picked(None, anew=True)
            self._pane.view.show_layer("picking", None)

    def _begin(self, mode: str) -> None:
        self._pane.take_hand("picking")
        self._pane.view.show_layer("picking", {"mode": mode})
        self._question = self._circle = None
        self.panel.show_picked(None, anew=True)
        self.panel.show_mode(mode)
        self._pane.view.setFocus()

    def _yield(self, name: str) -> None:
        if name != "picking" and self.open:
            self.panel.show_mode("")
            if self._question is None:
                self._pane.view.show_layer("picking", None)

    def _around_case(self, metres: float) -> None:
        view = self._case()
        place = view.report.place if view is not None else None
        if place is not None and place.lat is not None and place.lon is not None:
            self._pane.take_hand("picking")
            self._pick_circle(place.lat, place.lon, metres)

    def _take(self, event: PageEvent) -> None:
        if event.id != "picking" or not self.open:
            return
        if event.text == "radius" and event.number > 0:
            self._pick_circle(event.lat, event.lon, float(event.number))
        elif event.text == "area":
            lat, lon = event.lat, event.lon
            self._ask(lambda: self._vicinity.in_area_at(lat, lon))
        elif (ring := ring_of(event.text)) is not None:
            self._ask(lambda: self._vicinity.in_drawn(ring))
        elif event.text == "ended":
            self.panel.show_mode("")

    def _pick_circle(self, lat: float, lon: float, metres: float) -> None:
        self._ask(lambda: self._vicinity.within(lat, lon, metres), (lat, lon, metres))

    def _ask(self, question: Callable[[], Picked | None], circle: tuple[float, float, float] | None = None) -> None:
        self._question, self._circle = question, circle
        self.panel.show_mode("")
        self._background.ask(self, question, lambda picked: self._show(picked, anew=True), topic="picked")

    def _look(self) -> None:
        """The case shown may be another one, units have moved."""
        if not self.open:
            return
        self._look_at_case()
        if self._question is not None:
            self._background.ask(self, self._question, lambda picked: self._show(picked, anew=False), topic="picked")

    def _show(self, picked: Picked | None, *, anew: bool) -> None:
        if not self.open or self._question is None:
            return
        why = "" if picked is not None else translate("map", "No outline of a kelurahan is known here")
        self.panel.show_picked(picked, anew=anew, why=why)
        if anew:
            self._pane.view.show_layer("picking", {"shape": self._shape(picked)} if picked is not None else None)
            self._look_at_case()

    def _look_at_case(self) -> None:
        view = self._case()
        place = view.report.place if view is not None else None
        known = place is not None and place.lat is not None
        self.panel.show_target(view.report.number if view is not None else "", has_place=known)

    def _shape(self, picked: Picked) -> dict[str, object]:
        if self._circle is not None:
            lat, lon, metres = self._circle
            return {"lat": lat, "lon": lon, "radius": metres}
        return {"rings": [[list(corner) for corner in ring] for ring in picked.rings]}

    def _send(self, unit_ids: tuple[str, ...]) -> None:
        view = self._case()
        if view is not None and unit_ids:
            self._send_units(view, unit_ids)


def ring_of(text: str) -> Ring | None:
    """The corners the page drew, None when that is no ring."""
    try:
        raw = json.loads(text)
        ring = tuple((float(lat), float(lon)) for lat, lon in raw)
    except (TypeError, ValueError, RecursionError):
        return None
    on_globe = all(math.isfinite(lat + lon) and abs(lat) <= 90 and abs(lon) <= 180 for lat, lon in ring)
    return ring if len(ring) >= 3 and on_globe else None
