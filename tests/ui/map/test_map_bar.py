"""The bar above the map: what finds no room stands in its menu and does the same."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from console.ui.map.map_bar import MapBar


def _bar(qapp: QApplication, told: list[object]) -> MapBar:
    bar = MapBar()
    for word in ("Officers", "Reports", "Heat map", "Agencies"):
        bar.add_toggle(word, "", lambda on, word=word: told.append((word, on)))  # type: ignore[misc]
    bar.add_tool("Measure", "", lambda: told.append("measured"))
    bar.resize(900, 32)
    bar.show()
    return bar


def test_a_wide_bar_shows_everything_and_no_menu(qapp: QApplication) -> None:
    bar = _bar(qapp, [])
    assert not bar.more.isVisible()
    assert bar.more_menu().isEmpty()


def test_what_finds_no_room_stands_in_the_menu_and_does_the_same(qapp: QApplication) -> None:
    told: list[object] = []
    bar = _bar(qapp, told)
    bar.resize(240, 32)
    assert bar.more.isVisible()
    actions = {action.text(): action for action in bar.more_menu().actions() if action.text()}
    assert "Measure" in actions
    assert "Officers" not in actions
    actions["Agencies"].trigger()
    actions["Measure"].trigger()
    assert told == [("Agencies", True), "measured"]


def test_a_tick_moves_nothing(qapp: QApplication) -> None:
    bar = _bar(qapp, [])
    button = bar.add_toggle("Partners", "", lambda _on: None)
    before = button.sizeHint().width()
    button.setChecked(True)
    assert button.text() == "Partners ✓"
    assert button.sizeHint().width() == before
