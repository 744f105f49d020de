"""What this desk can give back to a restored server: tokens, reports, warrants."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

import msgspec

from console.store import keeping
from console.store.bodies import decode
from console.store.packing import unpack
from console.store.row import microseconds
from console.store.store import Store

_LEDGER_EPOCH = "ledger_epoch"
_WARRANT = "warrant/"


class _Token(msgspec.Struct, frozen=True):
    last_token: int = 0


def known_since(store: Store, since: datetime) -> dict[str, int]:
    """Report id -> the highest fencing token heard of, of every report received since then."""
    with store.database.read() as connection:
        # Without what was filed here and is not told of yet (revision 0): its own decision brings it.
        statement = (
            "SELECT id, body FROM mirror_report WHERE received_us >= ? AND revision > 0 ORDER BY received_us"
        )
        rows = connection.exec_driver_sql(statement, (microseconds(since),))
        return {str(row[0]): decode(unpack(row[1]), _Token).last_token for row in rows}


def bodies_of(store: Store, report_ids: Iterable[str]) -> list[bytes]:
    """The JSON of these reports as the server last told it; those not held are left out."""
    with store.database.read() as connection:
        statement = "SELECT m.body FROM json_each(?) AS wanted CROSS JOIN mirror_report AS m ON m.id = wanted.value"
        return [bytes(unpack(row[0])) for row in connection.exec_driver_sql(statement, (json.dumps(list(report_ids)),))]


def ledger_epoch(store: Store) -> str:
    """The server's epoch the ledger is settled with; the mirror's before any restore."""
    return store.setting(_LEDGER_EPOCH) or store.cursor()[0]


def send_again(store: Store, since: datetime, epoch: str) -> int:
    """Let decisions applied since then wait again, for a server of this epoch: one transaction; how many."""
    return store.send_again(since, lambda connection: keeping.keep_setting(connection, _LEDGER_EPOCH, epoch))


def keep_warrant(store: Store, session_id: str, warrant: str) -> None:
    """Keep the server's seal on a session; decisions may be sent under it for days."""
    store.keep_setting(f"{_WARRANT}{session_id}", warrant)


def warrants(store: Store) -> list[bytes]:
    """Every warrant kept, oldest session first."""
    with store.database.read() as connection:
        statement = "SELECT value FROM setting WHERE name >= ? AND name < ? ORDER BY name"
        rows = connection.exec_driver_sql(statement, (_WARRANT, f"{_WARRANT}~"))
        return [str(row[0]).encode() for row in rows]
