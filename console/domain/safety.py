"""Are officers at a dangerous scene safe? When they are asked, when silence is an alarm."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from console.domain.deadline_rules import DeadlineRules
from console.domain.report import AssignmentStatus, Report

_SAFE = frozenset({"report.confirm_safe", "unit.safe"})


class SafetyState(StrEnum):
    """CALM: not due yet. DUE: ask them now (amber). ALARM: they did not answer."""

    CALM = "calm"
    DUE = "due"
    ALARM = "alarm"


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyCheck:
    """The running check: since when it runs, when it is due, when silence is an alarm, and who is on the scene."""

    since: datetime
    due_at: datetime
    alarm_at: datetime
    units: tuple[str, ...]

    def state(self, now: datetime) -> SafetyState:
        """Where it stands at server time `now`."""
        if now >= self.alarm_at:
            return SafetyState.ALARM
        return SafetyState.DUE if now >= self.due_at else SafetyState.CALM


def safety_check(report: Report, rules: DeadlineRules | None = None) -> SafetyCheck | None:
    """The check on a case with weapon, crowd or violence ticked, from arrival or the last word that they are safe.

    None when nothing dangerous is ticked, nobody is on the scene, or the case has ended (issue 4, part 10).
    """
    rules = rules or DeadlineRules()
    if report.ended or report.ticks is None or not report.ticks.dangerous:
        return None
    there = [a for a in report.assignments if a.status is AssignmentStatus.ON_SCENE]
    if not there:
        return None
    arrived = min(a.status_at or a.ordered_at for a in there)
    told = [entry.at for entry in report.timeline if entry.kind in _SAFE and not entry.undone]
    ticked = [e.at for e in report.timeline if e.kind == "report.ticks" and not e.undone]
    # What was ticked after they came starts the check then, not minutes before anybody knew.
    since = max([arrived, *ticked[:1], *told])
    due_at = since + timedelta(seconds=rules.safety_check_s)
    return SafetyCheck(
        since=since,
        due_at=due_at,
        alarm_at=due_at + timedelta(seconds=rules.safety_grace_s),
        units=tuple(a.call_sign for a in there),
    )
