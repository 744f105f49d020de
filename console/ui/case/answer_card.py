"""Finds a standard answer while typing; then its text, to read out or send."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from console.domain.answer import Answers, StandardAnswer, found_answers
from console.ui.case.answer_words import checked_words
from console.ui.case.tray import TrayCard
from console.ui.command.line import CommandLine
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Spoken

SHOWN = 6


class AnswerCard(TrayCard):
    """`chosen(answer)` for the marked one; Up and Down move, Enter opens, Esc leaves."""

    def __init__(
        self, answers: Answers, text: str, chosen: Callable[[StandardAnswer], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(lambda: translate("answer", "Standard answers"), parent)
        self._answers, self._text, self._chosen = answers, text, chosen
        self._found: tuple[StandardAnswer, ...] = ()
        self._at = 0
        self.field = QLineEdit()
        Spoken(self.field, lambda: self.field.setPlaceholderText(translate("answer", "Topic or word: SIM, SKCK, tax…")))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.textChanged.connect(self._look)
        self.field.installEventFilter(self)
        self.rows.addWidget(self.field)
        self._lines = [CommandLine() for _ in range(SHOWN)]
        for place, line in enumerate(self._lines):
            line.pressed.connect(lambda place=place: self._choose(place))
            self.rows.addWidget(line)
        self._nothing = SafeLabel(lambda: translate("answer", "No answer holds these words."), role="muted", wrap=True)
        self.rows.addWidget(self._nothing)
        self._look("")

    def take_focus(self) -> None:
        """Type at once."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with Up and Down, open with Enter, leave with Esc."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_card()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._at = (self._at + (1 if key == Qt.Key.Key_Down else -1)) % max(1, len(self._found))
            self._render()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._choose(self._at)
        else:
            return super().eventFilter(watched, event)
        return True

    def _choose(self, place: int) -> None:
        if place < len(self._found):
            self._chosen(self._found[place])

    def _look(self, typed: str) -> None:
        self._found, self._at = found_answers(self._answers, typed, self._text, SHOWN), 0
        self._nothing.setVisible(not self._found)
        self._render()

    def _render(self) -> None:
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(self._found))
            if place < len(self._found):
                answer = self._found[place]
                detail = f"{one_line(answer.topic)} · {checked_words(answer)}"
                line.show_line(one_line(answer.title), detail, marked=place == self._at, key="Enter")
        if self._found:
            self.field.setAccessibleDescription(self._lines[self._at].accessibleName())
