"""Orders that wait: named when a case ends, moved with a merge, begun by a desk alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from console.domain import acts
from console.domain.casework import Facts, apply, judge
from console.domain.casework.merging import units_named
from console.domain.casework.waiting import next_due, order_begun, order_due
from console.domain.decision import Reason
from console.domain.errors import Bug
from console.domain.report import AssignmentStatus
from console.domain.unit import Unit, UnitStatus
from console.domain.waiting_order import MOST_WAITING
from tests.domain.cases import DEWI, SARI, T0, a_report, a_unit, case_of, decide, done, facts, refused

SOON = T0 + timedelta(hours=1)
BUSY = {"status": UnitStatus.ON_SCENE, "report_id": "r9", "report_number": "KJ-9"}


def waiting(*unit_ids: str, busy: bool = False, **changes: object) -> Facts:
    """A case of theft these units wait for: for their hour, or (busy) for the end of another case."""
    units = tuple(a_unit(each, **(BUSY if busy else {})) for each in unit_ids)
    world = facts(a_report(category="theft", **changes), units=units)
    due_at = None if busy else SOON
    return done(acts.DispatchUnits(unit_ids=unit_ids, due_at=due_at, after_current=busy), world)[0]


def unit(world: Facts, unit_id: str = "u1") -> Unit:
    found = world.unit(unit_id)
    assert found is not None
    return found


@pytest.mark.parametrize("act", [acts.CloseCase(outcome="handled_on_scene"), acts.JunkCase(outcome="prank")])
def test_what_falls_with_a_case_is_named_and_back_when_its_end_is_undone(act: acts.Act) -> None:
    before = waiting("u1", "u2", "u3")
    ended, end = done(act, before, after_s=9)
    assert case_of(ended).timeline[-1].params["fell"] == "U1, U2, U3"
    assert [unit(ended, each).next_orders for each in ("u1", "u2", "u3")] == [(), (), ()]
    # Meanwhile one got as many orders as it can have, and one is not known here any more.
    full = replace(unit(before).next_orders[0], report_id="x")
    ended = ended.with_unit(replace(unit(ended), next_orders=(full,) * MOST_WAITING))
    ended = replace(ended, units=ended.units[:2])
    back, _ = done(acts.Undo(decision_id=end.id), ended, after_s=12)
    assert [order.unit_id for order in case_of(back).waiting_orders] == ["u2"]
    assert unit(back, "u2").next_orders == unit(before, "u2").next_orders
    assert case_of(back).ending is None


def test_an_end_with_nothing_waiting_says_nothing_of_it() -> None:
    junked, _ = done(acts.JunkCase(outcome="prank"), facts(a_report(category="theft")))
    assert ("fell" in case_of(junked).timeline[-1].params, case_of(junked).ending) == (False, None)


def beside(world: Facts, **changes: object) -> Facts:
    return replace(world, others=(a_report(id="r2", number="KJ-2", **changes),))


def test_waiting_orders_move_to_the_parent_in_their_place_and_back_with_a_split() -> None:
    world = beside(waiting("u1", "u2"))
    last = replace(unit(world).next_orders[0], report_id="x")
    world = world.with_unit(replace(unit(world), next_orders=(*unit(world).next_orders, last)))
    merge = acts.MergeCase(into_id="r2")
    assert units_named(merge, case_of(world)) == ("u1", "u2")
    merged, decision = done(merge, world, after_s=9)
    parent = merged.other("r2")
    assert parent is not None
    assert [order.unit_id for order in parent.waiting_orders] == ["u1", "u2"]
    assert [order.report_id for order in unit(merged).next_orders] == ["r2", "x"]
    assert case_of(merged).waiting_orders == ()
    assert case_of(merged).timeline[-1].params["orders"] == parent.timeline[-1].params["orders"] == "U1, U2"
    assert units_named(acts.SplitCase(), case_of(merged)) == ("u1", "u2")
    assert units_named(acts.Undo(decision_id=decision.id), case_of(merged)) == ("u1", "u2")
    assert units_named(acts.AddNote(text="x"), case_of(merged)) == ()

    begun = order_due(Facts(report=parent, units=(unit(merged, "u2"),)), "r2", "u2", SOON)
    assert unit(begun, "u2").report_id == "r2"
    for act in (acts.SplitCase(), acts.Undo(decision_id=decision.id)):
        apart, _ = done(act, merged, after_s=12)
        assert case_of(apart).waiting_orders == case_of(world).waiting_orders
        assert unit(apart).next_orders == unit(world).next_orders
        left = apart.other("r2")
        assert left is not None
        assert left.waiting_orders == ()


def test_an_order_falls_where_its_unit_is_at_the_parent_already_or_unknown() -> None:
    world = beside(waiting("u1", "u2"))
    world = world.with_unit(replace(unit(world), status=UnitStatus.EN_ROUTE, report_id="r2"))
    merged, _ = done(acts.MergeCase(into_id="r2"), replace(world, units=world.units[:1]), after_s=9)
    parent = merged.other("r2")
    assert parent is not None
    assert (parent.waiting_orders, "orders" in parent.timeline[-1].params) == ((), False)
    assert unit(merged).next_orders == ()


def free(world: Facts, unit_id: str = "u1") -> Facts:
    return world.with_unit(replace(unit(world, unit_id), status=UnitStatus.AVAILABLE, report_id="", report_number=""))


def start(world: Facts, unit_id: str = "u1") -> acts.StartOrder:
    return acts.StartOrder(unit_id=unit_id, order_id=case_of(world).waiting_orders[0].decision_id)


def test_a_desk_alone_begins_the_next_order_and_the_server_that_was_first_agrees() -> None:
    world = free(waiting("u1", busy=True))
    begun, decision = done(start(world), world, SARI, after_s=60)
    assigned = case_of(begun).assignments[0]
    assert (assigned.status, assigned.decision_id) == (AssignmentStatus.ORDERED, start(world).order_id)
    assert (case_of(begun).waiting_orders, unit(begun).next_orders) == ((), ())
    claim = case_of(begun).claim
    assert claim is not None
    assert claim.holder_id == DEWI.id
    by_server = order_due(world, "r1", "u1", T0)
    assert judge(decision, by_server, SARI, T0) is None
    agreed = apply(decision, by_server, SARI)
    assert case_of(agreed).assignments == case_of(by_server).assignments
    assert case_of(agreed).timeline[-1].params["already"] == "yes"


def test_it_begins_by_the_servers_rule_only() -> None:
    busy = waiting("u1", busy=True)
    assert refused(start(busy), busy).reason is Reason.UNIT_BUSY
    later = waiting("u1")
    assert refused(start(later), later).reason is Reason.ORDER_NOT_DUE
    assert next_due(unit(later), SOON) == unit(later).next_orders[0]
    off = later.with_unit(replace(unit(later), status=UnitStatus.OFF_DUTY))
    assert refused(start(off), off).reason is Reason.UNIT_OFF_DUTY
    world = free(busy)
    other = replace(unit(world).next_orders[0], report_id="r7", number="KJ-7")
    second = world.with_unit(replace(unit(world), next_orders=(other, *unit(world).next_orders)))
    refusal = refused(start(second), second)
    assert (refusal.reason, refusal.params["number"]) == (Reason.ORDER_NOT_DUE, "KJ-7")
    stranger = acts.StartOrder(unit_id="u1", order_id="another")
    assert refused(stranger, world).reason is Reason.UNIT_NOT_ASSIGNED
    with pytest.raises(Bug):
        order_begun(a_report(), a_unit(), T0)


def test_what_a_decision_names_is_what_moves() -> None:
    world = beside(waiting("u1"))
    merged, _ = done(acts.MergeCase(into_id="r2"), world, after_s=9)
    split = decide(acts.SplitCase(), merged, after_s=12)
    without = replace(merged, units=())
    assert judge(split, without, DEWI, T0) is None
    assert case_of(apply(split, without, DEWI)).waiting_orders == ()
