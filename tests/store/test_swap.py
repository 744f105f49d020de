"""A snapshot takes the file's place: old or new after any death, the ledger whole."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from console.contract.decisions import encode_decision
from console.contract.feed import SnapshotPage
from console.domain.changes import Changes
from console.domain.errors import Bug, StoreFault
from console.store import stage
from console.store.carrying import prove_table, tables_of_the_desk
from console.store.store import Store
from tests.store.swapping import NEW, OLD, STEPS, fill, stage_all
from tests.store.world import KEY, NOW, SARI, note, now, of, page, report, row
from tests.sync.world import until

CHILD = Path(__file__).with_name("swapping.py")
FILES = {"console.db", "console.db-wal", "console.db-shm", "console.db.lock", "media"}


def _run(folder: Path, step: str, when: str) -> list[str]:
    command = [sys.executable, "-m", "tests.store.swapping", str(folder), step, when]
    done = subprocess.run(command, capture_output=True, text=True, cwd=CHILD.parents[2], check=False)
    assert done.returncode == (-9 if step else 0), done.stderr
    return done.stdout.split()


@pytest.mark.parametrize(("step", "when"), [*((step, "before") for step in STEPS), (STEPS[-1], "after")])
def test_killed_at_any_step_the_store_is_old_or_new_and_the_ledger_whole(tmp_path: Path, step: str, when: str) -> None:
    made = _run(tmp_path, step, when)
    assert len(made) == 5
    store = Store.open(tmp_path / "console.db", KEY, now)
    try:
        swapped = store.cursor() == ("e2", 40)
        assert swapped or store.cursor() == ("e1", 9)
        numbers = NEW if swapped else OLD
        assert all(store.report(f"r{n:04}") is not None for n in numbers)
        assert (store.report("r0001") is None) is swapped
        assert [key for key, _, _ in store.ledger_raw()] == made
        assert [each.decision.id for each in store.waiting()] == made[2:]
        assert [each.decision.id for each in store.attention()] == [made[1]]
        shown = store.shown("r0025")
        assert shown is not None
        assert shown.waiting == (made[2], made[3])
        assert (store.draft("d"), store.setting("desk")) == ("teks", "{}")
        assert store.media_held("m1") is not None
        assert {file.name for file in tmp_path.iterdir()} <= FILES
        # The next catch-up works, and so does the next swap.
        store.apply_page(page(row(report(70)), next_seq=90, epoch=store.cursor()[0]))
        stage_all(store)
        store.swap_stage()
        assert [key for key, _, _ in store.ledger_raw()] == made
    finally:
        store.close()


def test_everything_of_the_desk_comes_along_and_only_that(store: Store) -> None:
    fill(store)
    with store.database.read() as connection:
        names = tables_of_the_desk(connection)
        before = {name: prove_table(connection, name) for name in names if name != "ledger"}
    decided = store.ledger_raw()
    assert {"ledger", "ledger_subject", "meta", "setting", "draft"} <= set(names)
    assert not any(name.startswith(("mirror", "report_fts")) for name in names)
    stage_all(store)
    store.swap_stage()
    with store.database.read() as connection:
        assert {name: prove_table(connection, name) for name in names if name != "ledger"} == before
    assert store.ledger_raw() == decided
    m1, m2 = store.media_held("m1"), store.media_held("m2")
    assert m1 is not None
    assert m2 is not None
    assert (m1.received_bytes, m2.received_bytes) == (9000, 500)
    # A broken download goes on where it was.
    store.media_add("m2", 500, b"c" * 8500)
    again = store.media_held("m2")
    assert again is not None
    assert again.received_bytes == 9000


def test_a_decision_made_while_the_new_file_is_built_comes_along(store: Store) -> None:
    made = fill(store)
    stage_all(store)
    late = note(report(30), "terlambat")
    store.apply_page(of([report(30)], next_seq=10))
    store.record(late, SARI, encode_decision(late))
    store.swap_stage()
    assert [key for key, _, _ in store.ledger_raw()] == [*(each.id for each in made), late.id]
    shown = store.shown("r0030")
    assert shown is not None
    assert shown.waiting == (late.id,)


def test_readers_and_deciders_never_notice_the_swap(store: Store) -> None:
    fill(store)
    over, faults, decided = threading.Event(), list[BaseException](), list[str]()

    def read() -> None:
        try:
            while not over.is_set():
                assert store.report("r0025") is not None
                assert store.waiting_count() >= 3
        except BaseException as fault:  # told below
            faults.append(fault)

    def decide() -> None:
        try:
            while not over.is_set():
                each = note(report(25))
                store.record(each, SARI, encode_decision(each))
                decided.append(each.id)
        except BaseException as fault:  # told below
            faults.append(fault)

    threads = [threading.Thread(target=work) for work in (read, read, decide)]
    for thread in threads:
        thread.start()
    for _ in range(5):
        seen = len(decided)
        stage_all(store)
        store.swap_stage()
        until(lambda seen=seen: len(decided) > seen)  # type: ignore[misc]
    over.set()
    for thread in threads:
        thread.join()
    assert faults == []
    assert [key for key, _, _ in store.ledger_raw()][5:] == decided


def test_everybody_is_told_that_everything_changed(store: Store) -> None:
    fill(store)
    told: list[Changes] = []
    store.subscribe(told.append)
    stage_all(store)
    assert told == []
    store.swap_stage()
    assert told == [Changes(everything=True, ledger=True, site=True)]


def test_a_full_disk_while_building_leaves_the_old_one_working(store: Store, tmp_path: Path) -> None:
    made = fill(store)
    rows = tuple(row(report(n)) for n in range(100, 600))
    store.stage(0, SnapshotPage(epoch="e2", as_of_seq=1, after="r0020", more=True, rows=(row(report(20)),)))
    store._stage._building()._writer.connection.cursor().execute("PRAGMA max_page_count = 1")
    with pytest.raises(StoreFault, match="full") as raised:
        store.stage(1, SnapshotPage(epoch="e2", as_of_seq=1, after="x", more=True, rows=rows))
    assert raised.value.code == "disk_full"
    assert store.staged() is None
    assert {file.name for file in tmp_path.iterdir()} <= FILES
    assert store.report("r0001") is not None
    assert [key for key, _, _ in store.ledger_raw()] == [each.id for each in made]


@pytest.mark.parametrize("step", ["check", "seal", "put_in_place"])
def test_a_swap_that_fails_leaves_the_old_one_working(
    store: Store, step: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made = fill(store)
    stage_all(store)

    def fail(*_args: object) -> None:
        raise StoreFault("store_io", "invented")

    with monkeypatch.context() as broken:
        broken.setattr(stage, step, fail)
        with pytest.raises(StoreFault, match="invented"):
            store.swap_stage()
    assert store.cursor() == ("e1", 9)
    late = note(report(1))
    store.record(late, SARI, encode_decision(late))
    assert [key for key, _, _ in store.ledger_raw()] == [*(each.id for each in made), late.id]
    assert {file.name for file in tmp_path.iterdir()} <= FILES
    with pytest.raises(Bug):
        store.swap_stage()


def test_when_the_new_name_cannot_be_made_sure_the_store_says_so_and_takes_nothing_more(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store)
    stage_all(store)

    def fail(_folder: Path) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as broken:
        broken.setattr(stage, "sync_folder", fail)
        with pytest.raises(StoreFault):
            store.swap_stage()
    late = note(report(1))
    with pytest.raises(StoreFault) as raised:
        store.record(late, SARI, encode_decision(late))
    assert raised.value.code == "store_io"


def test_decisions_to_be_sent_again_wait_from_the_swap_on(store: Store) -> None:
    made = fill(store)
    stage_all(store)
    store.swap_stage(resend_since=NOW)
    assert [each.decision.id for each in store.waiting()] == [made[0].id, *(each.id for each in made[2:])]


def test_a_second_console_is_refused_the_profile(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreFault, match="another console") as raised:
        Store.open(tmp_path / "console.db", KEY, now)
    assert raised.value.code == "store_locked"
    assert store.cursor() == ("", 0)
