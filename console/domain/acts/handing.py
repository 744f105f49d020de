"""Acts that put a case into other hands: offer, assign, accept, decline, transfer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferCase:
    """Its holder hands the case to a colleague, who must accept; until then it stays his."""

    to_id: str
    to_name: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignCase:
    """A supervisor gives the case to an operator, who must accept; until then it stays where it is."""

    to_id: str
    to_name: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptOffer:
    """Whom the case was offered or assigned to takes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndOffer:
    """The offer is declined by whom it was made to, or taken back by who made it."""

    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferCase:
    """Pass the case to another post (domain.handing TRANSFER_KINDS), by phone: `text` is what was said."""

    kind: str
    name: str
    phone: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptTransfer:
    """The other post took it: who said so; from now on it is not on our clock."""

    transfer_id: str
    accepted_by: str
    by: str = "phone"


@dataclass(frozen=True, slots=True, kw_only=True)
class EndTransfer:
    """The other post does not take it: why."""

    transfer_id: str
    reason: str
