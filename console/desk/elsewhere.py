"""Places a text or a photo names, held against the coordinates."""

from __future__ import annotations

import math
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from console.areas.area import Area
from console.domain.errors import StoreFault
from console.domain.file_claim import FAR_M
from console.domain.landmark import Landmark, Landmarks
from console.domain.place import Place, distance_m
from console.domain.report import Report
from console.domain.triage.reading import Token, plain_words, read

_SURE = frozenset({"kel", "kelurahan", "desa", "ds", "kec", "kecamatan"})
"""After one of these stands the name of an area and nothing else."""
_LIKELY = frozenset({"di", "daerah", "wilayah", "kawasan", "area", "sekitar"})
_STREETS = frozenset({"jl", "jln", "jalan", "gang", "gg", "tol", "perumahan", "perum", "komplek", "ruko", "warung"})
"""'di jalan Kawi' is a street, wherever the kelurahan of that name lies."""
_EVERYDAY = frozenset({
    "rumah", "depan", "dalam", "atas", "bawah", "sini", "situ", "sana", "sekolah", "pinggir", "tengah", "antara",
    "dekat", "samping", "belakang", "lokasi", "tempat", "sekitar", "parkiran", "lampu", "kantor", "warung", "toko",
    "kos", "lantai", "masjid", "gereja", "gang", "mana", "hari", "jam", "sebelah", "perempatan", "pertigaan",
})  # fmt: skip
"""What 'di' is followed by most of the time; no search is made for it."""
_LONGEST = 3
_LEAST_LETTERS = 5
_CANDIDATES = 12
_KEPT = 256

NEAR_REGION_M = 60_000.0
"""A name that stands for nothing within so many metres says nothing: people also tell where somebody comes from."""

SLACK_M = 1_500.0
"""How far beyond a named area's own reach a point may lie before it counts as elsewhere."""

_UNKNOWN_REACH_M = 1_000.0
"""Half the width of a wide kelurahan of a city, for one known by its label point only."""


_LANDMARK_NEAR_M = 1_500.0
"""People name a landmark for what happens within sight of the streets around it."""


class AreaNames(Protocol):
    """Areas by name (console.areas.index, by shape)."""

    def search(self, name: str, limit: int = 20) -> tuple[Area, ...]:
        """Areas whose name holds these words, the whole name first."""


class VillageCodes(Protocol):
    """Every village of the country by name, with or without a point (console.areas.names, by shape)."""

    @property
    def made(self) -> bool:
        """Whether it answers at once."""

    def codes_of(self, name: str) -> tuple[str, ...]:
        """Codes of all that bear exactly that name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """The text names an area that is not where the coordinates are: its name, and metres from them to its middle."""

    name: str
    distance_m: float


class NamedPlaces:
    """Answers for reports shown again and again: a name is searched once a text, not every few seconds. Any thread."""

    def __init__(
        self,
        names: AreaNames | None,
        landmarks: Callable[[], Landmarks] = Landmarks,
        villages: VillageCodes | None = None,
    ) -> None:
        self._names, self._landmarks, self._villages = names, landmarks, villages
        self._spoken = SpokenLandmarks(Landmarks())
        self._known: OrderedDict[tuple[str, Place], Elsewhere | None] = OrderedDict()
        self._lock = threading.Lock()

    def elsewhere(self, report: Report) -> Elsewhere | None:
        """The place a report's text names elsewhere; None where nobody knows names, or the case has ended."""
        if self._names is None or report.ended:
            return None
        landmarks = self._landmarks()
        with self._lock:
            if landmarks != self._spoken.landmarks:
                self._spoken = SpokenLandmarks(landmarks)
                self._known.clear()
            spoken = self._spoken
        asked = (report.text, report.place)
        with self._lock:
            if asked in self._known:
                return self._known[asked]
        found = named_elsewhere(report, self._names, spoken, self._villages)
        with self._lock:
            self._known[asked] = found
            while len(self._known) > _KEPT:
                self._known.popitem(last=False)
        return found


