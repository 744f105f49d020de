"""Words of places: what was found by name, and which landmarks lie near."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from console.desk.places import PlaceFound
from console.domain.landmark import AT_M, NearLandmark
from console.ui.case.words import distance_words
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line


def found_words(found: PlaceFound) -> str:
    """'Blimbing · Blimbing, Kota Malang', 'Stasiun Malang (stasiun) · Klojen, Kota Malang'."""
    name = one_line(found.name)
    named = f"{name} ({one_line(found.kind)})" if found.kind and found.kind.casefold() not in name.casefold() else name
    above = found_above(found)
    return f"{named} · {above}" if above else named


def found_above(found: PlaceFound) -> str:
    """What lies above it, and that its point is not known here."""
    parts = [", ".join(one_line(each) for each in (found.district, found.city) if each)]
    if not found.place.known:
        parts.append(translate("place", "no point on the map"))
    return " · ".join(part for part in parts if part)


def near_words(near: Iterable[NearLandmark]) -> str:
    """'80 m north-east of Stasiun Malang · 240 m west of Balai Kota'."""
    winds = wind_words()
    return " · ".join(_near_words(each, winds) for each in near)


def _near_words(near: NearLandmark, winds: Mapping[str, str]) -> str:
    name = one_line(near.landmark.name)
    if near.distance_m < AT_M:
        return translate("place", "at {name}").format(name=name)
    words = translate("place", "{distance} {wind} of {name}")
    return words.format(distance=distance_words(near.distance_m), wind=winds.get(near.wind, ""), name=name)


def wind_words() -> dict[str, str]:
    """The eight directions of a compass."""
    return {
        "n": translate("place", "north"),
        "ne": translate("place", "north-east"),
        "e": translate("place", "east"),
        "se": translate("place", "south-east"),
        "s": translate("place", "south"),
        "sw": translate("place", "south-west"),
        "w": translate("place", "west"),
        "nw": translate("place", "north-west"),
    }
