"""Places by name: landmarks, then every kelurahan and desa, the own area first."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Protocol

from rapidfuzz import fuzz, process

from console.areas.area import Area, Placed
from console.areas.names import Named
from console.areas.pack_file import squeeze
from console.domain.agency import Site
from console.domain.errors import StoreFault
from console.domain.landmark import Landmark, Landmarks, NearLandmark, near_landmarks, without_twins
from console.domain.place import AreaMethod, Place, Provenance, distance_m

_log = logging.getLogger(__name__)
_LEAST, _LEAST_MISTYPED = 2, 4
_ALIKE = 76.0
"""Least likeness of a mistyped name in per cent (indel similarity): one letter wrong in five, two in nine."""
_MOST_LANDMARKS = 3


class NameSource(Protocol):
    """Every village by name (console.areas.names, by shape)."""

    @property
    def made(self) -> bool:
        """Whether it answers at once."""

    def codes_of(self, name: str) -> tuple[str, ...]:
        """Codes of all that bear exactly that name."""

    def search(self, words: str, near: Sequence[str] = (), limit: int = 8) -> tuple[Named, ...]:
        """Villages, the nearest first."""

    def village(self, code: str) -> Named | None:
        """One of them."""

    def keys_in(self, prefix: str) -> dict[str, str]:
        """Code -> name as searched, of a province's villages."""


