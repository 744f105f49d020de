"""Who changed a list of the center, and when."""

from __future__ import annotations

from console.contract.admin import Edits
from console.server.credentials import Who
from console.server.door import Call, Route
from console.server.edits import edits_of
from console.server.refusals import wrong

KINDS = (
    "words", "outcomes", "checklists", "answers", "hazards", "crews", "doubts", "landmarks", "ask_book", "phone_lines",
    "site",
)  # fmt: skip
_MOST = 200


def _edits(call: Call) -> Edits:
    """The latest edits of one list, newest first."""
    kind = call.query.get("kind", "")
    if kind not in KINDS:
        raise wrong("kind", f"one of {', '.join(KINDS)}")
    with call.parts.database.read() as connection:
        return Edits(edits=edits_of(connection, kind, call.number("most", 50, 1, _MOST)))


ROUTES = (
    Route(
        method="GET", path="/v1/admin/edits", who=Who.ADMINISTRATOR, answer=_edits, gives=Edits,
        query=("kind", "most"),
    ),
)  # fmt: skip
