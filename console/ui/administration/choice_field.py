"""A labelled choice of one among a few."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.ui import theme
from console.ui.widgets.choice_box import ChoiceBox
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Words, name_widget, worded

Option = tuple[str, Words]


class ChoiceField(QWidget):
    """`value` is the chosen option's first half; `changed(value)` when a person chose another."""

    changed = Signal(str)

    def __init__(self, words: Words, options: tuple[Option, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options: tuple[Option, ...] = ()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.px(3))
        self.label = SafeLabel(words, role="small")
        self.box = ChoiceBox()
        self.box.setMinimumHeight(theme.px(32))
        self.label.setBuddy(self.box)
        name_widget(self.box, words)
        rows.addWidget(self.label)
        rows.addWidget(self.box)
        self.setFocusProxy(self.box)
        self.offer(options)
        self.box.activated.connect(lambda _place: self.changed.emit(self.value))

    @property
    def value(self) -> str:
        """What is chosen, '' while there is nothing to choose."""
        place = self.box.currentIndex()
        return self._options[place][0] if 0 <= place < len(self._options) else ""

    def choose(self, value: str) -> None:
        """Choose this one; an unknown value leaves the choice as it is."""
        for place, (each, _words) in enumerate(self._options):
            if each == value:
                self.box.setCurrentIndex(place)

    def offer(self, options: tuple[Option, ...]) -> None:
        """Other options; what was chosen stays where it is among them."""
        kept = self.value
        self._options = options
        self._spell()
        self.choose(kept)

    def changeEvent(self, event: QEvent) -> None:
        """Say the options in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._spell()

    def _spell(self) -> None:
        place = max(0, self.box.currentIndex())
        self.box.clear()
        self.box.addItems([worded(words) for _value, words in self._options])
        self.box.setCurrentIndex(min(place, len(self._options) - 1))
