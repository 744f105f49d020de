"""A page of terms: a few figures in one form, saved together for every desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from console.desk.administration import Access
from console.desk.administration_changes import Change
from console.desk.administration_lists import Clash, ListDoor, Listed, Read, Saved
from console.domain.changes import Changes
from console.domain.errors import Fault
from console.ui import theme
from console.ui.administration.editor_panel import EditorPanel
from console.ui.administration.form import Values
from console.ui.administration.form_field import FieldSpec
from console.ui.administration.page import Page, PageParts
from console.ui.administration.words import clash_words, edit_words, fault_sentence, others_words, saved_words
from console.ui.texts.language import translate
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Words

T = TypeVar("T", bound=Listed)


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsSpec(Generic[T]):
    """One form: where it is kept, its fields, and what they mean to the thing they travel with.

    `spread` gives the fields' values of a thing; `change` what saving these does, None while they cannot be used;
    `edited` whether an edit of the list is one of these terms.
    """

    door: ListDoor[T]
    about: Words
    fields: tuple[FieldSpec, ...]
    spread: Callable[[T], Values]
    change: Callable[[T, Values], Change[T] | None]
    edited: Callable[[tuple[str, ...]], bool] = lambda _changed: True


class TermsPage(Page, Generic[T]):
    """Nobody's change is overwritten unseen; what was typed stays until it is saved or discarded."""

    def __init__(self, parts: PageParts, spec: TermsSpec[T], parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self._spec = spec
        self.thing: T | None = None
        self._dirty = self._busy = self._open = False
        self.about = SafeLabel(spec.about, role="muted", wrap=True)
        self.about.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), 0)
        self.editor = EditorPanel(spec.fields, "", ordered=False)
        self.editor.setMaximumWidth(theme.px(620))
        self.editor.title.hide()
        self.rows.addWidget(self.about)
        self.rows.addWidget(self.editor, 1)
        self.editor.save_asked.connect(self.save)
        self.editor.discard_asked.connect(self._discard)
        self.editor.form.edited.connect(self._typed)
        self._show_keys()

    def open(self) -> None:
        """Read the terms anew; what was typed stays."""
        self.parts.background.ask(self, self._spec.door.read, self._take, self._failed, topic="read")

    def show_access(self, access: Access) -> None:
        """Saving is possible now, or not."""
        self._open = access is Access.OPEN
        self._show_keys()

    def take_changes(self, changes: Changes) -> None:
        """The feed brought the terms anew."""
        if (self._spec.door.kind in changes.lists or changes.everything) and not self._busy:
            self.open()

    def unsaved(self) -> bool:
        """Whether something typed waits to be saved."""
        return self._dirty

    def save(self) -> None:
        """Save the terms."""
        seen, door = self.thing, self._spec.door
        change = None if seen is None else self._spec.change(seen, self.editor.form.values())
        if seen is None or change is None or self._busy or not self._open:
            return
        self._busy = True
        self._show_keys()
        self.parts.background.ask(self, lambda: door.save(seen, change), self._told, self._failed)

    def _told(self, done: Saved[T] | Clash[T]) -> None:
        self._busy = False
        zone = self.parts.zone()
        if isinstance(done, Clash):
            self.thing = done.thing
            theirs, mine = self._spec.spread(done.thing), self.editor.form.values()
            labels = {field.name: field.label for field in self._spec.fields}
            said = tuple(
                (label if isinstance(label, str) else label(), str(theirs[name]))
                for name, label in labels.items()
                if theirs[name] != mine.get(name)
            )
            take = (lambda: translate("administration", "Take theirs"), self._discard)
            self.editor.message.tell(lambda: clash_words(done.others, zone, said, gone=False), "bad", (take,))
            self._show_keys()
            return
        self._dirty = False
        self._take(Read(thing=done.thing))
        now, others = self.parts.now(), done.others
        self.editor.message.tell(lambda: saved_words(now, zone) + others_words(others, zone), "good")
        self.open()

    def _take(self, read: Read[T]) -> None:
        if self.thing is None or read.thing.revision >= self.thing.revision:
            spread = self._spec.spread
            if not self._dirty and (self.thing is None or spread(self.thing) != spread(read.thing)):
                self.editor.form.load(spread(read.thing))
            if not self._dirty:
                self.thing = read.thing
        zone = self.parts.zone()
        last = next((edit for edit in read.edits if self._spec.edited(edit.changed)), None)
        if read.edits:
            self.editor.edited_by.say(lambda: edit_words(last, zone))
        self._show_keys()

    def _discard(self) -> None:
        self._dirty = False
        self.editor.message.hide()
        if self.thing is not None:
            self.editor.form.load(self._spec.spread(self.thing))
        self._show_keys()

    def _typed(self) -> None:
        self._dirty = True
        self.editor.message.hide()
        self._show_keys()

    def _failed(self, fault: Fault) -> None:
        self._busy = False
        self._show_keys()
        self.editor.message.tell(lambda: fault_sentence(fault), "bad")

    def _show_keys(self) -> None:
        self.editor.show_state(dirty=self._dirty, open_=self._open, busy=self._busy, item=False, removable="")
