"""A page of administration: a searched table, and the form of the chosen item beside it.

Why so long: reading, choosing, typing, saving, and what others saved meanwhile are one state read side by side.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from console.desk.administration import Access
from console.desk.administration_changes import Change, Item, Move, Put
from console.desk.administration_lists import Clash, Listed, Read, Saved, last_edit_of
from console.domain.changes import Changes
from console.domain.edit import Edit
from console.domain.errors import Fault
from console.ui.administration.drafts import Drafts
from console.ui.administration.form import Values
from console.ui.administration.item_model import ItemModel
from console.ui.administration.list_frame import ListFrame
from console.ui.administration.list_spec import ListSpec
from console.ui.administration.page import Page, PageParts
from console.ui.administration.words import (
    clash_words,
    edit_words,
    fault_sentence,
    others_words,
    saved_words,
    value_words,
)
from console.ui.texts.language import translate
from console.ui.widgets.spoken import worded

T = TypeVar("T", bound=Listed)

STORE_KIND = {"hazards": "hazard"}
"""How the store's changes call a list that the server's edits call otherwise."""


class ListPage(Page, Generic[T, Item]):
    """`spec` is what it shows. What was typed for a row stays until it is saved or discarded, whatever is chosen."""

    def __init__(self, parts: PageParts, spec: ListSpec[T, Item], parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.spec = spec
        self.thing: T | None = None
        self.edits: tuple[Edit, ...] = ()
        self.item: Item | None = None
        self._adding = self._busy = self._dirty = False
        self._open = False
        self._drafts: Drafts[Item] = Drafts()
        self.model: ItemModel[Item] = ItemModel(spec.columns, self)
        self.frame = ListFrame(spec, self.model)
        self.editor, self.table = self.frame.editor, self.frame.table
        self.rows.addWidget(self.frame, 1)
        if spec.filters:
            self.model.filter(spec.filters[0].shows)
        self._connect()
        self._show_keys()

    # What the window calls

    def open(self) -> None:
        """Read the list anew; what was typed stays."""
        self.parts.background.ask(self, self.spec.edited.read, self._take, self._failed, topic="read")

    def show_access(self, access: Access) -> None:
        """Saving is possible now, or not."""
        was, self._open = self._open, access is Access.OPEN
        self._show_keys()
        if self._open and not was and self.thing is not None:
            # Who changed it last is known again.
            self.open()

    def take_changes(self, changes: Changes) -> None:
        """The feed brought this list anew."""
        kind = STORE_KIND.get(self.spec.edited.kind, self.spec.edited.kind)
        if (kind in changes.lists or changes.everything) and not self._busy:
            self.open()

    def unsaved(self) -> bool:
        """Whether anything typed waits to be saved."""
        return self._dirty or bool(self._drafts)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.model.respell()
            self._show_item()

    # Choosing

    def choose(self, item: Item | None) -> None:
        """Show this item in the form, with what was typed for it before."""
        self._keep_draft()
        self.item, self._adding = item, False
        self._load()

    def add(self) -> None:
        """Begin a new item."""
        self._keep_draft()
        self.table.selectionModel().clear()
        self.item, self._adding = None, True
        self._load()
        self.editor.form.setFocus()
        next(iter(self.editor.form.fields.values())).setFocus()

    def _chosen(self, place: int) -> None:
        if 0 <= place < len(self.model.rows) and self.model.rows[place] != self.item:
            self.choose(self.model.rows[place])

    def _keep_draft(self) -> None:
        if self._dirty:
            self._drafts.keep(self.item, self.editor.form.values())
        self._dirty = False

    def _load(self) -> None:
        draft = self._drafts.of(self.item)
        self._drafts.forget(self.item)
        self._dirty = draft is not None
        values = draft if draft is not None else self._values_of_item()
        self.editor.message.hide()
        self.editor.setVisible(values is not None)
        if values is not None:
            self.editor.form.load(values)
        self._show_item()

    def _values_of_item(self) -> Values | None:
        if self.item is not None:
            return self.spec.spread(self.item)
        return self.spec.fresh() if self._adding and self.spec.fresh is not None else None

    def _show_item(self) -> None:
        spec = self.spec
        title = spec.title(self.item) if self.item is not None else translate("administration", "New")
        self.editor.title.say(title)
        last = last_edit_of(spec.edit_label(self.item), self.edits) if self.item is not None else None
        zone = self.parts.zone()
        self.editor.edited_by.say(lambda: edit_words(last, zone))
        if spec.shown is not None and (self.item is not None or self._adding):
            self.editor.form.show_only(spec.shown(self.editor.form.values(), self.item))
        latest = self.edits[0] if self.edits else None
        self.frame.foot.say(lambda: edit_words(latest, zone))
        self._show_keys()

    def _show_keys(self) -> None:
        why = self.spec.why_stays(self.item) if self.item is not None else ""
        self.editor.show_state(
            dirty=self._dirty, open_=self._open, busy=self._busy, item=self.item is not None, removable=why
        )
        self.frame.add_key.setEnabled(self._open and not self._busy)
        marked = self._drafts.items() | ({self.item} if self._dirty and self.item is not None else frozenset())
        self.model.mark_unsaved(frozenset(marked))

    def _edited(self) -> None:
        self._dirty = True
        self.editor.message.hide()
        if self.spec.shown is not None:
            self.editor.form.show_only(self.spec.shown(self.editor.form.values(), self.item))
        self._show_keys()

    # Saving

    def save(self) -> None:
        """Save what the form holds, or say under its fields what is wrong."""
        if self.thing is None or self._busy or not self._open:
            return
        values = self.editor.form.values()
        wrongs = self.spec.wrong(values, self.item, self.thing)
        self.editor.form.complain(wrongs)
        if wrongs:
            self.editor.message.tell(lambda: translate("administration", "Not saved: see what is marked above."), "bad")
            return
        new = self.spec.gather(values, self.item)
        if new == self.item:
            self.discard()
            return
        self._change(Put(self.spec.shape, self.item, new), new)

    def discard(self) -> None:
        """Throw away what was typed for this item."""
        self._dirty = False
        if self._adding:
            self.choose(self.model.rows[0] if self.model.rows else None)
        self._drafts.forget(None)
        self._load()

    def remove(self) -> None:
        """Ask once more, inside the page, then take the item off."""
        item = self.item
        if item is None:
            return
        title = self.spec.title(item)
        self.editor.message.tell(
            lambda: translate("administration", "Take off {what}?").format(what=title),
            "warn",
            (
                (lambda: translate("administration", "Yes, take it off"), lambda: self._remove(item)),
                (lambda: translate("administration", "Keep it"), lambda: None),
            ),
        )

    def _remove(self, item: Item) -> None:
        self._change(Put(self.spec.shape, item, None), None)

    def move_item(self, by: int) -> None:
        """Change places with the neighbour."""
        if self.item is not None:
            self._change(Move(self.spec.shape, self.item, by), self.item)

    def _change(self, change: Change[T], chosen: Item | None) -> None:
        seen, edited = self.thing, self.spec.edited
        if seen is None:
            return
        self._busy = True
        self._show_keys()
        self.parts.background.ask(
            self,
            lambda: edited.save(seen, change),
            lambda done: self._told(done, chosen),
            self._failed,
        )

    def _told(self, done: Saved[T] | Clash[T], chosen: Item | None) -> None:
        self._busy = False
        if isinstance(done, Clash):
            self._clashed(done)
            return
        self._dirty = False
        self.item, self._adding = chosen, False
        self._take(Read(thing=done.thing, edits=self.edits))
        now, zone, others = self.parts.now(), self.parts.zone(), self._named(done.others)
        self.editor.message.tell(lambda: saved_words(now, zone) + others_words(others, zone), "good")
        self.open()

    def _clashed(self, clash: Clash[T]) -> None:
        """Somebody else changed the same thing: what was typed stays, and is held against theirs."""
        mine = self.editor.form.values()
        label = self.spec.shape.label(self.item) if self.item is not None else ""
        self._take(Read(thing=clash.thing, edits=(*clash.others, *self.edits)), keep=False)
        items = self.spec.shape.items(clash.thing)
        theirs = next((each for each in items if self.spec.shape.label(each) == label), None)
        self.item, self._adding, self._dirty = theirs, theirs is None, True
        self.editor.setVisible(True)
        self.editor.form.load(mine)
        self._show_item()
        self._select_row()
        differing = () if theirs is None else self._differing(mine, theirs)
        self._tell_clash(clash.others, differing, gone=theirs is None, tone="bad")

    def _tell_clash(
        self, others: tuple[Edit, ...], differing: tuple[tuple[str, str], ...], *, gone: bool, tone: str
    ) -> None:
        zone, others = self.parts.zone(), self._named(others)
        answers = () if gone else ((_take_theirs, self.discard),)
        self.editor.message.tell(lambda: clash_words(others, zone, differing, gone=gone), tone, answers)

    def _named(self, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
        """Edits with what they changed in words: some lists are named by codes."""
        word = self.spec.changed_word
        return tuple(replace(edit, changed=tuple(word(name) for name in edit.changed)) for edit in edits)

    def _differing(self, mine: Values, theirs: Item) -> tuple[tuple[str, str], ...]:
        """The fields in which what was typed differs from what stands there now: their label and their value."""
        spread = self.spec.spread(theirs)
        return tuple(
            (worded(each.label), value_words(each, spread[each.name]))
            for each in self.spec.fields
            if spread[each.name] != mine[each.name]
        )

    def _failed(self, fault: Fault) -> None:
        self._busy = False
        self._show_keys()
        self.editor.setVisible(True)
        self.editor.message.tell(lambda: fault_sentence(fault), "bad")

    # Reading

    def _take(self, read: Read[T], *, keep: bool = True) -> None:
        self.edits, before = read.edits or self.edits, self.thing
        if before is not None and read.thing.revision < before.revision:
            # The store has not heard of what was just saved.
            self._show_item()
            return
        self.thing = read.thing
        items = self.spec.shape.items(read.thing)
        self._drafts.rename(lambda item: self._now(item, items))
        if before != read.thing or not self.model.rows:
            self.model.show_items(items)
        one = len(items) == 1
        self.frame.counted.say(
            lambda: translate("administration", "1 entry") if one
            else translate("administration", "{n} entries").format(n=len(items))
        )  # fmt: skip
        if not keep:
            return
        if self.item is not None and self.item not in items:
            self._replaced(items)
        elif self.item is None and not self._adding and self.model.rows:
            self.choose(self.model.rows[0])
        elif not self._dirty and not self._adding:
            self._load() if before != read.thing else self._show_item()
        else:
            self._show_item()
        self._select_row()

    def _now(self, item: Item, items: tuple[Item, ...]) -> Item | None:
        if item in items:
            return item
        label = self.spec.shape.label(item)
        return next((each for each in items if self.spec.shape.label(each) == label), None)

    def _replaced(self, items: tuple[Item, ...]) -> None:
        """The chosen item is another now: shown anew, or what was typed is held against it."""
        known = self.item
        now = None if known is None else self._now(known, items)
        if not self._dirty:
            self.item = now if now is not None else (items[0] if items else None)
            self._load()
            return
        self._dirty = True
        self.item, self._adding = now, now is None
        differing = () if now is None else self._differing(self.editor.form.values(), now)
        last = last_edit_of(self.spec.edit_label(known), self.edits) if known is not None else None
        self._show_item()
        self._tell_clash((last,) if last else (), differing, gone=now is None, tone="warn")

    def _select_row(self) -> None:
        if self.item is not None and self.item in self.model.rows:
            self.table.choose(self.model.rows.index(self.item))

    def filter(self, filter_id: str) -> None:
        """Show only what this pill stands for."""
        self.frame.mark_filter(filter_id)
        for each in self.spec.filters:
            if each.id == filter_id:
                self.model.filter(each.shows)
        self._choose_seen()

    def _choose_seen(self) -> None:
        """The form follows to the first row that is left, unless something typed in it waits."""
        rows = self.model.rows
        if not self._dirty and not self._adding and rows and self.item not in rows:
            self.choose(rows[0])
        self._select_row()

    def _searched(self, words: str) -> None:
        self.model.search(words)
        self._choose_seen()

    def _connect(self) -> None:
        frame, editor = self.frame, self.frame.editor
        frame.searched.connect(self._searched)
        frame.filter_chosen.connect(self.filter)
        frame.add_asked.connect(self.add)
        frame.table.row_chosen.connect(self._chosen)
        editor.save_asked.connect(self.save)
        editor.discard_asked.connect(self.discard)
        editor.remove_asked.connect(self.remove)
        editor.move_asked.connect(self.move_item)
        editor.form.edited.connect(self._edited)


def _take_theirs() -> str:
    return translate("administration", "Take theirs")
