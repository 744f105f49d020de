"""The page's lives: made in a worker thread, revived once after a crash, taken down."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, QRunnable, QThreadPool, Signal
from PySide6.QtWidgets import QWidget

from console.ui.map.browser import MapBrowser
from console.ui.map.page_event import PageEvent
from console.ui.map.street_map import Shell
from console.ui.map.tiles import Tiles

log = logging.getLogger("sigap.map")

LIVES = 2
"""How often the page may start by itself: once, and once more after a crash."""


class _Build(QRunnable):
    """folium writes the page in a worker thread: its import alone takes half a second."""

    def __init__(self, build: Callable[[], Shell], done: Callable[[Shell | None, Exception | None], None]) -> None:
        super().__init__()
        self._build, self._done = build, done

    def run(self) -> None:
        """Build and report; runs in a worker thread."""
        try:
            shell = self._build()
        except Exception as error:
            self._done(None, error)
        else:
            self._done(shell, None)


class PageLife(QObject):
    """Keeps a `browser` alive under a widget: `started` with each life, `ended` with its end, `given_up` for good."""

    happened = Signal(PageEvent)
    started = Signal()
    ended = Signal()
    given_up = Signal(str)
    _built = Signal(object, object)

    def __init__(self, build: Callable[[], Shell], tiles: Tiles, ground: Callable[[], str], parent: QWidget) -> None:
        """`build` makes the shell, in a worker thread; `ground` is the colour shown until the page paints."""
        super().__init__(parent)
        self.browser: MapBrowser | None = None
        self._widget = parent
        self._tiles = tiles
        self._ground = ground
        self._shell: Shell | None = None
        self._left = LIVES
        self._scale = 1.0
        self._closed = False
        self._built.connect(self._take_shell)
        self._pool = QThreadPool(self)
        self._build = build
        self._begun = False

    def begin(self) -> None:
        """Let the shell be made and start the first life; again does nothing."""
        if not self._begun and not self._closed:
            self._begun = True
            self._pool.start(_Build(self._build, self._built.emit))

    def fill(self, box: QRect) -> None:
        """Give the page this place in the widget."""
        if self.browser is not None:
            self.browser.view.setGeometry(box)

    def scale(self, factor: float) -> None:
        """Scale everything in the page, in this life and the next ones."""
        self._scale = factor
        if self.browser is not None:
            self.browser.view.setZoomFactor(factor)

    def try_again(self) -> None:
        """Start with all lives once more, because the operator asks for it."""
        self._left = LIVES
        self._start()

    def close(self) -> None:
        """Let the worker finish and take the page down at once."""
        self._closed = True
        self._pool.waitForDone()
        self._drop(at_once=True)

    def _take_shell(self, shell: Shell | None, error: Exception | None) -> None:
        if self._closed:
            return
        if shell is None:
            log.error("map: the page could not be made: %r", error)
            self.given_up.emit("shell")
            return
        self._shell = shell
        self._start()

    def _start(self) -> None:
        if self._shell is None or self._closed:
            return
        self._left -= 1
        browser = MapBrowser(self._shell, self._tiles, self._ground(), self._widget)
        browser.happened.connect(self.happened)
        browser.died.connect(self._revive)
        self.browser = browser
        browser.view.setAccessibleName(self._widget.accessibleName())
        self._widget.setFocusProxy(browser.view)
        self.fill(self._widget.rect())
        self.scale(self._scale)
        browser.view.lower()
        browser.view.show()
        self.started.emit()

    def _revive(self, why: str) -> None:
        log.warning("map: the page ended (%s)", why)
        self._drop(at_once=False)
        if self._left > 0:
            self._start()
        else:
            self.given_up.emit(why)

    def _drop(self, *, at_once: bool) -> None:
        browser, self.browser = self.browser, None
        if browser is not None:
            browser.close(at_once=at_once)
            self.ended.emit()
