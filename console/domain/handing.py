"""A case on its way to other hands: offered to a colleague, or passed to another post."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

TRANSFER_KINDS = ("polsek", "polres", "polda", "110", "112", "119")
"""Whom a case can be passed to (issue 4, part 3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """The case is offered to a colleague, or given to him by a supervisor (`assigned`), until he accepts it."""

    id: str
    to_id: str
    to_name: str
    by_id: str
    by_name: str
    at: datetime
    assigned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """The case is passed to another post by phone; it stays on our clock until `accepted_by` said yes."""

    id: str
    kind: str
    name: str
    phone: str
    asked_at: datetime
    accepted_at: datetime | None = None
    accepted_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handing:
    """What is under way; an offer or a transfer that was taken back is not kept here but on the timeline."""

    offer: Offer | None = None
    transfer: Transfer | None = None
