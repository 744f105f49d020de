"""Every list of the administration window in one hand, made from this desk's store."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from console.contract.admin import HazardEnd, HazardTerms, NewHazard
from console.desk.administration import Administration
from console.desk.administration_lists import EditedList
from console.domain.answer import Answers
from console.domain.checklist import Checklists
from console.domain.crew_size import CrewFigures
from console.domain.hazard import Hazard
from console.domain.outcome import OutcomeList
from console.domain.triage import Lexicon, Triage, WordRules, suggest


class HandbookSource(Protocol):
    """What the center wrote for its desks."""

    def checklists(self) -> Checklists:
        """The steps of each category."""

    def answers(self) -> Answers:
        """Standard answers."""

    def hazards(self) -> tuple[Hazard, ...]:
        """Every hazard flag."""


class ListSource(Protocol):
    """Where this desk keeps the lists (the store, by shape)."""

    @property
    def handbook(self) -> HandbookSource:
        """Checklists, answers, flags."""

    def word_rules(self, newer_than: int) -> WordRules | None:
        """The site's word rules, None when there are none of a greater revision."""

    def outcomes(self) -> OutcomeList:
        """How a case may end here."""

    def crews(self) -> CrewFigures:
        """How many officers each kind of case needs."""


class AdministrationBook:
    """Made once; each list asks in the background."""

    def __init__(self, administration: Administration, source: ListSource, shipped: WordRules) -> None:
        """`shipped` word rules serve until the server told its own."""
        self._administration, self._source, handbook = administration, source, source.handbook
        self.words = EditedList(administration, "words", WordRules, lambda: source.word_rules(-1) or shipped)
        self.outcomes = EditedList(administration, "outcomes", OutcomeList, source.outcomes)
        self.checklists = EditedList(administration, "checklists", Checklists, handbook.checklists)
        self.answers = EditedList(administration, "answers", Answers, handbook.answers)
        self.crews = EditedList(administration, "crews", CrewFigures, source.crews)

    def hazards(self) -> tuple[Hazard, ...]:
        """Every flag this desk knows of."""
        return self._source.handbook.hazards()

    def add_hazard(self, new: NewHazard) -> Hazard:
        """Set a flag no case is about.

        Raises:
            NetworkFault, AccessFault, InputFault: nothing was saved.
        """
        return self._administration.ask("POST", "/v1/admin/hazards", Hazard, sent=new)

    def change_hazard(self, seen: Hazard, words: str, expires_at: datetime, radius_m: int) -> Hazard:
        """Other terms for a flag as it was seen.

        Raises:
            NetworkFault, AccessFault, InputFault: `list_changed` when somebody changed it meanwhile.
        """
        terms = HazardTerms(words=words, expires_at=expires_at, radius_m=radius_m)
        query = {"revision": str(seen.revision)}
        return self._administration.ask("PUT", f"/v1/admin/hazards/{seen.id}", Hazard, sent=terms, query=query)

    def end_hazard(self, seen: Hazard, reason: str) -> Hazard:
        """Take a flag down.

        Raises:
            NetworkFault, AccessFault, InputFault: `list_changed` when somebody changed it meanwhile.
        """
        path, query = f"/v1/admin/hazards/{seen.id}/end", {"revision": str(seen.revision)}
        return self._administration.ask("POST", path, Hazard, sent=HazardEnd(reason=reason), query=query)


def tried(text: str, rules: WordRules) -> Triage | None:
    """What these rules would say of a text, before they are saved; takes milliseconds: in the background."""
    return suggest(text, Lexicon(rules))
