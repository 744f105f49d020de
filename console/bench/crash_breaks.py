"""Bugs 'bench crash --break NAME' plants in its own children: each must be found."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from threading import Thread

from sqlalchemy import Connection, delete, insert

from console.contract.decisions import DecisionAnswers, DecisionResult
from console.desk.decide import Desk
from console.domain.changes import Changes
from console.domain.decision import Decision
from console.domain.errors import Bug
from console.domain.person import Actor
from console.domain.report import Report
from console.server import tables
from console.server.casefile import Casefile
from console.server.database import Tx
from console.server.receipts import Receipts
from console.store import ledger
from console.store.bodies import Answer
from console.store.journal import Journal, JournalRecord
from console.store.store import Store
from console.sync.outbox import Outbox, Sent

Plant = Callable[[], None]
_PAUSE_S = 0.005


def _receipts_apart() -> None:
    """The receipt is stored in another transaction than the effect."""
    answer = Receipts._answer

    def late(self: Receipts, desk_id: str, decision_id: str, raw: bytes) -> DecisionResult:
        result = answer(self, desk_id, decision_id, raw)
        same = (tables.receipts.c.desk_id == desk_id) & (tables.receipts.c.decision_id == decision_id)
        with self._database.read() as connection:
            row = connection.execute(tables.receipts.select().where(same)).one()
        with self._database.write() as tx:
            tx.execute(delete(tables.receipts).where(same))
        time.sleep(_PAUSE_S)
        with self._database.write() as tx:
            tx.execute(insert(tables.receipts), dict(row._mapping))
        return result

    Receipts._answer = late  # type: ignore[method-assign]


def _table_apart() -> None:
    """The table the server searches reports by is written in a transaction of its own, after the feed's."""
    save = Casefile.save_report
    columns = ("category", "priority", "status", "closed_at")

    def apart(self: Casefile, tx: Tx, report: Report, at: datetime, *, new: bool = False) -> None:
        same = tables.reports.c.id == report.id
        before = tx.execute(tables.reports.select().where(same)).first()
        save(self, tx, report, at, new=new)
        if before is not None:
            tx.execute(tables.reports.update().where(same), {name: before._mapping[name] for name in columns})

    Casefile.save_report = apart  # type: ignore[method-assign]


def _rows_popped() -> None:
    """The desk forgets a decision when it is sent instead of when it is answered."""
    ask, settle = Outbox._ask, ledger.settle

    def popping(self: Outbox, batch: Sequence[tuple[str, bytes]]) -> DecisionAnswers | Sent:
        with self._store.database.write() as connection:
            for decision_id, _ in batch:
                statement = "DELETE FROM ledger_subject WHERE seq = (SELECT seq FROM ledger WHERE id = ?)"
                connection.exec_driver_sql(statement, (decision_id,))
                connection.exec_driver_sql("DELETE FROM ledger WHERE id = ?", (decision_id,))
        return ask(self, batch)

    def forgetful(connection: Connection, results: Sequence[Answer], now: datetime) -> Changes:
        for result in results:
            with suppress(Bug):
                settle(connection, [result], now)
        return Changes(ledger=True)

    Outbox._ask = popping  # type: ignore[method-assign]
    ledger.settle = forgetful


def _early_word() -> None:
    """A decision is acknowledged while its commit is still to come."""
    record = Store.record

    def later(self: Store, decision: Decision, actor: Actor, raw: bytes, *answers: Sequence[str]) -> Changes:
        def commit() -> None:
            time.sleep(_PAUSE_S)
            record(self, decision, actor, raw, *answers)

        Thread(target=commit, daemon=True).start()
        return Changes()

    Store.record = later  # type: ignore[assignment,method-assign]


def _no_second_copy() -> None:
    """The journal is not completed from the ledger at the start, and forgets every tenth decision."""
    append = Journal.append
    count = 0

    def leaky(self: Journal, records: Iterable[JournalRecord]) -> int:
        nonlocal count
        count += 1
        return append(self, records) if count % 10 else 0

    Journal.append = leaky  # type: ignore[method-assign]
    Desk.complete_second_copy = lambda self: 0  # type: ignore[method-assign]


BREAKS: dict[str, Plant] = {
    "receipts": _receipts_apart,
    "table": _table_apart,
    "ledger_pop": _rows_popped,
    "early_word": _early_word,
    "journal": _no_second_copy,
}
"""By name; the docstring says what is broken."""
