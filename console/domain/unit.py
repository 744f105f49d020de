"""A unit: one officer, or a vehicle with crew and call sign, in the day's work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """An enrolled unit; `beat_area` is the kelurahan code of a beat officer, `report_id` the case it is on."""

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

    @property
    def title(self) -> str:
        """Rank and name, or the vehicle's name with the size of its crew."""
        if self.kind is UnitKind.VEHICLE:
            return f"{self.name} ({len(self.crew)})"
        return f"{self.rank} {self.name}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A unit's latest fix; degrees WGS 84, speed m/s, course degrees true, `at` when the device took it."""

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
