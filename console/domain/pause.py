"""A stop of a case's clocks: never without a reason, and recorded from when to when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Clocks stood from `since` to `until` (None: they still stand); `id` is the deciding decision's."""

    id: str
    since: datetime
    until: datetime | None = None
    reason: str
    by_name: str
