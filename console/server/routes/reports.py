"""Reports come in from apps, partners and gateways."""

from __future__ import annotations

from console.contract.codec import encode
from console.contract.intake import NewReport, Received
from console.server.credentials import Who
from console.server.door import Call, Reply, Route
from console.server.intake.reports import receive
from console.server.refusals import unknown_caller


def _receive(call: Call) -> Reply:
    """Take a report in: 201 with its number, 200 when it had been received before."""
    source = call.caller.source
    if source is None:
        raise unknown_caller("key_unknown", "A source's key is needed.")
    answer = receive(call.parts, source, call.decoded(NewReport))
    return Reply(body=encode(answer), status=200 if answer.again else 201)


ROUTES = (
    Route(
        method="POST", path="/v1/reports", who=Who.SOURCE, answer=_receive, takes=NewReport, gives=Received, status=201
    ),
)
