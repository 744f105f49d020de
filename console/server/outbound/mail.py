"""Letters over SMTP: what exactly leaves, and whether the mail server took it."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime, formataddr
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from console.domain.errors import NetworkFault, SetupFault
from console.domain.report import Forward, Report

_LOCAL_HOSTS = {"127.0.0.1", "::1", "localhost"}
TIMEOUT_S = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """Where mail is handed over; `secure` is tls, starttls or none (none to this machine only)."""

    host: str
    port: int
    sender: str
    sender_name: str = "Sigap"
    user: str = ""
    password: str = ""
    secure: str = "starttls"
    ca: Path | None = None


def mail_server_of(url: str, ca: Path | None = None) -> MailServer:
    """Read `smtp://user:password@host:port?from=a@b.example` (starttls) or `smtps://…` (tls).

    Raises:
        SetupFault: what is missing, or plain SMTP to another machine.
    """
    parts = urlsplit(url)
    query = parse_qs(parts.query)
    sender = query.get("from", [""])[0]
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname or "@" not in sender:
        wanted = "smtp://user:password@host:587?from=center@city.example"
        raise SetupFault("bad_smtp", f"--smtp needs an address like {wanted}", field="smtp")
    local = parts.hostname in _LOCAL_HOSTS
    secure = "tls" if parts.scheme == "smtps" else query.get("secure", ["none" if local else "starttls"])[0]
    if secure not in ("tls", "starttls", "none") or (secure == "none" and not local):
        raise SetupFault("plain_smtp", "--smtp: unencrypted mail is allowed to this machine only", field="smtp")
    try:
        port = parts.port or (465 if secure == "tls" else 587)
    except ValueError as error:
        raise SetupFault("bad_smtp", "--smtp: the port is not a number", field="smtp") from error
    return MailServer(
        host=parts.hostname,
        port=port,
        sender=sender,
        sender_name=query.get("name", ["Sigap"])[0],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        secure=secure,
        ca=ca,
    )


def subject_of(report: Report) -> str:
    """The subject line: number and category only, nothing a citizen wrote."""
    return f"[{report.number}] P{report.priority} {report.category}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosed:
    """A file that goes along under a name of ours."""

    file_id: str
    name: str
    media_type: str
    sha256: str
    body: bytes


def compose(
    server: MailServer, report: Report, forward: Forward, recipient: str, enclosed: Sequence[Enclosed] = (),
    missing: Sequence[int] = (),
) -> EmailMessage:  # fmt: skip
    """The message: exactly the text the operator saw and confirmed, and the files; its id is the forward's.

    The same forward always makes the same Message-ID, so that a mail server can drop a repeated try. `missing` are
    numbers of files that could not come along: the letter says so, in Indonesian like all the server writes to people.
    """
    text = forward.text
    if missing:
        text += f"\n\n[Tidak dapat dilampirkan: berkas {', '.join(map(str, missing))}. Hubungi kami bila diperlukan.]"
    letter = Letter(id=forward.id, recipient=recipient, subject=subject_of(report), text=text, at=forward.decided_at)
    message = written(server, letter)
    message["X-Sigap-Report"] = _one_line(report.number)
    for each in enclosed:
        main, _, sub = each.media_type.partition("/")
        message.add_attachment(each.body, maintype=main, subtype=sub, filename=each.name)
    return message


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What a message says and to whom; `id` makes its Message-ID, so a repeated try is known as one."""

    id: str
    recipient: str
    subject: str
    text: str
    at: datetime


def written(server: MailServer, letter: Letter) -> EmailMessage:
    """The letter as it leaves: plain text, one recipient.

    Raises:
        ValueError: the recipient's address cannot be written.
    """
    message = EmailMessage()
    message["Subject"] = _one_line(letter.subject)
    message["From"] = formataddr((server.sender_name, server.sender))
    message["To"] = _one_line(letter.recipient)
    message["Date"] = format_datetime(letter.at)
    message["Message-ID"] = f"<{letter.id}@{server.sender.partition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text)
    return message


def deliver(server: MailServer, message: EmailMessage) -> None:
    """Hand the message over.

    Raises:
        NetworkFault: `mail_refused` when the server said no to it, `mail_away` when it could not be reached.
    """
    try:
        with _connected(server) as smtp:
            if server.secure == "starttls":
                smtp.starttls(context=_trust(server))
            if server.user:
                smtp.login(server.user, server.password)
            smtp.send_message(message)
    except smtplib.SMTPRecipientsRefused as error:
        code, words = next(iter(error.recipients.values()))
        raise NetworkFault("mail_refused", f"{code} {_words(words)}") from error
    except smtplib.SMTPResponseException as error:
        raise NetworkFault("mail_refused", f"{error.smtp_code} {_words(error.smtp_error)}") from error
    except (OSError, smtplib.SMTPException) as error:
        raise NetworkFault("mail_away", f"{server.host}:{server.port}: {type(error).__name__}") from error


def _connected(server: MailServer) -> smtplib.SMTP:
    if server.secure == "tls":
        return smtplib.SMTP_SSL(server.host, server.port, timeout=TIMEOUT_S, context=_trust(server))
    return smtplib.SMTP(server.host, server.port, timeout=TIMEOUT_S)


def _trust(server: MailServer) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=str(server.ca) if server.ca else None)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _words(said: bytes | str) -> str:
    return _one_line(said.decode("utf-8", "replace") if isinstance(said, bytes) else said)[:200]
