"""Every tool of the map on a whole workplace: ✕ takes off what it drew; its own window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.desk.gpx_reader import read_gpx
from tests.worlds.central import Central, running
from tests.worlds.workplace import WorkDesk

GPX = """<gpx><trk><trkseg>
<trkpt lat="-7.97" lon="112.63"><time>2026-11-22T02:00:00Z</time></trkpt>
<trkpt lat="-7.98" lon="112.63"><time>2026-11-22T02:01:00Z</time></trkpt>
</trkseg></trk></gpx>"""


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    with running(tmp_path / "central") as server:
        server.make_unit("u1", "U1")
        yield server


@pytest.fixture
def desk(qtbot: QtBot, central: Central, tmp_path: Path) -> Iterator[WorkDesk]:
    made = WorkDesk(qtbot, central, tmp_path / "sari")
    yield made
    made.close()


def drawings(desk: WorkDesk) -> dict[str, Callable[[], object]]:
    """What makes those tools draw that draw nothing by being opened, by the name of their tool."""
    tools = desk.work.map_tools
    return {
        "picking": lambda: tools.picking.panel.modes["radius"].click(),
        "history": lambda: _replay(desk),
        "near": lambda: tools.near.point(-7.97, 112.63),
    }


def _replay(desk: WorkDesk) -> None:
    """A file's track of a minute, standing at its beginning."""
    desk.work.map_tools.history.take_file("patroli.gpx", read_gpx(GPX.encode()))
    desk.wait(lambda: "instant" in desk.layers)


def test_the_cross_of_every_panel_takes_off_the_map_whatever_its_tool_drew(desk: WorkDesk) -> None:
    tools, pane = desk.work.map_tools, desk.work.map_pane
    before, seen = desk.layers, {}
    buttons = {
        "heat": tools.heat.toggle, "coverage": tools.coverage.toggle, "sight": tools.sight.button,
        "picking": tools.picking.button, "history": tools.history.button, "near": tools.near.button,
        "about": tools.about.button,
    }  # fmt: skip
    for name, button in buttons.items():
        button.click()
        desk.settle()
        drawings(desk).get(name, lambda: None)()
        desk.settle()
        assert pane.side is not None, name
        seen[name] = desk.layers - before
        pane._side.close_button.click()
        desk.settle()
        assert pane.side is None, name
        assert pane.foot is None, name
        assert desk.layers == before, name
        assert not button.isChecked(), name
    assert seen["heat"] == {"heat"}
    assert {"coverage", "coverage_areas"} <= seen["coverage"]
    assert {"tracks", "instant"} <= seen["history"]
    assert (seen["picking"], seen["near"], seen["sight"]) == ({"picking"}, {"near"}, {"sight"})
    opened = [each for each in (*pane.bar._toggles, *pane.bar._tools) if each not in buttons.values()]
    for button in opened:
        button.click()
        desk.settle()
        assert pane.side is None, f"{button.word} opens a panel and stands in no list above"
        if button.isCheckable():
            button.click()
        if menu := QApplication.activePopupWidget():
            menu.close()
    desk.settle()


def test_put_aside_a_panel_leaves_its_layer_and_esc_ends_it_as_its_cross_does(desk: WorkDesk) -> None:
    tools, pane = desk.work.map_tools, desk.work.map_pane
    tools.heat.toggle.click()
    desk.settle()
    pane._side.aside_button.click()
    assert (pane.side, "heat" in desk.layers, tools.heat.toggle.isChecked()) == (None, True, True)
    tools.coverage.toggle.click()
    desk.settle()
    assert {"heat", "coverage"} <= desk.layers, "another panel takes the room, not the layer"
    QTest.keyClick(pane._side, Qt.Key.Key_Escape)
    desk.settle()
    assert ("heat" in desk.layers, "coverage" in desk.layers) == (True, False)
    tools.about.open()
    desk.settle()
    assert pane._side.aside_button.isHidden(), "what draws nothing is simply closed"


def test_in_a_window_of_its_own_the_map_keeps_its_tools_and_is_found_there_again(desk: WorkDesk) -> None:
    place, pane, tools = desk.work.map_place, desk.work.map_pane, desk.work.map_tools
    place.away(True)
    outside = place.outside
    assert outside is not None
    assert outside.isVisible()
    assert pane.window() is outside
    outside.setGeometry(QRect(40, 80, 700, 500))
    tools.heat.toggle.click()
    desk.settle()
    assert pane.side is tools.heat.panel
    assert "heat" in desk.layers
    QTest.keyClick(pane._side, Qt.Key.Key_Escape)
    assert "heat" not in desk.layers
    tools.measure.button.click()
    assert "measure" in desk.layers
    desk.page_says("measure", text="ended")
    assert "measure" not in desk.layers
    desk.work.window.hide()
    assert not outside.isVisible(), "a locked console leaves no map in sight"
    desk.work.window.show()
    assert outside.isVisible()
    outside.close()
    assert (place.outside, pane.window()) == (None, desk.work.window)
    place.away(True)
    again = place.outside
    assert again is not None
    assert again.geometry() == QRect(40, 80, 700, 500)
    desk.settle()
    kept = desk.office.kept
    assert kept.setting("map.out") == "1"
    place.stop()
    assert kept.setting("map.out") == "1", "the next start finds it outside"
    place.recall()
    assert place.outside is not None
