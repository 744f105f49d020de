"""Which units to send, and why each: the thin rule of the first release."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from console.domain.place import distance_m
from console.domain.report import Report
from console.domain.unit import Position, Unit, UnitStatus

CITY_SPEED_M_S = 25 / 3.6
"""Assumed speed in city traffic: 25 km/h, a planning figure until roads are imported."""

ROAD_FACTOR = 1.4
"""Road distance over straight distance in a grid-like city (Boscoe et al. 2012 find 1.4 for US cities)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """A unit with the reasons; `skipped` names why a nearer one is not recommended ('' = recommended)."""

    unit: Unit
    distance_m: float | None
    eta_s: int | None
    position_age_s: int | None
    beat: bool
    skipped: str = ""


def recommend(
    report: Report,
    units: Iterable[tuple[Unit, Position | None]],
    now: datetime,
    *,
    stale_after_s: int,
    count: int = 3,
) -> tuple[Advice, ...]:
    """The `count` best units, nearest first with the beat officer ahead of equals, then nearer ones skipped with why.

    Available units with a fresh, unmocked position are recommended; without coordinates only the beat officer is.
    """
    advice = [_advise(report, unit, position, now, stale_after_s) for unit, position in units]
    fit = sorted((a for a in advice if not a.skipped), key=_nearness)
    chosen = fit[:count]
    limit = chosen[-1].distance_m if chosen else None
    nearer = sorted((a for a in advice if a.skipped and _within(a, limit)), key=_nearness)
    return (*chosen, *nearer[:3])


def _nearness(advice: Advice) -> tuple[float, str]:
    # A beat officer knows the place: worth 500 m of head start (Police Smart, mission.md service 3).
    distance = advice.distance_m if advice.distance_m is not None else (0.0 if advice.beat else 1e9)
    return distance - (500 if advice.beat else 0), advice.unit.call_sign


def _within(advice: Advice, limit_m: float | None) -> bool:
    return advice.distance_m is not None and (limit_m is None or advice.distance_m < limit_m)


def _advise(report: Report, unit: Unit, position: Position | None, now: datetime, stale_after_s: int) -> Advice:
    place = report.place
    metres: float | None = None
    age_s: int | None = None
    if position is not None:
        age_s = max(0, int((now - position.at).total_seconds()))
        if place.lat is not None and place.lon is not None:
            metres = distance_m(place.lat, place.lon, position.lat, position.lon)
    beat = bool(unit.beat_area) and unit.beat_area == place.area_code
    return Advice(
        unit=unit,
        distance_m=metres,
        eta_s=None if metres is None else round(metres * ROAD_FACTOR / CITY_SPEED_M_S),
        position_age_s=age_s,
        beat=beat,
        skipped=_why_not(unit, position, age_s, stale_after_s, beat),
    )


def _why_not(unit: Unit, position: Position | None, age_s: int | None, stale_after_s: int, beat: bool) -> str:
    if unit.status is UnitStatus.OFF_DUTY:
        return "off_duty"
    if unit.status is not UnitStatus.AVAILABLE:
        return "busy"
    if position is None:
        return "" if beat else "no_position"
    if position.mock:
        return "mock_position"
    return "stale_position" if age_s is not None and age_s > stale_after_s else ""
