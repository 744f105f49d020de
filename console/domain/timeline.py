"""What happened on a case, line by line: who, when, what, and what it was before."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """The state a decision replaced, so that undoing it restores exactly that."""

    priority: int = 0
    category: str = ""
    sensitive: bool = False
    outcome: str = ""
    outcome_note: str = ""
    closed_at: datetime | None = None
    closed_by: str = ""
    closed_by_id: str = ""
    holder_id: str = ""
    holder_name: str = ""
    holder_desk: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the timeline.

    `kind` is an act's op (`report.claim`) or an event (`received`, `answer`, `unit.read`, `forward.sent`);
    `params` fill the screen's words for that kind; `text` is what a person wrote (hostile: plain text only).
    """

    kind: str
    at: datetime
    actor_id: str = ""
    actor_name: str = ""
    decision_id: str = ""
    text: str = ""
    params: dict[str, str] = field(default_factory=dict)
    before: Before | None = None
    undone: bool = False
