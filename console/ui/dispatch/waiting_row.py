"""An order that waits beside the case: for its hour, or behind the case its unit is on."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.domain import acts
from console.domain.waiting_order import WaitingOrder
from console.ui.dispatch.unit_row import UnitRow
from console.ui.dispatch.words import waiting_words
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.buttons import PlainButton


class WaitingRow(UnitRow):
    """`decided(act)`: let it begin where its unit is free, send it now after all, or take the order back."""

    decided = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order: WaitingOrder | None = None
        self._begins = False
        self.now_button = PlainButton(self._now_words, self._send_now)
        self.add(self.now_button, PlainButton(lambda: translate("dispatch", "Take back"), self._take_back))

    def show_order(
        self, order: WaitingOrder, zone: ZoneInfo, now: datetime, *, may_decide: bool, may_begin: bool = False
    ) -> None:
        """Show it as it stands at server time `now`; `may_begin`: its unit is free and no server has begun it yet."""
        self._order, self._begins = order, may_begin
        self.name.say(one_line(f"{order.call_sign} {order.title}"))
        free = translate("dispatch", "its unit is free: it may begin now")
        self.state.say(free if may_begin else waiting_words(order, now, zone))
        self.dot.set_colour("available" if may_begin else "stale")
        self.now_button.say(self._now_words)
        self.let_decide(may_decide)
        # What it begins takes nothing from whoever holds the case, so anybody may.
        self.now_button.setVisible(may_decide or may_begin)
        self.name_aloud()

    def _now_words(self) -> str:
        return translate("dispatch", "Begin") if self._begins else translate("dispatch", "Send now")

    def _send_now(self) -> None:
        order = self._order
        if order is not None and self._begins:
            self.decided.emit(acts.StartOrder(unit_id=order.unit_id, order_id=order.decision_id))
        elif order is not None:
            self.decided.emit(acts.DispatchUnits(unit_ids=(order.unit_id,)))

    def _take_back(self) -> None:
        if self._order is not None:
            self.decided.emit(acts.CancelDispatch(unit_id=self._order.unit_id))
