"""Who changed a list of the center when; nobody overwrites another's change unseen."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar, cast

from sqlalchemy import Connection, bindparam, insert, select

from console.domain.edit import Edit
from console.domain.person import Actor
from console.server import tables
from console.server.database import Tx
from console.server.door import Call
from console.server.refusals import RequestRefused

T = TypeVar("T")

_edits = tables.edits
_insert = insert(_edits)
_of_kind = (
    select(_edits).where(_edits.c.kind == bindparam("kind")).order_by(_edits.c.revision.desc()).limit(bindparam("most"))
)
_MOST_LABELS, _LABEL_CHARACTERS = 50, 60


def check_unchanged(call: Call, revision: int) -> None:
    """Refuse to save over what another administrator saved meanwhile; who says no `revision` is not asked.

    Raises:
        RequestRefused: 409 `list_changed` when the query's `revision` is not the one in force.
    """
    seen = call.number("revision", -1, 0, 1 << 53)
    if seen not in (-1, revision):
        message = f"Somebody changed it meanwhile (revision {revision}, not {seen}). Read it anew, then save."
        raise RequestRefused(409, "list_changed", message, field="revision")


def note_edit(tx: Tx, kind: str, revision: int, at: datetime, by: Actor | None, changed: Iterable[str]) -> None:
    """Keep who saved a revision of a list, and the names of what he changed on it (at most 50)."""
    labels = [label[:_LABEL_CHARACTERS] for label in dict.fromkeys(changed)][:_MOST_LABELS]
    tx.execute(_insert, {
        "kind": kind, "revision": revision, "at": at, "by_id": by.id if by else "", "by_name": by.name if by else "",
        "changed": json.dumps(labels, ensure_ascii=False),
    })  # fmt: skip


def next_revision(tx: Tx, kind: str) -> int:
    """A number for the next edit of things that have revisions of their own."""
    last = tx.execute(_of_kind, {"kind": kind, "most": 1}).first()
    return 1 if last is None else cast("int", last._mapping["revision"]) + 1


def edits_of(connection: Connection | Tx, kind: str, most: int) -> tuple[Edit, ...]:
    """The latest edits of a list, newest first."""
    found = []
    for row in connection.execute(_of_kind, {"kind": kind, "most": most}):
        known = row._mapping
        found.append(Edit(
            revision=cast("int", known["revision"]), at=cast("datetime", known["at"]),
            by_id=cast("str", known["by_id"]), by_name=cast("str", known["by_name"]),
            changed=tuple(json.loads(cast("str", known["changed"]))),
        ))  # fmt: skip
    return tuple(found)


def differing(before: Iterable[T], after: Iterable[T]) -> tuple[T, ...]:
    """What stands in one of two lists only: removed, added, or both sides of what was changed."""
    was, now = dict.fromkeys(before), dict.fromkeys(after)
    return (*(each for each in now if each not in was), *(each for each in was if each not in now))
