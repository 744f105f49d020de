"""How much work a person at a desk holds, for whoever balances the shift."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


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
