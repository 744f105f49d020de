"""Lists what is in sight on the map, in step with it, for eyes and screen readers."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from console.desk.around import MOST_IN_SIGHT, Around, Vicinity
from console.domain.changes import Changes
from console.ui.background import Background
from console.ui.map.around_list import AroundList
from console.ui.map.map_pane import MapPane
from console.ui.map.page_event import PageEvent
from console.ui.relay import Relay
from console.ui.selection import Selection
from console.ui.texts.language import translate
from console.ui.widgets.spoken import Spoken
from console.ui.widgets.states import EmptyState

AGE_MS, FOLLOWS_MS = 5_000, 400
"""Positions age by themselves; a burst of news is one question."""


class SightTool(QObject):
    """A word of the bar that opens the list beside the map."""

    def __init__(
        self, pane: MapPane, vicinity: Vicinity, background: Background, relay: Relay, selection: Selection
    ) -> None:
        super().__init__(pane)
        self._pane, self._vicinity, self._background = pane, vicinity, background
        self._selection = selection
        self._box: tuple[float, float, float, float] | None = None
        self.list = AroundList(lambda: translate("map", "Units and reports in sight, the nearest to the middle first"))
        self.list.opened.connect(self._open)
        self.panel = _Panel(self.list)
        self.button = pane.bar.add_tool(
            lambda: translate("map", "In sight"),
            lambda: translate("map", "List the units and reports in sight, nearest to the middle first"),
            self._turn, checkable=True,
        )  # fmt: skip
        pane.side_changed.connect(self._side_changed)
        pane.view.said.connect(self._take)
        relay.changed.connect(self._news)
        self._timer = QTimer(self, interval=AGE_MS)
        self._timer.timeout.connect(self._ask)
        self._follows = QTimer(self, singleShot=True, interval=FOLLOWS_MS)
        self._follows.timeout.connect(self._ask)

    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()
        self._follows.stop()

    @property
    def open(self) -> bool:
        """Whether the list stands beside the map."""
        return self._pane.side is self.panel

    def _turn(self) -> None:
        if self.open:
            self._pane.close_side()
        else:
            self._pane.open_side(self.panel)
            self.list.setFocus()

    def _side_changed(self, _widget: object) -> None:
        self.button.setChecked(self.open)
        self._pane.view.show_layer("sight", {"on": True} if self.open else None)
        if self.open:
            self._timer.start()
        else:
            self.stop()

    def _take(self, event: PageEvent) -> None:
        if event.id != "sight" or not self.open:
            return
        try:
            south, west, north, east = (float(each) for each in event.text.split())
        except ValueError:
            return
        self._box = (south, west, north, east)
        self._ask()

    def _news(self, changes: Changes) -> None:
        if self.open and not self._follows.isActive() and (changes.reports or changes.units or changes.everything):
            self._follows.start()

    def _ask(self) -> None:
        box = self._box
        if self.open and box is not None:
            self._background.ask(self, lambda: (box, self._vicinity.in_sight(*box)), self._show, topic="sight")

    def _show(self, answer: tuple[tuple[float, float, float, float], tuple[Around, ...]]) -> None:
        box, found = answer
        if self.open and box == self._box:
            self.list.show_rows(found, still=self.list.hand_in)
            self.panel.show_count(len(found))

    def _open(self, row_id: str) -> None:
        row = next((each for each in self.list.around.rows if each.id == row_id), None)
        if row is not None and row.unit is not None:
            self._pane.view.select_unit(row_id)
        elif row is not None:
            self._selection.select(row_id)


class _Panel(QStackedWidget):
    """The list, or why it is empty; the heading counts."""

    def __init__(self, rows: AroundList) -> None:
        super().__init__()
        self._count = 0
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(rows)
        self.addWidget(
            EmptyState(
                "map", lambda: translate("map", "Nothing in sight"),
                lambda: translate("map", "Move the map or zoom out: units on duty and open reports stand here."),
            )
        )  # fmt: skip
        self.addWidget(held)
        Spoken(self, self._say)

    def show_count(self, count: int) -> None:
        """How many rows there are."""
        self._count = count
        self.setCurrentIndex(1 if count else 0)
        self._say()

    def _say(self) -> None:
        said = f"{self._count}+" if self._count >= MOST_IN_SIGHT else str(self._count)
        self.setWindowTitle(translate("map", "In sight: {n}").format(n=said))
