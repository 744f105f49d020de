"""Known bugs of others about deleting (sync.md), each shown not to be ours."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from console.contract.feed import ChangesPage, SnapshotPage
from console.desk.attention import AttentionList
from console.desk.decide import Decided
from console.domain import acts
from console.domain.attachment import Attachment
from console.domain.decision import Outcome, Reason
from console.domain.queue_row import QueueQuery
from console.server.feed import Feed, changes_after, forget_tombstones
from console.server.schedule import HORIZON
from console.server.tables import feed as feed_table
from console.store.database import PAGE_BYTES
from console.store.store import Store
from console.sync.follower import Follower
from tests.store.pages import decrypted_pages, words_in_index
from tests.store.world import KEY, gone, now, of, page, report
from tests.sync.world import Console, until
from tests.worlds.central import Central

pytestmark = pytest.mark.keeps_threads("AnyIO")
DAY_S = 24 * 3600.0


@pytest.fixture
def console(central: Central, tmp_path: Path) -> Iterator[Console]:
    """An enrolled console with sari signed in, its clock the server's, its lanes not yet running."""
    central.make_user("sari")
    made = Console(tmp_path / "profile", central.address, central.now)
    made.session.enrol(central.enrol_code(), "meja")
    made.sign_in()
    yield made
    made.stop()


def _follower(console: Console) -> Follower:
    return Follower(console.store, console.server, server_now=console.clock.server_now)


def _bury(central: Central, report_id: str, reason: str = "deleted") -> None:
    held = central.report(report_id)
    with central.parts.database.write() as tx:
        central.parts.casefile.bury(tx, "report", report_id, held.revision + 1, central.now(), reason)


def _away(central: Central, days: float) -> None:
    """Days go by for everybody, and the server does what it does every night."""
    central.advance(days * DAY_S)
    with central.parts.database.write() as tx:
        forget_tombstones(tx, central.now() - HORIZON)


def _note(console: Console, report_id: str, text: str = "catatan") -> str:
    answer = console.desk.decide(acts.AddNote(text=text), report_id)
    assert isinstance(answer, Decided), answer
    return answer.decision_id


def _sent(console: Console) -> None:
    console.sign_in()
    if console.sync is None:
        console.start()
    until(lambda: console.store.waiting_count() == 0, "the server's answers")


@pytest.mark.parametrize("days", [19, 120])
def test_a_desk_long_offline_resurrects_nothing_and_loses_nothing_of_its_own(
    central: Central, console: Console, days: int
):
    source = central.make_source()
    kept, deleted = central.report_in(source, "tetap ada"), central.report_in(source, "akan dihapus")
    _follower(console).catch_up()
    console.store.keep_draft("d", "belum selesai")
    stands, falls = _note(console, kept), _note(console, deleted)
    _bury(central, deleted)
    _away(central, days)
    fresh = central.report_in(source, "sementara itu")
    _sent(console)
    until(lambda: console.store.report(fresh), "the news")
    assert console.store.report(deleted) is None
    assert console.store.draft("d") == "belum selesai"
    assert central.report(kept).timeline[-1].decision_id == stands
    [refused] = console.store.attention()
    assert (refused.decision.id, refused.refusal.reason) == (falls, Reason.NOT_FOUND)
    with central.parts.database.read() as connection:
        bodies = connection.execute(feed_table.select().where(feed_table.c.id == deleted)).all()
    assert [row.body for row in bodies] in ([], [None]), "the server's tombstone stays one"


def test_the_horizon_is_at_least_ninety_days_and_a_desk_behind_it_takes_everything_anew(
    central: Central, console: Console
):
    source = central.make_source()
    kept, deleted = central.report_in(source), central.report_in(source)
    _follower(console).catch_up()
    before = console.store.cursor()
    _bury(central, deleted)
    _away(central, 89)
    with central.parts.database.read() as connection:
        assert [row.id for row in changes_after(connection, before[1], 10, "e", central.now()).rows] == [deleted]
    _away(central, 2)
    with central.parts.database.read() as connection:
        nothing = changes_after(connection, before[1], 10, "e", central.now())
    assert (nothing.rows, nothing.oldest_seq) == ((), before[1] + 1)
    # The one forgotten tombstone is the very next after this desk's cursor: there is no gap to notice.
    console.sign_in()
    _follower(console).catch_up()
    assert console.store.report(deleted) is None
    assert console.store.report(kept) is not None
    after = console.store.cursor()
    assert _follower(console).catch_up() == 0, "and that once, not at every look"
    assert console.store.cursor() == after


@pytest.mark.parametrize("reason", ["deleted", "withdrawn"])
def test_decisions_on_a_report_taken_away_are_kept_sent_and_refused_in_plain_words(
    central: Central, console: Console, reason: str
):
    report_id = central.report_in(central.make_source())
    number = central.report(report_id).number
    _follower(console).catch_up()
    made = [_note(console, report_id, "satu"), _note(console, report_id, "dua")]
    _bury(central, report_id, reason)
    _follower(console).catch_up()
    assert console.store.shown(report_id) is None
    assert [row.decision.id for row in console.store.waiting()] == made, "never cascaded away"
    _sent(console)
    rows = console.store.attention()
    assert [row.decision.id for row in rows] == made
    assert [row.refusal.reason for row in rows if row.refusal] == [Reason.NOT_FOUND] * 2
    # People know a case by its number, gone or not.
    assert {row.number for row in rows} == {number}
    assert number in {entry.number for entry in AttentionList(console.store).entries()}


