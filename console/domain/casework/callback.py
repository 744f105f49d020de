"""The call-back list's rules: who is on it, what rises, tries, what ending it needs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import cast

from console.domain import acts
from console.domain.acts import Act
from console.domain.callback import CALL_WHYS, REPEAT_WITHIN, Callback, CallbackWhy, Try, TryResult
from console.domain.casework.contact import contact_refusal
from console.domain.casework.facts import Facts
from console.domain.casework.status import restated
from console.domain.casework.step import Rule, Step, Stepped, TakeBack
from console.domain.decision import Decision, Reason, Refusal, refuse
from console.domain.person import Actor
from console.domain.report import AssignmentStatus, Report, ReportKind, Status
from console.domain.timeline import Entry

VIOLENT = frozenset(
    {"violent_crime", "domestic_violence", "sexual_violence", "child_harm", "brawl", "suicide", "officer_sos"}
)
"""Categories after which a silent call from the same number is taken for a cry for help."""

_OWN_LISTS = frozenset({"officer_sos"})
"""An officer in danger is no caller: his alarm has its own way."""

_THERE = frozenset({AssignmentStatus.ON_SCENE, AssignmentStatus.DONE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """An earlier report from the same number or account, as far as the list cares."""

    received_at: datetime
    category: str
    status: Status


def why_listed(report: Report) -> CallbackWhy | None:
    """Why the report belongs to the call-back list, ended or not; None for one that can be judged by its words.

    A panic press, a call that broke off, stayed silent or was not taken, a photo without text (issue, 2); never a call
    somebody took at a desk. Pure in the report, so one from before there was a list is protected too.
    """
    if report.category in _OWN_LISTS:
        return None
    if report.callback is not None:
        return report.callback.why
    if report.kind is ReportKind.PANIC:
        return CallbackWhy.PANIC
    if report.text.strip():
        return None
    if report.attachments:
        return CallbackWhy.WORDLESS
    spoken = report.call is not None and bool(report.call.taken_by)
    return CallbackWhy.SILENT if report.kind is ReportKind.CALL and not spoken else None


def waits_for_callback(report: Report) -> bool:
    """Whether it stands on the list now: open, and nobody was reached yet."""
    return not report.ended and why_listed(report) is not None and not (report.callback and report.callback.answered)


def never_strikes(report: Report) -> bool:
    """Whether no verdict on it may count against its number: a call that broke off, stayed silent or was not taken."""
    return why_listed(report) in CALL_WHYS


def listed(report: Report, earlier: Iterable[Earlier] = (), *, why: CallbackWhy | None = None) -> Report:
    """The report as it comes in, with its place on the list if it belongs there; pure, for intake and desk alike.

    `why` is how a call failed, when whoever takes it knows: it may have left words and still have broken off.
    `earlier` are the reports known from the same number: those within REPEAT_WITHIN are counted as rings, violence
    counts whenever it was, unless it was thrown away as junk.
    """
    why = why or why_listed(report)
    if why is None:
        return report
    known = tuple(earlier)
    since = report.received_at - REPEAT_WITHIN
    rings = sum(since <= each.received_at <= report.received_at for each in known)
    violence = any(each.category in VIOLENT and each.status is not Status.JUNKED for each in known)
    return replace(
        report, callback=Callback(why=why, rang=1 + rings, rang_at=report.received_at, violence=violence)
    )


def rang_again(report: Report, at: datetime) -> Report:
    """An open report on the list whose number came again: counted, risen, said on its timeline; others unchanged."""
    if not waits_for_callback(report) or at - report.received_at > REPEAT_WITHIN:
        return report
    listing = cast("Callback", report.callback or listed(report).callback)
    listing = replace(listing, rang=listing.rang + 1, rang_at=at)
    entry = Entry(kind="callback.rang", at=at, params={"rang": str(listing.rang)})
    return restated(replace(report, callback=listing, timeline=(*report.timeline, entry)))


def needs_try(report: Report, reason: str) -> bool:
    """Whether ending it would pass over the list: nobody rang back, nobody was sent there, and no reason is given."""
    if why_listed(report) is None or reason.strip():
        return False
    tried = report.callback is not None and bool(report.callback.tries)
    return not tried and not any(assignment.status in _THERE for assignment in report.assignments)


def _judge_try(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act = cast("acts.RecordTry", decision.act)
    report = cast("Report", facts.report)
    if act.result not in set(TryResult):
        return refuse(Reason.BAD_VALUE, field="result", value=act.result)
    if why_listed(report) is None:
        return refuse(Reason.NOT_ON_CALLBACK_LIST, number=report.number)
    return contact_refusal(report)


def _try(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act = cast("acts.RecordTry", decision.act)
    listing = cast("Callback", report.callback or listed(report).callback)
    made = Try(
        decision_id=decision.id,
        at=decision.decided_at,
        by_name=actor.name,
        result=TryResult(act.result),
        note=act.note,
    )
    listing = replace(listing, tries=(*listing.tries, made))
    params = {"result": act.result, "try": str(len(listing.tries))}
    return facts, replace(report, callback=listing), params, act.note


def _untried(report: Report, entry: Entry) -> Report:
    listing = cast("Callback", report.callback)
    tries = tuple(each for each in listing.tries if each.decision_id != entry.decision_id)
    return replace(report, callback=replace(listing, tries=tries))


RULES: dict[type[Act], Rule] = {acts.RecordTry: _judge_try}
"""The rules of the call-back list."""

STEPS: dict[type[Act], Step] = {acts.RecordTry: _try}
"""The steps of the call-back list."""

TAKE_BACK: dict[str, TakeBack] = {"report.callback_try": _untried}
"""How a try is undone, by op."""
