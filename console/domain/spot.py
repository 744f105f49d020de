"""Where and when a report was, of what category: the little a map of many needs of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from console.domain.category import category_of
from console.domain.outcome import JUNK_OUTCOMES
from console.domain.report import ENDED, Report, ReportKind, Status

NOT_HAPPENED = frozenset({*JUNK_OUTCOMES, "false_report", "duplicate"})
"""Outcomes that say that there was nothing, or that another report tells of it."""

_INCIDENTS = frozenset({ReportKind.REPORT, ReportKind.PANIC, ReportKind.CALL})
_BELIEVED = timedelta(days=7)
_AHEAD = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpotPlace:
    """Degrees WGS 84 or both None, and the kelurahan's code ('' unknown)."""

    lat: float | None = None
    lon: float | None = None
    area_code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """The fields of a report, under the report's own names, that its body is read for; texts stay where they are."""

    id: str
    kind: ReportKind
    status: Status = Status.NEW
    category: str = "other"
    priority: int = 3
    sensitive: bool = False
    outcome: str = ""
    received_at: datetime
    happened_at: datetime | None = None
    place: SpotPlace = SpotPlace()

    @property
    def open(self) -> bool:
        """Whether the operators still work on it."""
        return self.status not in ENDED

    @property
    def guarded(self) -> bool:
        """Whether it is never to be shown as a point of its own (security.md rule 8)."""
        return self.sensitive or category_of(self.category).sensitive


def spot_of(report: Report) -> Spot:
    """The spot of a whole report."""
    place = SpotPlace(lat=report.place.lat, lon=report.place.lon, area_code=report.place.area_code)
    return Spot(
        id=report.id, kind=report.kind, status=report.status, category=report.category, priority=report.priority,
        sensitive=report.sensitive, outcome=report.outcome, received_at=report.received_at,
        happened_at=report.happened_at, place=place,
    )  # fmt: skip


def counted(spot: Spot) -> bool:
    """Whether it counts as something that happened somewhere.

    Not junk (pranks, tests, wrong numbers), not what was found false, not a merged or closed duplicate, whose
    parent is counted; not what asks for a service or information; not what has no place.
    """
    return (
        spot.place.lat is not None
        and spot.kind in _INCIDENTS
        and spot.status not in (Status.JUNKED, Status.MERGED)
        and spot.outcome not in NOT_HAPPENED
    )


def happened(spot: Spot) -> datetime:
    """When it happened: the source's own time where it can be believed (a week before receipt at most)."""
    at = spot.happened_at
    if at is not None and -_AHEAD <= spot.received_at - at <= _BELIEVED:
        return at
    return spot.received_at
