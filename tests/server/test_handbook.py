"""Checklists, answers, flags on the server: shipped, edited, obeyed in closing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from console.contract.codec import encode
from console.contract.handbook_files import read_handbook
from console.domain import acts
from console.domain.answer import Answers
from console.domain.checklist import Checklist, Checklists, CheckStep
from console.domain.errors import InputFault
from console.domain.hazard import Hazard
from console.server.casefile import load
from console.server.handbook import begin_handbook
from tests.worlds.central import Central, Json, SignedDesk

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
OWN = Checklist(category="other", steps=(CheckStep(id="who", indonesian="Tanyakan siapa", required=True),))


def put(central: Central, what: str, body: Checklists | Answers) -> Json:
    answer = central._ask("PUT", f"/v1/admin/{what}", central.admin, data=encode(body))
    found: Json = answer.json()
    return found | {"status": answer.status_code}


def outcome(desk: SignedDesk, report_id: str, act: acts.Act) -> Json:
    result: Json = desk.send(desk.decision(act, report_id)).json()["results"][0]
    return result


def test_what_we_ship_can_be_used_and_says_that_nobody_checked_it_yet() -> None:
    handbook = read_handbook(RESOURCES)
    assert {each.category for each in handbook.checklists.lists} >= {"fire", "domestic_violence", "missing_person"}
    assert all(step.english for each in handbook.checklists.lists for step in each.steps)
    assert {each.topic for each in handbook.answers.answers} == {
        "SIM", "SKCK", "Pajak kendaraan", "Kecelakaan", "Laporan polisi",
    }  # fmt: skip
    assert not any(each.checked_on for each in handbook.answers.answers)


def test_an_administrators_steps_gate_closing_on_the_server(central: Central) -> None:
    desk, source = central.sign_in(), central.make_source()
    assert put(central, "checklists", Checklists(lists=(OWN,)))["revision"] == 1
    report_id = central.report_in(source)
    refused = outcome(desk, report_id, acts.CloseCase(outcome="handled_on_scene"))
    assert (refused["outcome"], refused["refusal"]["reason"]) == ("refused", "step_missing")
    assert refused["refusal"]["params"]["step"] == "Tanyakan siapa"
    assert outcome(desk, report_id, acts.TickStep(step_id="who"))["outcome"] == "applied"
    assert outcome(desk, report_id, acts.CloseCase(outcome="handled_on_scene"))["outcome"] == "applied"
    assert [check.words for check in central.report(report_id).checks] == ["Tanyakan siapa"]


def test_a_release_never_replaces_what_an_administrator_wrote(central: Central) -> None:
    parts, shipped = central.parts, read_handbook(RESOURCES)
    begin_handbook(parts.database, parts.casefile, shipped, parts.now())
    answers = shipped.answers.answers
    put(central, "answers", Answers(answers=(replace(answers[0], checked_by="Kanit rekaan"),)))
    begin_handbook(parts.database, parts.casefile, shipped, parts.now())
    kept = central._ask("GET", "/v1/admin/answers", central.admin).json()
    assert [each["checked_by"] for each in kept["answers"]] == ["Kanit rekaan"]
    lists = central._ask("GET", "/v1/admin/checklists", central.admin).json()
    assert len(lists["lists"]) == len(shipped.checklists.lists)
    assert not lists["edited"]


def test_an_unusable_list_is_turned_away_by_field(central: Central, tmp_path: Path) -> None:
    refused = put(central, "checklists", Checklists(lists=(replace(OWN, category="?"),)))
    assert (refused["status"], refused["field"]) == (422, "lists[0].category")
    assert put(central, "answers", Answers(answers=(replace(_an_answer(), text=""),)))["status"] == 422
    (tmp_path / "checklists").mkdir()
    (tmp_path / "checklists" / "x.json").write_text('{"lists": [{"category": "?", "steps": []}]}', encoding="utf-8")
    with pytest.raises(InputFault, match=r"lists\[0\].category"):
        read_handbook(tmp_path)


def _an_answer():
    return read_handbook(RESOURCES).answers.answers[0]


def test_a_flag_set_on_a_case_reaches_every_desk_and_is_taken_down_by_whoever_set_it(central: Central) -> None:
    desk, source = central.sign_in(), central.make_source()
    report_id = central.report_in(source)
    flag = desk.decision(acts.FlagHazard(kind="place", words="Anjing galak", days=30, radius_m=100), report_id)
    answer: Json = desk.send(flag).json()["results"][0]
    assert answer["outcome"] == "applied", answer
    with central.parts.database.read() as connection:
        hazard = load(connection, Hazard, flag.id)
    assert hazard is not None
    assert (hazard.words, hazard.ended_at) == ("Anjing galak", None)
    assert outcome(desk, report_id, acts.EndHazard(hazard_id=flag.id, reason="pindah"))["outcome"] == "applied"
    with central.parts.database.read() as connection:
        ended = load(connection, Hazard, flag.id)
    assert ended is not None
    assert (ended.revision, ended.ended_by) == (2, hazard.set_by_name)
