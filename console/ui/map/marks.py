"""What stands on the map: officers and reports as values and as JSON text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from console.domain.unit import UnitStatus

STALE_AFTER_S = 300.0
"""Age at which a position is shown as old, unless the caller decides otherwise, seconds."""


@dataclass(frozen=True, slots=True)
class MapOfficer:
    """A unit at its latest fix: degrees WGS 84, `fixed_at` aware UTC, label such as a call sign.

    `fixed_s` (seconds since 1970) is worked out when the value is made, in a worker thread, not when it is shown.
    """

    id: str
    lat: float
    lon: float
    status: UnitStatus
    fixed_at: datetime
    label: str = ""
    fixed_s: float = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "fixed_s", self.fixed_at.timestamp())


@dataclass(frozen=True, slots=True)
class MapReport:
    """A report's pin: degrees WGS 84, priority 1 (critical) to 4, `number` the short tail inside the pin.

    `claim` is '' or how unsure its claim is: `tentative` (this desk's own word yet) or `silent` (the holder's desk).
    """

    id: str
    lat: float
    lon: float
    priority: int
    number: str = ""
    label: str = ""
    claim: str = ""


def _report_row(report: MapReport) -> tuple[str, float, float, int, str, str, str]:
    return (report.id, report.lat, report.lon, report.priority, report.number, report.label, report.claim)


def reports_text(reports: Iterable[MapReport]) -> str:
    """JSON text of all pins: [[id, lat, lon, priority, number, label, claim]]."""
    return json.dumps([_report_row(r) for r in reports], separators=(",", ":"))


def call_text(function: str, payload: str) -> str:
    """JavaScript that hands `payload` (JSON text) to a function of the page as one string.

    json.dumps with its default ASCII output is also a safe JavaScript string literal: quotes, backslashes,
    line separators and everything outside ASCII are escaped, so nothing in it can end the string.
    """
    return f"sigap.{function}({json.dumps(payload)})"
