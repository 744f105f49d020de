"""Crime density: cells, bandwidth, classes, hours of the week, what is too few to show.

Quartic kernel density, in reports per square kilometre and week. It is what crime analysts use for a continuous
surface and predicts best among the usual hot spot maps: Eck, Chainey, Cameron, Leitner, Wilson, Mapping Crime:
Understanding Hot Spots (NIJ, NCJ 209393, 2005); Chainey, Tompson, Uhlig, Security Journal 21 (2008) 4-28.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from console.domain.roster import ShiftHours

SPANS_DAYS = (28, 90, 365)
"""Whole weeks or nearly: a span of 28 days holds each hour of the week four times."""

HOURS = 168
"""Hours of a week; hour 0 is Monday 00:00-00:59 in the site's zone."""

ALL_HOURS = frozenset(range(HOURS))

CELLS_ACROSS = 150
"""Cell = shorter side / 150, the usual start (Chainey, Ratcliffe, GIS and Crime Mapping, 2005)."""

BANDWIDTH_CELLS = 5
"""Bandwidth = 5 such cells: Chainey (2013, BSGLg 60) finds small bandwidths predict best, cell size hardly matters."""

CELL_M = (50.0, 1_000.0)
"""Finer than 50 m is finer than the places told by telephone; coarser than 1 km is no street any more."""

MOST_CELLS = 40_000
"""A grid of 200 x 200: what travels to the page stays below 60 kB."""

CLASSES = (1, 2, 3, 4, 5)
"""Classes begin at these multiples of the mean of all cells with any density (the incremental mean approach:
Chainey, Reid, Stuart, When is a hotspot a hotspot?, in Socio-Economic Applications of GIS, 2002)."""

LEAST_REPORTS = 10
"""Below ten a density is an anecdote: nothing is drawn and the panel says so."""

GUARDED_CELL_M = 1_000.0
"""Sensitive cases are counted by squares of 1 km, smeared over the whole square: no place within it can be read."""

GUARDED_LEAST = 6
"""A square with fewer sensitive cases is left out: counts of 1-5 can point at a person (ICO, Anonymisation:
managing data protection risk, 2012, appendix 2)."""

_OUTLIERS = 0.005
_M_PER_DEGREE = 111_194.9


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatQuestion:
    """What the map is asked to be made of; no categories means all of them."""

    days: int = 90
    categories: frozenset[str] = frozenset()
    hours: frozenset[int] = ALL_HOURS


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Square cells from the south-west corner (degrees), `rows` north and `columns` east of it, row 0 in the south."""

    south: float
    west: float
    cell_m: float
    rows: int
    columns: int

    @property
    def step_lat(self) -> float:
        """Degrees of latitude a cell is high."""
        return self.cell_m / _M_PER_DEGREE

    @property
    def step_lon(self) -> float:
        """Degrees of longitude a cell is wide, at the middle of the grid."""
        middle = self.south + self.rows * self.step_lat / 2
        return self.cell_m / (_M_PER_DEGREE * math.cos(math.radians(middle)))

    @property
    def bandwidth_m(self) -> float:
        """How far the kernel reaches, metres."""
        return BANDWIDTH_CELLS * self.cell_m


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMap:
    """A drawn answer: `levels` row by row from the south, in fortieths of `mean` (at most 255); b'' when too few.

    `mean` is reports per km2 and week; `used` reports it is made of, `hidden` sensitive ones left out because their
    square holds too few, `outside` ones too far from the rest to be drawn. `by_hour` counts the same span and
    categories for each hour of the week whatever hours were asked.
    """

    question: HeatQuestion
    used: int = 0
    hidden: int = 0
    outside: int = 0
    mean: float = 0.0
    peak: float = 0.0
    grid: Grid | None = None
    levels: bytes = b""
    by_hour: tuple[int, ...] = (0,) * HOURS
    held_days: float = 0.0
    by_category: dict[str, int] = field(default_factory=dict)

    @property
    def too_few(self) -> bool:
        """Whether nothing is drawn because it would mean nothing."""
        return not self.levels


STEPS_PER_MEAN = 40
"""The levels' unit: finer than the eye, and the highest class still fits a byte."""


