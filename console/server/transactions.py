"""Write transactions, and the groups of them that share one COMMIT."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, CursorResult, Executable
from sqlalchemy.exc import DBAPIError

from console.domain.errors import StoreFault

Values = Mapping[str, object] | Sequence[Mapping[str, object]]


class Tx:
    """A write transaction; what is appended to it runs as its last act or right after COMMIT."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.before_commit: list[Callable[[Tx], None]] = []
        self.after_commit: list[Callable[[], None]] = []
        self.notes: dict[str, object] = {}

    def execute(self, statement: Executable, values: Values | None = None) -> CursorResult[*tuple[Any, ...]]:
        """Run one statement, or one for many rows."""
        return self.connection.execute(statement, values)


class Group:
    """Transactions that become durable together: each a savepoint of its own inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.members = 0
        self._connection = connection
        try:
            self._transaction = connection.begin()
        except BaseException:
            connection.close()
            raise
        self._done: list[Tx] = []
        self._committed = threading.Event()
        self._error: BaseException | None = None

    @property
    def failed(self) -> bool:
        """Whether nothing of it can stand any more."""
        return self._error is not None

    @contextmanager
    def member(self) -> Iterator[Tx]:
        """One of them; what it raises undoes only its own part.

        Raises:
            BaseException: what made the whole group fail before.
        """
        self.members += 1
        if self._error is not None:
            raise self._error
        tx = Tx(self._connection)
        self._run("SAVEPOINT member")
        try:
            yield tx
            # Before the next member reads: what is put off to COMMIT would be unseen by him, and he would undo it.
            for step in tx.before_commit:
                step(tx)
        except BaseException as error:
            if self._connection.invalidated:
                # The transaction went with the connection: nobody of the group may be told it stands.
                self._error = error if isinstance(error, DBAPIError) else _lost()
            else:
                self._run("ROLLBACK TO SAVEPOINT member")
                self._run("RELEASE SAVEPOINT member")
            raise
        self._run("RELEASE SAVEPOINT member")
        self._done.append(tx)

    def _run(self, sql: str) -> None:
        try:
            self._connection.exec_driver_sql(sql)
        except DBAPIError as error:
            # A full disk makes SQLite roll back the whole transaction: nobody of the group may be told it stands.
            self._error = error
            raise

    def commit(self) -> None:
        """Make all of it durable, then tell the news; still under the writers' lock, so news keep their order."""
        try:
            with self._connection, self._transaction:
                if self._error is not None:
                    raise self._error
            for tx in self._done:
                for news in tx.after_commit:
                    news()
        except BaseException as error:
            self._error = error
            raise
        finally:
            self._committed.set()

    def wait(self) -> None:
        """Until it is durable.

        Raises:
            BaseException: what went wrong with the COMMIT; nothing of the group stands then.
        """
        self._committed.wait()
        if self._error is not None:
            raise self._error


def _lost() -> StoreFault:
    return StoreFault("database_lost", "The connection to the server's database was lost in mid-transaction.")
