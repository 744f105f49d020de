"""Filing from a desk: the one act whose report does not exist yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import cast
from uuid import UUID

from console.domain import acts
from console.domain.acts import Act
from console.domain.casework.facts import Facts
from console.domain.casework.status import restated
from console.domain.casework.step import Rule, Step, Stepped
from console.domain.category import CATEGORIES, category_of
from console.domain.decision import Decision, Reason, Refusal, refuse
from console.domain.person import Actor
from console.domain.report import Report, ReportKind, SourceKind
from console.domain.report_number import fits_kind
from console.domain.reporter import Reporter
from console.domain.timeline import Entry
from console.domain.triage.suggestion import KEPT_WORDS, Triage

OP = "report.file"
DESK_SOURCE = "@desk"
"""The source of what was filed at a desk."""

DESK_SOURCES = (
    SourceKind.CALL_110,
    SourceKind.CALL_112,
    SourceKind.WALK_IN,
    SourceKind.RADIO,
    SourceKind.ASPIRATION,
)
"""How a report may come to a desk, in the order it is offered."""

FILED_SOURCES = frozenset({*DESK_SOURCES, SourceKind.PARTNER, SourceKind.CITIZEN_APP})
"""How a report filed at a desk may have come: also as an answer from somebody asked nearby."""

DESK_KINDS = frozenset({ReportKind.CALL, ReportKind.REPORT, ReportKind.ASPIRATION, ReportKind.INFORMATION})
"""What may be filed at a desk; the first two need a place."""

MOST_CHARACTERS = 8_000
OLDEST = timedelta(days=30)
"""How far back paper notes may be filed; older is a matter for the archive."""
_AHEAD = timedelta(minutes=5)
CHOICES = frozenset({"category", "priority"})
"""What a person may choose against the words' suggestion."""
_LONGEST_WORD = 200


def is_same_again(decision: Decision, report: Report) -> bool:
    """Whether this very filing made that report: it came back from another desk after a restore, or is sent again."""
    return any(entry.decision_id == decision.id and entry.kind == OP for entry in report.timeline)


def place_stands(act: acts.FileReport) -> bool:
    """Whether officers could be sent there, or need not be."""
    place = act.place
    return act.kind not in (ReportKind.CALL, ReportKind.REPORT) or place.known or bool(place.words.strip())


def _judge_file(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act, there = cast("acts.FileReport", decision.act), facts.report
    if there is not None:
        same = is_same_again(decision, there)
        return None if same else refuse(Reason.BAD_VALUE, field="subject.id", value=decision.subject.id)
    bad = next((field for field, stands in _stands(decision, act) if not stands), None)
    if bad is not None:
        return refuse(Reason.BAD_VALUE, field=bad, value="")
    return None if place_stands(act) else refuse(Reason.EMPTY_TEXT, field="place")


def _stands(decision: Decision, act: acts.FileReport) -> tuple[tuple[str, bool], ...]:
    received = act.received_at
    aware = received.tzinfo is not None
    return (
        ("subject.id", decision.subject.kind == "report" and _is_uuid(decision.subject.id)),
        ("kind", act.kind in DESK_KINDS),
        ("source_kind", act.source_kind in FILED_SOURCES),
        ("category", act.category in CATEGORIES),
        ("priority", 1 <= act.priority <= 4),
        ("text", len(act.text) <= MOST_CHARACTERS),
        ("place.words", len(act.place.words) <= 1_000),
        ("number", act.number == "" or fits_kind(act.number, act.kind)),
        ("triage", act.triage is None or _can_be_shown(act.triage)),
        ("chose", set(act.chose) <= CHOICES),
        ("received_at", aware and decision.decided_at - OLDEST <= received <= decision.decided_at + _AHEAD),
    )


def _can_be_shown(triage: Triage) -> bool:
    """Whether word rules could have said this; it travels with the case ever after."""
    words = (*triage.words, *triage.life, *triage.unchecked)
    known = triage.category in ("", *CATEGORIES) and 0 <= triage.priority <= 4
    return known and len(words) <= 3 * KEPT_WORDS and all(len(word) <= _LONGEST_WORD for word in words)


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def founded(decision: Decision, facts: Facts, actor: Actor) -> Facts:
    """The facts with the report this filing makes; with the report it made before, the facts as they are."""
    act = cast("acts.FileReport", decision.act)
    if facts.report is not None:
        return facts
    answer_s = act.call.answer_s
    entry = Entry(
        kind=OP,
        at=decision.decided_at,
        actor_id=actor.id,
        actor_name=actor.name,
        decision_id=decision.id,
        params={
            "channel": act.source_kind.value,
            "late": "yes" if act.call.late else "no",
            "answer_s": "" if answer_s is None else f"{answer_s:.0f}",
            **_suggested(act),
        },
    )
    report = Report(
        id=decision.subject.id,
        number=act.number,
        revision=0,
        kind=act.kind,
        source_id=DESK_SOURCE,
        source_kind=act.source_kind,
        source_name=actor.name,
        received_at=act.received_at,
        text=act.text,
        category=act.category,
        priority=act.priority,
        sensitive=category_of(act.category).sensitive,
        place=act.place,
        reporter=act.caller.seen_as(Reporter()),
        timeline=(entry,),
        call=replace(act.call, taken_by=actor.name, filed_at=decision.decided_at),
        triage=act.triage,
    )
    return replace(facts, report=restated(report))


def _suggested(act: acts.FileReport) -> dict[str, str]:
    """What the words suggested, what it was filed as, and which of the two a person chose."""
    if act.triage is None:
        return {}
    return {
        "suggested": act.triage.category,
        "suggested_priority": str(act.triage.priority or ""),
        "category": act.category,
        "priority": str(act.priority),
        "chose": ",".join(act.chose),
    }


def _judge_caller(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act, report = cast("acts.SetCaller", decision.act), cast("Report", facts.report)
    if report.call is None:
        return refuse(Reason.BAD_VALUE, field="subject.id", value=report.number)
    return None if act.caller.sealed else refuse(Reason.EMPTY_TEXT, field="caller")


def _caller(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act = cast("acts.SetCaller", decision.act)
    return facts, replace(report, reporter=act.caller.seen_as(report.reporter)), {}, ""


RULES: dict[type[Act], Rule] = {acts.FileReport: _judge_file, acts.SetCaller: _judge_caller}
STEPS: dict[type[Act], Step] = {acts.SetCaller: _caller}
"""Filing itself has no step: there is no report to do it to (`founded`)."""
