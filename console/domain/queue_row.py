"""A row of the queue, the question that asks for rows, and the saved filters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from console.domain.file_claim import FileDoubt, HeldClaim
from console.domain.report import ReportKind, SourceKind, Status


class QueueFilter(StrEnum):
    """Saved filters of the top bar and of review; open cases only, but for ALL, HANDLED and JUNK."""

    ALL = "all"
    OPEN = "open"
    NEW = "new"
    MINE = "mine"
    WAITING_AGENCY = "waiting_agency"
    SERVICE = "service"
    ASPIRATION = "aspiration"
    HANDLED = "handled"
    JUNK = "junk"
    CALLBACK = "callback"


class QueueOrder(StrEnum):
    """URGENT by domain.score.urgency then oldest first; NEWEST by time received; CLOSED by time ended, latest first."""

    URGENT = "urgent"
    NEWEST = "newest"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueQuery:
    """Which rows: a filter, for MINE whose, words to search (number, text, kelurahan), the order.

    `closed_since` narrows HANDLED and JUNK to cases ended at or after it (a shift). A search looks at the newest
    SEARCH_LIMIT matches only.
    """

    filter: QueueFilter = QueueFilter.ALL
    actor_id: str = ""
    search: str = ""
    order: QueueOrder = QueueOrder.URGENT
    closed_since: datetime | None = None


SEARCH_LIMIT = 1_000
"""Newest matches a search considers; ranking more of a common word takes seconds (dependencies.md)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """What one line of the queue shows, own waiting decisions already folded in.

    `line` is the text on one line, at most 240 characters, '' on a sensitive case. `attachments`, `strikes` and
    `confirmed` are counts, `waiting` counts own decisions the server has not confirmed, `doubtful` those it will
    likely refuse. `reports` is how many the reporter made, `agency_name` whom the last open forward went to and
    `agency_confirmed` whether it took it. `tentative` while the claim is this desk's word only, not yet the server's.
    `danger`: intake found words of danger to life; `life` are those words, () on a sensitive case.
    `callback` is why it waits on the call-back list ('' when it does not), `rang` how often its number came, `risen`
    whether that raises it, `tries` how often somebody rang back.
    `claim_s` is the site's deadline for claiming (0: the usual one), `due_from` from when it runs (None: receipt).
    `gathers` counts the reports merged into it, `incident` a large incident; `into_id` and `into_number` are where it
    was merged away to.
    `doubts`: files whose own place or time differs by far from what was reported, those explained among them, and
    `claims` what they are judged by (number of the file, its claim); both () on a sensitive case.
    `committed_ns` is the server's commit stamp (CLOCK_MONOTONIC, one machine).
    """

    id: str
    number: str
    kind: ReportKind
    status: Status
    priority: int
    urgency: int
    category: str
    sensitive: bool
    line: str
    area_name: str
    source_kind: SourceKind
    received_at: datetime
    attachments: int
    holder_id: str
    holder_name: str
    claim_lapsed: bool
    unread: bool
    strikes: int
    confirmed: int
    waiting: int
    doubtful: int
    outcome: str
    closed_at: datetime | None
    closed_by: str
    closed_by_id: str
    review: str
    lat: float | None
    lon: float | None
    revision: int
    committed_ns: int
    source_name: str = ""
    reports: int = 0
    agency_name: str = ""
    agency_confirmed: bool = False
    tentative: bool = False
    claim_s: int = 0
    due_from: datetime | None = None
    danger: bool = False
    life: tuple[str, ...] = ()
    callback: str = ""
    rang: int = 0
    risen: bool = False
    tries: int = 0
    gathers: int = 0
    incident: bool = False
    into_id: str = ""
    into_number: str = ""
    doubts: tuple[FileDoubt, ...] = ()
    claims: tuple[tuple[int, HeldClaim], ...] = ()
