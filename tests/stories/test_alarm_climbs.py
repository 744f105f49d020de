"""Nobody answers at night: the alarm climbs, a supervisor assigns, Polsek takes over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from console.contract.codec import encode
from console.domain import acts
from console.domain.person import Role
from console.domain.report import Report
from console.domain.roster import Duty, Roster, Rung
from console.server.casefile import load_all
from console.server.escalation import Escalation
from console.server.sos import raise_alarm
from tests.worlds.central import Central, SignedDesk, running

ROSTER = Roster(
    duties=(
        Duty(rung=Rung.DUTY_OFFICER, name="Pawas rekaan", contact="+62 800 000 0310"),
        Duty(rung=Rung.POLSEK, name="Ka SPK rekaan", contact="+62 800 000 0321"),
    )
)


@pytest.fixture
def night(tmp_path: Path) -> Iterator[Central]:
    with running(tmp_path / "central") as central:
        answer = requests.put(f"{central.address}/v1/admin/roster", encode(ROSTER), headers=central.admin, timeout=10)
        assert answer.status_code == 200, answer.text
        yield central


def stands(desk: SignedDesk, act: acts.Act, report_id: str) -> str:
    """Decide on the case as it is now; the decision's id."""
    report = desk.central.report(report_id)
    mine = report.claim is not None and report.claim.desk_id == desk.desk_id
    token = report.claim.token if report.claim is not None and mine else None
    decision = desk.decision(act, report_id, base_version=report.version, token=token)
    answer = desk.send(decision).json()["results"][0]
    assert answer["outcome"] == "applied", answer
    return decision.id


def test_an_unanswered_report_climbs_is_assigned_and_passed_on_without_anybody_losing_it(night: Central) -> None:
    sari, joko = night.sign_in("sari"), night.sign_in("joko", Role.SUPERVISOR)
    report_id = night.report_in(night.make_source(), "tolong begal", priority=1)
    alarms = Escalation(night.parts)
    for seconds in (61, 31, 61):
        night.let_pass(seconds)
        assert alarms.climb_due() == 1
    told = [(e.params["rung"], e.params["name"]) for e in night.report(report_id).timeline if e.kind == "alarm.step"]
    assert told == [("operator", ""), ("duty_officer", "Pawas rekaan"), ("polsek", "Ka SPK rekaan")]

    stands(joko, acts.AssignCase(to_id=sari.actor_id, to_name="Sari"), report_id)
    night.let_pass(61)
    assert alarms.climb_due() == 1, "assigned is not yet answered"
    stands(sari, acts.AcceptOffer(), report_id)
    night.let_pass(3600)
    assert alarms.climb_due() == 0
    claim = night.report(report_id).claim
    assert claim is not None
    assert claim.holder_id == sari.actor_id

    passed = stands(sari, acts.TransferCase(kind="polsek", name="Polsek Dau", phone="+62 800 000 0399"), report_id)
    assert night.report(report_id).status.value == "forwarded"
    stands(sari, acts.AcceptTransfer(transfer_id=passed, accepted_by="Aiptu rekaan"), report_id)
    handing = night.report(report_id).handing
    assert handing is not None
    assert handing.transfer is not None
    assert handing.transfer.accepted_by == "Aiptu rekaan"


def test_an_officers_call_is_closed_by_no_operator_until_he_or_a_supervisor_says_so(night: Central) -> None:
    night.make_unit("P01", "P01")
    sari, joko = night.sign_in("sari"), night.sign_in("joko", Role.SUPERVISOR)
    number = raise_alarm(night.parts, "P01", None)
    assert number
    assert Escalation(night.parts).climb_due() == 2
    report_id = _only_report(night)
    stands(sari, acts.ClaimCase(), report_id)
    report = night.report(report_id)
    token = report.claim.token if report.claim else None
    closing = acts.CloseCase(outcome="nothing_found", note="mungkin salah tekan")
    refused = sari.decide(closing, report_id, base_version=report.version, token=token)
    assert refused["refusal"]["reason"] == "officer_in_danger"
    stands(joko, acts.BreakClaim(reason="supervisor menutup"), report_id)
    stands(joko, acts.ClaimCase(), report_id)
    stands(joko, acts.CloseCase(outcome="nothing_found", note="dicek di tempat, aman"), report_id)
    assert night.report(report_id).ended


def _only_report(central: Central) -> str:
    with central.parts.database.read() as connection:
        (report,) = load_all(connection, Report)
    return report.id
