"""The map in a window of its own; where it stood is remembered."""

from __future__ import annotations

from base64 import b64decode, b64encode

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QVBoxLayout, QWidget

from console.ui import theme
from console.ui.map.map_bar import BarButton
from console.ui.map.map_pane import MapPane
from console.ui.texts.language import translate
from console.ui.widgets.spoken import Spoken
from console.ui.widgets.states import EmptyState
from console.ui.window_parts import Keeps

OUT, PLACE = "map.out", "map.window"
"""Settings of this workstation: '1' while the map stands outside, and the window's geometry."""


class MapPlace(QWidget):
    """The middle of the operations window: the map, or where it went; `away` moves it out and back.

    The window outside hides and shows with the operations window: when that is locked, no map stays in sight.
    """

    def __init__(self, pane: MapPane, keeps: Keeps, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pane = pane
        self._keeps = keeps
        self._outside: _Outside | None = None
        self._watched: QWidget | None = None
        self._button: BarButton | None = None
        self._stack = QStackedLayout(self)
        self._stack.addWidget(pane)
        self._gone = EmptyState(
            "external-link", lambda: translate("map", "The map stands in a window of its own"),
            action=lambda: translate("map", "Bring it back"), pressed=lambda: self.away(False),
        )  # fmt: skip
        self._stack.addWidget(self._gone)
        self.setFocusProxy(pane)

    def offer(self) -> None:
        """Stand in the bar, behind what is there."""
        self._button = self.pane.bar.add_tool(
            lambda: translate("map", "Own window"),
            lambda: translate("map", "Put the map into a window of its own, on the other monitor if there is one"),
            lambda: self.away(self._outside is None),
            checkable=True,
        )
        self._button.setChecked(self._outside is not None)

    @property
    def outside(self) -> QWidget | None:
        """The window outside, None while the map stands here."""
        return self._outside

    def recall(self) -> None:
        """Put the map where it stood when this workstation was left; once the operations window is shown."""
        if self._keeps.setting(OUT) == "1":
            self.away(True)

    def away(self, out: bool) -> None:
        """Move the map out, or back; where it was is kept."""
        if self._button is not None:
            self._button.setChecked(out)
        if out == (self._outside is not None):
            return
        self._keeps.keep_setting(OUT, "1" if out else "")
        if out:
            self._move_out()
        else:
            self._keep()
            self._move_in()

    def stop(self) -> None:
        """Keep where it stands; the map comes home to be taken down with the window."""
        if self._outside is not None:
            self._keep()
            self._move_in()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hidden and shown with the operations window."""
        if self._outside is not None and watched is self._watched:
            if event.type() == QEvent.Type.Hide:
                self._outside.hide()
            elif event.type() == QEvent.Type.Show:
                self._outside.show()
        return False

    def _move_out(self) -> None:
        window = self.window()
        self._outside = outside = _Outside(self, window)
        self._stack.setCurrentWidget(self._gone)
        outside.rows.addWidget(self.pane)
        kept = QByteArray(b64decode(self._keeps.setting(PLACE)))
        if kept.isEmpty() or not outside.restoreGeometry(kept):
            here = window.screen()
            others = [screen for screen in QApplication.screens() if screen is not here]
            free = (others[0] if others else here).availableGeometry()
            gap = theme.px(24)
            outside.setGeometry(free.adjusted(gap, 2 * gap, -gap if others else -free.width() // 3, -2 * gap))
        self._watched = window
        window.installEventFilter(self)
        self.pane.show()
        if window.isVisible():
            outside.show()

    def _move_in(self) -> None:
        outside, self._outside = self._outside, None
        if outside is None:
            return
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        self._stack.insertWidget(0, self.pane)
        self._stack.setCurrentWidget(self.pane)
        self.pane.show()
        outside.hide()
        outside.deleteLater()

    def _keep(self) -> None:
        if self._outside is not None:
            self._keeps.keep_setting(PLACE, b64encode(bytes(self._outside.saveGeometry().data())).decode())

    def closed(self) -> None:
        """The window outside was closed by hand: the map comes back."""
        self.away(False)


class _Outside(QWidget):
    """The window outside; a child of the operations window, so that its keys work here too."""

    def __init__(self, place: MapPlace, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Tool)
        self._place = place
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        Spoken(self, lambda: self.setWindowTitle(translate("map", "Sigap · map")))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing brings the map back."""
        event.ignore()
        self._place.closed()
