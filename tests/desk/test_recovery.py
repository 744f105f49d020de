"""main.py recover: what was decided comes back, and nothing is ever erased."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from console.contract.codec import encode
from console.contract.decisions import DecisionResult, encode_decision
from console.desk import recovery
from console.domain.decision import Decision, Outcome
from console.domain.errors import StoreFault
from console.store.journal import Journal, JournalRecord, read_journal
from console.store.salvage import salvage_journal
from console.store.store import Store
from tests.store.world import KEY, NOW, SARI, note, now, of, report

ROW = "id, report_id, op, raw, decision, actor, decided_us"


@dataclass
class Profile:
    """A desk that made ten decisions: three applied, one refused, six waiting."""

    folder: Path
    made: list[Decision]

    @property
    def database(self) -> Path:
        return self.folder / "console.db"

    @property
    def journal(self) -> Path:
        return self.folder / "decisions.journal"

    def recover(self, *, write: bool = False) -> tuple[int, list[str]]:
        said: list[str] = []
        status = recovery.recover(self.database, self.journal, lambda: KEY, write=write, now=NOW, say=said.append)
        return status, said

    def hashes(self) -> dict[str, str]:
        files = (file for file in self.folder.iterdir() if not file.name.endswith(".lock"))
        return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}

    def ledger(self, columns: str = ROW) -> list[tuple[object, ...]]:
        store = Store.open(self.database, KEY, now)
        try:
            with store.database.read() as connection:
                return [tuple(r) for r in connection.exec_driver_sql(f"SELECT {columns} FROM ledger ORDER BY seq")]  # noqa: S608
        finally:
            store.close()

    def break_page_of(self, table: str) -> None:
        """Flip a bit in the first page of a table."""
        store = Store.open(self.database, KEY, now)
        with store.database.read() as connection:
            page = connection.exec_driver_sql(
                "SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)
            ).scalar_one()
        store.close()
        data = bytearray(self.database.read_bytes())
        data[(page - 1) * 2048 + 500] ^= 1
        self.database.write_bytes(bytes(data))

    def break_pages(self) -> None:
        """Flip a bit in every third page, the first among them."""
        data = bytearray(self.database.read_bytes())
        for place in range(100, len(data), 3 * 2048):
            data[place] ^= 1
        self.database.write_bytes(bytes(data))


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    store = Store.open(tmp_path / "console.db", KEY, now)
    journal = Journal(tmp_path / "decisions.journal", KEY)
    store.apply_page(of([report(n) for n in range(1, 6)], next_seq=5))
    made = [note(report(1 + n % 5), f"catatan {n}") for n in range(10)]
    for each in made:
        raw = encode_decision(each)
        store.record(each, SARI, raw)
        journal.append([JournalRecord(id=each.id, raw=raw, actor=encode(SARI))])
    store.settle([DecisionResult(id=each.id, outcome=Outcome.APPLIED, server_time=NOW) for each in made[:3]])
    store.settle([DecisionResult(id=made[3].id, outcome=Outcome.REFUSED, server_time=NOW)])
    store.keep_setting("desk", json.dumps({"desk_id": "d1", "desk_secret": "rekaan"}))
    store.keep_draft("note/r0001", "belum selesai")
    journal.close()
    store.close()
    return Profile(tmp_path, made)


def test_a_whole_profile_is_told_so_and_left_alone(profile: Profile) -> None:
    before = profile.hashes()
    status, said = profile.recover(write=True)
    assert status == 0
    assert any("hold the same" in sentence for sentence in said)
    assert any("10 decisions (6 waiting, 3 applied, 1 refused)" in sentence for sentence in said)
    assert profile.hashes() == before


def test_without_write_nothing_at_all_is_changed(profile: Profile) -> None:
    profile.break_pages()
    before = profile.hashes()
    status, said = profile.recover()
    assert status == 1
    assert "damaged" in said[0]
    assert "decisions.journal: 10 decisions." in said
    assert "--write" in said[-1]
    assert profile.hashes() == before


def test_a_database_that_cannot_be_opened_is_rebuilt_and_kept(profile: Profile) -> None:
    original = profile.ledger()
    profile.break_pages()
    damaged = profile.database.read_bytes()
    with pytest.raises(StoreFault, match=r"main\.py recover"):
        Store.open(profile.database, KEY, now)
    status, said = profile.recover(write=True)
    assert status == 0
    assert profile.ledger() == original
    assert profile.ledger("state") == [("waiting",)] * 10
    [kept] = profile.folder.glob("console.db.damaged-*")
    assert kept.read_bytes() == damaged
    assert any(kept.name in sentence for sentence in said)
    assert any("enrolment code" in sentence for sentence in said)
    store = Store.open(profile.database, KEY, now)
    try:
        # Which desk it was is known from its decisions; the server asks it to enrol again as the same one.
        assert json.loads(store.setting("desk")) == {"desk_id": "d1", "desk_secret": ""}
        assert store.cursor() == ("", 0)
        store.apply_page(of([report(1)], next_seq=1))
        assert [key for key, _ in store.sendable(99)] == [each.id for each in profile.made[:5]]
    finally:
        store.close()
    assert profile.recover()[0] == 0


@pytest.mark.parametrize("table", ["mirror_thing", "queue_urgent", "ledger_state"])
def test_what_a_damaged_database_still_tells_is_kept_with_the_answers(profile: Profile, table: str) -> None:
    """Only one page is broken: states, the desk's credential and drafts are read around it."""
    original = profile.ledger("id, state, result, settled_us")
    profile.break_page_of(table)
    status, _said = profile.recover(write=True)
    assert status == 0
    assert profile.ledger("id, state, result, settled_us") == original
    store = Store.open(profile.database, KEY, now)
    try:
        assert json.loads(store.setting("desk"))["desk_secret"] == "rekaan"
        assert store.draft("note/r0001") == "belum selesai"
    finally:
        store.close()


