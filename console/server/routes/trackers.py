"""The center's own Traccar server: set by an administrator, and how it stands."""

from __future__ import annotations

from dataclasses import replace

from console.contract.trackers import TraccarServer, TrackersState
from console.server.credentials import Who
from console.server.door import Call, Route
from console.server.outbound.traccar import wrong_server
from console.server.refusals import wrong
from console.server.trackers import keep_server, server_of

_PATH = "/v1/admin/traccar-server"


def _show(call: Call) -> TrackersState:
    """How the Traccar server stands; its password is told nobody."""
    return call.parts.trackers.state()


def _set(call: Call) -> TrackersState:
    """Another Traccar server, or none; without a password the one kept for the same account goes on."""
    wanted, parts = call.decoded(TraccarServer), call.parts
    with parts.database.write() as tx:
        known = server_of(tx)
        if not wanted.password and (known.url, known.user) == (wanted.url, wanted.user):
            wanted = replace(wanted, password=known.password)
        found = wrong_server(wanted)
        if found is not None:
            raise wrong(*found)
        keep_server(tx, wanted, parts.now(), call.caller.actor)
    parts.trackers.begin()
    return parts.trackers.state()


ROUTES = (
    Route(method="GET", path=_PATH, who=Who.ADMINISTRATOR, answer=_show, gives=TrackersState),
    Route(
        method="PUT", path=_PATH, who=Who.ADMINISTRATOR, answer=_set, takes=TraccarServer, gives=TrackersState,
        max_bytes=8 * 1024,
    ),
)  # fmt: skip
