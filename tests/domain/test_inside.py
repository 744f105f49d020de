"""Inside or outside drawn lines, the same as a slow rule by angles."""

from __future__ import annotations

import math

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from console.domain.inside import inside

SQUARE = ((0.0, 0.0), (0.0, 10.0), (10.0, 10.0), (10.0, 0.0))
HOLE = ((4.0, 4.0), (4.0, 6.0), (6.0, 6.0), (6.0, 4.0))


def test_a_hole_is_outside_and_an_island_in_it_inside() -> None:
    island = ((4.5, 4.5), (4.5, 5.5), (5.5, 5.5), (5.5, 4.5))
    assert inside(2, 2, [SQUARE, HOLE])
    assert not inside(4.2, 4.2, [SQUARE, HOLE])
    assert inside(5, 5, [SQUARE, HOLE, island])
    assert not inside(11, 2, [SQUARE])
    assert not inside(1, 1, [])
    assert not inside(1, 1, [()])


def test_a_closing_corner_told_again_makes_no_difference() -> None:
    closed = (*SQUARE, SQUARE[0])
    for point in ((1.0, 1.0), (9.99, 0.01), (-1.0, 5.0), (5.0, 10.5)):
        assert inside(*point, [closed]) == inside(*point, [SQUARE])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.floats(1, 9), min_size=4, max_size=12),
    st.floats(-10, 10).filter(lambda n: abs(n) > 1e-3),
    st.floats(-10, 10).filter(lambda n: abs(n) > 1e-3),
)
def test_a_star_around_the_middle_holds_what_is_nearer_than_its_edge(
    reach: list[float], lat: float, lon: float
) -> None:
    turn = 2 * math.pi / len(reach)
    ring = [(far * math.sin(turn * n), far * math.cos(turn * n)) for n, far in enumerate(reach)]
    place = int((math.atan2(lat, lon) % (2 * math.pi)) / turn) % len(reach)
    (a_lat, a_lon), (b_lat, b_lon) = ring[place], ring[(place + 1) % len(ring)]
    side = (b_lon - a_lon) * (lat - a_lat) - (b_lat - a_lat) * (lon - a_lon)
    assume(abs(side) > 1e-6)
    assert inside(lat, lon, [ring]) == (side > 0)
