"""Area names never cover each other, also where sheets and tiles meet."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from console.ui.map.names import REACH_PX, SHEET_PX, Name, PlacedName, place_names

WORDS = ["Klojen", "Oro-oro Dowo", "Kasin", "Bandungrejosari", "Rampalcelaket"]


def _measure(text: str) -> tuple[float, float]:
    return 7.0 * len(text), 14.0


def _names(seed: int, count: int) -> list[Name]:
    chance = random.Random(seed)
    return [
        Name(
            f"35.73.{n:02}",
            chance.choice(WORDS),
            chance.uniform(0, 2 * SHEET_PX),
            chance.uniform(0, 2 * SHEET_PX),
            chance.choice([0.0, 1.0, 2.0]),
            lambda x, y: True,
        )
        for n in range(count)
    ]


def _sheet(names: list[Name], column: int, row: int) -> list[PlacedName]:
    left, top = column * SHEET_PX, row * SHEET_PX
    near = [
        n
        for n in names
        if left - REACH_PX <= n.x <= left + SHEET_PX + REACH_PX and top - REACH_PX <= n.y <= top + SHEET_PX + REACH_PX
    ]
    return place_names(near, (column, row), _measure)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 300))
def test_no_name_covers_another_on_four_neighbouring_sheets(seed: int, count: int) -> None:
    names = _names(seed, count)
    shown = {placed for column in (0, 1) for row in (0, 1) for placed in _sheet(names, column, row)}
    boxes = list(shown)
    for i, placed in enumerate(boxes):
        assert not any(placed.box.touches(other.box) for other in boxes[i + 1 :])


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000))
def test_a_name_on_an_edge_is_shown_by_both_sheets_or_by_none(seed: int) -> None:
    names = _names(seed, 150)
    left, right = set(_sheet(names, 0, 0)), set(_sheet(names, 1, 0))
    crossing = {p for p in left | right if p.box.left < SHEET_PX < p.box.right and p.box.bottom < SHEET_PX}
    assert crossing <= left & right


def test_the_more_important_of_two_names_stays() -> None:
    small = Name("1", "Kasin", 500, 500, 1.0, lambda x, y: False)
    large = Name("2", "Klojen", 505, 500, 2.0, lambda x, y: False)
    assert [p.text for p in place_names([small, large], (0, 0), _measure)] == ["Klojen"]


def test_a_name_steps_aside_only_over_its_own_area() -> None:
    large = Name("2", "Klojen", 500, 500, 2.0, lambda x, y: False)
    free = Name("1", "Kasin", 500, 502, 1.0, lambda x, y: y > 505)
    placed = {p.text: p.box.centre for p in place_names([large, free], (0, 0), _measure)}
    assert placed["Klojen"] == (500, 500)
    assert placed["Kasin"][1] > 505


def test_a_name_near_an_edge_never_steps_onto_the_next_sheet() -> None:
    large = Name("2", "Klojen", 500, SHEET_PX - 10, 2.0, lambda x, y: True)
    beyond = Name("1", "Kasin", 500, SHEET_PX - 10, 1.0, lambda x, y: y > SHEET_PX)
    assert [placed.text for placed in place_names([large, beyond], (0, 0), _measure)] == ["Klojen"]
