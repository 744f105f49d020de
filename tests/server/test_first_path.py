"""A report comes in, a desk sees it, decides, and the server remembers its answer."""

from __future__ import annotations

from console.contract.decisions import encode_decision
from console.contract.ids import new_id
from console.domain.acts import AddNote, ClaimCase, CloseCase, DispatchUnits, SetPriority
from console.domain.person import Role
from console.domain.report import Status
from tests.worlds.central import Central


def test_a_report_travels_from_a_source_to_a_desk_and_a_decision_back(central: Central):
    app = central.make_source()
    desk = central.sign_in("sari")
    report_id = central.report_in(app, "kecelakaan di simpang lima")

    page = central.get("/v1/changes?after=0", headers=desk.headers).json()
    rows = [row for row in page["rows"] if row["kind"] == "report"]
    assert [row["body"]["text"] for row in rows] == ["kecelakaan di simpang lima"]
    assert rows[0]["body"]["number"].startswith("KJ-")
    assert rows[0]["committed_ns"] > 0
    assert page["next_seq"] == rows[0]["seq"]

    answer = desk.decide(ClaimCase(), report_id, base_version=1)
    assert (answer["outcome"], answer["token"]) == ("applied", 1)
    later = central.get(f"/v1/changes?after={page['next_seq']}", headers=desk.headers).json()
    assert [row["body"]["status"] for row in later["rows"]] == ["claimed"]
    assert later["rows"][0]["body"]["claim"]["holder_name"] == "Sari"


def test_the_same_decision_again_gets_the_same_answer_and_no_second_effect(central: Central):
    desk = central.sign_in("sari")
    report_id = central.report_in(central.make_source())
    decision = desk.decision(AddNote(text="sudah ditelepon"), report_id)
    first, again = desk.send(decision), desk.send(decision)
    assert first.content == again.content
    notes = [entry for entry in central.report(report_id).timeline if entry.kind == "report.note"]
    assert len(notes) == 1


def test_the_answer_survives_a_restart(central: Central):
    desk = central.sign_in("sari")
    report_id = central.report_in(central.make_source())
    raw = encode_decision(desk.decision(ClaimCase(), report_id, base_version=1))
    first = desk.send(raw).json()
    central.go_away()
    central.come_back()
    assert desk.send(raw).json() == first
    assert central.report(report_id).claim is not None


def test_an_id_that_comes_back_with_other_content_is_named_and_its_neighbours_are_judged(central: Central):
    desk = central.sign_in("sari")
    report_id = central.report_in(central.make_source())
    used = new_id()
    desk.send(desk.decision(AddNote(text="satu"), report_id, decision_id=used))
    answer = desk.send(
        desk.decision(AddNote(text="lain"), report_id, decision_id=used),
        desk.decision(AddNote(text="dua"), report_id),
    )
    assert answer.status_code == 422
    assert (answer.json()["code"], answer.json()["field"]) == ("id_reused", "[0].id")
    assert [entry.text for entry in central.report(report_id).timeline if entry.text] == ["satu", "dua"]


def test_a_decision_the_server_cannot_read_is_refused_and_its_neighbours_stand(central: Central):
    desk = central.sign_in("sari")
    report_id = central.report_in(central.make_source())
    spoilt = encode_decision(desk.decision(ClaimCase(), report_id)).replace(b"report.claim", b"report.fly_up")
    answer = desk.send(spoilt, desk.decision(AddNote(text="tetap masuk"), report_id)).json()
    assert [result["outcome"] for result in answer["results"]] == ["refused", "applied"]
    assert answer["results"][0]["refusal"]["reason"] == "unknown_op"


def test_dispatching_an_unclaimed_case_claims_it_and_binds_the_unit(central: Central):
    desk = central.sign_in("sari")
    central.make_unit("patroli-1")
    report_id = central.report_in(central.make_source())
    assert desk.decide(DispatchUnits(unit_ids=("patroli-1",)), report_id, base_version=1)["outcome"] == "applied"
    report, unit = central.report(report_id), central.unit("patroli-1")
    assert (report.status, report.claim is not None) == (Status.ORDERED, True)
    assert (unit.report_id, unit.revision) == (report_id, 2)
    changed = central.get("/v1/changes?after=0", headers=desk.headers).json()["rows"]
    assert {row["kind"] for row in changed} == {"site", "unit", "report"}
    assert len({row["seq"] for row in changed}) == len(changed)


