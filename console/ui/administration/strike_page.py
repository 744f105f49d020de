"""Strikes and blocks: after how many a block is proposed, and how long each thing lasts."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from console.desk.administration import Access
from console.desk.administration_changes import SetField
from console.desk.administration_lists import Clash, Read, Saved
from console.domain.changes import Changes
from console.domain.errors import Fault
from console.domain.outcome import OutcomeList
from console.domain.strike_rules import BOUNDS, StrikeRules, fault_in_strike_rules
from console.ui import theme
from console.ui.administration.editor_panel import EditorPanel
from console.ui.administration.form_field import FieldKind, FieldSpec
from console.ui.administration.page import Page, PageParts
from console.ui.administration.words import clash_words, edit_words, fault_sentence, others_words, saved_words
from console.ui.texts.language import translate
from console.ui.widgets.safe import SafeLabel

_FIELD = "strike_rules"


class StrikePage(Page):
    """One form; it travels with the list of outcomes and is saved with its revision."""

    def __init__(self, parts: PageParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self._edited = parts.office.lists.outcomes
        self.thing: OutcomeList | None = None
        self._dirty = self._busy = self._open = False
        self.about = SafeLabel(_about, role="muted", wrap=True)
        self.about.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), 0)
        self.editor = EditorPanel(_fields(), "", ordered=False)
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
        self.parts.background.ask(self, self._edited.read, self._take, self._failed, topic="read")

    def show_access(self, access: Access) -> None:
        """Saving is possible now, or not."""
        self._open = access is Access.OPEN
        self._show_keys()

    def take_changes(self, changes: Changes) -> None:
        """The feed brought the outcomes anew."""
        if ("outcomes" in changes.lists or changes.everything) and not self._busy:
            self.open()

    def unsaved(self) -> bool:
        """Whether something typed waits to be saved."""
        return self._dirty

    def save(self) -> None:
        """Save the terms; they hold for what is decided from then on."""
        seen = self.thing
        wanted = self._rules()
        if seen is None or self._busy or not self._open or fault_in_strike_rules(wanted) is not None:
            return
        self._busy = True
        self._show_keys()
        change: SetField[OutcomeList] = SetField(_FIELD, seen.strike_rules, wanted)
        self.parts.background.ask(self, lambda: self._edited.save(seen, change), self._told, self._failed)

    def _rules(self) -> StrikeRules:
        values = self.editor.form.values()
        numbers = {name: value for name, value in values.items() if isinstance(value, int)}
        return replace(StrikeRules(), **numbers)

    def _told(self, done: Saved[OutcomeList] | Clash[OutcomeList]) -> None:
        self._busy = False
        zone = self.parts.zone()
        if isinstance(done, Clash):
            self.thing = done.thing
            theirs, mine = done.thing.strike_rules, self._rules()
            differing = tuple(
                (self.editor.form.fields[name].spec.label, str(getattr(theirs, name)))
                for name in BOUNDS
                if getattr(theirs, name) != getattr(mine, name)
            )
            said = tuple((label if isinstance(label, str) else label(), value) for label, value in differing)
            take = (lambda: translate("administration", "Take theirs"), self._discard)
            self.editor.message.tell(lambda: clash_words(done.others, zone, said, gone=False), "bad", (take,))
            self._show_keys()
            return
        self._dirty = False
        self._take(Read(thing=done.thing))
        now, others = self.parts.now(), done.others
        self.editor.message.tell(lambda: saved_words(now, zone) + others_words(others, zone), "good")
        self.open()

    def _take(self, read: Read[OutcomeList]) -> None:
        if self.thing is None or read.thing.revision >= self.thing.revision:
            fresh = not self._dirty and (self.thing is None or self.thing.strike_rules != read.thing.strike_rules)
            if fresh:
                self._load(read.thing.strike_rules)
            if not self._dirty:
                self.thing = read.thing
        zone = self.parts.zone()
        last = next((edit for edit in read.edits if "strikes" in edit.changed), None)
        if read.edits:
            self.editor.edited_by.say(lambda: edit_words(last, zone))
        self._show_keys()

    def _load(self, rules: StrikeRules) -> None:
        self.editor.form.load({name: getattr(rules, name) for name in BOUNDS})

    def _discard(self) -> None:
        self._dirty = False
        self.editor.message.hide()
        if self.thing is not None:
            self._load(self.thing.strike_rules)
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


def _fields() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec(
            name="block_at", kind=FieldKind.NUMBER, least=BOUNDS["block_at"][0], most=BOUNDS["block_at"][1],
            label=lambda: translate("administration", "Strikes until a block is proposed"),
            hint=lambda: translate("administration", "2 to 10: there is always a warning first, and a person decides."),
        ),
        FieldSpec(
            name="strike_days", kind=FieldKind.NUMBER, least=BOUNDS["strike_days"][0], most=BOUNDS["strike_days"][1],
            label=lambda: translate("administration", "Days a strike counts"),
            hint=lambda: translate("administration", "30 to 1095"),
        ),
        FieldSpec(
            name="block_days", kind=FieldKind.NUMBER, least=BOUNDS["block_days"][0], most=BOUNDS["block_days"][1],
            label=lambda: translate("administration", "Days a block lasts"),
            hint=lambda: translate("administration", "1 to 365: every block ends by itself."),
        ),
        FieldSpec(
            name="appeal_days", kind=FieldKind.NUMBER, least=BOUNDS["appeal_days"][0], most=BOUNDS["appeal_days"][1],
            label=lambda: translate("administration", "Days within which an appeal is decided"),
            hint=lambda: translate("administration", "1 to 30. Past it the block rests until somebody decides."),
        ),
        FieldSpec(
            name="appeal_again_days", kind=FieldKind.NUMBER,
            least=BOUNDS["appeal_again_days"][0], most=BOUNDS["appeal_again_days"][1],
            label=lambda: translate("administration", "Days until an appeal may follow one turned down"),
            hint=lambda: translate("administration", "1 to 365. A new strike or block may be appealed at once."),
        ),
    )  # fmt: skip


def _about() -> str:
    return translate(
        "administration",
        "These terms hold for what is decided from now on. Whoever was told other terms before keeps them.",
    )
