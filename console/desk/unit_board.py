"""The board of units on duty: filtered and sorted, and who is silent since when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from console.desk.fleet import STATUS_ORDER, UnitCard, search_units, unit_cards
from console.domain.agency import Site
from console.domain.shown_case import ShownCase
from console.domain.unit import Position, Unit, UnitStatus

MOST_UNITS = 1_000_000
"""The board leaves nobody out."""


class BoardColumn(StrEnum):
    """What the board says of a unit, and can be sorted by."""

    CALL_SIGN = "call_sign"
    NAME = "name"
    FUNCTION = "function"
    POST = "post"
    STATUS = "status"
    SINCE = "since"
    CASE = "case"
    POSITION = "position"
    BATTERY = "battery"
    DISTANCE = "distance"
    LOAD = "load"


class BoardFilter(StrEnum):
    """Which units the board lists; all of them are on duty. SILENT: on duty without a fresh fix."""

    ALL = "all"
    AVAILABLE = "available"
    MOVING = "moving"
    ON_SCENE = "on_scene"
    SILENT = "silent"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardQuery:
    """What is wanted: units of one filter, one post ('' for all), with these words, in the order of a column."""

    which: BoardFilter = BoardFilter.ALL
    post: str = ""
    words: str = ""
    column: BoardColumn = BoardColumn.STATUS
    descending: bool = False
    report_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    """A unit on the board: its card, when it was last where (None: never seen), its battery, its load.

    `fixed_at` aware UTC; `orders` in the last ORDERS_KEPT_H hours, `waiting` orders that follow.
    """

    card: UnitCard
    fixed_at: datetime | None
    battery_percent: float | None

    @property
    def unit(self) -> Unit:
        """The unit."""
        return self.card.unit

    @property
    def orders(self) -> int:
        """Its orders of this shift."""
        return len(self.unit.orders_at)

    @property
    def waiting(self) -> int:
        """Orders that wait for it."""
        return len(self.unit.next_orders)


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The rows wanted, how many there are of each filter (of that post, with those words), and every post."""

    rows: tuple[BoardRow, ...]
    counts: Mapping[BoardFilter, int]
    posts: tuple[str, ...]
    number: str
    now: datetime
    zone: str


class BoardSource(Protocol):
    """What the board asks of the store (by shape); any thread."""

    def site(self) -> Site:
        """The site's facts."""

    def shown(self, report_id: str) -> ShownCase | None:
        """A case as this desk shows it."""


class Positions(Protocol):
    """The latest fixes, by shape."""

    def latest(self) -> dict[str, Position]:
        """By unit id."""


class UnitBoard:
    """Answers the board's question; milliseconds at 1,000 units: ask in the background."""

    def __init__(
        self,
        units: Callable[[], tuple[Unit, ...]],
        positions: Positions,
        source: BoardSource,
        now: Callable[[], datetime],
    ) -> None:
        """`units` are all units there are; `now` estimated server time, aware UTC."""
        self._units, self._positions, self._source, self._now = units, positions, source, now

    def ask(self, query: BoardQuery) -> Board:
        """The board as of now."""
        shown = self._source.shown(query.report_id) if query.report_id else None
        site, now, fixes = self._source.site(), self._now(), self._positions.latest()
        report = shown.report if shown else None
        cards = unit_cards(
            self._units(), fixes, now, stale_after_s=site.stale_after_s, report=report, count=MOST_UNITS
        )
        posts = tuple(sorted({card.unit.post for card in cards if card.unit.post}))
        if query.post in posts:
            cards = tuple(card for card in cards if card.unit.post == query.post)
        if query.words.strip():
            cards = search_units(cards, query.words, MOST_UNITS)
        wanted = [card for card in cards if _belongs(card, query.which)]
        return Board(
            rows=sorted_rows((_row(card, fixes.get(card.unit.id)) for card in wanted), query),
            counts={which: sum(_belongs(card, which) for card in cards) for which in BoardFilter},
            posts=posts,
            number=report.number if report else "",
            now=now,
            zone=site.zone,
        )


    def silent(self) -> int:
        """How many units are on duty without a fresh fix."""
        fixes, now, stale_after_s = self._positions.latest(), self._now(), self._source.site().stale_after_s
        return sum(is_silent(unit, fixes.get(unit.id), now, stale_after_s) for unit in self._units())


def is_silent(unit: Unit, fix: Position | None, now: datetime, stale_after_s: int) -> bool:
    """Whether a unit is on duty without a fix younger than `stale_after_s` seconds."""
    if unit.status is UnitStatus.OFF_DUTY:
        return False
    return fix is None or (now - fix.at).total_seconds() >= stale_after_s


def sorted_rows(rows: Iterable[BoardRow], query: BoardQuery) -> tuple[BoardRow, ...]:
    """The rows in the order of the column; who has no value stands last either way; ties by call sign.

    How far an old position is from a case is no value: the unit may be anywhere by now.
    """
    known: list[tuple[tuple[float, str], BoardRow]] = []
    unknown: list[BoardRow] = []
    for row in sorted(rows, key=lambda row: row.unit.call_sign):
        value = _value(row, query.column)
        if value is None:
            unknown.append(row)
        else:
            known.append((value, row))
    known.sort(key=lambda pair: pair[0], reverse=query.descending)
    return (*(row for _, row in known), *unknown)


def _value(row: BoardRow, column: BoardColumn) -> tuple[float, str] | None:
    """What a row is sorted by: numbers first, then words; None where it has nothing there."""
    unit, card = row.unit, row.card
    if column is BoardColumn.STATUS:
        return (STATUS_ORDER[unit.status] + (0.5 if card.stale else 0.0), "")
    words = {
        BoardColumn.CALL_SIGN: unit.call_sign,
        BoardColumn.NAME: unit.title,
        BoardColumn.FUNCTION: unit.function,
        BoardColumn.POST: unit.post,
        BoardColumn.CASE: unit.report_number,
    }
    if column in words:
        return (0.0, words[column].casefold()) if words[column] else None
    number = {
        BoardColumn.SINCE: unit.status_at.timestamp() if unit.status_at is not None else None,
        BoardColumn.POSITION: card.position_age_s,
        BoardColumn.BATTERY: row.battery_percent,
        BoardColumn.DISTANCE: None if card.stale else card.distance_m,
        BoardColumn.LOAD: row.orders + row.waiting,
    }[column]
    return None if number is None else (float(number), "")


def _belongs(card: UnitCard, which: BoardFilter) -> bool:
    if which is BoardFilter.ALL:
        return True
    if which is BoardFilter.SILENT:
        return card.stale
    status = card.unit.status
    if which is BoardFilter.MOVING:
        return status in (UnitStatus.ORDERED, UnitStatus.EN_ROUTE)
    return status is (UnitStatus.AVAILABLE if which is BoardFilter.AVAILABLE else UnitStatus.ON_SCENE)


def _row(card: UnitCard, fix: Position | None) -> BoardRow:
    return BoardRow(
        card=card,
        fixed_at=fix.at if fix is not None else None,
        battery_percent=fix.battery_percent if fix is not None else None,
    )
