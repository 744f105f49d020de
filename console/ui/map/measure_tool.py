"""Measures along a line of clicks; Esc ends it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.ui.map.map_pane import MapPane
from console.ui.map.page_event import PageEvent
from console.ui.texts.language import translate


class MeasureTool(QObject):
    """A word of the bar, ticked while it measures; clicks choose nothing meanwhile."""

    def __init__(self, pane: MapPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self.button = pane.bar.add_tool(
            lambda: translate("map", "Measure"),
            lambda: translate("map", "Measure along clicked points; Backspace takes the last one back, Esc ends"),
            self._turn, checkable=True,
        )  # fmt: skip
        pane.view.said.connect(self._take)
        pane.hand_taken.connect(self._yield)

    def stop(self) -> None:
        """Nothing runs."""

    def _turn(self) -> None:
        if self.button.isChecked():
            self._pane.take_hand("measure")
            self._pane.view.show_layer("measure", {"on": True})
            self._pane.view.setFocus()
        else:
            self._pane.view.show_layer("measure", None)

    def _take(self, event: PageEvent) -> None:
        if event.id == "measure" and event.text == "ended":
            self._end()

    def _yield(self, name: str) -> None:
        if name != "measure" and self.button.isChecked():
            self._end()

    def _end(self) -> None:
        self.button.setChecked(False)
        self._pane.view.show_layer("measure", None)
