"""What may be meant, below the search field: never takes the focus from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from console.domain.command_completion import MOST_VERBS
from console.ui import theme
from console.ui.command.line import CommandLine
from console.ui.texts.language import translate
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import name_widget


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One line offered: `line` is what the field would hold ('' for the first, which says what Enter does)."""

    words: str
    detail: str = ""
    line: str = ""
    tone: str = ""


def _hint_words() -> str:
    return translate("command", "↑ ↓ choose · Tab complete · Esc close · / searches")


class CommandList(QFrame):
    """`taken(place)` at a click; `marked` is the place Enter takes, 0 what the line itself means."""

    taken = Signal(int)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("role", "commands")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        name_widget(self, lambda: translate("command", "Commands"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(theme.px(4), theme.px(4), theme.px(4), theme.px(6))
        rows.setSpacing(theme.px(1))
        self._lines = [CommandLine() for _ in range(MOST_VERBS + 2)]
        for place, line in enumerate(self._lines):
            line.pressed.connect(lambda place=place: self.taken.emit(place))
            rows.addWidget(line)
        self._hint = SafeLabel(_hint_words, role="small")
        self._hint.setContentsMargins(theme.px(10), theme.px(4), 0, 0)
        rows.addWidget(self._hint)
        self._offers: tuple[Offer, ...] = ()
        self.marked = 0
        self.hide()

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What is offered now, the meaning of the line first."""
        return self._offers if self.isVisible() else ()

    def show_offers(self, offers: Sequence[Offer], under: QWidget) -> str:
        """Offer these below a widget, the first marked; returns what the marked line says, for a screen reader."""
        self._offers, self.marked = tuple(offers[: len(self._lines)]), 0
        self._render()
        self.place(under)
        self.show()
        self.raise_()
        return self._lines[0].accessibleName()

    def move_mark(self, step: int) -> str:
        """Mark another line, round and round; returns what it says."""
        self.marked = (self.marked + step) % max(1, len(self._offers))
        self._render()
        return self._lines[self.marked].accessibleName()

    def place(self, under: QWidget) -> None:
        """Lie below a widget of the same window, as wide as needed."""
        corner = under.mapTo(self.window(), under.rect().bottomLeft())
        width = max(under.width(), min(theme.px(620), self.window().width() - corner.x() - theme.px(12)))
        self.setFixedWidth(width)
        self.adjustSize()
        self.move(corner.x(), corner.y() + theme.px(4))

    def _render(self) -> None:
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(self._offers))
            if place < len(self._offers):
                offer = self._offers[place]
                key = "Enter" if place or offer.tone != "warn" else ""
                line.show_line(offer.words, offer.detail, tone=offer.tone, marked=place == self.marked, key=key)
