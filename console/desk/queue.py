"""The queue as the desk asks for it: pages, rows, counts, and why a row stands there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from console.domain.deadline_rules import DeadlineRules
from console.domain.doubt import SHIPPED_DOUBTS, DoubtRules
from console.domain.file_claim import numbered_doubts
from console.domain.place import distance_m
from console.domain.queue_row import QueueFilter, QueueQuery, QueueRow
from console.domain.report import ENDED, ReportKind, Status
from console.domain.score import breakdown

NEAR_M, NEAR_S = 500.0, 2 * 3600
"""Two reports of one category so near in place and time may tell of one thing."""


_USUAL = DeadlineRules().acknowledge_s


class QueueSource(Protocol):
    """What keeps the rows (the store, by shape); any thread."""

    def queue_page(self, query: QueueQuery, offset: int, limit: int) -> tuple[QueueRow, ...]:
        """At most `limit` rows from `offset` on."""

    def queue_total(self, query: QueueQuery) -> int:
        """How many rows the query has."""

    def queue_offset(self, query: QueueQuery, report_id: str) -> int | None:
        """Where a report stands in it, None when it is not in it."""

    def queue_rows(self, ids: Iterable[str]) -> dict[str, QueueRow]:
        """Rows by id, whatever the filter; ids not held are left out."""

    def counts(self, actor_id: str) -> dict[QueueFilter, int]:
        """Open reports per saved filter."""


class Standing(StrEnum):
    """One reason of a row's place in the queue, most weighty first."""

    ENDED = "ended"
    OFFICER_SOS = "officer_sos"
    PRIORITY = "priority"
    PANIC = "panic"
    RISEN = "risen"
    UNREAD = "unread"
    DANGER = "danger"
    DOUBTED = "doubted"
    STAGE = "stage"
    AGE = "age"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """Where a row stands against its claim deadline: age and seconds left (negative: past), both from receipt."""

    age_s: int
    left_s: int
    running: bool

    @property
    def late(self) -> bool:
        """Past its deadline and still unclaimed."""
        return self.running and self.left_s < 0

    @property
    def soon(self) -> bool:
        """Within the last third of its time."""
        return self.running and not self.late and self.left_s * 2 <= self.age_s


class Queue:
    """Questions about the queue; all may take milliseconds of disk."""

    def __init__(
        self,
        source: QueueSource,
        rules: Callable[[], DeadlineRules] = DeadlineRules,
        doubts: Callable[[], DoubtRules] = DoubtRules,
    ) -> None:
        """`rules` gives the site's deadlines, `doubts` from where on a file puts its report in doubt."""
        self._source, self._rules, self._doubts = source, rules, doubts

    def page(self, query: QueueQuery, offset: int, limit: int) -> tuple[QueueRow, ...]:
        """At most `limit` rows from `offset` on."""
        return self._ruled(self._source.queue_page(query, max(0, offset), limit))

    def total(self, query: QueueQuery) -> int:
        """How many rows the query has."""
        return self._source.queue_total(query)

    def offset(self, query: QueueQuery, report_id: str) -> int | None:
        """Where a report stands, None when it is not in it."""
        return self._source.queue_offset(query, report_id)

    def rows(self, ids: Iterable[str]) -> dict[str, QueueRow]:
        """Rows by id, whatever the filter."""
        found = self._source.queue_rows(ids)
        return {row.id: row for row in self._ruled(tuple(found.values()))}

    def counts(self, actor_id: str) -> dict[QueueFilter, int]:
        """Open reports per saved filter."""
        return self._source.counts(actor_id)

    def critical(self, limit: int = 50) -> tuple[QueueRow, ...]:
        """Unclaimed P1, most urgent first: what bell, band and alarm are about."""
        rows = self._source.queue_page(QueueQuery(filter=QueueFilter.NEW), 0, limit)
        return self._ruled(tuple(row for row in rows if row.priority == 1))

    def _ruled(self, rows: tuple[QueueRow, ...]) -> tuple[QueueRow, ...]:
        """The rows with the site's own deadline and doubts, where they are not the usual ones."""
        rows = _doubted(rows, self._doubts())
        given = self._rules().acknowledge_s
        if given == _USUAL:
            return rows
        return tuple(replace(row, claim_s=given[row.priority - 1]) for row in rows)


def _doubted(rows: tuple[QueueRow, ...], rules: DoubtRules) -> tuple[QueueRow, ...]:
    if replace(rules, revision=0) == SHIPPED_DOUBTS:
        return rows
    return tuple(replace(row, doubts=numbered_doubts(row.claims, rules)) if row.claims else row for row in rows)


def due(row: QueueRow, now: datetime) -> Due:
    """Age and claim deadline of a row at `now` (domain.deadline_rules); an ended row's age stops.

    The deadline runs from when the case became as urgent as it is, as on the case itself.
    """
    until = row.closed_at if row.status in ENDED and row.closed_at is not None else now
    age_s = max(0, int((until - row.received_at).total_seconds()))
    given = row.claim_s or _USUAL[row.priority - 1]
    left_s = given - (age_s if row.due_from is None else max(0, int((until - row.due_from).total_seconds())))
    return Due(age_s=age_s, left_s=left_s, running=row.status is Status.NEW)


def standings(row: QueueRow) -> tuple[Standing, ...]:
    """Why a row stands where it does, in the order of domain.score.urgency."""
    found = tuple(Standing(weight.share.value) for weight in breakdown(row))
    return found if row.status in ENDED else (*found, Standing.AGE)


def near_count(row: QueueRow, others: Iterable[QueueRow]) -> int:
    """How many of `others` of the same category were received near it in place and time."""
    if row.lat is None or row.lon is None:
        return 0
    return sum(
        other.id != row.id
        and other.category == row.category
        and other.lat is not None
        and other.lon is not None
        and abs((other.received_at - row.received_at).total_seconds()) <= NEAR_S
        and distance_m(row.lat, row.lon, other.lat, other.lon) <= NEAR_M
        for other in others
    )


def belongs(row: QueueRow, query: QueueQuery) -> bool:
    """Whether a row is one of the query's, as far as it can be told without searching its text."""
    ended = row.status in ENDED
    return {
        QueueFilter.ALL: True,
        QueueFilter.OPEN: not ended,
        QueueFilter.NEW: row.status is Status.NEW,
        QueueFilter.MINE: not ended and row.holder_id == query.actor_id,
        QueueFilter.WAITING_AGENCY: row.status is Status.FORWARDED,
        QueueFilter.SERVICE: not ended and row.kind is ReportKind.SERVICE,
        QueueFilter.ASPIRATION: not ended and row.kind is ReportKind.ASPIRATION,
        QueueFilter.CALLBACK: bool(row.callback),
        QueueFilter.HANDLED: ended,
        QueueFilter.JUNK: row.status is Status.JUNKED,
    }[query.filter]
