"""Puts the demo city into a new server; all of its people are invented."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from sqlalchemy import select

from console.contract.admin import NewUser
from console.contract.codec import decode
from console.domain.agency import Site
from console.domain.landmark import Landmarks
from console.domain.police_area import PoliceArea, PoliceAreas
from console.domain.roster import Roster
from console.server import tables
from console.server.casefile import load
from console.server.demo_city import read_demo_city
from console.server.demo_facts import Police
from console.server.parts import Parts
from console.server.passwords import hash_passphrase
from console.server.posts import keep_areas, keep_roster
from console.server.refusals import RequestRefused

DEMO_PASSPHRASE = "sigap-demo"  # noqa: S105 - printed for everybody to read
"""Everybody's passphrase in the demo city, shown on its sign-in screen."""


def seed_demo(parts: Parts, folder: Path, *, all_on_duty: bool = False) -> bool:
    """Seed an untouched server; False when it holds a demo already.

    Raises:
        RequestRefused: 409 when the server already serves a real center.
    """
    with parts.database.read() as connection:
        site = load(connection, Site, "site")
        used = connection.execute(select(tables.reports.c.id).limit(1)).first() is not None
        people = {str(row[0]) for row in connection.execute(select(tables.users.c.id))}
    if site is not None and site.demo:
        return False
    city = read_demo_city(folder, all_on_duty=all_on_duty)
    if used or people - {user.id for user in city.users}:
        raise RequestRefused(409, "not_a_demo", "This database serves a real center; the demo needs its own.")
    # A seeding that was cut short is taken up where it stopped.
    for source in city.sources:
        with suppress(RequestRefused):
            parts.sources.make(source)
    encoded = hash_passphrase(DEMO_PASSPHRASE)
    for user in city.users:
        if user.id not in people:
            wanted = NewUser(login=user.user, name=user.name, role=user.role, passphrase=DEMO_PASSPHRASE)
            parts.accounts.make_user(wanted, user.id, encoded)
    keep_roster(parts, decode((folder / "roster.json").read_bytes(), Roster))
    keep_areas(parts, police_areas_of(city.police))
    landmarks = decode((folder / "landmarks.json").read_bytes(), Landmarks)
    now = parts.now()
    with parts.database.write() as tx:
        parts.landmarks.keep(tx, landmarks, now)
        for unit in city.units:
            parts.casefile.put(tx, replace(unit, revision=1, status_at=now), now)
        for agency in city.agencies:
            parts.casefile.put(tx, replace(agency, revision=1), now)
        # The site comes last: it says that the demo is complete.
        parts.casefile.put(tx, replace(city.site, demo=True, revision=(site.revision if site else 0) + 1), now)
    return True


def police_areas_of(police: Police) -> PoliceAreas:
    """The demo city's five Polsek with their kelurahan: all of them are its own."""
    posts = tuple(
        PoliceArea(polsek=post.name, polres=police.polres, polda=police.polda, areas=post.areas)
        for post in police.polsek
    )
    return PoliceAreas(own=(police.polres,), posts=posts)
