"""A unit: one officer, or a vehicle with crew and call sign, in the day's work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

ORDERS_KEPT_H = 8
"""Hours a unit's orders count as its load: one shift of an Indonesian piket."""


class UnitKind(StrEnum):
    """One officer, or a vehicle with its crew."""

    OFFICER = "officer"
    VEHICLE = "vehicle"


class UnitStatus(StrEnum):
    """What a unit is doing now (screens.md colours it)."""

    AVAILABLE = "available"
    ORDERED = "ordered"
    EN_ROUTE = "en_route"
    ON_SCENE = "on_scene"
    OFF_DUTY = "off_duty"


class Duty(StrEnum):
    """What an operator may set for a unit that is on no case; all but AVAILABLE are status OFF_DUTY with their why."""

    AVAILABLE = "available"
    BREAK = "break"
    OUT_OF_SERVICE = "out_of_service"
    OFF_DUTY = "off_duty"


DUTIES_KEPT = 5
"""How many changes of its duty a unit carries along."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyChange:
    """One change of a unit's duty: who set it when, from what, and why; `undoes` is the change it takes back."""

    duty: Duty
    was: Duty
    at: datetime
    actor_id: str
    by: str
    decision_id: str
    note: str = ""
    undoes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextOrder:
    """An order that waits for its unit: until `due_at`, or (None) until the unit is free."""

    report_id: str
    number: str
    decision_id: str
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """An enrolled unit; `beat_area` is the kelurahan code of a beat officer, `report_id` the case it is on.

    `orders_at` are the times of its orders in the last ORDERS_KEPT_H hours, oldest first; `freed_at` is when the last
    one ended; `next_orders` wait for it, the first to come first. `duties` are the last changes of its duty that
    operators set, the latest last.
    """

    id: str
    revision: int = 0
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
    status: UnitStatus = UnitStatus.AVAILABLE
    report_id: str = ""
    report_number: str = ""
    status_at: datetime | None = None
    orders_at: tuple[datetime, ...] = ()
    freed_at: datetime | None = None
    next_orders: tuple[NextOrder, ...] = ()
    duties: tuple[DutyChange, ...] = ()

    @property
    def duty(self) -> Duty:
        """Off duty for which reason; whatever it does on a case, it is available to the rules of duty."""
        if self.status is not UnitStatus.OFF_DUTY:
            return Duty.AVAILABLE
        return self.duties[-1].duty if self.duties and self.duties[-1].duty is not Duty.AVAILABLE else Duty.OFF_DUTY

    @property
    def away(self) -> DutyChange | None:
        """Who took it off duty and why; None while it is not, or where nobody at a desk did."""
        last = self.duties[-1] if self.duties else None
        return last if last is not None and self.status is UnitStatus.OFF_DUTY and last.duty is self.duty else None

    @property
    def people(self) -> int:
        """How many officers come when it is sent: itself, or the crew of the vehicle."""
        return max(1, len(self.crew)) if self.kind is UnitKind.VEHICLE else 1

    @property
    def title(self) -> str:
        """Rank and name, or the vehicle's name with the size of its crew."""
        if self.kind is UnitKind.VEHICLE:
            return f"{self.name} ({len(self.crew)})"
        return f"{self.rank} {self.name}".strip()


class Doubt(StrEnum):
    """Why a unit may not be where its position says: made up by its phone, or its fixes leap about."""

    NONE = ""
    MOCK = "mock"
    JUMP = "jump"


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A unit's latest fix; degrees WGS 84, speed m/s, course degrees true, `at` when the device took it.

    `mock`: its phone says the position was made up; `jump`: nobody goes that fast (domain.track_jumps). `jumped_at`:
    such a fix came after this one, taken then; this is the place last believed.
    """

    unit_id: str
    lat: float
    lon: float
    at: datetime
    received_at: datetime
    speed_m_s: float | None = None
    course_deg: float | None = None
    accuracy_m: float | None = None
    battery_percent: float | None = None
    mock: bool = False
    jump: bool = False
    jumped_at: datetime | None = None

    @property
    def doubt(self) -> Doubt:
        """What speaks against it, the graver first."""
        if self.mock:
            return Doubt.MOCK
        return Doubt.JUMP if self.jump or self.jumped_at is not None else Doubt.NONE
