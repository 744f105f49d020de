"""The tour's pictures of units outside a case, and of an end that lets orders fall."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from console.bench.tour_pictures import Pictures
from console.desk.unit_board import BoardFilter
from console.domain import acts
from console.domain.unit import Duty, Unit, UnitStatus
from console.drill.hand import DrillFailed
from console.ui.case.confirm_strip import ConfirmStrip

Key = Qt.Key


class Units(Pictures):
    """Plays an operator who sends units on a break, asks what he can do, and closes a case somebody is meant for."""

    def play(self) -> None:
        """From the menu of a unit to the question before an end."""
        hand, work = self.hand, self.hand.work
        row = hand.wait("a report to work on", lambda: self.row(lambda r: r.priority > 1 and not r.sensitive), 60)
        hand.select(row.id)
        rest, broken, later = hand.wait("free units", self._free)
        self.look_at("unit-menu", lambda: self._menu(rest.id))
        work.units.set_duty(rest, Duty.BREAK)
        work.units.set_duty(broken, Duty.OUT_OF_SERVICE, "ban bocor (rekaan)")
        hand.wait("two are away", lambda: len(self.office.book.away(9)) >= 2)
        hand.wait("the strip says so", lambda: work.officers.away_button.isVisible())
        self.look_at("units-away", lambda: work.window)
        field = work.window.top.search
        work.window.activateWindow()
        field.setFocus()
        hand.wait("the keyboard is in the field", field.hasFocus)
        field.clear()
        hand.press(field, Key.Key_Down)
        hand.wait("what can be done is listed", lambda: work.commands.list.offers)
        self.look_at("what-can-be-done", lambda: work.window)
        field.empty()
        work.commands.list.hide()
        self._board()
        at = self.office.now() + timedelta(hours=2)
        order = acts.DispatchUnits(unit_ids=(later.id,), due_at=at, fewer_because="janji temu")
        work.deciding.decide(order, row.id)
        hand.wait("the order waits", lambda: (view := work.case.view) is not None and view.report.waiting_orders)
        hand.decide(Key.Key_E, row.id)
        hand.press(hand.wait("the outcomes", lambda: work.case.tray.card), Key.Key_1)
        hand.wait("what falls is named", lambda: isinstance(work.case.tray.card, ConfirmStrip))
        self.look_at("close-with-waiting-orders", lambda: work.window)
        work.case.tray.clear()

    def _board(self) -> None:
        """All units on duty in a window of their own, then who is silent and what to do."""
        hand, work = self.hand, self.hand.work
        work.open_board()
        pane = hand.wait("the board", lambda: work.board.pane)
        hand.wait("its units", lambda: pane.model.rows)
        self.look_at("units-board", lambda: pane)
        pane.choose(BoardFilter.SILENT)
        hand.wait("who is silent", lambda: all(row.card.stale for row in pane.model.rows))
        self.look_at("units-silent", lambda: pane)
        pane.choose(BoardFilter.ALL)
        pane.close()
        work.window.activateWindow()

    def _free(self) -> tuple[Unit, ...] | None:
        units = [card.unit for card in self.hand.work.officers.shown if card.unit.status is UnitStatus.AVAILABLE]
        return tuple(units[:3]) if len(units) >= 3 else None

    def _menu(self, unit_id: str) -> QWidget:
        """The menu in the language worn now; the one before is gone."""
        work = self.hand.work
        unit = self.office.book.unit(unit_id)
        if unit is None:
            raise DrillFailed("the unit is gone")
        menu = work.units.open_menu(unit, work.officers)
        menu.aboutToHide.disconnect()
        menu.close()
        menu.adjustSize()
        return menu
