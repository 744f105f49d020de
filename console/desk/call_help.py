"""What helps while a call is typed: whom and what to beware of, standard answers."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from console.desk.call_form import CallForm
from console.domain.answer import Answers
from console.domain.casework.filing import DESK_SOURCE
from console.domain.hazard import Hazard, HazardMatch, matching_hazards
from console.domain.report import Report
from console.domain.reporter import Reporter
from console.domain.triage import Triage


class HandbookSource(Protocol):
    """What the center wrote for its desks (the store's handbook, by shape); any thread."""

    def answers(self) -> Answers:
        """The standard answers."""

    def hazards(self) -> tuple[Hazard, ...]:
        """Every warning flag."""


def report_of(form: CallForm, tag: str) -> Report:
    """The form as the report it would be, for rules that read reports; `tag` is what its number is known by."""
    return Report(
        id=form.id, number=form.number, kind=form.kind, source_id=DESK_SOURCE, source_kind=form.source_kind,
        source_name="", received_at=form.begun_at, text=form.text, place=form.place,
        reporter=Reporter(recognised_by=(tag,) if tag else ()),
    )  # fmt: skip


def beware_of(form: CallForm, tag: str, handbook: HandbookSource, now: datetime) -> tuple[HazardMatch, ...]:
    """The flags that fit place, caller or plates of what is typed: the very rule of the case's banner."""
    return matching_hazards(report_of(form, tag), handbook.hazards(), now)


def names_danger(form: CallForm, suggestion: Triage | None) -> bool:
    """Whether this is no matter for an answer read out: words of danger to life, or P1 as it would be filed now."""
    return form.chosen(suggestion)[1] == 1 or (suggestion is not None and bool(suggestion.life))
