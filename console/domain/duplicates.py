"""How likely two reports tell of the same thing, from numbers, with the reasons."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from console.domain.merging_matter import OwnMatter

NEAR_M = 1_000.0
"""Two reports of one thing lie within it, as a rule: a phone's fix and a word for a place are some hundred metres."""

NEAR_S = 2 * 3600
"""How far apart in time they come in."""

INCIDENT_M, INCIDENT_S = 2_000.0, 24 * 3600
"""Around a large incident reports are offered to be added from this far off in place and time."""

AGAIN_S = 30 * 60
"""The same person within it tells of the same thing more likely than not."""

SHOWN_FROM = 45
"""Points from which a candidate is worth an operator's look (own rule; bench duplicates tells what it finds)."""

_METRES = ((50.0, 35), (150.0, 28), (300.0, 20), (500.0, 12), (NEAR_M, 5))
_SECONDS = ((600, 20), (1_800, 14), (3_600, 9), (NEAR_S, 4))
_TEXT = ((80, 30), (68, 20), (58, 10))
_UNLIKE, _UNLIKE_BELOW = -15, 34
"""Of 1,047 real reports of one Jakarta flood two at random are 40 % alike in the middle; a quarter is below 34 %,
a twentieth above 56 %, a hundredth above 68 % (petabencana, February 2017, by desk.duplicates.likeness_percent)."""
_PHOTO, _PERSON_AGAIN, _PERSON, _CATEGORY, _INCIDENT = 60, 40, 15, 15, 45


class Why(StrEnum):
    """A reason a candidate is shown for; what `Reason.value` counts stands beside it."""

    PHOTO = "photo"
    PERSON = "person"
    METRES = "metres"
    SECONDS = "seconds"
    CATEGORY = "category"
    TEXT = "text"
    INCIDENT = "incident"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, how much of it (metres, seconds, percent; else 0), and the points it gave."""

    why: Why
    value: int
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two reports as numbers: metres (None when either is nowhere), seconds apart, percent of likeness of the words.

    `text_percent` None when one is sensitive or without words; `same_person` by account, device or number;
    `incident` when the other is a large incident.
    """

    distance_m: float | None
    apart_s: int
    same_category: bool
    text_percent: int | None = None
    same_person: bool = False
    same_photo: bool = False
    incident: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A report that may tell of the same thing, best reason first; `incident` its title when it is a large incident.

    `matter` is what keeps the report asked about in the queue beside that incident, None when it may simply be added.
    """

    report_id: str
    number: str
    category: str
    priority: int
    score: int
    reasons: tuple[Reason, ...]
    distance_m: float | None
    apart_s: int
    text_percent: int | None = None
    incident: str = ""
    matter: OwnMatter | None = None


def reasons_for(compared: Compared) -> tuple[Reason, ...]:
    """Why these two may be one, the weightiest first; () when too little speaks for it.

    Something must tie them: the same place, photo or person, or nearly the same words; category and time never do.
    """
    found = [*_ties(compared), *_hints(compared)]
    score = sum(reason.points for reason in found)
    if score < SHOWN_FROM or not _tied(compared):
        return ()
    return tuple(sorted(found, key=lambda reason: -reason.points))


def points_before_reading(compared: Compared) -> int:
    """Points without likeness of the words, which costs most to compute: the highest are worth it first."""
    return score_of((*_ties(compared), *_hints(compared)))


def score_of(reasons: tuple[Reason, ...]) -> int:
    """Points of all reasons together."""
    return sum(reason.points for reason in reasons)


def _tied(compared: Compared) -> bool:
    near = compared.distance_m is not None and compared.distance_m <= _reach_m(compared)
    return near or compared.same_photo or compared.same_person or (compared.text_percent or 0) >= 80


def _of_a_kind(compared: Compared) -> bool:
    """Whether category or words say that both tell of the same kind of thing: a crash beside a flood is another."""
    return compared.same_category or (compared.text_percent or 0) >= _TEXT[-1][0]


def _reach_m(compared: Compared) -> float:
    return INCIDENT_M if compared.incident else NEAR_M


def _ties(compared: Compared) -> list[Reason]:
    found: list[Reason] = []
    if compared.same_photo:
        found.append(Reason(Why.PHOTO, 0, _PHOTO))
    if compared.same_person:
        soon = compared.apart_s <= AGAIN_S
        found.append(Reason(Why.PERSON, compared.apart_s, _PERSON_AGAIN if soon else _PERSON))
    metres = compared.distance_m
    if metres is not None and metres <= _reach_m(compared):
        found.append(Reason(Why.METRES, round(metres), next((p for up_to, p in _METRES if metres <= up_to), 0)))
        if compared.incident and compared.apart_s <= INCIDENT_S and _of_a_kind(compared):
            found.append(Reason(Why.INCIDENT, 0, _INCIDENT))
    return found


def _hints(compared: Compared) -> list[Reason]:
    found: list[Reason] = []
    points = next((p for up_to, p in _SECONDS if compared.apart_s <= up_to), 0)
    if points:
        found.append(Reason(Why.SECONDS, compared.apart_s, points))
    if compared.same_category:
        found.append(Reason(Why.CATEGORY, 0, _CATEGORY))
    percent = compared.text_percent
    if percent is None:
        return found
    points = next((p for least, p in _TEXT if percent >= least), 0)
    if percent < _UNLIKE_BELOW or not _of_a_kind(compared):
        points = _UNLIKE
    if points:
        found.append(Reason(Why.TEXT, percent, points))
    return found
