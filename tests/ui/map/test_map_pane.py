"""The middle of the window: one panel beside the map, layers told anew to a new page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from console.ui.map.map_pane import MapPane
from console.ui.map.view import MapView
from console.ui.map.wish import MapWish
from tests.ui.map.conftest import RESOURCES, Shown


@pytest.fixture
def pane(qtbot: QtBot) -> Iterator[MapPane]:
    """A middle of the window whose page is never begun."""
    made = MapPane(MapView(RESOURCES, lambda: datetime.now(UTC), waits=True))
    made.resize(900, 600)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.view.close_map()


def test_one_panel_at_a_time_stands_beside_the_map(pane: MapPane, qtbot: QtBot) -> None:
    seen: list[object] = []
    pane.side_changed.connect(seen.append)
    first, second = QLabel("1"), QLabel("2")
    first.setWindowTitle("In sight")
    pane.open_side(first)
    pane.open_side(first)
    pane.open_side(second)
    assert pane.side is second
    pane.close_side()
    pane.close_side()
    assert pane.side is None
    assert seen == [first, second, None]
    qtbot.waitUntil(lambda: pane.view.width() == 900)


def test_a_strip_stands_below_at_its_own_height(pane: MapPane) -> None:
    strip = QLabel("slider")
    pane.open_foot(strip)
    assert pane.foot is strip
    assert strip.height() <= strip.sizeHint().height() + 2
    pane.close_foot()
    assert pane.foot is None


def test_a_layer_is_told_to_a_page_anew_and_forgotten_when_taken_away() -> None:
    wish = MapWish("dark", layers={"heat": {"cells": [1]}})
    script = wish.start_call()
    calls = json.loads(json.loads(script[len("sigap.start(") : -1]))
    assert ["layer", '{"name":"heat","payload":{"cells":[1]}}'] in calls
    wish.layers.clear()
    assert wish.layer_text("heat") == '{"name":"heat","payload":null}'


def test_marks_are_hidden_in_the_page_and_a_layer_tells_back(fresh_map: Shown) -> None:
    view = fresh_map.view
    view.show_marks("officers", False)
    view.show_layer("nobody", {"a": 1})
    assert fresh_map.ask("map_sigap && Overlays.held()") is None
    tell = 'fetch("sigap://map/event?" + encodeURIComponent(JSON.stringify({kind:"tool",id:"t",text:"a+b %"})))'
    (event,) = fresh_map.wait(view.said, lambda: fresh_map.ask(f"{tell} && 1"))
    assert (event.id, event.text) == ("t", "a+b %")  # type: ignore[attr-defined]
