"""Decisions come in under the desk's credential, whoever is signed in now."""

from __future__ import annotations

import msgspec

from console.contract.decisions import DecisionAnswers
from console.contract.recall import EPOCH_HEADER, OTHER_EPOCH
from console.server.credentials import Who
from console.server.door import Call, Route
from console.server.refusals import RequestRefused, wrong

MAX_DECISIONS = 100
Raws = tuple[msgspec.Raw, ...]


def _decide(call: Call) -> DecisionAnswers:
    """Judge and apply decisions in order; each gets its own answer, the same one again the same answer."""
    raws = call.decoded(Raws)
    if len(raws) > MAX_DECISIONS:
        raise wrong("$", f"at most {MAX_DECISIONS} decisions in one request")
    epoch = call.parts.identity.epoch
    if call.headers.get(EPOCH_HEADER, epoch) != epoch:
        # Its ledger does not know yet that ours was put back: what it sends first is what it sent before.
        raise RequestRefused(412, OTHER_EPOCH, "This server came back from a backup.", field=EPOCH_HEADER)
    results = call.parts.receipts.answer_all(call.caller.desk_id, tuple(bytes(raw) for raw in raws))
    return DecisionAnswers(epoch=epoch, results=results)


ROUTES = (
    Route(
        method="POST", path="/v1/decisions", who=Who.DESK, answer=_decide, takes=Raws, gives=DecisionAnswers,
        max_bytes=4 * 1024 * 1024,
    ),
)  # fmt: skip
