"""Who may be sent, how many at least, and orders that wait for an hour or for their unit.

Why so long: one rule after the other, and the history that keeps them in step.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain import acts
from console.domain.acts import Act
from console.domain.attachment import Attachment
from console.domain.casework import Facts, apply, judge
from console.domain.casework.assignment import NEXT_STATUSES
from console.domain.casework.waiting import order_due
from console.domain.crew_size import Because, crew_size, people_on
from console.domain.decision import Reason
from console.domain.report import AssignmentStatus, Report
from console.domain.ticks import NAMES, Ticks
from console.domain.unit import Unit, UnitKind, UnitStatus
from console.domain.waiting_order import MOST_WAITING
from tests.domain.cases import DEWI, T0, a_report, a_unit, case_of, decide, done, facts, refused

CAR = a_unit("car", kind=UnitKind.VEHICLE, crew=("a", "b", "c"))
SOON = T0 + timedelta(hours=1)


def both(**changes: object) -> Facts:
    """A case of theft with two officers, a car, one busy elsewhere and one off duty."""
    units = (
        a_unit("u1"), a_unit("u2"), CAR,
        a_unit("busy", status=UnitStatus.ON_SCENE, report_id="r9", report_number="KJ-9"),
        a_unit("off", status=UnitStatus.OFF_DUTY),
    )  # fmt: skip
    return facts(a_report(category="theft", **changes), units=units)


def unit(world: Facts, unit_id: str) -> Unit:
    """One of the world's units, which must be there."""
    found = world.unit(unit_id)
    assert found is not None
    return found


# --- how many ------------------------------------------------------------------------------------------------------


def test_how_many_to_send_is_a_sum_one_can_read() -> None:
    photo = Attachment(id="f", name="a.jpg", media_type="image/jpeg", size_bytes=1, sha256="0", received_at=T0)
    ticks = Ticks(injured=True, armed=True, vehicle=True)
    crew = crew_size(a_report(category="brawl", priority=1, ticks=ticks, attachments=(photo, photo)))
    assert crew.because == (
        Because(code="category", people=4), Because(code="priority", people=1), Because(code="injured", people=1),
        Because(code="armed", people=2), Because(code="files", people=0, count=2),
    )  # fmt: skip
    assert (crew.send, crew.fewest, crew.fewest_for) == (8, 2, "category")
    assert crew_size(a_report(category="noise", priority=4)).fewest_for == ""
    assert crew_size(a_report(category="theft", ticks=Ticks(armed=True))).fewest_for == "armed"


@settings(max_examples=50)
@given(
    st.sampled_from(["theft", "brawl", "noise", "?"]),
    st.integers(1, 4),
    st.lists(st.booleans(), min_size=6, max_size=6),
)
def test_more_danger_never_means_fewer(category: str, priority: int, on: list[bool]) -> None:
    ticks = Ticks(**dict(zip(NAMES, on, strict=True)))
    crew = crew_size(a_report(category=category, priority=priority, ticks=ticks))
    assert crew.send == max(crew.fewest, sum(line.people for line in crew.because))
    calm = crew_size(a_report(category=category, priority=priority))
    assert crew.send >= calm.send
    assert crew.fewest >= calm.fewest
    assert crew.fewest > 1 or not ticks.armed


def test_never_one_alone_to_a_weapon_unless_somebody_says_why() -> None:
    world = both(ticks=Ticks(armed=True))
    alone = acts.DispatchUnits(unit_ids=("u1",))
    refusal = refused(alone, world)
    assert (refusal.reason, refusal.params["fewest"], refusal.params["why"]) == (Reason.TOO_FEW_SENT, "2", "armed")
    assert refused(replace(alone, fewer_because="  "), world).reason is Reason.TOO_FEW_SENT
    sent, _ = done(replace(alone, fewer_because="bantuan menyusul"), world)
    entry = case_of(sent).timeline[-1]
    assert (entry.params["fewer"], entry.params["people"]) == ("bantuan menyusul", "1")
    second, _ = done(acts.DispatchUnits(unit_ids=("u2",)), sent, after_s=9)
    assert "fewer" not in case_of(second).timeline[-1].params
    assert people_on(case_of(second), second.units) == 2
    assert people_on(case_of(second), ()) == 2


def test_a_car_with_its_crew_is_as_many_as_sit_in_it() -> None:
    assert (CAR.people, a_unit().people, a_unit(kind=UnitKind.VEHICLE).people) == (3, 1, 1)
    done(acts.DispatchUnits(unit_ids=("car",)), both(ticks=Ticks(armed=True)))


