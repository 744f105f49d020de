"""Which units to send, the reasons for each, and why a nearer one was left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from console.domain.crew_size import SHIPPED_CREWS, CrewFigures
from console.domain.place import distance_m
from console.domain.report import Report, ReportKind
from console.domain.ticks import Ticks
from console.domain.unit import ORDERS_KEPT_H, Doubt, Position, Unit, UnitKind, UnitStatus

CITY_SPEED_M_S = 25 / 3.6
"""Assumed speed in city traffic: 25 km/h, a planning figure until roads are imported."""

ROAD_FACTOR = 1.4
"""Road distance over straight distance in a grid-like city (Boscoe et al. 2012 find 1.4 for US cities)."""

BEAT_CREDIT_S = 100.0
"""A beat officer knows the place: worth 500 m of head start (Police Smart, mission.md service 3)."""

SKILL_CREDIT_S, SKILLS_COUNTED = 60.0, 2
"""A wanted skill is worth a minute, at most two of them: help that can act beats help that is a little nearer."""

VEHICLE_CREDIT_S = 60.0
"""A vehicle, where somebody must be carried, held or kept apart."""

LOAD_COST_S, LOAD_COUNTED = 30.0, 5
"""Each order of the last ORDERS_KEPT_H hours counts half a minute, at most five of them: work is shared out."""

REST_COST_S, REST_S = 60.0, 600
"""A unit whose last order ended within ten minutes is spared for a minute's worth of way."""

MOST_CREDIT_S = BEAT_CREDIT_S + SKILLS_COUNTED * SKILL_CREDIT_S + VEHICLE_CREDIT_S

SKIPPED_SHOWN = 3
"""How many nearer units are listed with why they are not recommended."""

@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What a report asks of whoever is sent; lat/lon degrees or both None, `skills` wanted ones."""

    report_id: str
    lat: float | None
    lon: float | None
    area_code: str
    beat_first: bool
    skills: frozenset[str]
    vehicle: bool
    waited_for: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """A unit with the reasons; `skipped` names why a nearer one is not recommended ('' = recommended).

    `cost_s` is what ranks: seconds of way less credits plus load and rest. `first`: ahead of all as the service's own
    beat officer. `skills` are the wanted ones it has, `orders` those of the last hours, `freed_s` seconds since the
    last ended while that is under REST_S. `doubt` is what speaks against its position.
    """

    unit: Unit
    distance_m: float | None
    eta_s: int | None
    position_age_s: int | None
    beat: bool
    skipped: str = ""
    first: bool = False
    skills: tuple[str, ...] = ()
    vehicle: bool = False
    orders: int = 0
    freed_s: int | None = None
    cost_s: float = 0.0
    doubt: Doubt = Doubt.NONE


def recommend(
    report: Report,
    units: Iterable[tuple[Unit, Position | None]],
    now: datetime,
    *,
    stale_after_s: int,
    count: int = 3,
    figures: CrewFigures | None = None,
) -> tuple[Advice, ...]:
    """The `count` best units, then up to SKIPPED_SHOWN nearer ones with why they are not; looks at every unit.

    Available units with a fresh, unmocked position are recommended; without coordinates only the beat officer is.
    Whose fixes leap about counts as where it was last believed to be, and as long ago.
    Units on this case, or waiting for it, are left out. `figures` are the center's own, None while it has set none.
    `console.desk.unit_index` gives the same answer from an index.
    """
    need = need_of(report, figures)
    advice = (advise(need, unit, position, now, stale_after_s) for unit, position in units if not on_it(need, unit))
    return choose(advice, count)


def need_of(report: Report, figures: CrewFigures | None = None) -> Need:
    """What the rule reads of a report, by the center's own figures or ours."""
    ticks = report.ticks or Ticks()
    help_wanted = (figures or SHIPPED_CREWS).help(report.category)
    skills = set(help_wanted.skills)
    if ticks.injured:
        skills.add("first_aid")
    if ticks.crowd:
        skills.add("crowd_control")
    return Need(
        report_id=report.id,
        lat=report.place.lat,
        lon=report.place.lon,
        area_code=report.place.area_code,
        beat_first=report.kind is ReportKind.SERVICE or help_wanted.beat_first,
        skills=frozenset(skills),
        vehicle=help_wanted.vehicle or ticks.dangerous,
        waited_for=frozenset(order.unit_id for order in report.waiting_orders),
    )


