"""Acts on asking nearby: a question to people around a case, its end, an answer filed."""

from __future__ import annotations

from dataclasses import dataclass

from console.domain.askable import ASK_MINUTES
from console.domain.nearby import HOLD_S


@dataclass(frozen=True, slots=True, kw_only=True)
class AskNearby:
    """Ask the people of these sources around the case's place; `quoted` are the reporter's words, if ticked."""

    source_ids: tuple[str, ...]
    question: str
    quoted: str = ""
    radius_m: int = 1000
    minutes: int = ASK_MINUTES
    hold_s: int = HOLD_S


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawAsk:
    """Take a question back before its time: sources take it off their people's screens."""

    ask_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteAnswerFiled:
    """An answer told of something else and was filed as a report of its own; `number` '' while it has none yet."""

    answer_id: str
    report_id: str
    number: str = ""
