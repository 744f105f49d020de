"""Units beside a case: cards of the officers strip and the search for any unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from console.domain.place import distance_m
from console.domain.report import Report
from console.domain.unit import Doubt, Position, Unit, UnitStatus

STATUS_ORDER = {
    UnitStatus.AVAILABLE: 0,
    UnitStatus.ORDERED: 1,
    UnitStatus.EN_ROUTE: 2,
    UnitStatus.ON_SCENE: 3,
    UnitStatus.OFF_DUTY: 4,
}
"""Free units first, then those the sooner free the earlier they stand in an order's steps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitCard:
    """A unit as a card: metres from the selected case, seconds since its fix (None: never), too old to trust.

    `doubt` is what speaks against that fix.
    """

    unit: Unit
    distance_m: float | None
    position_age_s: int | None
    stale: bool
    doubt: Doubt = Doubt.NONE


class CardOrder(StrEnum):
    """What the strip's cards are sorted by, after the units of the selected case."""

    DISTANCE = "distance"
    STATUS = "status"
    AGE = "age"


@dataclass(frozen=True, slots=True, kw_only=True)
class FleetCounts:
    """How many units are available, moving, on scene, with an old position, and off duty."""

    available: int
    en_route: int
    on_scene: int
    stale: int
    off_duty: int


def unit_cards(
    units: Iterable[Unit],
    positions: Mapping[str, Position],
    now: datetime,
    *,
    stale_after_s: int,
    report: Report | None = None,
    count: int = 24,
    order: CardOrder = CardOrder.DISTANCE,
) -> tuple[UnitCard, ...]:
    """The `count` cards of the strip: units of the case first, then on-duty ones in `order`; no case: by call sign.

    By status: free ones first, then by distance. By age: the oldest position first, never seen ones before all.
    """
    on_duty = (unit for unit in units if unit.status is not UnitStatus.OFF_DUTY)
    cards = [_card(unit, positions.get(unit.id), now, stale_after_s, report) for unit in on_duty]
    report_id = report.id if report else ""
    key = {CardOrder.DISTANCE: _by_distance, CardOrder.STATUS: _by_status, CardOrder.AGE: _by_age}[order]
    cards.sort(key=lambda card: (not (report_id and card.unit.report_id == report_id), *key(card)))
    return tuple(cards[:count])


def away_units(units: Iterable[Unit], count: int = 20) -> tuple[Unit, ...]:
    """The units that operators took off duty, the latest first; who is merely on no shift is not among them."""
    return tuple(sorted((unit for unit in units if unit.away), key=_away_since, reverse=True))[:count]


def _away_since(unit: Unit) -> float:
    return unit.away.at.timestamp() if unit.away is not None else 0.0


def search_units(cards: Iterable[UnitCard], words: str, count: int = 12) -> tuple[UnitCard, ...]:
    """Units whose call sign, name, number, function or post hold every word; a call sign's start ranks first."""
    wanted = words.lower().split()
    if not wanted:
        return ()
    found = [card for card in cards if all(word in _searched(card.unit) for word in wanted)]
    found.sort(key=lambda card: not card.unit.call_sign.lower().startswith(wanted[0]))
    return tuple(found[:count])


def fleet_counts(
    units: Iterable[Unit], positions: Mapping[str, Position], now: datetime, *, stale_after_s: int
) -> FleetCounts:
    """Counts for the map's legend; a stale unit counts as stale whatever it was doing."""
    tally = {"available": 0, "en_route": 0, "on_scene": 0, "stale": 0, "off_duty": 0}
    for unit in units:
        position = positions.get(unit.id)
        if unit.status is UnitStatus.OFF_DUTY:
            tally["off_duty"] += 1
        elif position is None or (now - position.at).total_seconds() >= stale_after_s:
            tally["stale"] += 1
        else:
            tally["en_route" if unit.status is UnitStatus.ORDERED else unit.status.value] += 1
    return FleetCounts(**tally)


def _card(unit: Unit, position: Position | None, now: datetime, stale_after_s: int, report: Report | None) -> UnitCard:
    age_s = None if position is None else max(0, int((now - position.at).total_seconds()))
    metres: float | None = None
    place = report.place if report else None
    if position is not None and place is not None and place.lat is not None and place.lon is not None:
        metres = distance_m(place.lat, place.lon, position.lat, position.lon)
    return UnitCard(
        unit=unit,
        distance_m=metres,
        position_age_s=age_s,
        stale=age_s is None or age_s >= stale_after_s,
        doubt=Doubt.NONE if position is None else position.doubt,
    )


def _by_distance(card: UnitCard) -> tuple[float | str, ...]:
    return (card.stale, card.distance_m is None, card.distance_m or 0.0, card.unit.call_sign)


def _by_status(card: UnitCard) -> tuple[float | str, ...]:
    return (STATUS_ORDER.get(card.unit.status, len(STATUS_ORDER)), *_by_distance(card))


def _by_age(card: UnitCard) -> tuple[float | str, ...]:
    age_s = card.position_age_s
    return (age_s is not None, -(age_s or 0), card.unit.call_sign)


def _searched(unit: Unit) -> str:
    fields = (unit.call_sign, unit.rank, unit.name, unit.service_number, unit.function, unit.post, *unit.crew)
    return " ".join(fields).lower()
