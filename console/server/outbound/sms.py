"""Text messages through the service's own gateway: Kannel's sendsms, spoken over HTTP.

The user guide of Kannel (kannel.org, "SMS push") describes the request: username, password, to, text, charset, coding
and from in the query; 202 when the gateway took the message, 4xx when it never will, 5xx when it may later.
"""

from __future__ import annotations

from urllib.parse import urlsplit

import requests

from console.contract.sms import SmsGateway
from console.domain.errors import NetworkFault
from console.server.outbound.http_address import may_be_asked

__all__ = ["MOST_CHARACTERS", "SmsGateway", "send_sms", "wrong_gateway"]

CONNECT_S, READ_S = 5.0, 10.0
MOST_CHARACTERS = 300
"""Two short messages at most: an alarm is read at a glance."""
_MOST_ANSWER = 4_096


def wrong_gateway(gateway: SmsGateway) -> tuple[str, str] | None:
    """The first field that cannot be used and what it must be; None when all can. No address: no text messages."""
    if not gateway.url:
        return None
    if not may_be_asked(gateway.url):
        return "url", "https://host:port/cgi-bin/sendsms; http:// to 127.0.0.1 or [::1] only; no question mark in it"
    for name, value in (("user", gateway.user), ("password", gateway.password)):
        if not 0 < len(value) <= 100:
            return name, "1 to 100 characters"
    return None if len(gateway.sender) <= 20 else ("sender", "at most 20 characters")


def send_sms(
    gateway: SmsGateway, recipient: str, text: str, *, connect_s: float = CONNECT_S, read_s: float = READ_S
) -> None:
    """Hand a text message to the gateway.

    Raises:
        NetworkFault: `sms_refused` when the gateway will not take this one, `sms_away` when it could not be reached
            or has trouble of its own.
    """
    query = {
        "username": gateway.user, "password": gateway.password, "to": _digits(recipient),
        "text": text[:MOST_CHARACTERS], "charset": "UTF-8", "coding": "0" if text.isascii() else "2",
    }  # fmt: skip
    if gateway.sender:
        query["from"] = gateway.sender
    try:
        with requests.Session() as session:
            session.trust_env = False
            answer = session.get(
                gateway.url, params=query, timeout=(connect_s, read_s), allow_redirects=False, stream=True
            )
            with answer:
                said = answer.raw.read(_MOST_ANSWER, decode_content=True).decode("utf-8", "replace")
                status = answer.status_code
    except (requests.RequestException, OSError) as error:
        raise NetworkFault("sms_away", f"{urlsplit(gateway.url).netloc}: {type(error).__name__}") from error
    words = f"{status} {' '.join(said.split())[:160]}".strip()
    if status == 202:
        return
    refused = 400 <= status < 500 and status not in (401, 403, 404, 429)
    raise NetworkFault("sms_refused" if refused else "sms_away", words)


def _digits(number: str) -> str:
    """As gateways want it: digits with a plus before them, nothing between."""
    return ("+" if number.strip().startswith("+") else "") + "".join(each for each in number if each.isdigit())
