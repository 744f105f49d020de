"""How many officers each kind of case needs: the figures, and others in their place."""

from __future__ import annotations

from dataclasses import replace

from console.contract.audit import named
from console.domain.category import CATEGORIES
from console.domain.crew_size import SHIPPED_CREWS, CrewFigures, fault_in_crews
from console.domain.ticks import NAMES
from console.server.audit import note
from console.server.casefile import load
from console.server.credentials import Who
from console.server.door import Call, Route
from console.server.edits import check_unchanged, differing, note_edit
from console.server.refusals import wrong


def _give(call: Call) -> CrewFigures:
    """The figures in force."""
    with call.parts.database.read() as connection:
        return load(connection, CrewFigures, SHIPPED_CREWS.id) or SHIPPED_CREWS


def _set(call: Call) -> CrewFigures:
    """The figures from now on, for advice and for the fewest that may be sent."""
    wanted = call.decoded(CrewFigures)
    found = fault_in_crews(wanted, frozenset(CATEGORIES), frozenset(NAMES))
    if found is not None:
        raise wrong(*found)
    with call.parts.database.write() as tx:
        known = load(tx, CrewFigures, SHIPPED_CREWS.id) or SHIPPED_CREWS
        check_unchanged(call, known.revision)
        figures = replace(wanted, id=known.id, revision=known.revision + 1)
        now, by = call.parts.now(), call.caller.actor
        call.parts.casefile.put(tx, figures, now)
        changed = [each.category for each in differing(known.categories, figures.categories)]
        changed += [f"tick/{each.tick}" for each in differing(known.ticks, figures.ticks)]
        note_edit(tx, "crews", figures.revision, now, by, changed)
        note(tx, now, "admin", what="crews.set", by=by, subject=named("crews", figures.id))
    return figures


ROUTES = (
    Route(method="GET", path="/v1/admin/crews", who=Who.ADMINISTRATOR, answer=_give, gives=CrewFigures),
    Route(
        method="PUT", path="/v1/admin/crews", who=Who.ADMINISTRATOR, answer=_set, takes=CrewFigures,
        gives=CrewFigures, query=("revision",),
    ),
)  # fmt: skip
