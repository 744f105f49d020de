"""The few units worth judging among very many: columns of numbers, asked ring by ring.

Why so long: the index and the one question put to it prove each other exact, and are read side by side.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from console.domain.crew_size import CrewFigures
from console.domain.help_wanted import SKILLS
from console.domain.place import EARTH_RADIUS_M
from console.domain.recommend import (
    BEAT_CREDIT_S,
    MOST_CREDIT_S,
    SKILL_CREDIT_S,
    SKILLS_COUNTED,
    SKIPPED_SHOWN,
    VEHICLE_CREDIT_S,
    Advice,
    Need,
    advise,
    choose,
    limit_m,
    need_of,
    on_it,
    way_s,
)
from console.domain.report import Report
from console.domain.unit import Position, Unit, UnitKind, UnitStatus

_RINGS_M = (1_500.0, 6_000.0, 24_000.0, 100_000.0)
_BLOCK = 64
_SLACK_S, _SLACK_CHORD = 0.01, 2e-9
"""Numbers of columns and of domain differ in their last digits: a hundredth of a second, a centimetre of way."""
_BIT = {skill: np.uint64(1 << place) for place, skill in enumerate(sorted(SKILLS))}

Rows = NDArray[np.intp]
Floats = NDArray[np.float64]


class _Columns:
    """What is asked of every unit at once: where (unit vector), since when, whether free, a vehicle, which skills."""

    def __init__(self, size: int) -> None:
        self.where: Floats = np.full((3, size), np.nan)
        self.at: Floats = np.full(size, -np.inf)
        self.free: NDArray[np.bool_] = np.zeros(size, dtype=np.bool_)
        self.vehicle: NDArray[np.bool_] = np.zeros(size, dtype=np.bool_)
        self.skills: NDArray[np.uint64] = np.zeros(size, dtype=np.uint64)

    def grown(self) -> _Columns:
        """The same with room for twice as many."""
        size = len(self.at)
        wider = _Columns(size * 2)
        wider.where[:, :size], wider.at[:size], wider.free[:size] = self.where, self.at, self.free
        wider.vehicle[:size], wider.skills[:size] = self.vehicle, self.skills
        return wider


class UnitIndex:
    """Every unit and its latest fix; any thread. Advises exactly as `console.domain.recommend` does over all."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._row: dict[str, int] = {}
        self._units: list[Unit | None] = []
        self._fixes: list[Position | None] = []
        self._beats: dict[str, set[int]] = {}
        self._on_case: dict[str, set[int]] = {}
        self._early: dict[str, Position] = {}
        self._columns = _Columns(1024)

    def put_units(self, units: Iterable[Unit]) -> None:
        """Take units as they are now."""
        with self._lock:
            for unit in units:
                self._put(unit)

    def replace_units(self, units: Iterable[Unit]) -> None:
        """These are all units there are; the others are forgotten."""
        every = tuple(units)
        with self._lock:
            gone = self._row.keys() - {unit.id for unit in every}
        for unit_id in gone:
            self.drop(unit_id)
        self.put_units(every)

    def put_positions(self, fixes: Mapping[str, Position]) -> None:
        """Take fixes by unit id; that of a unit not known yet is kept until it is."""
        with self._lock:
            for unit_id, fix in fixes.items():
                row = self._row.get(unit_id)
                if row is None:
                    self._early[unit_id] = fix
                else:
                    self._place(row, fix)

    def drop(self, unit_id: str) -> None:
        """Forget a unit."""
        with self._lock:
            row = self._row.pop(unit_id, None)
            if row is not None:
                self._leave_groups(row)
                self._units[row] = self._fixes[row] = None
                self._columns.where[:, row], self._columns.free[row] = np.nan, False

    def beat_officer(self, area_code: str) -> tuple[Unit, Position | None] | None:
        """The unit whose kelurahan this is, the first by call sign, with its fix; None without one."""
        with self._lock:
            rows = self._beats.get(area_code, ()) if area_code else ()
            found = [(unit, self._fixes[row]) for row in rows if (unit := self._units[row]) is not None]
        return min(found, key=lambda pair: (pair[0].call_sign, pair[0].id), default=None)

    def recommend(
        self, report: Report, now: datetime, *, stale_after_s: int, count: int = 3, figures: CrewFigures | None = None
    ) -> tuple[Advice, ...]:
        """The same advice as `console.domain.recommend.recommend` over all units, at server time `now`."""
        with self._lock:
            question = _Question(self, need_of(report, figures), now, stale_after_s, count)
            return question.answer()

    # --- what a question asks, under the lock --------------------------------------------------------------------

    def judged(self, row: int, need: Need, now: datetime, stale_after_s: int) -> Advice | None:
        """Domain's word on one row, None for a unit that is on this case."""
        unit = self._units[row]
        return None if unit is None or on_it(need, unit) else advise(need, unit, self._fixes[row], now, stale_after_s)

    def beat_rows(self, area_code: str) -> frozenset[int]:
        """Rows of the kelurahan's own officers."""
        return frozenset(self._beats.get(area_code, ())) if area_code else frozenset()

    def bound(self, need: Need) -> int:
        """How many units are on this case or wait for it: no advice, and they must not use up its places."""
        return len(self._on_case.get(need.report_id, ())) + len(need.waited_for)

    def chords_squared(self, lat: float, lon: float) -> Floats:
        """Squared straight lines through a globe of radius 1 from the place to every unit; NaN without a fix."""
        size = len(self._units)
        x, y, z = _vector(lat, lon)
        where = self._columns.where
        found: Floats = (where[0, :size] - x) ** 2
        found += (where[1, :size] - y) ** 2
        found += (where[2, :size] - z) ** 2
        return found

    def fresh(self, since: float) -> NDArray[np.bool_]:
        """Whether each is free with a fix of `since` (seconds of the epoch) or later."""
        size = len(self._units)
        return self._columns.free[:size] & (self._columns.at[:size] >= since)

    def credits_s(self, rows: Rows, need: Need) -> Floats:
        """The most that each of these rows can be credited for this need."""
        has = np.zeros(len(rows))
        for skill in need.skills & _BIT.keys():
            has += (self._columns.skills[rows] & _BIT[skill]) != 0
        found: Floats = SKILL_CREDIT_S * np.minimum(SKILLS_COUNTED, has)
        beats = self.beat_rows(need.area_code)
        if beats:
            found += BEAT_CREDIT_S * np.isin(rows, list(beats))
        return found + VEHICLE_CREDIT_S * self._columns.vehicle[rows] if need.vehicle else found

    # --- keeping it ----------------------------------------------------------------------------------------------

    def _put(self, unit: Unit) -> None:
        row = self._row.get(unit.id)
        if row is None:
            row = self._row[unit.id] = len(self._units)
            self._units.append(None)
            self._fixes.append(None)
            if row == len(self._columns.at):
                self._columns = self._columns.grown()
            fix = self._early.pop(unit.id, None)
            if fix is not None:
                self._place(row, fix)
        self._leave_groups(row)
        self._units[row] = unit
        if unit.beat_area:
            self._beats.setdefault(unit.beat_area, set()).add(row)
        if unit.report_id:
            self._on_case.setdefault(unit.report_id, set()).add(row)
        columns = self._columns
        columns.free[row] = unit.status is UnitStatus.AVAILABLE
        columns.vehicle[row] = unit.kind is UnitKind.VEHICLE
        bits = np.uint64(0)
        for skill in unit.skills:
            bits |= _BIT.get(skill, np.uint64(0))
        columns.skills[row] = bits

    def _leave_groups(self, row: int) -> None:
        unit = self._units[row]
        for groups, key in ((self._beats, unit.beat_area), (self._on_case, unit.report_id)) if unit else ():
            group = groups.get(key)
            if group is not None:
                group.discard(row)
                if not group:
                    del groups[key]

    def _place(self, row: int, fix: Position) -> None:
        self._fixes[row] = fix
        self._columns.where[:, row] = _vector(fix.lat, fix.lon)
        self._columns.at[row] = fix.at.timestamp()


