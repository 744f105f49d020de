"""Three strikes made offline arrive, a supervisor elsewhere blocks, an appeal is heard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.contract.ids import new_id
from console.desk.decide import Decided, Refused
from console.desk.standing import TrustFilter
from console.domain import acts
from console.domain.decision import Reason
from console.domain.person import Role
from tests.stories.test_same_report import Desk
from tests.sync.world import until
from tests.worlds.central import Central, running

BUDI = {"account": "budi-rekaan", "phone": "+62 800 000 0142", "name": "Budi Rekaan"}


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    with running(tmp_path / "central") as server:
        yield server


def test_struck_offline_blocked_by_another_and_heard_by_a_third(central: Central, tmp_path: Path) -> None:
    app = central.make_source()
    ids = [central.report_in(app, text="kapan toko buka", category="other", reporter=BUDI) for _ in range(3)]
    sari, yoga = Desk(central, tmp_path / "1", "sari"), Desk(central, tmp_path / "2", "yoga", Role.SUPERVISOR)
    try:
        until(lambda: all(sari.knows(each) and yoga.knows(each) for each in ids), "both read them")
        central.go_away()
        for each in ids:
            sari.decides(acts.JunkCase(outcome="prank"), each)
            sari.decides(acts.StrikeReporter(outcome="prank", evidence="tertawa"), each)
        view = sari.office.book.case(ids[0])
        assert view is not None
        assert (view.standing.strikes, view.standing.proposed) == (3, True), "it counts before anything was sent"
        again = sari.office.desk.decide(acts.StrikeReporter(outcome="prank", evidence="lagi"), ids[0])
        assert isinstance(again, Refused)
        assert again.refusal.reason is Reason.ALREADY_STRUCK
        central.come_back()
        until(sari.settled, "all is sent")
        assert sari.cards() == []
        until(lambda: len(yoga.office.trust.rows(TrustFilter.PROPOSED)) == 1, "the supervisor reads of it")
        (row,) = yoga.office.trust.rows(TrustFilter.WAITING)
        assert (row.report_id, row.kinds, row.own) == (ids[-1], ("account", "number"), False)
        yoga.decides(acts.DecideBlock(impose=True, grounds="Tiga kali iseng."), row.report_id)
        until(yoga.settled, "the block is confirmed")
        new = {"id": new_id(), "text": "kapan toko buka", "reporter": BUDI}
        assert central.post("/v1/reports", json=new, headers=app).status_code == 403
        cry = central.report_in(app, text="tolong, ada yang tenggelam", reporter=BUDI)
        until(lambda: sari.knows(cry), "who is blocked still calls for help")
        until(lambda: (seen := sari.office.book.case(cry)) is not None and seen.standing.blocked_until is not None,
              "and is marked")  # fmt: skip
        appeal = {"id": new_id(), "text": "Itu adik saya.", "reporter": BUDI}
        assert central.post("/v1/appeals", json=appeal, headers=app).status_code == 201
        until(lambda: len(yoga.office.trust.rows(TrustFilter.APPEALS)) == 1, "the appeal is read")
        assert yoga.office.trust.rows(TrustFilter.APPEALS)[0].own, "whoever blocked does not hear the appeal"
        lifted = yoga.office.desk.decide(acts.LiftBlock(grounds="Dipercaya."), row.report_id)
        assert isinstance(lifted, Decided), "but may always open the account again"
        until(yoga.settled, "it is open")
        central.report_in(app, text="kapan toko buka", reporter=BUDI)
    finally:
        sari.core.close()
        yoga.core.close()
