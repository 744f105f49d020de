"""Point in polygon against a slow plain reference, edges shared by neighbours, sizes."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from console.areas.shape import Shape, size_m2
from console.areas.varints import Ring, to_units

small = st.integers(-40, 40)
points = st.tuples(small, small)
ring = st.lists(points, min_size=3, max_size=60, unique=True).map(tuple)


def holds_slowly(polygon: tuple[Ring, ...], lat: int, lon: int) -> bool:
    """Even-odd rule with exact fractions, every edge looked at: count crossings of the ray to the east."""
    crossings = 0
    for each in polygon:
        for (lat_a, lon_a), (lat_b, lon_b) in zip(each, (*each[1:], each[0]), strict=True):
            if (lat_a > lat) != (lat_b > lat):
                crossing = lon_a + Fraction((lat - lat_a) * (lon_b - lon_a), lat_b - lat_a)
                crossings += lon < crossing
    return crossings % 2 == 1


@given(st.lists(ring, min_size=1, max_size=3).map(tuple), st.lists(points, min_size=1, max_size=20))
def test_the_quick_answer_is_the_slow_answer(polygon: tuple[Ring, ...], asked: list[tuple[int, int]]) -> None:
    shape = Shape(polygon)
    corners = [point for each in polygon for point in each]
    for lat, lon in [*asked, *corners]:
        assert shape.holds(lat, lon) == holds_slowly(polygon, lat, lon)


@given(points, st.lists(points, min_size=1, max_size=20))
def test_of_neighbours_sharing_edges_exactly_one_holds_a_point(
    centre: tuple[int, int], asked: list[tuple[int, int]]
) -> None:
    corners = [(-50, -50), (-50, 50), (50, 50), (50, -50)]
    parts = [Shape(((centre, corners[index], corners[(index + 1) % 4]),)) for index in range(4)]
    for lat, lon in [*asked, centre]:
        assert sum(part.holds(lat, lon) for part in parts) == 1


def test_a_hole_is_outside_and_an_island_in_it_inside() -> None:
    square = ((0, 0), (0, 90), (90, 90), (90, 0))
    hole = ((20, 20), (20, 70), (70, 70), (70, 20))
    island = ((40, 40), (40, 50), (50, 50), (50, 40))
    shape = Shape((square, hole, island))
    assert shape.holds(10, 10)
    assert not shape.holds(30, 30)
    assert shape.holds(45, 45)
    assert not shape.holds(500, 500)


def test_a_square_of_a_hundredth_of_a_degree_measures_as_geometry_says() -> None:
    side = to_units(0.01)
    on_equator = ((0, 0), (0, side), (side, side), (side, 0))
    assert abs(size_m2((on_equator,)) - 1113.2**2) < 1113.2**2 * 0.001
    turned = tuple(reversed(on_equator))
    assert size_m2((turned,)) == size_m2((on_equator,))


def test_a_hole_is_taken_from_the_size_whichever_way_it_winds() -> None:
    square = ((0, 0), (0, 3000), (3000, 3000), (3000, 0))
    hole = ((1000, 1000), (1000, 2000), (2000, 2000), (2000, 1000))
    for wound in (hole, tuple(reversed(hole))):
        assert abs(size_m2((square, wound)) - size_m2((square,)) * 8 / 9) <= 1
