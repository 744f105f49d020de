"""Keeps the selected unit in view; pauses while the hand is on the map."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.desk.casebook import Casebook
from console.domain.unit import Unit
from console.ui.background import Background
from console.ui.map.map_pane import MapPane
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line


class FollowTool(QObject):
    """A word of the bar that can be pressed once a unit is selected on the map; it says whom."""

    def __init__(self, pane: MapPane, book: Casebook, background: Background) -> None:
        super().__init__(pane)
        self._pane, self._book, self._background = pane, book, background
        self._unit_id, self._name, self._followed = "", "", ""
        self.button = pane.bar.add_tool(
            self._words,
            lambda: translate("map", "Keep the unit selected on the map in view; pauses while your hand is on the map"),
            self._turn, checkable=True,
        )  # fmt: skip
        self.button.setEnabled(False)
        pane.view.unit_selected.connect(self._select)

    def stop(self) -> None:
        """Nothing runs."""

    def _words(self) -> str:
        if self._name:
            return translate("map", "Follow {name}").format(name=self._name)
        return translate("map", "Follow")

    def _select(self, unit_id: str) -> None:
        self._unit_id = unit_id
        if not unit_id:
            self._named("", None)
            return
        self._background.ask(
            self, lambda: self._book.unit(unit_id), lambda unit: self._named(unit_id, unit), topic="unit"
        )

    def _named(self, unit_id: str, unit: Unit | None) -> None:
        if unit_id != self._unit_id:
            return
        self._name = one_line(unit.call_sign) if unit is not None else ""
        self.button.setEnabled(unit is not None or bool(self._followed))
        if self._followed and unit is not None and unit_id != self._followed:
            self._follow(unit_id)
        self.button.say_anew()
        self._pane.bar.fit()

    def _turn(self) -> None:
        self._follow(self._unit_id if self.button.isChecked() else "")

    def _follow(self, unit_id: str) -> None:
        self._followed = unit_id
        self.button.setChecked(bool(unit_id))
        self._pane.view.follow_unit(unit_id or None)
