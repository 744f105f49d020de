"""One forward on the case: where it stands, whom to ring, who took it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.desk.case import ShownForward
from console.domain import acts
from console.domain.report import ForwardStatus
from console.ui import theme
from console.ui.dispatch.status_dot import StatusDot
from console.ui.forwarding.words import files_words, forward_state
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import ElidedLabel, SafeLabel, restyle
from console.ui.widgets.spoken import Spoken

_COLOURS = {
    ForwardStatus.HELD: "stale",
    ForwardStatus.SENT: "en_route",
    ForwardStatus.FAILED: "bad",
    ForwardStatus.CONFIRMED: "available",
    ForwardStatus.CANCELLED: "stale",
}


class ForwardRow(QFrame):
    """`decided(ConfirmForward)` when a person's word is recorded; stays 'not confirmed yet' until then."""

    decided = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.px(12), theme.px(5), theme.px(8), theme.px(6))
        outer.setSpacing(theme.px(3))
        head = QHBoxLayout()
        head.setSpacing(theme.px(10))
        self._dot = StatusDot()
        self._name = ElidedLabel(role="strong")
        self._record = PlainButton(lambda: translate("forwarding", "Called…"), self._ask)
        self._record.tip(lambda: translate("forwarding", "Record who took it when you rang them"))
        head.addWidget(self._dot)
        head.addWidget(self._name, 1)
        head.addWidget(self._record)
        outer.addLayout(head)
        self._state = SafeLabel(role="small", wrap=True)
        outer.addWidget(self._state)
        self._ring = SafeLabel(role="warn", wrap=True).selectable()
        outer.addWidget(self._ring)
        self.field = QLineEdit()
        self.field.setMaxLength(80)
        self.field.setVisible(False)
        self.field.returnPressed.connect(self._confirm)
        self.field.installEventFilter(self)
        outer.addWidget(self.field)
        self._shown: ShownForward | None = None
        self._zone = ZoneInfo("Asia/Jakarta")

    def show_forward(self, shown: ShownForward, zone: ZoneInfo, now: datetime) -> None:
        """Show it as it stands at server time `now`; a half-typed record stays."""
        another = self._shown is None or self._shown.forward.id != shown.forward.id
        self._shown, self._zone = shown, zone
        forward = shown.forward
        self._name.say(one_line(forward.agency_name))
        self._dot.set_colour(_COLOURS[forward.status])
        able = shown.open and not shown.waiting
        self._record.setVisible(able)
        self._ring.setVisible(shown.ring and bool(forward.agency_phone))
        words = translate("forwarding", "Ring {phone}: not certain until somebody there takes it")
        self._ring.say(words.format(phone=one_line(forward.agency_phone)))
        if another or not able:
            self.field.setVisible(False)
            self.field.clear()
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """Let its acknowledgement clock go on."""
        if self._shown is None:
            return
        words = forward_state(self._shown, now, self._zone)
        forward = self._shown.forward
        along = files_words(forward.files, leaving=forward.sent_at is None, wait_s=self._shown.files_wait_s)
        self._state.say("\n".join(part for part in (words, along) if part))
        late = self._shown.open and now > self._shown.due_at
        failed = self._shown.forward.status is ForwardStatus.FAILED
        restyle(self._state, role="bad" if late or failed else "small")
        self._state.tip(one_line(self._shown.forward.last_error) if failed else "")
        self.setAccessibleName(f"{self._name.full_text()}, {words}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc leaves the record line."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.field.setVisible(False)
            return True
        return super().eventFilter(watched, event)

    def _ask(self) -> None:
        Spoken(
            self.field,
            lambda: self.field.setPlaceholderText(
                translate("forwarding", "Who took it? For instance: Bu Rina · Enter records it")
            ),
        )
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.setVisible(True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _confirm(self) -> None:
        who = self.field.text().strip()
        if who and self._shown is not None:
            self.field.setVisible(False)
            self.field.clear()
            self.decided.emit(acts.ConfirmForward(forward_id=self._shown.forward.id, confirmed_by=who, by="phone"))
