"""An agency that takes work over, and the site's own facts every desk needs."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from console.domain.deadline_rules import DeadlineRules
from console.domain.leaving_rules import LeavingRules

NAME_CHARACTERS = 120
LEASE_S, STALE_S, ZOOM, TRACK_DAYS = (10, 3_600), (5, 3_600), (4, 18), (1, 3_650)
"""Least and most of the site's own figures; a map below 4 shows a continent, past 18 a yard. Devices that report each
second, and a fleet played sixty times as fast, are old after seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """An agency: where it is written to, which number to ring, which categories it takes."""

    id: str
    revision: int = 0
    name: str
    short_name: str
    email: str = ""
    phone: str = ""
    categories: tuple[str, ...] = ()
    kind: str = "agency"
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The center itself: name, IANA zone shown on screens, map centre, deadlines in seconds.

    `track_days`: positions of units are kept that long, then deleted.
    """

    id: str = "site"
    revision: int = 0
    name: str = "Sigap"
    zone: str = "Asia/Jakarta"
    lat: float = -7.9786
    lon: float = 112.6318
    zoom: int = 13
    lease_s: int = 60
    stale_after_s: int = 300
    demo: bool = False
    track_days: int = 30
    deadlines: DeadlineRules = field(default_factory=DeadlineRules)
    leaving: LeavingRules = field(default_factory=LeavingRules)


def fault_in_site(site: Site) -> tuple[str, str] | None:
    """The first of its own facts that cannot be used and what it must be; None when all can."""
    if not (0 < len(site.name.strip()) <= NAME_CHARACTERS and site.name.isprintable()):
        return "name", f"1 to {NAME_CHARACTERS} characters that can be seen"
    if not (math.isfinite(site.lat) and -90 <= site.lat <= 90):
        return "lat", "degrees in -90..90"
    if not (math.isfinite(site.lon) and -180 <= site.lon <= 180):
        return "lon", "degrees in -180..180"
    bounds = (("zoom", ZOOM), ("lease_s", LEASE_S), ("stale_after_s", STALE_S), ("track_days", TRACK_DAYS))
    for name, (least, most) in bounds:
        if not least <= getattr(site, name) <= most:
            return name, f"{least} to {most}"
    return None
