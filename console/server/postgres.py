"""PostgreSQL as the server's database: one writer over all processes, durable.

Writers. Every write transaction first takes one advisory lock and gives it back with its COMMIT: SQLite's BEGIN
IMMEDIATE, across processes and machines. Under READ COMMITTED its first statement therefore sees everything that
committed before, so what is read, judged and written (receipts, numbers, tokens, codes, the audit chain) needs no
FOR UPDATE and meets no unique violation that SQLite would not meet. PostgreSQL makes a commit visible *before* it
lets go of its locks: whoever gets the lock next gives out greater seqs and becomes visible later. A reader that sees
a seq sees every smaller one. (`feed` holds the counter's row besides: see there. `bench feed` proves it.)

Readers: REPEATABLE READ, READ ONLY; one state of everything as long as the block lasts.

One server process per database. Presence, the bus, the caches of sources, devices and the site, pace, alarms and
files held live in the memory of one process, so a second one is refused: occupy() holds a session's advisory lock on
the writer's own connection. Whoever loses that connection must take the lock again before it may write, and may not
when another server has run meanwhile (the counter `server.run`): its memory is of yesterday. Tools that only use the
tables (`audit export`, bench, tests) open the database beside it.

What is lost in mid-COMMIT is told to nobody as stored; who asks again meets the receipt, if there is one.
"""

from __future__ import annotations

import select
from pathlib import Path

import psycopg
from psycopg.rows import TupleRow
from psycopg.types.string import StrDumper
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, DisconnectionError
from sqlalchemy.pool import QueuePool

from console.domain.errors import Bug, Fault, SetupFault, StoreFault
from console.server.postgres_address import checked_address, without_secrets
from console.server.postgres_faults import fault_of

_SPACE = 0x73696761
"""Our advisory locks, apart from those of other programs ('siga')."""
_WRITER, _SERVER = 1, 2
_SETTINGS = (
    "lock_timeout = '10s'",
    # A server that was stopped in mid-transaction must not keep its successor waiting.
    "idle_in_transaction_session_timeout = '60s'",
    "tcp_keepalives_idle = 30", "tcp_keepalives_interval = 10", "tcp_keepalives_count = 3",
)  # fmt: skip
_PATIENCE = "2s"
"""How long a new server waits for the one before: PostgreSQL hears of a killed process only by its socket."""
_OLDEST = 130000
BEGIN = "BEGIN ISOLATION LEVEL READ COMMITTED"

_Dbapi = psycopg.Connection[TupleRow]


class PostgresDatabase:
    """A database of a PostgreSQL server; nothing is connected before it is needed."""

    file: Path | None = None

    def __init__(self, url: URL) -> None:
        self._url = checked_address(url)
        self.address = without_secrets(url)
        self.writers = self._engine(writers=True)
        self.readers = self._engine(writers=False)
        self._occupied = False
        self._run: int | None = None
        event.listen(self.writers, "connect", self._connected_writer)
        event.listen(self.writers, "begin", _exclude_others)

    def occupy(self) -> None:
        """Take the lock of the one server on the writer's connection."""
        self.writers.dispose()
        self._occupied = True
        self.writers.connect().close()

    def started(self, run: int) -> None:
        """Remember this run: a later one in the database means that another server took over."""
        self._run = run

    def home(self, connection: Connection) -> str:
        """Cluster, timeline, database and table: differs after pg_restore, point-in-time recovery and fail-over."""
        where = text(
            "SELECT s.system_identifier || '/' || c.timeline_id || '/' || d.oid || '/' || 'numbers'::regclass::oid "
            "FROM pg_control_system() s, pg_control_checkpoint() c, pg_database d WHERE d.datname = current_database()"
        )
        return str(connection.execute(where).scalar_one())

    def copy_to(self, file: Path) -> None:
        """PostgreSQL has pg_dump."""
        raise Bug("a PostgreSQL database is not copied by us")

    def fold_log(self) -> None:
        """PostgreSQL folds its own log."""

    def fault_of(self, error: DBAPIError) -> Fault | None:
        """See postgres_faults."""
        return fault_of(error, self._url, self.address)

    def close(self) -> None:
        """The locks go with the connections."""
        self.readers.dispose()
        self.writers.dispose()

    def _engine(self, *, writers: bool) -> Engine:
        engine = create_engine(
            self._url,
            poolclass=QueuePool,
            pool_size=1 if writers else 8,
            max_overflow=0 if writers else 16,
            hide_parameters=True,
            # A writer's BEGIN goes out in one message with its lock, see _exclude_others.
            isolation_level="AUTOCOMMIT" if writers else "REPEATABLE READ",
        )
        event.listen(engine, "checkout", _ask_one_that_stirs)
        event.listen(engine, "connect", self._connected if writers else self._connected_reader)
        return engine

    def _connected(self, connection: _Dbapi, _record: object) -> None:
        try:
            _prepare(connection, self.address)
        except BaseException:
            connection.close()
            raise

    def _connected_reader(self, connection: _Dbapi, record: object) -> None:
        self._connected(connection, record)
        connection.read_only = True

    def _connected_writer(self, connection: _Dbapi, _record: object) -> None:
        if not self._occupied:
            return
        try:
            self._take(connection)
        except BaseException:
            connection.close()
            raise

    def _take(self, connection: _Dbapi) -> None:
        try:
            with connection.transaction():
                connection.execute(f"SET LOCAL lock_timeout = '{_PATIENCE}'")
                connection.execute("SELECT pg_advisory_lock(%s, %s)", (_SPACE, _SERVER))
        except psycopg.errors.LockNotAvailable as error:
            if self._run is None:
                raise SetupFault(
                    "database_in_use",
                    f"Another Sigap server works on {self.address}. Stop it first, or use its address.",
                ) from error
            raise _taken(self.address) from error
        if self._run is not None:
            row = connection.execute("SELECT value FROM numbers WHERE name = 'server.run'").fetchone()
            if row != (self._run,):
                raise _taken(self.address)


