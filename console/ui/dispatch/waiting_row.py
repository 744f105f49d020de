"""An order that waits beside the case: for its hour, or behind the case its unit is on."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.domain import acts
from console.domain.waiting_order import WaitingOrder
from console.ui import theme
from console.ui.dispatch.status_dot import StatusDot
from console.ui.dispatch.words import waiting_words
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import ElidedLabel


class WaitingRow(QFrame):
    """`decided(act)`: send it now after all, or take the order back."""

    decided = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(5), theme.px(8), theme.px(5))
        row.setSpacing(theme.px(10))
        self._dot = StatusDot()
        self._dot.set_colour("stale")
        self._name, self._state = ElidedLabel(role="strong"), ElidedLabel(role="small")
        self._now_button = PlainButton(lambda: translate("dispatch", "Send now"), self._send_now)
        self._back = PlainButton(lambda: translate("dispatch", "Take back"), self._take_back)
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        words.addWidget(self._name)
        words.addWidget(self._state)
        row.addWidget(self._dot)
        row.addLayout(words, 1)
        row.addWidget(self._now_button)
        row.addWidget(self._back)
        self._order: WaitingOrder | None = None

    def show_order(self, order: WaitingOrder, zone: ZoneInfo, now: datetime, *, may_decide: bool) -> None:
        """Show it as it stands at server time `now`."""
        self._order = order
        self._name.say(one_line(f"{order.call_sign} {order.title}"))
        self._state.say(waiting_words(order, now, zone))
        for button in (self._now_button, self._back):
            button.setVisible(may_decide)
        self.setAccessibleName(f"{self._name.full_text()}, {self._state.full_text()}")

    def _send_now(self) -> None:
        if self._order is not None:
            self.decided.emit(acts.DispatchUnits(unit_ids=(self._order.unit_id,)))

    def _take_back(self) -> None:
        if self._order is not None:
            self.decided.emit(acts.CancelDispatch(unit_id=self._order.unit_id))
