"""The server lets alarms climb, takes calls for help, keeps roster and police areas."""

from __future__ import annotations

from dataclasses import replace

import pytest
import requests

from console.contract.codec import encode
from console.domain import acts
from console.domain.agency import Site
from console.domain.deadline_rules import DeadlineRules
from console.domain.police_area import PoliceArea, PoliceAreas
from console.domain.report import Report, Status
from console.domain.roster import Duty, Roster, Rung
from console.server.casefile import load_all
from console.server.escalation import Escalation
from console.server.phone_pages import make_link
from console.server.sos import call_off, raise_alarm
from tests.worlds.central import Central

PAWAS = Duty(rung=Rung.DUTY_OFFICER, name="Iptu Wahyu (rekaan)", contact="+62 800 000 0310")
KLOJEN = PoliceArea(polsek="Polsek Klojen", polres="Polresta", polda="Polda", areas=("35.73.02.1001",))


def put(central: Central, path: str, thing: object, method: str = "PUT") -> requests.Response:
    return requests.request(
        method, f"{central.address}{path}", data=encode(thing), timeout=10,
        headers={**central.admin, "Content-Type": "application/json"},
    )  # fmt: skip


def rungs(report: Report) -> list[str]:
    return [entry.params["rung"] for entry in report.timeline if entry.kind == "alarm.step"]


@pytest.fixture
def manned(central: Central) -> Central:
    assert put(central, "/v1/admin/roster", Roster(duties=(PAWAS,))).status_code == 200
    return central


def test_nobody_takes_it_and_the_duty_officer_is_named_on_the_case_once(manned: Central) -> None:
    source = manned.make_source()
    report_id = manned.report_in(source, priority=1)
    other_id = manned.report_in(source, priority=3)
    job = Escalation(manned.parts)
    assert job.climb_due() == 0
    manned.let_pass(61)
    assert job.climb_due() == 1
    assert job.climb_due() == 0
    manned.let_pass(31)
    assert Escalation(manned.parts).climb_due() == 1
    case = manned.report(report_id)
    assert rungs(case) == ["operator", "duty_officer"]
    assert case.timeline[-1].params["contact"] == PAWAS.contact
    assert rungs(manned.report(other_id)) == []


def test_a_claim_stops_the_climb(manned: Central) -> None:
    desk = manned.sign_in()
    report_id = manned.report_in(manned.make_source(), priority=1)
    job = Escalation(manned.parts)
    manned.let_pass(61)
    assert job.climb_due() == 1
    assert desk.decide(acts.ClaimCase(), report_id, base_version=1)["outcome"] == "applied"
    manned.let_pass(3600)
    assert job.climb_due() == 0


def test_the_sites_own_deadline_is_the_one_that_counts(manned: Central) -> None:
    report_id = manned.report_in(manned.make_source(), priority=1)
    job = Escalation(manned.parts)
    assert job.climb_due() == 0
    site = replace(Site(), deadlines=DeadlineRules(acknowledge_s=(600, 600, 600, 600)))
    assert put(manned, "/v1/admin/site", site, "POST").status_code == 200
    manned.let_pass(61)
    assert job.climb_due() == 0
    assert job.climb_due() == 0
    manned.let_pass(600)
    assert job.climb_due() == 1
    assert rungs(manned.report(report_id)) == ["operator"]
    wrong = put(manned, "/v1/admin/site", replace(site, deadlines=DeadlineRules(answer_s=0)), "POST")
    assert (wrong.status_code, wrong.json()["field"]) == (422, "deadlines.answer_s")


def test_an_officers_call_reaches_the_duty_officer_at_once_and_a_second_one_is_the_same_case(manned: Central) -> None:
    manned.make_unit("P01", "P01")
    number = raise_alarm(manned.parts, "P01", None)
    assert number
    assert raise_alarm(manned.parts, "P01", None) == ""
    assert Escalation(manned.parts).climb_due() == 2
    manned.let_pass(61)
    assert raise_alarm(manned.parts, "P01", None) == number
    with manned.parts.database.read() as connection:
        (case,) = load_all(connection, Report)
    assert (case.number, case.status) == (number, Status.NEW)
    assert case.sos is not None
    assert case.sos.unit_id == "P01"
    assert (rungs(case), case.timeline[-1].kind) == (["operator", "duty_officer"], "sos.again")
    assert call_off(manned.parts, "P01") == 1
    assert call_off(manned.parts, "P01") == 0


def test_a_roster_and_areas_that_cannot_be_used_are_refused_by_field(manned: Central) -> None:
    answer = put(manned, "/v1/admin/roster", Roster(duties=(replace(PAWAS, name=""),)))
    assert (answer.status_code, answer.json()["field"]) == (422, "duties[0]")
    kept = manned.get("/v1/admin/roster", manned.admin).json()
    assert (kept["revision"], kept["duties"][0]["name"]) == (1, PAWAS.name)
    assert put(manned, "/v1/admin/police-areas", PoliceAreas(posts=(KLOJEN,)), "POST").json() == {"count": 1}
    twice = put(manned, "/v1/admin/police-areas", PoliceAreas(posts=(KLOJEN, KLOJEN)), "POST")
    assert (twice.status_code, twice.json()["field"]) == (422, "posts[1].areas")


def test_an_officer_at_a_dangerous_scene_is_asked_on_his_own_page_and_answers_there(manned: Central) -> None:
    manned.make_unit("P01", "P01")
    link = make_link(manned.parts, "P01").path
    desk = manned.sign_in()
    report_id = manned.report_in(manned.make_source(), priority=2)
    assert desk.decide(acts.DispatchUnits(unit_ids=("P01",)), report_id, base_version=1)["outcome"] == "applied"
    assert desk.decide(acts.TickFacts(armed=True), report_id)["outcome"] == "applied"
    there = acts.SetUnitStatus(unit_id="P01", status="on_scene", by="radio")
    assert desk.decide(there, report_id)["outcome"] == "applied"
    job = Escalation(manned.parts)
    assert job.climb_due() == 0
    assert "Cek keselamatan" in manned.get(link, {"Accept": "text/html"}).text
    manned.let_pass(661)
    assert job.climb_due() == 1
    assert manned.post(f"{link}/safe", {"Accept": "application/json"}).status_code == 200
    case = manned.report(report_id)
    assert [entry.kind for entry in case.timeline[-2:]] == ["alarm.step", "unit.safe"]
    assert job.climb_due() == 0
