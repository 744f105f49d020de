"""How much work a person at a desk holds, for whoever balances the shift."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from console.domain.person import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """A person who sits at a desk now."""

    id: str
    name: str
    role: Role
    desk_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """Open cases one person holds, and the oldest of them."""

    holder_id: str
    holder_name: str
    desk_id: str
    held: int
    oldest_at: datetime
    oldest_id: str
    oldest_number: str
