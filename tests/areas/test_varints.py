"""Polygons survive their compact bytes, and damaged bytes are refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.areas.varints import BadPolygonBytes, decode_rings, encode_rings, to_degrees, to_units

units = st.integers(-1_800_000_000, 1_800_000_000)
rings = st.lists(st.lists(st.tuples(units, units), max_size=30).map(tuple), max_size=5).map(tuple)


@given(rings)
def test_what_was_packed_comes_back(polygon: tuple[tuple[tuple[int, int], ...], ...]) -> None:
    assert decode_rings(encode_rings(polygon)) == polygon


@given(st.binary(max_size=200))
def test_any_bytes_give_rings_or_the_one_refusal(blob: bytes) -> None:
    try:
        polygon = decode_rings(blob)
    except BadPolygonBytes:
        return
    assert decode_rings(encode_rings(polygon)) == polygon


@given(rings, st.integers(0, 10_000))
def test_cut_bytes_are_refused(polygon: tuple[tuple[tuple[int, int], ...], ...], cut: int) -> None:
    blob = encode_rings(polygon)
    shorter = blob[: cut % len(blob)]
    with pytest.raises(BadPolygonBytes):
        decode_rings(shorter)


def test_bytes_that_run_on_are_refused() -> None:
    with pytest.raises(BadPolygonBytes):
        decode_rings(encode_rings((((1, 2), (3, 4), (5, 6)),)) + b"\0")


def test_an_impossible_count_is_refused_without_making_room_for_it() -> None:
    with pytest.raises(BadPolygonBytes):
        decode_rings(b"\xff\xff\xff\xff\x7f" + b"\0" * 8)


@given(st.floats(-180, 180))
def test_a_coordinate_keeps_its_centimetre(degrees: float) -> None:
    assert abs(to_degrees(to_units(degrees)) - degrees) <= 0.5e-7 + 1e-12
