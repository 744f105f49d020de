"""The encrypted file: pragmas on every connection, and faults in clear words."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from console.domain.errors import StoreFault
from console.store import log_folder, schema
from console.store.database import PRAGMAS, Database
from console.store.store import Store
from tests.store.world import KEY, now, of, report
from tests.sync.world import until


def _pragmas(store: Store) -> dict[str, str]:
    with store.database.read() as connection:
        return {name: str(connection.exec_driver_sql(f"PRAGMA {name}").scalar()) for name in PRAGMAS}


def test_every_connection_of_the_engine_has_the_pragmas(store: Store) -> None:
    found: list[dict[str, str]] = []
    barrier = threading.Barrier(8)

    def look() -> None:
        with store.database.read() as connection:
            barrier.wait()
            found.append({n: str(connection.exec_driver_sql(f"PRAGMA {n}").scalar()) for n in PRAGMAS})

    threads = [threading.Thread(target=look) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [PRAGMAS] * 8
    with store.database.write() as connection:
        assert {n: str(connection.exec_driver_sql(f"PRAGMA {n}").scalar()) for n in PRAGMAS} == PRAGMAS


def test_nothing_of_a_report_can_be_read_from_the_files(store: Store, tmp_path: Path) -> None:
    store.apply_page(of([report(text="kenari rahasia")]))
    everything = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"kenari" not in everything
    assert not everything.startswith(b"SQLite format 3")


def test_emptying_the_log_waits_for_the_folding_under_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_folder, "_GATHER_S", 0.0)
    database = Database(tmp_path / "d.db", KEY)
    with database.write() as connection:
        connection.exec_driver_sql("CREATE TABLE t (b BLOB)")
    pause = threading.Event()
    for n in range(120):
        with database.write() as connection:
            connection.exec_driver_sql("INSERT INTO t VALUES (zeroblob(500000))")
        pause.wait(n % 12 / 2000)  # meets the folding at another point of it each time
        database.checkpoint()
    assert (tmp_path / "d.db-wal").stat().st_size == 0
    database.close()


def test_a_folder_closed_just_when_its_gathering_is_over_ends() -> None:
    class ClosedJustThen(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            self.set()
            folder._grown.set()
            return False

    folder = log_folder.LogFolder(lambda: None)
    folder._closing = ClosedJustThen()
    folder.grown()
    assert folder._thread is not None
    folder._thread.join(5)
    assert not folder._thread.is_alive()


def test_another_key_is_told_as_damage_with_the_way_out(store: Store, tmp_path: Path) -> None:
    store.close()
    with pytest.raises(StoreFault, match=r"console\.db.*main\.py recover --profile") as raised:
        Store.open(tmp_path / "console.db", b"x" * 32, now)
    assert raised.value.code == "store_unreadable"


def test_a_damaged_file_names_itself(tmp_path: Path) -> None:
    file = tmp_path / "console.db"
    file.write_bytes(os.urandom(8192))
    with pytest.raises(StoreFault, match=r"console\.db") as raised:
        Store.open(file, KEY, now)
    assert raised.value.code == "store_unreadable"


def test_an_unencrypted_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "console.db"
    script = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('create table t (a)'); c.commit()"
    subprocess.run([sys.executable, "-c", script, str(file)], check=True)
    before = file.read_bytes()
    with pytest.raises(StoreFault) as raised:
        Store.open(file, KEY, now)
    assert raised.value.code == "store_unencrypted"
    assert file.read_bytes() == before


def test_a_file_of_a_newer_release_is_refused(store: Store, tmp_path: Path) -> None:
    with store.database.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    store.close()
    with pytest.raises(StoreFault, match="newer version") as raised:
        Store.open(tmp_path / "console.db", KEY, now)
    assert raised.value.code == "store_newer"


def test_a_full_disk_is_a_fault_and_changes_nothing(store: Store) -> None:
    store.apply_page(of([report(1)], next_seq=1))
    store.database._writer.connection.cursor().execute("PRAGMA max_page_count = 1")
    with pytest.raises(StoreFault, match="full") as raised:
        store.apply_page(of([report(n) for n in range(2, 400)], next_seq=400))
    assert raised.value.code == "disk_full"
    assert store.cursor() == ("e1", 1)
    assert store.report("r0002") is None


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX rights")
def test_a_profile_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "profile"
    folder.mkdir()
    Store.open(folder / "console.db", KEY, now).close()
    if os.geteuid() == 0:
        # Rights do not bind root: a folder in the file's place is the nearest thing.
        shutil.rmtree(folder)
        (folder / "console.db").mkdir(parents=True)
    else:
        (folder / "console.db").chmod(0o400)
    with pytest.raises(StoreFault, match=r"console\.db"):
        Store.open(folder / "console.db", KEY, now)


def test_the_schema_named_is_the_newest_step(store: Store) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(schema.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_current_head() == schema.HEAD
    assert _pragmas(store) == PRAGMAS


def test_what_was_written_is_there_after_reopening(store: Store, tmp_path: Path) -> None:
    store.apply_page(of([report(1)], next_seq=7))
    store.keep_draft("note/r0001", "belum selesai")
    store.close()
    again = Store.open(tmp_path / "console.db", KEY, now)
    try:
        assert again.cursor() == ("e1", 7)
        assert again.draft("note/r0001") == "belum selesai"
    finally:
        again.close()


def test_the_log_is_folded_into_the_file_beside_the_writer(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "console.db"
    before = file.stat().st_size
    store.apply_page(of([report(n) for n in range(200)]))
    until(lambda: file.stat().st_size > before)
    assert store.report(report(7).id) == report(7)
