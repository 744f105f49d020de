"""How long each stage of a case may take, and when it was reached."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from console.domain.deadline_rules import DeadlineRules, PerPriority
from console.domain.report import AssignmentStatus, ForwardStatus, Report
from console.domain.timeline import Entry


class Stage(StrEnum):
    """The stages an operator is measured by (issue 4, part 1); ANSWER is a ringing call's only."""

    ANSWER = "answer"
    ACKNOWLEDGE = "acknowledge"
    DISPATCH = "dispatch"
    ARRIVE = "arrive"
    CLOSE = "close"


_GIVEN_UP = frozenset({"report.release", "report.break_claim", "lease.freed"})
_BACK = frozenset({"report.reopen", "report.return"})


@dataclass(frozen=True, slots=True, kw_only=True)
class StageClock:
    """One stage: when it is due (None: no deadline), when it was reached (None: not yet).

    `stands_at` is since when the clock stands still (None: it runs); what was left then is left now.
    """

    stage: Stage
    due_at: datetime | None
    reached_at: datetime | None
    stands_at: datetime | None = None

    def left_s(self, now: datetime) -> float | None:
        """Seconds until it is due, negative when past; None without a deadline or once reached."""
        if self.due_at is None or self.reached_at is not None:
            return None
        return (self.due_at - (self.stands_at or now)).total_seconds()


def stage_clocks(report: Report, rules: DeadlineRules | None = None) -> tuple[StageClock, ...]:
    """The stages of a report in order, by the site's rules; an ended case has no deadline left open."""
    rules = rules or DeadlineRules()
    reached = {
        Stage.ACKNOWLEDGE: _acknowledged_at(report),
        Stage.DISPATCH: _dispatched_at(report),
        Stage.ARRIVE: _arrived_at(report),
        Stage.CLOSE: report.closed_at,
    }
    given: dict[Stage, PerPriority] = {
        Stage.ACKNOWLEDGE: rules.acknowledge_s,
        Stage.DISPATCH: rules.dispatch_s,
        Stage.ARRIVE: rules.arrive_s,
        Stage.CLOSE: rules.close_s,
    }
    over = report.ended or _transferred_at(report) is not None
    stands_at = next((pause.since for pause in report.pauses if pause.until is None), None)
    clocks = tuple(
        StageClock(
            stage=stage,
            due_at=None if over and at is None else _due_at(report, stage, given[stage]),
            reached_at=at,
            stands_at=None if at is not None or stage is Stage.ACKNOWLEDGE else stands_at,
        )
        for stage, at in reached.items()
    )
    answer = _answer_clock(report, rules)
    return clocks if answer is None else (answer, *clocks)


def counted_from(report: Report) -> datetime:
    """From when a case's deadlines run: receipt, or when it was put back or became more urgent since."""
    later = [entry.at for entry in report.timeline if not entry.undone and _starts_anew(entry)]
    return max([report.received_at, *later])


def unclaimed_since(report: Report) -> datetime | None:
    """Since when nobody has the case; None while somebody does."""
    if report.claim is not None and not report.claim.lapsed:
        return None
    given_up = [e.at for e in report.timeline if e.kind in _GIVEN_UP and not e.undone]
    return max([counted_from(report), *given_up])


def acknowledge_by(report: Report, decided_at: datetime, rules: DeadlineRules | None = None) -> datetime:
    """When an agency or another post should have taken what was passed to it at that time."""
    return decided_at + timedelta(seconds=(rules or DeadlineRules()).forward_s[report.priority - 1])


def _answer_clock(report: Report, rules: DeadlineRules) -> StageClock | None:
    """The call's own clock, where an exchange told when it rang; without one nothing is measured."""
    call = report.call
    if call is None or call.rang_at is None:
        return None
    due_at = call.rang_at + timedelta(seconds=rules.answer_s)
    return StageClock(stage=Stage.ANSWER, due_at=due_at, reached_at=call.answered_at or call.ended_at)


def _starts_anew(entry: Entry) -> bool:
    if entry.kind in _BACK:
        return True
    return entry.kind == "report.priority" and entry.params.get("to", "") < entry.params.get("from", "")


def _due_at(report: Report, stage: Stage, given: PerPriority) -> datetime | None:
    seconds = given[report.priority - 1]
    if seconds == 0:
        return None
    if stage is Stage.ACKNOWLEDGE:
        return counted_from(report) + timedelta(seconds=seconds)
    due_at = counted_from(report) + timedelta(seconds=seconds)
    for pause in report.pauses:
        # Clocks stand in a pause: each one over moves what is due after its beginning by its length.
        if pause.until is not None and pause.since < due_at:
            due_at += pause.until - pause.since
    return due_at


def _earliest(times: Iterable[datetime | None]) -> datetime | None:
    return min((at for at in times if at is not None), default=None)


def _acknowledged_at(report: Report) -> datetime | None:
    if report.claim is not None:
        return None if report.claim.lapsed else report.claim.taken_at
    return _earliest([_dispatched_at(report), report.closed_at])


def _transferred_at(report: Report) -> datetime | None:
    transfer = report.handing.transfer if report.handing else None
    return transfer.accepted_at if transfer else None


def _dispatched_at(report: Report) -> datetime | None:
    sent = [a.ordered_at for a in report.assignments if a.status is not AssignmentStatus.CANCELLED]
    passed = [f.decided_at for f in report.forwards if f.status is not ForwardStatus.CANCELLED]
    return _earliest([*sent, *passed, _transferred_at(report)])


def _arrived_at(report: Report) -> datetime | None:
    arrived = {AssignmentStatus.ON_SCENE.value, AssignmentStatus.DONE.value}
    told = [entry.at for entry in report.timeline if entry.params.get("status") in arrived and not entry.undone]
    stands = [a.status_at for a in report.assignments if a.status.value in arrived]
    return _earliest([*told, *stands])
