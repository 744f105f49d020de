"""The tour's pictures of the live map: places, in sight, measuring, units picked."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from console.bench.tour_pictures import Pictures
from console.drill.hand import DrillFailed


class MapLive(Pictures):
    """Plays an operator who works on the map."""

    def play(self) -> None:
        """From the places to the map in a window of its own."""
        hand, work = self.hand, self.hand.work
        tools, pane = work.map_tools, work.map_pane
        row = hand.wait("a report with a place", lambda: self.row(lambda r: r.lat is not None and not r.sensitive), 60)
        hand.select(row.id)
        hand.wait("the case is shown", lambda: (view := work.case.view) is not None and view.report.id == row.id)
        tools.places.agencies.setChecked(True)
        tools.places.partners.setChecked(True)
        hand.wait("the places are there", lambda: "places" in pane.view.layers)
        self.look_at("map-agencies-partners", lambda: work.window)
        tools.places.partners.setChecked(False)
        tools.sight.button.click()
        hand.wait("what is in sight is listed", lambda: tools.sight.list.around.rows, 30)
        unit = hand.wait("a unit is in sight", lambda: next((r for r in tools.sight.list.around.rows if r.unit), None))
        pane.view.select_unit(unit.id)
        hand.wait("it can be followed", tools.follow.button.isEnabled)
        self.look_at("map-in-sight", lambda: work.window)
        pane.close_side()
        self._measure()
        tools.picking.button.click()
        hand.wait("the place of the case is known", tools.picking.panel.radii[2].isEnabled)
        tools.picking.panel.radii[2].click()
        hand.wait("units are inside", lambda: tools.picking.panel.list.around.rows)
        tools.picking.panel.tick_free()
        self.look_at("map-units-picked", lambda: work.window)
        pane.close_side()
        work.map_place.away(True)
        outside = hand.wait("the map has a window of its own", lambda: work.map_place.outside)
        hand.rest(2.0)
        self.look_at("map-own-window", lambda: outside)
        self.look_at("map-gone-out", lambda: work.window)
        work.map_place.away(False)
        tools.places.agencies.setChecked(False)

    def _measure(self) -> None:
        hand, work = self.hand, self.hand.work
        tool = work.map_tools.measure
        tool.button.click()
        browser = work.map.browser
        target, size = browser.view.focusProxy() if browser is not None else None, work.map.size()
        if target is None:
            raise DrillFailed("the map is gone")
        for x, y in ((0.3, 0.3), (0.5, 0.6), (0.7, 0.4)):
            at = QPoint(round(size.width() * x), round(size.height() * y))
            QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=at)
            hand.rest(0.3)
        self.look_at("map-measured", lambda: work.window)
        tool.button.click()
