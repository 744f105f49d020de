"""Twelve desks and a server put back from an old backup: nothing decided is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from console.desk.attention import AttentionList
from console.desk.decide import Decided
from console.domain.acts import Act, AddNote, BreakClaim, ClaimCase, CloseCase, DispatchUnits, SetPriority
from console.domain.person import Role
from tests.sync.world import Console, until
from tests.worlds.central import Central, running

pytestmark = pytest.mark.keeps_threads("AnyIO")
DESKS = 12


class City:
    """Desks on a server that can be put back from a backup; what they acknowledged is written down here."""

    def __init__(self, folder: Path, central: Central, desks: int) -> None:
        self.central, self._folder = central, folder
        self.source = central.make_source()
        assert central.parts.database.file is not None
        self._file = central.parts.database.file
        self.desks: list[Console] = []
        self.written_down: list[str] = []
        for number in range(desks):
            central.make_user(f"petugas{number}", Role.OPERATOR if number else Role.SUPERVISOR)
            self.desks.append(Console(folder / f"desk{number}", central.address))
            self.desks[number].session.enrol(central.enrol_code(), f"meja {number}")
            self.comes(number)

    def comes(self, number: int) -> None:
        """The person signs in; the desk's lanes run from the first time on."""
        desk = self.desks[number]
        desk.sign_in(f"petugas{number}")
        if desk.sync is None:
            desk.start()
        else:
            desk.sync.look_again()

    def report_in(self, text: str) -> str:
        report_id = self.central.report_in(self.source, text)
        self.all_see(report_id)
        return report_id

    def all_see(self, report_id: str) -> None:
        until(lambda: all(desk.store.report(report_id) for desk in self.desks), "every desk sees the report")

    def decides(self, number: int, act: Act, report_id: str) -> None:
        """The desk has the newest, decides, and the server applies it."""
        desk = self.desks[number]
        until(lambda: desk.store.report(report_id) == self.central.report(report_id), "the newest is here")
        answer = desk.desk.decide(act, report_id)
        assert isinstance(answer, Decided), answer
        self.written_down.append(answer.decision_id)
        until(lambda: desk.store.waiting_count() == 0, "it is answered")
        assert desk.store.attention() == ()

    def back_up(self) -> None:
        copy = sqlite3.connect(self._folder / "backup.db")
        with closing(sqlite3.connect(self._file)) as live, closing(copy):
            live.backup(copy)

    def put_back(self, *, with_note: bool = True) -> None:
        """The disk is gone; the backup takes its place, and the server starts on it."""
        self.central.go_away()
        file = self._file
        for ending in ("", "-wal", "-shm"):
            Path(f"{file}{ending}").unlink(missing_ok=True)
        if not with_note:
            Path(f"{file}-newest").unlink()
        (self._folder / "backup.db").rename(file)
        self.central.come_back()

    def effects(self) -> list[str]:
        """Ids of the decisions on every report's timeline."""
        with closing(sqlite3.connect(self._file)) as database:
            reports = [row[0] for row in database.execute("SELECT id FROM feed WHERE kind = 'report' AND gone = ''")]
        return [e.decision_id for each in reports for e in self.central.report(each).timeline if e.decision_id]

    def settled(self) -> None:
        """Every desk follows the new epoch, and all is sent again (before, nothing waits yet)."""
        epoch = self.central.parts.identity.epoch
        until(lambda: all(desk.store.cursor()[0] == epoch for desk in self.desks), "every desk follows the new epoch")
        until(lambda: all(desk.store.waiting_count() == 0 for desk in self.desks), "all is sent again")

    def rows(self) -> list[int]:
        """How many reports each desk holds."""
        counted = []
        for desk in self.desks:
            with desk.store.database.read() as connection:
                counted.append(int(connection.exec_driver_sql("SELECT count(*) FROM mirror_report").scalar_one()))
        return counted

    def close(self) -> None:
        for desk in self.desks:
            desk.stop()


@pytest.fixture
def city(tmp_path: Path) -> Iterator[City]:
    with running(tmp_path / "central") as central:
        made = City(tmp_path, central, DESKS)
        yield made
        made.close()


@pytest.fixture
def post(tmp_path: Path) -> Iterator[City]:
    """A smaller center."""
    with running(tmp_path / "central") as central:
        made = City(tmp_path, central, 3)
        yield made
        made.close()


