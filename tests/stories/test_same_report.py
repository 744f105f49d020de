"""Two desks take one report while the server is away: one is told, each way ends well."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from console.clock import SystemClock
from console.core import Core
from console.desk.attention import Attention
from console.desk.decide import Decided
from console.desk.office import Office
from console.desk.ports import LinkState
from console.domain import acts
from console.domain.acts import Act
from console.domain.conflict import WayOut
from console.domain.person import Role
from console.domain.report import Report
from console.paths import Profile
from tests.sync.world import until
from tests.worlds.central import PASSPHRASE, Central, running
from tests.worlds.passphrases import QUICK


class Desk:
    """One workstation with a person at it."""

    def __init__(self, central: Central, folder: Path, user: str, role: Role = Role.OPERATOR) -> None:
        central.make_user(user, role)
        profile = Profile(folder)
        profile.make()
        self.core = Core(profile, central.address, SystemClock(), cost=QUICK)
        self.core.session.enrol(central.enrol_code(), f"meja {user}")
        self.core.session.sign_in(user, PASSPHRASE)
        self.office: Office = self.core.open_office()

    def knows(self, report_id: str) -> bool:
        return self.office.book.case(report_id) is not None

    def decides(self, act: Act, report_id: str) -> str:
        answer = self.office.desk.decide(act, report_id)
        assert isinstance(answer, Decided), answer
        return answer.decision_id

    def cards(self) -> list[Attention]:
        return [each for each in self.office.attention.entries() if not each.calm]

    def waiting(self) -> int:
        return self.office.link.link().waiting

    def settled(self) -> bool:
        return self.waiting() == 0 and self.office.link.link().state is LinkState.LIVE


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    with running(tmp_path / "central") as server:
        server.make_unit("u12", "U12")
        server.make_unit("u07", "U07")
        yield server


@contextmanager
def two_desks(central: Central, folder: Path, loser_is: Role = Role.OPERATOR) -> Iterator[tuple[Desk, Desk]]:
    winner, loser = Desk(central, folder / "1", "budi"), Desk(central, folder / "2", "sari", loser_is)
    try:
        yield winner, loser
    finally:
        loser.core.close()
        winner.core.close()


def both_take_it(central: Central, winner: Desk, loser: Desk) -> str:
    """Offline both claim and send; Budi's desk is back first."""
    report_id = central.report_in(central.make_source(), "pohon tumbang menutup jalan")
    until(lambda: winner.knows(report_id) and loser.knows(report_id), "both read it")
    until(lambda: len(loser.office.city.units()) == 2 and len(winner.office.city.units()) == 2, "both know the units")
    central.go_away()
    winner.decides(acts.ClaimCase(), report_id)
    winner.decides(acts.DispatchUnits(unit_ids=("u07",)), report_id)
    loser.decides(acts.ClaimCase(), report_id)
    loser.decides(acts.DispatchUnits(unit_ids=("u12",)), report_id)
    loser.decides(acts.AddNote(text="warga menunggu di gapura"), report_id)
    held = loser.core.server.transport.address
    loser.core.server.transport.address = "http://127.0.0.1:9"
    central.come_back()
    until(winner.settled, "the winner is back")
    loser.core.server.transport.address = held
    assert loser.core.loop is not None
    loser.core.loop.look_again()
    until(loser.settled, "the loser is back")
    until(lambda: loser.cards() and loser.cards()[0].conflict, "the loser is told")
    until(lambda: len(conflict_of(loser).theirs) == 2, "with both sides")
    return report_id


def conflict_of(desk: Desk):  # type: ignore[no-untyped-def]
    (card,) = desk.cards()
    assert card.conflict is not None
    return card.conflict


def history(report: Report) -> list[tuple[str, str]]:
    """Kind and name of every decision that stands, oldest first."""
    return [(entry.kind, entry.actor_name) for entry in report.timeline if entry.decision_id]


BEFORE = [("report.claim", "Budi"), ("report.dispatch", "Budi"), ("report.note", "Sari")]


