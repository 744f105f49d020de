"""What 'bench stale' expects: whose last fix is old at a moment, by the file alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class State(StrEnum):
    """What a unit is during a look by the file; TURNING: what it is now may be on its way, UNBORN: no fix yet."""

    OLD = "old"
    FRESH = "fresh"
    TURNING = "turning"
    UNBORN = "unborn"


@dataclass(frozen=True, slots=True)
class Look:
    """When the page was asked and had answered, seconds since the play began."""

    asked_s: float
    answered_s: float


@dataclass(frozen=True, slots=True)
class Margins:
    """`way_s`: how long a fix may be under way; `turn_s`: how late, without any news, a mark may turn old."""

    way_s: float
    turn_s: float


class Truth:
    """Times are seconds since the play began; `limit_s` is the age at which a position is old."""

    def __init__(self, fixes: Iterable[tuple[str, float]], limit_s: float) -> None:
        """`fixes` are (unit, when), in any order."""
        self._limit_s = limit_s
        self._fixes: dict[str, list[float]] = {}
        for unit, at_s in sorted(fixes, key=lambda fix: fix[1]):
            self._fixes.setdefault(unit, []).append(at_s)

    @property
    def first_s(self) -> Mapping[str, float]:
        """When each unit is first heard of."""
        return {unit: times[0] for unit, times in self._fixes.items()}

    def state(self, unit: str, look: Look, margins: Margins) -> State:
        """What a page must show of the unit during a look.

        OLD: the file says so from `turn_s` before the page was asked until it had answered. FRESH: by what was sent
        `way_s` before it was asked the unit was still fresh `turn_s` after it had answered. TURNING: neither.
        """
        times = self._fixes.get(unit, [])
        last = bisect_right(times, look.answered_s)
        if last == 0:
            return State.UNBORN
        if times[last - 1] + self._limit_s <= look.asked_s - margins.turn_s:
            return State.OLD
        told = bisect_right(times, look.asked_s - margins.way_s)
        if told and times[told - 1] + self._limit_s > look.answered_s + margins.turn_s:
            return State.FRESH
        return State.TURNING

    def spells(self, least_s: float, end_s: float) -> list[tuple[str, float, float]]:
        """(unit, from, until) of every time a unit was old for at least `least_s` before `end_s`."""
        found = []
        for unit, times in self._fixes.items():
            for at_s, follows in zip(times, [*times[1:], end_s], strict=True):
                begin = at_s + self._limit_s
                if min(follows, end_s) - begin >= least_s:
                    found.append((unit, begin, min(follows, end_s)))
        return found


@dataclass(frozen=True, slots=True)
class Sample:
    """What the page had drawn when it was looked at."""

    look: Look
    old: frozenset[str]
    drawn: frozenset[str]


@dataclass(slots=True)
class Verdict:
    """Counts of (unit, second) pairs and, by name, of what was seen."""

    judged: int = 0
    unjudged: int = 0
    missed: list[tuple[float, str]] = field(default_factory=list)
    wrong: list[tuple[float, str]] = field(default_factory=list)
    absent: list[tuple[float, str]] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    spells: int = 0
    spells_seen: int = 0

    @property
    def unjudged_share(self) -> float:
        """The part of all pairs that was not judged."""
        return self.unjudged / max(1, self.judged + self.unjudged)


def judge(truth: Truth, samples: Iterable[Sample], margins: Margins, spell_s: float) -> Verdict:
    """Hold every sample against the file.

    Spells are counted by themselves: each one of at least `spell_s` must have been seen drawn old, so that not judging
    can hide none.
    """
    verdict, looked = Verdict(), list(samples)
    for sample in looked:
        for unit in truth.first_s:
            state = truth.state(unit, sample.look, margins)
            if state is State.TURNING:
                verdict.unjudged += 1
            elif state is not State.UNBORN:
                verdict.judged += 1
                _hold(verdict, sample, unit, state)
    end_s = looked[-1].look.answered_s if looked else 0.0
    for unit, begin, until in truth.spells(spell_s, end_s):
        verdict.spells += 1
        verdict.spells_seen += any(
            begin <= sample.look.asked_s and sample.look.answered_s <= until and unit in sample.old
            for sample in looked
        )
    return verdict


def _hold(verdict: Verdict, sample: Sample, unit: str, state: State) -> None:
    drawn_old, at_s = unit in sample.old, sample.look.asked_s
    if unit not in sample.drawn:
        verdict.absent.append((at_s, unit))
    elif state is State.OLD and not drawn_old:
        verdict.missed.append((at_s, unit))
    elif state is State.FRESH and drawn_old:
        verdict.wrong.append((at_s, unit))
    elif state is State.OLD:
        verdict.seen.add(unit)
