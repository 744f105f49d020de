"""The officer's page: an order reaches his phone by his own link, read and answered there."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest

from console.domain.acts import CancelDispatch, DispatchUnits, TickFacts
from console.domain.report import AssignmentStatus, Report, SourceKind, Status
from console.domain.unit import UnitStatus
from console.server.casefile import load_all
from console.server.orders_due import OrdersDue
from console.server.qr_code import qr_svg
from tests.worlds.central import Central, SignedDesk

JSON = {"Accept": "application/json"}
HTML = {"Accept": "text/html,application/xhtml+xml"}


@pytest.fixture
def desk(central: Central) -> SignedDesk:
    central.make_unit("patroli-1")
    return central.sign_in("sari")


def link(central: Central, unit_id: str = "patroli-1") -> str:
    answer = central.post(f"/v1/admin/units/{unit_id}/link", headers=central.admin)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["path"])


def ordered(desk: SignedDesk, note: str = "", **report: object) -> str:
    report_id = desk.central.report_in(desk.central.make_source(), **report)  # type: ignore[arg-type]
    alone = DispatchUnits(unit_ids=("patroli-1",), note=note, fewer_because="latihan")
    assert desk.decide(alone, report_id, base_version=1)["token"] == 1
    return report_id


def test_opening_marks_read_and_each_answer_shows_on_the_case(central: Central, desk: SignedDesk):
    path = link(central)
    assert central.get(path, headers=JSON).json()["order"] is None
    report_id = ordered(desk, "bawa tali", place_words="Jl. Contoh 5")
    page = central.get(path, headers=JSON).json()
    assert (page["order"]["note"], page["order"]["place"]["words"]) == ("bawa tali", "Jl. Contoh 5")
    (assignment,) = central.report(report_id).assignments
    assert assignment.status is AssignmentStatus.READ
    assert assignment.read_at is not None

    steps = (("accepted", Status.ORDERED), ("en_route", Status.EN_ROUTE), ("on_scene", Status.ON_SCENE))
    for step, status in steps:
        for _ in range(2):
            assert central.post(f"{path}/{step}", headers=JSON).status_code == 200
        assert central.report(report_id).status is status
    assert central.report(report_id).unread
    assert central.unit("patroli-1").status is UnitStatus.ON_SCENE
    assert central.post(f"{path}/accepted", headers=JSON).status_code == 409
    assert central.post(f"{path}/done", headers=JSON).json()["order"] is None
    kinds = [entry.kind for entry in central.report(report_id).timeline if entry.kind.startswith("unit.")]
    assert kinds == ["unit.read", "unit.accepted", "unit.en_route", "unit.on_scene", "unit.done"]
    assert central.unit("patroli-1").status is UnitStatus.AVAILABLE


def test_the_page_is_plain_html_that_runs_nothing_but_its_own_script(central: Central, desk: SignedDesk):
    path = link(central)
    evil = '<script>alert(1)</script><img src=x onerror=alert(2)>"\'&'
    ordered(desk, evil, text=evil, place_words=evil)
    answer = central.get(path, headers=HTML)
    assert answer.headers["Content-Type"].startswith("text/html")
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    ours = re.findall(r"<script>(.*?)</script>", answer.text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(ours[0].encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}';" in answer.headers["Content-Security-Policy"]
    assert (answer.headers["Referrer-Policy"], answer.headers["Cache-Control"]) == ("no-referrer", "no-store")
    assert answer.text.count("<script") == 1
    assert "alert" not in ours[0]
    assert "<img" not in answer.text
    assert 'href="geo:-7.970000,112.630000' in answer.text
    for words in ("Terima", "Menuju TKP", "Tiba", "Selesai"):
        assert words in answer.text
    assert answer.text.encode().decode("utf-8")


def test_a_button_leads_back_to_the_page(central: Central, desk: SignedDesk):
    path = link(central)
    ordered(desk)
    answer = central.post(f"{path}/accepted", headers=HTML, allow_redirects=False)
    assert (answer.status_code, answer.headers["Location"]) == (303, path)


def test_of_a_sensitive_case_only_category_and_place_are_shown(central: Central, desk: SignedDesk):
    path = link(central)
    ordered(desk, category="domestic_violence", text="RAHASIA", reporter={"name": "Rahasia Juga", "account": "a"})
    for headers in (HTML, JSON):
        shown = central.get(path, headers=headers).text
        assert "rahasia" not in shown.lower()
    assert "Kekerasan dalam rumah tangga" in central.get(path, headers=HTML).text


def test_a_link_that_ended_or_never_was_says_so(central: Central, desk: SignedDesk):
    first, second = link(central), link(central)
    assert central.get(first, headers=JSON).status_code == 404
    assert "tidak berlaku" in central.get(first, headers=HTML).text
    assert central.get(second, headers=JSON).status_code == 200
    assert central.post("/o/salah/accepted", headers=JSON).status_code == 404
    assert central.post("/v1/admin/units/tak-ada/link", headers=central.admin).status_code == 404


def test_an_order_called_back_is_gone_from_the_phone(central: Central, desk: SignedDesk):
    path = link(central)
    report_id = ordered(desk)
    desk.decide(CancelDispatch(unit_id="patroli-1"), report_id, base_version=2, token=1)
    assert central.get(path, headers=JSON).json()["order"] is None
    late = central.post(f"{path}/accepted", headers=JSON)
    assert (late.status_code, late.json()["code"]) == (409, "no_order")
    assert central.post(f"{path}/terbang", headers=JSON).status_code == 422


def test_an_answer_sent_again_out_of_a_dead_zone_never_ends_the_next_order(central: Central, desk: SignedDesk):
    path, first = link(central), ordered(desk)
    order = central.get(path, headers=JSON).json()["order"]["id"]
    second = central.report_in(central.make_source("lain"), text="berikutnya")
    desk.decide(DispatchUnits(unit_ids=("patroli-1",), after_current=True), second, base_version=1)
    assert [later["number"] for later in central.get(path, headers=JSON).json()["later"]]
    said = {"order": order, "text": "pohon disingkirkan", "waited_s": "120"}
    central.advance(600)
    for _ in range(2):
        assert central.post(f"{path}/done", headers=HTML, data=said, allow_redirects=False).status_code == 303
        OrdersDue(central.parts).start_due()
    done = central.report(first).timeline[-1]
    assert (done.kind, done.text) == ("unit.done", "pohon disingkirkan")
    assert 100 < (central.now() - done.at).total_seconds() < 200
    assert central.unit("patroli-1").report_id == second
    assert central.get(path, headers=JSON).json()["order"]["status"] == "read"


def test_the_result_may_come_with_photos(central: Central, desk: SignedDesk):
    path, report_id = link(central), ordered(desk)
    photo, left_empty = b"\xff\xd8\xff\xe0" + bytes(64), ("", b"", "application/octet-stream")
    files = [("file", ("tkp.jpg", photo, "image/jpeg")), ("file", left_empty)]
    fields = {"order": central.get(path, headers=JSON).json()["order"]["id"], "text": "nihil"}
    assert central.post(f"{path}/done", headers=JSON, data=fields, files=files).status_code == 200
    (kept,) = central.report(report_id).attachments
    assert (kept.name, kept.media_type) == ("tkp.jpg", "image/jpeg")


def test_help_is_one_report_above_everything_until_he_says_that_he_is_safe(central: Central, desk: SignedDesk):
    path = link(central)
    for _ in range(2):
        assert central.post(f"{path}/help", headers=HTML, allow_redirects=False).status_code == 303
    number = central.get(path, headers=JSON).json()["help_number"]
    with central.parts.database.read() as connection:
        (call,) = [report for report in load_all(connection, Report) if report.category == "officer_sos"]
    assert (call.number, call.priority) == (number, 1)
    assert "Bantuan sudah diminta" in central.get(path, headers=HTML).text
    central.post(f"{path}/safe", headers=JSON)
    assert central.get(path, headers=JSON).json()["help_number"] == ""


def test_what_he_finds_becomes_a_report_of_the_patrol_once(central: Central, desk: SignedDesk):
    path = link(central)
    page = central.get(path, headers=HTML).text
    found = re.findall(r'name="id" value="([^"]+)"', page)[0]
    fields = {"id": found, "text": "Lampu jalan padam", "place": "Jl. Contoh"}
    for _ in range(2):
        taken = central.post(f"{path}/report", headers=JSON, files={k: (None, v) for k, v in fields.items()})
        assert taken.status_code == 200, taken.text
    report = central.report(fields["id"])
    assert (report.number, report.source_kind) == (taken.json()["number"], SourceKind.PATROL)
    assert (report.text, report.place.words) == ("Lampu jalan padam", "Jl. Contoh")
    assert central.post(f"{path}/report", headers=JSON, data={**fields, "id": "x"}).status_code == 422
    assert central.post(f"{path}/report", headers=JSON, data={**fields, "lat": "nan"}).status_code == 422


def test_cautions_and_who_else_comes_stand_on_the_page(central: Central, desk: SignedDesk):
    central.make_unit("patroli-2")
    path, report_id = link(central), ordered(desk)
    desk.decide(TickFacts(armed=True), report_id, base_version=2, token=1)
    version = central.report(report_id).version
    desk.decide(DispatchUnits(unit_ids=("patroli-2",)), report_id, base_version=version, token=1)
    order = central.get(path, headers=JSON).json()["order"]
    assert (order["cautions"], order["others"]) == (["armed"], [central.unit("patroli-2").call_sign])
    assert "bersenjata" in central.get(path, headers=HTML).text


def test_gateways_see_the_open_orders(central: Central, desk: SignedDesk):
    report_id = ordered(desk)
    (order,) = central.get("/v1/admin/orders", headers=central.admin).json()
    assert (order["unit_id"], order["report_id"], order["status"]) == ("patroli-1", report_id, "ordered")
    assert [unit["id"] for unit in central.get("/v1/admin/units", headers=central.admin).json()] == ["patroli-1"]


def test_the_link_comes_as_a_qr_code_when_the_server_is_told_how_phones_reach_it(central: Central, desk: SignedDesk):
    asked = "/v1/admin/units/patroli-1/link"
    answer = central.post(f"{asked}?base=https://sigap.example", headers=central.admin).json()
    assert answer["qr"] == qr_svg(f"https://sigap.example{answer['path']}")
    assert central.post(asked, headers=central.admin).json()["qr"] == ""
    wrong = central.post(f"{asked}?base=javascript:alert(1)", headers=central.admin)
    assert (wrong.status_code, wrong.json()["field"]) == (422, "base")
