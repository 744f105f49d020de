"""A forward leaves as the operator saw it, over real SMTP; a refusal is told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from console.domain.errors import NetworkFault, SetupFault
from console.domain.report import Forward, ForwardStatus
from console.server.outbound.mail import MailServer, compose, deliver, mail_server_of
from tests.domain.cases import T0, a_report
from tests.worlds.post import Postbox, open_postbox

FORWARD = Forward(
    id="01a20039-a224-74d5-b251-10c1a68ea346", agency_id="pln", agency_name="PLN", agency_phone="",
    status=ForwardStatus.HELD, text="Kabel putus menjuntai\n.\nJl. Contoh 5 – Klojen", decided_at=T0,
    send_after=T0 + timedelta(seconds=10),
)  # fmt: skip


@pytest.fixture
def postbox() -> Iterator[tuple[Postbox, MailServer]]:
    with open_postbox() as box:
        yield box, mail_server_of(box.url)


def test_exactly_the_confirmed_text_arrives(postbox: tuple[Postbox, MailServer]) -> None:
    box, server = postbox
    deliver(server, compose(server, a_report(), FORWARD, "piket@pln.example"))
    (mail,) = box.mails
    body = mail.get_payload(decode=True)
    assert isinstance(body, bytes)
    assert body.decode().rstrip("\r\n").replace("\r\n", "\n") == FORWARD.text
    assert mail["Subject"] == "[KJ-2611-0001] P2 traffic_accident"
    assert mail["Message-ID"] == f"<{FORWARD.id}@sigap.example>"


def test_nothing_in_a_number_or_address_can_add_a_header(postbox: tuple[Postbox, MailServer]) -> None:
    _, server = postbox
    mail = compose(server, a_report(number="KJ-1\r\nBcc: thief@x.example"), FORWARD, "piket@pln.example")
    assert mail["Bcc"] is None
    assert "\n" not in str(mail["Subject"])


def test_a_refused_recipient_is_said_in_the_mail_servers_words(postbox: tuple[Postbox, MailServer]) -> None:
    _, server = postbox
    with pytest.raises(NetworkFault, match="mailbox full") as caught:
        deliver(server, compose(server, a_report(), FORWARD, "full@pln.example"))
    assert caught.value.code == "mail_refused"


def test_a_mail_server_that_is_away_is_a_fault_of_the_network() -> None:
    server = mail_server_of("smtp://127.0.0.1:1?from=center@sigap.example")
    with pytest.raises(NetworkFault) as caught:
        deliver(server, compose(server, a_report(), FORWARD, "piket@pln.example"))
    assert caught.value.code == "mail_away"


@pytest.mark.parametrize(
    "url",
    [
        "http://mail.example?from=a@b.example",
        "smtp://mail.example",
        "smtp://mail.example?from=a@b.example&secure=none",
        "smtp://mail.example:none?from=a@b.example",
    ],
)
def test_a_mail_address_that_cannot_be_meant_is_refused(url: str) -> None:
    with pytest.raises(SetupFault):
        mail_server_of(url)


def test_secrets_in_the_address_are_unquoted_and_other_machines_get_starttls() -> None:
    server = mail_server_of("smtp://desk:p%40ss@mail.example?from=a@b.example")
    assert (server.user, server.password, server.secure, server.port) == ("desk", "p@ss", "starttls", 587)
