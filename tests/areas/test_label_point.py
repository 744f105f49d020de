"""A label point lies inside, far from the border, with five decimals."""

from __future__ import annotations

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from console.areas.label_point import label_point
from console.areas.shape import Shape
from console.areas.varints import to_units

METRE = 90
"""About one metre in 1e-7 degrees."""


def star(radii: list[int]) -> tuple[tuple[int, int], ...]:
    """A ring around Malang with these radii in metres at even angles."""
    step = 2 * math.pi / len(radii)
    return tuple(
        (
            to_units(-7.97) + round(radius * METRE * math.sin(index * step)),
            to_units(112.63) + round(radius * METRE * math.cos(index * step)),
        )
        for index, radius in enumerate(radii)
    )


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(30, 2000), min_size=5, max_size=25))
def test_the_label_lies_inside_with_five_decimals(radii: list[int]) -> None:
    ring = star(radii)
    lat, lon = label_point((ring,))
    assert Shape((ring,)).holds(to_units(lat), to_units(lon))
    assert (lat, lon) == (round(lat, 5), round(lon, 5))


def test_of_an_area_like_a_c_the_label_is_not_in_the_gap() -> None:
    c = ((0, 0), (0, 60), (20, 60), (20, 20), (80, 20), (80, 60), (100, 60), (100, 0))
    ring = tuple((lat * 1000, lon * 1000) for lat, lon in c)
    lat, lon = label_point((ring,))
    assert Shape((ring,)).holds(to_units(lat), to_units(lon))


def test_of_several_islands_the_label_stands_on_the_widest() -> None:
    small = ((0, 0), (0, 1000), (1000, 1000), (1000, 0))
    wide = tuple((lat * 9 + 50_000, lon * 9 + 50_000) for lat, lon in small)
    lat, lon = label_point((small, wide))
    assert Shape((wide,)).holds(to_units(lat), to_units(lon))
