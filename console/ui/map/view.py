"""The map as a widget: takes officers and reports, says what was chosen."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QRunnable, QThreadPool, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from console.ui.map.browser import MapBrowser
from console.ui.map.marks import STALE_AFTER_S, MapOfficer, MapReport, call_text
from console.ui.map.mercator import Bounds
from console.ui.map.officer_columns import OfficerColumns
from console.ui.map.page_event import PageEvent
from console.ui.map.palette import PALETTES, Theme
from console.ui.map.sources import LabelledPoints, OutlineSource
from console.ui.map.street_map import Shell, build_shell
from console.ui.map.tiles import Tiles
from console.ui.map.waiting_panel import WaitingPanel
from console.ui.map.wish import MapWish
from console.ui.map.words import map_words

log = logging.getLogger("sigap.map")

_LIVES = 2
"""How often the page may start by itself: once, and once more after a crash."""


class _BuildShell(QRunnable):
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


class MapView(QWidget):
    """Officers, reports and area borders.

    Needs `scheme.prepare_environment()` and `scheme.register_scheme()` before QApplication, and
    `close_map()` before the application ends. All methods belong to the GUI thread.
    """

    ready = Signal()
    painted = Signal(int)
    report_chosen = Signal(str)
    unit_chosen = Signal(str)
    place_clicked = Signal(float, float)
    view_moved = Signal(float, float, int)
    failed = Signal(str)
    _shell_built = Signal(object, object)

    def __init__(
        self,
        resources: Path,
        now: Callable[[], datetime],
        *,
        source: OutlineSource | None = None,
        note: str | None = None,
        centre: tuple[float, float] = (-7.9785, 112.6340),
        zoom: int = 13,
        theme: Theme = "dark",
        stale_after_s: float = STALE_AFTER_S,
        parent: QWidget | None = None,
    ) -> None:
        """`resources` is the folder holding map/; `source` draws the base map (see `use_source`)."""
        super().__init__(parent)
        self._now = now
        self._own_note = note
        self._extra_words: dict[str, str] = {}
        self._wish = MapWish(theme=theme, stale_after_ms=round(stale_after_s * 1000))
        self._tiles = Tiles(source or LabelledPoints(), self.font(), self)
        self._tiles.broken.connect(lambda error: log.error("map: a base tile failed: %r", error))
        self._browser: MapBrowser | None = None
        self._shell: Shell | None = None
        self._lives = _LIVES
        self._live = False
        self._closed = False
        self._columns = OfficerColumns()
        self._sequence = 0
        self._sending = False
        self._stale_officers = False
        self._panel = WaitingPanel(self)
        self._panel.set_theme(theme)
        self._panel.again.connect(self._try_again)
        self.setAccessibleName(map_words()["map"])
        self._read_words()
        self._shell_built.connect(self._take_shell)
        self._pool = QThreadPool(self)
        lat, lon = centre
        folder = resources / "map"
        self._pool.start(_BuildShell(lambda: build_shell(folder, theme, lat, lon, zoom), self._shell_built.emit))
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close_map)

    # -- what is shown ---------------------------------------------------------------------------------

    def show_officers(self, officers: Iterable[MapOfficer]) -> int:
        """Show exactly these; returns the number `painted` will carry once they are on screen.

        Only what changed travels. While the page is busy the newest call wins; earlier ones are merged.
        """
        self._wish.officers = {officer.id: officer for officer in officers}
        self._sequence += 1
        self._stale_officers = True
        self._send_officers()
        return self._sequence

    def show_reports(self, reports: Iterable[MapReport]) -> None:
        """Show exactly these pins."""
        wanted = tuple(reports)
        if wanted != self._wish.reports:
            self._wish.reports = wanted
            self._tell("reports")

    def select_report(self, report_id: str | None, lat: float | None = None, lon: float | None = None) -> None:
        """Mark a report (degrees WGS 84 when its place is known) and bring it into view."""
        wish = self._wish
        wish.report_id, wish.report_lat, wish.report_lon = report_id, lat, lon
        self._tell("select")

    def select_unit(self, unit_id: str | None) -> None:
        """Mark one unit."""
        self._wish.unit_id = unit_id
        self._tell("select")

    def suggest(self, unit_ids: Iterable[str], radius_m: float = 0.0) -> None:
        """Stand these units out, lines to the selected report, and a ring of `radius_m` around it."""
        self._wish.suggested, self._wish.radius_m = tuple(unit_ids), radius_m
        self._tell("suggest")

    def follow_unit(self, unit_id: str | None) -> None:
        """Keep a unit in view; pauses while the hand is on the map."""
        self._wish.followed = unit_id
        self._tell("follow")

    def show_area(self, south: float, west: float, north: float, east: float) -> None:
        """Fit a box (degrees) into the view and make it what 'whole area' returns to."""
        self._wish.home, self._wish.keep_view = Bounds(south, west, north, east), False
        self._tell("look")

    def show_place(self, lat: float, lon: float, zoom: int) -> None:
        """Centre the view, for instance where this workstation left it."""
        self._wish.keep_view = True
        if self._live and self._browser is not None:
            self._browser.run(call_text("look", f'{{"lat":{lat!r},"lon":{lon!r},"zoom":{zoom:d}}}'))

    # -- how it looks ----------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Swap colours and tiles in place."""
        self._wish.theme = theme
        self._panel.set_theme(theme)
        self._tell("theme")

    def set_texts(self, texts: dict[str, str]) -> None:
        """Replace words by key (keys: words.map_words)."""
        self._extra_words = dict(texts)
        self._read_words()
        self._tell("words")

    def use_source(self, source: OutlineSource, note: str | None = None) -> None:
        """Draw the base map from another source; `note` says where its borders come from."""
        self._tiles.use(source)
        self._own_note = note
        self._wish.generation = self._tiles.generation
        self._read_words()
        self._tell("theme")
        self._tell("note")

    @property
    def is_ready(self) -> bool:
        """Whether the page shows what it was given."""
        return self._live

    @property
    def browser(self) -> MapBrowser | None:
        """The page's present life, for tests and measurements."""
        return self._browser

    @property
    def panel(self) -> WaitingPanel:
        """What covers the map until it is ready, or when it cannot be shown."""
        return self._panel

    def close_map(self) -> None:
        """Take the page down, page before profile, and let worker threads finish. Idempotent."""
        if self._closed:
            return
        self._closed = True
        self._live = False
        self._pool.waitForDone()
        self._tiles.close()
        self._drop_browser(at_once=True)

    # -- inside ----------------------------------------------------------------------------------------

    def _read_words(self) -> None:
        words = map_words() | self._extra_words
        self._wish.words = words
        self._wish.note = words["base_points"] if self._own_note is None else self._own_note

    def _tell(self, part: str) -> None:
        if self._live and self._browser is not None:
            self._browser.run(self._wish.call(part))

    def _send_officers(self) -> None:
        if not self._live or self._sending or not self._stale_officers or self._browser is None:
            return
        self._stale_officers = False
        text = self._columns.change_text(self._wish.officers, self._now(), self._sequence)
        self._sending = True
        self._browser.run(call_text("officers", text), self._officers_taken)

    def _officers_taken(self, _answer: object) -> None:
        self._sending = False
        self._send_officers()

    def _take_shell(self, shell: Shell | None, error: Exception | None) -> None:
        if self._closed:
            return
        if shell is None:
            log.error("map: the page could not be made: %r", error)
            self._give_up("shell")
            return
        self._shell = shell
        self._start_browser()

    def _start_browser(self) -> None:
        if self._shell is None:
            return
        self._lives -= 1
        self._panel.show_preparing()
        browser = MapBrowser(self._shell, self._tiles, PALETTES[self._wish.theme].outside, self)
        browser.happened.connect(self._take_event)
        browser.died.connect(self._revive)
        self._browser = browser
        browser.view.setGeometry(self.rect())
        browser.view.lower()
        browser.view.show()

    def _drop_browser(self, *, at_once: bool) -> None:
        browser, self._browser = self._browser, None
        self._live = self._sending = False
        self._columns = OfficerColumns()
        if browser is not None:
            browser.close(at_once=at_once)

    def _revive(self, why: str) -> None:
        log.warning("map: the page ended (%s)", why)
        self._drop_browser(at_once=False)
        self._stale_officers = True
        if self._lives > 0:
            self._start_browser()
        else:
            self._give_up(why)

    def _give_up(self, why: str) -> None:
        self._panel.show_failed()
        self.failed.emit(why)

    def _try_again(self) -> None:
        self._lives = _LIVES
        if self._shell is not None:
            self._start_browser()

    def _take_event(self, event: PageEvent) -> None:
        if self._browser is None:
            return
        match event.kind:
            case "loaded":
                self._browser.run(self._wish.start_call())
                self._live = True
                self._stale_officers = True
                self._send_officers()
            case "ready":
                self._panel.hide()
                self.ready.emit()
            case "painted":
                self.painted.emit(event.number)
            case "report":
                self.report_chosen.emit(event.id)
            case "unit":
                self.unit_chosen.emit(event.id)
            case "place":
                self.place_clicked.emit(event.lat, event.lon)
            case "view":
                self._wish.keep_view = True
                self.view_moved.emit(event.lat, event.lon, event.number)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self._read_words()
            self.setAccessibleName(self._wish.words["map"])
            self._tell("words")
            self._tell("note")
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page and the panel over it fill the widget."""
        self._panel.setGeometry(self.rect())
        if self._browser is not None:
            self._browser.view.setGeometry(self.rect())
        super().resizeEvent(event)
