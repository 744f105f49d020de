"""The service's landmarks: as they are, and an administrator's list in their place."""

from __future__ import annotations

from console.contract.audit import named
from console.domain.landmark import Landmarks, fault_in_landmarks
from console.server.audit import note
from console.server.credentials import Who
from console.server.door import Call, Route
from console.server.edits import check_unchanged, differing, note_edit
from console.server.refusals import wrong


def _give(call: Call) -> Landmarks:
    """The landmarks in force, to edit and send back."""
    with call.parts.database.read() as connection:
        return call.parts.landmarks.now(connection)


def _set(call: Call) -> Landmarks:
    """Other landmarks from now on: desks search them, cases and officers' pages name the nearest."""
    wanted = call.decoded(Landmarks)
    fault = fault_in_landmarks(wanted)
    if fault is not None:
        raise wrong(*fault)
    parts, now, by = call.parts, call.parts.now(), call.caller.actor
    with parts.database.write() as tx:
        before = parts.landmarks.now(tx)
        check_unchanged(call, before.revision)
        kept = parts.landmarks.keep(tx, wanted, now)
        note_edit(tx, kept.id, kept.revision, now, by, [each.name for each in differing(before.places, kept.places)])
        note(tx, now, "admin", what="landmarks.set", by=by, subject=named("landmarks", kept.id))
    return kept


ROUTES = (
    Route(method="GET", path="/v1/admin/landmarks", who=Who.ADMINISTRATOR, answer=_give, gives=Landmarks),
    Route(
        method="PUT", path="/v1/admin/landmarks", who=Who.ADMINISTRATOR, answer=_set, takes=Landmarks, gives=Landmarks,
        max_bytes=4 * 1024 * 1024, query=("revision",),
    ),
)  # fmt: skip
