"""Reporters of merged reports: what each may see, and who hears his answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from console.contract.intake import Message
from console.domain.casework import restated
from console.domain.casework.contact import contact_refusal
from console.domain.casework.merging import TOLD, into_of
from console.domain.report import Report
from console.domain.timeline import Entry
from console.server.casefile import Casefile, load
from console.server.database import Tx

_STEPS_UP = 32
"""Merged into merged into …: rules allow no loop, and nobody builds a tower; a broken database must not hang us."""


def parents_of(connection: Connection | Tx, report: Report) -> tuple[Report, ...]:
    """The cases a report was merged into, nearest first; the last one is where work goes on."""
    found: list[Report] = []
    into = into_of(report)
    while into is not None and len(found) < _STEPS_UP:
        parent = load(connection, Report, into.report_id)
        if parent is None:
            break
        found.append(parent)
        into = into_of(parent)
    return tuple(found)


def told_in(report: Report, parents: tuple[Report, ...]) -> tuple[Message, ...]:
    """What a center told all reporters of a case, as this report's own may read it.

    Nothing on a sensitive report nobody has ticked as safe to contact (security.md rule 8).
    """
    if contact_refusal(report) is not None:
        return ()
    own = [entry for entry in report.timeline if entry.kind in ("report.tell", TOLD)]
    above = [entry for parent in parents for entry in parent.timeline if entry.kind == "report.tell"]
    # One sent before it was split off and merged again stands on both.
    said = {entry.params.get("id") or entry.decision_id: entry for entry in (*own, *above)}
    return tuple(
        Message(id=message_id, at=entry.at, direction="information", text=entry.text)
        for message_id, entry in said.items()
    )


def stir_parent(tx: Tx, casefile: Casefile, report: Report, line: Entry, at: datetime) -> None:
    """Let whoever works on the case a report was merged into know that something came for the report.

    Its words come along unless the report is sensitive: those open on a reason, in the report itself.
    """
    parents = parents_of(tx, report)
    if not parents:
        return
    parent = parents[-1]
    words = "" if report.sensitive else line.text
    line = Entry(kind=f"merge.{line.kind}", at=line.at, text=words, params={**line.params, "number": report.number})
    stirred = replace(parent, timeline=(*parent.timeline, line), unread=True)
    casefile.save_report(tx, restated(stirred), at)
