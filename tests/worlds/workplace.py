"""A whole workplace on a real server in this process; its map is told, never begun."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.areas.index import AreaIndex
from console.core import Core
from console.desk.basemaps import Basemaps
from console.domain.person import Role
from console.paths import Profile
from console.ui.appearance import Appearance
from console.ui.background import Background
from console.ui.map.page_event import PageEvent
from console.ui.surroundings import Surroundings
from console.ui.workplace import Workplace
from tests.worlds.administration import ROOT, signed_in_core
from tests.worlds.central import Central


class WorkDesk:
    """`work` is shown at 1600x900; `settle` waits until nothing is asked in the background any more."""

    def __init__(
        self, qtbot: QtBot, central: Central, folder: Path, user: str = "sari", *, pack: Path | None = None
    ) -> None:
        self.qtbot = qtbot
        self.areas = AreaIndex(pack)
        self.core: Core = signed_in_core(central, Profile(folder), user, Role.OPERATOR, names=self.areas)
        self.office = self.core.open_office()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.background = Background()
        self.appearance = Appearance(app, ROOT / "resources", self.background, lambda **_more: None)
        self.appearance.begin("en", "dark", 100)
        actor = self.core.session.actor
        assert actor is not None
        self.basemaps = Basemaps(folder / "maps")
        around = Surroundings(
            resources=ROOT / "resources", appearance=self.appearance, background=self.background, outlines=self.areas,
            outlines_note=None, basemaps=self.basemaps, sound=None,
        )  # fmt: skip
        self.work = Workplace(self.office, around, actor)
        # No browser in these tests: a map that is never begun keeps what it is told to show.
        begun: list[bool] = []
        self.work.map.begin = lambda: begun.append(True)  # type: ignore[method-assign]
        self.work.window.closing.connect(lambda: None)
        self.work.start()
        self.work.window.resize(1600, 900)
        self.work.window.show()
        self.wait(lambda: begun)
        self.settle()

    @property
    def layers(self) -> set[str]:
        """Names of what is drawn on the map beyond its marks."""
        return set(self.work.map.layers)

    def page_says(self, tool: str, **more: object) -> None:
        """What the map's page tells of a hand on it."""
        self.work.map.said.emit(PageEvent(kind="tool", id=tool, **more))  # type: ignore[arg-type]
        self.settle()

    def wait(self, true: Callable[[], object]) -> None:
        """Wait for a condition while the window lives."""
        self.qtbot.waitUntil(lambda: bool(true()), timeout=15_000)

    def settle(self) -> None:
        """Wait until nothing is asked any more."""
        self.wait(lambda: self.background.idle)

    def close(self) -> None:
        """Windows, threads, core."""
        self.work.stop()
        self.background.stop()
        self.appearance.end()
        self.appearance.deleteLater()
        self.core.close()
        self.areas.close()
        self.basemaps.close()
