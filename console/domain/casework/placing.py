"""Correcting a place: what may be said of it, what the case keeps, and who is to be told."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import cast

from console.domain import acts
from console.domain.acts import Act
from console.domain.casework.facts import Facts
from console.domain.casework.status import restated
from console.domain.casework.step import Rule, Step, Stepped, TakeBack
from console.domain.decision import Decision, Reason, Refusal, refuse
from console.domain.person import Actor
from console.domain.place import Place, Provenance, distance_m
from console.domain.placing import MOST_KEPT, PlaceChange, Placing, changed_since, placing_of, same_spot
from console.domain.report import OPEN_ASSIGNMENTS, Assignment, Report, held_by
from console.domain.timeline import Entry
from console.domain.unit import Unit

OP = "report.place"
MOST_CHARACTERS = 1_000

SAID_AT_A_DESK = frozenset({Provenance.REPORTER, Provenance.READ_BACK, Provenance.OFFICER})
"""Whence a person at a desk may say that a place comes; a satellite's word is no person's."""


def units_to_tell(report: Report) -> tuple[Assignment, ...]:
    """Orders whose unit was sent before the latest correction and whose page has not shown it yet."""
    seen = placing_of(report.placing).seen
    return tuple(
        a
        for a in report.assignments
        if a.status in OPEN_ASSIGNMENTS and a.unit_id not in seen and changed_since(report.placing, a.ordered_at)
    )


def placed_by_unit(report: Report, unit: Unit, place: Place, at: datetime) -> Report:
    """The officer on his way or on the scene says where it really is; only while his order binds him."""
    bound = any(a.unit_id == unit.id and a.status in OPEN_ASSIGNMENTS for a in report.assignments)
    if report.ended or not bound or not _says_something(place):
        return report
    if same_spot(place, report.place) and report.place.provenance is place.provenance:
        return report
    entry = Entry(
        kind="unit.placed", at=at, actor_id=unit.id, actor_name=unit.title, text=place.words.strip(),
        params={"unit": unit.call_sign, **_told(report.place, place)},
    )  # fmt: skip
    report = _moved(report, place, PlaceChange(at=at, by_name=unit.title, before=report.place), seen=(unit.id,))
    return restated(replace(report, unread=True, timeline=(*report.timeline, entry)))


def seen_by_unit(report: Report, unit: Unit, at: datetime) -> Report:
    """The unit's page shows the corrected place; a line says so, once."""
    if all(a.unit_id != unit.id for a in units_to_tell(report)):
        return report
    placing = placing_of(report.placing)
    entry = Entry(
        kind="unit.place_seen", at=at, actor_id=unit.id, actor_name=unit.title, params={"unit": unit.call_sign}
    )
    return restated(
        replace(
            report, placing=replace(placing, seen=(*placing.seen, unit.id)), timeline=(*report.timeline, entry)
        )
    )


def _judge_place(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act, report = cast("acts.SetPlace", decision.act), cast("Report", facts.report)
    place, present = act.place, report.place
    if not _says_something(place):
        return refuse(Reason.EMPTY_TEXT, field="place")
    if len(place.words) > MOST_CHARACTERS:
        return refuse(Reason.BAD_VALUE, field="place.words", value=str(len(place.words)))
    kept = place.provenance is present.provenance and (place.lat, place.lon) == (present.lat, present.lon)
    if place.provenance not in SAID_AT_A_DESK and not kept:
        return refuse(Reason.BAD_VALUE, field="place.provenance", value=place.provenance.value)
    if act.was is not None and not (same_spot(act.was, present) and act.was.provenance is present.provenance):
        return refuse(Reason.CHANGED_MEANWHILE, number=report.number, by=_last_corrector(report))
    if same_spot(place, present) and place.provenance is present.provenance:
        return refuse(Reason.BAD_VALUE, field="place", value=present.area_name)
    return None


def _says_something(place: Place) -> bool:
    return place.known or bool(place.words.strip()) or bool(place.area_code)


def _last_corrector(report: Report) -> str:
    changes = placing_of(report.placing).changes
    return changes[-1].by_name if changes else ""


def _place(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    place = cast("acts.SetPlace", decision.act).place
    change = PlaceChange(
        decision_id=decision.id, at=decision.decided_at, by_name=actor.name, before=report.place
    )
    params = _told(report.place, place)
    moved = _moved(report, place, change)
    params["units"] = ", ".join(each.call_sign for each in units_to_tell(moved))
    # A colleague's correction is for whoever works on the case: he finds it unread.
    told = report.claim is not None and not held_by(report, actor)
    return facts, replace(moved, unread=moved.unread or told), params, place.words.strip()


def _moved(report: Report, place: Place, change: PlaceChange, seen: tuple[str, ...] = ()) -> Report:
    """Units are told of another spot, not of the same one being surer now."""
    placing = placing_of(report.placing)
    change = replace(change, moved=not same_spot(place, report.place))
    told = seen if change.moved else placing.seen
    return replace(report, place=place, placing=Placing(changes=(*placing.changes, change)[-MOST_KEPT:], seen=told))


def _told(before: Place, place: Place) -> dict[str, str]:
    """What the line says: kelurahan before and now, whence it comes, and metres between the two points."""
    told = {"before": before.area_name, "place": place.area_name, "sure": place.provenance.value}
    if None not in (before.lat, before.lon, place.lat, place.lon):
        metres = distance_m(
            cast("float", before.lat), cast("float", before.lon), cast("float", place.lat), cast("float", place.lon)
        )
        told["metres"] = f"{metres:.0f}"
    return told


def _put_back(report: Report, entry: Entry) -> Report:
    """The place as it was; where an officer has seen the correction, its end is one more he is told of."""
    placing = placing_of(report.placing)
    last = placing.changes[-1] if placing.changes else None
    if last is None or last.decision_id != entry.decision_id:
        return report  # corrected once more since
    kept = placing.changes[:-1]
    back = replace(report, place=last.before)
    if not placing.seen:
        return replace(back, placing=Placing(changes=kept) if kept else None)
    undoing = PlaceChange(at=last.at, by_name=last.by_name, before=report.place)
    return replace(back, placing=Placing(changes=(*kept, undoing)))


RULES: dict[type[Act], Rule] = {acts.SetPlace: _judge_place}
"""The rule of correcting a place."""

STEPS: dict[type[Act], Step] = {acts.SetPlace: _place}
"""The step of correcting a place."""

TAKE_BACK: dict[str, TakeBack] = {OP: _put_back}
"""How a correction is undone."""
