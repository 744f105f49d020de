"""HOUSE.md tells what is really there."""

from __future__ import annotations

from tests.house import house_map, tree


def test_the_map_is_true() -> None:
    file = tree.ROOT / house_map.MAP_FILE
    assert file.is_file(), "type 'make house'"
    assert file.read_text(encoding="utf-8") == house_map.draw(), "type 'make house'"


def test_a_module_stands_in_the_map_with_its_caption() -> None:
    drawn = house_map.draw()
    assert "- `clock.py` Time as an argument: aware UTC now and a monotonic second counter." in drawn
    assert "\n## domain/\n" in drawn
