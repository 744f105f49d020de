"""The bar above the map: what finds no room stands in its menu and does the same."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from console.ui.map.map_bar import MapBar


@pytest.fixture
def told() -> list[object]:
    """What the bar's words did."""
    return []


@pytest.fixture
def bar(qtbot: QtBot, told: list[object]) -> MapBar:
    """Four toggles and a tool in a wide row."""
    bar = MapBar()
    qtbot.addWidget(bar)
    for word in ("Officers", "Reports", "Heat map", "Agencies"):
        bar.add_toggle(word, "", lambda on, word=word: told.append((word, on)))  # type: ignore[misc]
    bar.add_tool("Measure", "", lambda: told.append("measured"))
    bar.resize(900, 32)
    bar.show()
    return bar


def test_a_wide_bar_shows_everything_and_no_menu(bar: MapBar) -> None:
    assert not bar.more.isVisible()
    assert bar.more_menu().isEmpty()


def test_what_finds_no_room_stands_in_the_menu_and_does_the_same(bar: MapBar, told: list[object]) -> None:
    bar.resize(240, 32)
    assert bar.more.isVisible()
    actions = {action.text(): action for action in bar.more_menu().actions() if action.text()}
    assert "Measure" in actions
    assert "Officers" not in actions
    actions["Agencies"].trigger()
    actions["Measure"].trigger()
    assert told == [("Agencies", True), "measured"]


def test_a_tick_moves_nothing(bar: MapBar) -> None:
    button = bar.add_toggle("Partners", "", lambda _on: None)
    before = button.sizeHint().width()
    button.setChecked(True)
    assert button.text() == "Partners ✓"
    assert button.sizeHint().width() == before
