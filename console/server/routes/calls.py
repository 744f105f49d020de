"""A telephone exchange tells of its calls: ringing, answered, transferred, ended."""

from __future__ import annotations

import math

from console.contract.calls import CallEvent, CallNoted
from console.contract.codec import aware
from console.contract.ids import is_id
from console.contract.intake import NewReport, NewReporter
from console.domain.call import CallState, Ring
from console.domain.callback import CallbackWhy
from console.domain.place import Place, Provenance
from console.domain.report import ReportKind, SourceKind
from console.server.credentials import Who
from console.server.door import Call, Route
from console.server.intake.reports import receive
from console.server.refusals import forbidden, unknown_caller, wrong
from console.server.sources import Source

_EXCHANGES = frozenset({SourceKind.CALL_110, SourceKind.CALL_112})
_SHORT = 200


def _take(call: Call) -> CallNoted:
    """Note the event; a call that ended without an answer becomes a report on the call-back list."""
    source = call.caller.source
    if source is None:
        raise unknown_caller("key_unknown", "A source's key is needed.")
    if source.kind not in _EXCHANGES:
        raise forbidden("This source is no telephone exchange.", "not_an_exchange")
    call.parts.pace.take(source)
    event = _checked(call.decoded(CallEvent))
    ring = call.parts.calls.take(source, event)
    missed = ring.state is CallState.ENDED and ring.answered_at is None
    number = _to_be_rung_back(call, source, ring, event.number) if missed and event.state is CallState.ENDED else ""
    return CallNoted(id=ring.id, state=ring.state, number=number)


def _to_be_rung_back(call: Call, source: Source, ring: Ring, number: str) -> str:
    """The report's number; the same call again is the same report. Its content never depends on the event's order."""
    new = NewReport(
        id=ring.id, kind=ReportKind.CALL, call=CallbackWhy.UNANSWERED.value, lat=ring.lat, lon=ring.lon,
        accuracy_m=ring.radius_m, provenance=Provenance.GPS, happened_at=ring.rang_at,
        reporter=NewReporter(phone=call.parts.calls.number_of(ring) or number),
    )  # fmt: skip
    return receive(call.parts, source, new).number


def _checked(event: CallEvent) -> CallEvent:
    """The event.

    Raises:
        RequestRefused: 422 naming the field.
    """
    if not is_id(event.id):
        raise wrong("id", "a UUID in canonical text, made by the exchange")
    aware(event.at, "at")
    for name, value in (("number", event.number), ("line", event.line), ("recording_id", event.recording_id)):
        if len(value) > _SHORT:
            raise wrong(name, f"at most {_SHORT} characters")
    if event.radius_m is not None and not (math.isfinite(event.radius_m) and 0 <= event.radius_m < 1e7):
        raise wrong("radius_m", "metres, not negative")
    try:
        Place(lat=event.lat, lon=event.lon)
    except ValueError as error:
        raise wrong("lon" if "lon must" in str(error) else "lat", str(error)) from error
    return event


ROUTES = (Route(method="POST", path="/v1/calls", who=Who.SOURCE, answer=_take, takes=CallEvent, gives=CallNoted),)
