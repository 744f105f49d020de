"""What rings, and the lines it leaves on a case: reached a rung, told, not told, answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from console.domain.deadline_rules import DeadlineRules
from console.domain.report import Report
from console.domain.timeline import Entry

STEP = "alarm.step"
"""The line by which the server tells that an alarm reached a rung."""

TOLD, NOT_TOLD = "alarm.told", "alarm.not_told"
"""The lines by which the server tells that a message to the officer of a rung left, or could not."""

TAKEN, ANSWERED = "alarm.taken", "report.answer_alarm"
"""The lines by which a duty officer took an alarm on his own phone page, or somebody at a desk noted that he did."""

AWAY = "away"
"""Why of a NOT_TOLD line: our own way out was gone, whoever it was for. Any other why is about this recipient."""


class Alarm(StrEnum):
    """What rings: nobody took an urgent report, an officer asks for help, officers do not say that they are safe."""

    UNCLAIMED = "unclaimed"
    SOS = "sos"
    SAFETY = "safety"


class Heard(StrEnum):
    """How a desk knows that a duty officer takes an alarm; on his own phone page he says it himself."""

    PHONE = "phone"
    RADIO = "radio"
    SCREEN = "screen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ringing:
    """An alarm nobody has answered, and since when."""

    alarm: Alarm
    since: datetime


def steps_told(report: Report, of: Ringing) -> tuple[Entry, ...]:
    """The steps of this very alarm on the timeline, lowest rung first."""
    return lines_of(report, (STEP,), of.alarm.value, of.since.isoformat())


def lines_of(report: Report, kinds: tuple[str, ...], alarm: str, since: str) -> tuple[Entry, ...]:
    """The lines of those kinds about one alarm (`since` as ISO text), oldest first; those undone are left out."""
    return tuple(
        entry
        for entry in report.timeline
        if entry.kind in kinds
        and not entry.undone
        and entry.params.get("alarm") == alarm
        and entry.params.get("since") == since
    )


def last_step(report: Report) -> Entry | None:
    """The last rung an alarm of this case reached."""
    return next((entry for entry in reversed(report.timeline) if entry.kind == STEP), None)


def answer_to(report: Report, step: Entry) -> Entry | None:
    """The last word that a duty officer takes the alarm this step belongs to."""
    said = lines_of(report, (TAKEN, ANSWERED), step.params.get("alarm", ""), step.params.get("since", ""))
    return said[-1] if said else None


def taken_now(report: Report, step: Entry, rules: DeadlineRules, now: datetime) -> Entry | None:
    """The word that holds this alarm at time `now`; None when nobody gave one, or `answer_holds_s` ran out on it."""
    said = answer_to(report, step)
    if said is None or (rules.answer_holds_s and said.at + timedelta(seconds=rules.answer_holds_s) <= now):
        return None
    return said


def not_told_at(report: Report, step: Entry) -> datetime | None:
    """When it was clear that no message of this step reached its officer; None while one may, or there is none.

    An officer with several ways is told when one of them works. When our own way out is gone, that is no word about
    the next rung's officers: then only one rung is skipped, not all of them up to Mabes.
    """
    failed_at, away = _failure(report, step)
    if failed_at is None or not away:
        return failed_at
    steps = lines_of(report, (STEP,), step.params.get("alarm", ""), step.params.get("since", ""))
    before = steps[steps.index(step) - 1] if steps.index(step) else None
    return None if before is not None and _failure(report, before)[0] is not None else failed_at


def _failure(report: Report, step: Entry) -> tuple[datetime | None, bool]:
    """When the last way failed (None: not all have), and whether only because our way out was gone."""
    params = step.params
    lines = lines_of(report, (TOLD, NOT_TOLD), params.get("alarm", ""), params.get("since", ""))
    lines = tuple(line for line in lines if line.params.get("rung") == params.get("rung"))
    failed = [line for line in lines if line.kind == NOT_TOLD]
    ways = {way for way in params.get("ways", "").split(",") if way}
    if len(failed) < len(lines) or not ways or ways - {line.params.get("way", "") for line in failed}:
        return None, False
    return max(line.at for line in failed), all(line.params.get("why") == AWAY for line in failed)
