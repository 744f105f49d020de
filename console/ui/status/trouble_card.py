"""A card about the link, this machine, or a case taken over: words and what helps."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from console.desk.attention import Attention
from console.desk.way_back import Help, help_for
from console.ui.status.attention_card import AttentionCard
from console.ui.status.unsent_words import copy_words, purpose_words, sure_words
from console.ui.status.words import help_word, trouble_advice, trouble_title
from console.ui.texts.language import translate

_LOUD = frozenset({"stalled", "desk_refused", "certificate", "second_copy", "ledger_behind", "chain_truncated",
                   "chain_rewritten", "chain_signature", "chain_other_key"})  # fmt: skip


class TroubleCard(AttentionCard):
    """`wanted(Help, texts)`; enrolling asks for the administrator's code first."""

    def __init__(self, entry: Attention, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(entry, zone, parent)
        self._sure = False
        self.show_entry(entry)

    def show_entry(self, entry: Attention) -> None:
        """Show it as it stands now."""
        super().show_entry(entry)
        self.set_tone("" if entry.calm else "bad" if entry.kind in _LOUD else "warn")
        self.title.say(lambda: trouble_title(entry))
        self.say_when("" if entry.number and entry.number in self.title.text() else entry.number, entry.at)
        self.why.say(lambda: trouble_advice(entry))
        offers = help_for(entry)
        self.offer(
            tuple((offer, help_word(offer), self._pressed(offer)) for offer in offers),
            loud=offers[0] in (Help.ENROL, Help.SIGN_IN),
        )
        self.setAccessibleName(f"{trouble_title(entry)}. {trouble_advice(entry)}")

    def _pressed(self, offer: Help) -> Callable[[], None]:
        own = {Help.ENROL: self.ask_code, Help.SAVE: self.ask_purpose, Help.GIVE_UP: self.give_up}
        return own.get(offer) or partial(self.wanted.emit, offer, ())

    def ask_purpose(self) -> None:
        """Open the line for what a copy is for: it is recorded, as every copy is."""
        self.ask(((purpose_words, ""),), copy_words, Help.SAVE)

    def give_up(self) -> None:
        """The first press asks, the second does it."""
        if self._sure:
            self.wanted.emit(Help.GIVE_UP, ())
        self._sure = not self._sure
        self.buttons[Help.GIVE_UP].say(sure_words if self._sure else help_word(Help.GIVE_UP))

    def ask_code(self) -> None:
        """Open the line for the code; the desk stays the desk it was."""
        field = (lambda: translate("attention", "Enrolment code (from the administrator)"), "")
        self.ask((field,), lambda: translate("attention", "Enrol"), Help.ENROL)
