"""Asking nearby on the wire: what a source tells of its people, is asked, and answers."""

from __future__ import annotations

from datetime import datetime

import msgspec

from console.contract.intake import NewReporter
from console.domain.nearby import Seen

MAX_ANSWER = 1_000
"""Characters of an answer: somebody writes it at the roadside."""


class CrowdTold(msgspec.Struct, frozen=True, kw_only=True):
    """How many people are around a point (WGS 84 degrees); it is kept rounded to 0.01 degrees, never finer."""

    lat: float
    lon: float
    people: int


class Reach(msgspec.Struct, frozen=True, kw_only=True):
    """A source says that its people can be asked, and roughly where they are; `takes` false: not any more."""

    takes: bool = True
    crowds: tuple[CrowdTold, ...] = ()


class OpenAsk(msgspec.Struct, frozen=True, kw_only=True):
    """A question to put to the people within `radius_m` metres of the place, until `until` at the latest.

    `quoted` are words of a reporter somebody chose to pass on, '' for none. Once it is not in the list any more, it
    has ended: take it off every screen.
    """

    id: str
    asked_at: datetime
    until: datetime
    question: str
    quoted: str
    lat: float
    lon: float
    radius_m: int
    area: str


class OpenAsks(msgspec.Struct, frozen=True, kw_only=True):
    """Every question that stands for this source now; ask again after `again_s` seconds."""

    asks: tuple[OpenAsk, ...] = ()
    again_s: int = 5


class Reached(msgspec.Struct, frozen=True, kw_only=True):
    """How many people a source has put a question to so far."""

    people: int


class AskAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What one of them says: a touch (`seen`), words, or both; `id` made by the client, again adds nothing.

    lat/lon (degrees, both or none) where he was. `reporter.account` is needed: answers are counted by person, and his
    account is kept as a keyed hash only.
    """

    id: str
    seen: Seen = Seen.NONE
    text: str = ""
    lat: float | None = None
    lon: float | None = None
    reporter: NewReporter = msgspec.field(default_factory=NewReporter)


class AnswerTaken(msgspec.Struct, frozen=True, kw_only=True):
    """The answer came in; `again` when it had before."""

    id: str
    again: bool = False
