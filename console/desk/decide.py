"""The one door for decisions: judged here, committed, confirmed by the server."""

from __future__ import annotations

from dataclasses import dataclass

from console.domain.decision import Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """It stands and is on disk; `undoable` for UNDO_WITHIN, `waiting` decisions of this desk not yet confirmed."""

    decision_id: str
    undoable: bool
    waiting: int
    second_copy: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Nothing was decided, for the reason given."""

    refusal: Refusal
