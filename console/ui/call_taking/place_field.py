"""Where it is: words, a kelurahan found while typing, or a click on the map."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.desk.places import PlaceFound
from console.domain.place import Place
from console.ui import theme
from console.ui.call_taking.line_button import LineButton
from console.ui.call_taking.words import place_chosen_words
from console.ui.sign_in.field import Field
from console.ui.texts.language import translate
from console.ui.texts.places import found_words
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import SafeLabel

SHOWN = 5


class PlaceField(QWidget):
    """`typed(words)` while typing, `chosen(PlaceFound)` from the list; Down goes into it, Enter takes its first."""

    typed = Signal(str)
    chosen = Signal(object)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.px(4))
        self.field = Field(lambda: translate("call", "Place: street, landmark, kelurahan — or click the map"))
        self.field.label.setWordWrap(True)
        self.field.line.textEdited.connect(self.typed)
        self.field.line.installEventFilter(self)
        rows.addWidget(self.field)
        self._found: tuple[PlaceFound, ...] = ()
        self._filed = False
        self._lines = [self._line(place) for place in range(SHOWN)]
        for line in self._lines:
            rows.addWidget(line)
        self.where = SafeLabel("", role="small_strong", wrap=True)
        self._clear = PlainButton(lambda: translate("call", "not there"), self.cleared.emit, tone="link")
        self._clear.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        rows.addWidget(self.where)
        rows.addWidget(self._clear)
        self.show_place(Place())

    @property
    def offered(self) -> int:
        """How many names stand in the list."""
        return len(self._found)

    def show_found(self, found: tuple[PlaceFound, ...]) -> None:
        """Names that fit what was typed; none hides the list."""
        self._found = found[:SHOWN]
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(self._found))
            if place < len(self._found):
                line.say(found_words(self._found[place]))

    def show_place(self, place: Place) -> None:
        """Where it stands now."""
        if self.field.line.text() != place.words and not self.field.line.hasFocus():
            self.field.line.setText(place.words)
        self.where.say(lambda: place_chosen_words(place))
        named = place.known or bool(place.area_code)
        self.where.setVisible(named)
        self._clear.setVisible(named and not self._filed)

    def lock(self, *, filed: bool) -> None:
        """Once filed it is changed in the case only."""
        self._filed = filed
        self.field.line.setReadOnly(filed)
        self._clear.setVisible(self._clear.isVisible() and not filed)

    def put_words(self, words: str) -> None:
        """Write what was chosen."""
        self.field.line.setText(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the first name found, Down goes to the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._found:
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(0)
                return True
            if plain and event.key() == Qt.Key.Key_Down:
                self._lines[0].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _line(self, place: int) -> LineButton:
        line = LineButton(lambda: self._choose(place))
        line.hide()
        return line

    def _choose(self, place: int) -> None:
        found = self._found[place]
        self.show_found(())
        self.chosen.emit(found)
