"""Writes one text inside the case: a question to the reporter, a note, a reason."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from console.ui import theme
from console.ui.case.tray import TrayCard
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.flow import FlowLayout
from console.ui.widgets.key_cap import KeyCap
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Words

MOST_CHARACTERS = 2000


class Composer(TrayCard):
    """Ctrl+Enter (Enter too when `short`) hands the text to `submit`; `ready` texts are one click away."""

    def __init__(
        self,
        title: Words,
        submit: Callable[[str], None],
        parent: QWidget | None = None,
        *,
        button: Words,
        hint: Words = "",
        placeholder: str = "",
        ready: tuple[str, ...] = (),
        short: bool = False,
        draft: str = "",
    ) -> None:
        super().__init__(title, parent)
        self._submit, self._short = submit, short
        if hint:
            self.rows.addWidget(SafeLabel(hint, role="muted", wrap=True))
        if ready:
            self._offer(ready)
        self.field = QPlainTextEdit()
        self.field.setPlaceholderText(placeholder)
        self.field.setAccessibleName(self.title.text())
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(theme.px(38 if short else 76))
        self.field.setPlainText(draft)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._look)
        self.rows.addWidget(self.field)
        self.buttons.addStretch(1)
        self.buttons.addWidget(KeyCap("Enter" if short else "Ctrl Enter"))
        self._button = PlainButton(button, self.submit, tone="primary")
        self.buttons.addWidget(self._button)
        self._look()

    def take_focus(self) -> None:
        """Type at once."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def text(self) -> str:
        """What is written, trimmed."""
        return self.field.toPlainText().strip()

    def submit(self) -> None:
        """Hand the text over, if there is one."""
        text = self.text()
        if text and len(text) <= MOST_CHARACTERS:
            self._submit(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter sends, Esc leaves, everything else is typing."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.close_card()
                return True
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (control or (self._short and not shift)):
                self.submit()
                return True
        return super().eventFilter(watched, event)

    def _offer(self, ready: tuple[str, ...]) -> None:
        holder = QWidget()
        flow = FlowLayout(holder, gap=theme.px(4))
        for words in ready:
            button = PlainButton(words, partial(self._put, words))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            flow.addWidget(button)
        self.rows.addWidget(holder)

    def _put(self, words: str) -> None:
        self.field.setPlainText(words)
        cursor = self.field.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.field.setTextCursor(cursor)
        self.take_focus()

    def _look(self) -> None:
        text = self.text()
        self._button.setEnabled(bool(text) and len(text) <= MOST_CHARACTERS)
        too_long = translate("case", "At most {n} characters.").format(n=MOST_CHARACTERS)
        self._button.tip(too_long if len(text) > MOST_CHARACTERS else "")
