"""Tries word rules on a text before they are saved: what they suggest, by which words."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.domain.triage import Triage
from console.ui import theme
from console.ui.texts.cases import category_word
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.panel import Card
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Spoken, name_widget

_AFTER_MS = 120
"""Typing goes on meanwhile; a text is tried when the fingers rest this long."""


class TryField(Card):
    """`asked(text)` a moment after the last letter; `show_result` says what came of it."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(SafeLabel(lambda: translate("administration", "Try it"), role="small_strong"))
        self.line = QLineEdit()
        self.line.setMaxLength(2_000)
        self.line.setMinimumHeight(theme.px(32))
        Spoken(self.line, lambda: self.line.setPlaceholderText(_hint()))
        name_widget(self.line, _hint)
        row.addWidget(self.line, 1)
        self.rows.addLayout(row)
        self._result, self._before = SafeLabel(role="strong", wrap=True), SafeLabel(role="muted", wrap=True)
        self._words = SafeLabel(wrap=True)
        said = QVBoxLayout()
        said.setSpacing(theme.px(2))
        for label in (self._result, self._words, self._before):
            said.addWidget(label)
            label.hide()
        self.rows.addLayout(said)
        self._resting = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._resting.timeout.connect(self.ask)
        self.line.textChanged.connect(lambda _: self._resting.start())

    def ask(self) -> None:
        """Try the text now, or again after the rules changed."""
        text = self.line.text().strip()
        if text:
            self.asked.emit(text)
        else:
            for label in (self._result, self._words, self._before):
                label.hide()

    def show_result(self, now: Triage | None, saved: Triage | None) -> None:
        """What the rules say with what is typed in the form, and what they say as they are saved."""
        if not self.line.text().strip():
            return
        self._say(self._result, suggestion_words(now))
        self._say(self._words, found_words(now))
        differs = now != saved
        before = translate("administration", "Without your change: {said}")
        self._say(self._before, before.format(said=suggestion_words(saved)) if differs else "")

    def words(self) -> str:
        """What stands there now."""
        labels = (self._result, self._words, self._before)
        return "\n".join(label.text() for label in labels if not label.isHidden())

    def stop(self) -> None:
        """End what waits."""
        self._resting.stop()

    def _say(self, label: SafeLabel, words: str) -> None:
        label.say(words)
        label.setVisible(bool(words))


def suggestion_words(triage: Triage | None) -> str:
    """Category and priority suggested."""
    if triage is None:
        return translate("administration", "No word of the list stands in it: nothing is suggested.")
    category = category_word(triage.category) if triage.category else translate("administration", "no category")
    priority = f"P{triage.priority}" if triage.priority else translate("administration", "no priority")
    return translate("administration", "Suggested: {category}, {priority}").format(category=category, priority=priority)


def found_words(triage: Triage | None) -> str:
    """Which words speak, which tell of danger, which nobody checked."""
    if triage is None:
        return ""
    parts = [translate("administration", "words: {words}").format(words=_list(triage.words))]
    if triage.life:
        parts.append(translate("administration", "danger to life: {words}").format(words=_list(triage.life)))
    if triage.unchecked:
        parts.append(translate("administration", "not checked: {words}").format(words=_list(triage.unchecked)))
    return " · ".join(parts)


def _list(words: tuple[str, ...]) -> str:
    return ", ".join(one_line(word) for word in words)


def _hint() -> str:
    return translate("administration", "Type a report's text: what would be suggested?")
