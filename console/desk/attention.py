"""What needs a person: refused decisions, doubtful ones, trouble with the link."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from console.desk.ports import Link, LinkState
from console.domain.decision import Refusal
from console.domain.shown_case import LedgerRow
from console.store.store import Store

CLOCK_OFF = timedelta(seconds=60)
"""A clock further off than this is told ('your clock is 7 min off')."""

RETRIED_OFTEN = 5
"""A decision sent this often without an answer is shown; it is still sent on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """One line of the pane: kind refused | stuck | clock_off | desk_refused | second_copy | ..., what it is about.

    `refusal` says why; `decision_id` is what `dismiss` takes; `params` fill the screen's words.
    """

    kind: str
    at: datetime | None
    report_id: str = ""
    number: str = ""
    op: str = ""
    decision_id: str = ""
    refusal: Refusal | None = None
    params: tuple[tuple[str, str], ...] = ()


class AttentionList:
    """Asks the store and the link; callable from any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def entries(self, link: Link | None = None) -> tuple[Attention, ...]:
        """All lines, the link's first, then refusals oldest first."""
        refused = tuple(_of_row("refused", row) for row in self._store.attention())
        stuck = tuple(_of_row("stuck", row) for row in self._store.waiting() if row.tries >= RETRIED_OFTEN)
        return (*(_of_link(link) if link else ()), *refused, *stuck)

    def dismiss(self, decision_id: str) -> None:
        """A person has read it; the decision stays in the ledger and out of this list.

        Raises:
            StoreFault: it could not be written.
        """
        self._store.mark_seen(decision_id)


def _of_row(kind: str, row: LedgerRow) -> Attention:
    return Attention(
        kind=kind,
        at=row.settled_at or row.decision.decided_at,
        report_id=row.decision.subject.id,
        number=row.number,
        op=row.decision.op,
        decision_id=row.decision.id,
        refusal=row.refusal,
        params=(("trouble", row.trouble), ("tries", str(row.tries))),
    )


def _of_link(link: Link) -> tuple[Attention, ...]:
    found: list[Attention] = []
    if (link.trouble and link.state is LinkState.REFUSED) or link.trouble in ("stalled", "certificate"):
        params = (("waiting", str(link.waiting)),)
        found.append(Attention(kind=link.trouble, at=link.since, params=params))
    if link.restored:
        found.append(Attention(kind="server_restored", at=link.since))
    if abs(link.clock_off_s) > CLOCK_OFF.total_seconds():
        found.append(Attention(kind="clock_off", at=None, params=(("seconds", str(round(link.clock_off_s))),)))
    return tuple(found)
