"""Calls as events: what an exchange tells the server, and the stream the desks."""

from __future__ import annotations

from datetime import datetime

import msgspec

from console.domain.call import CallState, Ring


class CallEvent(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing that happened to a call; `id` (a UUID made by the exchange) is the call's, the same for all of them.

    `at` is the exchange's time with an offset. Sent again, or out of order, it changes nothing that is known already.
    lat/lon WGS 84 degrees, together or not at all, with `radius_m` metres.
    """

    id: str
    state: CallState
    at: datetime
    number: str = ""
    line: str = ""
    lat: float | None = None
    lon: float | None = None
    radius_m: float | None = None
    recording_id: str = ""


class CallNoted(msgspec.Struct, frozen=True, kw_only=True):
    """Where the call stands now; `number` is the report's that an unanswered one became, '' for any other."""

    id: str
    state: CallState
    number: str = ""


class CallsNews(msgspec.Struct, frozen=True, kw_only=True):
    """Stream event `calls`: every call that rings or is spoken on now, the whole list each time."""

    calls: tuple[Ring, ...]
