"""A map in a window of its own, on as many screens as the platform file names; as JSON."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QMainWindow

from console.ui.application import make_application
from console.ui.map.map_pane import MapPane
from console.ui.map.map_window import MapPlace
from console.ui.map.view import MapView
from tests.worlds.operations import Kept

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


class Screens:
    """An operations window with the map in its middle, on the first screen."""

    def __init__(self, kept: Kept) -> None:
        self.pane = MapPane(MapView(RESOURCES, lambda: datetime.now(UTC), waits=True))
        self.place = MapPlace(self.pane, kept)
        self.place.offer()
        self.window = QMainWindow()
        self.window.setCentralWidget(self.place)
        self.window.setGeometry(QRect(40, 40, 1200, 640))
        self.window.show()

    def where(self) -> list[object]:
        """The screen the map is on, whether in a window of its own, and where that stands."""
        QApplication.processEvents()
        at = self.pane.window().geometry()
        return [self.pane.screen().name(), self.place.outside is not None, [at.x(), at.y(), at.width(), at.height()]]

    def end(self) -> None:
        """As at sign-out."""
        self.place.stop()
        self.pane.view.close_map()
        self.window.close()


def main() -> None:
    """Out to the second monitor, moved there, remembered, brought home."""
    app, kept = make_application(), Kept()
    told: dict[str, object] = {"monitors": len(app.screens())}
    first = Screens(kept)
    told["at first"] = first.where()[:2]
    first.place.away(True)
    told["put out"] = first.where()[:2]
    assert first.place.outside is not None
    first.place.outside.setGeometry(QRect(1500, 100, 900, 500))
    told["moved"] = first.where()
    first.end()
    again = Screens(kept)
    again.place.recall()
    told["next time"] = again.where()
    again.place.away(False)
    told["brought home"] = again.where()[:2]
    again.end()
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
