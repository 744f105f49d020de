"""Words of warning flags in their list: what each is about, and whether it still stands."""

from __future__ import annotations

import re
from datetime import datetime

from console.desk.administration_hazards import HazardLine
from console.domain.hazard import HazardKind
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line

_PLACE = re.compile(r"^\s*(-?\d{1,3}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)\s*$")


def kind_word(kind: str) -> str:
    """What a flag is about."""
    return {
        HazardKind.PLACE: translate("administration", "a place"),
        HazardKind.PERSON: translate("administration", "a reporter"),
        HazardKind.PLATE: translate("administration", "a plate"),
    }[HazardKind(kind)]


def about_words(line: HazardLine) -> str:
    """Plate, place or person, with the case it was set on."""
    hazard = line.hazard
    what = {
        HazardKind.PLACE: translate("administration", "place, {n} m around").format(n=hazard.radius_m),
        HazardKind.PERSON: translate("administration", "reporter"),
        HazardKind.PLATE: one_line(hazard.plate),
    }[hazard.kind]
    return f"{what} · {hazard.number}" if hazard.number else what


def state_word(line: HazardLine, now: datetime) -> str:
    """Standing, run out, or taken down by whom."""
    hazard = line.hazard
    if hazard.ended_at is not None:
        return translate("administration", "taken down: {who}").format(who=one_line(hazard.ended_by))
    stands = now < hazard.expires_at
    return translate("administration", "standing") if stands else translate("administration", "run out")


def place_of(text: str) -> tuple[float, float] | None:
    """Latitude and longitude as typed, None when they are none."""
    found = _PLACE.match(text)
    if found is None:
        return None
    lat, lon = float(found.group(1)), float(found.group(2))
    return (lat, lon) if -90 <= lat <= 90 and -180 <= lon <= 180 else None
