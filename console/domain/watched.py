"""Cases the whole shift watches: officers in danger, dangerous scenes, hand-overs."""

from __future__ import annotations

from console.domain.casework.handing import open_offer, open_transfer
from console.domain.casework.sos import is_sos
from console.domain.report import Report


def watched(report: Report) -> bool:
    """Whether every desk keeps this open case in its alarms, hand-overs or transfers, whoever holds it."""
    if report.ended:
        return False
    dangerous = report.ticks is not None and report.ticks.dangerous
    handed = report.handing is not None and bool(open_offer(report) or open_transfer(report))
    return dangerous or handed or is_sos(report)
