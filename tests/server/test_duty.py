"""Duty officers are told by mail, SMS and phone page; what cannot reach them climbs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import requests

from console.contract.codec import decode, encode
from console.contract.sms import SmsGateway, SmsTried, SmsTry
from console.domain import acts
from console.domain.report import Report
from console.domain.roster import Duty, DutyOfficer, Roster, Rung
from console.server.escalation import Escalation
from console.server.sos import raise_alarm
from tests.worlds.central import Central, running
from tests.worlds.post import Postbox, open_postbox
from tests.worlds.sms import PASSWORD, USER, SmsBox, open_sms_box

HTML = {"Accept": "text/html"}


def duty(rung: Rung, officer: str) -> Duty:
    return Duty(rung=rung, name=officer.title(), contact="+62 800 000 0310", officer=officer)


ROSTER = Roster(
    duties=(duty(Rung.DUTY_OFFICER, "wahyu"), duty(Rung.POLSEK, "spk"), duty(Rung.POLRES, "ops")),
    officers=(
        DutyOfficer(id="wahyu", name="Iptu Wahyu", email="wahyu@polres.example", sms="+62 800 000 0310"),
        DutyOfficer(id="spk", name="Ka SPK", email="full@polres.example"),
        DutyOfficer(id="ops", name="Kabag Ops", email="ops@polres.example"),
    ),
)


@pytest.fixture(scope="module")
def postbox() -> Iterator[Postbox]:
    with open_postbox() as box:
        yield box


@pytest.fixture(scope="module")
def sms() -> Iterator[SmsBox]:
    with open_sms_box() as box:
        yield box


@pytest.fixture
def center(tmp_path: Path, postbox: Postbox, sms: SmsBox) -> Iterator[Central]:
    postbox.mails.clear()
    sms.messages.clear()
    sms.broken = sms.echoing = False
    with running(tmp_path / "central", smtp=postbox.url) as central:
        assert put(central, "/v1/admin/roster", ROSTER).status_code == 200
        gateway = SmsGateway(url=sms.url, user=USER, password=PASSWORD, sender="110")
        assert put(central, "/v1/admin/sms-gateway", gateway).status_code == 200
        yield central


def put(central: Central, path: str, thing: object) -> requests.Response:
    headers = {**central.admin, "Content-Type": "application/json"}
    return requests.put(f"{central.address}{path}", data=encode(thing), timeout=10, headers=headers)


def climbing(central: Central, *seconds: float, **more: object) -> tuple[str, Escalation]:
    """A P1 nobody takes, its alarm having climbed."""
    report_id = central.report_in(central.make_source(), **({"priority": 1, "text": "rahasia warga"} | more))
    job = Escalation(central.parts)
    for each in seconds:
        central.let_pass(each)
        assert job.climb_due() == 1
    return report_id, job


def lines(report: Report) -> list[str]:
    params = [(entry.kind, entry.params) for entry in report.timeline if entry.kind.startswith("alarm.")]
    return [f"{kind[6:]} {said.get('rung', '')} {said.get('way', '')}".strip() for kind, said in params]


def page_of(central: Central, officer_id: str) -> str:
    answer = central.post(f"/v1/admin/duty-officers/{officer_id}/link?base=https://110.example", headers=central.admin)
    assert answer.status_code == 201, answer.text
    link = answer.json()
    assert link["qr"].startswith("<")
    return str(link["path"])


def test_the_duty_officer_gets_a_mail_and_a_text_message_without_a_word_of_the_citizen(
    center: Central, postbox: Postbox, sms: SmsBox
) -> None:
    report_id, _ = climbing(center, 61, 31)
    assert center.parts.messages.send_due() == 2
    assert center.parts.messages.send_due() == 0
    (mail,), (text,) = postbox.mails, sms.messages
    report = center.report(report_id)
    assert mail["To"] == "wahyu@polres.example"
    assert report.number in mail["Subject"]
    said = mail.get_payload(decode=True).decode()
    assert "Belum ada operator yang mengambil (Pawas" in said
    assert (text["to"], text["from"], text["coding"]) == ("+628000000310", "110", "0")
    assert report.number in text["text"]
    assert "rahasia" not in said + text["text"] + mail["Subject"]
    assert lines(report) == ["step operator", "step duty_officer", "told duty_officer email", "told duty_officer sms"]


def test_a_mailbox_that_refuses_lets_the_alarm_climb_at_once(center: Central) -> None:
    report_id, job = climbing(center, 61, 31, 61)
    assert center.parts.messages.send_due() == 2
    assert job.climb_due() == 1, "the next rung at once, long before its minute has passed"
    told = center.report(report_id)
    assert lines(told)[-2:] == ["not_told polsek email", "step polres"]
    failed = next(entry for entry in told.timeline if entry.kind == "alarm.not_told")
    assert "mailbox full" in failed.params["why"]
    assert job.climb_due() == 0


def test_a_gateway_that_is_gone_is_tried_again_while_it_rings(center: Central, sms: SmsBox) -> None:
    only_sms = replace(ROSTER, officers=(replace(ROSTER.officers[0], email=""), *ROSTER.officers[1:]))
    assert put(center, "/v1/admin/roster", only_sms).status_code == 200
    sms.broken = True
    report_id, job = climbing(center, 61, 31)
    assert center.parts.messages.send_due() == 0
    assert job.climb_due() == 1
    assert "not_told duty_officer sms" in lines(center.report(report_id))
    sms.broken = False
    center.let_pass(6)
    assert center.parts.messages.send_due() == 1
    assert "told duty_officer sms" in lines(center.report(report_id))


def test_an_alarm_somebody_answered_is_not_sent_any_more(center: Central, postbox: Postbox) -> None:
    report_id, _ = climbing(center, 61, 31)
    desk = center.sign_in("sari")
    since = next(e.params["since"] for e in center.report(report_id).timeline if e.kind == "alarm.step")
    answer = acts.AnswerAlarm(alarm="unclaimed", since=since, name="Iptu Wahyu", by="phone")
    assert desk.decide(answer, report_id)["outcome"] == "applied"
    assert center.parts.messages.send_due() == 0
    assert postbox.mails == []


def test_he_takes_an_alarm_on_his_phone_and_every_desk_sees_it(center: Central) -> None:
    path = page_of(center, "wahyu")
    assert "Tidak ada alarm" in center.get(path, HTML).text
    report_id, job = climbing(center, 61, 31)
    shown = center.get(path, HTML).text
    number = center.report(report_id).number
    assert number in shown
    assert "rahasia" not in shown
    button = re.search(r'action="([^"]+)"', shown)
    assert button is not None
    taken = center.post(button[1], HTML)
    assert taken.status_code == 200
    assert "Iptu Wahyu menangani sejak pukul" in taken.text
    center.post(button[1], HTML)
    assert lines(center.report(report_id)).count("taken duty_officer") == 1
    center.let_pass(800)
    assert job.climb_due() == 0, "what he takes climbs no further"
    other = page_of(center, "ops")
    assert number not in center.get(other, HTML).text
    assert center.post(f"{other}/{button[1].rsplit('/', 1)[1]}", HTML).status_code == 404


def test_a_call_for_help_of_an_officer_reaches_him_the_same_way_and_at_once(center: Central, postbox: Postbox) -> None:
    center.make_unit("P01", "P01")
    raise_alarm(center.parts, "P01", None)
    assert Escalation(center.parts).climb_due() == 2
    assert center.parts.messages.send_due() == 2
    assert "PETUGAS MINTA BANTUAN" in str(postbox.mails[0].get_payload(decode=True).decode())


def test_of_a_sensitive_case_no_category_leaves(center: Central, postbox: Postbox) -> None:
    climbing(center, 61, 31, category="sexual_violence")
    center.parts.messages.send_due()
    said = postbox.mails[0].get_payload(decode=True).decode()
    assert "Kasus sensitif" in said
    assert "Kekerasan" not in said


def test_a_link_nobody_opened_ends_and_a_new_one_ends_the_one_before(center: Central) -> None:
    first = page_of(center, "wahyu")
    center.let_pass(25 * 3600)
    assert center.get(first, HTML).status_code == 404
    second = page_of(center, "wahyu")
    assert center.get(second, HTML).status_code == 200
    center.let_pass(25 * 3600)
    assert center.get(second, HTML).status_code == 200
    page_of(center, "wahyu")
    assert center.get(second, HTML).status_code == 404
    assert put(center, "/v1/admin/roster", Roster()).status_code == 200
    gone = center.post("/v1/admin/duty-officers/wahyu/link", headers=center.admin)
    assert gone.status_code == 404


def test_a_lost_phone_shows_no_alarm_any_more(center: Central) -> None:
    def pages() -> list[tuple[str, bool]]:
        told = center.get("/v1/admin/duty-pages", center.admin).json()
        return [(each["unit_id"], each.get("opened_at") is not None) for each in told]

    page = page_of(center, "wahyu")
    assert pages() == [("wahyu", False)]
    assert center.get(page, HTML).status_code == 200
    assert pages() == [("wahyu", True)]
    revoke = "/v1/admin/duty-officers/wahyu/link/revoke"
    assert center.post(revoke, headers=center.admin).status_code == 200
    assert (center.get(page, HTML).status_code, pages()) == (404, [])
    assert center.post(revoke, headers=center.admin).status_code == 404


def test_the_gateways_password_is_told_to_nobody_and_its_address_must_be_safe(center: Central, sms: SmsBox) -> None:
    shown = center.get("/v1/admin/sms-gateway", center.admin).json()
    assert (shown["user"], shown["password"]) == (USER, "")
    kept = SmsGateway(url=sms.url, user=USER, sender="112")
    assert put(center, "/v1/admin/sms-gateway", kept).status_code == 200
    climbing(center, 61, 31)
    assert center.parts.messages.send_due() == 2, "the password of the same account was kept"
    for wrong, field in (
        (replace(kept, url="http://sms.example/sendsms"), "url"),
        (replace(kept, url="https://a:b@sms.example/"), "url"),
        (replace(kept, url="https://sms.example/x?y=1"), "url"),
        (replace(kept, url="https://sms.example/", user="", password="x"), "user"),
        (replace(kept, url="https://sms.example/"), "password"),
        (replace(kept, sender="a" * 21), "sender"),
    ):
        answer = put(center, "/v1/admin/sms-gateway", wrong)
        assert (answer.status_code, answer.json()["field"]) == (422, field)


def test_a_gateway_is_tried_and_what_it_said_is_told_without_the_password(center: Central, sms: SmsBox) -> None:
    def tried(number: str) -> requests.Response:
        return center.post("/v1/admin/sms-gateway/try", headers=center.admin, data=encode(SmsTry(to=number)))

    assert decode(tried("+62 800 000 0310").content, SmsTried) == SmsTried(taken=True)
    assert sms.messages[-1]["to"] == "+628000000310"
    assert "pesan uji Sigap pukul" in sms.messages[-1]["text"]
    refused = decode(tried("0800 000 0399").content, SmsTried)
    assert (refused.taken, refused.said) == (False, "400 Unroutable destination")
    assert (tried("pos jaga").status_code, tried("pos jaga").json()["field"]) == (422, "to")
    sms.echoing = True
    echoed = decode(tried("+62 800 000 0310").content, SmsTried)
    assert "username=" in echoed.said
    assert PASSWORD not in echoed.said
    assert put(center, "/v1/admin/sms-gateway", SmsGateway()).status_code == 200
    assert tried("+62 800 000 0310").json()["code"] == "no_gateway"