def quartic(distance_m: float, bandwidth_m: float) -> float:
    """The quartic (biweight) kernel per square metre, 3 / (pi h2) (1 - d2/h2)2 within h; its volume is 1."""
    share = (distance_m / bandwidth_m) ** 2
    return 0.0 if share >= 1 else 3 / (math.pi * bandwidth_m**2) * (1 - share) ** 2


def hour_of_week(at: datetime, zone: ZoneInfo) -> int:
    """0 (Monday 00:00-00:59) .. 167 in the site's zone."""
    local = at.astimezone(zone)
    return local.weekday() * 24 + local.hour


def weeks_of(days: float, hours: frozenset[int]) -> float:
    """How many weeks' worth of the chosen hours lie in the span, so that a night alone is not diluted by the day."""
    return days / 7 * (len(hours) / HOURS)


def grid_over(lats: list[float], lons: list[float]) -> Grid:
    """The grid over these points (at least one), without the farthest half percent at each side.

    Points that lie on one another still get a grid of some kilometres.
    """
    south, north = _middle(lats)
    west, east = _middle(lons)
    narrow = math.cos(math.radians((south + north) / 2))
    height_m = max((north - south) * _M_PER_DEGREE, 2_000.0)
    width_m = max((east - west) * _M_PER_DEGREE * narrow, 2_000.0)
    cell_m = min(max(min(height_m, width_m) / CELLS_ACROSS, CELL_M[0]), CELL_M[1])
    while True:
        edge = BANDWIDTH_CELLS + 1
        rows = math.ceil(height_m / cell_m) + 2 * edge
        columns = math.ceil(width_m / cell_m) + 2 * edge
        if rows * columns <= MOST_CELLS:
            break
        cell_m *= 1.1
    middle_lat, middle_lon = (south + north) / 2, (west + east) / 2
    return Grid(
        south=middle_lat - rows * cell_m / _M_PER_DEGREE / 2,
        west=middle_lon - columns * cell_m / (_M_PER_DEGREE * narrow) / 2,
        cell_m=cell_m,
        rows=rows,
        columns=columns,
    )


def guarded_cell(lat: float, lon: float) -> tuple[int, int]:
    """The square of GUARDED_CELL_M a sensitive case is counted in: fixed on the globe, so filters cannot move it."""
    row = math.floor(lat * _M_PER_DEGREE / GUARDED_CELL_M)
    narrow = math.cos(math.radians((row + 0.5) * GUARDED_CELL_M / _M_PER_DEGREE))
    return row, math.floor(lon * _M_PER_DEGREE * narrow / GUARDED_CELL_M)


def guarded_box(cell: tuple[int, int]) -> tuple[float, float, float, float]:
    """South, west, north, east of such a square, degrees."""
    row, column = cell
    narrow = math.cos(math.radians((row + 0.5) * GUARDED_CELL_M / _M_PER_DEGREE))
    high, wide = GUARDED_CELL_M / _M_PER_DEGREE, GUARDED_CELL_M / (_M_PER_DEGREE * narrow)
    return row * high, column * wide, (row + 1) * high, (column + 1) * wide


def shift_hours(shift: ShiftHours) -> frozenset[int]:
    """The hours of the week of a shift on every day; one that ends before it starts goes over midnight."""
    first, last = int(shift.starts[:2]), int(shift.ends[:2])
    length = (last - first) % 24 or 24
    return frozenset(day * 24 + (first + hour) % 24 for day in range(7) for hour in range(length))


def span_start(now: datetime, days: int) -> datetime:
    """When the span begins."""
    return now - timedelta(days=days)


def _middle(values: list[float]) -> tuple[float, float]:
    ordered = sorted(values)
    cut = int(len(ordered) * _OUTLIERS)
    return ordered[cut], ordered[len(ordered) - 1 - cut]
