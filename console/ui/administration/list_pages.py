"""The pages of lists the center edits: words, outcomes, strikes, checklists and so on."""

from __future__ import annotations

from console.ui.administration.answer_page import answer_page
from console.ui.administration.checklist_page import checklist_page
from console.ui.administration.crew_page import crew_page
from console.ui.administration.hazard_page import hazard_page
from console.ui.administration.outcome_page import outcome_page
from console.ui.administration.page import PageEntry
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
        id="strikes", group=_lists, icon="strike", make=StrikePage,
        title=lambda: translate("administration", "Strikes and blocks"),
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
        id="crews", group=_lists, icon="crew", make=crew_page,
        title=lambda: translate("administration", "Crew sizes"),
    ),
)  # fmt: skip
