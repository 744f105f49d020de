"""Asks nearby at a case: card, confirm strip (act, target, effect), answers filed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt

from console.desk.case import CaseView
from console.desk.decide import Refused
from console.desk.filing import Filed
from console.desk.nearby import AskChoices, latest_unfiled
from console.domain import acts
from console.domain.askable import AskSource, known_near
from console.domain.errors import Fault
from console.domain.nearby import HOLD_S, NearbyAnswer
from console.ui.case.confirm_strip import ConfirmStrip
from console.ui.case.ending_acts import Decide
from console.ui.case.parts import CaseParts
from console.ui.case.suggestion_words import danger_words
from console.ui.case.tray import Tray
from console.ui.nearby.ask_card import AskCard
from console.ui.nearby.draft import AskDraft, first_draft
from console.ui.nearby.words import people_words, radius_words
from console.ui.texts.language import translate
from console.ui.texts.refusals import refusal_words
from console.ui.texts.unseen import one_line, seen


class NearbyActs(QObject):
    """Asking, withdrawing, and filing what an answer tells besides."""

    def __init__(
        self,
        parts: CaseParts,
        tray: Tray,
        decide: Decide,
        said: Callable[[str], None],
        fault: Callable[[Fault], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._parts, self._tray, self._decide, self._said, self._fault = parts, tray, decide, said, fault
        self._filed: set[str] = set()

    def ask(self, view: CaseView) -> None:
        """Open the card: every source heard of lately ticked, the category's question written."""
        nearby, now = self._parts.nearby, self._parts.book.now()

        def open_card(choices: AskChoices) -> None:
            self._open(view, choices, first_draft(choices, now))

        self._parts.background.ask(
            self, lambda: nearby.choices(view.report), open_card, self._fault, topic="tray"
        )

    def withdraw(self, view: CaseView, ask_id: str) -> None:
        """Take a question off the screens of those asked."""
        self._decide(acts.WithdrawAsk(ask_id=ask_id), view)

    def file_latest(self, view: CaseView) -> str:
        """File the latest answer that was not filed yet; '' or why there is none."""
        answer = latest_unfiled(view.asks, frozenset(self._filed))
        if answer is None:
            return translate("nearby", "There is no answer to file.")
        self.file(view, answer)
        return ""

    def file(self, view: CaseView, answer: NearbyAnswer) -> None:
        """File an answer as a report of its own, once however often the key is pressed."""
        if answer.id in self._filed or not answer.text.strip():
            return
        self._filed.add(answer.id)
        nearby = self._parts.nearby

        def filed(found: Filed | Refused) -> None:
            if isinstance(found, Refused):
                self._filed.discard(answer.id)
                self._said(refusal_words(found.refusal))
            else:
                number = found.number or translate("nearby", "a number to come")
                self._said(translate("nearby", "Filed as a report of its own: {number}.").format(number=number))

        def failed(fault: Fault) -> None:
            self._filed.discard(answer.id)
            self._fault(fault)

        self._parts.background.ask(self, lambda: nearby.file(view.report, answer), filed, failed)

    def _open(self, view: CaseView, choices: AskChoices, draft: AskDraft) -> None:
        self._tray.open(
            AskCard(
                view.report, choices, draft, lambda done: self._confirm(view, choices, done), self._parts.book.now()
            )
        )

    def _confirm(self, view: CaseView, choices: AskChoices, draft: AskDraft) -> None:
        """The one strip before anything leaves; leaving it goes back to the card as it was."""
        act = acts.AskNearby(
            source_ids=draft.source_ids, question=draft.question, quoted=draft.quoted, radius_m=draft.radius_m,
            minutes=choices.minutes,
        )  # fmt: skip
        chosen = tuple(source for source in choices.sources if source.id in draft.source_ids)
        danger = danger_words(view)
        strip = ConfirmStrip(
            lambda: _title(view, draft, choices.area_name),
            lambda: _effect(act, chosen, choices, danger),
            lambda: translate("nearby", "Ask"),
            lambda: self._decide(act, view, on_seen=True),
            tone="danger" if danger else "primary",
        )
        self._tray.open(strip)
        # The tray clears the strip first, then the card comes back with what was typed.
        strip.closed.connect(lambda: self._open(view, choices, draft), Qt.ConnectionType.QueuedConnection)


def _title(view: CaseView, draft: AskDraft, area_name: str) -> str:
    where = one_line(area_name) or translate("nearby", "the place")
    words = translate("nearby", "Ask the people within {radius} of {where} about {number}?")
    return words.format(radius=radius_words(draft.radius_m), where=where, number=view.report.number)


def _effect(act: acts.AskNearby, chosen: tuple[AskSource, ...], choices: AskChoices, danger: str) -> str:
    lines = [danger] if danger else []
    lines.append(f"“{seen(act.question)}”")
    if act.quoted:
        lines.append(translate("nearby", "With the reporter's words: “{text}”").format(text=seen(act.quoted)))
    for source in chosen:
        near = people_words(known_near(source, choices.lat, choices.lon, act.radius_m))
        lines.append(f"→ {one_line(source.name)}: {near}")
    lines.append(
        translate(
            "nearby",
            "Leaves {hold} seconds after you decide; undo works until then. It stands for {minutes} minutes and ends "
            "with the case. Answers are strangers' words, never a finding.",
        ).format(hold=HOLD_S, minutes=act.minutes)
    )
    return "\n".join(lines)
