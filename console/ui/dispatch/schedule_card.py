"""Asks at which hour units are to go: 14:30, or one of a few ready hours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from console.desk.hour import hour_meant
from console.ui import theme
from console.ui.case.tray import TrayCard
from console.ui.dispatch.words import due_words
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.key_cap import KeyCap
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Spoken


class ScheduleCard(TrayCard):
    """Enter sets the hour written; `send(when)` gets it as aware UTC."""

    def __init__(
        self,
        number: str,
        call_signs: tuple[str, ...],
        now: datetime,
        zone: ZoneInfo,
        send: Callable[[datetime], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            lambda: translate("dispatch", "Send {units} to {number} at").format(
                units=one_line(", ".join(call_signs)), number=number
            ),
            parent,
        )
        self._now, self._zone, self._send = now, zone, send
        self.rows.addWidget(
            SafeLabel(
                lambda: translate("dispatch", "They stay free until then; the order begins by itself."),
                role="muted", wrap=True,
            )
        )  # fmt: skip
        self.field = QLineEdit()
        Spoken(self.field, lambda: self.field.setPlaceholderText(translate("dispatch", "14:30, or 24/11 09:00")))
        self.field.setAccessibleName(translate("dispatch", "Hour at which the units go"))
        self.field.textChanged.connect(self._look)
        self.field.installEventFilter(self)
        self.rows.addWidget(self.field)
        self._meant = SafeLabel("", role="muted", wrap=True)
        self.rows.addWidget(self._meant)
        self.rows.addLayout(self._ready())
        self.buttons.addStretch(1)
        self.buttons.addWidget(KeyCap("Enter"))
        self._button = PlainButton(lambda: translate("dispatch", "Set the hour"), self.submit, tone="primary")
        self.buttons.addWidget(self._button)
        self._look("")

    def take_focus(self) -> None:
        """Type at once."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Hand over the hour written, when there is one."""
        when = hour_meant(self.field.text(), self._now, self._zone)
        if when is not None:
            self._send(when)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter sets it, Esc leaves."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.close_card()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
                self.submit()
                return True
        return super().eventFilter(watched, event)

    def _ready(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(6))
        nine = self._now.astimezone(self._zone).replace(hour=9, minute=0, second=0, microsecond=0)
        tomorrow = nine + timedelta(days=1)
        for when in (self._now + timedelta(minutes=30), self._now + timedelta(hours=2), tomorrow):
            button = PlainButton(partial(due_words, when, self._now, self._zone), partial(self._send, when))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _said(self, when: datetime | None) -> str:
        if when is None:
            return translate("dispatch", "No hour that lies ahead.")
        return due_words(when, self._now, self._zone)

    def _look(self, words: str) -> None:
        when = hour_meant(words, self._now, self._zone)
        self._button.setEnabled(when is not None)
        self._meant.say(partial(self._said, when) if words.strip() else "")
        self._meant.setVisible(bool(words.strip()))
