"""A desk enrols, a person signs in, stays and signs out."""

from __future__ import annotations

from console.contract.admin import Done
from console.contract.session import Enrol, Enrolled, Refresh, SignedIn, SignIn
from console.server.credentials import Who
from console.server.door import Call, Route


def _enrol(call: Call) -> Enrolled:
    """Enrol a workstation with an administrator's code; the secret is shown once."""
    return call.parts.accounts.enrol(call.decoded(Enrol), call.address)


def _sign_in(call: Call) -> SignedIn:
    """Open a session for a person at this desk."""
    return call.parts.sessions.sign_in(call.caller.desk_id, call.decoded(SignIn), call.address)


def _refresh(call: Call) -> SignedIn:
    """Renew the session's tokens; the refresh token rotates."""
    return call.parts.sessions.refresh(call.caller.desk_id, call.decoded(Refresh))


def _sign_out(call: Call) -> Done:
    """End the session; the cases it held are free at once."""
    actor = call.caller.actor
    if actor is None:
        return Done(count=0)
    call.parts.sessions.end(actor.session_id)
    call.parts.presence.left(actor.desk_id)
    return Done(count=call.parts.leases.free(actor.id, actor.desk_id))


ROUTES = (
    Route(
        method="POST", path="/v1/enrol", who=Who.ANYONE, answer=_enrol, takes=Enrol, gives=Enrolled, status=201
    ),
    Route(method="POST", path="/v1/sign-in", who=Who.DESK, answer=_sign_in, takes=SignIn, gives=SignedIn),
    Route(method="POST", path="/v1/refresh", who=Who.DESK, answer=_refresh, takes=Refresh, gives=SignedIn),
    Route(method="POST", path="/v1/sign-out", who=Who.PERSON, answer=_sign_out, gives=Done),
)