def test_what_twelve_desks_decided_since_the_backup_is_there_again(city: City) -> None:
    city.central.make_unit()
    tree = city.report_in("pohon tumbang")
    city.decides(1, ClaimCase(), tree)
    city.back_up()
    epoch = city.central.parts.identity.epoch

    # Ten minutes go by: people come anew, reports come in, and a case goes from hand to hand.
    city.desks[3].session.sign_out()
    city.comes(3)
    fire = city.report_in("asap dari gudang")
    city.decides(1, SetPriority(priority=2), tree)
    city.decides(0, BreakClaim(reason="tidak menjawab"), tree)
    city.decides(3, ClaimCase(), tree)
    city.decides(3, DispatchUnits(unit_ids=("patroli-1",)), tree)
    city.decides(4, ClaimCase(), fire)
    city.decides(4, SetPriority(priority=1), fire)
    city.decides(4, CloseCase(outcome="handled_on_scene"), fire)
    for number in range(DESKS):
        city.decides(number, AddNote(text=f"catatan {number}"), tree)
    city.desks[5].store.keep_draft("note", "belum selesai")
    numbers = {city.central.report(each).number for each in (tree, fire)}
    rows, effects = city.rows(), sorted(city.effects())
    assert effects == sorted(city.written_down)

    city.put_back()
    assert city.central.parts.identity.epoch != epoch
    # Whose session began after the backup signs in again; the others go on as they were.
    city.comes(3)
    city.settled()
    assert sorted(city.effects()) == effects
    claim = city.central.report(tree).claim
    assert claim is not None
    assert claim.holder_name == "Petugas3"
    assert city.central.report(fire).closed_by == "Petugas4"
    assert city.central.unit("patroli-1").report_id == tree
    for desk in city.desks:
        until(lambda desk=desk: desk.store.report(tree) == city.central.report(tree), "all are equal")  # type: ignore[misc]
        until(lambda desk=desk: desk.store.report(fire) == city.central.report(fire), "all are equal")  # type: ignore[misc]
        cards = AttentionList(desk.store).entries(desk.sync.link.link() if desk.sync else None)
        assert [card.kind for card in cards] == ["server_restored"]
    assert city.rows() == rows
    assert city.desks[5].store.draft("note") == "belum selesai"
    late = city.report_in("setelah pemulihan")
    assert city.central.report(late).number not in numbers


def test_a_backup_without_its_note_is_noticed_by_the_desks(post: City) -> None:
    post.back_up()
    tree = post.report_in("pohon tumbang")
    post.decides(2, ClaimCase(), tree)
    epoch = post.central.parts.identity.epoch
    post.put_back(with_note=False)
    until(lambda: post.central.parts.identity.epoch != epoch, "a desk knows of more than there is")
    post.settled()
    assert post.effects() == post.written_down


def test_a_holder_taken_off_his_case_after_the_backup_may_not_act_on_it(post: City) -> None:
    tree = post.report_in("pohon tumbang")
    post.decides(1, ClaimCase(), tree)
    post.back_up()
    post.decides(0, BreakClaim(reason="tidak menjawab"), tree)
    post.decides(2, ClaimCase(), tree)
    known = post.central.report(tree).last_token
    for desk in (post.desks[0], post.desks[2]):
        assert desk.sync is not None
        desk.sync.stop()
    post.put_back()
    until(lambda: post.central.report(tree).claim is None, "who was taken off holds nothing")
    assert post.central.report(tree).last_token >= known


def test_a_claim_after_the_restore_has_a_token_no_desk_ever_heard_of(post: City) -> None:
    tree = post.report_in("pohon tumbang")
    post.back_up()
    post.decides(1, ClaimCase(), tree)
    stale = post.desks[1]
    assert stale.sync is not None
    stale.sync.stop()
    post.put_back()
    until(lambda: post.desks[2].store.cursor()[0] == post.central.parts.identity.epoch, "desk 2 follows")
    post.decides(2, ClaimCase(), tree)
    claim = post.central.report(tree).claim
    assert claim is not None
    assert claim.token > post.central.parts.identity.token_floor


def test_an_old_cursor_beside_the_new_epoch_does_not_begin_another(post: City) -> None:
    post.back_up()
    tree = post.report_in("pohon tumbang")
    post.decides(1, ClaimCase(), tree)
    late = post.desks[1]
    assert late.sync is not None
    late.sync.stop()
    old, beyond = late.store.cursor()
    post.put_back()
    epoch = post.central.parts.identity.epoch
    # Its decisions have met the new server; its feed asks on from where it stood.
    late.transport.credentials.epoch = epoch
    assert late.server.changes(beyond + 100, 10, old).epoch == epoch
    assert post.central.parts.identity.epoch == epoch
    # The same cursor said to be of this epoch is the proof of another restore.
    late.server.changes(beyond + 100, 10, epoch)
    assert post.central.parts.identity.epoch != epoch
