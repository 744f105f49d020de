"""A real map page, offscreen: one shared by the tests of a file, or a fresh one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer, SignalInstance
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.domain.unit import UnitStatus
from console.ui.map.marks import MapOfficer
from console.ui.map.scheme import prepare_environment, register_scheme
from console.ui.map.sources import LabelledPoints
from console.ui.map.view import MapView

# Before any QApplication: pytest reads this file while it collects, fixtures run later.
prepare_environment()
register_scheme()

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
CENTRE = (-7.9785, 112.6340)
NOW = datetime(2026, 11, 21, 7, 0, tzinfo=UTC)
POINTS = LabelledPoints([("35.73.02.1001", "Klojen", -7.97337, 112.63472)])


def officer(
    unit_id: str,
    lat: float = CENTRE[0],
    lon: float = CENTRE[1],
    *,
    status: UnitStatus = UnitStatus.AVAILABLE,
    age_s: float = 5.0,
    label: str = "",
) -> MapOfficer:
    """An officer whose position is `age_s` seconds old at NOW."""
    return MapOfficer(unit_id, lat, lon, status, NOW - timedelta(seconds=age_s), label)


def _run(loop: QEventLoop) -> None:
    """Run it until it quits, twenty seconds at most."""
    late = QTimer(singleShot=True)
    late.timeout.connect(loop.quit)
    late.start(20_000)
    loop.exec()
    late.stop()


class Shown:
    """A map on its (offscreen) screen, its page reachable from a test."""

    def __init__(self) -> None:
        self.view = MapView(RESOURCES, lambda: NOW, source=POINTS, centre=(CENTRE[0] + 1, CENTRE[1]))
        self.view.resize(800, 600)
        self.view.show_place(*CENTRE, 13)
        self.wait(self.view.ready, self.view.show)

    def wait(self, signal: SignalInstance, act: Callable[[], object]) -> tuple[object, ...]:
        """Do it and wait for the signal; its arguments."""
        loop = QEventLoop()
        got: list[tuple[object, ...]] = []

        def take(*values: object) -> None:
            got.append(values)
            loop.quit()

        signal.connect(take)
        act()
        if not got:
            _run(loop)
        signal.disconnect(take)
        assert got, "the signal never came"
        return got[0]

    def ask(self, expression: str) -> object:
        """The value of a JavaScript expression in the page."""
        loop = QEventLoop()
        got: list[object] = []

        def take(value: object) -> None:
            got.append(value)
            loop.quit()

        browser = self.view.browser
        assert browser is not None
        browser.run(f"JSON.stringify({expression})", take)
        if not got:
            _run(loop)
        assert got, f"no answer: {expression}"
        return json.loads(str(got[0])) if got[0] else None

    def show(self, *officers: MapOfficer) -> None:
        """Show these officers and wait until they are painted."""
        self.wait(self.view.painted, lambda: self.view.show_officers(officers))

    def click(self, x: int, y: int) -> None:
        """Press and release the left button at a point of the map."""
        browser = self.view.browser
        assert browser is not None
        target = browser.view.focusProxy()
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=QPoint(x, y))

    def close(self) -> None:
        """Take the map down."""
        self.view.close_map()
        self.view.close()
        self.view.deleteLater()


def look(shown: Shown, wanted: Callable[[QImage], bool] = lambda _image: True) -> QImage:
    """The map as it is on screen once it is as wanted: what the page drew reaches the screen some frames later."""
    for _ in range(60):
        shown.wait(shown.view.settled, shown.view.settle)
        image = shown.view.grab().toImage()
        if wanted(image):
            return image
    raise AssertionError("the map never looked as wanted")


@pytest.fixture(scope="module")
def shared_map(qapp: QApplication) -> Iterator[Shown]:
    """One page for the tests of a file; each leaves it usable."""
    shown = Shown()
    yield shown
    shown.close()


@pytest.fixture
def fresh_map(qapp: QApplication) -> Iterator[Shown]:
    """A page of its own, for tests that end it."""
    shown = Shown()
    yield shown
    shown.close()
