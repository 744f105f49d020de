"""From where on a file puts its report in doubt: as it is, and others in their place."""

from __future__ import annotations

from dataclasses import replace

from console.contract.audit import named
from console.domain.doubt import SHIPPED_DOUBTS, DoubtRules, fault_in_doubts
from console.server.audit import note
from console.server.casefile import load
from console.server.credentials import Who
from console.server.door import Call, Route
from console.server.edits import check_unchanged, note_edit
from console.server.refusals import wrong


def _give(call: Call) -> DoubtRules:
    """The thresholds in force."""
    with call.parts.database.read() as connection:
        return load(connection, DoubtRules, SHIPPED_DOUBTS.id) or SHIPPED_DOUBTS


def _set(call: Call) -> DoubtRules:
    """The thresholds from now on, also for what was told before: a doubt is read anew each time it is shown."""
    wanted = call.decoded(DoubtRules)
    found = fault_in_doubts(wanted)
    if found is not None:
        raise wrong(*found)
    with call.parts.database.write() as tx:
        known = load(tx, DoubtRules, SHIPPED_DOUBTS.id) or SHIPPED_DOUBTS
        check_unchanged(call, known.revision)
        rules = replace(wanted, id=known.id, revision=known.revision + 1)
        now, by = call.parts.now(), call.caller.actor
        call.parts.casefile.put(tx, rules, now)
        changed = [name for name in ("far_km", "earlier_h", "both") if getattr(known, name) != getattr(rules, name)]
        note_edit(tx, "doubts", rules.revision, now, by, changed)
        note(tx, now, "admin", what="doubts.set", by=by, subject=named("doubts", rules.id))
    return rules


ROUTES = (
    Route(method="GET", path="/v1/admin/doubts", who=Who.ADMINISTRATOR, answer=_give, gives=DoubtRules),
    Route(
        method="PUT", path="/v1/admin/doubts", who=Who.ADMINISTRATOR, answer=_set, takes=DoubtRules,
        gives=DoubtRules, query=("revision",),
    ),
)  # fmt: skip
