"""The duty officer's phone page, and the gateway that tells him by SMS."""

from __future__ import annotations

from dataclasses import replace

from console.contract.sms import FEWEST_DIGITS, MOST_DIGITS, SmsGateway, SmsTried, SmsTry, is_number
from console.server.audit import note
from console.server.credentials import Who
from console.server.door import Call, Reply, Route
from console.server.duty_links import open_duty_page, take_alarm
from console.server.duty_page import duty_html
from console.server.duty_words import DUTY_LINK_ENDED
from console.server.officer_page import HEADERS, problem_html
from console.server.officer_words import TRY_AGAIN
from console.server.outbound.sms import wrong_gateway
from console.server.refusals import RequestRefused, wrong
from console.server.sms_gateway import completed, gateway_of, keep_gateway, tried_gateway

_HTML = "text/html; charset=utf-8"


def _show(call: Call) -> Reply:
    """The alarms that reached this duty officer and still ring, as a page."""
    parts, link = call.parts, call.path["link"]
    try:
        page = open_duty_page(parts, link)
    except RequestRefused as refusal:
        return _refused(call, refusal)
    body = duty_html(page, link, parts.casefile.site.zone, parts.now())
    return Reply(body=body, media_type=_HTML, headers=HEADERS)


def _take(call: Call) -> Reply:
    """The duty officer takes one alarm ("saya tangani"): that stops its climb and stands on the case."""
    link = call.path["link"]
    try:
        take_alarm(call.parts, link, call.path["alarm"])
    except RequestRefused as refusal:
        return _refused(call, refusal)
    # The phone asks for the page again, so that reloading it does not answer a second time.
    return Reply(body=b"", status=303, media_type=_HTML, headers={**HEADERS, "Location": f"/d/{link}"})


def _refused(call: Call, refusal: RequestRefused) -> Reply:
    if "text/html" not in call.headers.get("accept", ""):
        raise refusal
    words = DUTY_LINK_ENDED if refusal.status == 404 else TRY_AGAIN
    return Reply(body=problem_html(words), status=refusal.status, media_type=_HTML, headers=HEADERS)


def _gateway(call: Call) -> SmsGateway:
    """The service's SMS gateway, without its password."""
    with call.parts.database.read() as connection:
        return replace(gateway_of(connection), password="")


def _set_gateway(call: Call) -> SmsGateway:
    """The SMS gateway from now on (Kannel's sendsms); without an address no text message leaves."""
    wanted = call.decoded(SmsGateway)
    with call.parts.database.write() as tx:
        wanted = completed(tx, wanted)
        fault = wrong_gateway(wanted)
        if fault is not None:
            raise wrong(*fault)
        keep_gateway(tx, wanted, call.parts.now(), call.caller.actor)
    return replace(wanted, password="")


def _try_gateway(call: Call) -> SmsTried:
    """One test message through the gateway that is kept: whether it took it, and what it said."""
    wanted, parts = call.decoded(SmsTry), call.parts
    if not is_number(wanted.to):
        raise wrong("to", f"a phone number of {FEWEST_DIGITS} to {MOST_DIGITS} digits")
    with parts.database.read() as connection:
        gateway = gateway_of(connection)
    if not gateway.url:
        raise RequestRefused(409, "no_gateway", "No SMS gateway is set: save one, then try it.", field="url")
    tried = tried_gateway(gateway, wanted.to, parts.casefile.site, parts.now())
    with parts.database.write() as tx:
        # The number is nobody else's business: the record says that somebody tried, and how it went.
        note(tx, parts.now(), "admin", what="sms_gateway.tried", by=call.caller.actor)
    return tried


ROUTES = (
    Route(method="GET", path="/d/{link:str}", who=Who.OFFICER, answer=_show),
    Route(method="POST", path="/d/{link:str}/{alarm:str}", who=Who.OFFICER, answer=_take, max_bytes=16 * 1024),
    Route(method="GET", path="/v1/admin/sms-gateway", who=Who.ADMINISTRATOR, answer=_gateway, gives=SmsGateway),
    Route(
        method="PUT", path="/v1/admin/sms-gateway", who=Who.ADMINISTRATOR, answer=_set_gateway, takes=SmsGateway,
        gives=SmsGateway, max_bytes=8 * 1024,
    ),
    Route(
        method="POST", path="/v1/admin/sms-gateway/try", who=Who.ADMINISTRATOR, answer=_try_gateway, takes=SmsTry,
        gives=SmsTried, max_bytes=8 * 1024, status=200,
    ),
)  # fmt: skip
