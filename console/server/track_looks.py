"""Each look at past ways is recorded before it is answered: who, whose, when, why."""

from __future__ import annotations

import hashlib
import json
from typing import cast

from sqlalchemy import Connection, bindparam, insert, select

from console.contract.audit import named
from console.contract.codec import encode
from console.contract.tracks import TrackLook
from console.domain.person import Actor
from console.server import tables
from console.server.audit import note
from console.server.database import Tx

_looks = tables.track_looks
_insert = insert(_looks)
_latest = (
    select(_looks).where(_looks.c.id < bindparam("before")).order_by(_looks.c.id.desc()).limit(bindparam("most"))
)


def note_look(tx: Tx, look: TrackLook, by: Actor | None) -> None:
    """Keep a look, and put it on the audit chain once for each unit that was looked at.

    One that found nobody stands there once, about the place.
    """
    row = {name: getattr(look, name) for name in look.__struct_fields__ if name != "id"}
    tx.execute(_insert, {**row, "unit_ids": json.dumps(look.unit_ids)})
    content = hashlib.sha256(encode(look)).digest()
    subjects = [named("unit", unit_id) for unit_id in look.unit_ids] or [f"place/{look.lat:.5f}:{look.lon:.5f}"]
    span = f"{look.since:%Y%m%dT%H%M%SZ}-{look.until:%Y%m%dT%H%M%SZ}"
    why = named("report", look.report_id) if look.report_id else "reason"
    for subject in subjects:
        note(tx, look.at, "look", look.way, what=f"{span}:{why}", by=by, subject=subject, content=content)


def looks_before(connection: Connection, before: int, most: int) -> tuple[TrackLook, ...]:
    """The latest looks with an id below `before`, newest first."""
    found = []
    for row in connection.execute(_latest, {"before": before, "most": most}):
        known = dict(row._mapping)
        known["unit_ids"] = tuple(cast("list[str]", json.loads(known["unit_ids"])))
        found.append(TrackLook(**known))
    return tuple(found)
