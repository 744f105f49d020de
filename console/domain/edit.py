"""One saved edit of a list the center keeps: who, when, and the names of what he changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """`revision` is the list's from then on; `changed` names what was added, changed or taken off."""

    revision: int
    at: datetime
    by_id: str
    by_name: str
    changed: tuple[str, ...] = ()
