"""Every list of the administration window in one hand, made from this desk's store."""

from __future__ import annotations

from typing import Protocol

from console.desk.administration import Administration
from console.desk.administration_hazards import HazardBook
from console.desk.administration_lists import EditedList
from console.desk.deadline_list import SiteList
from console.domain.agency import Site
from console.domain.answer import Answers
from console.domain.askable import AskBook
from console.domain.checklist import Checklists
from console.domain.crew_size import CrewFigures
from console.domain.doubt import DoubtRules
from console.domain.hazard import Hazard
from console.domain.landmark import Landmarks
from console.domain.outcome import OutcomeList
from console.domain.phone_lines import PhoneLines
from console.domain.triage import Lexicon, Triage, WordRules, suggest


class HandbookSource(Protocol):
    """What the center wrote for its desks."""

    def checklists(self) -> Checklists:
        """The steps of each category."""

    def answers(self) -> Answers:
        """Standard answers."""

    def hazards(self) -> tuple[Hazard, ...]:
        """Every hazard flag."""

    def landmarks(self) -> Landmarks:
        """The service's landmarks."""

    def ask_book(self) -> AskBook:
        """Questions to people nearby."""

    def phone_lines(self) -> PhoneLines:
        """Which desks each phone line rings at."""


class ListSource(Protocol):
    """Where this desk keeps the lists (the store, by shape)."""

    @property
    def handbook(self) -> HandbookSource:
        """Checklists, answers, flags."""

    def word_rules(self, newer_than: int) -> WordRules | None:
        """The site's word rules, None when there are none of a greater revision."""

    def outcomes(self) -> OutcomeList:
        """How a case may end here."""

    def site(self) -> Site:
        """The center's own facts, its deadlines among them."""

    def crews(self) -> CrewFigures:
        """How many officers each kind of case needs."""

    def doubt_rules(self) -> DoubtRules:
        """From where on a file puts its report in doubt."""


class AdministrationBook:
    """Made once; each list asks in the background."""

    def __init__(self, administration: Administration, source: ListSource, shipped: WordRules) -> None:
        """`shipped` word rules serve until the server told its own."""
        handbook = source.handbook
        self.words = EditedList(administration, "words", WordRules, lambda: source.word_rules(-1) or shipped)
        self.outcomes = EditedList(administration, "outcomes", OutcomeList, source.outcomes)
        self.checklists = EditedList(administration, "checklists", Checklists, handbook.checklists)
        self.answers = EditedList(administration, "answers", Answers, handbook.answers)
        self.crews = EditedList(administration, "crews", CrewFigures, source.crews)
        self.doubts = EditedList(administration, "doubts", DoubtRules, source.doubt_rules)
        self.landmarks = EditedList(administration, "landmarks", Landmarks, handbook.landmarks)
        self.questions = EditedList(
            administration, "ask_book", AskBook, handbook.ask_book, "/v1/admin/ask-questions"
        )
        self.lines = EditedList(administration, "phone_lines", PhoneLines, handbook.phone_lines, "/v1/admin/lines")
        self.site = SiteList(administration, source.site)
        self.hazards = HazardBook(administration, handbook.hazards)


def tried(text: str, rules: WordRules) -> Triage | None:
    """What these rules would say of a text, before they are saved; takes milliseconds: in the background."""
    return suggest(text, Lexicon(rules))
