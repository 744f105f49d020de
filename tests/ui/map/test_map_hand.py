"""Hands and keys on the map: Tab and arrows, measuring, picking, what is in sight."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from console.ui.map.marks import MapReport
from console.ui.map.page_event import PageEvent
from tests.ui.map.conftest import CENTRE, Shown, officer

KEY = "map_sigap.getContainer().dispatchEvent(new KeyboardEvent('keydown', {{key: '{}', bubbles: true}}))"


def press(shown: Shown, *keys: str) -> None:
    """Press keys with the focus on the map."""
    for key in keys:
        shown.ask("map_sigap.getContainer().focus() || 1")
        shown.ask(KEY.format(key))


def drag(shown: Shown, start: QPoint, end: QPoint) -> None:
    """Press, move and release the left button."""
    browser = shown.view.browser
    assert browser is not None
    target = browser.view.focusProxy()
    QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(target, (start + end) / 2)
    QTest.mouseMove(target, end)
    QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=end)


def told(shown: Shown, act: object) -> PageEvent:
    """What a layer says when this is done."""
    (event,) = shown.wait(shown.view.said, act)  # type: ignore[arg-type]
    assert isinstance(event, PageEvent)
    return event


def take_up(shown: Shown, name: str, payload: object) -> None:
    """Take up a tool: a click travels another way than a script and must not overtake it."""
    shown.view.show_layer(name, payload)
    assert shown.ask("1") == 1


def test_tab_goes_from_the_middle_outwards_arrows_to_the_next_and_enter_chooses(shared_map: Shown) -> None:
    lat, lon = CENTRE
    shared_map.view.show_reports([MapReport("r1", lat, lon, 1, "1", "KJ-1")])
    shared_map.show(officer("east", lat, lon + 0.02, label="U31"), officer("south", lat - 0.02, lon, label="U12"))
    press(shared_map, "Tab")
    assert shared_map.wait(shared_map.view.report_chosen, lambda: press(shared_map, "Enter")) == ("r1",)
    press(shared_map, "ArrowRight")
    assert "U31" in str(shared_map.ask("document.querySelector('.spoken').textContent"))
    assert shared_map.wait(shared_map.view.unit_chosen, lambda: press(shared_map, "Enter")) == ("east",)
    press(shared_map, "Escape")
    shared_map.view.show_reports([])


def test_measuring_tells_the_distance_chooses_nothing_and_ends_with_esc(shared_map: Shown) -> None:
    chosen: list[str] = []
    shared_map.view.unit_chosen.connect(chosen.append)
    shared_map.show(officer("u1"))
    x, y = shared_map.ask("sigap.at('u1')")  # type: ignore[misc]
    take_up(shared_map, "measure", {"on": True})
    assert told(shared_map, lambda: shared_map.click(x, y)).text == "points 1"
    event = told(shared_map, lambda: shared_map.click(x + 200, y))
    metres = shared_map.ask(
        f"map_sigap.distance(map_sigap.containerPointToLatLng([{x}, {y}]),"
        f" map_sigap.containerPointToLatLng([{x + 200}, {y}]))"
    )
    assert event.number == pytest.approx(metres, rel=0.01)
    assert told(shared_map, lambda: press(shared_map, "Escape")).text == "ended"
    assert chosen == []
    assert shared_map.wait(shared_map.view.unit_chosen, lambda: shared_map.click(x, y)) == ("u1",)


def test_a_circle_is_pulled_out_of_its_middle_and_the_map_stands_still(shared_map: Shown) -> None:
    shared_map.view.show_place(*CENTRE, 13)
    take_up(shared_map, "picking", {"mode": "radius"})
    shared_map.ask("1")
    event = told(shared_map, lambda: drag(shared_map, QPoint(400, 300), QPoint(500, 300)))
    assert (event.lat, event.lon) == pytest.approx(CENTRE, abs=1e-3)
    assert 1_500 < event.number < 2_100
    assert shared_map.ask("map_sigap.getCenter().lat") == pytest.approx(CENTRE[0], abs=1e-3)
    assert shared_map.ask("[Overlays.held(), map_sigap.dragging.enabled()]") == [None, True]


def test_an_area_is_drawn_by_its_corners_and_a_kelurahan_picked_by_a_click(shared_map: Shown) -> None:
    take_up(shared_map, "picking", {"mode": "draw"})
    for x, y in ((300, 200), (500, 200), (500, 400)):
        assert told(shared_map, lambda x=x, y=y: shared_map.click(x, y)).text == "corner"  # type: ignore[misc]
    event = told(shared_map, lambda: press(shared_map, "Enter"))
    assert len(json.loads(event.text)) == 3
    take_up(shared_map, "picking", {"mode": "area"})
    event = told(shared_map, lambda: shared_map.click(400, 300))
    assert event.text == "area"
    assert (event.lat, event.lon) == pytest.approx(CENTRE, abs=1e-3)
    shared_map.view.show_layer("picking", None)


def test_what_is_in_sight_is_told_at_once_and_after_each_move(shared_map: Shown, qtbot: QtBot) -> None:
    first = told(shared_map, lambda: shared_map.view.show_layer("sight", {"on": True}))
    south, west, north, east = map(float, first.text.split())
    assert south < CENTRE[0] < north
    assert west < CENTRE[1] < east
    moved = told(shared_map, lambda: shared_map.view.show_place(CENTRE[0] + 1, CENTRE[1], 13))
    assert float(moved.text.split()[0]) == pytest.approx(south + 1, abs=0.01)
    shared_map.view.show_layer("sight", None)
    shared_map.view.show_place(*CENTRE, 13)


def test_hostile_names_of_places_are_shown_as_text(shared_map: Shown) -> None:
    hostile = '<img src=x onerror="window.taken=1">${window.taken=1}'
    places = [[hostile, True, *CENTRE, hostile]]
    shared_map.view.show_layer("places", {"places": places, "squares": [[hostile, 3, *CENTRE, 0.01]]})
    assert shared_map.ask("window.taken ?? null") is None
    assert shared_map.ask("document.querySelectorAll('img[src=x]').length") == 0
    shared_map.view.show_layer("places", None)
