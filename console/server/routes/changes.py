"""The feed a desk follows, and the snapshot it starts from."""

from __future__ import annotations

from console.contract.feed import ChangesPage, SnapshotPage
from console.server.credentials import Who
from console.server.door import Call, Route
from console.server.feed import changes_after, snapshot_after
from console.server.refusals import wrong

MAX_ROWS = 2_000
_DEFAULT_ROWS = 500
_MOST = 10**18 - 1


def _changes(call: Call) -> ChangesPage:
    """The changes after a cursor, in the order they were committed."""
    after = call.number("after", 0, 0, _MOST)
    limit = call.number("limit", _DEFAULT_ROWS, 1, MAX_ROWS)
    call.parts.restored.heed_cursor(call.query.get("epoch", ""), after)
    with call.parts.database.read() as connection:
        return changes_after(connection, after, limit, call.parts.identity.epoch, call.parts.now())


def _snapshot(call: Call) -> SnapshotPage:
    """Everything as it is, by kind and id; the cursor afterwards is the first page's as_of_seq."""
    after = call.query.get("after", "")
    if after and "/" not in after:
        raise wrong("after", "what the page before gave, kind/id")
    limit = call.number("limit", _DEFAULT_ROWS, 1, MAX_ROWS)
    with call.parts.database.read() as connection:
        return snapshot_after(connection, after, limit, call.parts.identity.epoch)


ROUTES = (
    Route(
        method="GET", path="/v1/changes", who=Who.PERSON, answer=_changes, gives=ChangesPage,
        query=("after", "limit", "epoch"),
    ),
    Route(
        method="GET", path="/v1/snapshot", who=Who.PERSON, answer=_snapshot, gives=SnapshotPage,
        query=("after", "limit"),
    ),
)  # fmt: skip
