"""Past ways of units: of named ones, of everybody near a place, and who looked at them."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta

import msgspec
from sqlalchemy import bindparam, select

from console.contract.codec import aware
from console.contract.tracks import (
    LONGEST_NEAR,
    LONGEST_TRACK,
    MOST_RADIUS_M,
    MOST_UNITS,
    PAGE_POINTS,
    REASON_CHARACTERS,
    NearPage,
    TrackLook,
    TrackLooks,
    TrackPage,
)
from console.domain.errors import Bug
from console.server import tables
from console.server.credentials import Who
from console.server.door import Call, Route
from console.server.refusals import not_found, wrong
from console.server.track_looks import looks_before, note_look
from console.server.tracks import near, track_page, unknown_units

_EARLIEST = timedelta(days=3_650)
_AHEAD = timedelta(days=1)
_MOST_LOOKS = 200
_LAST_ID = (1 << 53) - 1
_report = select(tables.reports.c.id).where(tables.reports.c.id == bindparam("id"))


def _tracks(call: Call) -> TrackPage:
    """Where named units went: `units` by id with commas, `since` and `until`, for a case (`report`) or a `reason`."""
    units = tuple(dict.fromkeys(each for each in call.query.get("units", "").split(",") if each))
    if not 1 <= len(units) <= MOST_UNITS:
        raise wrong("units", f"1 to {MOST_UNITS} ids, with commas between them")
    since, until = _span(call, LONGEST_TRACK)
    look = _look(call, "track", since, until)
    with call.parts.database.read() as connection:
        if unknown := unknown_units(connection, units):
            raise not_found(f"unit: {unknown[0][:100]!r}", "units")
        page = track_page(connection, units, since, until, call.query.get("after", ""), PAGE_POINTS)
    _record(call, look, units)
    return TrackPage(tracks=page.tracks, next=page.next)


def _near(call: Call) -> NearPage:
    """Who was within `radius_m` of a place between `since` and `until`, for a case (`report`) or a `reason`."""
    lat, lon = _decimal(call, "lat", -90, 90), _decimal(call, "lon", -180, 180)
    radius_m = _decimal(call, "radius_m", 1, MOST_RADIUS_M)
    since, until = _span(call, LONGEST_NEAR)
    look = _look(call, "near", since, until, (lat, lon, radius_m))
    gap_s = call.parts.casefile.site.stale_after_s
    with call.parts.database.read() as connection:
        found = near(connection, lat, lon, radius_m, since, until, gap_s)
    _record(call, look, tuple(each.unit_id for each in found))
    return NearPage(passings=found)


def _looks(call: Call) -> TrackLooks:
    """Who looked at whose past way and why, the latest first; `before` an id for earlier ones."""
    before = call.number("before", _LAST_ID, 1, _LAST_ID)
    with call.parts.database.read() as connection:
        return TrackLooks(looks=looks_before(connection, before, call.number("most", 50, 1, _MOST_LOOKS)))


def _look(
    call: Call, way: str, since: datetime, until: datetime, around: tuple[float, float, float] | None = None
) -> TrackLook:
    """The look as it will be recorded, without whom it showed.

    Raises:
        RequestRefused: 422 naming `reason` without a case and without a reason, 404 naming `report`.
    """
    report_id, reason = call.query.get("report", ""), call.query.get("reason", "").strip()
    if not report_id and not 3 <= len(reason) <= REASON_CHARACTERS:
        raise wrong("reason", f"say in 3 to {REASON_CHARACTERS} characters why, or name the case as `report`")
    if len(reason) > REASON_CHARACTERS:
        raise wrong("reason", f"at most {REASON_CHARACTERS} characters")
    if report_id:
        with call.parts.database.read() as connection:
            if connection.execute(_report, {"id": report_id}).first() is None:
                raise not_found("report", "report")
    actor = call.caller.actor
    if actor is None:
        raise Bug("a look at a track without a person")
    lat, lon, radius_m = around or (None, None, None)
    return TrackLook(
        at=call.parts.now(), actor_id=actor.id, actor_name=actor.name, desk_id=call.caller.desk_id, way=way,
        unit_ids=(), since=since, until=until, lat=lat, lon=lon, radius_m=radius_m, report_id=report_id, reason=reason,
    )  # fmt: skip


def _record(call: Call, look: TrackLook, unit_ids: tuple[str, ...]) -> None:
    with call.parts.database.write() as tx:
        note_look(tx, msgspec.structs.replace(look, unit_ids=unit_ids), call.caller.actor)


def _span(call: Call, longest: timedelta) -> tuple[datetime, datetime]:
    since, until, now = _time(call, "since"), _time(call, "until"), call.parts.now()
    if not now - _EARLIEST <= since <= now + _AHEAD:
        raise wrong("since", "a time of the last ten years")
    if not since <= until <= since + longest:
        raise wrong("until", f"not before `since`, and at most {longest // timedelta(hours=1)} hours after it")
    return since, until


def _time(call: Call, name: str) -> datetime:
    try:
        return aware(datetime.fromisoformat(call.query.get(name, "")), name).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise wrong(name, "a time such as 2026-11-22T06:00:00Z") from error


def _decimal(call: Call, name: str, least: float, most: float) -> float:
    try:
        value = float(call.query.get(name, ""))
    except ValueError:
        value = math.nan
    if not least <= value <= most:
        raise wrong(name, f"a number from {least} to {most}")
    return value


_WHY = ("since", "until", "report", "reason")
ROUTES = (
    Route(
        method="GET", path="/v1/tracks", who=Who.PERSON, answer=_tracks, gives=TrackPage,
        query=("units", *_WHY, "after"),
    ),
    Route(
        method="GET", path="/v1/tracks/near", who=Who.PERSON, answer=_near, gives=NearPage,
        query=("lat", "lon", "radius_m", *_WHY),
    ),
    Route(
        method="GET", path="/v1/tracks/looks", who=Who.OVERSIGHT, answer=_looks, gives=TrackLooks,
        query=("before", "most"),
    ),
)  # fmt: skip
