"""Files go along with a forward byte for byte, waited for; or stay, and it is said."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from email.message import Message as Mail
from pathlib import Path

import pytest

from console.contract.ids import new_id
from console.domain.acts import AttachFile, ForwardCase, WithdrawFile
from console.domain.agency import Agency
from console.domain.attachment import COMING
from console.domain.forward_file import COPY, LEFT_OUT, READY, SENT, URGENT_WAIT_S, WAIT_S, WHOLE, ForwardFile
from console.domain.report import Forward, ForwardStatus
from console.server.outbound.clamd import clamd_of
from tests.server.test_uploads import send
from tests.worlds.central import Central, Json, SignedDesk, running
from tests.worlds.clamd import SIGNATURE, FakeDaemon
from tests.worlds.post import Postbox, open_postbox

PHOTO = b"\xff\xd8\xff\xe0" + b"foto rekaan " * 900
SOUND = b"ID3\x04\x00\x00" + bytes(range(256)) * 40
COPIED = b"\xff\xd8\xff\xe0" + b"salinan bertanda " * 700


@pytest.fixture
def postbox() -> Iterator[Postbox]:
    with open_postbox() as box:
        yield box


@pytest.fixture
def mailing(tmp_path: Path, postbox: Postbox) -> Iterator[Central]:
    with running(tmp_path / "central", smtp=postbox.url) as central:
        central.make_agency(Agency(id="pln", revision=1, name="PLN (contoh)", short_name="PLN", email="a@pln.example"))
        yield central


def a_case(central: Central, *files: tuple[str, bytes], priority: int = 3) -> str:
    told = {"id": new_id(), "text": "kabel putus", "priority": priority, "category": "power_line"}
    parts = [("report", (None, json.dumps(told))), *(("file", each) for each in files)]
    assert central.post("/v1/reports", headers=central.make_source(), files=parts).status_code == 201
    return str(told["id"])


def whole(central: Central, report_id: str, number: int) -> ForwardFile:
    file = central.report(report_id).attachments[number - 1]
    return ForwardFile(
        file_id=file.id, origin_id=file.id, number=number, how=WHOLE, media_type=file.media_type,
        size_bytes=file.size_bytes, sha256=file.sha256,
    )  # fmt: skip


def copy(central: Central, report_id: str, number: int, body: bytes = COPIED) -> ForwardFile:
    return ForwardFile(
        file_id=new_id(), origin_id=central.report(report_id).attachments[number - 1].id, number=number, how=COPY,
        media_type="image/jpeg", size_bytes=len(body), sha256=hashlib.sha256(body).hexdigest(),
    )  # fmt: skip


def passed_on(desk: SignedDesk, report_id: str, *files: ForwardFile) -> Json:
    act = ForwardCase(agency_id="pln", text="Kabel putus di Klojen", files=files)
    return desk.decide(act, report_id, base_version=1)


def forward(central: Central, report_id: str) -> Forward:
    (found,) = central.report(report_id).forwards
    return found


def enclosed(mail: Mail) -> list[tuple[str | None, str, str]]:
    """Name, type and SHA-256 of each file of a mail, as whoever gets it decodes them."""
    return [
        (part.get_filename(), part.get_content_type(), hashlib.sha256(bytes(part.get_payload(decode=True))).hexdigest())  # type: ignore[arg-type]
        for part in mail.walk() if part.get_content_disposition() == "attachment"
    ]  # fmt: skip


def words(mail: Mail) -> str:
    part = next(each for each in mail.walk() if each.get_content_type() == "text/plain")
    return bytes(part.get_payload(decode=True)).decode()  # type: ignore[arg-type]


def test_a_copy_is_waited_for_and_arrives_as_it_was_made_under_a_name_of_ours(mailing: Central, postbox: Postbox):
    desk = mailing.sign_in("sari")
    report_id = a_case(mailing, ("Bu Siti Rekaan 0800.jpg", PHOTO), ("pesan.mp3", SOUND))
    copied, sound = copy(mailing, report_id, 1), whole(mailing, report_id, 2)
    assert passed_on(desk, report_id, copied, sound)["outcome"] == "applied"
    assert [each.state for each in forward(mailing, report_id).files] == [COMING, READY]
    mailing.advance(11)
    assert mailing.parts.outbox.send_due() == 0
    assert forward(mailing, report_id).status is ForwardStatus.HELD
    assert send(desk, copied.file_id, 0, COPIED)[1]["done"]
    assert [each.state for each in forward(mailing, report_id).files] == [READY, READY]
    mailing.advance(3)
    assert mailing.parts.outbox.send_due() == 1

    (mail,) = postbox.mails
    number = mailing.report(report_id).number
    assert words(mail).strip() == "Kabel putus di Klojen"
    assert enclosed(mail) == [
        (f"{number}-1.jpg", "image/jpeg", copied.sha256), (f"{number}-2.mp3", "audio/mpeg", sound.sha256),
    ]  # fmt: skip
    assert "Siti" not in mail.as_string()
    report = mailing.report(report_id)
    assert [each.state for each in forward(mailing, report_id).files] == [SENT, SENT]
    # The copy is no file of the case, and the chain holds the hash of each that left.
    assert len(report.attachments) == 2
    assert next(e for e in report.timeline if e.kind == "report.forward").params["files"] == "1,2"
    chain = [each for each in mailing.parts.checkpoints.page(0, 10_000).records if each.kind == "export"]
    assert [(each.outcome, each.what, each.content) for each in chain] == [
        ("forward", copied.file_id, copied.sha256), ("forward", sound.file_id, sound.sha256),
    ]  # fmt: skip


@pytest.mark.parametrize(("priority", "waits_s"), [(1, URGENT_WAIT_S), (2, URGENT_WAIT_S), (3, WAIT_S)])
def test_a_file_that_does_not_come_holds_a_letter_ten_minutes_and_an_urgent_one_a_minute(
    mailing: Central, postbox: Postbox, priority: int, waits_s: int
):
    files = ("a.jpg", PHOTO), ("b.mp3", SOUND)
    desk, report_id = mailing.sign_in("sari"), a_case(mailing, *files, priority=priority)
    passed_on(desk, report_id, copy(mailing, report_id, 1), whole(mailing, report_id, 2))
    mailing.advance(waits_s - 5)
    assert mailing.parts.outbox.send_due() == 0
    mailing.advance(20)
    assert mailing.parts.outbox.send_due() == 1
    (mail,) = postbox.mails
    assert [name for name, _, _ in enclosed(mail)] == [f"{mailing.report(report_id).number}-2.mp3"]
    assert "berkas 1" in words(mail)
    assert [each.state for each in forward(mailing, report_id).files] == [LEFT_OUT, SENT]
    report = mailing.report(report_id)
    last = report.timeline[-1]
    assert (last.kind, last.params["files"], last.params["behind"], report.unread) == ("forward.sent", "2", "1", True)


def test_a_file_given_up_meanwhile_is_not_waited_for(mailing: Central, postbox: Postbox):
    desk, report_id = mailing.sign_in("sari"), a_case(mailing, ("a.jpg", PHOTO))
    file_id = new_id()
    attached = AttachFile(
        file_id=file_id, name="b.mp3", media_type="audio/mpeg", size_bytes=len(SOUND),
        sha256=hashlib.sha256(SOUND).hexdigest(),
    )  # fmt: skip
    assert desk.decide(attached, report_id)["outcome"] == "applied"
    assert passed_on(desk, report_id, whole(mailing, report_id, 2))["outcome"] == "applied"
    mailing.advance(11)
    assert mailing.parts.outbox.send_due() == 0
    assert desk.decide(WithdrawFile(file_id=file_id), report_id)["outcome"] == "applied"
    mailing.advance(3)
    assert mailing.parts.outbox.send_due() == 1
    (mail,) = postbox.mails
    assert enclosed(mail) == []
    assert "berkas 2" in words(mail)


def test_what_the_virus_scanner_finds_meanwhile_stays_here_and_the_letter_says_so(tmp_path: Path, postbox: Postbox):
    daemon = FakeDaemon()
    central = Central(tmp_path / "central", smtp=postbox.url, clamd=clamd_of(daemon.address))
    try:
        central.make_agency(Agency(id="pln", revision=1, name="PLN", short_name="PLN", email="a@pln.example"))
        bad = SOUND + SIGNATURE
        report_id = a_case(central, ("a.mp3", SOUND), ("b.mp3", bad))
        desk = central.sign_in("sari")
        passed_on(desk, report_id, whole(central, report_id, 1), whole(central, report_id, 2))
        central.parts.scans.look()
        central.advance(11)
        assert central.parts.outbox.send_due() == 1
        (mail,) = postbox.mails
        assert [sha256 for _, _, sha256 in enclosed(mail)] == [hashlib.sha256(SOUND).hexdigest()]
        assert "berkas 2" in words(mail)
        act = ForwardCase(agency_id="pln", text="lagi", files=(whole(central, report_id, 2),))
        again = desk.decide(act, report_id, base_version=central.report(report_id).version, token=1)
        assert again["refusal"] == {"reason": "file_stays", "params": {"file": "2"}}
    finally:
        central.go_away()
        daemon.close()


def test_what_may_not_leave_is_refused_by_the_server_too(mailing: Central):
    desk, report_id = mailing.sign_in("sari"), a_case(mailing, ("a.jpg", PHOTO), ("b.mp3", SOUND))
    picture = whole(mailing, report_id, 1)
    refused = passed_on(desk, report_id, picture)
    assert refused["refusal"] == {"reason": "bad_value", "params": {"field": "files.how", "value": "whole"}}
    large = ForwardFile(
        file_id=new_id(), origin_id=picture.origin_id, number=1, how=COPY, media_type="image/jpeg",
        size_bytes=2_000_000, sha256="ab" * 32,
    )  # fmt: skip
    site = mailing.parts.casefile.site
    set_to = mailing.post(
        "/v1/admin/site", headers=mailing.admin, json={"name": site.name, "leaving": {"most_mb": 1}}
    )
    assert set_to.status_code == 200
    assert passed_on(desk, report_id, large)["refusal"]["params"] == {"size": "2.0", "most": "1"}
    for wrong in (0, 41):
        answer = mailing.post("/v1/admin/site", headers=mailing.admin, json={"leaving": {"most_mb": wrong}})
        assert (answer.status_code, answer.json()["field"]) == (422, "leaving.most_mb")
