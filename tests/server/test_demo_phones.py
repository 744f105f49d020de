"""The demo's officers answer their orders over the same page as real phones."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from console.domain.acts import DispatchUnits
from console.domain.report import AssignmentStatus
from console.simulate.orders import Phones
from console.simulate.sender import Sender
from console.simulate.walkers import Walkers
from tests.worlds.central import Central


@pytest.fixture
def sender(central: Central) -> Iterator[Sender]:
    sender = Sender(central.address, central.admin_key)
    yield sender
    sender.close()


def test_an_order_is_read_accepted_driven_to_and_done(central: Central, sender: Sender):
    central.make_unit("patroli-1")
    desk = central.sign_in("sari")
    report_id = central.report_in(central.make_source())
    desk.decide(DispatchUnits(unit_ids=("patroli-1",)), report_id, base_version=1)
    walkers = Walkers(["patroli-1"], [(-7.97, 112.63), (-7.98, 112.64)], 1, 0.0)
    phones = Phones(sender, walkers, 2)
    seen: list[AssignmentStatus] = []
    for minute in range(40):
        phones.step(minute * 120.0)
        walkers.step(120.0, 8.0)
        (assignment,) = central.report(report_id).assignments
        if not seen or seen[-1] is not assignment.status:
            seen.append(assignment.status)
    wanted = ("ordered", "read", "accepted", "en_route", "on_scene", "done")
    assert [status.value for status in seen] == list(wanted)


def test_a_source_registered_again_gets_a_new_key_and_the_old_one_ends(central: Central):
    new = {"id": "demo-sms", "name": "SMS (contoh)", "kind": "sms", "per_second": 20.0}
    first, second = (central.post("/v1/admin/sources", json=new, headers=central.admin).json() for _ in range(2))
    body = {"id": "01a20039-a224-74d5-b251-10c1a68ea346", "text": "x"}
    old = central.post("/v1/reports", json=body, headers={"Authorization": f"Bearer {first['key']}"})
    now = central.post("/v1/reports", json=body, headers={"Authorization": f"Bearer {second['key']}"})
    assert (old.status_code, now.status_code) == (401, 201)
