"""Asking nearby: what was asked about a case, where it stands, what the answers count."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from console.domain.timeline import Entry

RADII_M = (500, 1000, 2000, 5000)
"""How far around the place people may be asked, in metres; the smallest is well above the rounding of the place."""

HOLD_S = 10
"""Seconds the server holds a question after the decision, so that undo can still catch it (screens.md)."""

MOST_QUESTION, MOST_QUOTED = 200, 500
"""Characters of a question a driver reads at a red light, and of the reporter's words that may go with it."""

MOST_OPEN = 3
"""Questions of one case that may stand at once: more would teach drivers to look away."""

QUOTE_WORDS = 6
"""So many words of a reporter in a row are his telling, not the center's question."""

GRID_DEG = 0.002
"""Places leave rounded to this, about 220 m: near enough to look, too coarse for a reporter's door."""

ANSWER_GRACE = timedelta(minutes=10)
"""An answer written in a dead zone still counts so long after its question has ended."""

ANSWER = "nearby.answer"
"""The timeline kind of an answer."""

_DIGITS = re.compile(r"(?:\d[ .\-/]?){8,}")
_WORD = re.compile(r"\w+")


class Seen(StrEnum):
    """What somebody nearby says in one touch; '' on the wire when he only wrote."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"
    NONE = ""


class AskState(StrEnum):
    """Where a question stands; computed from times in one place only: `state_of`."""

    UNDONE = "undone"
    HELD = "held"
    WAITING = "waiting"
    OUT = "out"
    OVER = "over"
    MISSED = "missed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedSource:
    """A source a question goes to: when it fetched it, and how many people it says it put it to."""

    id: str
    name: str
    kind: str = ""
    taken_at: datetime | None = None
    reached: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NearbyAsk:
    """A question about a case to people nearby; `id` is the deciding decision's, the place is rounded already.

    `quoted` are words of the reporter somebody ticked to go with it, '' for none. What a source may know is
    question, quoted, place, radius, area name and the two times: nothing else of a case ever leaves by it.
    """

    id: str
    at: datetime
    by_name: str
    question: str
    quoted: str = ""
    lat: float
    lon: float
    radius_m: int
    area_name: str = ""
    send_after: datetime
    until: datetime
    sources: tuple[AskedSource, ...] = ()
    undone: bool = False
    withdrawn_at: datetime | None = None

    @property
    def taken(self) -> bool:
        """Whether it has left the center."""
        return any(source.taken_at is not None for source in self.sources)

    @property
    def reached(self) -> int | None:
        """How many people it was put to as far as sources said; None when none did."""
        told = [source.reached for source in self.sources if source.reached is not None]
        return sum(told) if told else None


@dataclass(frozen=True, slots=True, kw_only=True)
class NearbyAnswer:
    """An answer as its line on the timeline tells it; `who` tells people of one source apart and names nobody.

    `filed_id` is the report it became, '' for none, `filed_as` that report's number.
    """

    id: str
    ask_id: str
    who: str
    source_name: str
    at: datetime
    text: str
    seen: Seen
    metres: int | None = None
    lat: float | None = None
    lon: float | None = None
    attachment_ids: tuple[str, ...] = ()
    filed_id: str = ""
    filed_as: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many different people answered a question, by the last touch of each; counted, never a finding."""

    people: int = 0
    yes: int = 0
    no: int = 0
    unsure: int = 0


def state_of(ask: NearbyAsk, now: datetime, *, ended: bool) -> AskState:
    """Where a question stands at server time `now`; one whose case ended is withdrawn with it."""
    if ask.undone:
        return AskState.UNDONE
    if now >= ask.until:
        return AskState.OVER if ask.taken else AskState.MISSED
    if ask.withdrawn_at is not None or ended:
        return AskState.WITHDRAWN
    if ask.taken:
        return AskState.OUT
    return AskState.HELD if now < ask.send_after else AskState.WAITING


def answers_of(timeline: Iterable[Entry], ask_id: str) -> tuple[NearbyAnswer, ...]:
    """The answers to a question, oldest first."""
    lines = tuple(timeline)
    filed = {entry.params.get("answer", ""): entry.params for entry in lines if entry.kind == "report.nearby_filed"}
    return tuple(
        _answer(entry, filed.get(entry.params.get("id", ""), {}))
        for entry in lines
        if entry.kind == ANSWER and entry.params.get("ask") == ask_id
    )


def _answer(entry: Entry, filed: dict[str, str]) -> NearbyAnswer:
    params = entry.params
    known = bool(params.get("lat"))
    return NearbyAnswer(
        id=params.get("id", ""), ask_id=params.get("ask", ""), who=params.get("who", ""),
        source_name=params.get("source", ""), at=entry.at, text=entry.text, seen=Seen(params.get("seen", "")),
        metres=int(params["metres"]) if params.get("metres") else None,
        lat=float(params["lat"]) if known else None, lon=float(params["lon"]) if known else None,
        attachment_ids=tuple(params["files"].split(",")) if params.get("files") else (),
        filed_id=filed.get("report", ""), filed_as=filed.get("number", ""),
    )  # fmt: skip


def tally(answers: Iterable[NearbyAnswer]) -> Tally:
    """How many people answered, each by his last touch; who only wrote counts as a person and no more."""
    last: dict[str, Seen] = {}
    for answer in answers:
        last[answer.who] = answer.seen if answer.seen is not Seen.NONE else last.get(answer.who, Seen.NONE)
    touched = list(last.values())
    return Tally(
        people=len(touched), yes=touched.count(Seen.YES), no=touched.count(Seen.NO), unsure=touched.count(Seen.UNSURE)
    )


def rounded(degrees: float, grid_deg: float = GRID_DEG) -> float:
    """A coordinate on the grid: the nearest multiple, so that no place behind it can be told apart."""
    return round(round(degrees / grid_deg) * grid_deg, 6)


def names_somebody(text: str) -> bool:
    """Whether a text holds what looks like a phone or identity number: 8 digits or more in a row."""
    return _DIGITS.search(text) is not None


def quotes(text: str, told: str) -> bool:
    """Whether a text repeats what a reporter told: QUOTE_WORDS of his words in a row, or all of a short telling.

    Fewer words than that in a row, or under 12 characters in all, cannot be told from the center's own.
    """
    asked, words = _words(text), _words(told)
    if sum(map(len, words)) < 12:
        return False
    many = min(QUOTE_WORDS, len(words))
    runs = {tuple(words[start : start + many]) for start in range(len(words) - many + 1)}
    return any(tuple(asked[start : start + many]) in runs for start in range(len(asked) - many + 1))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
