"""What leaves the center when work is passed on: whom it goes to and exactly which words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from console.desk.case import agencies_for
from console.domain.agency import Agency, Site
from console.domain.report import Report

ZONE_NAMES = {"Asia/Jakarta": "WIB", "Asia/Pontianak": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}
"""Short names of Indonesia's three zones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForwardWords:
    """Translated pieces of the message; `{}` is filled with facts."""

    category: str
    heading: str
    received: str
    place: str
    coordinates: str
    told: str
    sender: str


def agencies_ranked(report: Report, agencies: Iterable[Agency]) -> tuple[Agency, ...]:
    """All agencies: those that take the category first, nearest first; then the rest by name."""
    everyone = tuple(agencies)
    first = tuple(advice.agency for advice in agencies_for(report, everyone))
    rest = sorted((a for a in everyone if a not in first), key=lambda a: a.short_name.lower())
    return (*first, *rest)


def forward_text(report: Report, site: Site, words: ForwardWords) -> str:
    """The message as proposed: number, category, time, place and the report's words, never the reporter.

    A sensitive case proposes category and place only (security.md rule 8).
    """
    place = report.place
    lines = [words.heading.format(number=report.number, category=words.category)]
    lines.append(words.received.format(at=local_time(report.received_at, site.zone)))
    where = ", ".join(part for part in (place.words if not report.sensitive else "", place.area_name) if part)
    if where:
        lines.append(words.place.format(place=where))
    if place.lat is not None and place.lon is not None:
        lines.append(words.coordinates.format(lat=f"{place.lat:.5f}", lon=f"{place.lon:.5f}"))
    if report.text.strip() and not report.sensitive:
        lines += ["", words.told, report.text.strip()]
    lines += ["", words.sender.format(site=site.name)]
    return "\n".join(lines)


def local_time(at: datetime, zone: str) -> str:
    """Day and minute in the site's zone with its short name: '21/11/2026 14:06 WIB'."""
    return f"{at.astimezone(ZoneInfo(zone)):%d/%m/%Y %H:%M} {ZONE_NAMES.get(zone, '')}".strip()
