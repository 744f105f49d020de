"""What an administrator may do: enrol, register, limit, revoke."""

from __future__ import annotations

from dataclasses import fields, replace
from zoneinfo import available_timezones

from console.contract.admin import (
    ApiKey,
    Done,
    EnrolmentCode,
    NewAgencies,
    NewEnrolment,
    NewKey,
    NewPassphrase,
    NewUser,
    UserMade,
)
from console.contract.audit import named
from console.contract.fleet import NewUnits
from console.contract.intake import NewSource, RateLimit, SourceKey
from console.domain.agency import Agency, Site, fault_in_site
from console.domain.deadline_rules import CLIMBING, DeadlineRules, wrong_deadline
from console.domain.leaving_rules import MOST_MB, wrong_leaving
from console.server.accounts import hashed
from console.server.asks import forget_source
from console.server.audit import note
from console.server.casefile import load
from console.server.credentials import Who
from console.server.door import Call, Route
from console.server.edits import check_unchanged, note_edit
from console.server.enrolled_units import enrol_units
from console.server.refusals import RequestRefused, wrong
from console.server.sessions import Session

_ID_CHARACTERS = 100


def _allow_enrolment(call: Call) -> EnrolmentCode:
    """A code with which workstations may enrol."""
    return call.parts.accounts.allow_enrolment(call.decoded(NewEnrolment), call.caller.actor)


def _make_user(call: Call) -> UserMade:
    """A person who may sign in."""
    return call.parts.accounts.make_user(call.decoded(NewUser), by=call.caller.actor)


def _end_user(call: Call) -> Done:
    """Nobody signs in under this name any more, and his sessions end now; nobody withdraws himself."""
    if call.caller.actor is not None and call.caller.actor.id == call.path["user_id"]:
        # So there is always one administrator left: the one who withdraws the others.
        raise RequestRefused(409, "own_account", "Nobody withdraws himself: another administrator does.", field="id")
    return _ended(call, call.parts.sessions.end_all_of(call.path["user_id"], call.caller.actor))


def _change_passphrase(call: Call) -> Done:
    """Another passphrase for a person, and his sessions end now."""
    encoded = hashed(call.decoded(NewPassphrase).passphrase)
    return _ended(call, call.parts.sessions.change_passphrase(call.path["user_id"], encoded, call.caller.actor))


def _ended(call: Call, sessions: tuple[Session, ...]) -> Done:
    for session in sessions:
        call.parts.leases.free(session.actor.id, session.actor.desk_id)
    return Done(count=len(sessions))


def _end_desk(call: Call) -> Done:
    """The workstation's credential stops working."""
    call.parts.accounts.revoke_desk(call.path["desk_id"], call.caller.actor)
    call.parts.sessions.close_streams_of(call.path["desk_id"])
    return Done(count=1)


def _make_source(call: Call) -> SourceKey:
    """A source and its key, shown once."""
    return call.parts.sources.make(call.decoded(NewSource), by=call.caller.actor)


def _limit_source(call: Call) -> RateLimit:
    """How many requests a second a source may send."""
    return call.parts.sources.limit(call.path["source_id"], call.decoded(RateLimit), call.caller.actor)


def _renew_source(call: Call) -> SourceKey:
    """Another key for a source; the one before stops working."""
    return call.parts.sources.new_key(call.path["source_id"], call.caller.actor)


def _end_source(call: Call) -> Done:
    """The source's key stops working."""
    call.parts.sources.revoke(call.path["source_id"], call.caller.actor)
    forget_source(call.parts, call.path["source_id"])
    return Done(count=1)


def _make_key(call: Call) -> ApiKey:
    """A key for a program: administrator, device for a fleet's gateway, or oversight for the audit chain."""
    return call.parts.accounts.make_key(call.decoded(NewKey), call.caller.actor)


def _end_key(call: Call) -> Done:
    """The program's key stops working."""
    call.parts.accounts.revoke_key(call.path["key_id"], call.caller.actor)
    return Done(count=1)


def _enrol_units(call: Call) -> Done:
    """Units to enrol, or to change the details of; at most 1,000 at once."""
    return Done(count=enrol_units(call.parts, call.decoded(NewUnits).units, call.caller.actor))


