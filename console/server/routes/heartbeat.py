"""Every 15 s a console says which cases it still works on and which report is open."""

from __future__ import annotations

from console.contract.session import Heartbeat, LeaseAnswer
from console.domain.load import Colleague
from console.server.credentials import Who
from console.server.door import Call, Route
from console.server.refusals import wrong

MAX_LEASES = 200


def _beat(call: Call) -> LeaseAnswer:
    """Renew leases and tell the others what is open here."""
    beat = call.decoded(Heartbeat)
    if len(beat.leases) > MAX_LEASES:
        raise wrong("leases", f"at most {MAX_LEASES}")
    for place, lease in enumerate(beat.leases):
        if not 0 <= lease.token < 2**53:
            raise wrong(f"leases[{place}].token", "a token this server gave")
    if len(beat.looking_at) > 64:
        raise wrong("looking_at", "a report's id")
    actor = call.caller.actor
    if actor is not None:
        who = Colleague(id=actor.id, name=actor.name, role=actor.role, desk_id=call.caller.desk_id)
        call.parts.presence.looked(beat.looking_at, who)
    return call.parts.leases.keep(call.caller.desk_id, beat.leases)


ROUTES = (
    Route(
        method="POST", path="/v1/heartbeat", who=Who.PERSON, answer=_beat, takes=Heartbeat, gives=LeaseAnswer
    ),
)
