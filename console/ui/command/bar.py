"""The command bar: reads the search field while typing, hands over what Enter means."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from console.desk.command import CommandBook, Understanding
from console.domain.command import Command, NotUnderstood, begins_verb, is_number, verb_of
from console.ui.background import Background
from console.ui.command.list import CommandList, Offer
from console.ui.command.words import (
    can_words,
    case_words,
    command_words,
    misunderstood_words,
    moved_words,
    search_words,
    way_words,
)
from console.ui.keys import STOOD_MS
from console.ui.search_field import SearchField
from console.ui.selection import Selection
from console.ui.texts.refusals import refusal_words


class CommandBar(QObject):
    """`meant(Command)` once Enter was pressed on a line that is understood; nothing else is ever handed over."""

    meant = Signal(object)

    def __init__(
        self,
        field: SearchField,
        window: QWidget,
        book: CommandBook,
        background: Background,
        selection: Selection,
        language: Callable[[], str],
    ) -> None:
        super().__init__(window)
        self._field, self._book, self._background = field, book, background
        self._selection, self._language = selection, language
        self.list = CommandList(window)
        self.list.taken.connect(self._take)
        field.is_command = is_command
        field.textEdited.connect(self._typed)
        field.textChanged.connect(lambda text: None if text else self.list.hide())
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys the list means while it is there; typing stays the field's."""
        if event.type() == QEvent.Type.FocusOut:
            self.list.hide()
        if event.type() == QEvent.Type.FocusIn:
            self._background.ask(self, self._book.prepare)
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key, open_now = Qt.Key(event.key()), bool(self.list.offers)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._enter(event.isAutoRepeat())
        if not open_now and key == Qt.Key.Key_Down and not self._field.text():
            self._ask("")
            return True
        if not open_now:
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._say(self.list.move_mark(1 if key == Qt.Key.Key_Down else -1))
        elif key == Qt.Key.Key_Tab and len(self.list.offers) > 1:
            self._take(self.list.marked or 1)
        elif key == Qt.Key.Key_Escape:
            self.list.hide()
        else:
            return False
        return True

    def _typed(self, line: str) -> None:
        if not (is_command(line) or line.startswith("/")):
            self.list.hide()
            return
        self._ask(line)

    def _ask(self, line: str) -> None:
        """What a line means and how it may go on; of an empty one every verb, and why one would not stand now."""
        selected, language = self._selection.report_id, self._language()
        self._background.ask(
            self, lambda: self._book.understand(line, selected, language), self._show, topic="understand"
        )

    def _show(self, understood: Understanding) -> None:
        if understood.line != self._field.text() or not self._field.hasFocus():
            return
        first, choices = self._meaning(understood), self._choices(understood)
        self._say(self.list.show_offers([first, *choices], self._field))

    def _meaning(self, understood: Understanding) -> Offer:
        line, meaning = understood.line, understood.meaning
        if not line:
            return Offer(words=can_words(self._selection.report_id), tone="warn")
        if meaning is None:
            return Offer(words=search_words(line))
        if isinstance(meaning, NotUnderstood):
            return Offer(words=misunderstood_words(meaning, self._language()), tone="warn")
        if understood.why_not is not None:
            why = refusal_words(understood.why_not)
            return Offer(words=command_words(meaning, self._language()), detail=why, tone="warn")
        return Offer(words=command_words(meaning, self._language()), detail=case_words(meaning), tone="strong")

    def _choices(self, understood: Understanding) -> list[Offer]:
        meaning = understood.meaning
        if isinstance(meaning, NotUnderstood) and meaning.choices:
            return [Offer(words=line, detail=detail, line=line) for line, detail in meaning.choices]
        whole = understood.line.strip().casefold()
        alive = [
            Offer(words=way.line, detail=way_words(way), line=way.line)
            for way in understood.ways
            if way.line.casefold() != whole
        ]
        dead = [
            Offer(words=way.line, detail=refusal_words(refusal), line=way.line, tone="muted")
            for way, refusal in understood.dead
            if way.line.casefold() != whole
        ]
        return [*alive, *dead]

    def _enter(self, repeated: bool) -> bool:
        """Whether Enter was ours: a marked offer is written out, a command is read anew and handed over."""
        line = self._field.text()
        if self.list.offers and self.list.marked:
            if not repeated:
                self._take(self.list.marked)
            return True
        if verb_of(line) is None and not is_number(line):
            self.list.hide()
            return False
        selected, stood_ms = self._selection.report_id, self._selection.stood_ms
        if not repeated:
            self._background.ask(
                self,
                lambda: self._book.read(line, selected),
                lambda meaning: self._read(line, meaning, stood_ms),
                topic="enter",
            )
        return True

    def _read(self, line: str, meaning: Command | NotUnderstood | None, stood_ms: float) -> None:
        if line != self._field.text():
            return
        if is_number(line) and not (isinstance(meaning, Command) or (meaning and meaning.choices)):
            self.list.hide()
            self._field.search_now()
        elif not isinstance(meaning, Command):
            self._show(Understanding(line=line, meaning=meaning, ways=()))
        elif meaning.implied and stood_ms < STOOD_MS:
            self._say(self.list.show_offers([Offer(words=moved_words(), tone="warn")], self._field))
        else:
            self.list.hide()
            self._field.empty()
            self.meant.emit(meaning)

    def _take(self, place: int) -> None:
        """Write an offer into the field and read on; the first line itself is what Enter means."""
        if not 0 < place < len(self.list.offers):
            self._enter(False)
            return
        line = self.list.offers[place].line
        verb = verb_of(line)
        unfinished = verb is not None and line.casefold() in verb.words and bool(verb.takes)
        self._field.setText(f"{line} " if unfinished else line)
        self._typed(self._field.text())

    def _say(self, words: str) -> None:
        """What Enter would take, for those who hear the screen."""
        self._field.setAccessibleDescription(words)


def is_command(line: str) -> bool:
    """Whether a line is, or may become, a command: then it is not searched while it is typed."""
    return verb_of(line) is not None or begins_verb(line.strip()) or is_number(line)
