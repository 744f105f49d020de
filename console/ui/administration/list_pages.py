"""The pages of lists the center edits: words, outcomes, strikes, checklists and so on."""

from __future__ import annotations

from console.ui.administration.answer_page import answer_page
from console.ui.administration.center_page import CenterPage
from console.ui.administration.checklist_page import checklist_page
from console.ui.administration.crew_page import crew_page
from console.ui.administration.deadline_page import DeadlinePage
from console.ui.administration.doubt_page import DoubtPage
from console.ui.administration.hazard_page import hazard_page
from console.ui.administration.landmark_page import LandmarkPage
from console.ui.administration.leaving_page import LeavingPage
from console.ui.administration.outcome_page import outcome_page
from console.ui.administration.page import PageEntry
from console.ui.administration.question_page import QuestionPage
from console.ui.administration.strike_page import StrikePage
from console.ui.administration.word_page import WordPage
from console.ui.texts.language import translate


def _lists() -> str:
    return translate("administration", "Lists of the center")


LIST_PAGES: tuple[PageEntry, ...] = (
    PageEntry(
        id="words", group=_lists, icon="words", make=WordPage,
        title=lambda: translate("administration", "Word rules"),
    ),
    PageEntry(
        id="outcomes", group=_lists, icon="outcomes", make=outcome_page,
        title=lambda: translate("administration", "Outcomes"),
    ),
    PageEntry(
        id="center", group=_lists, icon="settings", make=CenterPage,
        title=lambda: translate("administration", "The center itself"),
    ),
    PageEntry(
        id="deadlines", group=_lists, icon="clock", make=DeadlinePage,
        title=lambda: translate("administration", "Deadlines"),
    ),
    PageEntry(
        id="strikes", group=_lists, icon="strike", make=StrikePage,
        title=lambda: translate("administration", "Strikes and blocks"),
    ),
    PageEntry(
        id="doubts", group=_lists, icon="doubt", make=DoubtPage,
        title=lambda: translate("administration", "Doubts about files"),
    ),
    PageEntry(
        id="leaving", group=_lists, icon="agency", make=LeavingPage,
        title=lambda: translate("administration", "Files that go along"),
    ),
    PageEntry(
        id="checklists", group=_lists, icon="checklist", make=checklist_page,
        title=lambda: translate("administration", "Checklists"),
    ),
    PageEntry(
        id="answers", group=_lists, icon="answers", make=answer_page,
        title=lambda: translate("administration", "Standard answers"),
    ),
    PageEntry(
        id="hazards", group=_lists, icon="hazard", make=hazard_page,
        title=lambda: translate("administration", "Warning flags"),
    ),
    PageEntry(
        id="landmarks", group=_lists, icon="place", make=LandmarkPage,
        title=lambda: translate("administration", "Landmarks"),
    ),
    PageEntry(
        id="questions", group=_lists, icon="public_order", make=QuestionPage,
        title=lambda: translate("administration", "Questions asked nearby"),
    ),
    PageEntry(
        id="crews", group=_lists, icon="crew", make=crew_page,
        title=lambda: translate("administration", "Crew sizes"),
    ),
)  # fmt: skip
