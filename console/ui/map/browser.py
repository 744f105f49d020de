"""The web engine behind the map, built and taken down in the right order."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

from console.ui.map.isolation import ClosedPage, OwnSchemeOnly, closed_profile
from console.ui.map.page_event import PageEvent
from console.ui.map.scheme import START, MapScheme
from console.ui.map.street_map import Shell
from console.ui.map.tiles import Tiles


class MapBrowser(QObject):
    """One life of the page: `happened` carries its events, `died` what ended it unasked."""

    happened = Signal(PageEvent)
    died = Signal(str)

    def __init__(self, shell: Shell, tiles: Tiles, ground: str, parent: QWidget) -> None:
        """Build and load; `ground` (#rrggbb) is shown until the page paints."""
        super().__init__(parent)
        # Children die in the order they came: the view (and its page) before the profile they use.
        self.view = QWebEngineView(parent)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.view.setAcceptDrops(False)
        self.scheme = MapScheme(shell, tiles, self)
        self.interceptor = OwnSchemeOnly(self)
        self._profile = closed_profile(self.scheme, self.interceptor, parent)
        self.page = ClosedPage(self._profile, self.view)
        self.page.setBackgroundColor(QColor(ground))
        self.view.setPage(self.page)
        self.scheme.happened.connect(self.happened)
        self.page.loadFinished.connect(self._loaded)
        self.page.renderProcessTerminated.connect(self._ended)
        self.page.load(START)

    def run(self, script: str, done: Callable[[object], None] | None = None) -> None:
        """Run JavaScript in the page; `done` gets its value."""
        if done is None:
            self.page.runJavaScript(script)
        else:
            self.page.runJavaScript(script, 0, done)

    def close(self, *, at_once: bool) -> None:
        """Delete page, view and profile, in this order.

        `at_once` does not wait for the event loop, which may never run again; not to be used from within a signal of
        the page itself.
        """
        self.page.renderProcessTerminated.disconnect(self._ended)
        self.page.loadFinished.disconnect(self._loaded)
        self.view.hide()
        for part in (self.page, self.view, self._profile, self):
            part.deleteLater()
            if at_once:
                QCoreApplication.sendPostedEvents(part, QEvent.Type.DeferredDelete.value)

    def _loaded(self, well: bool) -> None:
        if not well:
            self.died.emit("load")

    def _ended(self, status: QWebEnginePage.RenderProcessTerminationStatus, code: int) -> None:
        self.died.emit(f"{status.name} {code}")
