"""What the case pane is told of a case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from console.desk.decide import Refused
from console.domain import acts
from console.domain.deadlines import Stage
from console.domain.decision import Reason
from console.domain.report import ForwardStatus
from console.domain.reporter import Reporter
from tests.worlds.cases import IDENTITY_KEY, NOW, SUPERVISOR, CaseDesk, a_report


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[CaseDesk]:
    world = CaseDesk(tmp_path)
    yield world
    world.close()


def test_a_case_comes_with_its_clocks(desk: CaseDesk) -> None:
    desk.report(a_report("r1", "KJ-2611-0187"))
    view = desk.book.case("r1")
    assert view is not None
    claim, dispatch, arrive, close = view.stages
    assert claim.due_at == NOW - timedelta(seconds=32)
    assert dispatch.due_at is not None
    assert arrive.due_at is not None
    assert close.due_at == arrive.due_at + timedelta(hours=4) - timedelta(minutes=10)
    assert not any(clock.reached_at for clock in view.stages)


def test_the_nearest_free_units_are_advised_and_nearer_ones_explained(desk: CaseDesk) -> None:
    desk.report(a_report("r1", "KJ-2611-0187"))
    view = desk.book.case("r1")
    assert view is not None
    assert [a.unit.call_sign for a in view.advice if not a.skipped] == ["U12", "U40", "U31"]
    left_out = {"U09": "stale_position", "U22": "busy", "U07": "outranked"}
    assert {a.unit.call_sign: a.skipped for a in view.advice if a.skipped} == left_out
    assert [a.agency.id for a in view.agencies] == ["rssa"]
    assert view.beat is not None
    assert view.beat.unit.call_sign == "U40"


def test_a_report_nearby_about_the_same_is_found(desk: CaseDesk) -> None:
    desk.report(a_report("r1", "KJ-2611-0187"))
    desk.report(a_report("r2", "KJ-2611-0185", text="Tabrakan truk dan motor di depan stasiun"))
    other = Reporter(id="lain", reachable=True)
    desk.report(a_report("r3", "KJ-2611-0186", text="Air meluap", category="flood", reporter=other))
    view = desk.book.case("r1")
    assert view is not None
    assert [similar.number for similar in view.similar] == ["KJ-2611-0185"]


def test_a_sensitive_case_stays_bare_until_it_is_opened(desk: CaseDesk) -> None:
    photo = desk.files.add("luka.jpg", b"x", "image/jpeg")
    desk.report(a_report("r1", "KJ-1", category="domestic_violence", text="suami memukul", attachments=(photo,)))
    desk.decide(acts.AddNote(text="tetangga mendengar teriakan"), "r1")
    bare = desk.book.case("r1")
    assert bare is not None
    assert bare.hidden
    assert bare.hidden_files == 1
    assert "memukul" not in repr(bare)
    assert "teriakan" not in repr(bare)
    assert "luka.jpg" not in repr(bare)
    assert bare.report.place.area_name == "Klojen"
    opened = desk.book.case("r1", opened=True)
    assert opened is not None
    assert opened.report.text == "suami memukul"


def test_every_key_knows_beforehand_whether_it_would_stand(desk: CaseDesk) -> None:
    desk.report(a_report("r1", "KJ-1"))
    view = desk.book.case("r1")
    assert view is not None
    assert view.may["report.claim"] is None
    junk = view.may["report.junk"]
    assert junk is not None
    assert junk.reason is Reason.NOT_CLAIMED
    desk.decide(acts.ClaimCase(), "r1")
    view = desk.book.case("r1")
    assert view is not None
    assert view.mine
    assert view.may["report.junk"] is None
    desk.actor = SUPERVISOR
    view = desk.book.case("r1")
    assert view is not None
    assert not view.mine
    held = view.may["report.dispatch"]
    assert held is not None
    assert held.reason is Reason.CLAIMED_BY_OTHER


def test_a_decision_waits_and_is_then_confirmed(desk: CaseDesk) -> None:
    desk.report(a_report("r1", "KJ-1"))
    desk.decide(acts.ClaimCase(), "r1")
    view = desk.book.case("r1")
    assert view is not None
    assert view.lines[-1].waiting
    desk.pass_time(5)
    desk.confirm_all()
    view = desk.book.case("r1")
    assert view is not None
    assert not view.lines[-1].waiting
    assert view.lines[-1].sent_at == desk.now_at


def test_a_forward_rings_on_p1_until_somebody_took_it(desk: CaseDesk) -> None:
    desk.report(a_report("r1", "KJ-1"))
    forward_id = desk.decide(acts.ForwardCase(agency_id="rssa", text="korban tak sadar"), "r1")
    view = desk.book.case("r1")
    assert view is not None
    assert view.forwards[0].ring
    assert view.forwards[0].due_at == desk.now_at + timedelta(minutes=3)
    desk.decide(acts.ConfirmForward(forward_id=forward_id, confirmed_by="Bu Rina"), "r1")
    view = desk.book.case("r1")
    assert view is not None
    assert not view.forwards[0].ring
    assert view.forwards[0].forward.status is ForwardStatus.CONFIRMED


def test_the_stages_are_reached_one_by_one(desk: CaseDesk) -> None:
    desk.report(a_report("r1", "KJ-1"))
    desk.decide(acts.DispatchUnits(unit_ids=("u12",)), "r1")
    desk.pass_time(240)
    desk.decide(acts.SetUnitStatus(unit_id="u12", status="on_scene", by="radio"), "r1")
    view = desk.book.case("r1")
    assert view is not None
    reached = {clock.stage for clock in view.stages if clock.reached_at}
    assert reached == {Stage.ACKNOWLEDGE, Stage.DISPATCH, Stage.ARRIVE}
    assert view.assignments[0].open


def test_an_identity_opens_only_after_the_look_is_in_the_ledger(desk: CaseDesk) -> None:
    desk.report(a_report("r1", "KJ-1"))
    revealed = desk.identities.reveal("r1", "menolong pelapor")
    assert not isinstance(revealed, Refused)
    assert revealed.name == "Budi Rekaan"
    assert desk.decided() == [acts.Look(what="identity", reason="menolong pelapor")]
    assert isinstance(desk.identities.reveal("r1", "  "), Refused)
    assert len(IDENTITY_KEY) == 32


def test_a_withdrawn_case_is_none(desk: CaseDesk) -> None:
    assert desk.book.case("nowhere") is None
