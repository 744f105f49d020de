"""The board lists every unit on duty, sorted and filtered, and who is silent since when."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pytest

from console.desk.fleet import CardOrder, unit_cards
from console.desk.unit_board import BoardColumn, BoardFilter, BoardQuery, UnitBoard, is_silent
from console.domain.unit import Position, UnitStatus
from tests.worlds.cases import NOW, SITE, SPOTS, UNITS, Spots, a_report

FIXES = {
    unit_id: Position(unit_id=unit_id, lat=lat, lon=lon, at=NOW - timedelta(seconds=age), received_at=NOW,
                      battery_percent=90.0 - len(unit_id) * age % 80)
    for unit_id, (lat, lon, age) in SPOTS.items()
}  # fmt: skip
FLEET = (
    *(replace(unit, post="Polsek Klojen" if place % 2 else "Polsek Blimbing") for place, unit in enumerate(UNITS)),
    replace(UNITS[0], id="home", call_sign="U99", status=UnitStatus.OFF_DUTY),
    replace(UNITS[0], id="unseen", call_sign="U98", post=""),
)


@pytest.fixture
def board() -> UnitBoard:
    shown = {"r1": SimpleNamespace(report=a_report("r1", "KJ-2611-0187"))}
    source = SimpleNamespace(site=lambda: SITE, shown=shown.get)
    return UnitBoard(lambda: FLEET, Spots(FIXES), source, lambda: NOW)


def _signs(board: UnitBoard, **wanted: object) -> list[str]:
    return [row.unit.call_sign for row in board.ask(replace(BoardQuery(), **wanted)).rows]


def test_everybody_on_duty_is_listed_and_nobody_else(board: UnitBoard) -> None:
    assert sorted(_signs(board)) == sorted(unit.call_sign for unit in FLEET if unit.id != "home")


def test_who_is_silent_is_on_duty_without_a_fresh_fix(board: UnitBoard) -> None:
    assert set(_signs(board, which=BoardFilter.SILENT)) == {"U09", "U98"}
    assert board.silent() == 2
    found = board.ask(BoardQuery())
    assert found.counts[BoardFilter.SILENT] == 2
    assert found.counts[BoardFilter.ALL] == len(UNITS) + 1


def test_a_position_is_old_at_the_very_second_at_which_the_map_draws_it_old() -> None:
    fix = replace(FIXES["u12"], at=NOW - timedelta(seconds=SITE.stale_after_s))
    assert is_silent(UNITS[0], fix, NOW, SITE.stale_after_s)
    assert not is_silent(UNITS[0], replace(fix, at=fix.at + timedelta(milliseconds=1)), NOW, SITE.stale_after_s)
    (card,) = unit_cards(UNITS[:1], {"u12": fix}, NOW, stale_after_s=SITE.stale_after_s)
    assert card.stale


def test_it_is_sorted_by_any_column_and_who_has_no_value_stands_last_either_way(board: UnitBoard) -> None:
    near = _signs(board, column=BoardColumn.DISTANCE, report_id="r1")
    assert near[0] == "U22"
    far = _signs(board, column=BoardColumn.DISTANCE, report_id="r1", descending=True)
    assert far[:-2] == near[:-2][::-1]
    assert set(far[-2:]) == set(near[-2:]) == {"U09", "U98"}, "an old position is near nothing"
    for column in BoardColumn:
        assert sorted(_signs(board, column=column)) == sorted(_signs(board))


def test_it_is_filtered_by_post_and_by_words(board: UnitBoard) -> None:
    found = board.ask(BoardQuery(post="Polsek Klojen"))
    assert {row.unit.post for row in found.rows} == {"Polsek Klojen"}
    assert found.posts == ("Polsek Blimbing", "Polsek Klojen")
    assert _signs(board, words="maya") == ["U31"]


def test_the_strip_shows_free_ones_or_the_oldest_position_first() -> None:
    def signs(order: CardOrder) -> list[str]:
        cards = unit_cards(FLEET, FIXES, NOW, stale_after_s=300, report=a_report("r1", "KJ-1"), order=order)
        return [card.unit.call_sign for card in cards]

    assert signs(CardOrder.AGE)[:2] == ["U98", "U09"]
    assert signs(CardOrder.STATUS)[-1] == "U22"
    assert signs(CardOrder.DISTANCE)[0] == "U22"