def _prepare(connection: _Dbapi, address: str) -> None:
    """Make a session durable and bounded, and read back that it is.

    Raises:
        StoreFault: too old, not UTF-8, not encrypted beyond this machine, or it would not keep what it confirms.
    """
    info = connection.info
    if info.server_version < _OLDEST:
        raise StoreFault("database_old", f"{address} is PostgreSQL {info.server_version // 10000}; 13 is the oldest.")
    if info.parameter_status("server_encoding") != "UTF8":
        raise StoreFault("database_encoding", f"{address} is not UTF-8. Make it with 'createdb --encoding UTF8'.")
    if not _is_local(info.host) and not connection.pgconn.ssl_in_use:
        raise StoreFault("tls_needed", f"The connection to {address} leaves this machine and is not encrypted.")
    connection.adapters.register_dumper(str, _Words)
    before, connection.autocommit = connection.autocommit, True
    for setting in _SETTINGS:
        connection.execute(f"SET SESSION {setting}".encode())
    if _shown(connection, "synchronous_commit") not in ("on", "remote_apply"):
        connection.execute("SET SESSION synchronous_commit = on")
    kept = {name: _shown(connection, name) for name in ("synchronous_commit", "fsync")}
    connection.autocommit = before
    if kept["synchronous_commit"] not in ("on", "remote_apply") or kept["fsync"] != "on":
        told = ", ".join(f"{name} = {value}" for name, value in kept.items())
        raise StoreFault("not_durable", f"{address} would lose what it confirms ({told}). Both must be on.")


class _Words(StrDumper):
    """PostgreSQL's text holds no NUL; U+FFFD stands in its place, so that nothing a citizen wrote is refused."""

    def dump(self, obj: str) -> bytes | bytearray | memoryview | None:
        """The words as they are sent."""
        return super().dump(obj.replace("\0", "\ufffd") if "\0" in obj else obj)


def _shown(connection: _Dbapi, setting: str) -> str:
    row = connection.execute("SELECT current_setting(%s)", (setting,)).fetchone()
    return str(row[0]) if row else ""


def _is_local(host: str) -> bool:
    return not host or host.startswith(("/", "@")) or host in ("localhost", "127.0.0.1", "::1")


def _exclude_others(connection: Connection) -> None:
    connection.exec_driver_sql(f"{BEGIN}; SELECT pg_advisory_xact_lock({_SPACE}, {_WRITER})")


def _ask_one_that_stirs(connection: _Dbapi, _record: object, _lent: object) -> None:
    """Before a transaction is lost to it: what an idle connection has to say is mostly that PostgreSQL closed it."""
    try:
        silent = not select.select([connection.pgconn.socket], [], [], 0)[0]
    except (ValueError, OSError, psycopg.Error):
        silent = False
    if silent:
        return
    try:
        before, connection.autocommit = connection.autocommit, True
        connection.execute("SELECT 1")
        connection.autocommit = before
    except psycopg.Error as error:
        raise DisconnectionError("closed while idle") from error


def _taken(address: str) -> StoreFault:
    return StoreFault(
        "database_taken",
        f"Another Sigap server has taken over {address}. What this one remembers is out of date: start it anew.",
    )
