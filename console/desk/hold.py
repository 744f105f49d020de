"""Who holds a case, and how surely, as the person at this desk sees it."""

from __future__ import annotations

from enum import StrEnum

from console.domain.person import Actor
from console.domain.report import Report, held_by


class Hold(StrEnum):
    """Who has the case, and how surely: RUN_OUT is one's own claim that must be taken anew, SILENT another's.

    TENTATIVE is this desk's own word, not yet the server's: another desk may have been first (sync.md).
    """

    NOBODY = "nobody"
    MINE = "mine"
    TENTATIVE = "tentative"
    RUN_OUT = "run_out"
    OTHERS = "others"
    SILENT = "silent"


def hold_of(report: Report, actor: Actor, *, tentative: bool, lease_left_s: float | None) -> Hold:
    """How the case is held, for this person at this desk (sync.md: a desk stops acting at 2/3 of its lease)."""
    claim = report.claim
    if claim is None:
        return Hold.NOBODY
    if not held_by(report, actor):
        return Hold.SILENT if claim.lapsed else Hold.OTHERS
    if tentative:
        return Hold.TENTATIVE
    return Hold.RUN_OUT if claim.lapsed or not lease_left_s else Hold.MINE
