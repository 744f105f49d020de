"""Police areas and the map's sources in a real pane, as plain text only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from console.areas.importer import import_files
from console.areas.index import AreaIndex
from console.desk.map_data import MapData
from console.domain.changes import Changes
from console.domain.police_area import PoliceArea, PoliceAreas
from console.ui.background import Background
from console.ui.map.about_tool import AboutTool
from console.ui.map.map_pane import MapPane
from console.ui.map.police_tool import PoliceTool
from console.ui.map.police_words import whose_lines
from console.ui.relay import Relay
from tests.areas import maps
from tests.ui.map.conftest import Shown

HOSTILE = "Polsek ${x}<img src=x onerror=1>"


class Table:
    def __init__(self) -> None:
        self.table = PoliceAreas(
            posts=(
                PoliceArea(polsek=HOSTILE, polres="Polres Karangan", polda="Polda Karangan", areas=(maps.code(1),)),
                PoliceArea(polsek="Polsek B", polres="Polres B", polda="Polda Karangan", areas=(maps.code(2),)),
            ),
            own=("Polres Karangan",),
            revision=1,
        )

    def police_areas(self) -> PoliceAreas:
        return self.table


@pytest.fixture
def data(tmp_path: Path) -> Iterator[MapData]:
    hostile = tmp_path / "batas<b>.sql"
    hostile.write_text(maps.dump(*maps.grid(3)), encoding="utf-8")
    import_files([hostile], tmp_path / "pack")
    index = AreaIndex(tmp_path / "pack")
    yield MapData(Table(), index)
    index.close()


@pytest.fixture
def pane(shared_map: Shown) -> Iterator[MapPane]:
    made = MapPane(shared_map.view)
    made.resize(900, 640)
    made.show()
    yield made
    shared_map.view.setParent(None)  # type: ignore[call-overload]
    made.close()
    made.deleteLater()


@pytest.fixture
def background(qapp) -> Iterator[Background]:  # type: ignore[no-untyped-def]
    made = Background()
    yield made
    made.stop()
    made.deleteLater()


def test_police_areas_are_tinted_answered_and_gone_again(
    qtbot, shared_map: Shown, pane: MapPane, data: MapData, background: Background
) -> None:  # type: ignore[no-untyped-def]
    relay = Relay()
    tool = PoliceTool(pane, data, background, relay)
    tool.toggle.setChecked(True)
    qtbot.waitUntil(lambda: tool.answered, timeout=20_000)
    layer = shared_map.view._wish.layers["police"]
    assert isinstance(layer, dict)
    assert [(post["name"], post["own"]) for post in layer["posts"]] == [(HOSTILE, True), ("Polsek B", False)]
    shared_map.view.place_clicked.emit(*maps.middle(0, 0))
    qtbot.waitUntil(lambda: "police_whose" in shared_map.view._wish.layers, timeout=20_000)
    answer = shared_map.view._wish.layers["police_whose"]
    assert isinstance(answer, dict)
    assert answer["lines"][0] == HOSTILE
    shared_map.wait(shared_map.view.settled, shared_map.view.settle)
    assert shared_map.ask("document.querySelectorAll('img[src=x]').length") == 0
    assert shared_map.ask("document.querySelectorAll('.leaflet-police-pane canvas').length") == 1
    relay.changed.emit(Changes(lists=frozenset({"police_areas"})))
    tool.toggle.setChecked(False)
    qtbot.waitUntil(lambda: background.idle, timeout=20_000)
    assert not {"police", "police_whose"} & set(shared_map.view._wish.layers)
    tool.stop()
    relay.close()


def test_what_is_said_of_a_point(data: MapData) -> None:
    assert whose_lines(data.whose(*maps.middle(0, 0))) == [
        HOSTILE, "Polres Karangan · Polda Karangan", "Kel. Satu",
    ]  # fmt: skip
    assert whose_lines(data.whose(*maps.middle(0, 1)))[-1] == "Not our area"
    assert whose_lines(data.whose(*maps.middle(0, 2))) == ["In no police area of the table", "Kel. Tiga"]
    assert whose_lines(data.whose(5.0, 95.0)) == ["No area known"]


def test_the_maps_sources_stand_beside_it_as_text(
    qtbot, shared_map: Shown, pane: MapPane, data: MapData, background: Background
) -> None:  # type: ignore[no-untyped-def]
    tool = AboutTool(pane, data, background)
    tool.open()
    qtbot.waitUntil(lambda: tool.told, timeout=20_000)
    assert tool.panel is not None
    said = [label.text() for label in tool.panel.findChildren(QLabel)]
    assert "© 2025 invented author (MIT)" in said
    assert any(text.startswith("batas<b>.sql · 3 entries") for text in said)
    assert pane.side is tool.panel
    tool.open()
    assert pane.side is None
