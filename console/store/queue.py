"""Answers the queue: pages, places, totals and counts, from covering indexes."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection

from console.domain.queue_row import SEARCH_LIMIT, QueueFilter, QueueOrder, QueueQuery, QueueRow
from console.domain.report import Report, ReportKind, Status
from console.store.bodies import decode
from console.store.folding import shown_case
from console.store.packing import unpack
from console.store.row import (
    AGENCY_BIT,
    CALLBACK_BIT,
    KIND_BITS,
    KIND_MASK,
    LOCATED_BIT,
    STATUS_BITS,
    STATUS_MASK,
    microseconds,
    queue_row,
)

_ENDED = 900
"""domain.score.urgency puts every ended case at or above this."""

_OPEN = f"urgency < {_ENDED}"
_NEW = f"facets & {STATUS_MASK} = {STATUS_BITS[Status.NEW]}"
_JUNKED = f"facets & {STATUS_MASK} = {STATUS_BITS[Status.JUNKED]}"
_SERVICE = f"facets & {KIND_MASK} = {KIND_BITS[ReportKind.SERVICE]}"
_ASPIRATION = f"facets & {KIND_MASK} = {KIND_BITS[ReportKind.ASPIRATION]}"
_AGENCY = f"facets & {AGENCY_BIT} <> 0"
_CALLBACK = f"facets & {CALLBACK_BIT} <> 0"
_LOCATED = f"facets & {LOCATED_BIT} <> 0"
_HELD = f"{_OPEN} AND holder_id = :actor_id"

_WHERE: dict[QueueFilter, str] = {
    QueueFilter.ALL: "1",
    QueueFilter.OPEN: _OPEN,
    QueueFilter.NEW: f"{_OPEN} AND {_NEW}",
    QueueFilter.MINE: _HELD,
    QueueFilter.WAITING_AGENCY: f"{_OPEN} AND {_AGENCY}",
    QueueFilter.SERVICE: f"{_OPEN} AND {_SERVICE}",
    QueueFilter.ASPIRATION: f"{_OPEN} AND {_ASPIRATION}",
    QueueFilter.CALLBACK: f"{_OPEN} AND {_CALLBACK}",
    QueueFilter.HANDLED: "closed_us IS NOT NULL",
    QueueFilter.JUNK: f"closed_us IS NOT NULL AND {_JUNKED}",
}
_ORDER: dict[QueueOrder, str] = {
    QueueOrder.URGENT: "urgency, received_us, row",
    QueueOrder.NEWEST: "received_us DESC, row DESC",
    QueueOrder.CLOSED: "closed_us DESC, row DESC",
}
_BEFORE: dict[QueueOrder, str] = {
    QueueOrder.URGENT: "(urgency, received_us, row) < (:urgency, :received_us, :row)",
    QueueOrder.NEWEST: "(received_us, row) > (:received_us, :row)",
    QueueOrder.CLOSED: "(closed_us, row) > (:closed_us, :row)",
}
# unicode61 knows the letters of Unicode 6.1; what already was one in 3.2 is one for both, so a word is one token.
_CATEGORY = unicodedata.ucd_3_2_0.category
_MOST_WORDS = 12
_ROWS_AT_A_STRETCH = 16

_ROW = "SELECT q.body, q.committed_ns, q.folded"

Params = dict[str, str | int | None]


@dataclass(frozen=True, slots=True)
class _Asked:
    where: str
    params: Params


def _asked(query: QueueQuery) -> _Asked:
    where, params = _WHERE[query.filter], Params(actor_id=query.actor_id)
    if query.closed_since is not None:
        where += " AND closed_us >= :closed_since"
        params["closed_since"] = microseconds(query.closed_since)
    match = match_of(query.search)
    if match:
        where += (
            " AND row IN (SELECT rowid FROM report_fts WHERE report_fts MATCH :match"
            f" ORDER BY rowid DESC LIMIT {SEARCH_LIMIT})"
        )
        params["match"] = match
    return _Asked(where, params)


def match_of(search: str) -> str:
    """What was typed, as an FTS5 expression: every word must occur, the last may be unfinished; '' for no words."""
    text = unicodedata.normalize("NFC", search)
    words = "".join(each if _CATEGORY(each)[0] in "LN" else " " for each in text).split()[:_MOST_WORDS]
    return " AND ".join([*(f'"{word}"' for word in words[:-1]), *(f'"{word}"*' for word in words[-1:])])


def page(
    connection: Connection, query: QueueQuery, offset: int, limit: int, give_way: Callable[[], None] = lambda: None
) -> tuple[QueueRow, ...]:
    """Rows `offset` .. `offset + limit` of the answer."""
    asked = _asked(query)
    # The inner select skips along the index alone; only the wanted rows are fetched.
    statement = (
        f"{_ROW} FROM (SELECT row AS wanted FROM mirror_report"
        f" WHERE {asked.where} ORDER BY {_ORDER[query.order]} LIMIT :limit OFFSET :offset)"
        f" CROSS JOIN mirror_report AS q ON q.row = wanted ORDER BY {_ORDER[query.order]}"
    )
    rows = connection.exec_driver_sql(statement, {**asked.params, "limit": limit, "offset": offset}).all()
    shown: list[QueueRow] = []
    for place, row in enumerate(rows):
        if place % _ROWS_AT_A_STRETCH == 0:
            give_way()
        shown.append(_shown_row(connection, *row))
    return tuple(shown)


def _shown_row(connection: Connection, body: bytes, committed_ns: int, folded: int) -> QueueRow:
    """The row as it is shown; only reports with open decisions of this desk are folded."""
    shown = shown_case(connection, decode(unpack(body), Report).id) if folded else None
    if shown is None:
        return _plain_row(body, committed_ns)
    counts = len(shown.waiting), len(shown.doubtful)
    return queue_row(shown.report, committed_ns, *counts, tentative=shown.tentative)


@lru_cache(maxsize=256)
def _plain_row(body: bytes, committed_ns: int) -> QueueRow:
    # A new report moves all rows in view: those that came before are not decoded again.
    return queue_row(decode(unpack(body), Report), committed_ns)


def total(connection: Connection, query: QueueQuery) -> int:
    """How many rows the answer has."""
    asked = _asked(query)
    return int(
        connection.exec_driver_sql(f"SELECT count(*) FROM mirror_report WHERE {asked.where}", asked.params).scalar_one()
    )


def offset_of(connection: Connection, query: QueueQuery, report_id: str) -> int | None:
    """Where in the answer a report stands, None when it is not in it."""
    asked = _asked(query)
    found = connection.exec_driver_sql(
        "SELECT row, urgency, received_us, closed_us FROM mirror_report WHERE row ="
        f" (SELECT row FROM mirror_report WHERE id = :report_id) AND {asked.where}",
        {**asked.params, "report_id": report_id},
    ).one_or_none()
    if found is None:
        return None
    place: Params = {"row": found[0], "urgency": found[1], "received_us": found[2], "closed_us": found[3]}
    # SQLite walks an index from one bound only, and of two on its first column would take 'open', which leaves nearly
    # all of it: the unary plus keeps that one from being a bound (sqlite.org/optoverview, on unary "+").
    where = asked.where.replace(_OPEN, f"+{_OPEN}") if query.order is QueueOrder.URGENT else asked.where
    statement = f"SELECT count(*) FROM mirror_report WHERE {where} AND {_BEFORE[query.order]}"
    return int(connection.exec_driver_sql(statement, {**asked.params, **place}).scalar_one())


def rows_of(connection: Connection, ids: Iterable[str]) -> dict[str, QueueRow]:
    """Queue rows of these reports; those the server withdrew are missing."""
    statement = f"{_ROW} FROM json_each(?) AS wanted CROSS JOIN mirror_report AS q ON q.id = wanted.value"
    found = connection.exec_driver_sql(statement, (json.dumps(sorted(set(ids))),)).all()
    rows = (_shown_row(connection, *row) for row in found)
    return {row.id: row for row in rows}


def pins(connection: Connection) -> tuple[QueueRow, ...]:
    """Open reports with coordinates, most urgent first."""
    statement = (
        f"{_ROW} FROM (SELECT row AS wanted FROM mirror_report WHERE urgency < {_ENDED} AND {_LOCATED}"
        " ORDER BY urgency, received_us) CROSS JOIN mirror_report AS q ON q.row = wanted"
    )
    return tuple(_shown_row(connection, *row) for row in connection.exec_driver_sql(statement).all())


def open_reports(connection: Connection, ids: Iterable[str] | None = None) -> tuple[Report, ...]:
    """Every open report, or those of `ids` that are open; own open decisions folded in."""
    if ids is None:
        rows = connection.exec_driver_sql(f"SELECT body, folded FROM mirror_report WHERE urgency < {_ENDED}").all()
    else:
        statement = (
            "SELECT m.body, m.folded FROM json_each(?) AS wanted CROSS JOIN mirror_report AS m"
            f" ON m.id = wanted.value AND m.urgency < {_ENDED}"
        )
        rows = connection.exec_driver_sql(statement, (json.dumps(sorted(set(ids))),)).all()
    found: list[Report] = []
    for body, folded in rows:
        report = decode(unpack(body), Report)
        shown = shown_case(connection, report.id) if folded else None
        found.append(report if shown is None else shown.report)
    return tuple(found)


def counts(connection: Connection, actor_id: str) -> dict[QueueFilter, int]:
    """How many rows each saved filter has, in two walks over covering indexes."""
    opened = connection.exec_driver_sql(
        f"SELECT count(*), coalesce(sum({_NEW}), 0), coalesce(sum(holder_id = ?), 0),"
        f" coalesce(sum({_AGENCY}), 0), coalesce(sum({_SERVICE}), 0), coalesce(sum({_ASPIRATION}), 0),"
        f" coalesce(sum({_CALLBACK}), 0)"
        f" FROM mirror_report WHERE urgency < {_ENDED}",
        (actor_id,),
    ).one()
    closed = connection.exec_driver_sql(
        f"SELECT count(*), coalesce(sum({_JUNKED}), 0) FROM mirror_report WHERE closed_us IS NOT NULL"
    ).one()
    names = (
        QueueFilter.OPEN,
        QueueFilter.NEW,
        QueueFilter.MINE,
        QueueFilter.WAITING_AGENCY,
        QueueFilter.SERVICE,
        QueueFilter.ASPIRATION,
        QueueFilter.CALLBACK,
    )
    found = dict(zip(names, (int(count) for count in opened), strict=True))
    found |= {QueueFilter.HANDLED: int(closed[0]), QueueFilter.JUNK: int(closed[1])}
    found[QueueFilter.ALL] = int(connection.exec_driver_sql("SELECT count(*) FROM mirror_report").scalar_one())
    return found


def own_leases(connection: Connection, actor_id: str, desk_id: str) -> tuple[tuple[str, int], ...]:
    """Claims of this person at this desk as the server told them; a claim still on its way is not among them."""
    rows = connection.exec_driver_sql(f"SELECT body FROM mirror_report WHERE {_HELD} LIMIT 200", {"actor_id": actor_id})
    claims = ((report.id, report.claim) for report in (decode(unpack(row[0]), Report) for row in rows))
    return tuple((report_id, claim.token) for report_id, claim in claims if claim and claim.desk_id == desk_id)