def _set_agencies(call: Call) -> Done:
    """Agencies to add or change."""
    agencies, now = call.decoded(NewAgencies).agencies, call.parts.now()
    if len(agencies) > 1_000:
        raise wrong("agencies", "at most 1000")
    with call.parts.database.write() as tx:
        for place, agency in enumerate(agencies):
            if not 0 < len(agency.id) <= _ID_CHARACTERS:
                raise wrong(f"agencies[{place}].id", f"1 to {_ID_CHARACTERS} characters")
            known = load(tx, Agency, agency.id)
            call.parts.casefile.put(tx, replace(agency, revision=known.revision + 1 if known else 1), now)
            note(tx, now, "admin", what="agency.set", by=call.caller.actor, subject=named("agency", agency.id))
    return Done(count=len(agencies))


def _set_site(call: Call) -> Site:
    """The center's own facts: name, zone, map centre, lease; with the `revision` they were read at, only over that."""
    site = call.decoded(Site)
    fault = fault_in_site(site)
    if fault is not None:
        raise wrong(*fault)
    if field := wrong_deadline(site.deadlines):
        raise wrong(f"deadlines.{field}", "whole seconds, none longer than 90 days")
    if field := wrong_leaving(site.leaving):
        raise wrong(f"leaving.{field}", f"1 to {MOST_MB}")
    if site.zone not in available_timezones():
        raise wrong("zone", "an IANA zone such as Asia/Jakarta")
    with call.parts.database.write() as tx:
        known = load(tx, Site, "site") or Site()
        check_unchanged(call, known.revision)
        site = replace(site, id="site", revision=known.revision + 1, demo=known.demo)
        call.parts.casefile.put(tx, site, call.parts.now())
        note_edit(tx, "site", site.revision, call.parts.now(), call.caller.actor, _changed(known, site))
        note(tx, call.parts.now(), "admin", what="site.set", by=call.caller.actor)
    return site


def _site(call: Call) -> Site:
    """The center's own facts as they stand."""
    with call.parts.database.read() as connection:
        return load(connection, Site, "site") or Site()


def _changed(before: Site, after: Site) -> tuple[str, ...]:
    """The names of the facts and deadlines that are others now; the wait on each rung by the rung."""
    facts = [each.name for each in fields(Site) if each.name not in ("revision", "deadlines")]
    rules = [each.name for each in fields(DeadlineRules) if each.name != "climb_s"]
    climbed = zip(CLIMBING, before.deadlines.climb_s, after.deadlines.climb_s, strict=True)
    return (
        *(name for name in facts if getattr(before, name) != getattr(after, name)),
        *(name for name in rules if getattr(before.deadlines, name) != getattr(after.deadlines, name)),
        *(f"climb_s.{rung.value}" for rung, was, now in climbed if was != now),
    )


def _route(path: str, answer: object, takes: type | None, gives: type, status: int = 201) -> Route:
    return Route(
        method="POST", path=f"/v1/admin/{path}", who=Who.ADMINISTRATOR, answer=answer,  # type: ignore[arg-type]
        takes=takes, gives=gives, status=status, max_bytes=2 * 1024 * 1024,
    )  # fmt: skip


ROUTES = (
    _route("enrolments", _allow_enrolment, NewEnrolment, EnrolmentCode),
    _route("users", _make_user, NewUser, UserMade),
    _route("users/{user_id:str}/revoke", _end_user, None, Done, 200),
    _route("users/{user_id:str}/passphrase", _change_passphrase, NewPassphrase, Done, 200),
    _route("desks/{desk_id:str}/revoke", _end_desk, None, Done, 200),
    _route("sources", _make_source, NewSource, SourceKey),
    _route("sources/{source_id:str}/limit", _limit_source, RateLimit, RateLimit, 200),
    _route("sources/{source_id:str}/key", _renew_source, None, SourceKey, 200),
    _route("sources/{source_id:str}/revoke", _end_source, None, Done, 200),
    _route("keys", _make_key, NewKey, ApiKey),
    _route("keys/{key_id:str}/revoke", _end_key, None, Done, 200),
    Route(
        method="POST", path="/v1/admin/units", who=Who.FLEET, answer=_enrol_units, takes=NewUnits, gives=Done,
        max_bytes=2 * 1024 * 1024,
    ),
    _route("agencies", _set_agencies, NewAgencies, Done, 200),
    Route(method="GET", path="/v1/admin/site", who=Who.ADMINISTRATOR, answer=_site, gives=Site),
    Route(
        method="POST", path="/v1/admin/site", who=Who.ADMINISTRATOR, answer=_set_site, takes=Site, gives=Site,
        status=200, max_bytes=2 * 1024 * 1024, query=("revision",),
    ),
)  # fmt: skip
