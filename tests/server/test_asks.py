"""A question goes to a partner's app and back: held, fetched, answered, ended."""

from __future__ import annotations

import json
from typing import Any

import pytest
import requests

from console.contract.ids import new_id
from console.domain.acts import AskNearby, ClaimCase, CloseCase, SetCategory, Undo
from console.domain.askable import AskSources
from console.domain.nearby import answers_of
from console.domain.report import SourceKind
from console.server.casefile import load
from tests.server.test_intake import PHOTO
from tests.worlds.central import Central, SignedDesk

QUESTION = AskNearby(source_ids=("ojol",), question="Ada kecelakaan di dekat Anda?")
CROWDS = {"crowds": [{"lat": -7.9762, "lon": 112.6344, "people": 7}, {"lat": -7.9781, "lon": 112.6312, "people": 2}]}
PLACE = {"lat": -7.9771, "lon": 112.6341}


def put(central: Central, path: str, headers: dict[str, str], body: object) -> requests.Response:
    return central._ask("PUT", path, headers, json=body)


@pytest.fixture
def ojol(central: Central) -> dict[str, str]:
    """A partner that has said that its drivers can be asked."""
    headers = central.make_source("ojol", SourceKind.PARTNER)
    assert put(central, "/v1/asks/reach", headers, CROWDS).status_code == 200
    return headers


@pytest.fixture
def desk(central: Central) -> SignedDesk:
    return central.sign_in("sari")


def case(central: Central, desk: SignedDesk, **more: Any) -> str:
    report_id = central.report_in(central.make_source(), text="Tabrakan truk dan dua motor", **{**PLACE, **more})
    assert desk.decide(ClaimCase(), report_id, base_version=1)["outcome"] == "applied"
    return report_id


def ask(central: Central, desk: SignedDesk, report_id: str, act: AskNearby = QUESTION) -> str:
    """Ask as the desk would; the question's id."""
    report = central.report(report_id)
    decision = desk.decision(act, report_id, base_version=report.version, token=report.last_token)
    answer = desk.send(decision).json()["results"][0]
    assert answer["outcome"] == "applied", answer
    return decision.id


def listed(central: Central, headers: dict[str, str]) -> list[dict[str, Any]]:
    answer = central.get("/v1/asks", headers=headers)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["asks"]
    return found


def tell(
    central: Central, headers: dict[str, str], ask_id: str, account: str = "p-1", **more: Any
) -> requests.Response:
    said = {"id": new_id(), "seen": "yes", "text": "Truk melintang", "reporter": {"account": account}, **more}
    return central.post(f"/v1/asks/{ask_id}/answers", json=said, headers=headers)


def test_it_is_held_ten_seconds_then_fetched_counted_answered_and_gone_with_the_case(
    central: Central, desk: SignedDesk, ojol: dict[str, str]
) -> None:
    report_id = case(central, desk)
    ask_id = ask(central, desk, report_id)
    assert listed(central, ojol) == []
    central.let_pass(11)
    (given,) = listed(central, ojol)
    assert {name: given[name] for name in ("id", "question", "quoted", "lat", "lon", "radius_m")} == {
        "id": ask_id, "question": QUESTION.question, "quoted": "", "lat": -7.978, "lon": 112.634, "radius_m": 1000,
    }  # fmt: skip
    assert "Tabrakan" not in str(given)
    assert central.report(report_id).number not in str(given)
    assert central.post(f"/v1/asks/{ask_id}/reached", json={"people": 9}, headers=ojol).status_code == 200
    said = tell(central, ojol, ask_id, lat=-7.9798, lon=112.6341)
    assert said.status_code == 201, said.text
    report = central.report(report_id)
    (answer,) = answers_of(report.timeline, ask_id)
    assert (answer.metres, answer.text, answer.seen) == (300, "Truk melintang", "yes")
    assert (report.asks[0].reached, report.unread) == (9, True)
    assert "p-1" not in str(report.timeline)
    closing = CloseCase(outcome="nothing_found", note="Sudah ditangani")
    closed = desk.decide(closing, report_id, base_version=report.version, token=report.last_token)
    assert closed["outcome"] == "applied", closed
    assert listed(central, ojol) == []
    assert tell(central, ojol, ask_id, "p-2").status_code == 201


