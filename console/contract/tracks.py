"""Past ways of units as a desk asks for them, and each look at one as it is kept."""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec

from console.domain.passing import Passing
from console.domain.track import Track

MOST_UNITS = 50
"""Units in one question."""
PAGE_POINTS = 2_000
"""Fixes in one answer; `next` asks for those behind them."""
LONGEST_TRACK = timedelta(days=7)
LONGEST_NEAR = timedelta(days=1)
"""How much time one question may span: of named units, and of everybody near a place."""
MOST_RADIUS_M = 20_000
REASON_CHARACTERS = 200


class TrackPage(msgspec.Struct, frozen=True, kw_only=True):
    """Fixes of the units asked for, by unit and time; `next` '' when these are the last."""

    tracks: tuple[Track, ...]
    next: str = ""


class NearPage(msgspec.Struct, frozen=True, kw_only=True):
    """Everybody who was within the radius, the sure ones and the closest first."""

    passings: tuple[Passing, ...]


class TrackLook(msgspec.Struct, frozen=True, kw_only=True):
    """One look at past ways: who at which desk, whose, of which time, and why (a case, or his own words).

    `way` is 'track' for named units or 'near' for those found near a place; the audit chain holds the SHA-256 of this
    as JSON with `id` 0, once for each unit.
    """

    id: int = 0
    at: datetime
    actor_id: str
    actor_name: str
    desk_id: str
    way: str
    unit_ids: tuple[str, ...]
    since: datetime
    until: datetime
    lat: float | None = None
    lon: float | None = None
    radius_m: float | None = None
    report_id: str = ""
    reason: str = ""


class TrackLooks(msgspec.Struct, frozen=True, kw_only=True):
    """Looks, the latest first."""

    looks: tuple[TrackLook, ...]
