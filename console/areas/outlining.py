"""Outlines kecamatan and cities from the kelurahan in a pack; only what changed."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from console.areas.pack_file import transaction
from console.areas.shape import box_of, size_m2
from console.areas.varints import Ring, decode_rings, encode_rings

RULE = b"joined-1"
"""Part of what an outline is made of: another rule of joining makes every outline anew."""

_DISTRICT, _CITY = 8, 5
"""Length of the codes 35.73.01 and 35.73."""

_VILLAGES = "SELECT code, sha256 FROM areas WHERE length(code) = 13 ORDER BY code"
_GIVEN = "SELECT code FROM areas WHERE length(code) IN (5, 8)"


@dataclass(slots=True)
class _City:
    """What is to be made of one city: its kecamatan, each with what it is made of."""

    districts: dict[str, bytes] = field(default_factory=dict)
    made_of: bytes = b""


def outline(connection: sqlite3.Connection, told: Callable[[int, int], None] | None = None) -> int:
    """Bring the outlines of a pack in step with its areas, a transaction per city; how many were made.

    An outline a file brought itself is not made. Broken off anywhere it goes on where it stood; `told` hears
    (cities done, of so many).
    """
    wanted = _wanted(connection)
    with transaction(connection):
        _forget_others(connection, wanted)
    made = 0
    for done, (code, city) in enumerate(wanted.items()):
        if told is not None:
            told(done, len(wanted))
        made += _outline_city(connection, code, city)
    return made


def _wanted(connection: sqlite3.Connection) -> dict[str, _City]:
    digests: dict[str, list[bytes]] = defaultdict(list)
    for code, digest in connection.execute(_VILLAGES):
        digests[code[:_DISTRICT]].append(code.encode() + digest)
    cities: dict[str, _City] = defaultdict(_City)
    for code, parts in digests.items():
        cities[code[:_CITY]].districts[code] = hashlib.sha256(RULE + b"".join(parts)).digest()
    for city in cities.values():
        city.made_of = hashlib.sha256(RULE + b"".join(city.districts.values())).digest()
    for (code,) in connection.execute(_GIVEN).fetchall():
        if code[:_CITY] in cities:
            given = cities[code[:_CITY]]
            if len(code) == _CITY:
                given.made_of = b""
            else:
                given.districts.pop(code, None)
    return dict(cities)


def _forget_others(connection: sqlite3.Connection, wanted: dict[str, _City]) -> None:
    kept = {code for city in wanted.values() for code in city.districts}
    kept |= {code for code, city in wanted.items() if city.made_of}
    for outline_id, code in connection.execute("SELECT id, code FROM outlines").fetchall():
        if code not in kept:
            connection.execute("DELETE FROM outline_boxes WHERE id = ?", (outline_id,))
            connection.execute("DELETE FROM outlines WHERE id = ?", (outline_id,))


def _outline_city(connection: sqlite3.Connection, code: str, city: _City) -> int:
    held = dict(connection.execute("SELECT code, made_of FROM outlines WHERE substr(code, 1, 5) = ?", (code,)))
    stale = [each for each, made_of in city.districts.items() if held.get(each) != made_of]
    if not stale and (not city.made_of or held.get(code) == city.made_of):
        return 0
    with transaction(connection):
        for each in stale:
            _write(connection, each, city.districts[each], _inside(connection, each))
        if city.made_of and held.get(code) != city.made_of:
            _write(connection, code, city.made_of, _outlines_inside(connection, code))
    return len(stale) + (1 if city.made_of and held.get(code) != city.made_of else 0)


def _inside(connection: sqlite3.Connection, code: str) -> list[tuple[Ring, ...]]:
    rows = connection.execute("SELECT rings FROM areas WHERE substr(code, 1, ?) = ?", (len(code) + 1, code + "."))
    return [decode_rings(row[0]) for row in rows]


def _outlines_inside(connection: sqlite3.Connection, code: str) -> list[tuple[Ring, ...]]:
    """Kecamatan of a city, made here or given: a tenth of the points of its kelurahan."""
    rows = connection.execute(
        """SELECT rings FROM outlines WHERE length(code) = 8 AND substr(code, 1, 6) = ?1
        UNION ALL SELECT rings FROM areas WHERE length(code) = 8 AND substr(code, 1, 6) = ?1""",
        (code + ".",),
    )
    return [decode_rings(row[0]) for row in rows]


def _write(connection: sqlite3.Connection, code: str, made_of: bytes, parts: list[tuple[Ring, ...]]) -> None:
    from console.areas.geometry import joined, middle_of  # 0.1 s to load, only where something is to be made

    connection.execute("DELETE FROM outline_boxes WHERE id IN (SELECT id FROM outlines WHERE code = ?)", (code,))
    connection.execute("DELETE FROM outlines WHERE code = ?", (code,))
    rings = joined(parts)
    if not rings:
        return
    outline_id = connection.execute(
        "INSERT INTO outlines (code, lat, lon, size_m2, made_of, rings) VALUES (?, ?, ?, ?, ?, ?)",
        (code, *middle_of(rings), size_m2(rings), made_of, encode_rings(rings)),
    ).lastrowid
    box = box_of(rings)
    connection.execute(
        "INSERT INTO outline_boxes VALUES (?, ?, ?, ?, ?)",
        (outline_id, box.min_lat, box.max_lat, box.min_lon, box.max_lon),
    )
