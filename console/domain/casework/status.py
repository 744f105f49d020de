"""The one place that computes where a case stands."""

from __future__ import annotations

from dataclasses import replace

from console.domain.outcome import JUNK_OUTCOMES
from console.domain.report import OPEN_ASSIGNMENTS, AssignmentStatus, ForwardStatus, Report, Status

_WAITING_FORWARD = frozenset({ForwardStatus.HELD, ForwardStatus.SENT, ForwardStatus.FAILED})


def status_of(report: Report) -> Status:
    """Status from merging, outcome, open assignments (the furthest counts), forwards and claim, in that order."""
    if report.merging is not None and report.merging.into is not None:
        return Status.MERGED
    if report.outcome in JUNK_OUTCOMES:
        return Status.JUNKED
    if report.outcome:
        return Status.CLOSED
    open_statuses = {a.status for a in report.assignments if a.status in OPEN_ASSIGNMENTS}
    if AssignmentStatus.ON_SCENE in open_statuses:
        return Status.ON_SCENE
    if AssignmentStatus.EN_ROUTE in open_statuses:
        return Status.EN_ROUTE
    if open_statuses:
        return Status.ORDERED
    transfer = report.handing.transfer if report.handing else None
    waiting = transfer is not None and transfer.accepted_at is None
    if waiting or any(forward.status in _WAITING_FORWARD for forward in report.forwards):
        return Status.FORWARDED
    return Status.CLAIMED if report.claim else Status.NEW


def restated(report: Report) -> Report:
    """The report with its status computed anew and its revision raised by one."""
    return replace(report, status=status_of(report), revision=report.revision + 1)
