"""An order that does not bind its unit yet: for an hour, or for when the unit is free."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

MOST_WAITING = 3
"""How many orders may wait for one unit: more than that is a queue nobody keeps in mind."""

LATEST = timedelta(days=60)
"""How far ahead an order may be set: a home visit is arranged weeks before, not years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingOrder:
    """`due_at` is when it starts, None: as soon as the unit is done with case `after` (its number).

    `told` once its time came and it could not start because the unit is off duty: the operator was told. `came_by` are
    the ids of the reports it came from with a merge, the one it was decided for first.
    """

    decision_id: str
    unit_id: str
    call_sign: str
    title: str
    ordered_at: datetime
    due_at: datetime | None = None
    after: str = ""
    told: bool = False
    came_by: tuple[str, ...] = ()
