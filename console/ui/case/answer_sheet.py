"""One standard answer: its text, when it was checked, and what its number keys do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.domain.answer import StandardAnswer
from console.ui import theme
from console.ui.case.answer_words import checked_words
from console.ui.case.long_text import LongText
from console.ui.case.tray import TrayCard
from console.ui.texts.unseen import one_line, seen
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.key_cap import KeyCap
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Words


@dataclass(frozen=True, slots=True)
class Use:
    """A way to use an answer; `why_not` says why it is dead, '' while it lives."""

    words: Words
    act: Callable[[], None]
    why_not: str = ""


class AnswerSheet(TrayCard):
    """Number keys use it; a dead way keeps its number, so that the living ones never change theirs."""

    def __init__(self, answer: StandardAnswer, uses: tuple[Use, ...], parent: QWidget | None = None) -> None:
        super().__init__(one_line(answer.title), parent)
        self._uses = uses
        self._text = LongText()
        self._text.say(seen(answer.text))
        self.rows.addWidget(self._text)
        mark = SafeLabel(
            lambda: checked_words(answer, long=True), role="small" if answer.checked_on else "warn", wrap=True
        )
        self.rows.addWidget(mark)
        for number, use in enumerate(uses, 1):
            line = QHBoxLayout()
            line.setSpacing(theme.px(6))
            button = PlainButton(use.words, use.act)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setEnabled(not use.why_not)
            button.tip(use.why_not)
            line.addWidget(KeyCap(str(number)))
            line.addWidget(button, 1)
            self.rows.addLayout(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number key uses it, once."""
        number = event.key() - Qt.Key.Key_0.value
        if 1 <= number <= len(self._uses) and not event.isAutoRepeat():
            event.accept()
            use = self._uses[number - 1]
            if not use.why_not:
                use.act()
            return
        super().keyPressEvent(event)