class _Question:
    """One recommendation on its way: rings around the place, until nothing outside can change the answer."""

    def __init__(self, index: UnitIndex, need: Need, now: datetime, stale_after_s: int, count: int) -> None:
        self._index, self._need, self._now, self._stale_after_s = index, need, now, stale_after_s
        self._count = count
        self._judged: dict[int, Advice | None] = {}

    def answer(self) -> tuple[Advice, ...]:
        for row in self._index.beat_rows(self._need.area_code):
            self._judge(row)
        if self._need.lat is not None and self._need.lon is not None:
            self._look_around(self._need.lat, self._need.lon)
        return self._chosen()

    def _look_around(self, lat: float, lon: float) -> None:
        chords = self._index.chords_squared(lat, lon)
        free = self._index.fresh(self._now.timestamp() - self._stale_after_s - 1.001)
        shown = SKIPPED_SHOWN + self._count + self._index.bound(self._need)
        inside: Rows = np.empty(0, dtype=np.intp)
        for ring_m in (*_RINGS_M, math.inf):
            within = ~np.isnan(chords) if ring_m == math.inf else chords <= _chord(ring_m) ** 2
            for row in self._promising(np.flatnonzero(within & free), chords):
                self._judge(row)
            best = [advice for advice in self._chosen() if not advice.skipped]
            surely_s = way_s(ring_m) - MOST_CREDIT_S - _SLACK_S
            if len(best) < self._count or any(not a.first and a.cost_s > surely_s for a in best):
                continue
            inside = np.flatnonzero(within)
            reach_m = limit_m(best)
            if len(inside) >= shown or (reach_m is not None and reach_m < ring_m):
                break
        else:
            inside = np.flatnonzero(~np.isnan(chords))
        for row in _nearest(inside, chords, shown):
            self._judge(row)

    def _promising(self, rows: Rows, chords: Floats) -> Iterator[int]:
        """Rows by the least they can cost, until what is left cannot be among the `count` best."""
        least_s = way_s(2 * EARTH_RADIUS_M) * np.arcsin(np.minimum(1.0, np.sqrt(chords[rows]) / 2))
        least_s -= self._index.credits_s(rows, self._need)
        done, block = 0, _BLOCK
        while done < len(rows):
            part = np.argpartition(least_s, block - 1)[:block] if block < len(rows) else np.arange(len(rows))
            part = part[np.argsort(least_s[part], kind="stable")]
            for place in part[done:].tolist():
                if least_s[place] - _SLACK_S > self._worst_s():
                    return
                yield int(rows[place])
            done, block = len(part), block * 8

    def _worst_s(self) -> float:
        """What the last of the `count` best found so far costs; infinite while there are fewer."""
        costs = sorted(a.cost_s for a in self._judged.values() if a is not None and not a.skipped)
        return costs[self._count - 1] if len(costs) >= self._count else math.inf

    def _judge(self, row: int) -> None:
        if row not in self._judged:
            self._judged[row] = self._index.judged(row, self._need, self._now, self._stale_after_s)

    def _chosen(self) -> tuple[Advice, ...]:
        return choose((advice for advice in self._judged.values() if advice is not None), self._count)


def _nearest(rows: Rows, chords: Floats, count: int) -> list[int]:
    """The `count` nearest of the rows, and all as near as the last of them."""
    if len(rows) <= count:
        return [int(row) for row in rows]
    edge = math.sqrt(float(np.partition(chords[rows], count - 1)[count - 1])) + _SLACK_CHORD
    return [int(row) for row in rows[chords[rows] <= edge**2]]


def _vector(lat: float, lon: float) -> tuple[float, float, float]:
    """The point of a globe of radius 1 at WGS 84 degrees (taken as a sphere, as domain's haversine does)."""
    phi, lam = math.radians(lat), math.radians(lon)
    return math.cos(phi) * math.cos(lam), math.cos(phi) * math.sin(lam), math.sin(phi)


def _chord(metres: float) -> float:
    """The straight line through a globe of radius 1 under a way of so many metres on the Earth."""
    return 2 * math.sin(min(math.pi / 2, metres / EARTH_RADIUS_M / 2))
