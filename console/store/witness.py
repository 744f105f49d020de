"""The server's signed checkpoints kept here, and what contradicts them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from console.domain.changes import Changes
from console.store.database import Database
from console.store.row import microseconds

ALL_FOR = timedelta(days=2)
"""Checkpoints younger than this are all kept; older ones one an hour, beyond HOURLY_FOR one a day."""
HOURLY_FOR = timedelta(days=30)
_COLUMNS = "row, epoch, place, hash, at_us, signature, key, trouble, against, kept_us"
_HOUR_US, _DAY_US = 3_600_000_000, 86_400_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A checkpoint as the server gave it, hex and microseconds as signed.

    `trouble` is empty, or why it is evidence against the server: `signature`, `other_key`, `truncated`, `rewritten` or
    `restored`; then `against` is the row of the checkpoint it contradicts. `row` is 0 before it is kept.
    """

    epoch: str
    place: int
    hash: str
    at_us: int
    signature: str
    key: str
    trouble: str = ""
    against: int = 0
    row: int = 0
    kept_us: int = 0


class Witness:
    """What this console has seen of the audit chain; any thread may ask."""

    def __init__(
        self, database: Callable[[], Database], now: Callable[[], datetime], tell: Callable[[Changes], object]
    ) -> None:
        self._database = database
        self._now = now
        self._tell = tell

    def latest(self) -> Kept | None:
        """The newest checkpoint that is believed."""
        rows = self._rows("WHERE trouble = '' ORDER BY row DESC LIMIT 1")
        return rows[0] if rows else None

    def kept(self) -> tuple[Kept, ...]:
        """All that are believed, oldest first."""
        return self._rows("WHERE trouble = '' ORDER BY row")

    def evidence(self) -> tuple[Kept, ...]:
        """What contradicts them and nobody has acknowledged yet, oldest first."""
        return self._rows("WHERE trouble <> '' AND seen_us IS NULL ORDER BY row")

    def keep(self, found: Kept) -> None:
        """Write one down; believed ones are thinned out with age, evidence never."""
        now_us = microseconds(self._now())
        with self._database().write() as connection:
            connection.exec_driver_sql(
                "INSERT INTO witness (epoch, place, hash, at_us, signature, key, kept_us, trouble, against)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (found.epoch, found.place, found.hash, found.at_us, found.signature, found.key, now_us, found.trouble,
                 found.against),
            )  # fmt: skip
            for older_than, span_us in ((ALL_FOR, _HOUR_US), (HOURLY_FOR, _DAY_US)):
                connection.exec_driver_sql(
                    "DELETE FROM witness WHERE trouble = '' AND kept_us < ? AND row NOT IN"
                    " (SELECT min(row) FROM witness WHERE trouble = '' GROUP BY key, epoch, kept_us / ?)"
                    " AND row NOT IN (SELECT against FROM witness WHERE trouble <> '')",
                    (now_us - microseconds_of(older_than), span_us),
                )
        if found.trouble:
            self._tell(Changes(ledger=True))

    def is_known(self, found: Kept) -> bool:
        """Whether this very evidence is here already, acknowledged or not."""
        same = "trouble = ? AND epoch = ? AND key = ? AND against = ?"
        with self._database().read() as connection:
            values = (found.trouble, found.epoch, found.key, found.against)
            return connection.exec_driver_sql(f"SELECT 1 FROM witness WHERE {same}", values).first() is not None  # noqa: S608

    def mark_seen(self, row: int) -> None:
        """A person has read it; it stays."""
        with self._database().write() as connection:
            now_us = microseconds(self._now())
            connection.exec_driver_sql("UPDATE witness SET seen_us = ? WHERE row = ?", (now_us, row))
        self._tell(Changes(ledger=True))

    def _rows(self, which: str) -> tuple[Kept, ...]:
        with self._database().read() as connection:
            found = connection.exec_driver_sql(f"SELECT {_COLUMNS} FROM witness {which}").all()  # noqa: S608
        return tuple(
            Kept(
                row=row, epoch=epoch, place=place, hash=hash_, at_us=at_us, signature=signature, key=key,
                trouble=trouble, against=against, kept_us=kept_us,
            )
            for row, epoch, place, hash_, at_us, signature, key, trouble, against, kept_us in found
        )  # fmt: skip


def microseconds_of(span: timedelta) -> int:
    """A span in whole microseconds."""
    return span // timedelta(microseconds=1)
