"""An order for later binds nobody now; it begins when its hour comes or its unit is free."""

from __future__ import annotations

from datetime import timedelta

import pytest

from console.domain.acts import CancelDispatch, CloseCase, DispatchUnits, SetUnitStatus
from console.domain.report import AssignmentStatus, Status
from console.domain.unit import UnitStatus
from console.server.orders_due import OrdersDue
from tests.worlds.central import Central, SignedDesk


@pytest.fixture
def desk(central: Central) -> SignedDesk:
    central.make_unit("patroli-1")
    return central.sign_in("sari")


def test_a_scheduled_order_leaves_the_unit_free_until_its_hour(central: Central, desk: SignedDesk) -> None:
    visit = central.report_in(central.make_source(), category="vehicle_service")
    at = central.now() + timedelta(hours=1)
    desk.decide(DispatchUnits(unit_ids=("patroli-1",), due_at=at), visit, base_version=1)
    due = OrdersDue(central.parts)
    assert due.start_due() == 0
    assert central.unit("patroli-1").status is UnitStatus.AVAILABLE
    assert central.report(visit).status is Status.CLAIMED
    central.advance(3601)
    assert due.start_due() == 1
    assert central.unit("patroli-1").report_id == visit
    assert central.report(visit).assignments[0].status is AssignmentStatus.ORDERED
    assert central.report(visit).waiting_orders == ()
    assert central.report(visit).timeline[-1].kind == "order.started"


def test_a_stacked_order_begins_when_the_unit_is_done_and_a_closed_case_wants_nobody(
    central: Central, desk: SignedDesk
) -> None:
    source = central.make_source()
    first, second, third = (central.report_in(source, text=f"laporan {n}") for n in range(3))
    desk.decide(DispatchUnits(unit_ids=("patroli-1",)), first, base_version=1)
    for later in (second, third):
        stacked = DispatchUnits(unit_ids=("patroli-1",), after_current=True)
        assert desk.decide(stacked, later, base_version=1)["outcome"] == "applied"
    assert [order.report_id for order in central.unit("patroli-1").next_orders] == [second, third]
    due = OrdersDue(central.parts)
    assert due.start_due() == 0
    token = central.report(second).claim.token
    desk.decide(CloseCase(outcome="handled_on_scene"), second, base_version=2, token=token)
    desk.decide(SetUnitStatus(unit_id="patroli-1", status="done", by="radio"), first, token=1)
    due.start_due()
    assert central.unit("patroli-1").report_id == third
    assert central.unit("patroli-1").next_orders == ()


def test_a_waiting_order_can_be_taken_back(central: Central, desk: SignedDesk) -> None:
    visit = central.report_in(central.make_source())
    later = DispatchUnits(unit_ids=("patroli-1",), due_at=central.now() + timedelta(hours=1))
    desk.decide(later, visit, base_version=1)
    desk.decide(CancelDispatch(unit_id="patroli-1"), visit, base_version=2, token=1)
    assert central.report(visit).waiting_orders == ()
    assert central.unit("patroli-1").next_orders == ()
