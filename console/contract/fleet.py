"""Units, their devices and positions, as administrators and gateways send them."""

from __future__ import annotations

from datetime import datetime

import msgspec

from console.domain.unit import UnitKind

MAX_FIXES = 500
"""Fixes in one list request (issue 'First light', item 4)."""


class NewUnit(msgspec.Struct, frozen=True, kw_only=True):
    """A unit to enrol; sending the same id again changes nothing but its details."""

    id: str
    call_sign: str
    kind: UnitKind = UnitKind.OFFICER
    name: str = ""
    rank: str = ""
    service_number: str = ""
    function: str = ""
    post: str = ""
    crew: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    beat_area: str = ""
    on_duty: bool = True


class NewUnits(msgspec.Struct, frozen=True, kw_only=True):
    """Up to 1,000 units at once."""

    units: tuple[NewUnit, ...]


class NewDevice(msgspec.Struct, frozen=True, kw_only=True):
    """A phone or tracker for a unit; `device_id` is what it sends as id."""

    unit_id: str
    device_id: str


class DeviceToken(msgspec.Struct, frozen=True, kw_only=True):
    """The device's secret (>= 128 bits) and its addresses for Traccar Client / OsmAnd and OwnTracks."""

    unit_id: str
    device_id: str
    token: str
    osmand_path: str
    owntracks_path: str


class Fix(msgspec.Struct, frozen=True, kw_only=True):
    """One position; degrees WGS 84, m/s, degrees true; `source_time` is the original time of a replay."""

    unit_id: str
    at: datetime
    lat: float
    lon: float
    speed_m_s: float | None = None
    course_deg: float | None = None
    accuracy_m: float | None = None
    battery_percent: float | None = None
    mock: bool = False
    source_time: str = ""


class Fixes(msgspec.Struct, frozen=True, kw_only=True):
    """The list form, at most MAX_FIXES; answered 200 after the batch's commit."""

    fixes: tuple[Fix, ...]


class FixesTaken(msgspec.Struct, frozen=True, kw_only=True):
    """How many were stored, each refused one by its place in the list with why, and how many were left out.

    `off_duty` fixes are of units that were not on duty then: nothing is wrong with them, they are not kept.
    """

    stored: int
    refused: dict[int, str]
    off_duty: int = 0


class PhoneLink(msgspec.Struct, frozen=True, kw_only=True):
    """A unit's personal page on its officer's phone; `path` holds its secret, shown once.

    `qr` is an SVG picture of the whole address for his camera, '' when the server was not told its public address.
    Not opened by `expires_at` the link ends; once opened it lasts until it is taken back.
    """

    unit_id: str
    path: str
    qr: str = ""
    expires_at: datetime | None = None


class OpenOrder(msgspec.Struct, frozen=True, kw_only=True):
    """An order that binds a unit now, for gateways that ring phones; status an AssignmentStatus value."""

    unit_id: str
    report_id: str
    number: str
    status: str
    lat: float | None = None
    lon: float | None = None
    ordered_at: datetime


class OrderPlace(msgspec.Struct, frozen=True, kw_only=True):
    """Where to go, as the officer's phone shows it; `changed_at` when corrected since his order, from `before`."""

    lat: float | None = None
    lon: float | None = None
    words: str = ""
    area_name: str = ""
    changed_at: datetime | None = None
    before: str = ""


class OrderLandmark(msgspec.Struct, frozen=True, kw_only=True):
    """A landmark near the place: metres between them, and the side of it on which the place lies (n, ne, e …)."""

    name: str
    distance_m: float
    wind: str


class OfficerOrder(msgspec.Struct, frozen=True, kw_only=True):
    """What the officer's phone shows of his order; of a sensitive case never the report's text.

    `id` names this very order: an answer that repeats it is never taken for the next one's. `cautions` are what is
    ticked on the case (domain.ticks), `others` the call signs of other units sent.
    """

    number: str
    category: str
    priority: int
    sensitive: bool
    status: str
    ordered_at: datetime
    place: OrderPlace
    text: str = ""
    note: str = ""
    id: str = ""
    cautions: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    landmarks: tuple[OrderLandmark, ...] = ()


class LaterOrder(msgspec.Struct, frozen=True, kw_only=True):
    """An order that waits for the unit: its case's number, and its hour (null: after the present one)."""

    number: str
    due_at: datetime | None = None


class OfficerPage(msgspec.Struct, frozen=True, kw_only=True):
    """The page behind a personal link: the unit, its open order (null without one), and those that wait.

    `help_number` is the officer's own open call for help, '' without one; `zone` the site's IANA zone.
    `asked_safe` while the officer is to say that he is safe: a dangerous scene, or his call.
    """

    call_sign: str
    title: str
    order: OfficerOrder | None = None
    later: tuple[LaterOrder, ...] = ()
    help_number: str = ""
    asked_safe: bool = False
    zone: str = "Asia/Jakarta"
    as_of: datetime | None = None
