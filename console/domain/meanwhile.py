"""What others did on a case since a desk had last seen it."""

from __future__ import annotations

from collections.abc import Sequence

from console.domain.decision import Subject
from console.domain.report import Report
from console.domain.shown_case import LedgerRow
from console.domain.timeline import Entry

QUIET = frozenset({"report.read", "report.look", "report.file_claim", "unit.read"})
"""Lines that tell nobody anything about who works on a case."""


def unseen_since(report: Report, base: Subject) -> tuple[Entry, ...]:
    """The timeline after what a desk had seen: after the decision it names, else by the number of versions since.

    Each guarded decision raised the version by one (casework.apply); such an entry holds what was before.
    """
    made = base.base_decision
    if made:
        places = [place for place, entry in enumerate(report.timeline) if entry.decision_id == made]
        if places:
            return report.timeline[places[-1] + 1 :]
    missing = report.version - (base.base_version or 0)
    for place in range(len(report.timeline) - 1, -1, -1):
        if missing <= 0:
            return report.timeline[place + 1 :]
        if report.timeline[place].before is not None:
            missing -= 1
    return report.timeline if missing <= 0 else ()


def done_by_others(report: Report, rows: Sequence[LedgerRow]) -> tuple[Entry, ...]:
    """What others did that whoever decided had not seen, and how the present holder came to hold it."""
    first_at = rows[0].decision.decided_at
    base = next((row.decision.subject for row in rows if row.decision.subject.base_version is not None), None)
    found = unseen_since(report, base) if base else tuple(e for e in report.timeline if e.at >= first_at)
    known = {id(entry) for entry in found}
    taking = _taking(report)
    if taking is not None and id(taking) not in known:
        found = (taking, *found)
    own = {row.decision.id for row in rows}
    return tuple(
        entry
        for entry in found
        if entry.actor_id not in ("", rows[0].actor.id)
        and entry.kind not in QUIET
        and entry.decision_id not in own
    )


def _taking(report: Report) -> Entry | None:
    """The line by which the present holder took the case: his first since it was not his."""
    claim, found = report.claim, None
    if claim is None:
        return None
    for entry in reversed(report.timeline):
        if entry.before is not None and entry.actor_id == claim.holder_id:
            found = entry
            if entry.before.holder_id != claim.holder_id:
                return found
    return found
