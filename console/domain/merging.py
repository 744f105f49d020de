"""Reports merged into one case, and the large incident that gathers many."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

MAX_TITLE = 80
"""Characters of a large incident's title, and of its lead's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedInto:
    """Where a report was merged away to, by whom, by which decision."""

    report_id: str
    number: str
    at: datetime
    by: str
    decision_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedChild:
    """A report that was merged into this one; `reachable` when its reporter can be told something at all."""

    report_id: str
    number: str
    at: datetime
    by: str
    reachable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """A large incident (*kejadian besar*): its title and the one who leads it."""

    title: str
    lead: str
    since: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Merging:
    """How a report hangs together with others: merged away (`into`), parent of `children`, large incident.

    A report merged away keeps all of its own; `into` is the only thing that takes it out of the queue, so splitting
    brings it back whole. Its own children stay its children.
    """

    into: MergedInto | None = None
    children: tuple[MergedChild, ...] = ()
    incident: Incident | None = None
