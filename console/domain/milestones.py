"""The moments of a case that tracks are held against, from receipt to its end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from console.domain.report import AssignmentStatus, Report


class Milestone(StrEnum):
    """In the order they usually come."""

    RECEIVED = "received"
    DISPATCHED = "dispatched"
    EN_ROUTE = "en_route"
    ON_SCENE = "on_scene"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """A milestone and when it was first reached."""

    milestone: Milestone
    at: datetime


_PAST_EN_ROUTE = (AssignmentStatus.EN_ROUTE,)
_PAST_ON_SCENE = (AssignmentStatus.ON_SCENE, AssignmentStatus.DONE)


def milestones(report: Report) -> tuple[Reached, ...]:
    """What a case has reached, in order of time; a unit that came without saying it was under way leaves that out."""
    found = {
        Milestone.RECEIVED: report.received_at,
        Milestone.DISPATCHED: _earliest(each.ordered_at for each in report.assignments),
        Milestone.EN_ROUTE: _first(report, _PAST_EN_ROUTE),
        Milestone.ON_SCENE: _first(report, _PAST_ON_SCENE),
        Milestone.CLOSED: report.closed_at,
    }
    reached = (Reached(milestone=name, at=at) for name, at in found.items() if at is not None)
    return tuple(sorted(reached, key=lambda each: each.at))


def case_span(report: Report, now: datetime) -> tuple[datetime, datetime]:
    """From receipt to the end, or to now while the case is open."""
    return report.received_at, max(report.closed_at or now, report.received_at)


def _first(report: Report, steps: tuple[AssignmentStatus, ...]) -> datetime | None:
    """When the first unit said so: on the timeline, or in its order where it stands there now."""
    names = {step.value for step in steps}
    told = [entry.at for entry in report.timeline if entry.params.get("status") in names and not entry.undone]
    stands = [each.status_at for each in report.assignments if each.status in steps]
    return _earliest([*told, *stands])


def _earliest(times: Iterable[datetime | None]) -> datetime | None:
    return min((at for at in times if at is not None), default=None)
