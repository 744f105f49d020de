"""The tour's pictures of base maps: the menu, streets under the marks, the own map."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from console.areas.tile_set_import import import_tile_set
from console.bench.invented_streets import write_streets
from console.bench.tour_pictures import LOOKS, Pictures
from console.drill.hand import DrillFailed
from console.paths import Profile
from console.ui.map.basemap_tool import BasemapTool

_AROUND = (-8.02, 112.58, -7.93, 112.69)
"""What is in sight of a full screen at the demo city's zoom."""


class BasemapScenes(Pictures):
    """Imports a map of invented streets and a broken file while the console runs, as an administrator would."""

    def play(self) -> None:
        """Own map without and with a pack is what all other pictures show; here a file lies under the marks."""
        hand, work = self.hand, self.hand.work
        tool = work.map_pane.findChild(BasemapTool)
        if tool is None:
            raise DrillFailed("the map has no base maps to choose from")
        # The demo's profile lies within that of the workstation, whose maps it shows.
        self._import(Profile(self.console.profile.folder.parent).maps_folder)
        tool.open()
        menu = hand.wait("the base maps are offered", lambda: tool.menu)
        self._with_menu("basemap-menu", work.window, menu)
        menu.close()
        own, *others = tool.desk.choices()
        tool.choose(next(each for each in others if each.id == "file-jalan"))
        self.look_at("basemap-streets", lambda: work.window)
        tool.choose(own)
        self.look_at("basemap-own", lambda: work.map_pane)

    def _import(self, folder: Path) -> None:
        with tempfile.TemporaryDirectory(prefix="sigap-streets-") as there:
            file = Path(there) / "jalan.mbtiles"
            write_streets(file, range(12, 15), _AROUND)
            import_tile_set(file, folder)
        (folder / "citra-lama.mbtiles").write_bytes(b"SQLite format 3\x00 and no more")

    def _with_menu(self, screen: str, window: QWidget, menu: QWidget) -> None:
        """Window and menu in one picture: offscreen they are two."""
        self._settle()
        language, theme = LOOKS[0]
        both = QPixmap(window.grab())
        painter = QPainter(both)
        painter.drawPixmap(window.mapFromGlobal(menu.mapToGlobal(QPoint(0, 0))), menu.grab())
        painter.end()
        both.save(str(self.file(screen, language, theme)))
        print(f"seen: {screen}", flush=True)
