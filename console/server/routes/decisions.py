"""Decisions come in under the desk's credential, whoever is signed in now."""

from __future__ import annotations

import msgspec

from console.contract.decisions import DecisionAnswers
from console.server.credentials import Who
from console.server.door import Call, Route
from console.server.refusals import wrong

MAX_DECISIONS = 100
Raws = tuple[msgspec.Raw, ...]


def _decide(call: Call) -> DecisionAnswers:
    """Judge and apply decisions in order; each gets its own answer, the same one again the same answer."""
    raws = call.decoded(Raws)
    if len(raws) > MAX_DECISIONS:
        raise wrong("$", f"at most {MAX_DECISIONS} decisions in one request")
    results = call.parts.receipts.answer_all(call.caller.desk_id, tuple(bytes(raw) for raw in raws))
    return DecisionAnswers(epoch=call.parts.identity.epoch, results=results)


ROUTES = (
    Route(
        method="POST", path="/v1/decisions", who=Who.DESK, answer=_decide, takes=Raws, gives=DecisionAnswers,
        max_bytes=4 * 1024 * 1024,
    ),
)  # fmt: skip
