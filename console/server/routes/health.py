"""What anyone may know: that the server is well, and how to talk to it."""

from __future__ import annotations

from console import __version__
from console.contract.session import Health
from console.server.credentials import Who
from console.server.door import Call, Route


def _health(call: Call) -> Health:
    """Name, version, protocol, epoch and the server's time."""
    return Health(
        name=call.parts.casefile.site.name,
        version=__version__,
        protocol=call.parts.protocols[-1],
        epoch=call.parts.identity.epoch,
        server_time=call.parts.now(),
    )


ROUTES = (Route(method="GET", path="/v1/health", who=Who.ANYONE, answer=_health, gives=Health),)
