"""Thirty files along the bottom: the window never waits for their pictures."""

from __future__ import annotations

import time
from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot

from console.ui.attachments.film_strip import FilmStrip
from console.ui.attachments.viewer import Viewer
from tests.worlds.cases import a_report
from tests.worlds.gui_watch import GuiWatch
from tests.worlds.viewing import ViewerWorld, png, viewer_world

JAKARTA = ZoneInfo("Asia/Jakarta")
BUSY_MS = 50.0
"""What the issue allows the window to be kept busy at a stretch."""


@pytest.fixture
def world(qtbot: QtBot) -> Iterator[ViewerWorld]:
    with viewer_world() as made:
        yield made


class Busy:
    """The longest time this thread worked between two beats of a timer: its own work, not the machine's."""

    def __init__(self) -> None:
        self.most_ms = 0.0
        self._last_s = time.thread_time()
        self._timer = QTimer()
        self._timer.timeout.connect(self.note)
        self._timer.start(0)

    def note(self) -> None:
        now_s = time.thread_time()
        self.most_ms = max(self.most_ms, 1000 * (now_s - self._last_s))
        self._last_s = now_s


def test_thirty_files_never_keep_the_window_busy_nor_ask_anything_on_its_thread(
    world: ViewerWorld, qtbot: QtBot
) -> None:
    data = png(640, 480, "#336699")
    files = tuple(world.files.add(f"{number}.png", data, "image/png") for number in range(30))
    report = a_report("r1", "KJ-1", attachments=files)
    viewer = Viewer(world.parts)
    qtbot.addWidget(viewer)
    viewer.show()
    busy, watch = Busy(), GuiWatch()
    watch.start()
    try:
        viewer.show_files(report, 12, JAKARTA)
        busy.note()
        qtbot.waitUntil(lambda: all(tile.shown for tile in viewer.film.tiles), timeout=20_000)
    finally:
        watch.stop()
    assert not watch.found
    assert busy.most_ms <= BUSY_MS
    viewer.close()
    viewer.stop()


def test_pictures_near_the_shown_file_come_first_and_the_shown_one_is_framed(
    world: ViewerWorld, qtbot: QtBot
) -> None:
    files = tuple(world.files.add(f"{n}.png", png(8, 8, f"#00000{n}"), "image/png") for n in range(5))
    strip = FilmStrip(world.parts)
    qtbot.addWidget(strip)
    strip.show_files(a_report("r1", "KJ-1", attachments=files), JAKARTA, 4)
    strip.mark(4)
    assert [tile.marked for tile in strip.tiles] == [False] * 4 + [True]
    qtbot.waitUntil(lambda: any(tile.shown for tile in strip.tiles), timeout=20_000)
    assert strip.tiles[4].shown
    with qtbot.waitSignal(strip.chosen) as chosen:
        qtbot.mouseClick(strip.tiles[1], Qt.MouseButton.LeftButton)
    assert chosen.args == [1]
    strip.clear()
    assert not strip.tiles