def test_sent_again_it_is_one_answer_and_three_a_person_are_enough(
    central: Central, desk: SignedDesk, ojol: dict[str, str]
) -> None:
    report_id = case(central, desk)
    ask_id = ask(central, desk, report_id)
    central.let_pass(11)
    listed(central, ojol)
    body = {"id": new_id(), "seen": "no", "reporter": {"account": "p-1"}}
    path = f"/v1/asks/{ask_id}/answers"
    assert [central.post(path, json=body, headers=ojol).status_code for _ in range(2)] == [201, 200]
    assert central.post(path, json={**body, "seen": "yes"}, headers=ojol).status_code == 409
    more = [tell(central, ojol, ask_id).status_code for _ in range(3)]
    assert more == [201, 201, 422]
    form = [("answer", (None, json.dumps({**body, "id": new_id(), "reporter": {"account": "p-2"}}))),
            ("file", ("a.jpg", PHOTO))]  # fmt: skip
    assert central.post(path, files=form, headers=ojol).status_code == 201
    report = central.report(report_id)
    assert len(report.attachments) == 1
    assert answers_of(report.timeline, ask_id)[-1].attachment_ids == (report.attachments[0].id,)
    assert central.post(path, files=[("file", ("a.jpg", PHOTO))], headers=ojol).json()["field"] == "answer"


def test_other_sources_unfetched_and_ended_questions_are_nobodys(
    central: Central, desk: SignedDesk, ojol: dict[str, str]
) -> None:
    other = central.make_source("lain", SourceKind.PARTNER)
    ask_id = ask(central, desk, case(central, desk))
    assert tell(central, ojol, ask_id).status_code == 404
    central.let_pass(11)
    listed(central, ojol)
    assert (listed(central, other), tell(central, other, ask_id).status_code) == ([], 404)
    central.let_pass(30 * 60)
    assert listed(central, ojol) == []
    assert tell(central, ojol, ask_id).status_code == 201
    central.let_pass(10 * 60)
    assert tell(central, ojol, ask_id).status_code == 410
    assert central.post(f"/v1/asks/{ask_id}/reached", json={"people": -1}, headers=ojol).status_code == 422


def test_undone_while_held_it_never_leaves_and_a_case_become_sensitive_is_not_asked_about(
    central: Central, desk: SignedDesk, ojol: dict[str, str]
) -> None:
    report_id = case(central, desk)
    ask_id = ask(central, desk, report_id)
    assert desk.decide(Undo(decision_id=ask_id), report_id)["outcome"] == "applied"
    ask(central, desk, report_id)
    report = central.report(report_id)
    desk.decide(
        SetCategory(category="domestic_violence"), report_id, base_version=report.version, token=report.last_token
    )
    central.let_pass(11)
    assert listed(central, ojol) == []
    report = central.report(report_id)
    again = desk.decide(QUESTION, report_id, base_version=report.version, token=report.last_token)
    assert again["refusal"]["reason"] == "never_nearby"


def test_one_synced_after_its_time_is_refused_as_expired(
    central: Central, desk: SignedDesk, ojol: dict[str, str]
) -> None:
    report_id = case(central, desk)
    report = central.report(report_id)
    late = desk.decision(QUESTION, report_id, base_version=report.version, token=report.last_token)
    central.let_pass(31 * 60)
    answer = desk.send(late).json()["results"][0]
    assert (answer["outcome"], answer["refusal"]["reason"]) == ("refused", "ask_expired")


def test_a_source_says_whom_it_reaches_in_squares_and_is_forgotten_when_struck_off(
    central: Central, ojol: dict[str, str]
) -> None:
    def known() -> AskSources:
        with central.parts.database.read() as connection:
            return load(connection, AskSources, "ask_sources") or AskSources()

    (source,) = known().sources
    assert [(crowd.lat, crowd.lon, crowd.people) for crowd in source.crowds] == [(-7.98, 112.63, 9)]
    assert put(central, "/v1/asks/reach", ojol, {}).status_code == 429
    wrong = put(central, "/v1/asks/reach", ojol, {"crowds": [{"lat": 95, "lon": 0, "people": 1}]})
    assert (wrong.status_code, wrong.json()["field"]) == (422, "crowds[0].lat")
    assert put(central, "/v1/asks/reach", ojol, {"crowds": [{"lat": 5, "lon": 0, "people": 0}]}).status_code == 422
    assert put(central, "/v1/asks/reach", ojol, {"takes": False}).status_code == 200
    assert known().sources == ()
    assert put(central, "/v1/asks/reach", ojol, CROWDS).status_code == 200
    assert central.post("/v1/admin/sources/ojol/revoke", headers=central.admin).status_code == 200
    assert known().sources == ()


def test_an_administrators_questions_take_the_place_of_ours(central: Central) -> None:
    path = "/v1/admin/ask-questions"
    wanted = {"minutes": 20, "questions": [{"id": "x", "indonesian": "Terlihat apa?", "english": ""}]}
    answer = put(central, path, central.admin, wanted)
    assert (answer.status_code, answer.json()["minutes"], answer.json()["edited"]) == (200, 20, True)
    assert central.get(path, headers=central.admin).json()["questions"][0]["id"] == "x"
    bad = put(central, path, central.admin, {**wanted, "minutes": 2})
    assert (bad.status_code, bad.json()["field"]) == (422, "minutes")
