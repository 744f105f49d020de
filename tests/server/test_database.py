"""The server's database: durable before it answers; a failing writer undoes only itself."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import IntegrityError

from console.domain.errors import StoreFault
from console.server.counters import advance, counter
from console.server.database import Database, Tx
from console.server.feed import Feed, changes_after, forget_tombstones
from console.server.file_tables import uploads
from console.server.migrations import bring_up_to_date
from console.server.tables import feed as feed_table
from console.server.tables import meta, metadata
from tests.worlds.databases import sqlite_only

NOW = datetime(2026, 3, 3, tzinfo=UTC)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    opened = Database(database_url)
    bring_up_to_date(opened)
    yield opened
    opened.close()


@sqlite_only
def test_it_writes_through_to_the_disk(database: Database):
    with database.write() as tx:
        pragmas = {name: tx.execute(text(f"PRAGMA {name}")).scalar() for name in ("journal_mode", "synchronous")}
    assert pragmas == {"journal_mode": "wal", "synchronous": 2}


@sqlite_only
def test_the_log_is_folded_beside_the_writers(database: Database):
    with database.write() as tx:
        tx.execute(insert(meta), {"name": "big", "value": "x" * 400_000})
    assert database.file is not None
    before = database.file.stat().st_size
    with database.write() as tx:
        tx.execute(insert(meta), {"name": "open", "value": ""})
        database.fold_log()
    database.fold_log()
    assert database.file.stat().st_size > before


def test_the_migrated_database_has_exactly_the_tables_the_code_knows(database: Database):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with database.write() as tx:
        found = compare_metadata(MigrationContext.configure(tx.connection), metadata)
    differing = [change for change in found if "schema_version" not in str(change)]
    assert uploads.metadata is metadata
    assert differing == [], "tables.py says what no step of migrations/ makes"


def test_many_writers_at_once_lose_nothing_and_one_that_fails_undoes_only_itself(database: Database):
    failed: list[int] = []

    def work(number: int) -> None:
        try:
            with database.write() as tx:
                advance(tx, "taken")
                tx.execute(insert(meta), {"name": f"n{number}", "value": ""})
                if number % 5 == 0:
                    raise LookupError
        except LookupError:
            failed.append(number)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(60)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.read() as connection:
        names = {row[0] for row in connection.execute(select(meta.c.name))}
        assert counter(connection, "taken") == 48
    assert sorted(failed) == list(range(0, 60, 5))
    assert names == {f"n{number}" for number in range(60) if number % 5}


def test_seqs_rise_without_gaps_in_the_order_of_the_commits_however_many_write(database: Database):
    told: list[int] = []
    feed = Feed(lambda seq, rows: told.append(seq))

    def work(number: int) -> None:
        for turn in range(5):
            with database.write() as tx:
                feed.put(tx, "report", f"r{number}-{turn}", 1, b"{}", NOW)
                feed.put(tx, "unit", f"u{number}", turn, b"{}", NOW)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == sorted(told) == list(range(2, 81, 2))
    with database.read() as connection:
        page = changes_after(connection, 0, 1000, "e", NOW)
    # Each unit moved on to its latest seq; the ones before are gaps.
    assert len(page.rows) == 48
    assert page.next_seq == 80
    assert [row.seq for row in page.rows] == sorted(row.seq for row in page.rows)
    stamps = [row.committed_ns for row in page.rows]
    assert stamps == sorted(stamps)


def test_pages_join_without_loss_though_rows_move_between_them(database: Database):
    feed = Feed(lambda seq, rows: None)
    for number in range(10):
        with database.write() as tx:
            feed.put(tx, "report", f"r{number}", 1, b"{}", NOW)
    with database.read() as connection:
        first = changes_after(connection, 0, 5, "e", NOW)
    assert first.more
    with database.write() as tx:
        feed.put(tx, "report", "r7", 2, b"{}", NOW)
        feed.put(tx, "report", "r1", 2, b"{}", NOW)
    with database.read() as connection:
        second = changes_after(connection, first.next_seq, 100, "e", NOW)
    seen = {row.id: row.revision for row in (*first.rows, *second.rows)}
    assert seen == {f"r{number}": 2 if number in (1, 7) else 1 for number in range(10)}
    assert not second.more


def test_what_is_gone_leaves_a_tombstone_until_the_horizon(database: Database):
    feed = Feed(lambda seq, rows: None)
    with database.write() as tx:
        feed.put(tx, "report", "r1", 1, b"{}", NOW)
    with database.write() as tx:
        feed.bury(tx, "report", "r1", 2, "withdrawn", NOW)
    with database.read() as connection:
        page = changes_after(connection, 0, 10, "e", NOW)
    assert [(row.gone, bytes(row.body)) for row in page.rows] == [("withdrawn", b"null")]
    assert page.oldest_seq == 0
    with database.write() as tx:
        assert forget_tombstones(tx, datetime(2027, 1, 1, tzinfo=UTC)) == 1
    with database.read() as connection:
        page = changes_after(connection, 0, 10, "e", NOW)
    assert (page.rows, page.oldest_seq) == ((), 2)


@sqlite_only
def test_on_a_full_disk_nobody_is_told_that_it_stands(database: Database):
    with database.write() as tx:
        pages = tx.execute(text("PRAGMA page_count")).scalar()
        tx.connection.exec_driver_sql(f"PRAGMA max_page_count = {int(pages or 0) + 8}")
    stored: list[int] = []

    def work(number: int) -> None:
        with database.write() as tx:
            tx.execute(insert(meta), {"name": f"big{number}", "value": "x" * 9_000})
        stored.append(number)

    def many(writer: int) -> None:
        for number in range(20):
            try:
                work(writer * 100 + number)
            except StoreFault:
                return

    threads = [threading.Thread(target=many, args=(writer,)) for writer in range(1, 5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.read() as connection:
        names = {row[0] for row in connection.execute(select(meta.c.name).where(meta.c.name.like("big%")))}
    assert names == {f"big{number}" for number in stored}
    with database.write() as tx:
        tx.connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    work(7)


def test_a_statement_that_fails_leaves_the_next_writer_a_clean_start(database: Database):
    def spoil(tx: Tx) -> None:
        tx.execute(insert(meta), {"name": "same", "value": ""})
        tx.execute(insert(meta), {"name": "same", "value": ""})

    with pytest.raises(IntegrityError), database.write() as tx:
        spoil(tx)
    with database.write() as tx:
        tx.execute(insert(meta), {"name": "same", "value": ""})
    with database.read() as connection:
        assert connection.execute(select(feed_table.c.seq)).all() == []
