"""Reports near this one in place and time, with the reasons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from console.domain.place import distance_m
from console.domain.queue_row import QueueRow
from console.domain.report import Report

NEAR_M = 500.0
"""How far apart two reports of one thing may lie."""

NEAR_S = 2 * 3600
"""How far apart in time they may be received."""

_COMPARED_CHARACTERS = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class Similar:
    """A possibly equal report; `text_percent` None when one of the two is sensitive or without text."""

    report_id: str
    number: str
    category: str
    distance_m: float
    apart_s: int
    text_percent: int | None


def similar_to(report: Report, others: Iterable[QueueRow], count: int = 3) -> tuple[Similar, ...]:
    """The `count` likeliest of `others`, best first: near in place and time, like in category or words."""
    found = [similar for other in others if (similar := _compared(report, other)) is not None]
    found.sort(key=lambda s: (-(s.text_percent or 0), s.distance_m, s.apart_s))
    return tuple(found[:count])


def _compared(report: Report, other: QueueRow) -> Similar | None:
    here = report.place
    if other.id == report.id or here.lat is None or here.lon is None or other.lat is None or other.lon is None:
        return None
    metres = distance_m(here.lat, here.lon, other.lat, other.lon)
    apart_s = abs(int((report.received_at - other.received_at).total_seconds()))
    if metres > NEAR_M or apart_s > NEAR_S:
        return None
    percent = _text_percent(report, other)
    if other.category != report.category and (percent is None or percent < 50):
        return None
    return Similar(
        report_id=other.id,
        number=other.number,
        category=other.category,
        distance_m=metres,
        apart_s=apart_s,
        text_percent=percent,
    )


def _text_percent(report: Report, other: QueueRow) -> int | None:
    if report.sensitive or other.sensitive or not report.text.strip() or not other.line.strip():
        return None
    first = " ".join(report.text[:_COMPARED_CHARACTERS].lower().split())
    second = " ".join(other.line[:_COMPARED_CHARACTERS].lower().split())
    return round(SequenceMatcher(None, first, second, autojunk=False).ratio() * 100)
