"""One line across the top: what is wrong, whom to ring, and what can be done at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from console.ui import theme
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import ElidedLabel, restyle

HEIGHT_PX, MOST_BUTTONS = 34, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFacts:
    """What a line says: `words(now)` counts on, `aside` is whom to ring, `does` its buttons as (words, what)."""

    report_id: str
    tone: str
    words: Callable[[datetime], str]
    aside: Callable[[], str] = field(default=lambda: "")
    does: tuple[tuple[Callable[[], str], Callable[[], None]], ...] = ()


class AlarmLine(QFrame):
    """`chosen(report_id)` on a click beside its buttons."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts: LineFacts | None = None
        self.setProperty("role", "alarm")
        self.setFixedHeight(theme.px(HEIGHT_PX))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), 0, theme.px(8), 0)
        row.setSpacing(theme.px(10))
        self.sentence, self.aside = ElidedLabel(), ElidedLabel(role="aside")
        self.sentence.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.aside.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row.addWidget(self.sentence, 3)
        row.addWidget(self.aside, 2)
        self.buttons = tuple(PlainButton("", tone="notice") for _ in range(MOST_BUTTONS))
        for button in self.buttons:
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        for place, button in enumerate(self.buttons):
            button.clicked.connect(lambda *_, place=place: self._press(place))

    def show_facts(self, facts: LineFacts, now: datetime) -> None:
        """Say these."""
        self.facts = facts
        for widget in (self, self.sentence, self.aside, *self.buttons):
            # A style sheet reads its ancestors' properties only when a widget's own change.
            restyle(widget, on=facts.tone)
        for place, button in enumerate(self.buttons):
            button.setVisible(place < len(facts.does))
            if place < len(facts.does):
                button.say(facts.does[place][0])
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """Count on."""
        if self.facts is None:
            return
        words, aside = self.facts.words(now), self.facts.aside()
        if self.sentence.text() != words:
            self.sentence.say(words)
        self.aside.say(aside)
        self.aside.setVisible(bool(aside))
        self.setAccessibleName(f"{words} {aside}".strip())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the case named."""
        if self.facts is not None:
            self.chosen.emit(self.facts.report_id)

    def _press(self, place: int) -> None:
        if self.facts is not None and place < len(self.facts.does):
            self.facts.does[place][1]()
