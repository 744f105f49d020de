"""What a rule and a step of casework are, and what many steps do: take the case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from console.domain.casework.facts import Facts
from console.domain.decision import Decision, Refusal
from console.domain.person import Actor
from console.domain.report import Claim, Report, held_by
from console.domain.timeline import Entry

Rule = Callable[[Decision, Facts, Actor, datetime], Refusal | None]
"""A rule answers None when the act may stand; the report of the facts is present when it is asked."""

Stepped = tuple[Facts, Report, dict[str, str], str]
"""What a step gives back: facts, the report, and params and text of its line on the timeline."""

Step = Callable[[Decision, Facts, Report, Actor], Stepped]
"""What an act does to the facts, once its rule has let it stand."""

TakeBack = Callable[[Report, Entry], Report]
"""How an act that touches one part of the report only is undone: the report and the act's own line."""


def with_claim(report: Report, actor: Actor, decision: Decision) -> Report:
    """The report held by this actor; a live claim of his own keeps its token."""
    # One merged away is nobody's: what is decided on it (a question to its reporter) takes no lease.
    if held_by(report, actor) or (report.merging is not None and report.merging.into is not None):
        return report
    token = report.last_token + 1
    claim = Claim(
        holder_id=actor.id,
        holder_name=actor.name,
        desk_id=actor.desk_id,
        token=token,
        taken_at=decision.decided_at,
    )
    return replace(report, claim=claim, last_token=token)
