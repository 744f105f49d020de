"""What the map page reports back: parsed and checked before anything believes it."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass

LONGEST_TEXT = 2048
"""Characters of an event of the page, and of a tool's `text`."""
LONGEST_TOLD = 8192
"""Characters of a tool's event, its text escaped."""
KINDS = frozenset({"loaded", "ready", "painted", "report", "unit", "place", "view", "settled", "tool"})


@dataclass(frozen=True, slots=True)
class PageEvent:
    """One event: `id` of a report, unit or tool, degrees of a place, `number` of a frame or zoom, a tool's `text`."""

    kind: str
    id: str = ""
    lat: float = 0.0
    lon: float = 0.0
    number: int = 0
    text: str = ""


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise ValueError("not a number")
    return float(value)


def parse_event(text: str) -> PageEvent | None:
    """The event in `text` (JSON object), or None when it is not one this page can have sent."""
    if len(text) > LONGEST_TOLD:
        return None
    try:
        raw = json.loads(text)
        if not isinstance(raw, dict) or raw.get("kind") not in KINDS or not isinstance(raw.get("id", ""), str):
            return None
        said = raw.get("text", "")
        if not isinstance(said, str) or max(len(said), len(raw.get("id", ""))) > LONGEST_TEXT:
            return None
        return PageEvent(
            kind=raw["kind"],
            id=raw.get("id", ""),
            lat=_number(raw.get("lat", 0.0)),
            lon=_number(raw.get("lon", 0.0)),
            number=int(_number(raw.get("number", 0))),
            text=said,
        )
    except (TypeError, ValueError, RecursionError):
        return None
