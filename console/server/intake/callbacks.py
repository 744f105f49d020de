"""A report on its way to the call-back list: what its number did, who rises with it."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from sqlalchemy import bindparam, or_, select

from console.domain.callback import CallbackWhy
from console.domain.casework.callback import Earlier, listed, rang_again, why_listed
from console.domain.report import Report, Status
from console.server import tables
from console.server.casefile import Casefile, load
from console.server.database import Tx

_MOST_EARLIER = 200
"""Latest reports of a number that are looked at; more tell nothing more."""

_reporters, _reports = tables.reporters, tables.reports
_hash = select(_reporters.c.phone_hmac).where(_reporters.c.id == bindparam("reporter_id"))
_same = select(_reporters.c.id).where(
    or_(_reporters.c.id == bindparam("reporter_id"), _reporters.c.phone_hmac == bindparam("phone_hmac"))
)
_earlier = (
    select(_reports.c.id, _reports.c.received_at, _reports.c.category, _reports.c.status)
    .where(_reports.c.reporter_id.in_(_same), _reports.c.id != bindparam("report_id"))
    .order_by(_reports.c.received_at.desc())
    .limit(_MOST_EARLIER)
)


def placed(tx: Tx, casefile: Casefile, report: Report, why: CallbackWhy | None = None) -> Report:
    """The report with its place on the call-back list; open ones of the same number are counted up and rise too.

    `why` is how a call failed, for one that has words of its own. One number may come by several accounts: they are
    one by the keyed hash of the number.
    """
    if why is None and why_listed(report) is None:
        return report
    known = _known(tx, report)
    for report_id, earlier in known:
        if earlier.status in (Status.CLOSED, Status.JUNKED):
            continue
        other = load(tx, Report, report_id)
        risen = rang_again(other, report.received_at) if other else None
        if risen is not None and risen != other:
            casefile.save_report(tx, risen, report.received_at)
    return listed(report, (earlier for _, earlier in known), why=why)


def _known(tx: Tx, report: Report) -> tuple[tuple[str, Earlier], ...]:
    reporter_id = report.reporter.id
    if not reporter_id:
        return ()
    hashed = tx.execute(_hash, {"reporter_id": reporter_id}).scalar()
    found = tx.execute(
        _earlier, {"reporter_id": reporter_id, "phone_hmac": hashed, "report_id": report.id}
    ).all()
    rows = cast("list[tuple[str, datetime, str, str]]", [tuple(row) for row in found])
    return tuple(
        (report_id, Earlier(received_at=at, category=category, status=Status(status)))
        for report_id, at, category, status in rows
    )
