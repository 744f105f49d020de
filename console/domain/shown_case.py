"""What a screen shows of one case: the server's word with waiting decisions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from console.domain.decision import Decision, Refusal
from console.domain.person import Actor
from console.domain.report import Report
from console.domain.standing import Standing
from console.domain.unit import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCase:
    """A projected report with the units on it; `waiting` and `doubtful` name own decisions not yet confirmed.

    `doubtful` decisions changed nothing: the server will likely refuse them for the reason given. `tentative` while
    the claim shown is this desk's own word, not yet the server's (sync.md: an offline claim). `standing` of everything
    its reporter is recognised by.
    """

    report: Report
    units: tuple[Unit, ...] = ()
    standing: tuple[Standing, ...] = ()
    waiting: tuple[str, ...] = ()
    doubtful: tuple[tuple[str, Refusal], ...] = ()
    tentative: bool = False


class LedgerState(StrEnum):
    """Where a decision of this desk stands: to be sent, confirmed, or refused and kept."""

    WAITING = "waiting"
    APPLIED = "applied"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """A decision as the ledger keeps it; `tries` sendings so far, `trouble` code of the last failure, '' if none.

    `seen_at` is when a person acknowledged a refusal; `number` is the report's, '' when it is not in the mirror.
    """

    seq: int
    decision: Decision
    actor: Actor
    state: LedgerState
    number: str = ""
    tries: int = 0
    trouble: str = ""
    refusal: Refusal | None = None
    settled_at: datetime | None = None
    seen_at: datetime | None = None
