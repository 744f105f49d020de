"""Category and priority of what comes in: its source's word, else what its words suggest."""

from __future__ import annotations

from dataclasses import dataclass

from console.contract.intake import NewReport
from console.domain.category import category_of
from console.domain.report import ReportKind
from console.domain.triage import Lexicon, Triage, suggest

_KIND_CATEGORY = {
    ReportKind.PANIC: "panic",
    ReportKind.ASPIRATION: "aspiration",
    ReportKind.INFORMATION: "information",
    ReportKind.SERVICE: "vehicle_service",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSight:
    """What a report is taken for until a person says otherwise, and what the words suggested."""

    category: str
    priority: int
    triage: Triage | None


def first_sight(new: NewReport, lexicon: Lexicon) -> FirstSight:
    """What the source gave stands; only what it left open is taken from the words of the text.

    A service request, an aspiration or a question names its category by its kind; its words may still raise it.
    """
    given = new.category or _KIND_CATEGORY.get(new.kind, "")
    triage = suggest(new.text, lexicon, given) if new.text else None
    category = given or (triage.category if triage else "") or "other"
    if new.kind is ReportKind.PANIC:
        # A panic is a matter of life until a person says otherwise, whatever its sender wrote.
        return FirstSight(category=category, priority=1, triage=None)
    by_words = triage.priority if triage else 0
    return FirstSight(
        category=category, priority=new.priority or by_words or category_of(category).priority, triage=triage
    )
