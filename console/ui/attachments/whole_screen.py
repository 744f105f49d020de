"""Where the viewer's window stands: full screen on the second monitor if there is one."""

from __future__ import annotations

from base64 import b64decode, b64encode

from PySide6.QtCore import QByteArray, QRect
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QWidget

from console.ui import theme
from console.ui.window_parts import Keeps

PLACE, FULL = "viewer.window", "viewer.full"
"""Settings of this workstation: the window's geometry, and '1' when it was left at full screen."""


class WholeScreen:
    """`home` is a widget of the operations window: its monitor is the first one."""

    def __init__(self, window: QWidget, home: QWidget | None, keeps: Keeps) -> None:
        self._window, self._home, self._keeps = window, home, keeps
        self._before: QRect | None = None
        self._known = False

    def open(self) -> None:
        """Show the window where this workstation left it."""
        if not self._known:
            self._known = True
            kept = QByteArray(b64decode(self._keeps.setting(PLACE)))
            if kept.isEmpty() or not self._window.restoreGeometry(kept):
                self._place_first()
        if self._window.isVisible():
            return
        if self._keeps.setting(FULL) == "1":
            self._fill()
        else:
            self._window.show()

    def toggle(self) -> None:
        """Full screen on the other monitor, or back to where it stood."""
        if self._window.isFullScreen():
            self.leave()
        else:
            self._fill()
            self._keeps.keep_setting(FULL, "1")

    def leave(self) -> None:
        """Back to a window."""
        self._window.showNormal()
        if self._before is not None:
            self._window.setGeometry(self._before)
        self._keeps.keep_setting(FULL, "")

    def keep(self) -> None:
        """Remember where the window stands."""
        if not self._window.isFullScreen():
            kept = bytes(self._window.saveGeometry().data())
            self._keeps.keep_setting(PLACE, b64encode(kept).decode())

    def _fill(self) -> None:
        self._before = self._window.geometry()
        screen = self.screen()
        if screen is not self._window.screen():
            self._window.setGeometry(screen.availableGeometry())
        self._window.setScreen(screen)
        self._window.showFullScreen()

    def screen(self) -> QScreen:
        """The monitor to fill: another one than the operations window's; this one where there is no other."""
        first = self._home.window().screen() if self._home is not None else self._window.screen()
        others = [screen for screen in QApplication.screens() if screen is not first]
        return others[0] if others else first

    def _place_first(self) -> None:
        free = self.screen().availableGeometry()
        wide, high = min(theme.px(1180), free.width()), min(theme.px(780), free.height())
        place = QRect(0, 0, wide, high)
        place.moveCenter(free.center())
        self._window.setGeometry(place)