# --- who -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        (acts.DispatchUnits(unit_ids=()), Reason.BAD_VALUE),
        (acts.DispatchUnits(unit_ids=("u1", "u1")), Reason.BAD_VALUE),
        (acts.DispatchUnits(unit_ids=("nobody",)), Reason.NOT_FOUND),
        (acts.DispatchUnits(unit_ids=("busy",)), Reason.UNIT_BUSY),
        (acts.DispatchUnits(unit_ids=("off",)), Reason.UNIT_OFF_DUTY),
        (acts.DispatchUnits(unit_ids=("off",), after_current=True), Reason.UNIT_OFF_DUTY),
        (acts.DispatchUnits(unit_ids=("u1",), due_at=T0), Reason.TIME_NOT_AHEAD),
        (acts.DispatchUnits(unit_ids=("u1",), due_at=SOON.replace(tzinfo=None)), Reason.TIME_NOT_AHEAD),
        (acts.DispatchUnits(unit_ids=("u1",), due_at=T0 + timedelta(days=90)), Reason.TIME_NOT_AHEAD),
        (acts.CancelDispatch(unit_id="u1"), Reason.UNIT_NOT_ASSIGNED),
        (acts.SetUnitStatus(unit_id="u1", status="done", by="radio"), Reason.UNIT_NOT_ASSIGNED),
    ],
)
def test_who_cannot_be_sent_or_spoken_for_is_refused_with_why(act: Act, reason: Reason) -> None:
    assert refused(act, both()).reason is reason


def test_a_unit_on_this_very_case_is_not_sent_twice() -> None:
    world, _ = done(acts.DispatchUnits(unit_ids=("u1",)), both())
    assert refused(acts.DispatchUnits(unit_ids=("u1",), after_current=True), world).reason is Reason.UNIT_BUSY


def test_every_legal_step_may_be_set_by_radio_or_phone_and_no_other() -> None:
    for now, legal in NEXT_STATUSES.items():
        if now is AssignmentStatus.CANCELLED or not legal:
            continue
        sent, _ = done(acts.DispatchUnits(unit_ids=("u1",)), both())
        if now is not AssignmentStatus.ORDERED:
            sent, _ = done(acts.SetUnitStatus(unit_id="u1", status=now.value, by="phone"), sent)
        for then in AssignmentStatus:
            act = acts.SetUnitStatus(unit_id="u1", status=then.value, by="radio")
            if then in legal:
                assert case_of(done(act, sent)[0]).assignments[0].by == "radio"
            else:
                assert refused(act, sent).reason is Reason.ILLEGAL_STATUS
        assert refused(acts.SetUnitStatus(unit_id="u1", status="done", by="dukun"), sent).reason is Reason.BAD_VALUE


def test_orders_count_as_load_until_called_back_and_the_end_of_one_begins_a_rest() -> None:
    sent, _ = done(acts.DispatchUnits(unit_ids=("u1", "u2")), both())
    assert len(unit(sent, "u1").orders_at) == 1
    back, _ = done(acts.CancelDispatch(unit_id="u1"), sent, after_s=20)
    assert (unit(back, "u1").orders_at, unit(back, "u1").freed_at) == ((), None)
    over, _ = done(acts.SetUnitStatus(unit_id="u2", status="done", by="radio"), back, after_s=60)
    assert unit(over, "u2").freed_at == T0 + timedelta(seconds=60)


# --- what waits ----------------------------------------------------------------------------------------------------


def test_a_scheduled_order_binds_nobody_before_its_hour() -> None:
    world, _ = done(acts.DispatchUnits(unit_ids=("u1", "off"), due_at=SOON), both())
    assert unit(world, "u1").status is UnitStatus.AVAILABLE
    assert unit(world, "u1").orders_at == ()
    assert [order.due_at for order in case_of(world).waiting_orders] == [SOON, SOON]
    assert case_of(world).timeline[-1].params["later"] == "U1, OFF"
    assert order_due(world, "r1", "u1", T0) == world
    begun = order_due(world, "r1", "u1", SOON)
    assert unit(begun, "u1").report_id == "r1"
    assert unit(begun, "u1").next_orders == ()
    assert case_of(begun).unread
    told = order_due(begun, "r1", "off", SOON)
    assert case_of(told).timeline[-1].kind == "order.off_duty"
    assert order_due(told, "r1", "off", SOON) == told


def test_at_its_hour_a_busy_unit_goes_on_to_it_when_it_is_done() -> None:
    world, _ = done(acts.DispatchUnits(unit_ids=("busy",), due_at=SOON), both())
    stacked = order_due(world, "r1", "busy", SOON)
    assert case_of(stacked).waiting_orders[0].after == "KJ-9"
    assert case_of(stacked).timeline[-1].kind == "order.stacked"
    assert order_due(stacked, "r1", "busy", SOON) == stacked
    free = stacked.with_unit(replace(unit(stacked, "busy"), status=UnitStatus.AVAILABLE, report_id=""))
    assert unit(order_due(free, "r1", "busy", SOON), "busy").status is UnitStatus.ORDERED


