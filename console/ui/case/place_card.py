"""Corrects a place: by name, landmark, map or words, or says how sure the present one is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from console.desk.places import PlaceFound
from console.domain.place import AreaMethod, Place, Provenance
from console.ui.case.tray import TrayCard
from console.ui.case.words import place_words, provenance_word
from console.ui.command.line import CommandLine
from console.ui.texts.language import translate
from console.ui.texts.places import found_above
from console.ui.texts.unseen import one_line
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Spoken

SHOWN = 7
_SURER = (Provenance.READ_BACK, Provenance.OFFICER)


@dataclass(frozen=True, slots=True)
class _Offer:
    words: str
    detail: str
    place: Place


class PlaceCard(TrayCard):
    """`chosen(Place)` for the marked line; `typed(words)` while typing, answered by `show_found`.

    Empty, it offers to say how sure the present place is. Up and Down move, Enter takes, Esc leaves.
    """

    chosen = Signal(object)
    typed = Signal(str)

    def __init__(self, number: str, present: Place, parent: QWidget | None = None) -> None:
        super().__init__(lambda: translate("place", "Where is it? {number}").format(number=number), parent)
        self._present = present
        self._found: tuple[PlaceFound, ...] = ()
        self._pointed: Place | None = None
        self._offers: list[_Offer] = []
        self._at = 0
        self.field = QLineEdit()
        Spoken(self.field, lambda: self.field.setPlaceholderText(_hint()))
        self.field.setAccessibleName(_hint())
        self.field.setMaxLength(300)
        self.field.textChanged.connect(self._type)
        self.field.installEventFilter(self)
        self.rows.addWidget(self.field)
        self._lines = [CommandLine() for _ in range(SHOWN)]
        for place, line in enumerate(self._lines):
            line.pressed.connect(lambda place=place: self._choose(place))
            self.rows.addWidget(line)
        told = lambda: translate("place", "Units on their way see the new place at once.")  # noqa: E731
        self.rows.addWidget(SafeLabel(told, role="muted", wrap=True))
        self._render()

    @property
    def offered(self) -> tuple[str, ...]:
        """What the lines say now."""
        return tuple(offer.words for offer in self._offers)

    def take_focus(self) -> None:
        """Type at once."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_found(self, words: str, found: tuple[PlaceFound, ...]) -> None:
        """Places of that name; an answer to what no longer stands there is dropped."""
        if words == self.field.text().strip():
            self._found, self._at = found, 0
            self._render()

    def point(self, place: Place) -> None:
        """The map was clicked there: Enter takes it."""
        self._pointed, self._at = place, 0
        self._render()
        self.take_focus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with Up and Down, take with Enter, leave with Esc."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_card()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._at = (self._at + (1 if key == Qt.Key.Key_Down else -1)) % max(1, len(self._offers))
            self._mark()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._choose(self._at)
        else:
            return super().eventFilter(watched, event)
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Say the lines anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._render()

    def _type(self, text: str) -> None:
        self._found, self._at = (), 0
        self._render()
        self.typed.emit(text.strip())

    def _choose(self, place: int) -> None:
        if place < len(self._offers):
            self.chosen.emit(self._offers[place].place)

    def _render(self) -> None:
        words = self.field.text().strip()
        offers = [self._map_offer(self._pointed, words)] if self._pointed is not None else []
        if words:
            named = [_Offer(one_line(each.name), found_above(each), _named(each, words)) for each in self._found]
            written = self._written(words)
            offers += [*named[: SHOWN - len(offers) - len(written)], *written]
        elif _says(self._present):
            offers += [
                _Offer(provenance_word(sure), place_words(self._present), replace(self._present, provenance=sure))
                for sure in _SURER
                if sure is not self._present.provenance
            ]
        self._offers = offers[:SHOWN]
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(self._offers))
        self._mark()
        self.changed.emit()

    def _mark(self) -> None:
        for place, offer in enumerate(self._offers):
            self._lines[place].show_line(offer.words, offer.detail, marked=place == self._at, key="Enter")
        if self._offers:
            self.field.setAccessibleDescription(self._lines[self._at].accessibleName())

    def _map_offer(self, place: Place, words: str) -> _Offer:
        said = translate("place", "The point clicked on the map")
        return _Offer(said, place_words(replace(place, words="")), replace(place, words=words))

    def _written(self, words: str) -> list[_Offer]:
        """The words as they stand: beside the point there is, or without it."""
        bare = Place(provenance=Provenance.REPORTER, words=words)
        without = _Offer(f"“{one_line(words)}”", translate("place", "these words, no point on the map"), bare)
        if not self._present.known:
            return [without]
        beside = translate("place", "these words, the same point")
        return [_Offer(f"“{one_line(words)}”", beside, replace(self._present, words=words)), without]


def _hint() -> str:
    return translate("place", "Landmark, kelurahan, street — or click the map")


def _says(place: Place) -> bool:
    return place.known or bool(place.words.strip())


def _named(found: PlaceFound, words: str) -> Place:
    """The village with what was typed where that says more than its name; a landmark by its own name."""
    if found.kind:
        return found.place
    known = f"{found.name} {found.district} {found.city}".casefold()
    bare = all(word in known for word in words.casefold().split())
    return replace(found.place, words=found.name if bare else words, area_method=AreaMethod.NEAREST)


