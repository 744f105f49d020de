"""Numbers people know a report by: `KJ|LY|AS|IN-YYMM-NNNN`, never reused."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from console.domain.report import ReportKind

PREFIX: dict[ReportKind, str] = {
    ReportKind.SERVICE: "LY",
    ReportKind.ASPIRATION: "AS",
    ReportKind.INFORMATION: "IN",
}
"""Of every other kind it is KJ, a case; never LP, which is a legal document (screens.md)."""

_NUMBER = re.compile(r"((?:KJ|LY|AS|IN)-\d{4})-(\d{4,12})")


def series_of(kind: ReportKind, at: datetime, zone: str) -> str:
    """What numbers of this kind begin with in the site's month: 'KJ-2611'."""
    return f"{PREFIX.get(kind, 'KJ')}-{at.astimezone(ZoneInfo(zone)).strftime('%y%m')}"


def numbered(series: str, place: int) -> str:
    """The number itself: four digits, more past 9999."""
    return f"{series}-{place:04d}"


def read_number(number: str) -> tuple[str, int] | None:
    """(series, place) of a number, None when it is not one."""
    found = _NUMBER.fullmatch(number)
    return (found[1], int(found[2])) if found and numbered(found[1], int(found[2])) == number else None


def fits_kind(number: str, kind: ReportKind) -> bool:
    """Whether this is a number a report of this kind may have."""
    read = read_number(number)
    return read is not None and read[0].startswith(f"{PREFIX.get(kind, 'KJ')}-")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberBlock:
    """Numbers `first` .. `last` of a series that belong to one desk; those not used are a gap."""

    series: str
    first: int
    last: int