def test_a_busy_unit_takes_so_many_orders_and_no_more() -> None:
    stacked = acts.DispatchUnits(unit_ids=("busy",), after_current=True)
    world, _ = done(stacked, both())
    assert case_of(world).waiting_orders[0].after == "KJ-9"
    again, _ = done(stacked, world)
    assert len(unit(again, "busy").next_orders) == 1
    full = world.with_unit(replace(unit(world, "busy"), next_orders=tuple(
        replace(unit(world, "busy").next_orders[0], report_id=f"x{n}") for n in range(MOST_WAITING)
    )))  # fmt: skip
    assert refused(stacked, full).reason is Reason.UNIT_STACK_FULL


def test_sending_a_unit_now_after_all_is_one_order_not_two() -> None:
    world, _ = done(acts.DispatchUnits(unit_ids=("u1",), due_at=SOON), both())
    sent, _ = done(acts.DispatchUnits(unit_ids=("u1",)), world, after_s=9)
    assert case_of(sent).waiting_orders == ()
    assert [a.unit_id for a in case_of(sent).assignments] == ["u1"]
    assert unit(sent, "u1").next_orders == ()


@pytest.mark.parametrize("how", ["take back", "undo", "close", "junk", "unknown unit"])
def test_what_waits_is_gone_when_it_is_taken_back_or_the_case_ends(how: str) -> None:
    world, sent = done(acts.DispatchUnits(unit_ids=("u1",), due_at=SOON), both())
    if how == "unknown unit":
        world = replace(world, units=())
    after, _ = done({
        "take back": acts.CancelDispatch(unit_id="u1"), "undo": acts.Undo(decision_id=sent.id),
        "close": acts.CloseCase(outcome="handled_on_scene"), "junk": acts.JunkCase(outcome="prank"),
        "unknown unit": acts.CancelDispatch(unit_id="u1"),
    }[how], world)  # fmt: skip
    assert case_of(after).waiting_orders == ()
    left = after.unit("u1")
    assert left is None or left.next_orders == ()


def test_what_an_ended_case_left_on_a_unit_is_tidied_away() -> None:
    world, _ = done(acts.DispatchUnits(unit_ids=("u1",), due_at=SOON), both())
    gone = replace(world, report=None)
    assert unit(order_due(gone, "r1", "u1", T0), "u1").next_orders == ()
    assert order_due(gone, "other", "u1", T0) == gone
    assert order_due(world, "r1", "nobody", SOON) == world


steps: st.SearchStrategy[Act] = st.one_of(
    st.builds(
        lambda ids, later, due: acts.DispatchUnits(
            unit_ids=tuple(ids), after_current=later, due_at=SOON if due else None, fewer_because="uji"
        ),
        st.lists(st.sampled_from(["u1", "u2", "busy", "off"]), min_size=1, max_size=3), st.booleans(), st.booleans(),
    ),
    st.builds(lambda unit_id: acts.CancelDispatch(unit_id=unit_id), st.sampled_from(["u1", "u2", "busy"])),
    st.builds(
        lambda unit_id, status: acts.SetUnitStatus(unit_id=unit_id, status=status, by="radio"),
        st.sampled_from(["u1", "u2", "busy"]), st.sampled_from(["accepted", "on_scene", "done"]),
    ),
    st.just(acts.CloseCase(outcome="handled_on_scene", release_units=True)),
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(st.tuples(steps, st.booleans()), max_size=12))
def test_case_and_units_always_agree_on_who_is_bound_and_who_waits(history: list[tuple[Act, bool]]) -> None:
    world = both()
    for number, (act, due) in enumerate(history):
        decision = decide(act, world, after_s=number)
        if judge(decision, world, DEWI, decision.decided_at) is None:
            world = apply(decision, world, DEWI)
        if due:
            for each in world.units:
                world = order_due(world, "r1", each.id, SOON)
        _agree(world, case_of(world))


def _agree(world: Facts, report: Report) -> None:
    bound = [a.unit_id for a in report.assignments if NEXT_STATUSES[a.status]]
    assert len(bound) == len(set(bound))
    waiting = {order.unit_id for order in report.waiting_orders}
    for each in world.units:
        assert (each.report_id == "r1") == (each.id in bound)
        assert (each.id in waiting) == any(order.report_id == "r1" for order in each.next_orders)
        assert each.status is UnitStatus.AVAILABLE or each.report_id or each.id == "off"
    assert not (waiting & set(bound))
