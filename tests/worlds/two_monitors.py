"""A viewer on a machine with two monitors: prints where it stood."""

from __future__ import annotations

import json
import sys
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from console.ui.attachments.viewer import Viewer
from tests.worlds.cases import a_report
from tests.worlds.viewing import viewer_world


def stands(viewer: Viewer) -> list[object]:
    """The monitor's name, and whether the window fills it."""
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()
    return [viewer.screen().name(), viewer.isFullScreen()]


def main() -> None:
    app = QApplication(sys.argv[:1])
    home = QWidget()
    home.setGeometry(0, 0, 400, 300)
    home.show()
    with viewer_world(warm=0) as world:
        report = a_report("r1", "KJ-1", attachments=(world.files.add("a", b"a", "application/octet-stream"),))
        seen: dict[str, object] = {"monitors": len(app.screens())}
        viewer = Viewer(world.parts, home)
        viewer.show_files(report, 0, ZoneInfo("UTC"))
        seen["opened"] = stands(viewer)
        QTest.keyClick(viewer, Qt.Key.Key_F)
        seen["filled"] = stands(viewer)
        viewer.close()
        again = Viewer(world.parts, home)
        again.show_files(report, 0, ZoneInfo("UTC"))
        seen["opened again"] = stands(again)
        QTest.keyClick(again, Qt.Key.Key_Escape)
        seen["left"] = stands(again)
        for each in (viewer, again):
            each.close()
            each.stop()
    print(json.dumps(seen))


if __name__ == "__main__":
    main()
