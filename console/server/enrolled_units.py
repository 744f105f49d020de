"""Units as administrators and fleets enrol and retire them; their day's work is untouched."""

from __future__ import annotations

from dataclasses import replace

from console.contract.audit import named
from console.contract.fleet import NewUnit
from console.domain.person import Actor
from console.domain.unit import Unit, UnitStatus
from console.server.audit import note
from console.server.casefile import load
from console.server.devices import end_devices
from console.server.feed import buried_revision
from console.server.parts import Parts
from console.server.phone_pages import end_links
from console.server.refusals import RequestRefused, not_found, wrong

MAX_UNITS = 1_000


def enrol_units(parts: Parts, wanted: tuple[NewUnit, ...], by: Actor | None = None) -> int:
    """Write new units and changed details; how many differed from what was known.

    Raises:
        RequestRefused: 422 naming the unit's place in the list and the field.
    """
    if len(wanted) > MAX_UNITS:
        raise wrong("units", f"at most {MAX_UNITS}")
    for place, new in enumerate(wanted):
        if not 0 < len(new.id) <= 100:
            raise wrong(f"units[{place}].id", "1 to 100 characters")
        if not 0 < len(new.call_sign.strip()) <= 100:
            raise wrong(f"units[{place}].call_sign", "1 to 100 characters")
    now, changed = parts.now(), 0
    with parts.database.write() as tx:
        for new in wanted:
            known = load(tx, Unit, new.id)
            unit = _unit(new, known)
            if unit != known:
                revision = (known.revision if known else buried_revision(tx, "unit", new.id)) + 1
                parts.casefile.put(tx, replace(unit, revision=revision, status_at=unit.status_at or now), now)
                note(tx, now, "admin", what="unit.enrol", by=by, subject=named("unit", new.id))
                changed += 1
    return changed


def retire_unit(parts: Parts, unit_id: str, by: Actor | None = None) -> None:
    """The unit is gone from every desk; its page and its devices end with it, its past stays on its cases.

    Raises:
        RequestRefused: 404 for an unknown unit, 409 while an order binds it or waits for it.
    """
    with parts.database.write() as tx:
        unit, now = load(tx, Unit, unit_id), parts.now()
        if unit is None:
            raise not_found("unit")
        if unit.report_id or unit.next_orders:
            number = unit.report_number or unit.next_orders[0].number
            raise RequestRefused(409, "unit_busy", f"The unit has an order: {number}. End that first.", field="id")
        end_links(tx, parts, unit_id)
        end_devices(tx, unit_id, now)
        parts.casefile.bury(tx, "unit", unit_id, unit.revision + 1, now, "retired")
        note(tx, now, "admin", what="unit.retire", by=by, subject=named("unit", unit_id))
    parts.devices.load()


def _unit(new: NewUnit, known: Unit | None) -> Unit:
    fresh = Unit(
        id=new.id, call_sign=new.call_sign, kind=new.kind, name=new.name, rank=new.rank,
        service_number=new.service_number, function=new.function, post=new.post, crew=new.crew,
        skills=new.skills, beat_area=new.beat_area,
        status=UnitStatus.AVAILABLE if new.on_duty else UnitStatus.OFF_DUTY,
    )  # fmt: skip
    if known is None:
        return fresh
    if known.report_id or known.away is not None:
        status = known.status
    elif known.status is UnitStatus.OFF_DUTY or not new.on_duty:
        status = fresh.status
    else:
        status = known.status
    return replace(
        known, call_sign=new.call_sign, kind=new.kind, name=new.name, rank=new.rank,
        service_number=new.service_number, function=new.function, post=new.post, crew=new.crew, skills=new.skills,
        beat_area=new.beat_area, status=status,
    )  # fmt: skip
