"""Degrees to the square world and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.ui.map.mercator import MAX_LAT, box_degrees, lat_at, lon_at, unit_x, unit_y


@given(st.floats(-85, 85), st.floats(-180, 180))
def test_there_and_back(lat: float, lon: float) -> None:
    assert lat_at(unit_y(lat)) == pytest.approx(lat, abs=1e-9)
    assert lon_at(unit_x(lon)) == pytest.approx(lon, abs=1e-9)


def test_the_world_is_a_square() -> None:
    assert (unit_x(-180), unit_x(180)) == (0, 1)
    assert (unit_y(MAX_LAT), unit_y(-MAX_LAT)) == pytest.approx((0, 1), abs=1e-9)
    assert unit_y(90) == pytest.approx(0, abs=1e-9)


def test_a_tile_of_malang() -> None:
    box = box_degrees(13, 6659 * 256, 4277 * 256, 6660 * 256, 4278 * 256)
    assert box.south < -7.97 < box.north
    assert box.west < 112.65 < box.east