def test_of_two_desks_the_first_wins_and_the_second_is_told_who(central: Central):
    app = central.make_source()
    first, second = central.sign_in("sari"), central.sign_in("bayu")
    report_id = central.report_in(app)
    assert first.decide(ClaimCase(), report_id, base_version=1)["outcome"] == "applied"
    answer = second.decide(ClaimCase(), report_id, base_version=1)
    assert answer["outcome"] == "refused"
    assert answer["refusal"]["reason"] == "claimed_by_other"
    assert answer["refusal"]["params"]["holder"] == "Sari"


def test_a_closed_case_is_reviewed_by_a_supervisor_only(central: Central):
    from console.domain.acts import ApproveCase

    operator, supervisor = central.sign_in("sari"), central.sign_in("kompol", Role.SUPERVISOR)
    report_id = central.report_in(central.make_source())
    operator.decide(SetPriority(priority=2), report_id, base_version=1)
    operator.decide(CloseCase(outcome="handled_on_scene"), report_id, base_version=2)
    assert operator.decide(ApproveCase(), report_id)["refusal"]["reason"] == "role_forbidden"
    assert supervisor.decide(ApproveCase(), report_id)["outcome"] == "applied"


def test_report_numbers_count_up_by_service_and_month_and_a_report_sent_twice_is_one(central: Central):
    app = central.make_source()
    body = {"id": new_id(), "text": "lampu mati"}
    first, again = (central.post("/v1/reports", json=body, headers=app) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json() == {**first.json(), "again": True}
    numbers = [
        central.post("/v1/reports", json={"id": new_id(), "kind": kind}, headers=app).json()["number"]
        for kind in ("report", "service", "aspiration", "information", "panic")
    ]
    assert [number[:2] for number in numbers] == ["KJ", "LY", "AS", "IN", "KJ"]
    assert [number[-4:] for number in numbers] == ["0002", "0001", "0001", "0001", "0003"]
    other = central.make_source("aplikasi-lain")
    taken = central.post("/v1/reports", json=body, headers=other)
    assert (taken.status_code, taken.json()["field"]) == (409, "id")


def test_a_snapshot_comes_in_pages_and_joins_the_feed_without_a_gap(central: Central):
    app, desk = central.make_source(), central.sign_in()
    early = [central.report_in(app, f"laporan {number}") for number in range(5)]
    first = central.get("/v1/snapshot?limit=4", headers=desk.headers).json()
    desk.decide(AddNote(text="di antara dua halaman"), early[0])
    rows, page = list(first["rows"]), first
    while page["more"]:
        page = central.get(f"/v1/snapshot?limit=4&after={page['after']}", headers=desk.headers).json()
        rows += page["rows"]
    assert [row["id"] for row in rows if row["kind"] == "report"] == sorted(early)
    assert [row["kind"] for row in rows if row["kind"] != "report"] == ["site"]
    later = central.get(f"/v1/changes?after={first['as_of_seq']}", headers=desk.headers).json()
    assert [(row["id"], row["revision"]) for row in later["rows"]] == [(early[0], 2)]


def test_a_unit_enrolled_again_changes_its_details_and_never_its_work(central: Central):
    desk = central.sign_in()
    central.make_unit("patroli-1")
    report_id = central.report_in(central.make_source())
    desk.decide(DispatchUnits(unit_ids=("patroli-1",)), report_id, base_version=1)
    body = {"units": [{"id": "patroli-1", "call_sign": "Patroli Satu", "on_duty": False}]}
    assert central.post("/v1/admin/units", json=body, headers=central.admin).json() == {"count": 1}
    assert central.post("/v1/admin/units", json=body, headers=central.admin).json() == {"count": 0}
    unit = central.unit("patroli-1")
    assert (unit.call_sign, unit.status.value, unit.report_id) == ("Patroli Satu", "ordered", report_id)
