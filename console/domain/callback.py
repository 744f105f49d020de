"""The call-back list: why a report is on it, how often its number rang, every try."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

REPEAT_WITHIN = timedelta(minutes=30)
"""A number that comes again within so long rises by itself (issue 'The operator's desk', 2)."""


class CallbackWhy(StrEnum):
    """Why nobody can tell yet whether it is junk: there are no words to judge by."""

    PANIC = "panic"
    BROKEN_OFF = "broken_off"
    SILENT = "silent"
    UNANSWERED = "unanswered"
    WORDLESS = "wordless"


CALL_WHYS = frozenset({CallbackWhy.BROKEN_OFF, CallbackWhy.SILENT, CallbackWhy.UNANSWERED})
"""How a call can fail to become a report; such a call never counts against its number."""


class TryResult(StrEnum):
    """What came of ringing back: a person answered, it rang in vain, it did not ring, the number is another's."""

    ANSWERED = "answered"
    NO_ANSWER = "no_answer"
    UNREACHABLE = "unreachable"
    WRONG_NUMBER = "wrong_number"


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """One try to ring back, by the decision that recorded it."""

    decision_id: str
    at: datetime
    by_name: str
    result: TryResult
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Callback:
    """A report's place on the call-back list.

    `rang` counts how often the number came within REPEAT_WITHIN, this report included, the last time at `rang_at`;
    `violence`: an earlier report from the number was of violence and no prank.
    """

    why: CallbackWhy
    rang: int = 1
    rang_at: datetime | None = None
    violence: bool = False
    tries: tuple[Try, ...] = ()

    @property
    def risen(self) -> bool:
        """Whether it rises by itself: the number repeats, or had to do with violence before."""
        return self.rang > 1 or self.violence

    @property
    def answered(self) -> bool:
        """Whether somebody was reached."""
        return any(each.result is TryResult.ANSWERED for each in self.tries)


def risen(callback: Callback | None) -> bool:
    """Whether a report rises by itself because of its number."""
    return callback is not None and callback.risen
