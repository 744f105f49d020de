"""A unit's day at two desks: off duty, offline too, and its next order begun there."""

from __future__ import annotations

from pathlib import Path

from console.desk.decide import Refused
from console.domain import acts
from console.domain.decision import Reason
from console.domain.unit import Duty, Unit
from tests.stories.test_same_report import Desk, two_desks
from tests.sync.world import until
from tests.worlds.central import running


def unit(desk: Desk) -> Unit:
    found = desk.office.book.unit("u12")
    assert found is not None
    return found


def test_a_break_is_seen_everywhere_binds_everybody_and_ends_with_who_said_so(tmp_path: Path) -> None:
    with running(tmp_path / "central") as central:
        central.make_unit("u12", "U12")
        with two_desks(central, tmp_path) as (budi, sari):
            report_id = central.report_in(central.make_source())
            for desk in (budi, sari):
                until(lambda desk=desk: desk.knows(report_id) and desk.office.city.units(), "both know case and unit")
            budi.decides(acts.SetDuty(duty="break", note="makan siang"), "u12")
            until(lambda: unit(sari).duty is Duty.BREAK, "the other desk sees the break")
            assert unit(sari).away.by == unit(budi).away.by != ""
            refused = sari.office.desk.decide(acts.DispatchUnits(unit_ids=("u12",)), report_id)
            assert isinstance(refused, Refused)
            assert refused.refusal.reason is Reason.UNIT_OFF_DUTY
            until(budi.settled, "the server has it")

            central.go_away()
            sari.decides(acts.SetDuty(duty="available"), "u12")
            sari.decides(acts.DispatchUnits(unit_ids=("u12",)), report_id)
            assert unit(sari).report_id == report_id
            out = budi.decides(acts.SetDuty(duty="out_of_service"), "u12")
            budi.office.desk.undo(out)
            assert unit(budi).duty is Duty.BREAK
            central.come_back()
            until(lambda: budi.settled() and sari.settled(), "both have sent what they decided")
            until(lambda: unit(budi) == unit(sari) == central.unit("u12"), "all agree on the unit")
            # Whoever came first; nothing is lost silently: what did not stand is a card at its desk.
            sent = central.unit("u12").report_id == report_id
            assert sent or sari.cards() or budi.cards()
            assert {change.by for change in central.unit("u12").duties} >= {unit(budi).duties[0].by}


def test_a_freed_unit_goes_on_to_its_next_case_without_a_server_and_the_server_agrees(tmp_path: Path) -> None:
    with running(tmp_path / "central") as central:
        central.make_unit("u12", "U12")
        with two_desks(central, tmp_path) as (budi, _):
            first, second = (central.report_in(central.make_source(f"s{n}"), f"laporan {n}") for n in range(2))
            until(lambda: budi.knows(first) and budi.knows(second) and budi.office.city.units(), "he knows all")
            budi.decides(acts.DispatchUnits(unit_ids=("u12",)), first)
            order = budi.decides(acts.DispatchUnits(unit_ids=("u12",), after_current=True), second)
            until(budi.settled, "both orders are with the server")
            central.go_away()
            budi.decides(acts.SetUnitStatus(unit_id="u12", status="done", by="radio"), first)
            case = budi.office.book.case(second)
            assert case is not None
            assert case.startable == {"u12"}
            budi.decides(acts.StartOrder(unit_id="u12", order_id=order), second)
            assert unit(budi).report_id == second
            central.come_back()
            until(budi.settled, "what was decided alone is with the server")
            until(lambda: central.unit("u12").report_id == second, "the unit is on its second case there too")
            (assigned,) = central.report(second).assignments
            assert assigned.decision_id == order
            assert central.report(second).waiting_orders == ()
            assert budi.cards() == []
