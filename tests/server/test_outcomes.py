"""The list of outcomes as an administrator edits it, and closing by it."""

from __future__ import annotations

from dataclasses import replace

from console.contract.codec import encode
from console.domain import acts
from console.domain.outcome import SHIPPED, CloseOutcome, Need, OutcomeList
from console.domain.report import Report
from tests.worlds.central import Central, Json, SignedDesk

OWN = CloseOutcome(id="damai", words="Damai di tempat")


def put(central: Central, *outcomes: CloseOutcome) -> Json:
    answer = central._ask(
        "PUT", "/v1/admin/outcomes", central.admin, data=encode(OutcomeList(outcomes=outcomes))
    )
    body: Json = answer.json()
    return body | {"status": answer.status_code}


def close(desk: SignedDesk, report_id: str, act: acts.CloseCase, op_version: int = 2) -> Json:
    decision = replace(desk.decision(act, report_id), op_version=op_version)
    result: Json = desk.send(decision).json()["results"][0]
    return result


def test_an_administrators_own_outcome_closes_cases_and_keeps_its_name(central: Central) -> None:
    desk, source = central.sign_in(), central.make_source()
    assert put(central, OWN, *SHIPPED.outcomes)["revision"] == 1
    report_id = central.report_in(source)
    assert close(desk, report_id, acts.CloseCase(outcome="damai"))["outcome"] == "applied"
    report: Report = central.report(report_id)
    assert report.ending is not None
    assert (report.outcome, report.ending.words) == ("damai", "Damai di tempat")


def test_what_is_left_out_is_retired_and_still_closes_what_was_decided_before(central: Central) -> None:
    desk, source = central.sign_in(), central.make_source()
    put(central, OWN)
    left = central._ask("GET", "/v1/admin/outcomes", central.admin).json()["outcomes"]
    assert [each["id"] for each in left if not each.get("retired")] == ["damai"]
    assert close(desk, central.report_in(source), acts.CloseCase(outcome="duplicate"))["outcome"] == "applied"


def test_an_outcome_is_refused_without_what_it_needs_but_not_one_of_an_older_console(central: Central) -> None:
    desk, source = central.sign_in(), central.make_source()
    report_id = central.report_in(source)
    for act, reason in (
        (acts.CloseCase(outcome="referred"), "needs_whom"),
        (acts.CloseCase(outcome="police_report_made"), "needs_lp_number"),
        (acts.CloseCase(outcome="false_report", finding="tidak ada api", found_by="scene"), "needs_finding"),
    ):
        assert close(desk, report_id, act)["refusal"]["reason"] == reason
    assert close(desk, report_id, acts.CloseCase(outcome="referred"), op_version=1)["outcome"] == "applied"


def test_a_list_that_desks_could_not_close_with_is_turned_away_by_name(central: Central) -> None:
    for outcomes, field in (
        ((), "outcomes"),
        ((CloseOutcome(id="duplicate", retired=True),), "outcomes"),
        ((OWN, OWN), "outcomes[1].id"),
        ((CloseOutcome(id="baru"),), "outcomes[0].words"),
        ((CloseOutcome(id="nothing_found", strikes=True),), "outcomes[0].strikes"),
        ((CloseOutcome(id="false_report"),), "outcomes[0].needs"),
        ((CloseOutcome(id="oper", words="Oper", needs=Need.WHOM),), "outcomes[0].to"),
        ((CloseOutcome(id="referred", needs=Need.WHOM, to=(" ",)),), "outcomes[0].to"),
    ):
        answer = put(central, *outcomes)
        assert (answer["status"], answer["field"]) == (422, field)
