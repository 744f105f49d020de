"""A report a restored server lost, as it came in; its decisions are sent again."""

from __future__ import annotations

from dataclasses import replace

from console.domain.report import Report, Status
from console.domain.timeline import Entry

_KEPT = frozenset({"received", "answer", "files"})
"""Lines of what the reporter sent; all others follow from decisions."""

_FILED = "report.file"
"""The line by which a desk made the report: sent again, that decision finds itself here (casework.filing)."""


def as_received(report: Report) -> Report:
    """The report before anybody decided on it, with what its reporter sent since.

    What the first guarded decision replaced is kept in its own line (Entry.before); a later desk's body of the same
    report leads to the same.
    """
    first = next((entry.before for entry in report.timeline if entry.before is not None), None)
    kept = tuple(entry for entry in report.timeline if _stays(entry))
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
        ticks=None,
        pauses=(),
        handing=None,
        merging=None,
        callback=replace(report.callback, tries=()) if report.callback else None,
        ending=None,
    )


def _stays(entry: Entry) -> bool:
    return entry.kind == _FILED or (entry.kind in _KEPT and not entry.decision_id)
