"""Panes as docks: movable, detachable, remembered per workstation."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QByteArray, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget

from console.ui import theme
from console.ui.widgets.spoken import Spoken
from console.ui.window_parts import Keeps

_STATE, _GEOMETRY = "window.state", "window.geometry"
_VERSION = 1

_SHARES = {"queue": (610, 280), "case": (520, 360), "officers": (66, 60)}
"""Width (height for the strip) at 1920 pixels, and the least."""
_CALL_WIDTH = 360


class Docks:
    """The docks of one window: queue left, case right, officers across the bottom, attention beside the case."""

    def __init__(self, window: QMainWindow, keeps: Keeps) -> None:
        self._window, self._keeps = window, keeps
        self._docks: dict[str, QDockWidget] = {}
        self._wide: dict[str, int] = {}
        area, corner = Qt.DockWidgetArea, Qt.Corner
        window.setCorner(corner.BottomLeftCorner, area.BottomDockWidgetArea)
        window.setCorner(corner.BottomRightCorner, area.BottomDockWidgetArea)
        window.setDockOptions(
            QMainWindow.DockOption.AllowNestedDocks | QMainWindow.DockOption.AllowTabbedDocks
        )

    def add(self, name: str, words: Callable[[], str], pane: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        """Put a pane into a dock; `words` name it where it has a title (floating, or as a tab)."""
        dock = QDockWidget(self._window)
        dock.setObjectName(name)
        dock.setWidget(pane)
        Spoken(dock, lambda: dock.setWindowTitle(words()))
        dock.setFeatures(
            QDockWidget.DockWidgetFeature.DockWidgetMovable | QDockWidget.DockWidgetFeature.DockWidgetFloatable
        )
        bare = QWidget()
        dock.setTitleBarWidget(bare)
        dock.topLevelChanged.connect(lambda floats: dock.setTitleBarWidget(cast("QWidget", None) if floats else bare))
        self._window.addDockWidget(area, dock)
        self._docks[name] = dock
        return dock

    def beside(self, name: str, words: Callable[[], str], pane: QWidget, other: str) -> None:
        """Put a pane into a dock at the side of another one, hidden at first: shown, it covers nothing."""
        dock = self.add(name, words, pane, Qt.DockWidgetArea.RightDockWidgetArea)
        self._window.splitDockWidget(self._docks[other], dock, Qt.Orientation.Horizontal)
        dock.hide()
        dock.visibilityChanged.connect(lambda _seen: self._give_back(name, other) if dock.isHidden() else None)

    def open_beside(self, name: str, other: str) -> None:
        """Show such a dock; it takes its room from the map, the other one keeps its width."""
        dock, wide = self._docks[name], self._docks[other].width()
        opened = dock.isVisible()
        if not opened:
            self._wide[name] = wide
        dock.show()
        dock.raise_()
        if not opened and not dock.isFloating():
            both = [self._docks[other], dock]
            widths = [max(wide, theme.px(_SHARES[other][1])), theme.px(_CALL_WIDTH)]
            QTimer.singleShot(0, dock, lambda: self._window.resizeDocks(both, widths, Qt.Orientation.Horizontal))

    def _give_back(self, name: str, other: str) -> None:
        """Hidden again: the other one is as wide as before, the map has its room back."""
        wide, dock = self._wide.pop(name, 0), self._docks[other]
        if wide and not dock.isFloating():
            QTimer.singleShot(0, dock, lambda: self._window.resizeDocks([dock], [wide], Qt.Orientation.Horizontal))

    def show_behind(self, name: str, front: str) -> None:
        """Let one dock share its place with another as a tab, hidden at first."""
        self._window.tabifyDockWidget(self._docks[front], self._docks[name])
        self._docks[name].hide()

    def dock(self, name: str) -> QDockWidget:
        """The dock of that name."""
        return self._docks[name]

    def float_or_back(self, name: str) -> None:
        """Into a window of its own, on the other monitor if there is one, or back."""
        dock = self._docks[name]
        dock.setFloating(not dock.isFloating())
        if dock.isFloating():
            screen = other_screen(self._window)
            dock.setGeometry(screen.adjusted(theme.px(24), theme.px(24), -screen.width() // 2, -theme.px(48)))

    def arrange(self, preset: str) -> None:
        """`one`: everything in this window; `two`: queue and officers here with the map, the case on the other."""
        for name, dock in self._docks.items():
            if dock.isFloating():
                dock.setFloating(False)
            area = {"queue": Qt.DockWidgetArea.LeftDockWidgetArea, "officers": Qt.DockWidgetArea.BottomDockWidgetArea}
            self._window.addDockWidget(area.get(name, Qt.DockWidgetArea.RightDockWidgetArea), dock)
        self.size()
        if preset == "two":
            self.float_or_back("case")

    def size(self) -> None:
        """The proportions of the drawing, at any width."""
        width = self._window.width()
        for name, orientation in (("queue", Qt.Orientation.Horizontal), ("case", Qt.Orientation.Horizontal)):
            drawn, least = _SHARES[name]
            wanted = max(theme.px(least), round(width * drawn / 1920))
            self._window.resizeDocks([self._docks[name]], [wanted], orientation)

    def keep(self) -> None:
        """Remember the layout."""
        state = self._window.saveState(_VERSION)
        self._keeps.keep_setting(_STATE, b64encode(bytes(state.data())).decode())
        self._keeps.keep_setting(_GEOMETRY, b64encode(bytes(self._window.saveGeometry().data())).decode())

    def recall(self) -> bool:
        """Put everything where it was kept; False when nothing was kept or it does not fit this version."""
        geometry = QByteArray(b64decode(self._keeps.setting(_GEOMETRY)))
        state = QByteArray(b64decode(self._keeps.setting(_STATE)))
        if state.isEmpty():
            return False
        self._window.restoreGeometry(geometry)
        return self._window.restoreState(state, _VERSION)


def other_screen(window: QWidget) -> QRect:
    """The free part of another monitor, of this one when there is no other."""
    here = window.screen()
    others = [screen for screen in QApplication.screens() if screen is not here]
    return (others[0] if others else here).availableGeometry()