def test_exactly_one_card_on_the_loser_none_on_the_winner_and_telling_ends_it(
    central: Central, tmp_path: Path
) -> None:
    with two_desks(central, tmp_path) as (winner, loser):
        report_id = both_take_it(central, winner, loser)
        assert winner.cards() == []
        conflict = conflict_of(loser)
        assert (conflict.report_id, conflict.other, conflict.unsent) == (report_id, "Budi", ("U12",))
        assert [(each.entry.kind, each.refusal is None) for each in conflict.mine] == [
            ("report.claim", False), ("report.dispatch", False), ("report.note", True),
        ]  # fmt: skip
        assert [entry.kind for entry in conflict.theirs] == ["report.claim", "report.dispatch"]
        assert history(central.report(report_id)) == BEFORE
        assert central.unit("u12").report_id == ""

        assert loser.office.resolving.tell(conflict, "Sari mau mengirim U12").refusal is None
        assert loser.cards() == []
        until(loser.settled, "it is sent")
        assert history(central.report(report_id)) == [*BEFORE, ("report.note", "Sari")]
        assert central.report(report_id).unread
        kept = [row[0] for row in loser.core.session.store.ledger_raw()]
        assert set(conflict.refused_ids) <= set(kept)


def test_once_the_winner_gives_it_back_all_is_decided_anew(central: Central, tmp_path: Path) -> None:
    with two_desks(central, tmp_path) as (winner, loser):
        report_id = both_take_it(central, winner, loser)
        until(lambda: winner.office.book.case(report_id).mine, "the winner holds it")  # type: ignore[union-attr]
        winner.decides(acts.ReleaseCase(), report_id)
        until(lambda: WayOut.AGAIN in conflict_of(loser).ways, "the loser may decide anew")
        answer = loser.office.resolving.again(conflict_of(loser))
        assert answer.refusal is None
        assert loser.cards() == []
        until(loser.settled, "it is sent")
        report = central.report(report_id)
        assert report.claim is not None
        assert report.claim.holder_name == "Sari"
        assert central.unit("u12").report_id == report_id
        assert loser.cards() == []


def test_a_supervisor_takes_it_over_and_the_winner_reads_why(central: Central, tmp_path: Path) -> None:
    with two_desks(central, tmp_path, Role.SUPERVISOR) as (winner, loser):
        report_id = both_take_it(central, winner, loser)
        assert WayOut.TAKE_OVER in conflict_of(loser).ways
        answer = loser.office.resolving.take_over(conflict_of(loser), "unit kami di tempat")
        assert answer.refusal is None
        until(lambda: WayOut.AGAIN in conflict_of(loser).ways, "the dispatch can be decided anew")
        loser.office.resolving.again(conflict_of(loser))
        until(loser.settled, "it is sent")
        until(lambda: [card.kind for card in winner.cards()] == ["taken_over"], "the winner is told")
        assert dict(winner.cards()[0].params)["reason"] == "unit kami di tempat"
        report = central.report(report_id)
        assert report.claim is not None
        assert report.claim.holder_name == "Sari"
        assert central.unit("u12").report_id == report_id
        assert loser.cards() == []
        winner.office.resolving.read(winner.cards()[0])
        assert winner.cards() == []


def test_who_else_is_looking_is_told_to_every_other_desk(central: Central, tmp_path: Path) -> None:
    with two_desks(central, tmp_path) as (winner, loser):
        report_id = central.report_in(central.make_source(), "pohon tumbang")
        until(lambda: winner.knows(report_id) and loser.knows(report_id), "both read it")
        winner.office.presence.look_at(report_id)
        loser.office.presence.look_at(report_id)
        until(lambda: winner.office.presence.looking() == {report_id: ("Sari",)}, "Budi sees Sari")
        until(lambda: loser.office.presence.looking() == {report_id: ("Budi",)}, "Sari sees Budi")
        loser.core.session.sign_out()
        until(lambda: winner.office.presence.looking() == {}, "Sari has gone")