class AreaSource(Protocol):
    """Areas with a point (console.areas.index, by shape)."""

    @property
    def names(self) -> NameSource | None:
        """Every village of the country; None where only areas with a point are known."""

    def search(self, name: str, limit: int = 20) -> tuple[Area, ...]:
        """Areas, best first."""

    def area(self, code: str) -> Area | None:
        """The area with that code, with its point."""

    def place_of(self, lat: float, lon: float) -> Placed:
        """The kelurahan of a point."""

    def landmarks_named(self, words: str) -> tuple[Landmark, ...]:
        """Imported landmarks of whose names every word begins a word."""

    def landmarks_near(self, lat: float, lon: float) -> tuple[Landmark, ...]:
        """Imported landmarks around a point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFound:
    """A place that bears the name looked for; '' district and city where the table knows none.

    A landmark has its `kind`; of a village `place.known` is False when its point is not in any pack or table.
    """

    name: str
    district: str
    city: str
    place: Place
    kind: str = ""


class Places:
    """Callable from any thread but the GUI's; the table of names is made at its first question (areas.names_file)."""

    def __init__(
        self,
        areas: AreaSource | None,
        site: Callable[[], Site] = Site,
        landmarks: Callable[[], Landmarks] = Landmarks,
    ) -> None:
        self._areas, self._site, self._landmarks = areas, site, landmarks
        self._lock = threading.Lock()
        self._own: tuple[tuple[float, float], tuple[str, ...]] | None = None
        self._spelt: dict[str, dict[str, str]] = {}
        self._broken = False

    def prepare(self) -> None:
        """Open the table of names, or make it, before anybody waits for it."""
        names = self._areas.names if self._areas is not None else None
        if names is not None and not self._broken:
            with suppress(StoreFault):
                names.village("")

    def search(self, words: str, limit: int = 6) -> tuple[PlaceFound, ...]:
        """Places that bear these words, best first: the village of that name here, landmarks, then the others."""
        words = words.strip()
        if len(squeeze(words)) < _LEAST:
            return ()
        known = self._named_landmarks(words)[:_MOST_LANDMARKS]
        marks = [self._landmark(each) for each in known]
        villages = self._villages(words, limit)
        own, whole = self.own_area()[:1] or ("",), squeeze(words)
        exact = [each for each in villages[:1] if squeeze(each.name) == whole and each.place.area_code.startswith(own)]
        return (*exact, *marks, *(each for each in villages if each not in exact))[:limit]

    def near(self, place: Place, most: int = 3) -> tuple[NearLandmark, ...]:
        """The landmarks next to a place, the center's own and those imported with the map."""
        own = self._landmarks().places
        if self._areas is None or place.lat is None or place.lon is None:
            return near_landmarks(own, place, most)
        return near_landmarks(without_twins((*own, *self._areas.landmarks_near(place.lat, place.lon))), place, most)

    def located(self, place: Place) -> Place:
        """The place with its kelurahan, where a desk can tell it: for what it files or corrects itself."""
        if self._areas is None or place.lat is None or place.lon is None or place.area_code:
            return place
        found = self._areas.place_of(place.lat, place.lon)
        return replace(
            place, area_code=found.code, area_name=found.name, area_method=found.method,
            area_pack=found.pack_version, ambiguous=found.ambiguous,
        )  # fmt: skip

    def own_area(self) -> tuple[str, ...]:
        """Codes of the center's own city and province, () where its area is not known."""
        site = self._site()
        if self._areas is None:
            return ()
        with self._lock:
            if self._own is None or self._own[0] != (site.lat, site.lon):
                code = self._areas.place_of(site.lat, site.lon).code
                self._own = ((site.lat, site.lon), (code[:5], code[:2]) if code else ())
            return self._own[1]

    def _named_landmarks(self, words: str) -> tuple[Landmark, ...]:
        """The center's own first, then imported ones, those near the center before others that begin alike."""
        own = found_landmarks(self._landmarks().places, words)
        if self._areas is None:
            return own
        site, whole = self._site(), squeeze(words)

        def rank(each: Landmark) -> tuple[bool, float, str]:
            begins = squeeze(each.name).startswith(whole)
            return not begins, distance_m(site.lat, site.lon, each.lat, each.lon), each.id

        return without_twins((*own, *sorted(self._areas.landmarks_named(words), key=rank)))

    def _villages(self, words: str, limit: int) -> list[PlaceFound]:
        found: dict[str, PlaceFound] = {}
        for each in self._named(words, limit):
            found[each.code] = self._village(each, words)
        if self._areas is not None and len(found) < limit:
            for area in self._areas.search(words, limit):
                if area.code not in found:
                    found[area.code] = _pointed(area, words)
        return list(found.values())[:limit]

    def _named(self, words: str, limit: int) -> tuple[Named, ...]:
        names = self._areas.names if self._areas is not None else None
        if names is None or self._broken:
            return ()
        try:
            near = self.own_area()
            return names.search(words, near, limit) or self._mistyped(names, words, near[-1:], limit)
        except StoreFault as fault:
            self._broken = True
            _log.warning("places are searched without the table of names", extra={"code": fault.code})
            return ()

    def _mistyped(self, names: NameSource, words: str, near: tuple[str, ...], limit: int) -> tuple[Named, ...]:
        """Villages of the own province whose name is spelt much like it."""
        whole = squeeze(words)
        if len(whole) < _LEAST_MISTYPED or not near:
            return ()
        spelt = self._spelt.get(near[0])
        if spelt is None:
            spelt = self._spelt[near[0]] = names.keys_in(near[0])
        alike = process.extract(whole, spelt, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=limit * 4)
        own = self.own_area()[:1]
        ranked = sorted(alike, key=lambda each: (-each[1], not str(each[2]).startswith(own), str(each[2])))
        return tuple(known for each in ranked[:limit] if (known := names.village(str(each[2]))) is not None)

    def _village(self, named: Named, words: str) -> PlaceFound:
        area = self._areas.area(named.code) if self._areas is not None else None
        place = Place(
            lat=area.lat if area else None, lon=area.lon if area else None, provenance=Provenance.REPORTER,
            words=words, area_code=named.code, area_name=named.name, area_method=AreaMethod.NEAREST,
        )  # fmt: skip
        return PlaceFound(name=named.name, district=named.district, city=named.city, place=place)

    def _landmark(self, landmark: Landmark) -> PlaceFound:
        there = Place(lat=landmark.lat, lon=landmark.lon, provenance=Provenance.REPORTER, words=landmark.name)
        place = self.located(there)
        above = self._areas.area(place.area_code) if self._areas is not None and place.area_code else None
        return PlaceFound(
            name=landmark.name, district=above.district if above else "", city=above.city if above else "",
            place=place, kind=landmark.kind,
        )  # fmt: skip


def found_landmarks(landmarks: Iterable[Landmark], words: str) -> tuple[Landmark, ...]:
    """Landmarks of whose name, kind and other names every word begins a word; the best by their own name first."""
    said = [bare for word in words.replace("-", " ").split() if (bare := squeeze(word))]
    whole = squeeze(words)
    found = []
    for each in landmarks:
        names = [each.name, *each.aliases]
        heard = [squeeze(word) for text in (*names, each.kind) for word in text.replace("-", " ").split()]
        if all(any(one.startswith(word) for one in heard) for word in said) or (
            len(whole) >= _LEAST_MISTYPED and any(whole in squeeze(name) for name in names)
        ):
            begins = any(squeeze(name).startswith(whole) for name in names)
            found.append((not begins, len(each.name), each.id, each))
    return tuple(each[3] for each in sorted(found, key=lambda each: each[:3]))


def _pointed(area: Area, words: str) -> PlaceFound:
    place = Place(
        lat=area.lat, lon=area.lon, provenance=Provenance.REPORTER, words=words, area_code=area.code,
        area_name=area.name, area_method=AreaMethod.NEAREST,
    )  # fmt: skip
    return PlaceFound(name=area.name, district=area.district, city=area.city, place=place)
