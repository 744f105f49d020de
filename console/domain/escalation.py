"""Unanswered alarms climb: operators, duty officer, Polsek, Polres, Polda, Mabes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from console.domain.alarm import STEP, Alarm, Ringing, answer_to, not_told_at, steps_told
from console.domain.casework.sos import is_sos
from console.domain.casework.status import restated
from console.domain.deadline_rules import DeadlineRules
from console.domain.deadlines import Stage, stage_clocks, unclaimed_since
from console.domain.police_area import PoliceArea
from console.domain.report import Report
from console.domain.roster import Duty, Roster, Rung
from console.domain.safety import safety_check
from console.domain.timeline import Entry

_RUNGS = tuple(Rung)
_EVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Climb:
    """An alarm reaches a rung now: who is to be rung there, None when the roster has nobody.

    `ways` are those a message goes to him by; none when he is only rung.
    """

    ringing: Ringing
    rung: Rung
    duty: Duty | None
    ways: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """What the rule reads besides the report: deadlines, roster, zone and whose police area the place is."""

    rules: DeadlineRules
    roster: Roster
    zone: str
    post: PoliceArea | None = None


def ringing(report: Report, rules: DeadlineRules, now: datetime) -> tuple[Ringing, ...]:
    """Which alarms of this report are unanswered at server time `now`."""
    if report.ended:
        return ()
    found: list[Ringing] = []
    free = unclaimed_since(report)
    if free is not None and is_sos(report):
        found.append(Ringing(alarm=Alarm.SOS, since=free))
    elif free is not None and report.priority <= rules.climb_priority:
        due_at = next(clock.due_at for clock in stage_clocks(report, rules) if clock.stage is Stage.ACKNOWLEDGE)
        since = due_at if due_at is None else max(due_at, free)
        if since is not None and since <= now and not report.assignments:
            found.append(Ringing(alarm=Alarm.UNCLAIMED, since=since))
    check = safety_check(report, rules)
    if check is not None and check.alarm_at <= now:
        found.append(Ringing(alarm=Alarm.SAFETY, since=check.alarm_at))
    return tuple(found)


def climbs(report: Report, ladder: Ladder, now: datetime) -> tuple[Climb, ...]:
    """The steps that are due now and not told yet; at most one rung per alarm, but both first ones of an SOS.

    Each rung waits its time from when the one below was told, so a server that was away does not wake Mabes at once;
    a message nobody could be reached by ends that wait. A duty officer's word that he takes it stops the climb for
    `answer_holds_s`: if nobody has the case by then, it goes on from the rung it had reached.
    """
    found: list[Climb] = []
    for each in ringing(report, ladder.rules, now):
        told = steps_told(report, each)
        due_at = _next_at(report, each, told, ladder.rules)
        if due_at is None or due_at > now:
            continue
        many = 2 if each.alarm is Alarm.SOS and not told else 1
        found.extend(_climb(each, rung, ladder, now) for rung in _RUNGS[len(told) :][:many])
    return tuple(found)


def next_look(report: Report, rules: DeadlineRules) -> datetime | None:
    """The earliest moment at which a step of this report comes due; None while only a change can bring one."""
    times = (_next_at(report, each, steps_told(report, each), rules) for each in ringing(report, rules, _EVER))
    return min((at for at in times if at is not None), default=None)


def _next_at(report: Report, each: Ringing, told: tuple[Entry, ...], rules: DeadlineRules) -> datetime | None:
    if not told:
        return each.since
    if len(told) == len(_RUNGS):
        return None
    due_at = told[-1].at + timedelta(seconds=rules.climb_s[len(told) - 1])
    failed_at = not_told_at(report, told[-1])
    if failed_at is not None:
        due_at = min(due_at, failed_at)
    answer = answer_to(report, told[-1])
    if answer is None:
        return due_at
    held_until = answer.at + timedelta(seconds=rules.answer_holds_s)
    return max(due_at, held_until) if rules.answer_holds_s else None


def climbed(report: Report, steps: Iterable[Climb], now: datetime) -> Report:
    """The report with those steps on its timeline; one that is there already is not told again."""
    for step in steps:
        if any(entry.params.get("rung") == step.rung.value for entry in steps_told(report, step.ringing)):
            continue
        entry = Entry(
            kind=STEP,
            at=now,
            params={
                "alarm": step.ringing.alarm.value,
                "since": step.ringing.since.isoformat(),
                "rung": step.rung.value,
                "name": step.duty.name if step.duty else "",
                "contact": step.duty.contact if step.duty else "",
                "post": step.duty.post if step.duty else "",
                "officer": step.duty.officer if step.duty else "",
                "ways": ",".join(step.ways),
            },
        )
        report = restated(replace(report, timeline=(*report.timeline, entry)))
    return report


def _climb(each: Ringing, rung: Rung, ladder: Ladder, now: datetime) -> Climb:
    post = ladder.post
    named = {Rung.POLSEK: post.polsek, Rung.POLRES: post.polres, Rung.POLDA: post.polda} if post else {}
    duty = None if rung is Rung.OPERATOR else ladder.roster.on_duty(rung, now, ladder.zone, named.get(rung, ""))
    if duty is None and rung is Rung.POLSEK and post is not None and post.phone:
        duty = Duty(rung=rung, name=post.polsek, contact=post.phone, post=post.polsek)
    officer = ladder.roster.officer(duty.officer) if duty is not None else None
    return Climb(ringing=each, rung=rung, duty=duty, ways=officer.ways if officer is not None else ())
