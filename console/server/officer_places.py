"""Places on the officer's page: where, what is near, that it changed, his own word."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection

from console.contract.audit import named
from console.contract.fleet import OrderLandmark, OrderPlace
from console.domain.casework.placing import placed_by_unit, seen_by_unit
from console.domain.landmark import near_landmarks, without_twins
from console.domain.place import Place, Provenance, distance_m
from console.domain.placing import changed_since
from console.domain.report import Assignment, Report
from console.domain.unit import Unit
from console.server.audit import note
from console.server.casefile import load
from console.server.database import Tx
from console.server.intake.reports import located
from console.server.parts import Parts
from console.server.refusals import RequestRefused, wrong

_SHOWN = 300
_SAME_SPOT_M = 150.0
"""An officer so near to the place confirms it; its words stay."""


def place_of(report: Report, assignment: Assignment) -> OrderPlace:
    """Where this order sends him, and what it was when he was sent, if that changed since."""
    place, change = report.place, changed_since(report.placing, assignment.ordered_at)
    return OrderPlace(
        lat=place.lat, lon=place.lon, words=place.words[:_SHOWN], area_name=place.area_name,
        changed_at=change.at if change is not None else None,
        before=_words(change.before)[:_SHOWN] if change is not None else "",
    )  # fmt: skip


def _words(place: Place) -> str:
    return ", ".join(part for part in (place.words.strip(), place.area_name) if part)


def landmarks_at(parts: Parts, connection: Connection, report: Report) -> tuple[OrderLandmark, ...]:
    """The nearest landmarks, the service's own and those imported with the map, so that he finds it without one."""
    known, place = parts.landmarks.now(connection).places, report.place
    if parts.areas is not None and place.lat is not None and place.lon is not None:
        known = without_twins((*known, *parts.areas.landmarks_near(place.lat, place.lon)))
    near = near_landmarks(known, place)
    return tuple(OrderLandmark(name=n.landmark.name, distance_m=n.distance_m, wind=n.wind) for n in near)


def note_seen(parts: Parts, unit: Unit, report: Report) -> Report:
    """His page is about to show a corrected place: the case says so, once."""
    if seen_by_unit(report, unit, parts.now()) is report:
        return report
    with parts.database.write() as tx:
        present = load(tx, Report, report.id)
        if present is None:
            return report
        seen = seen_by_unit(present, unit, parts.now())
        if seen is not present:
            _save(parts, tx, unit, seen, "order.place_seen")
    return seen


def say_place(parts: Parts, unit: Unit, words: str) -> None:
    """The officer says where it really is: at his own latest position, or in words.

    Without a fresh position the words stand beside the coordinates there were.

    Raises:
        RequestRefused: 409 without an order, 422 with neither words nor a position.
    """
    words = words.strip()[:_SHOWN]
    with parts.database.write() as tx:
        unit = load(tx, Unit, unit.id) or unit
        report = load(tx, Report, unit.report_id) if unit.report_id else None
        if report is None:
            raise RequestRefused(409, "no_order", "There is no open order for this unit.", field="place")
        placed = placed_by_unit(report, unit, _said(parts, unit, report.place, words), parts.now())
        if placed is not report:
            _save(parts, tx, unit, placed, "order.placed")


def _said(parts: Parts, unit: Unit, known: Place, words: str) -> Place:
    fix = parts.positions.latest_of(unit.id)
    fresh = fix is not None and (parts.now() - fix.at).total_seconds() <= parts.casefile.site.stale_after_s
    if fix is None or not fresh:
        if not words:
            raise wrong("place", "say where it is: there is no fresh position of this unit")
        return replace(known, words=words)
    near = known.lat is not None and known.lon is not None and _near(known.lat, known.lon, fix.lat, fix.lon)
    if near:
        return replace(known, words=words or known.words, provenance=Provenance.OFFICER)
    there = Place(lat=fix.lat, lon=fix.lon, accuracy_m=fix.accuracy_m, provenance=Provenance.OFFICER, words=words)
    return located(parts, there)


def _near(lat: float, lon: float, other_lat: float, other_lon: float) -> bool:
    return distance_m(lat, lon, other_lat, other_lon) <= _SAME_SPOT_M


def _save(parts: Parts, tx: Tx, unit: Unit, report: Report, what: str) -> None:
    parts.casefile.save_report(tx, report, parts.now())
    note(tx, parts.now(), "officer", what=what, actor=named("unit", unit.id), subject=named("report", report.id))
