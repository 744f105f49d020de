"""What the server said arrives whole: rows, words, tombstones, cursor, snapshots."""

from __future__ import annotations

import msgspec
import pytest

from console.contract.decisions import encode_decision
from console.contract.feed import ChangeRow, SnapshotPage
from console.domain.changes import Changes
from console.domain.errors import Bug
from console.domain.queue_row import QueueQuery
from console.domain.report import Status
from console.store.store import Store
from tests.store.world import SARI, gone, note, of, page, report, row, unit


def _found(store: Store, words: str) -> list[str]:
    return [each.id for each in store.queue_page(QueueQuery(search=words), 0, 50)]


def test_a_page_and_its_cursor_are_one_and_tell_what_changed(store: Store) -> None:
    told: list[Changes] = []
    store.subscribe(told.append)
    store.apply_page(of([report(1), unit("u1")], next_seq=2))
    assert store.cursor() == ("e1", 2)
    assert told == [Changes(reports=frozenset({"r0001"}), new_reports=frozenset({"r0001"}), units=frozenset({"u1"}))]
    assert store.report("r0001") == report(1)
    assert store.unit("u1") == unit("u1")


def test_an_update_is_not_new_and_an_older_revision_changes_nothing(store: Store) -> None:
    store.apply_page(of([report(1, revision=5, text="lama")]))
    changes = store.apply_page(of([report(1, revision=6, text="baru")]))
    assert changes.new_reports == frozenset()
    store.apply_page(of([report(1, revision=2, text="usang")]))
    shown = store.report("r0001")
    assert shown is not None
    assert shown.text == "baru"


def test_changed_words_are_found_and_old_ones_are_not(store: Store) -> None:
    store.apply_page(of([report(1, text="kebakaran pasar"), report(2, text="banjir")]))
    assert _found(store, "kebakaran") == ["r0001"]
    store.apply_page(of([report(1, revision=2, text="tabrakan beruntun")]))
    assert _found(store, "kebakaran") == []
    assert _found(store, "tabrak") == ["r0001"]
    assert _found(store, "klojen") == ["r0001", "r0002"]
    assert _found(store, "0002") == ["r0002"]


def test_deleted_text_does_not_survive_in_the_full_text_index(store: Store) -> None:
    store.apply_page(of([report(1, text="kenaritersembunyi di pasar"), report(2)]))
    store.apply_page(page(gone("r0001"), next_seq=3))
    assert store.report("r0001") is None
    assert _found(store, "kenaritersembunyi") == []
    with store.database.read() as connection:
        blocks = connection.exec_driver_sql("SELECT block FROM report_fts_data").scalars().all()
    assert not any(b"kenaritersembunyi" in bytes(block) for block in blocks)


def test_a_broken_row_never_loses_its_neighbours(store: Store) -> None:
    broken = ChangeRow(seq=2, kind="report", id="r0002", body=msgspec.Raw(b'{"id": 5}'))
    store.apply_page(page(row(report(1)), broken, row(report(3)), next_seq=3))
    assert store.report("r0002") is None
    assert store.report("r0003") is not None
    assert store.cursor() == ("e1", 3)


def test_the_last_row_of_a_thing_in_a_page_wins(store: Store) -> None:
    store.apply_page(page(row(report(1, revision=1)), row(report(1, revision=2, status=Status.CLAIMED)), next_seq=2))
    shown = store.report("r0001")
    assert shown is not None
    assert shown.status is Status.CLAIMED


def test_a_page_of_another_epoch_is_a_bug(store: Store) -> None:
    store.apply_page(of([report(1)]))
    with pytest.raises(Bug):
        store.apply_page(page(epoch="e2"))


def test_a_snapshot_replaces_all_but_decisions_and_drafts(store: Store) -> None:
    store.apply_page(of([report(1), report(2), unit("u1")], next_seq=9))
    pending = note(report(2))
    store.record(pending, SARI, encode_decision(pending))
    store.keep_draft("d", "teks")
    for number, things in enumerate(([report(2, revision=1)], [report(3)])):
        rows = tuple(row(thing) for thing in things)
        store.stage(
            number, SnapshotPage(epoch="e2", as_of_seq=40 + number, after=things[-1].id, more=number == 0, rows=rows)
        )
    assert store.cursor() == ("e1", 9)
    changes = store.swap_stage()
    assert changes.everything
    assert store.cursor() == ("e2", 40)
    assert store.report("r0001") is None
    assert store.unit("u1") is None
    assert [each.decision.id for each in store.waiting()] == [pending.id]
    shown = store.shown("r0002")
    assert shown is not None
    assert shown.waiting == (pending.id,)
    assert store.draft("d") == "teks"


def test_a_new_snapshot_forgets_an_unfinished_one(store: Store) -> None:
    first = SnapshotPage(epoch="e1", as_of_seq=1, after="x", more=True, rows=(row(report(1)),))
    second = SnapshotPage(epoch="e1", as_of_seq=2, after="x", more=False, rows=(row(report(2)),))
    store.stage(0, first)
    store.stage(1, first)
    store.stage(0, second)
    store.swap_stage()
    assert store.report("r0001") is None
    assert store.report("r0002") is not None


def test_a_page_gives_way_every_few_rows(store: Store) -> None:
    times: list[bool] = []
    store.give_way = lambda: times.append(True)
    store.apply_page(of([report(number) for number in range(50)]))
    assert len(times) == 4 + 2