def on_it(need: Need, unit: Unit) -> bool:
    """Whether the unit is on this very case, or its order waits."""
    return unit.report_id == need.report_id or unit.id in need.waited_for


def way_s(metres: float) -> float:
    """Seconds of way for a straight distance in metres: road factor over city speed."""
    return metres * ROAD_FACTOR / CITY_SPEED_M_S


def choose(advice: Iterable[Advice], count: int) -> tuple[Advice, ...]:
    """The `count` best of what was advised, then the nearest of those left out that are nearer than one chosen."""
    every = list(advice)
    fit = sorted((a for a in every if not a.skipped), key=_rank)
    chosen = fit[:count]
    reach = limit_m(chosen)
    outranked = (_outranked(a) for a in fit[count:])
    left_out = [a for a in (*(a for a in every if a.skipped), *outranked) if _within(a, reach)]
    left_out.sort(key=lambda a: (a.distance_m, a.unit.call_sign, a.unit.id))
    return (*chosen, *left_out[:SKIPPED_SHOWN])


def limit_m(chosen: Iterable[Advice]) -> float | None:
    """Metres within which one left out counts as nearer: as far as the furthest chosen; None without any."""
    return max((a.distance_m for a in chosen if a.distance_m is not None), default=None)


def advise(need: Need, unit: Unit, position: Position | None, now: datetime, stale_after_s: int) -> Advice:
    """One unit judged for one need at server time `now`."""
    age_s = None if position is None else max(0, int((now - position.at).total_seconds()))
    metres: float | None = None
    if position is not None and need.lat is not None and need.lon is not None:
        metres = distance_m(need.lat, need.lon, position.lat, position.lon)
    beat = bool(unit.beat_area) and unit.beat_area == need.area_code
    first = beat and need.beat_first
    skipped = _why_not(unit, position, age_s, stale_after_s)
    if skipped in ("no_position", "stale_position") and (first or (beat and position is None)):
        # He is meant for whose area it is, not for where he was last seen: that is then not told as his distance.
        skipped, metres = "", None
    elif not skipped and metres is None and not beat:
        skipped = "no_place"
    skills = tuple(skill for skill in dict.fromkeys(unit.skills) if skill in need.skills) if need.skills else ()
    vehicle = need.vehicle and unit.kind is UnitKind.VEHICLE
    orders = orders_counted(unit, now) if unit.orders_at else 0
    freed_s = None if unit.freed_at is None else max(0, int((now - unit.freed_at).total_seconds()))
    freed_s = freed_s if freed_s is not None and freed_s < REST_S else None
    credit_s = BEAT_CREDIT_S * beat + SKILL_CREDIT_S * min(SKILLS_COUNTED, len(skills)) + VEHICLE_CREDIT_S * vehicle
    strain_s = LOAD_COST_S * min(LOAD_COUNTED, orders) + (REST_COST_S if freed_s is not None else 0.0)
    return Advice(
        unit=unit,
        distance_m=metres,
        eta_s=None if metres is None else round(way_s(metres)),
        position_age_s=age_s,
        beat=beat,
        skipped=skipped,
        first=first and not skipped,
        skills=skills,
        vehicle=vehicle,
        orders=orders,
        freed_s=freed_s,
        cost_s=(0.0 if metres is None else way_s(metres)) - credit_s + strain_s,
        doubt=Doubt.NONE if position is None else position.doubt,
    )


def orders_counted(unit: Unit, now: datetime) -> int:
    """How many orders the unit had in the last ORDERS_KEPT_H hours."""
    since = now - timedelta(hours=ORDERS_KEPT_H)
    return sum(at > since for at in unit.orders_at)


def _rank(advice: Advice) -> tuple[bool, float, str, str]:
    return not advice.first, advice.cost_s, advice.unit.call_sign, advice.unit.id


def _within(advice: Advice, reach_m: float | None) -> bool:
    return advice.distance_m is not None and (reach_m is None or advice.distance_m < reach_m)


def _outranked(advice: Advice) -> Advice:
    return replace(advice, skipped="outranked")


def _why_not(unit: Unit, position: Position | None, age_s: int | None, stale_after_s: int) -> str:
    if unit.status is UnitStatus.OFF_DUTY:
        return unit.duty.value
    if unit.status is not UnitStatus.AVAILABLE:
        return "busy"
    if position is None:
        return "no_position"
    if position.mock:
        return "mock_position"
    if position.jump:
        return "jump_position"
    return "stale_position" if age_s is not None and age_s >= stale_after_s else ""
