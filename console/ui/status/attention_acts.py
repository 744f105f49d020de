"""Does what a card of needs attention offers, in the background, and says what came of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from console.desk.decide import Decided, Refused
from console.desk.evidence import Written
from console.desk.resolving import Resolved, Resolving
from console.desk.sending import Sending
from console.desk.way_back import Help
from console.domain.acts import Act
from console.domain.conflict import Conflict, WayOut, editable
from console.domain.errors import Fault
from console.ui.background import Background
from console.ui.deciding import Deciding
from console.ui.selection import Selection
from console.ui.status.attention_card import AttentionCard
from console.ui.status.conflict_words import note_text
from console.ui.texts.faults import fault_words
from console.ui.texts.refusals import refusal_words

T = TypeVar("T")


class AttentionActs(QObject):
    """`changed` when entries should be read anew, `copied` when the second copy was written.

    `sign_in_wanted` when the person must prove who he is again; `edit_wanted(report_id, act, decision_id)` when a
    refused text should be written anew, in the case.
    """

    changed = Signal()
    copied = Signal()
    sign_in_wanted = Signal()
    edit_wanted = Signal(str, object, str)

    def __init__(
        self,
        resolving: Resolving,
        deciding: Deciding,
        background: Background,
        selection: Selection,
        zone: Callable[[], ZoneInfo],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._resolving, self._deciding, self._background = resolving, deciding, background
        self._selection, self._zone = selection, zone

    def take(self, card: AttentionCard, offer: Help | WayOut, texts: tuple[str, ...]) -> None:
        """An offer of this card was taken, with what was typed for it."""
        if isinstance(offer, Help):
            self._help(card, offer, texts)
        elif card.entry.conflict is not None:
            self._resolve(card, card.entry.conflict, offer, texts)

    def _help(self, card: AttentionCard, offer: Help, texts: tuple[str, ...]) -> None:
        resolving = self._resolving
        if offer is Help.SIGN_IN:
            self.sign_in_wanted.emit()
        elif offer is Help.OPEN:
            self._selection.select(card.entry.report_id)
        elif offer is Help.ENROL:
            self._ask(card, lambda: resolving.enrol(texts[0]), lambda _none: _close(card))
        elif card.entry.kind == "unsent_file" and resolving.sending is not None:
            self._unsent(card, resolving.sending, offer, texts)
        elif offer is Help.COPY_AGAIN:
            self._ask(card, resolving.copy_again, lambda _count: self.copied.emit())
        else:
            self._ask(card, resolving.retry if offer is Help.RETRY else partial(resolving.read, card.entry))

    def _unsent(self, card: AttentionCard, sending: Sending, offer: Help, texts: tuple[str, ...]) -> None:
        """A file the server will not have: again, a copy of it, or given up."""
        entry, file_id = card.entry, card.entry.decision_id

        def tell(refused: object) -> None:
            if isinstance(refused, Refused) and shiboken6.isValid(card):
                card.say_answer(refusal_words(refused.refusal))

        def given_up(answer: tuple[Act, Decided | Refused]) -> None:
            act, decided = answer
            if isinstance(decided, Decided):
                self._deciding.adopt(act, entry.report_id, entry.number, decided)
            tell(decided)

        def saved(answer: Written | Refused | None) -> None:
            if isinstance(answer, Written):
                _close(card)
            tell(answer)

        if offer is Help.SAVE:
            chosen, _ = QFileDialog.getSaveFileName(card, texts[0], dict(entry.params)["name"] or file_id)
            if chosen:
                self._ask(card, lambda: sending.save(entry.report_id, file_id, texts[0], Path(chosen)), saved)
        elif offer is Help.GIVE_UP:
            self._ask(card, lambda: sending.give_up(entry.report_id, file_id), given_up)
        else:
            self._ask(card, lambda: sending.again(file_id))

    def _resolve(self, card: AttentionCard, conflict: Conflict, way: WayOut, texts: tuple[str, ...]) -> None:
        resolving = self._resolving
        take = partial(self._take, card, conflict)
        match way:
            case WayOut.OPEN:
                self._selection.select(conflict.report_id)
            case WayOut.SIGN_IN:
                self.sign_in_wanted.emit()
            case WayOut.EDIT:
                self._edit(conflict)
            case WayOut.AGAIN:
                self._ask(card, lambda: resolving.again(conflict), take)
            case WayOut.TELL:
                text = note_text(conflict, self._zone())
                self._ask(card, lambda: resolving.tell(conflict, text), take)
            case WayOut.TAKE_OVER:
                self._ask(card, lambda: resolving.take_over(conflict, texts[0]), take)
            case WayOut.LEAVE:
                self._ask(card, lambda: resolving.read(card.entry))

    def _edit(self, conflict: Conflict) -> None:
        for each in conflict.mine:
            if each.refusal is not None and each.act is not None and editable(each.act):
                self.edit_wanted.emit(conflict.report_id, each.act, each.entry.decision_id)
                return

    def _take(self, card: AttentionCard, conflict: Conflict, answer: Resolved) -> None:
        for act, decided in answer.decided:
            self._deciding.adopt(act, conflict.report_id, conflict.number, decided)
        if shiboken6.isValid(card):
            if answer.refusal is None:
                card.close_line()
            card.say_answer(refusal_words(answer.refusal) if answer.refusal is not None else "")

    def _ask(
        self, card: AttentionCard, work: Callable[[], T], then: Callable[[T], None] = lambda _answer: None
    ) -> None:
        card.say_busy()

        # The card may be gone before the answer is here: the news of what was decided took it away.
        def take(answer: T) -> None:
            if shiboken6.isValid(card):
                card.say_answer("")
            then(answer)
            self.changed.emit()

        def fail(fault: Fault) -> None:
            if shiboken6.isValid(card):
                card.say_answer(fault_words(fault))

        self._background.ask(self, work, take, fail)


def _close(card: AttentionCard) -> None:
    if shiboken6.isValid(card):
        card.close_line()
