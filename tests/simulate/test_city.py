"""The demo city lives: reports come in, phones answer orders, citizens answer questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.domain.acts import AskReporter, ClaimCase, DispatchUnits
from console.domain.report import AssignmentStatus, Report
from console.domain.unit import UnitStatus
from console.server.demo_seed import seed_demo
from console.simulate import city
from tests.worlds.central import Central

FACTS = Path(__file__).resolve().parents[2] / "resources" / "demo"


class Playing:
    """Plays the city one turn at a time: `stop` is asked once a turn, and there the test looks and decides."""

    def __init__(self, central: Central) -> None:
        self.central = central
        self.desk = central.sign_in("penguji")
        self.report_id = self.unit_id = ""
        self.steps: set[AssignmentStatus] = set()
        self.answered = False
        self.turns = 0

    def report(self) -> Report:
        return self.central.report(self.report_id)

    def done(self) -> bool:
        self.turns += 1
        if not self.report_id:
            self.send_an_officer()
            return False
        self.steps |= {assignment.status for assignment in self.report().assignments}
        self.answered = self.answered or any(entry.kind == "answer" for entry in self.report().timeline)
        enough = {AssignmentStatus.READ, AssignmentStatus.ACCEPTED, AssignmentStatus.EN_ROUTE} <= self.steps
        return (enough and self.answered) or self.turns > 90

    def send_an_officer(self) -> None:
        """Ask the reporter of the first report, and send him the first free unit that is seen."""
        rows = self.central.get("/v1/changes?after=0&limit=2000", headers=self.desk.headers).json()["rows"]
        latest = self.central.get("/v1/positions", headers=self.desk.headers).json()["positions"]
        seen = {each["unit_id"] for each in latest}
        reports = [row["id"] for row in rows if row["kind"] == "report"]
        units = [row["id"] for row in rows if row["kind"] == "unit" and row["id"] in seen]
        free = [unit for unit in units if self.central.unit(unit).status is UnitStatus.AVAILABLE]
        if not reports or not free:
            return
        self.report_id, self.unit_id = reports[0], free[0]
        claimed = self.desk.decide(ClaimCase(), self.report_id, base_version=self.report().version)
        self.desk.decide(AskReporter(text="Di mana tepatnya?"), self.report_id)
        sent = self.desk.decide(
            DispatchUnits(unit_ids=(self.unit_id,)), self.report_id, base_version=self.report().version,
            token=claimed["token"],
        )  # fmt: skip
        assert sent["outcome"] == "applied", sent


@pytest.mark.slow
def test_an_order_is_read_accepted_and_followed_and_a_question_answered(central: Central) -> None:
    seed_demo(central.parts, FACTS)
    playing = Playing(central)
    city.live(
        server=central.address, key=central.admin_key, facts=FACTS, speed=360.0, burst=2, stop=playing.done
    )
    assert {AssignmentStatus.READ, AssignmentStatus.ACCEPTED, AssignmentStatus.EN_ROUTE} <= playing.steps
    assert playing.answered
    assert playing.report().attachments, "the first story brings its photo"
