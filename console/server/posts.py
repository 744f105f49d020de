"""Roster, police areas and phone lines as the server keeps them, for every desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import Connection

from console.contract.audit import named
from console.contract.codec import decode, encode
from console.domain.person import Actor
from console.domain.phone_lines import PhoneLines, line_label
from console.domain.police_area import PoliceAreas
from console.domain.roster import Roster
from console.server.audit import note
from console.server.database import Tx
from console.server.edits import differing, note_edit
from console.server.feed import body_of
from console.server.parts import Parts


def roster_of(connection: Connection | Tx) -> Roster:
    """The roster in force; an empty one before anybody wrote it."""
    body = body_of(connection, "roster", "roster")
    return Roster() if body is None else decode(body, Roster)


def areas_of(connection: Connection | Tx) -> PoliceAreas:
    """The police areas imported last; an empty table before that."""
    body = body_of(connection, "police_areas", "police_areas")
    return PoliceAreas() if body is None else decode(body, PoliceAreas)


def lines_of(connection: Connection | Tx) -> PhoneLines:
    """Which desks each phone line rings at; an empty list before anybody wrote it."""
    body = body_of(connection, "phone_lines", "phone_lines")
    return PhoneLines() if body is None else decode(body, PhoneLines)


def keep_lines(
    parts: Parts, lines: PhoneLines, by: Actor | None = None, check: Callable[[int], None] = lambda revision: None
) -> PhoneLines:
    """The lines from now on; what rings at this moment is shown anew. `check` may refuse to replace a revision."""
    with parts.database.write() as tx:
        known = lines_of(tx)
        check(known.revision)
        kept = replace(lines, id="phone_lines", revision=known.revision + 1)
        parts.feed.put(tx, "phone_lines", kept.id, kept.revision, encode(kept), parts.now())
        changed = [line_label(each) for each in differing(known.lines, kept.lines)]
        note_edit(tx, "phone_lines", kept.revision, parts.now(), by, changed)
        note(tx, parts.now(), "admin", what="phone_lines.set", by=by, subject=named("phone_lines", kept.id))
    parts.calls.bind(kept)
    return kept


def keep_roster(
    parts: Parts, roster: Roster, by: Actor | None = None, check: Callable[[int], None] = lambda revision: None
) -> Roster:
    """The roster from now on, told to every desk; `check` may refuse to replace the revision in force."""
    with parts.database.write() as tx:
        known = roster_of(tx)
        check(known.revision)
        kept = replace(roster, id="roster", revision=known.revision + 1)
        parts.feed.put(tx, "roster", kept.id, kept.revision, encode(kept), parts.now())
        note(tx, parts.now(), "admin", what="roster.set", by=by, subject=named("roster", kept.id))
    return kept


def keep_areas(parts: Parts, table: PoliceAreas, by: Actor | None = None) -> PoliceAreas:
    """The police areas from now on, told to every desk."""
    with parts.database.write() as tx:
        kept = replace(table, id="police_areas", revision=areas_of(tx).revision + 1)
        parts.feed.put(tx, "police_areas", kept.id, kept.revision, encode(kept), parts.now())
        note(tx, parts.now(), "admin", what="police_areas.set", by=by, subject=named("police_areas", kept.id))
    return kept
