"""Deals the demo city's officers and cars: the same for a seed everywhere.

Chance is a SHA-256 of seed and question, so an answer never depends on how many were asked before.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from console.areas.area import Area
from console.domain.errors import Bug
from console.domain.unit import Unit, UnitKind, UnitStatus
from console.server.demo_facts import CityFacts, Names, Post, Vehicle

T = TypeVar("T")

BEAT_FUNCTION = "binmas"
BEAT_SKILLS = ("beat_officer", "mediation")
POLRES_FUNCTIONS = {"resnarkoba", "ppa"}
"""Functions that sit at the Polres only."""

_SPREAD_DEGREES = 0.004


@dataclass(frozen=True, slots=True)
class Chance:
    """Answers that look random and are fixed by the seed and the words of the question."""

    seed: int

    def number(self, *question: object) -> int:
        """A number of 64 bits."""
        words = "|".join(str(part) for part in (self.seed, *question))
        return int.from_bytes(hashlib.sha256(words.encode()).digest()[:8], "big")

    def share(self, *question: object) -> float:
        """A number from 0 up to, not including, 1."""
        return self.number(*question) / 2**64

    def pick(self, choices: Sequence[T], *question: object) -> T:
        """One of the choices, all alike."""
        return choices[self.number(*question) % len(choices)]

    def weighted(self, choices: Sequence[tuple[T, int]], *question: object) -> T:
        """One of the choices by weight."""
        left = self.number(*question) % sum(weight for _, weight in choices)
        for choice, weight in choices:
            if left < weight:
                return choice
            left -= weight
        raise Bug("weights no longer add up")

    def shuffled(self, items: Iterable[T], *question: object) -> list[T]:
        """All items in an order fixed by the question."""
        numbered = list(enumerate(items))
        return [item for _, item in sorted(numbered, key=lambda pair: self.number(*question, pair[0]))]


def deal_officers(facts: CityFacts, areas: dict[str, Area], chance: Chance) -> list[Unit]:
    """Every officer, off duty: the beat officers first (one a kelurahan, in code order), then the others."""
    rules = facts.officers
    ranks = chance.shuffled((rank for rank, number in rules.ranks for _ in range(number)), "ranks")
    names = _names(facts.names, rules.count, rules.women_share, chance)
    posts = {code: post for post in facts.police.polsek for code in post.areas}
    beats = sorted(areas)
    for place in range(len(beats)):
        found = next(index for index in range(place, len(ranks)) if ranks[index] in rules.beat_ranks)
        ranks[place], ranks[found] = ranks[found], ranks[place]
    officers = []
    for index in range(rules.count):
        call_sign = f"U{index + 1:03d}"
        beat = beats[index] if index < len(beats) else ""
        post, function, skills = _work(facts, posts.get(beat), call_sign, chance)
        officers.append(
            Unit(
                id=call_sign,
                call_sign=call_sign,
                name=names[index],
                rank=ranks[index],
                service_number=_service_number(index, chance),
                function=function,
                post=post,
                skills=skills + _extra_skills(facts, call_sign, chance),
                beat_area=beat,
                status=UnitStatus.OFF_DUTY,
            )
        )
    return officers


def man_cars(vehicles: Sequence[Vehicle], officers: Sequence[Unit], chance: Chance) -> dict[str, tuple[Unit, ...]]:
    """The crew of every car by its id: of its own post, of its function where there are enough; highest rank first."""
    order = ["AKP", "Iptu", "Ipda", "Aiptu", "Aipda", "Bripka", "Brigpol", "Briptu", "Bripda"]
    taken: set[str] = set()
    crews = {}
    for vehicle in vehicles:
        free = [
            unit
            for unit in chance.shuffled(officers, vehicle.id)
            if unit.post == vehicle.post and not unit.beat_area and unit.id not in taken and unit.rank != "AKP"
        ]
        free.sort(key=lambda unit: unit.function != vehicle.function)
        crew = sorted(free[: vehicle.crew], key=lambda unit: order.index(unit.rank))
        taken |= {unit.id for unit in crew}
        crews[vehicle.id] = tuple(crew)
    return crews


def car_unit(vehicle: Vehicle, crew: Sequence[Unit]) -> Unit:
    """The car as a unit on duty; its crew as 'Bripka Name (U123)'."""
    return Unit(
        id=vehicle.id,
        call_sign=vehicle.call_sign,
        kind=UnitKind.VEHICLE,
        name=vehicle.name,
        function=vehicle.function,
        post=vehicle.post,
        crew=tuple(f"{unit.title} ({unit.call_sign})" for unit in crew),
        skills=tuple(dict.fromkeys([*vehicle.skills, *(skill for unit in crew for skill in unit.skills)])),
        status=UnitStatus.AVAILABLE,
    )


def put_on_duty(officers: Sequence[Unit], riding: set[str], wanted: int, chance: Chance) -> list[Unit]:
    """`wanted` officers of those not riding in a car become available; chosen by seed, order kept."""
    walking = [unit.id for unit in officers if unit.id not in riding]
    chosen = set(chance.shuffled(walking, "on duty")[: max(0, wanted)])
    return [replace(unit, status=UnitStatus.AVAILABLE) if unit.id in chosen else unit for unit in officers]


def start_of(unit: Unit, posts: Sequence[Post], areas: dict[str, Area], chance: Chance) -> tuple[float, float]:
    """Where a unit begins its day, degrees: about 0.4 km around a label point of its beat, Polsek or the city."""
    own = next((post.areas for post in posts if post.name == unit.post), tuple(sorted(areas)))
    area = areas[unit.beat_area or chance.pick(own, "start", unit.id)]
    north = (chance.share("north", unit.id) - 0.5) * _SPREAD_DEGREES
    east = (chance.share("east", unit.id) - 0.5) * _SPREAD_DEGREES
    return round(area.lat + north, 6), round(area.lon + east, 6)


def _work(facts: CityFacts, beat_post: Post | None, call_sign: str, chance: Chance) -> tuple[str, str, tuple[str, ...]]:
    if beat_post is not None:
        return beat_post.name, BEAT_FUNCTION, BEAT_SKILLS
    weights = [((name, skills), weight) for name, weight, skills in facts.officers.functions]
    function, skills = chance.weighted(weights, "function", call_sign)
    at_polres = chance.share("polres", call_sign) < facts.officers.polres_share
    if at_polres or function in POLRES_FUNCTIONS:
        return facts.police.polres, function, skills
    return chance.pick(facts.police.polsek, "post", call_sign).name, function, skills


def _extra_skills(facts: CityFacts, call_sign: str, chance: Chance) -> tuple[str, ...]:
    return tuple(
        skill for skill, percent in facts.officers.extra_skills if chance.share(skill, call_sign) * 100 < percent
    )


def _service_number(index: int, chance: Chance) -> str:
    # Real numbers begin with year and month of birth; month 00 marks every one of these as invented.
    return f"{75 + chance.number('born', index) % 25:02d}00{index + 1:04d}"


def _names(names: Names, count: int, women_share: float, chance: Chance) -> list[str]:
    men = chance.shuffled((f"{first} {last}" for first in names.male for last in names.last), "men")
    women = chance.shuffled((f"{first} {last}" for first in names.female for last in names.last_female), "women")
    dealt = []
    for index in range(count):
        dealt.append((women if chance.share("woman", index) < women_share else men).pop())
    return dealt
