"""PostgreSQL as the server's database: durable, one server at a time, clear when away."""

from __future__ import annotations

import subprocess
import threading
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.engine import make_url

from console.bench.feed_postgres import PostgresServer
from console.domain.errors import SetupFault, StoreFault
from console.server.counters import advance
from console.server.database import Database
from console.server.parts import Parts, assemble
from console.server.postgres_address import checked_address
from console.server.tables import meta
from tests.worlds.databases import TEMPLATE

SECRET = "kata-rahasia-rekaan"


@pytest.fixture
def database_url(postgres: PostgresServer):
    with postgres.fresh(TEMPLATE) as url:
        yield url


@pytest.fixture
def database(database_url: str):
    opened = Database(database_url)
    yield opened
    opened.close()


def server_on(url: str, folder: Path) -> Parts:
    return assemble(url, lambda: datetime.now(UTC), folder / "media")


def dsn(url: str) -> str:
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


def call(postgres: PostgresServer, program: str, *args: str) -> None:
    assert postgres.programs is not None
    subprocess.run([str(postgres.programs / program), *args], check=True, capture_output=True, timeout=60)


def run_sql(url: str, *statements: str) -> None:
    with psycopg.connect(dsn(url), autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement.encode())


def wait_until_shown(url: str, setting: str, value: str) -> None:
    """A reloaded setting reaches new sessions when PostgreSQL's own process has read it."""
    shown, rounds = None, 0
    while shown != (value,) and rounds < 200:
        with psycopg.connect(dsn(url)) as connection:
            shown = connection.execute(f"SHOW {setting}".encode()).fetchone()
        threading.Event().wait(0.02)
        rounds += 1
    assert shown == (value,)


def end_writers_session(tx) -> None:
    """What a restart of PostgreSQL or a cut line does to the connection in the middle of a transaction."""
    own = tx.execute(text("SELECT pg_backend_pid()")).scalar()
    ended = threading.Thread(target=run_sql, args=(str_url(tx), f"SELECT pg_terminate_backend({own}, 5000)"))
    ended.start()
    ended.join()


def lose_the_line(database: Database) -> None:
    with database.write() as tx:
        tx.execute(insert(meta), {"name": "unlucky", "value": ""})
        end_writers_session(tx)
        tx.execute(insert(meta), {"name": "later", "value": ""})


def str_url(tx) -> str:
    return tx.connection.engine.url.render_as_string(hide_password=False)


def names(database: Database, like: str = "%") -> set[str]:
    with database.read() as connection:
        return {row[0] for row in connection.execute(select(meta.c.name).where(meta.c.name.like(like)))}


def put(database: Database, name: str) -> None:
    with database.write() as tx:
        tx.execute(insert(meta), {"name": name, "value": ""})


# --- durable -------------------------------------------------------------------------------------------------------


def test_a_commit_waits_for_the_disk_whatever_the_database_was_set_to(database_url: str):
    run_sql(database_url, f'ALTER DATABASE "{make_url(database_url).database}" SET synchronous_commit = off')
    database = Database(database_url)
    with database.write() as tx:
        assert tx.execute(text("SHOW synchronous_commit")).scalar() == "on"
    database.close()


