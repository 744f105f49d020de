"""A case's place on the call-back list, as the case pane shows it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from console.domain.callback import CallbackWhy, Try
from console.domain.casework.callback import needs_try, why_listed
from console.domain.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCallback:
    """Why it is listed, how often its number came (last at `rang_at`), and the tries, oldest first.

    `needs_reason`: closing it now would pass over the list, so it is asked why.
    """

    why: CallbackWhy
    rang: int
    rang_at: datetime | None
    violence: bool
    needs_reason: bool
    tries: tuple[Try, ...]


def shown_callback(report: Report, *, hidden: bool) -> ShownCallback | None:
    """None for a report that never was on the list; notes of tries are covered with the rest of a sensitive case."""
    why = why_listed(report)
    if why is None:
        return None
    listing = report.callback
    tries = listing.tries if listing else ()
    return ShownCallback(
        why=why,
        rang=listing.rang if listing else 1,
        rang_at=listing.rang_at if listing else None,
        violence=listing.violence if listing else False,
        needs_reason=needs_try(report, ""),
        tries=tuple(replace(each, note="") for each in tries) if hidden else tries,
    )
