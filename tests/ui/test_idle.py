"""The console locks when nobody touches it, and when the system's own screen is locked."""

from __future__ import annotations

import subprocess
import sys

from pytestqt.qtbot import QtBot

from console.ui.idle import Idle

LISTENER = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from console.ui.os_lock import OsLock
app = QCoreApplication([])
lock = OsLock()
lock.locked.connect(lambda: (print("locked", flush=True), app.quit()))
QTimer.singleShot(20000, app.quit)
print("listening" if lock.listening else "deaf", flush=True)
app.exec()
"""


def test_an_untouched_console_is_gone_once(qtbot: QtBot) -> None:
    idle = Idle(0)
    idle._timer.setInterval(10)
    with qtbot.waitSignal(idle.gone):
        idle.begin()
    assert not idle._timer.isActive()
    idle.deleteLater()


def test_before_work_the_systems_lock_means_nothing(qtbot: QtBot) -> None:
    idle = Idle(3600)
    with qtbot.assertNotEmitted(idle.gone):
        idle.os_lock.locked.emit()
    idle.begin()
    with qtbot.waitSignal(idle.gone):
        idle.os_lock.locked.emit()
    idle.deleteLater()


def test_a_locked_desktop_is_heard_over_its_bus() -> None:
    emit = (
        "gdbus emit --session --object-path /org/freedesktop/ScreenSaver"
        " --signal org.freedesktop.ScreenSaver.ActiveChanged true"
    )
    script = f"""
    {sys.executable} -c '{LISTENER}' | while read line; do
        echo "$line"
        [ "$line" = listening ] && {emit}
        [ "$line" = locked ] && exit 0
    done
    """
    heard = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", script], capture_output=True, text=True, timeout=60, check=False
    )
    assert heard.stdout.split() == ["listening", "locked"], heard.stderr