class SpokenLandmarks:
    """Landmarks as they stand in texts: by their first word, so that a text is read once whatever their number."""

    def __init__(self, landmarks: Landmarks) -> None:
        self.landmarks = landmarks
        self._by_word: dict[str, list[tuple[tuple[str, ...], Landmark]]] = {}
        for each in landmarks.places:
            for name in (each.name, *each.aliases):
                words = plain_words(name)
                if len(words) > 1 or (words and len(words[0]) >= _LEAST_LETTERS and words[0] not in _EVERYDAY):
                    self._by_word.setdefault(words[0], []).append((words, each))

    def named_in(self, tokens: Sequence[Token]) -> Iterator[Landmark]:
        """Those the words name, as often as they do."""
        said = [token.word for token in tokens]
        for place, word in enumerate(said):
            for words, landmark in self._by_word.get(word, ()):
                if tuple(said[place : place + len(words)]) == words:
                    yield landmark


_NO_LANDMARKS = SpokenLandmarks(Landmarks())


def photo_far(metres: float, place: Place) -> bool:
    """Whether a photo's own place says that it shows something else, or that the reported place is wrong."""
    return metres > FAR_M + (place.accuracy_m or 0.0)


def named_elsewhere(
    report: Report,
    names: AreaNames,
    spoken: SpokenLandmarks = _NO_LANDMARKS,
    villages: VillageCodes | None = None,
) -> Elsewhere | None:
    """The nearest area or landmark the text names, when none of them is where the coordinates are.

    An area is passed over where the coordinates' own city has another of that name, whose point nobody knows.
    """
    place = report.place
    if place.lat is None or place.lon is None:
        return None
    tokens = read(f"{report.text}\n{place.words}")
    found: list[Elsewhere] = []
    for landmark in spoken.named_in(tokens):
        metres = distance_m(place.lat, place.lon, landmark.lat, landmark.lon)
        if metres <= _LANDMARK_NEAR_M + (place.accuracy_m or 0.0):
            return None
        if metres <= NEAR_REGION_M:
            found.append(Elsewhere(name=landmark.name, distance_m=metres))
    for phrase in _candidates(tokens):
        nearest = _nearest(names.search(" ".join(phrase), 60), phrase, place.lat, place.lon)
        if nearest is None:
            continue
        area, metres = nearest
        if metres <= _reach_m(area) + SLACK_M + (place.accuracy_m or 0.0):
            return None
        if not _also_here(villages, phrase, place.area_code, area):
            found.append(Elsewhere(name=_called(area, phrase), distance_m=metres))
    return min(found, key=lambda each: each.distance_m, default=None)


def _also_here(villages: VillageCodes | None, phrase: tuple[str, ...], code: str, found: Area) -> bool:
    """Whether the own city, too, has one of that name."""
    city = code[:6]
    if villages is None or not villages.made or len(city) < 6 or found.code.startswith(city):
        return False
    try:
        return any(each.startswith(city) for each in villages.codes_of(" ".join(phrase)))
    except StoreFault:
        return False


def _candidates(tokens: Sequence[Token]) -> Iterator[tuple[str, ...]]:
    """What may be a name: the one to three words after 'kelurahan', 'di' and their like, longest first."""
    given = 0
    for place, token in enumerate(tokens):
        if token.word not in _SURE | _LIKELY:
            continue
        # A full stop behind 'kel.' ends no sentence.
        following = tokens[place + 1 : place + 1 + _LONGEST]
        behind = [each.word for each in following if token.word in _SURE or each.sentence == token.sentence]
        if not behind or behind[0] in _STREETS | _SURE | _EVERYDAY:
            continue
        for length in range(len(behind), 0, -1):
            phrase = tuple(behind[:length])
            if token.word in _SURE or len("".join(phrase)) >= _LEAST_LETTERS:
                yield phrase
                given += 1
        if given >= _CANDIDATES * _LONGEST:
            return


def _nearest(areas: Sequence[Area], phrase: tuple[str, ...], lat: float, lon: float) -> tuple[Area, float] | None:
    wanted = "".join(phrase)
    same = [area for area in areas if wanted in (_bare(area.name), _bare(area.district))]
    near = ((area, distance_m(lat, lon, area.lat, area.lon)) for area in same)
    return min(((a, m) for a, m in near if m <= NEAR_REGION_M), key=lambda found: found[1], default=None)


def _called(area: Area, phrase: tuple[str, ...]) -> str:
    return area.name if _bare(area.name) == "".join(phrase) else area.district


def _reach_m(area: Area) -> float:
    """Metres from its middle to about its farthest corner: twice the radius of a circle of its size."""
    return 2 * math.sqrt(area.size_m2 / math.pi) if area.size_m2 else _UNKNOWN_REACH_M


def _bare(name: str) -> str:
    return "".join(each.word for each in read(name))
