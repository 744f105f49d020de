"""What the server said arrives whole: rows, words, tombstones, cursor, snapshots."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from console.contract.codec import decode, encode
from console.contract.decisions import encode_decision
from console.contract.feed import ChangeRow, SnapshotPage
from console.domain.changes import Changes
from console.domain.errors import Bug
from console.domain.queue_row import QueueQuery
from console.domain.report import Report, Status
from console.store import mirror
from console.store import row as row_words
from console.store.packing import unpack
from console.store.store import Store
from tests.store.world import KEY, SARI, gone, note, now, of, page, report, row, unit


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


def test_a_new_report_is_found_beside_one_whose_words_changed_in_the_same_page(store: Store) -> None:
    store.apply_page(of([report(1, text="lama")]))
    store.apply_page(of([report(1, revision=2, text="baru"), report(2), report(3)]))
    assert _found(store, "klojen") == ["r0001", "r0002", "r0003"]
    assert _found(store, "lama") == []


def test_a_sensitive_case_is_found_by_number_and_place_and_by_none_of_its_words(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    beaten = report(1, text="suaminya memukul", category="domestic_violence", sensitive=True)
    with monkeypatch.context() as before:
        # As releases before this one indexed it: with all its words.
        before.setattr(mirror, "words_of", row_words._all_words)
        store.apply_page(of([beaten]))
    assert _found(store, "memukul") == ["r0001"]
    store.apply_page(of([replace(beaten, revision=2), replace(beaten, id="r0002", number="KJ-2611-0002")]))
    assert _found(store, "memukul") == []
    assert _found(store, "0002") == ["r0002"]
    assert _found(store, "klojen") == ["r0001", "r0002"]


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


def _later(about: Report, status: str = "on_the_moon") -> ChangeRow:
    """A report as only a later release can read it: with a status this one does not know, and a new field."""
    body = encode(about).replace(b'"status":"new"', b'"status":"%s","mood":"calm"' % status.encode())
    return ChangeRow(seq=2, kind="report", id=about.id, revision=about.revision, body=msgspec.Raw(body))


def _aside(store: Store) -> list[str]:
    with store.database.read() as connection:
        rows = connection.exec_driver_sql("SELECT id FROM mirror_thing WHERE kind = 'report'")
        return [row[0] for row in rows]


def test_a_report_of_a_later_release_is_kept_and_shown_once_it_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    before = Store.open(tmp_path / "console.db", KEY, now)
    before.apply_page(page(row(report(1)), _later(report(2)), row(report(3)), next_seq=3))
    assert (before.report("r0002"), _aside(before)) == (None, ["r0002"])
    before.close()
    still = Store.open(tmp_path / "console.db", KEY, now)
    assert _aside(still) == ["r0002"]
    still.close()
    # The upgrade: from now on that status is known.
    monkeypatch.setattr(mirror, "reader", lambda kind: _read_later)
    upgraded = Store.open(tmp_path / "console.db", KEY, now)
    try:
        assert _aside(upgraded) == []
        with upgraded.database.read() as connection:
            kept = connection.exec_driver_sql("SELECT body FROM mirror_report WHERE id = 'r0002'").scalar()
        assert b'"mood":"calm"' in unpack(kept), "kept as it came, the new field too"
    finally:
        upgraded.close()


def _read_later(body: bytes) -> Report:
    return decode(bytes(body).replace(b"on_the_moon", b"claimed"), Report)


def test_a_newer_word_on_a_report_kept_aside_or_its_end_lets_go_of_what_was_kept(store: Store) -> None:
    store.apply_page(page(_later(report(1)), _later(report(2)), next_seq=2))
    store.apply_page(page(row(report(1, revision=2)), next_seq=3))
    assert _aside(store) == ["r0002"]
    store.apply_page(page(gone("r0002"), next_seq=4))
    assert _aside(store) == []


def test_a_report_whose_newer_state_cannot_be_read_shows_the_one_before(store: Store) -> None:
    store.apply_page(of([report(1)]))
    store.apply_page(page(_later(report(1, revision=2)), next_seq=3))
    assert store.report("r0001") == report(1)
    assert _aside(store) == ["r0001"]


def test_fields_a_later_release_added_are_kept_and_harm_nobody(store: Store) -> None:
    store.apply_page(page(_later(report(1), "claimed"), next_seq=2))
    shown = store.report("r0001")
    assert shown is not None
    assert shown.status is Status.CLAIMED


def test_a_unit_or_agency_only_a_later_release_can_read_hides_no_other(store: Store) -> None:
    strange = ChangeRow(seq=2, kind="unit", id="u9", revision=1, body=msgspec.Raw(b'{"id":"u9","kind":"airship"}'))
    later = ChangeRow(seq=3, kind="bulletin", id="b1", revision=1, body=msgspec.Raw(b'{"title":"besok"}'))
    store.apply_page(page(row(unit("u1")), strange, later, next_seq=3))
    assert [each.id for each in store.units()] == ["u1"]
    with store.database.read() as connection:
        rows = connection.exec_driver_sql("SELECT kind, id FROM mirror_thing ORDER BY kind, id").all()
    assert [tuple(each) for each in rows] == [("bulletin", "b1"), ("unit", "u1"), ("unit", "u9")]


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
