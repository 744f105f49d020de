"""A reporter is warned, blocked and heard at the server's door."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from console.contract.ids import new_id
from console.domain.acts import (
    ClaimCase,
    CloseCase,
    DecideAppeal,
    DecideBlock,
    JunkCase,
    LiftBlock,
    OverturnStrike,
    SetSafeToContact,
    StrikeReporter,
)
from console.domain.person import Role
from console.domain.report import SourceKind
from console.domain.standing import APPEAL_WITHIN, BLOCK_FOR, Standing
from console.server.casefile import load_all
from tests.worlds.central import Central, SignedDesk, running


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    """A server on SQLite: standings are bodies of the feed, which its own tests try on each database."""
    with running(tmp_path / "central") as server:
        yield server


BUDI = {"account": "budi-rekaan", "device": "gawai-7", "phone": "+62 800 000 0142", "name": "Budi Rekaan"}
STRIKE = StrikeReporter(outcome="prank", evidence="tertawa, lalu menutup telepon")
WAIT_S = 20.0


def prank(central: Central, desk: SignedDesk, app: dict[str, str], **who: str) -> str:
    """A report that was disposed of as a prank and struck."""
    report_id = central.report_in(app, text="kapan toko buka", category="other", reporter={**BUDI, **who})
    assert desk.decide(JunkCase(outcome="prank"), report_id, base_version=1)["outcome"] == "applied"
    assert desk.decide(STRIKE, report_id)["outcome"] == "applied"
    return report_id


def blocked(central: Central, desk: SignedDesk, app: dict[str, str]) -> str:
    """The third of three pranks, upon which a supervisor blocked."""
    third = [prank(central, desk, app) for _ in range(3)][-1]
    boss = central.sign_in("boss", Role.SUPERVISOR)
    central.let_pass(WAIT_S)
    decided = boss.decide(DecideBlock(impose=True, grounds="Tiga kali iseng."), third)
    assert decided["outcome"] == "applied", decided
    return third


def standings(central: Central) -> tuple[Standing, ...]:
    with central.parts.database.read() as connection:
        return load_all(connection, Standing)


def said(central: Central, app: dict[str, str], report_id: str) -> list[tuple[str, str]]:
    messages = central.get(f"/v1/reports/{report_id}", headers=app).json()["messages"]
    return [(m["direction"], m["text"]) for m in messages]


def test_a_strike_counts_for_account_device_and_number_and_on_every_channel(central: Central):
    app, sms, desk = central.make_source(), central.make_source("sms", SourceKind.SMS), central.sign_in("sari")
    prank(central, desk, app)
    prank(central, desk, app, account="akun-baru", device="gawai-8")
    assert sorted((s.kind, len(s.verdicts)) for s in standings(central)) == [
        ("account", 1), ("account", 1), ("device", 1), ("device", 1), ("number", 2),
    ]  # fmt: skip
    by_sms = central.report_in(sms, text="halo", reporter={"phone": "0800 000 0142"})
    assert central.report(by_sms).reporter.strikes == 2
    assert central.report(central.report_in(app, reporter={"account": "orang-lain"})).reporter.strikes == 0


def test_the_reporter_is_warned_by_his_own_channel_once_it_cannot_be_undone(central: Central):
    app, desk = central.make_source(), central.sign_in("sari")
    report_id = prank(central, desk, app)
    assert said(central, app, report_id) == []
    central.let_pass(WAIT_S)
    ((direction, text),) = said(central, app, report_id)
    assert direction == "warning"
    assert text.startswith("Peringatan 1 dari 3: laporan KJ-")
    assert "iseng" in text
    again = prank(central, desk, app)
    central.let_pass(WAIT_S)
    assert "peringatan terakhir" in said(central, app, again)[0][1]
    boss = central.sign_in("boss", Role.SUPERVISOR)
    boss.decide(OverturnStrike(grounds="salah orang"), report_id)
    assert [d for d, _ in said(central, app, report_id)] == ["warning", "warning_withdrawn"]


def test_nothing_is_told_on_a_sensitive_case_until_it_is_safe(central: Central):
    app, desk = central.make_source(), central.sign_in("sari")
    body = {"category": "domestic_violence", "text": "x", "reporter": BUDI}
    report_id = central.report_in(app, **body)
    desk.decide(ClaimCase(), report_id, base_version=1)
    close = CloseCase(outcome="false_report", note="", finding="Petugas: tidak ada alamat itu.", found_by="scene")
    assert desk.decide(close, report_id, base_version=2, token=1)["outcome"] == "applied"
    strike = StrikeReporter(outcome="false_report", evidence="Petugas: tidak ada alamat itu.")
    assert desk.decide(strike, report_id)["outcome"] == "applied"
    central.let_pass(WAIT_S)
    assert said(central, app, report_id) == []
    safe = central.report_in(app, **body)
    desk.decide(ClaimCase(), safe, base_version=1)
    assert desk.decide(SetSafeToContact(safe=True), safe, base_version=2, token=1)["outcome"] == "applied"
    assert desk.decide(close, safe, base_version=3, token=1)["outcome"] == "applied"
    assert desk.decide(strike, safe)["outcome"] == "applied"
    central.let_pass(WAIT_S)
    assert [d for d, _ in said(central, app, safe)] == ["warning"]


def test_an_ordinary_report_of_a_blocked_account_is_answered_with_the_reason_and_never_lost_in_silence(
    central: Central,
):
    app, desk = central.make_source(), central.sign_in("sari")
    before = {"id": new_id(), "text": "kapan pasar buka", "reporter": BUDI}
    assert central.post("/v1/reports", json=before, headers=app).status_code == 201
    blocked(central, desk, app)
    assert central.post("/v1/reports", json=before, headers=app).status_code == 200, "it was there before"
    new = {**before, "id": new_id()}
    answer = central.post("/v1/reports", json=new, headers=app)
    assert (answer.status_code, answer.json()["code"], answer.json()["field"]) == (403, "reporter_blocked", "reporter")
    assert "Keberatan: POST /v1/appeals" in answer.json()["message"]
    assert {s.turned_away for s in standings(central)} == {1}
    assert central.get(f"/v1/reports/{new['id']}", headers=app).status_code == 404
    with central.parts.database.read() as connection:
        kept = connection.exec_driver_sql("SELECT subject FROM audit WHERE outcome = 'turned_away'").all()
    assert [row[0] for row in kept] == [f"report/{new['id']}"]
    central.let_pass(BLOCK_FOR.total_seconds())
    assert central.post("/v1/reports", json=new, headers=app).status_code == 201


def test_panic_and_danger_of_a_blocked_account_still_come_in_and_are_marked(central: Central):
    app, desk = central.make_source(), central.sign_in("sari")
    third = blocked(central, desk, app)
    for urgent in (
        {"kind": "panic"},
        {"text": "ada yg dibacok di gang"},
        {"text": "x", "category": "fire"},
        {"text": "x", "priority": 1},
        {"text": ""},
    ):
        report = central.report(central.report_in(app, **{"text": "", "reporter": BUDI, **urgent}))
        assert (report.reporter.blocked, report.reporter.strikes) == (True, 3), urgent
    boss = central.sign_in("boss", Role.SUPERVISOR)
    assert boss.decide(LiftBlock(grounds="Sudah meminta maaf."), third)["outcome"] == "applied"
    central.report_in(app, text="kapan pasar buka", reporter=BUDI)


def test_a_blocked_reporter_appeals_and_another_supervisor_opens_his_account(central: Central):
    app, desk = central.make_source(), central.sign_in("sari")
    third = blocked(central, desk, app)
    new = {"id": new_id(), "text": "Itu adik saya.", "reporter": {"account": BUDI["account"], "phone": BUDI["phone"]}}
    taken = central.post("/v1/appeals", json=new, headers=app)
    assert (taken.status_code, taken.json()["number"]) == (201, central.report(third).number)
    assert central.post("/v1/appeals", json=new, headers=app).status_code == 200
    other = central.post("/v1/appeals", json={**new, "text": "lain"}, headers=app)
    assert (other.status_code, other.json()["field"]) == (409, "id")
    second = central.post("/v1/appeals", json={**new, "id": new_id()}, headers=app)
    assert (second.status_code, second.json()["code"]) == (409, "appeal_waits")
    assert [e.text for e in central.report(third).timeline if e.kind == "appeal"] == ["Itu adik saya."]

    boss, chief = central.sign_in("boss", Role.SUPERVISOR), central.sign_in("chief", Role.SUPERVISOR)
    act = DecideAppeal(appeal_id=str(new["id"]), granted=True, grounds="Dipercaya.")
    assert boss.decide(act, third)["refusal"]["reason"] == "own_verdict"
    assert chief.decide(act, third)["outcome"] == "applied"
    assert {d for d, _ in said(central, app, third)} == {
        "warning", "block", "block_lifted", "appeal", "notice", "appeal_decided",
    }  # fmt: skip
    central.report_in(app, text="kapan pasar buka", reporter={"account": BUDI["account"]})


def test_an_appeal_nobody_answers_suspends_the_block(central: Central):
    app, desk = central.make_source(), central.sign_in("sari")
    third = blocked(central, desk, app)
    appeal = {"id": new_id(), "text": "Itu bukan saya."}
    assert central.post(f"/v1/reports/{third}/appeals", json=appeal, headers=app).status_code == 201
    central.let_pass((APPEAL_WITHIN - timedelta(minutes=1)).total_seconds())
    new = {"id": new_id(), "text": "kapan pasar buka", "reporter": BUDI}
    assert central.post("/v1/reports", json=new, headers=app).status_code == 403
    central.let_pass(120)
    assert central.post("/v1/reports", json=new, headers=app).status_code == 201


def test_nobody_appeals_against_nothing_or_for_another_source(central: Central):
    app, other, desk = central.make_source(), central.make_source("mitra"), central.sign_in("sari")
    clean = central.report_in(app, reporter={"account": "bersih"})
    appeal = {"id": new_id(), "text": "Tolong dibuka."}
    refused = central.post(f"/v1/reports/{clean}/appeals", json=appeal, headers=app)
    assert (refused.status_code, refused.json()["code"]) == (409, "nothing_to_appeal")
    struck = prank(central, desk, app)
    assert central.post(f"/v1/reports/{struck}/appeals", json=appeal, headers=other).status_code == 404
    for wrong, field in (({"id": "x", "text": "a"}, "id"), ({"id": new_id(), "text": " "}, "text")):
        answer = central.post("/v1/appeals", json=wrong, headers=app)
        assert (answer.status_code, answer.json()["field"]) == (422, field)
