"""The heat map as a toggle of the map: asks in the background, draws, keeps its panel."""

from __future__ import annotations

import base64

from PySide6.QtCore import QEvent, QObject, QTimer

from console.desk.heat import Heat
from console.domain.changes import Changes
from console.domain.heat import STEPS_PER_MEAN, HeatMap
from console.domain.roster import ShiftHours
from console.ui.background import Background
from console.ui.map.heat_panel import HeatPanel
from console.ui.map.heat_ramp import ALPHAS, RAMPS
from console.ui.map.heat_words import class_words, few_words, made_words, unit_words
from console.ui.map.map_pane import MapPane
from console.ui.relay import Relay
from console.ui.texts.language import translate

LAYER = "heat"
REST_MS = 150
"""While a hand drags over hours or ticks categories only what it stops at is asked."""

RENEW_MS = 30_000
"""New reports change a picture of weeks little: while it is looked at it is drawn anew so often."""

Answer = tuple[HeatMap, tuple[ShiftHours, ...]]


class HeatTool(QObject):
    """`panel` is made when the map is first wanted."""

    def __init__(self, pane: MapPane, heat: Heat, background: Background, relay: Relay) -> None:
        super().__init__(pane)
        self._pane, self._heat, self._background = pane, heat, background
        self.panel: HeatPanel | None = None
        self.found: HeatMap | None = None
        self._ended = False
        self._rest, self._renew = QTimer(self), QTimer(self)
        for timer, ms in ((self._rest, REST_MS), (self._renew, RENEW_MS)):
            timer.setSingleShot(True)
            timer.setInterval(ms)
            timer.timeout.connect(self._ask)
        relay.changed.connect(self._take)
        self.toggle = pane.bar.add_toggle(
            lambda: translate("heat", "Heat map"),
            lambda: translate("heat", "Where reports were, by hour of week and category"),
            self._turn,
        )
        pane.side_changed.connect(self._draw_again)
        pane.dismissed.connect(self._dismissed)
        pane.installEventFilter(self)

    def stop(self) -> None:
        """Ask no more, whatever still changes."""
        self._ended = True
        self._wait_for_nothing()

    def _wait_for_nothing(self) -> None:
        self._rest.stop()
        self._renew.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another language: the legend in the map is ours."""
        if event.type() == QEvent.Type.LanguageChange:
            self._draw_again()
        return False

    def _turn(self, on: bool) -> None:
        if on:
            if self.panel is None:
                self.panel = HeatPanel()
                self.panel.asked.connect(lambda _question: self._rest.start())
            self._pane.open_side(self.panel, draws=True)
            self._ask()
            return
        self._wait_for_nothing()
        self.found = None
        self._pane.view.show_layer(LAYER, None)
        if self.panel is not None and self._pane.side is self.panel:
            self._pane.close_side()
        self._background.ask(self, self._heat.forget, topic=LAYER)

    def _dismissed(self, panel: object) -> None:
        if panel is self.panel:
            self.toggle.setChecked(False)

    def _ask(self) -> None:
        if self.panel is None or not self.toggle.isChecked():
            return
        question = self.panel.question
        self._background.ask(
            self, lambda: (self._heat.answer(question), self._heat.shifts()), self._show, self.panel.show_failed,
            topic=LAYER,
        )  # fmt: skip

    def _show(self, answer: Answer) -> None:
        if self.panel is None or not self.toggle.isChecked():
            return
        self.found, shifts = answer
        self.panel.offer_shifts(shifts)
        self.panel.show_answer(self.found)
        self._draw(self.found)

    def _draw(self, found: HeatMap) -> None:
        beside = self.panel is not None and self._pane.side is self.panel
        self._pane.view.show_layer(LAYER, heat_payload(found) | {"beside": beside})

    def _draw_again(self, _side: object = None) -> None:
        """The panel holds the legend too: one of the two is shown."""
        if self.found is not None:
            self._draw(self.found)

    def _take(self, changes: Changes) -> None:
        touched = changes.reports or changes.new_reports or changes.everything
        if touched and self.toggle.isChecked() and not self._ended and not self._renew.isActive():
            self._renew.start()


def heat_payload(found: HeatMap) -> dict[str, object]:
    """What resources/map/heat.js draws: levels as base64, the grid in degrees, ramps, and the legend's words."""
    legend: dict[str, object] = {
        "title": translate("heat", "Heat map"),
        "classes": [] if found.too_few else list(class_words(found)),
        "unit": "" if found.too_few else unit_words(),
        "made": few_words(found) if found.too_few else made_words(found),
    }
    grid = found.grid
    if found.too_few or grid is None:
        return {"legend": legend}
    return {
        "legend": legend, "levels": base64.b64encode(found.levels).decode(), "rows": grid.rows,
        "columns": grid.columns, "south": grid.south, "west": grid.west, "step_lat": grid.step_lat,
        "step_lon": grid.step_lon, "per_class": STEPS_PER_MEAN, "ramps": RAMPS, "alphas": ALPHAS,
    }  # fmt: skip