def test_a_server_that_would_lose_what_it_confirms_is_refused(database_url: str, postgres: PostgresServer):
    administrator = postgres.url.render_as_string(hide_password=False)
    run_sql(administrator, "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
    try:
        wait_until_shown(administrator, "fsync", "off")
        database = Database(database_url)
        with pytest.raises(StoreFault, match="fsync = off") as refused:
            names(database)
        assert refused.value.code == "not_durable"
        database.close()
    finally:
        run_sql(administrator, "ALTER SYSTEM RESET fsync", "SELECT pg_reload_conf()")


def test_when_the_commit_fails_nobody_of_the_group_is_told_that_it_stands(database: Database):
    """A deferred trigger fails in COMMIT as a full disk does, once some rows are in."""
    with database.write() as tx:
        tx.execute(text(
            "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            "IF (SELECT count(*) FROM meta) > 12 THEN RAISE SQLSTATE '53100' USING MESSAGE = 'disk full'; END IF; "
            "RETURN NULL; END $$"
        ))  # fmt: skip
        tx.execute(text(
            "CREATE CONSTRAINT TRIGGER full_disk AFTER INSERT ON meta DEFERRABLE INITIALLY DEFERRED "
            "FOR EACH ROW EXECUTE FUNCTION refuse()"
        ))  # fmt: skip
    stored: list[str] = []
    faults: list[StoreFault] = []

    def many(thread: int) -> None:
        for number in range(6):
            try:
                put(database, f"n{thread}-{number}")
                stored.append(f"n{thread}-{number}")
            except StoreFault as fault:
                faults.append(fault)

    threads = [threading.Thread(target=many, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert names(database) == set(stored)
    assert len(stored) <= 12
    assert {fault.code for fault in faults} == {"database_full"}


def test_a_connection_lost_in_mid_transaction_takes_the_whole_group_with_it(database: Database):
    inside, told = threading.Event(), []

    def companion() -> None:
        try:
            with database.write() as tx:
                tx.execute(insert(meta), {"name": "companion", "value": ""})
                inside.set()
                # The other waits for his turn by now: both share one COMMIT.
                while database._waiting == 0:
                    threading.Event().wait(0.001)
            told.append("companion")
        except StoreFault as fault:
            told.append(fault.code)

    first = threading.Thread(target=companion)
    first.start()
    inside.wait(10)
    with pytest.raises(StoreFault) as lost:
        lose_the_line(database)
    first.join(10)
    assert lost.value.code == "database_lost"
    assert told == ["database_lost"]
    assert names(database) == set()
    put(database, "afterwards")
    assert names(database) == {"afterwards"}


def test_a_restart_between_two_requests_costs_neither(database: Database):
    put(database, "before")
    with database.write() as tx:
        own, url = tx.execute(text("SELECT pg_backend_pid()")).scalar(), str_url(tx)
    run_sql(url, f"SELECT pg_terminate_backend({own}, 5000)")
    put(database, "after")
    assert names(database) == {"before", "after"}


# --- one writer, one server -------------------------------------------------------------------------------------------


def test_writers_of_other_processes_wait_for_each_other(database_url: str):
    """Read, think, write, on eight connections of their own: no addition is lost."""
    databases = [Database(database_url) for _ in range(8)]

    def add(database: Database) -> None:
        for _ in range(10):
            with database.write() as tx:
                row = tx.execute(text("SELECT value FROM meta WHERE name = 'sum'")).first()
                if row is None:
                    tx.execute(insert(meta), {"name": "sum", "value": "1"})
                else:
                    tx.execute(text("UPDATE meta SET value = :v WHERE name = 'sum'"), {"v": str(int(row[0]) + 1)})
                advance(tx, "taken")

    threads = [threading.Thread(target=add, args=(each,)) for each in databases]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with databases[0].read() as connection:
        assert connection.execute(text("SELECT value FROM meta WHERE name = 'sum'")).scalar() == "80"
        assert connection.execute(text("SELECT value FROM numbers WHERE name = 'taken'")).scalar() == 80
    for each in databases:
        each.close()


def test_a_server_whose_place_was_taken_writes_no_more(database_url: str, tmp_path: Path):
    first = server_on(database_url, tmp_path)
    with pytest.raises(StoreFault):
        lose_the_line(first.database)
    second = server_on(database_url, tmp_path)
    with pytest.raises(StoreFault, match="taken over") as refused:
        put(first.database, "from yesterday")
    assert refused.value.code == "database_taken"
    second.close()
    # The other is gone, but what this one remembers is still of before it.
    with pytest.raises(StoreFault, match="taken over"):
        put(first.database, "from yesterday")
    first.close()


def test_a_server_that_only_lost_its_line_goes_on(database_url: str, tmp_path: Path):
    parts = server_on(database_url, tmp_path)
    with pytest.raises(StoreFault):
        lose_the_line(parts.database)
    put(parts.database, "again")
    assert "again" in names(parts.database)
    parts.close()


def test_a_restored_database_begins_a_new_epoch_and_keeps_its_keys(
    database_url: str, postgres: PostgresServer, tmp_path: Path
):
    parts = server_on(database_url, tmp_path)
    before = parts.identity
    parts.close()
    again = server_on(database_url, tmp_path)
    assert again.identity.epoch == before.epoch
    again.close()
    dump, into = str(tmp_path / "sigap.dump"), {"in_place": database_url}
    call(postgres, "pg_dump", "--format", "custom", "--file", dump, dsn(database_url))
    with postgres.fresh() as elsewhere:
        into["elsewhere"] = elsewhere
        call(postgres, "pg_restore", "--dbname", dsn(elsewhere), dump)
        call(postgres, "pg_restore", "--clean", "--dbname", dsn(database_url), dump)
        after = {}
        for place, url in into.items():
            restored = server_on(url, tmp_path)
            after[place] = restored.identity
            restored.close()
    assert len({before.epoch, after["in_place"].epoch, after["elsewhere"].epoch}) == 3
    for each in after.values():
        assert (each.identity_key, each.hmac_key) == (before.identity_key, before.hmac_key)


# --- what it says when it cannot --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "code", "said"),
    [
        ("postgresql+psycopg://sigap:{s}@127.0.0.1:9/sigap", "database_away", "Start PostgreSQL"),
        ("{url}_tidak_ada", "database_missing", "createdb"),
    ],
)
def test_what_is_the_matter_is_one_sentence_without_the_password(
    database_url: str, address: str, code: str, said: str, caplog: pytest.LogCaptureFixture
):
    there = make_url(database_url).set(password=SECRET)
    missing = there.set(database=f"{there.database}_tidak_ada").render_as_string(hide_password=False)
    database = Database(missing if "{url}" in address else address.format(s=SECRET))
    with pytest.raises(StoreFault) as fault:
        names(database)
    assert (fault.value.code, said in fault.value.message) == (code, True)
    told = [fault.value.message, str(fault.value.params), str(fault.value.__cause__), database.address, caplog.text]
    assert not [words for words in told if SECRET in words]


def test_an_address_nobody_understands_is_not_repeated():
    with pytest.raises(SetupFault) as fault:
        Database(f"postgresql+psycopg://sigap:{SECRET}@host:port/db")
    assert SECRET not in str(fault.value)
    with pytest.raises(SetupFault, match="name the database"):
        Database("postgresql+psycopg://sigap@localhost")
    with pytest.raises(SetupFault, match="psycopg"):
        Database("postgresql+pg8000://sigap@localhost/sigap")


def test_beyond_this_machine_only_a_server_whose_certificate_is_checked():
    far = make_url("postgresql+psycopg://sigap@db.example/sigap")
    assert checked_address(far).query["sslmode"] == "verify-full"
    for mode in ("disable", "prefer", "require"):
        with pytest.raises(SetupFault, match="verify-full"):
            checked_address(far.update_query_dict({"sslmode": mode}))
    assert checked_address(far.update_query_dict({"sslmode": "verify-ca"})).query["sslmode"] == "verify-ca"
    for near in ("postgresql://sigap@localhost/s", "postgresql://sigap@/s?host=/run/postgresql"):
        assert "sslmode" not in checked_address(make_url(near)).query


def test_what_postgresql_cannot_hold_in_text_is_replaced_and_nothing_refused(database: Database):
    with database.write() as tx:
        tx.execute(insert(meta), {"name": "nul", "value": "a\0b"})
    with database.read() as connection:
        assert connection.execute(select(meta.c.value).where(meta.c.name == "nul")).scalar() == "a\ufffdb"
