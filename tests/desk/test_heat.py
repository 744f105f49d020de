"""The heat map counts what happened once, loses nothing, and shows no sensitive case."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from console.desk.heat import Heat
from console.desk.heat_columns import HeatColumns, density
from console.domain.changes import Changes
from console.domain.heat import (
    ALL_HOURS,
    GUARDED_CELL_M,
    GUARDED_LEAST,
    LEAST_REPORTS,
    MOST_CELLS,
    STEPS_PER_MEAN,
    Grid,
    HeatQuestion,
    grid_over,
    guarded_box,
    guarded_cell,
    hour_of_week,
    quartic,
    shift_hours,
)
from console.domain.report import ReportKind, Status
from console.domain.roster import Roster, ShiftHours
from console.domain.spot import Spot, SpotPlace, counted, happened

ZONE = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 11, 20, 5, tzinfo=UTC)
LAT, LON = -7.98, 112.63

places = st.tuples(st.floats(LAT - 0.04, LAT + 0.04), st.floats(LON - 0.04, LON + 0.04))


def spot(number: int, lat: float = LAT, lon: float = LON, **more: object) -> Spot:
    """A report `number` hours old."""
    at = NOW - timedelta(hours=number)
    made = Spot(id=str(number), kind=ReportKind.REPORT, received_at=at, place=SpotPlace(lat=lat, lon=lon))
    return replace(made, **more)  # type: ignore[arg-type]


class Kept:
    """A store of spots, by shape."""

    def __init__(self, spots: Iterable[Spot]) -> None:
        self.spots = {each.id: each for each in spots}
        self.walks = 0
        self.tell: Callable[[Changes], None] = lambda _changes: None

    def spots_since(self, start: datetime, most: int) -> tuple[Spot, ...]:
        self.walks += 1
        return tuple(each for each in self.spots.values() if each.received_at >= start)[:most]

    def spots_of(self, ids: Iterable[str]) -> dict[str, Spot]:
        return {id_: self.spots[id_] for id_ in ids if id_ in self.spots}

    def roster(self) -> Roster:
        return Roster()

    def subscribe(self, callback: Callable[[Changes], None]) -> Callable[[], None]:
        self.tell = callback
        return lambda: None


def test_only_what_happened_somewhere_counts_and_once() -> None:
    assert counted(spot(1))
    assert counted(spot(1, status=Status.CLOSED, outcome="handled_on_scene"))
    assert not counted(spot(1, status=Status.JUNKED, outcome="prank"))
    assert not counted(spot(1, status=Status.MERGED))
    for outcome in ("test", "prank", "wrong_number", "false_report", "duplicate"):
        assert not counted(spot(1, status=Status.CLOSED, outcome=outcome))
    for kind in (ReportKind.SERVICE, ReportKind.ASPIRATION, ReportKind.INFORMATION):
        assert not counted(spot(1, kind=kind))
    assert not counted(spot(1, place=SpotPlace()))


def test_the_sources_own_time_counts_only_where_it_can_be_believed() -> None:
    report = spot(0)
    for off, believed in ((-timedelta(hours=2), True), (-timedelta(days=8), False), (timedelta(hours=1), False)):
        told = replace(report, happened_at=report.received_at + off)
        assert (happened(told) == told.happened_at) is believed


def test_an_hour_is_the_sites_own() -> None:
    assert hour_of_week(datetime(2026, 11, 15, 17, 30, tzinfo=UTC), ZONE) == 0
    assert hour_of_week(datetime(2026, 11, 15, 16, 59, tzinfo=UTC), ZONE) == 167
    night = shift_hours(ShiftHours(id="3", starts="22:00", ends="06:00"))
    assert len(night) == 56
    assert {22, 23, 0, 5} <= night
    assert not {6, 21} & night


@settings(max_examples=15, deadline=None)
@given(st.lists(places, min_size=1, max_size=60))
def test_the_surface_has_the_volume_of_its_reports_and_the_kernels_shape(points: list[tuple[float, float]]) -> None:
    grid = grid_over([lat for lat, _ in points], [lon for _, lon in points])
    assert grid.rows * grid.columns <= MOST_CELLS
    cells = np.zeros((grid.rows, grid.columns))
    for lat, lon in points:
        cells[int((lat - grid.south) / grid.step_lat), int((lon - grid.west) / grid.step_lon)] += 1
    found = density(cells, grid)
    assert math.isclose(float(found.sum()) * grid.cell_m**2, len(points), rel_tol=1e-9)
    row, column = np.unravel_index(int(found.argmax()), found.shape)
    exact = sum(
        count * quartic(math.hypot(row - r, column - c) * grid.cell_m, grid.bandwidth_m)
        for (r, c), count in np.ndenumerate(cells)
        if count
    )
    assert math.isclose(float(found[row, column]), exact, rel_tol=0.03)


def test_the_unit_is_reports_per_square_kilometre_and_week() -> None:
    grid = Grid(south=LAT, west=LON, cell_m=100.0, rows=40, columns=40)
    cells = np.full((40, 40), 0.5)
    middle = float(density(cells, grid)[20, 20])
    assert math.isclose(middle * 1e6, 50.0, rel_tol=1e-6), "half a report in each hectare is fifty on a km2"


@settings(max_examples=15, deadline=None)
@given(st.lists(places, max_size=40), st.lists(places, max_size=12))
def test_no_sensitive_case_can_be_read_from_the_map(
    plain: list[tuple[float, float]], guarded: list[tuple[float, float]]
) -> None:
    spots = [spot(n, *at) for n, at in enumerate(plain)]
    secret = [spot(100 + n, *at, category="sexual_violence") for n, at in enumerate(guarded)]
    found = HeatColumns([*spots, *secret], ZONE).answer(HeatQuestion(), NOW)
    squares = [guarded_cell(*at) for at in guarded]
    lonely = [square for square in squares if squares.count(square) < GUARDED_LEAST]
    assert found.hidden == len(lonely)
    assert found.used + found.hidden + found.outside == len(plain) + len(guarded)
    assert found.too_few == (found.used < LEAST_REPORTS)
    # Moved within its square, nothing changes: the picture does not know where in it anybody was.
    box = {square: guarded_box(square) for square in squares}
    moved = [
        replace(
            each, place=SpotPlace(lat=(box[square][0] + box[square][2]) / 2, lon=(box[square][1] + box[square][3]) / 2)
        )
        for each, square in zip(secret, squares, strict=True)
    ]
    assert all(
        guarded_cell(each.place.lat or 0, each.place.lon or 0) == square
        for each, square in zip(moved, squares, strict=True)
    )
    grid = found.grid
    if grid is not None:
        same = HeatColumns([*spots, *secret], ZONE)._smeared(
            grid, np.array([False] * len(spots) + [True] * len(secret))
        )
        other = HeatColumns([*spots, *moved], ZONE)._smeared(
            grid, np.array([False] * len(spots) + [True] * len(secret))
        )
        assert np.array_equal(same[0], other[0])
        assert same[1:] == other[1:]


@given(st.floats(-11, 6), st.floats(95, 141))
def test_a_guarded_square_holds_its_point_and_is_a_kilometre(lat: float, lon: float) -> None:
    south, west, north, east = guarded_box(guarded_cell(lat, lon))
    assert south - 1e-9 <= lat <= north + 1e-9
    assert west - 1e-9 <= lon <= east + 1e-9
    assert math.isclose((north - south) * 111_194.9, GUARDED_CELL_M, rel_tol=1e-6)


def test_filters_narrow_the_map_and_never_dilute_it() -> None:
    spots = [spot(n, LAT + n % 7 * 1e-3, LON, category="theft" if n % 2 else "noise") for n in range(400)]
    columns = HeatColumns(spots, ZONE)
    every = columns.answer(HeatQuestion(days=28), NOW)
    thefts = columns.answer(HeatQuestion(days=28, categories=frozenset({"theft"})), NOW)
    assert (every.used, thefts.used) == (400, 200)
    assert every.by_category == {"theft": 200, "noise": 200}
    assert sum(every.by_hour) == 400
    assert sum(thefts.by_hour) == 200
    night = columns.answer(
        HeatQuestion(days=28, hours=shift_hours(ShiftHours(id="n", starts="22:00", ends="06:00"))), NOW
    )
    assert night.by_hour == every.by_hour
    assert 100 < night.used < 160
    assert math.isclose(night.mean, every.mean, rel_tol=0.25), "a third of the hours holds a third of the reports"
    assert every.grid == thefts.grid == night.grid, "the picture does not jump"
    assert max(every.levels) <= 255
    assert len(every.levels) == every.grid.rows * every.grid.columns
    assert (
        round(every.peak / every.mean * STEPS_PER_MEAN) in (max(every.levels), max(every.levels) + 1)
        or max(every.levels) == 255
    )


def test_what_is_not_held_here_does_not_make_a_year_look_calm() -> None:
    columns = HeatColumns([spot(n) for n in range(240)], ZONE)
    year, month = (columns.answer(HeatQuestion(days=days), NOW) for days in (365, 28))
    assert math.isclose(year.peak, month.peak)
    assert 9 < year.held_days < 11


def test_the_store_is_walked_once_and_then_only_what_changed_is_read() -> None:
    kept = Kept(spot(n) for n in range(50))
    heat = Heat(kept, lambda: NOW, lambda: ZONE)
    assert heat.answer(HeatQuestion(days=28)).used == 50
    kept.spots["7"] = replace(kept.spots["7"], status=Status.JUNKED, outcome="prank")
    kept.spots["new"] = replace(spot(0), id="new")
    del kept.spots["8"]
    kept.tell(Changes(reports=frozenset({"7", "8"}), new_reports=frozenset({"new"})))
    assert heat.answer(HeatQuestion(days=90)).used == 49
    assert kept.walks == 1
    assert heat.answer(HeatQuestion(days=365)).used == 49
    assert kept.walks == 2, "a longer span is read once more"
    assert [shift.starts for shift in heat.shifts()] == ["06:00", "14:00", "22:00"]
    heat.forget()
    assert heat.answer(HeatQuestion(hours=ALL_HOURS)).used == 49
