"""A forward leaves when its time for undo is over, and is tried again if it must."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from email.message import Message as Mail
from pathlib import Path

import pytest

from console.domain.acts import ConfirmForward, ForwardCase, Undo
from console.domain.agency import Agency
from console.domain.report import Forward, ForwardStatus, Status
from tests.worlds.central import Central, SignedDesk, running
from tests.worlds.post import Postbox, free_port, open_postbox


@pytest.fixture
def postbox() -> Iterator[Postbox]:
    with open_postbox() as box:
        yield box


@pytest.fixture
def mailing(tmp_path: Path, postbox: Postbox, database_url: str) -> Iterator[Central]:
    with running(tmp_path / "central", smtp=postbox.url, database_url=database_url) as central:
        yield central


def forwarded(central: Central, desk: SignedDesk, email: str = "piket@pln.example") -> tuple[str, str]:
    """Ids of a report and of its forward, held for undo."""
    central.make_agency(Agency(id="pln", revision=1, name="PLN (contoh)", short_name="PLN", email=email, phone="123"))
    report_id = central.report_in(central.make_source())
    decision = desk.decision(ForwardCase(agency_id="pln", text="Kabel putus di Klojen"), report_id, base_version=1)
    assert desk.send(decision).json()["results"][0]["outcome"] == "applied"
    return report_id, decision.id


def forward(central: Central, report_id: str) -> Forward:
    (found,) = central.report(report_id).forwards
    return found


def test_it_is_held_for_undo_then_sent_once_and_told(mailing: Central, postbox: Postbox):
    report_id, forward_id = forwarded(mailing, mailing.sign_in("sari"))
    assert mailing.parts.outbox.send_due() == 0
    assert postbox.mails == []
    mailing.advance(11)
    assert [mailing.parts.outbox.send_due() for _ in range(2)] == [1, 0]
    (mail,) = postbox.mails
    assert mail["Message-ID"] == f"<{forward_id}@sigap.example>"
    found = forward(mailing, report_id)
    assert (found.status, found.tries, found.sent_at is not None) == (ForwardStatus.SENT, 1, True)
    report = mailing.report(report_id)
    assert (report.status, report.timeline[-1].kind) == (Status.FORWARDED, "forward.sent")


def test_undone_in_time_it_never_leaves(mailing: Central, postbox: Postbox):
    desk = mailing.sign_in("sari")
    report_id, forward_id = forwarded(mailing, desk)
    undo = desk.decision(Undo(decision_id=forward_id), report_id, base_version=2, token=1)
    assert desk.send(undo).json()["results"][0]["outcome"] == "applied"
    mailing.advance(3600)
    assert mailing.parts.outbox.send_due() == 0
    assert postbox.mails == []
    assert forward(mailing, report_id).status is ForwardStatus.CANCELLED


def test_a_refusal_is_told_in_the_mail_servers_words_and_tried_again(mailing: Central, postbox: Postbox):
    report_id, _ = forwarded(mailing, mailing.sign_in("sari"), email="full@pln.example")
    mailing.advance(11)
    assert mailing.parts.outbox.send_due() == 0
    failed = forward(mailing, report_id)
    assert (failed.status, failed.tries) == (ForwardStatus.FAILED, 1)
    assert "mailbox full" in failed.last_error
    mailing.parts.outbox.send_due()
    assert forward(mailing, report_id).tries == 1
    mailing.advance(6)
    mailing.parts.outbox.send_due()
    assert forward(mailing, report_id).tries == 2


def test_a_mail_server_that_comes_back_gets_what_waited_even_after_a_restart(tmp_path: Path, database_url: str):
    away = f"smtp://127.0.0.1:{free_port()}?from=center@sigap.example"
    with running(tmp_path / "central", smtp=away, database_url=database_url) as central:
        report_id, _ = forwarded(central, central.sign_in("sari"))
        central.advance(11)
        central.parts.outbox.send_due()
        assert "127.0.0.1" in forward(central, report_id).last_error
        with open_postbox() as box:
            central.go_away()
            central.smtp = box.url
            central.come_back()
            central.advance(6)
            assert central.parts.outbox.send_due() == 1
            assert len(box.mails) == 1
        assert forward(central, report_id).status is ForwardStatus.SENT


def test_without_a_mail_server_the_case_says_so_once(central: Central):
    report_id, _ = forwarded(central, central.sign_in("sari"))
    for seconds in (11, 6, 31, 4000):
        central.advance(seconds)
        central.parts.outbox.send_due()
    assert forward(central, report_id).last_error == "no mail server configured"
    failures = [entry for entry in central.report(report_id).timeline if entry.kind == "forward.failed"]
    assert len(failures) == 1


def test_an_agency_without_an_address_stays_for_the_telephone(mailing: Central, postbox: Postbox):
    desk = mailing.sign_in("sari")
    report_id, forward_id = forwarded(mailing, desk, email="")
    mailing.advance(60)
    assert mailing.parts.outbox.send_due() == 0
    assert forward(mailing, report_id).status is ForwardStatus.HELD
    assert desk.decide(ConfirmForward(forward_id=forward_id, confirmed_by="Bu Rina"), report_id)["outcome"] == "applied"
    assert forward(mailing, report_id).status is ForwardStatus.CONFIRMED


def test_confirmed_by_telephone_it_still_leaves_in_writing_and_stays_confirmed(mailing: Central, postbox: Postbox):
    desk = mailing.sign_in("sari")
    report_id, forward_id = forwarded(mailing, desk)
    desk.decide(ConfirmForward(forward_id=forward_id, confirmed_by="Bu Rina"), report_id)
    mailing.advance(11)
    assert mailing.parts.outbox.send_due() == 1
    found = forward(mailing, report_id)
    assert (found.status, found.sent_at is not None, len(postbox.mails)) == (ForwardStatus.CONFIRMED, True, 1)


def test_the_same_decision_twice_is_one_mail(mailing: Central, postbox: Postbox):
    desk = mailing.sign_in("sari")
    report_id, forward_id = forwarded(mailing, desk)
    again = desk.decision(
        ForwardCase(agency_id="pln", text="lain"), report_id, base_version=1, decision_id=forward_id
    )
    assert desk.send(again).status_code == 422
    mailing.advance(11)
    mailing.parts.outbox.send_due()
    assert len(postbox.mails) == 1


def test_the_running_server_sends_by_itself(tmp_path: Path, postbox: Postbox, database_url: str):
    with running(tmp_path / "central", smtp=postbox.url, jobs=True, database_url=database_url) as central:
        report_id, _ = forwarded(central, central.sign_in("sari"))
        central.advance(11)
        deadline_s = time.monotonic() + 20
        while forward(central, report_id).status is not ForwardStatus.SENT and time.monotonic() < deadline_s:
            threading.Event().wait(0.05)
        assert forward(central, report_id).status is ForwardStatus.SENT
        assert len(postbox.mails) == 1


def test_undone_while_it_is_leaving_the_case_says_that_it_left(mailing: Central, postbox: Postbox):
    desk = mailing.sign_in("sari")
    report_id, forward_id = forwarded(mailing, desk)
    undo = desk.decision(Undo(decision_id=forward_id), report_id, base_version=2, token=1)
    keep = postbox.handle_message

    def undo_meanwhile(message: Mail) -> None:
        assert desk.send(undo).json()["results"][0]["outcome"] == "applied"
        keep(message)

    postbox.handle_message = undo_meanwhile  # type: ignore[method-assign]
    mailing.advance(11)
    mailing.parts.outbox.send_due()
    report = mailing.report(report_id)
    assert (forward(mailing, report_id).status, report.unread) == (ForwardStatus.SENT, True)
    assert [entry.kind for entry in report.timeline[-2:]] == ["report.undo", "forward.sent"]
