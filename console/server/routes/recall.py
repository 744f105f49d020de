"""After a restore desks give back sessions and reports the server lost."""

from __future__ import annotations

from console.contract.recall import MOST_KNOWN, MOST_REPORTS, Recall, Recalled
from console.server.credentials import Who
from console.server.door import Call, Route
from console.server.refusals import wrong

_MOST_WARRANTS = 1_000


def _recall(call: Call) -> Recalled:
    """Take back what a desk knows from before a restore; says which reports are wanted of those it told."""
    told = call.decoded(Recall)
    for name, found, most in (
        ("warrants", len(told.warrants), _MOST_WARRANTS),
        ("known", len(told.known), MOST_KNOWN),
        ("reports", len(told.reports), MOST_REPORTS),
    ):
        if found > most:
            raise wrong(name, f"at most {most}")
    return call.parts.restored.take(call.caller.desk_id, told)


ROUTES = (
    Route(
        method="POST", path="/v1/recall", who=Who.DESK, answer=_recall, takes=Recall, gives=Recalled,
        max_bytes=16 * 1024 * 1024,
    ),
)  # fmt: skip