def test_a_report_withdrawn_while_its_decisions_are_answered_keeps_the_answer(central: Central, console: Console):
    report_id = central.report_in(central.make_source())
    _follower(console).catch_up()
    made = _note(console, report_id)
    _sent(console)
    _bury(central, report_id, "withdrawn")
    until(lambda: console.store.report(report_id) is None, "the tombstone")
    row = console.store.ledger_row(made)
    assert row is not None
    assert row.state == Outcome.APPLIED.value
    assert made in {each[0] for each in console.store.ledger_raw()}


def test_a_report_that_comes_back_into_scope_is_shown_again_with_what_was_decided(central: Central, console: Console):
    report_id = central.report_in(central.make_source())
    _follower(console).catch_up()
    held = central.report(report_id)
    _bury(central, report_id, "withdrawn")
    _follower(console).catch_up()
    with central.parts.database.write() as tx:
        central.parts.casefile.save_report(tx, held, central.now())
    _follower(console).catch_up()
    assert console.store.report(report_id) == held


class _DeletesBetween:
    """The real server, where somebody deletes a report between two pages of a snapshot."""

    def __init__(self, console: Console, central: Central, victim: str) -> None:
        self._server, self._central, self._victim = console.server, central, victim

    def changes(self, after: int, limit: int, epoch: str) -> ChangesPage:
        return self._server.changes(after, limit, epoch)

    def snapshot(self, after: str, limit: int) -> SnapshotPage:
        found = self._server.snapshot(after, 2)
        if self._victim in {row.id for row in found.rows}:
            _bury(self._central, self._victim)
        return found


def test_what_is_deleted_while_a_snapshot_is_taken_does_not_stay(central: Central, console: Console):
    source = central.make_source()
    ids = [central.report_in(source) for _ in range(5)]
    victim = min(ids)
    Follower(
        console.store, _DeletesBetween(console, central, victim), server_now=console.clock.server_now
    ).catch_up()
    assert console.store.report(victim) is None
    assert all(console.store.report(each) for each in ids if each != victim)


def test_files_of_a_report_taken_away_go_with_it(tmp_path: Path):
    photo = Attachment(
        id="m1", name="a.jpg", media_type="image/jpeg", size_bytes=3, sha256="0" * 64, received_at=now()
    )
    store = Store.open(tmp_path / "console.db", KEY, now)
    try:
        store.apply_page(of([report(1, attachments=(photo,)), report(2)]))
        store.media_expect("m1", 3, "0" * 64)
        store.media_add("m1", 0, b"abc")
        store.apply_page(page(gone("r0001"), next_seq=2))
        assert store.media_held("m1") is None
    finally:
        store.close()


# Deleted text


def _in_pages(store: Store, word: bytes) -> bool:
    store.database.checkpoint()
    return any(word in each for each in decrypted_pages(store.database.path, KEY, PAGE_BYTES))


def _tombstone(store: Store) -> None:
    store.apply_page(page(gone("r0001"), next_seq=3))


def _other_words(store: Store) -> None:
    store.apply_page(of([report(1, revision=2, text="kata lain sama sekali")], next_seq=3))


def _snapshot_without(store: Store) -> None:
    rows = of([report(2)]).rows
    store.stage(0, SnapshotPage(epoch="e1", as_of_seq=4, after="report/r0002", more=False, rows=rows))
    store.swap_stage()


@pytest.mark.parametrize("take_away", [_tombstone, _other_words, _snapshot_without])
def test_deleted_text_leaves_the_index_and_every_page_of_the_file(tmp_path: Path, take_away: Any):
    store = Store.open(tmp_path / "console.db", KEY, now)
    try:
        store.apply_page(of([report(1, text="kenarirahasia di pasar"), *(report(n) for n in range(2, 40))]))
        assert "kenarirahasia" in words_in_index(store)
        assert _in_pages(store, b"kenarirahasia"), "the look itself must be able to see it"
        take_away(store)
        assert store.queue_page(QueueQuery(search="kenarirahasia"), 0, 9) == ()
        assert "kenarirahasia" not in words_in_index(store)
        assert not _in_pages(store, b"kenarirahasia")
    finally:
        store.close()


# The cursor


def test_a_follower_that_never_rests_skips_nothing_while_sixteen_write(central: Central, console: Console):
    feed = Feed(lambda seq, rows: None)

    def write(number: int) -> None:
        for turn in range(8):
            with central.parts.database.write() as tx:
                feed.put(tx, "note", f"n{number}-{turn}", 1, b"{}", central.now(), new=True)

    seen: set[str] = set()
    after, writers = 0, [threading.Thread(target=write, args=(number,)) for number in range(16)]
    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers) or after < _last(central):
        found = console.server.changes(after, 50)
        seen |= {row.id for row in found.rows if row.kind == "note"}
        after = found.next_seq
    for writer in writers:
        writer.join()
    assert seen == {f"n{number}-{turn}" for number in range(16) for turn in range(8)}


def _last(central: Central) -> int:
    from console.server.feed import last_seq

    with central.parts.database.read() as connection:
        return last_seq(connection)
