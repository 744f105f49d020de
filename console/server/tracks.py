"""Past ways of units: read in pages, found near a place, deleted after their time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import groupby
from math import cos, radians
from operator import attrgetter
from typing import cast

from sqlalchemy import Connection, Row, bindparam, delete, select, tuple_

from console.domain.passing import Passing, passings
from console.domain.track import Track, TrackPoint
from console.server import tables
from console.server.audit import note
from console.server.database import Tx
from console.server.parts import Parts
from console.server.refusals import wrong

LEG_MARGIN_M = 5_000.0
"""How far outside the circle the ends of a leg through it may lie: 10 km in five minutes is 120 km/h."""
MOST_NEAR_FIXES = 200_000
"""Fixes looked through for one question: a second of this server, no more."""
_UNITS_AT_ONCE = 200
_STEP_ROWS = 2_000
_STEPS = 300
_DEGREE_M = 111_195.0
_START = datetime(1970, 1, 1, tzinfo=UTC)

_history, _feed = tables.position_history, tables.feed
_FIELDS = tuple(TrackPoint.__dataclass_fields__)
_columns = (_history.c.id, _history.c.unit_id, *(_history.c[name] for name in _FIELDS))
_of_unit = (
    select(*_columns)
    .where(
        _history.c.unit_id == bindparam("unit_id"),
        _history.c.at.between(bindparam("since"), bindparam("until")),
        tuple_(_history.c.at, _history.c.id) > tuple_(bindparam("after_at", type_=_history.c.at.type),
                                                      bindparam("after_id")),
    )
    .order_by(_history.c.at, _history.c.id)
    .limit(bindparam("many"))
)  # fmt: skip
_within = (
    select(*_columns)
    .where(
        _history.c.unit_id.in_(bindparam("unit_ids", expanding=True)),
        _history.c.at.between(bindparam("since"), bindparam("until")),
        _history.c.lat.between(bindparam("south"), bindparam("north")),
        _history.c.lon.between(bindparam("west"), bindparam("east")),
    )
    .order_by(_history.c.unit_id, _history.c.at, _history.c.id)
    .limit(bindparam("many"))
)
_units = select(_feed.c.id).where(_feed.c.kind == "unit").order_by(_feed.c.id)
_unit = _units.where(_feed.c.id.in_(bindparam("unit_ids", expanding=True)))
_oldest = select(_history.c.id, _history.c.received_at).order_by(_history.c.id).limit(_STEP_ROWS)
_forget = delete(_history).where(_history.c.id <= bindparam("last"), _history.c.received_at < bindparam("before"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Fixes by unit and time; `next` is the cursor behind them, '' after the last."""

    tracks: tuple[Track, ...]
    next: str


def unknown_units(connection: Connection, unit_ids: Sequence[str]) -> tuple[str, ...]:
    """Those of the ids that never were a unit here; a retired one still has its past."""
    known = set(connection.execute(_unit, {"unit_ids": list(unit_ids)}).scalars())
    return tuple(unit_id for unit_id in unit_ids if unit_id not in known)


def track_page(
    connection: Connection, unit_ids: Sequence[str], since: datetime, until: datetime, after: str, most: int
) -> Page:
    """At most `most` fixes of the units in the order given, behind the cursor `after`.

    Raises:
        RequestRefused: 422 naming `after` when it is no cursor of such a page.
    """
    place, after_at, after_id = _read_cursor(after, len(unit_ids))
    tracks: list[Track] = []
    for number in range(place, len(unit_ids)):
        asked = {"unit_id": unit_ids[number], "since": since, "until": until, "after_at": after_at,
                 "after_id": after_id, "many": most + 1}  # fmt: skip
        rows = connection.execute(_of_unit, asked).all()
        tracks.append(_track(unit_ids[number], rows[:most]))
        if len(rows) > most:
            last = rows[most - 1]._mapping if most else None
            at, row_id = (last["at"], last["id"]) if last else (after_at, after_id)
            return Page(tracks=tuple(tracks), next=f"{number}.{(at - _START) // timedelta(microseconds=1)}.{row_id}")
        most -= len(rows)
        after_at, after_id = _START, 0
    return Page(tracks=tuple(tracks), next="")


def near(
    connection: Connection, lat: float, lon: float, radius_m: float, since: datetime, until: datetime, gap_s: float
) -> tuple[Passing, ...]:
    """Everybody who was within `radius_m` of a place in [since, until] (domain.passing).

    Of a way between two fixes only what has both ends within LEG_MARGIN_M of the circle is looked at.

    Raises:
        RequestRefused: 422 naming `until` when more than MOST_NEAR_FIXES would have to be looked through.
    """
    reach = (radius_m + LEG_MARGIN_M) / _DEGREE_M
    wide = reach / max(0.01, cos(radians(min(90.0, abs(lat) + reach))))
    asked = {
        "since": since - timedelta(seconds=gap_s), "until": until + timedelta(seconds=gap_s),
        "south": lat - reach, "north": lat + reach, "west": lon - wide, "east": lon + wide,
    }  # fmt: skip
    if asked["west"] < -180 or asked["east"] > 180:  # type: ignore[operator]
        asked |= {"west": -180.0, "east": 180.0}
    tracks = _tracks_within(connection, asked)
    return passings(tracks, lat, lon, radius_m, since, until, gap_s)


def _tracks_within(connection: Connection, asked: dict[str, object]) -> Iterator[Track]:
    ids, left = list(connection.execute(_units).scalars()), MOST_NEAR_FIXES
    for first in range(0, len(ids), _UNITS_AT_ONCE):
        some = {"unit_ids": ids[first : first + _UNITS_AT_ONCE], "many": left + 1}
        rows = connection.execute(_within, {**asked, **some}).all()
        left -= len(rows)
        if left < 0:
            raise wrong("until", f"more than {MOST_NEAR_FIXES} fixes lie in that time and place: ask for less time")
        for unit_id, found in groupby(rows, key=attrgetter("unit_id")):
            yield _track(unit_id, list(found))


def forget_tracks(parts: Parts) -> int:
    """Delete fixes older than the site keeps them, in small steps so that no fix waits for it; how many."""
    now = parts.now()
    before, gone = now - timedelta(days=parts.casefile.site.track_days), 0
    for _ in range(_STEPS):
        with parts.database.write() as tx:
            some = _forget_step(tx, before)
        gone += some
        if some == 0:
            break
    if gone:
        with parts.database.write() as tx:
            note(tx, parts.now(), "server", what="tracks.forgotten")
    return gone


def _forget_step(tx: Tx, before: datetime) -> int:
    # Rows have their ids in the order they came in: the oldest stand first, and nothing has to be searched.
    rows = tx.execute(_oldest).all()
    old = [cast("int", row[0]) for row in rows if cast("datetime", row[1]) < before]
    if old:
        tx.execute(_forget, {"last": old[-1], "before": before})
    return len(old)


def _track(unit_id: str, rows: Sequence[Row[tuple[object, ...]]]) -> Track:
    points = (TrackPoint(**{name: row._mapping[name] for name in _FIELDS}) for row in rows)
    return Track(unit_id=unit_id, points=tuple(points))


def _read_cursor(text: str, units: int) -> tuple[int, datetime, int]:
    if not text:
        return 0, _START, 0
    parts = text.split(".")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() and len(part) <= 17 for part in parts):
        raise wrong("after", "the `next` of the page before")
    place, at, row_id = map(int, parts)
    if place >= units:
        raise wrong("after", "the `next` of the page before")
    return place, _START + timedelta(microseconds=at), row_id
