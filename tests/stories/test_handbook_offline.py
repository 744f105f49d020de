"""A fire worked by its checklist, the server gone; a flag set there reaches others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.contract.codec import encode
from console.desk.decide import Refused
from console.domain import acts
from console.domain.checklist import Checklist, Checklists, CheckStep
from console.domain.decision import Reason
from tests.stories.test_same_report import Desk
from tests.sync.world import until
from tests.worlds.central import Central, running

FIRE = Checklist(
    category="fire",
    steps=(
        CheckStep(id="inside", indonesian="Tanyakan siapa di dalam", required=True),
        CheckStep(id="brigade", indonesian="Pastikan pemadam tahu", required=True),
    ),
)


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    with running(tmp_path / "central") as server:
        yield server


def test_steps_gate_closing_offline_too_and_a_flag_warns_the_next_desk(central: Central, tmp_path: Path) -> None:
    body = encode(Checklists(lists=(FIRE,)))
    assert central._ask("PUT", "/v1/admin/checklists", central.admin, data=body).status_code == 200
    app = central.make_source()
    fire = central.report_in(app, text="kebakaran rekaan", category="fire", lat=-7.977, lon=112.634)
    sari, bayu = Desk(central, tmp_path / "1", "sari"), Desk(central, tmp_path / "2", "bayu")
    try:
        until(lambda: sari.knows(fire) and bayu.knows(fire), "both read of it")
        central.go_away()
        early = sari.office.desk.decide(acts.CloseCase(outcome="handled_on_scene"), fire)
        assert isinstance(early, Refused)
        assert (early.refusal.reason, early.refusal.params["step"]) == (Reason.STEP_MISSING, "Tanyakan siapa di dalam")
        sari.decides(acts.TickStep(step_id="inside"), fire)
        sari.decides(acts.SkipStep(step_id="brigade", reason="Sudah padam"), fire)
        sari.decides(acts.FlagHazard(kind="place", words="Ada tabung gas", days=30, radius_m=100), fire)
        view = sari.office.book.case(fire)
        assert view is not None
        assert [match.hazard.words for match in view.hazards] == ["Ada tabung gas"], "it warns before it was sent"
        sari.decides(acts.CloseCase(outcome="handled_on_scene"), fire)
        central.come_back()
        until(sari.settled, "all is sent")
        assert sari.cards() == []
        report = central.report(fire)
        assert report.ended
        checks = [(check.step_id, check.reason) for check in report.checks]
        assert checks == [("inside", ""), ("brigade", "Sudah padam")]
        near = central.report_in(app, text="asap lagi", category="fire", lat=-7.9772, lon=112.634)
        until(lambda: bayu.knows(near), "the next report is read")
        until(lambda: (seen := bayu.office.book.case(near)) is not None and len(seen.hazards) == 1, "and warns")
    finally:
        sari.core.close()
        bayu.core.close()
