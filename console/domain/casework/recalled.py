"""A report a restored server lost, as it came in; its decisions are sent again."""

from __future__ import annotations

from dataclasses import replace

from console.domain.report import Report, Status

_KEPT = frozenset({"received", "answer", "files"})
"""Lines of what the reporter sent; all others follow from decisions."""


def as_received(report: Report) -> Report:
    """The report before anybody decided on it, with what its reporter sent since.

    What the first guarded decision replaced is kept in its own line (Entry.before); a later desk's body of the same
    report leads to the same.
    """
    first = next((entry.before for entry in report.timeline if entry.before is not None), None)
    kept = tuple(entry for entry in report.timeline if entry.kind in _KEPT and not entry.decision_id)
    return replace(
        report,
        revision=max(1, len(kept)),
        version=1,
        priority=first.priority if first else report.priority,
        category=first.category if first else report.category,
        sensitive=first.sensitive if first else report.sensitive,
        status=Status.NEW,
        safe_to_contact=False,
        claim=None,
        last_token=0,
        assignments=(),
        forwards=(),
        timeline=kept,
        unread=len(kept) > 1,
        outcome="",
        outcome_note="",
        closed_at=None,
        closed_by="",
        closed_by_id="",
        review=None,
    )
