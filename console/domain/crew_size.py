"""How many officers to send, and the fewest that may go: one rule, shown with its sum."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from console.domain.report import OPEN_ASSIGNMENTS, Report
from console.domain.ticks import Ticks
from console.domain.unit import Unit

USUAL: dict[str, int] = {
    "traffic_accident": 2,
    "fire": 2,
    "violent_crime": 3,
    "medical": 1,
    "panic": 2,
    "officer_sos": 4,
    "domestic_violence": 2,
    "sexual_violence": 2,
    "child_harm": 2,
    "suicide": 2,
    "brawl": 4,
    "theft": 1,
    "flood": 2,
    "disaster": 4,
    "missing_person": 2,
    "traffic_jam": 1,
    "public_order": 2,
}
"""Officers usually sent to a category, 1 where it is not named: a planning figure of ours, to be set by the site."""

NEVER_ALONE: dict[str, int] = {
    "violent_crime": 2,
    "brawl": 2,
    "domestic_violence": 2,
    "officer_sos": 2,
}
"""The fewest officers a category may be sent, 1 where it is not named (issue 'The operator's desk', part 5)."""

MORE_FOR: dict[str, int] = {"injured": 1, "armed": 2, "crowd": 4, "violence": 1, "fire": 1}
"""Officers added for what is ticked: someone for the injured, a partner to each who faces a weapon, a line."""

FEWEST_FOR: dict[str, int] = {"armed": 2, "violence": 2, "crowd": 2}
"""The fewest for what is ticked, whatever the category: never one alone to a weapon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Because:
    """One line of the sum: its code (`category`, `priority`, a tick, `files`) and how many officers it adds.

    `files` adds nobody by itself: it says how many files (`count`) wait to be looked at before the ticks are right.
    """

    code: str
    people: int
    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CrewSize:
    """How many officers to send and the sum it comes from; the fewest that may go, what demands that ('' nothing)."""

    send: int
    because: tuple[Because, ...]
    fewest: int
    fewest_for: str


def crew_size(report: Report) -> CrewSize:
    """From category, priority, ticks and files of a report; `send` is the sum of what it is because of."""
    ticks = report.ticks or Ticks()
    because = [Because(code="category", people=USUAL.get(report.category, 1))]
    if report.priority == 1:
        because.append(Because(code="priority", people=1))
    because += [Because(code=tick, people=MORE_FOR[tick]) for tick in ticks.ticked if tick in MORE_FOR]
    if report.attachments:
        because.append(Because(code="files", people=0, count=len(report.attachments)))
    fewest, fewest_for = NEVER_ALONE.get(report.category, 1), "category"
    for tick in ticks.ticked:
        if FEWEST_FOR.get(tick, 1) > fewest:
            fewest, fewest_for = FEWEST_FOR[tick], tick
    return CrewSize(
        send=max(fewest, sum(line.people for line in because)),
        because=tuple(because),
        fewest=fewest,
        fewest_for=fewest_for if fewest > 1 else "",
    )


def people_on(report: Report, units: Iterable[Unit]) -> int:
    """Officers bound to the case now; a unit not among `units` counts as one."""
    crews = {unit.id: unit.people for unit in units}
    return sum(crews.get(a.unit_id, 1) for a in report.assignments if a.status in OPEN_ASSIGNMENTS)
