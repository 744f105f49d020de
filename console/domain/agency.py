"""An agency that takes work over, and the site's own facts every desk needs."""

from __future__ import annotations

from dataclasses import dataclass, field

from console.domain.deadline_rules import DeadlineRules


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
