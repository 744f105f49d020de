"""Hazard flags: places, people and plates to beware of, each with its end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from console.domain.person import Actor
from console.domain.place import distance_m
from console.domain.report import Report

MOST_DAYS, MOST_RADIUS_M = 365, 2_000
"""Longest a flag may last before somebody must set it anew, and how far around a place it may reach."""

DEFAULT_DAYS, DEFAULT_RADIUS_M = 90, 100

LONGEST_WORDS = 300

_PLATE = re.compile(r"\b([A-Z]{1,2})[ .-]?(\d{1,4})[ .-]?([A-Z]{1,3})\b", re.IGNORECASE)
"""An Indonesian plate: one or two letters of the region, up to four digits, up to three letters."""


class HazardKind(StrEnum):
    """What a flag is about."""

    PLACE = "place"
    PERSON = "person"
    PLATE = "plate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hazard:
    """A flag: `words` say what to beware of; `id` is that of the decision that set it, on the case `number`.

    A person is known by what his reporter is recognised by (keyed hashes of account, device and number), never by the
    number itself. `ended_at` is when somebody took the flag down.
    """

    id: str
    revision: int = 1
    kind: HazardKind
    words: str
    lat: float | None = None
    lon: float | None = None
    radius_m: int = 0
    plate: str = ""
    recognised_by: tuple[str, ...] = ()
    set_by_id: str
    set_by_name: str
    set_at: datetime
    expires_at: datetime
    report_id: str
    number: str
    ended_at: datetime | None = None
    ended_by: str = ""

    def stands(self, at: datetime) -> bool:
        """Whether it still warns at that time."""
        return self.ended_at is None and at < self.expires_at


@dataclass(frozen=True, slots=True, kw_only=True)
class HazardMatch:
    """A flag that fits a case; metres from its place for one about a place, None otherwise."""

    hazard: Hazard
    metres: float | None = None


def plate_of(text: str) -> str:
    """The first plate in a text as it is compared: 'N 1234 AB' and 'n1234ab' are 'N1234AB'; '' when there is none."""
    return next(iter(plates_in(text)), "")


def plates_in(text: str) -> tuple[str, ...]:
    """Every plate a text names, in the form they are compared in, each once."""
    return tuple(dict.fromkeys("".join(found.groups()).upper() for found in _PLATE.finditer(text)))


def matching_hazards(report: Report, hazards: Iterable[Hazard], at: datetime) -> tuple[HazardMatch, ...]:
    """The flags that stand at `at` and fit this report's place, reporter or text; people first, then the nearest."""
    plates, known = set(plates_in(report.text)), set(report.reporter.recognised_by)
    found = []
    for hazard in hazards:
        if not hazard.stands(at):
            continue
        if hazard.kind is HazardKind.PLACE:
            metres = _metres(report, hazard)
            if metres is not None and metres <= hazard.radius_m + (report.place.accuracy_m or 0.0):
                found.append(HazardMatch(hazard=hazard, metres=metres))
        elif (hazard.kind is HazardKind.PLATE and hazard.plate in plates) or (
            hazard.kind is HazardKind.PERSON and known & set(hazard.recognised_by)
        ):
            found.append(HazardMatch(hazard=hazard))
    return tuple(sorted(found, key=lambda match: (match.metres is not None, match.metres or 0.0, match.hazard.id)))


def made_hazard(
    *,
    decision_id: str,
    at: datetime,
    kind: HazardKind,
    words: str,
    days: int,
    report: Report,
    actor: Actor,
    radius_m: int = 0,
    plate: str = "",
) -> Hazard:
    """The flag one decision sets, on the place or the reporter of its case or on a plate."""
    place, at_place = report.place, kind is HazardKind.PLACE
    return Hazard(
        id=decision_id,
        kind=kind,
        words=words.strip(),
        lat=place.lat if at_place else None,
        lon=place.lon if at_place else None,
        radius_m=radius_m if at_place else 0,
        plate=plate_of(plate) if kind is HazardKind.PLATE else "",
        recognised_by=report.reporter.recognised_by if kind is HazardKind.PERSON else (),
        set_by_id=actor.id,
        set_by_name=actor.name,
        set_at=at,
        expires_at=at + timedelta(days=days),
        report_id=report.id,
        number=report.number,
    )


def _metres(report: Report, hazard: Hazard) -> float | None:
    place = report.place
    if place.lat is None or place.lon is None or hazard.lat is None or hazard.lon is None:
        return None
    return distance_m(place.lat, place.lon, hazard.lat, hazard.lon)
