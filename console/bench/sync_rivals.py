"""What 'bench sync' compares with: raw executemany, and an ORM merging one by one."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Index, LargeBinary, String, insert
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from console.contract.codec import decode
from console.contract.feed import ChangesPage
from console.domain.report import Report
from console.store.database import Database
from console.store.packing import pack
from console.store.row import (
    AGENCY_BIT,
    LOCATED_BIT,
    closed_at_us,
    fingerprint,
    microseconds,
    queue_place,
    words_of,
)

_NAMES = (
    "id", "revision", "words", "urgency", "facets", "holder_id", "folded",
    "closed_us", "received_us", "committed_ns", "body",
)  # fmt: skip
_TABLE = (
    "CREATE TABLE kept (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, revision INTEGER, words BLOB,"
    " urgency INTEGER, received_us INTEGER, facets INTEGER, holder_id TEXT,"
    " closed_us INTEGER, folded INTEGER, committed_ns INTEGER, body BLOB)",
    "CREATE INDEX kept_urgent ON kept (urgency, received_us, facets, holder_id)",
    "CREATE INDEX kept_newest ON kept (received_us)",
    "CREATE INDEX kept_closed ON kept (closed_us, facets) WHERE closed_us IS NOT NULL",
)

Row = tuple[object, ...]


class RawTable:
    """The store's columns and indexes without its full text, written by executemany of values ready at hand."""

    def __init__(self, path: Path, key: bytes) -> None:
        self.database = Database(path, key)
        with self.database.write() as connection:
            for statement in _TABLE:
                connection.exec_driver_sql(statement)

    def ready(self, page: ChangesPage) -> list[Row]:
        """The rows of a page as the store would keep them, decoded beforehand."""
        rows: list[Row] = []
        for change in page.rows:
            body = bytes(change.body)
            report = decode(body, Report)
            place = (*queue_place(report), closed_at_us(report))
            kept = (change.id, report.revision, fingerprint(words_of(report)), *place)
            rows.append((*kept, microseconds(report.received_at), change.committed_ns, pack(body)))
        return rows

    def insert(self, rows: list[Row]) -> None:
        """One transaction of new rows."""
        marks = ", ".join("?" * len(_NAMES))
        with self.database.write() as connection:
            connection.exec_driver_sql(f"INSERT INTO kept ({', '.join(_NAMES)}) VALUES ({marks})", rows)  # noqa: S608

    def update(self, rows: list[Row]) -> None:
        """One transaction of changed rows, found by their id; the time received never changes, as in the store."""
        changing = [place for place, name in enumerate(_NAMES) if name not in ("id", "received_us")]
        sets = ", ".join(f"{_NAMES[place]} = ?" for place in changing)
        with self.database.write() as connection:
            statement = f"UPDATE kept SET {sets} WHERE id = ?"  # noqa: S608 - names are this file's own
            connection.exec_driver_sql(statement, [(*(row[place] for place in changing), row[0]) for row in rows])

    def close(self) -> None:
        """Close its file."""
        self.database.close()


class _Base(DeclarativeBase):
    pass


class _Kept(_Base):
    __tablename__ = "kept"
    __table_args__ = (
        Index("kept_urgent", "urgency", "received_us", "status", "kind", "agency", "holder_id", "located"),
        Index("kept_newest", "received_us"),
    )

    id: Mapped[str] = mapped_column(String, primary_key=True)
    revision: Mapped[int]
    words: Mapped[bytes] = mapped_column(LargeBinary)
    urgency: Mapped[int]
    received_us: Mapped[int]
    status: Mapped[str]
    kind: Mapped[str]
    agency: Mapped[int]
    holder_id: Mapped[str]
    located: Mapped[int]
    closed_us: Mapped[int | None]
    folded: Mapped[int]
    committed_ns: Mapped[int]
    body: Mapped[bytes] = mapped_column(LargeBinary)


class MergingClient:
    """The usual client: a mapped class with one plain column a fact, Session.merge row by row, a commit a page."""

    def __init__(self, path: Path, key: bytes) -> None:
        self.database = Database(path, key)
        with self.database.write() as connection:
            _Base.metadata.create_all(connection)

    def load(self, page: ChangesPage) -> None:
        """Fill quickly; not measured."""
        with self.database.write() as connection:
            connection.execute(insert(_Kept), _facts(page))

    def merge(self, body: bytes) -> None:
        """Decode a page, merge row by row, commit."""
        facts = _facts(decode(body, ChangesPage))
        with self.database.write() as connection, Session(connection) as session:
            for fact in facts:
                session.merge(_Kept(**fact))
            session.flush()

    def close(self) -> None:
        """Close its file."""
        self.database.close()


def _facts(page: ChangesPage) -> list[dict[str, object]]:
    facts: list[dict[str, object]] = []
    for change in page.rows:
        body = bytes(change.body)
        report = decode(body, Report)
        urgency, facets, holder_id, folded = queue_place(report)
        facts.append(
            {
                "id": change.id,
                "revision": report.revision,
                "words": fingerprint(words_of(report)),
                "urgency": urgency,
                "received_us": microseconds(report.received_at),
                "status": report.status.value,
                "kind": report.kind.value,
                "agency": int(facets & AGENCY_BIT > 0),
                "holder_id": holder_id,
                "located": int(facets & LOCATED_BIT > 0),
                "closed_us": closed_at_us(report),
                "folded": folded,
                "committed_ns": change.committed_ns,
                "body": body,
            }
        )
    return facts
