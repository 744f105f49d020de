"""Warning flags as an administrator keeps them: all, new ones, other terms, taken down."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from console.contract.admin import HazardEnd, HazardTerms, NewHazard
from console.contract.audit import named
from console.contract.codec import aware
from console.contract.ids import new_id
from console.domain.hazard import LONGEST_WORDS, MOST_DAYS, MOST_RADIUS_M, Hazard, HazardKind, plate_of
from console.server.audit import note
from console.server.casefile import load, load_all
from console.server.credentials import Who
from console.server.database import Tx
from console.server.door import Call, Route
from console.server.edits import check_unchanged, next_revision, note_edit
from console.server.refusals import not_found, wrong

Hazards = tuple[Hazard, ...]


def _give(call: Call) -> Hazards:
    """Every flag, also those that ended or ran out."""
    with call.parts.database.read() as connection:
        return load_all(connection, Hazard)


def _add(call: Call) -> Hazard:
    """A flag of a place or a plate that no case is about; people are flagged from their case."""
    new = call.decoded(NewHazard)
    _check_words(new.words)
    if not 1 <= new.days <= MOST_DAYS:
        raise wrong("days", f"1 to {MOST_DAYS}")
    kind, plate = HazardKind(new.kind) if new.kind in ("place", "plate") else None, plate_of(new.plate)
    if kind is None:
        raise wrong("kind", "place or plate")
    if kind is HazardKind.PLATE and not plate:
        raise wrong("plate", "a plate such as N 1234 AB")
    if kind is HazardKind.PLACE:
        if not (-90 <= new.lat <= 90 and -180 <= new.lon <= 180):
            raise wrong("lat", "degrees, north and east positive")
        _check_radius(new.radius_m)
    now, by = call.parts.now(), call.caller.actor
    place = kind is HazardKind.PLACE
    hazard = Hazard(
        id=new_id(), kind=kind, words=new.words.strip(), plate="" if place else plate,
        lat=new.lat if place else None, lon=new.lon if place else None, radius_m=new.radius_m if place else 0,
        set_by_id=by.id if by else "", set_by_name=by.name if by else "", set_at=now,
        expires_at=now + timedelta(days=new.days), report_id="", number="",
    )  # fmt: skip
    with call.parts.database.write() as tx:
        _keep(call, tx, hazard, "hazard.set")
    return hazard


def _change(call: Call) -> Hazard:
    """Other words, another end or another reach for a flag that still stands; who set it stays."""
    terms = call.decoded(HazardTerms)
    _check_words(terms.words)
    aware(terms.expires_at, "expires_at")
    with call.parts.database.write() as tx:
        known, now = _standing(call, tx), call.parts.now()
        if not now < terms.expires_at <= now + timedelta(days=MOST_DAYS):
            raise wrong("expires_at", f"ahead, and within {MOST_DAYS} days")
        if known.kind is HazardKind.PLACE:
            _check_radius(terms.radius_m)
        hazard = replace(
            known, words=terms.words.strip(), expires_at=terms.expires_at, revision=known.revision + 1,
            radius_m=terms.radius_m if known.kind is HazardKind.PLACE else 0,
        )  # fmt: skip
        _keep(call, tx, hazard, "hazard.changed")
    return hazard


def _end(call: Call) -> Hazard:
    """The flag is taken down, with a reason."""
    ended = call.decoded(HazardEnd)
    if not 0 < len(ended.reason.strip()) <= LONGEST_WORDS:
        raise wrong("reason", f"1 to {LONGEST_WORDS} characters")
    with call.parts.database.write() as tx:
        known, by = _standing(call, tx), call.caller.actor
        hazard = replace(
            known, ended_at=call.parts.now(), ended_by=by.name if by else "", revision=known.revision + 1
        )
        _keep(call, tx, hazard, "hazard.ended")
    return hazard


def _standing(call: Call, tx: Tx) -> Hazard:
    known = load(tx, Hazard, call.path["hazard_id"])
    if known is None or known.ended_at is not None:
        raise not_found("flag that still stands")
    check_unchanged(call, known.revision)
    return known


def _keep(call: Call, tx: Tx, hazard: Hazard, what: str) -> None:
    now, by = call.parts.now(), call.caller.actor
    call.parts.casefile.put(tx, hazard, now)
    note_edit(tx, "hazards", next_revision(tx, "hazards"), now, by, [hazard.plate or hazard.number or hazard.words])
    note(tx, now, "admin", what=what, by=by, subject=named("hazard", hazard.id))


def _check_words(words: str) -> None:
    if not 0 < len(words.strip()) <= LONGEST_WORDS:
        raise wrong("words", f"1 to {LONGEST_WORDS} characters")


def _check_radius(radius_m: int) -> None:
    if not 1 <= radius_m <= MOST_RADIUS_M:
        raise wrong("radius_m", f"1 to {MOST_RADIUS_M} metres")


ROUTES = (
    Route(method="GET", path="/v1/admin/hazards", who=Who.ADMINISTRATOR, answer=_give, gives=Hazards),
    Route(
        method="POST", path="/v1/admin/hazards", who=Who.ADMINISTRATOR, answer=_add, takes=NewHazard, gives=Hazard,
        status=201,
    ),
    Route(
        method="PUT", path="/v1/admin/hazards/{hazard_id:str}", who=Who.ADMINISTRATOR, answer=_change,
        takes=HazardTerms, gives=Hazard, query=("revision",),
    ),
    Route(
        method="POST", path="/v1/admin/hazards/{hazard_id:str}/end", who=Who.ADMINISTRATOR, answer=_end,
        takes=HazardEnd, gives=Hazard, status=200, query=("revision",),
    ),
)  # fmt: skip
