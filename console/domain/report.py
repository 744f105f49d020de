"""A report and the case it becomes: everything a desk knows of it, in one immutable value."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from console.domain.attachment import Attachment
from console.domain.call import CallFacts
from console.domain.callback import Callback
from console.domain.checklist import Check
from console.domain.file_claim import FileClaim
from console.domain.forward_file import ForwardFile
from console.domain.handing import Handing
from console.domain.merging import Merging
from console.domain.nearby import NearbyAsk
from console.domain.outcome import Ending
from console.domain.pause import Pause
from console.domain.person import Actor
from console.domain.place import Place
from console.domain.placing import Placing
from console.domain.reporter import Reporter
from console.domain.sos import Sos
from console.domain.ticks import Ticks
from console.domain.timeline import Entry
from console.domain.triage.suggestion import Triage
from console.domain.waiting_order import WaitingOrder


class ReportKind(StrEnum):
    """What the reporter wants; a panic is a place and an account only."""

    REPORT = "report"
    PANIC = "panic"
    CALL = "call"
    SERVICE = "service"
    ASPIRATION = "aspiration"
    INFORMATION = "information"


class SourceKind(StrEnum):
    """The channel a report came by (screens.md, queue row)."""

    CITIZEN_APP = "citizen_app"
    PARTNER = "partner"
    CALL_112 = "call_112"
    CALL_110 = "call_110"
    SMS = "sms"
    PATROL = "patrol"
    DEVICE = "device"
    WALK_IN = "walk_in"
    RADIO = "radio"
    ASPIRATION = "aspiration"


class Status(StrEnum):
    """Where a case stands; computed in one place only: `console.domain.casework.status`."""

    NEW = "new"
    CLAIMED = "claimed"
    ORDERED = "ordered"
    EN_ROUTE = "en_route"
    ON_SCENE = "on_scene"
    FORWARDED = "forwarded"
    CLOSED = "closed"
    JUNKED = "junked"
    MERGED = "merged"


ENDED = frozenset({Status.CLOSED, Status.JUNKED, Status.MERGED})
"""Statuses in which the operators' work on a case is over."""


class AssignmentStatus(StrEnum):
    """A unit's answers to its order, in the order they are given."""

    ORDERED = "ordered"
    READ = "read"
    ACCEPTED = "accepted"
    EN_ROUTE = "en_route"
    ON_SCENE = "on_scene"
    DONE = "done"
    CANCELLED = "cancelled"


OPEN_ASSIGNMENTS = frozenset(
    {
        AssignmentStatus.ORDERED,
        AssignmentStatus.READ,
        AssignmentStatus.ACCEPTED,
        AssignmentStatus.EN_ROUTE,
        AssignmentStatus.ON_SCENE,
    }
)
"""Assignments that still bind the unit."""


class ForwardStatus(StrEnum):
    """A forward's way: held for undo, queued, sent, confirmed by a person or reply, or failed."""

    HELD = "held"
    SENT = "sent"
    FAILED = "failed"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A lease on a case with its fencing token; `lapsed` once the server saw the lease run out (sync.md)."""

    holder_id: str
    holder_name: str
    desk_id: str
    token: int
    taken_at: datetime
    lapsed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """A unit ordered to a case; `by` says who reported its status: '' the unit itself, else 'radio' or 'phone'."""

    unit_id: str
    call_sign: str
    title: str
    decision_id: str
    status: AssignmentStatus
    ordered_at: datetime
    read_at: datetime | None = None
    status_at: datetime | None = None
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forward:
    """Work passed to an agency; id is the deciding decision's; sent by the server not before `send_after`."""

    id: str
    agency_id: str
    agency_name: str
    agency_phone: str
    status: ForwardStatus
    text: str
    decided_at: datetime
    send_after: datetime
    sent_at: datetime | None = None
    tries: int = 0
    last_error: str = ""
    confirmed_at: datetime | None = None
    confirmed_by: str = ""
    files: tuple[ForwardFile, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A supervisor's word on an ended case."""

    verdict: str
    note: str
    at: datetime
    by_id: str
    by_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report as every desk sees it.

    `revision` rises with any change; `version` only when a decided state changes (what `base_version` guards).
    `priority` 1 (life) .. 4. `received_at` is the server's, `happened_at` the source's own time. `committed_ns`
    is CLOCK_MONOTONIC of the server's host at commit, for measurements on one machine only.
    """

    id: str
    number: str
    revision: int = 1
    version: int = 1
    kind: ReportKind
    source_id: str
    source_kind: SourceKind
    source_name: str
    received_at: datetime
    happened_at: datetime | None = None
    text: str = ""
    category: str = "other"
    priority: int = 3
    status: Status = Status.NEW
    sensitive: bool = False
    safe_to_contact: bool = False
    addressee: str = ""
    place: Place
    reporter: Reporter = field(default_factory=Reporter)
    attachments: tuple[Attachment, ...] = ()
    claim: Claim | None = None
    last_token: int = 0
    assignments: tuple[Assignment, ...] = ()
    forwards: tuple[Forward, ...] = ()
    timeline: tuple[Entry, ...] = ()
    unread: bool = False
    outcome: str = ""
    outcome_note: str = ""
    closed_at: datetime | None = None
    closed_by: str = ""
    closed_by_id: str = ""
    review: Review | None = None
    ticks: Ticks | None = None
    pauses: tuple[Pause, ...] = ()
    handing: Handing | None = None
    sos: Sos | None = None
    triage: Triage | None = None
    waiting_orders: tuple[WaitingOrder, ...] = ()
    call: CallFacts | None = None
    callback: Callback | None = None
    ending: Ending | None = None
    merging: Merging | None = None
    checks: tuple[Check, ...] = ()
    asks: tuple[NearbyAsk, ...] = ()
    placing: Placing | None = None
    file_claims: tuple[FileClaim, ...] = ()

    @property
    def ended(self) -> bool:
        """Whether the operators' work on it is over."""
        return self.status in ENDED


def held_by(report: Report, actor: Actor) -> bool:
    """Whether this person holds the case at this very desk; a lapsed claim is still his until somebody takes over."""
    claim = report.claim
    return claim is not None and (claim.holder_id, claim.desk_id) == (actor.id, actor.desk_id)