def test_a_database_that_is_gone_comes_back_from_the_journal(profile: Profile) -> None:
    original = profile.ledger()
    profile.database.unlink()
    assert profile.recover()[0] == 1
    assert profile.recover(write=True)[0] == 0
    assert profile.ledger() == original


def test_an_older_copy_of_the_database_is_completed(profile: Profile) -> None:
    original = profile.ledger()
    store = Store.open(profile.database, KEY, now)
    with store.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM ledger_subject WHERE seq > 7")
        connection.exec_driver_sql("DELETE FROM ledger WHERE seq > 7")
    store.close()
    status, said = profile.recover()
    assert status == 1
    assert any(sentence.startswith("Only in the journal: 3 (") for sentence in said)
    assert profile.recover(write=True)[0] == 0
    assert profile.ledger() == original
    assert not list(profile.folder.glob("*damaged*"))


def test_a_journal_that_is_gone_or_short_is_completed(profile: Profile) -> None:
    profile.journal.unlink()
    status, said = profile.recover()
    assert status == 1
    assert "decisions.journal: there is none." in said
    assert profile.recover(write=True)[0] == 0
    assert [each.id for each in read_journal(profile.journal, KEY).records] == [each.id for each in profile.made]


def test_a_torn_end_is_told_and_cut(profile: Profile) -> None:
    data = profile.journal.read_bytes()
    profile.journal.write_bytes(data[:-5])
    status, said = profile.recover()
    assert status == 1
    assert any("cut short" in sentence for sentence in said)
    assert profile.recover(write=True)[0] == 0
    assert len(read_journal(profile.journal, KEY).records) == 10


def test_both_damaged_at_different_places_lose_nothing(profile: Profile) -> None:
    original = profile.ledger()
    data = bytearray(profile.journal.read_bytes())
    data[700] ^= 1
    profile.journal.write_bytes(bytes(data))
    salvaged = salvage_journal(profile.journal, KEY)
    assert len(salvaged.records) == 9
    assert len(salvaged.damages) == 1
    profile.break_page_of("setting")
    assert profile.recover(write=True)[0] == 0
    assert profile.ledger() == original
    assert len(read_journal(profile.journal, KEY).records) == 10
    assert len(list(profile.folder.glob("*.damaged-*"))) == 2


def test_a_console_that_has_the_profile_open_is_in_the_way(profile: Profile) -> None:
    store = Store.open(profile.database, KEY, now)
    try:
        with pytest.raises(StoreFault, match="another console"):
            profile.recover(write=True)
    finally:
        store.close()


def test_a_journal_only_record_of_a_later_release_stays_where_it_is(profile: Profile) -> None:
    journal = Journal(profile.journal, KEY)
    foreign = encode_decision(note(report(1))).replace(b'"op_version":1', b'"op_version":99')
    journal.append([JournalRecord(id="later", raw=foreign, actor=encode(SARI))])
    journal.close()
    profile.break_pages()
    status, said = profile.recover(write=True)
    assert status == 0
    assert any("another version" in sentence for sentence in said)
    assert len(profile.ledger()) == 10
    assert "later" in {each.id for each in read_journal(profile.journal, KEY).records}
