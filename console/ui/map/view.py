"""The map as a widget: takes officers and reports, says what was chosen.

Why so long: it is the map's whole face towards the console; page, tiles, wire and wishes live beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from console.ui import theme as looks
from console.ui.map.basemap_tiles import BasemapTiles
from console.ui.map.browser import MapBrowser
from console.ui.map.marks import STALE_AFTER_S, MapOfficer, MapReport, call_text
from console.ui.map.mercator import Bounds
from console.ui.map.officer_columns import OfficerColumns
from console.ui.map.page_event import PageEvent
from console.ui.map.page_life import PageLife
from console.ui.map.palette import PALETTES, Theme
from console.ui.map.sources import LabelledPoints, OutlineSource
from console.ui.map.street_map import build_shell
from console.ui.map.tiles import Tiles
from console.ui.map.waiting_panel import WaitingPanel
from console.ui.map.wish import MapWish
from console.ui.map.words import map_words
from console.ui.widgets.spoken import Words, worded


class MapView(QWidget):
    """Officers, reports and area borders.

    Needs `scheme.prepare_environment()` and `scheme.register_scheme()` before QApplication, and
    `close_map()` before the application ends. All methods belong to the GUI thread. `painted` carries the number
    `show_officers` gave; `settled` answers `settle` (pictures are taken after it). `said` is what a layer of
    `show_layer` tells: kind "tool", `id` the layer's name.
    """

    ready = Signal()
    painted = Signal(int)
    report_chosen = Signal(str)
    unit_chosen = Signal(str)
    place_clicked = Signal(float, float)
    view_moved = Signal(float, float, int)
    failed = Signal(str)
    settled = Signal(int)
    said = Signal(PageEvent)
    unit_selected = Signal(str)

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
        waits: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`resources` holds map/; `source` draws the base map (see `use_source`); `waits` for `begin`."""
        super().__init__(parent)
        self._now = now
        self._own_note = note
        self._extra_words: dict[str, str] = {}
        self._credits: dict[str, Words] = {}
        self._worn = (looks.palette().name, looks.percent())
        self._wish = MapWish(theme=theme, stale_after_ms=round(stale_after_s * 1000))
        self._tiles = Tiles(source or LabelledPoints(), self.font(), self)
        self._live = self._closed = self._sending = self._unsent = False
        self._columns = OfficerColumns()
        self._sequence = 0
        self._panel = WaitingPanel(self)
        self._panel.set_theme(theme)
        self._read_words()
        self._life = PageLife(
            lambda: build_shell(resources / "map", theme, *centre, zoom),
            self._tiles,
            lambda: PALETTES[self._wish.theme].outside,
            self,
        )
        self._life.happened.connect(self._take_event)
        self._life.started.connect(self._panel.show_preparing)
        self._life.ended.connect(self._forget_page)
        self._life.given_up.connect(self._panel.show_failed)
        self._life.given_up.connect(self.failed)
        self._panel.again.connect(self._life.try_again)
        if application := QCoreApplication.instance():
            application.aboutToQuit.connect(self.close_map)
        if not waits:
            self.begin()

    def begin(self) -> None:
        """Start the page: seconds of work for both cores. Again, or after `close_map`, does nothing."""
        self._life.begin()

    def show_officers(self, officers: Iterable[MapOfficer]) -> int:
        """Show exactly these; returns the number `painted` will carry once they are on screen.

        Only what changed travels. While the page is busy the newest call wins; earlier ones are merged.
        """
        self._wish.officers = {officer.id: officer for officer in officers}
        self._sequence += 1
        self._unsent = True
        self._send_officers()
        return self._sequence

    def show_reports(self, reports: Iterable[MapReport]) -> None:
        """Show exactly these pins."""
        if (wanted := tuple(reports)) != self._wish.reports:
            self._wish.reports = wanted
            self._tell("reports")

    def select_report(self, report_id: str | None, lat: float | None = None, lon: float | None = None) -> None:
        """Mark a report (degrees WGS 84 when its place is known); another one or a new place comes into view."""
        if self._wish.select(report_id, lat, lon):
            self._tell("select")
            self._wish.look = self._wish.look and not self._live

    def select_unit(self, unit_id: str | None) -> None:
        """Mark one unit."""
        self._wish.unit_id = unit_id
        self._tell("select")
        self.unit_selected.emit(unit_id or "")

    def suggest(self, unit_ids: Iterable[str], radius_m: float = 1000.0) -> None:
        """Stand these units out, lines to the selected report, and a ring of `radius_m` around it."""
        self._wish.suggested = tuple(unit_ids)
        self._wish.radius_m = radius_m if self._wish.suggested else 0.0
        self._tell("suggest")

    def follow_unit(self, unit_id: str | None) -> None:
        """Keep a unit in view; pauses while the hand is on the map."""
        self._wish.followed = unit_id
        self._tell("follow")

    def show_marks(self, name: str, on: bool) -> None:
        """Show or hide what every map shows: `name` is officers, reports or names (areas)."""
        self._wish.marks[name] = on
        self._tell("marks")

    def show_layer(self, name: str, payload: object) -> None:
        """Show a layer of resources/map; `payload` is JSON-able, None takes it away. A new page is told again."""
        if payload is None:
            self._wish.layers.pop(name, None)
        else:
            self._wish.layers[name] = payload
        if self._live and self._life.browser is not None:
            self._life.browser.run(call_text("layer", self._wish.layer_text(name)))

    def show_area(self, south: float, west: float, north: float, east: float) -> None:
        """Fit a box (degrees) into the view and make it what 'whole area' returns to."""
        self._wish.home, self._wish.view = Bounds(south, west, north, east), None
        self._tell("look")

    def show_place(self, lat: float, lon: float, zoom: int) -> None:
        """Centre the view; before the page lives it is kept until it does."""
        self._wish.go_to(lat, lon, zoom)
        if self._live and self._life.browser is not None:
            self._life.browser.run(call_text("look", self._wish.text("view")))

    def set_theme(self, theme: Theme) -> None:
        """Swap colours and tiles in place."""
        self._wish.theme = theme
        self._panel.set_theme(theme)
        self._tell("theme")

    def set_stale_after(self, seconds: float) -> None:
        """From this age on a position is drawn as old; nothing else is told of it."""
        if (limit_ms := round(seconds * 1000)) != self._wish.stale_after_ms:
            self._wish.stale_after_ms = limit_ms
            self._tell("settings")

    def set_text_percent(self, percent: int) -> None:
        """Scale names, labels and chips (80..200)."""
        self._life.scale(percent / 100)

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
        self._tell("theme", "note")

    def renew_source(self, note: str | None) -> None:
        """The source's data are others now, for instance after an import: draw them anew."""
        self.use_source(self._tiles.source, note)

    @property
    def note(self) -> str | None:
        """Whose borders the base map shows, as told last; None for label points alone."""
        return self._own_note

    def credit(self, name: str, words: Words) -> None:
        """Show in the note of the map whose data a layer is made of, as plain text; '' takes it away again."""
        self._credits[name] = words
        self._read_words()
        self._tell("note")

    @property
    def basemap(self) -> BasemapTiles:
        """Where the layer "basemap" gets its pictures."""
        return self._tiles.basemap

    def settle(self) -> int:
        """Ask for `settled` with the returned number once all told so far and every tile in sight is on screen."""
        self._sequence += 1
        if self._live and self._life.browser is not None:
            self._life.browser.run(call_text("settle", str(self._sequence)))
        return self._sequence

    @property
    def browser(self) -> MapBrowser | None:
        """The page's present life, for tests and measurements."""
        return self._life.browser

    @property
    def layers(self) -> frozenset[str]:
        """Names of the layers shown."""
        return frozenset(self._wish.layers)

    @property
    def panel(self) -> WaitingPanel:
        """What covers the map until it is ready, or when it cannot be shown."""
        return self._panel

    def close_map(self) -> None:
        """Take the page down, page before profile, and let worker threads finish. Idempotent."""
        if self._closed:
            return
        self._closed = True
        self._life.close()
        self._tiles.close()

    def _read_words(self) -> None:
        self._wish.words = words = map_words() | self._extra_words
        self.setAccessibleName(words["map"])
        own = words["base_points"] if self._own_note is None else self._own_note
        credits = (*map(worded, self._credits.values()), own)
        self._wish.note = " · ".join(dict.fromkeys(text for text in credits if text))

    def _tell(self, *parts: str) -> None:
        if self._live and self._life.browser is not None:
            self._life.browser.run(";".join(map(self._wish.call, parts)))

    def _send_officers(self) -> None:
        browser = self._life.browser
        if not self._live or self._sending or not self._unsent or browser is None:
            return
        self._unsent = False
        self._sending = True
        text = self._columns.change_text(self._wish.officers, self._now(), self._sequence)
        browser.run(call_text("officers", text), self._officers_taken)

    def _officers_taken(self, _answer: object) -> None:
        self._sending = False
        self._send_officers()

    def _forget_page(self) -> None:
        self._live = self._sending = False
        self._columns = OfficerColumns()

    def _take_event(self, event: PageEvent) -> None:
        browser = self._life.browser
        if browser is None:
            return
        match event.kind:
            case "loaded":
                browser.run(self._wish.start_call())
                self._live, self._wish.look = True, False
                self._unsent = True
                self._send_officers()
            case "ready":
                self._panel.hide()
                self.ready.emit()
            case "settled":
                self.settled.emit(event.number)
            case "painted":
                self.painted.emit(event.number)
            case "report":
                self.report_chosen.emit(event.id)
            case "unit":
                self.unit_chosen.emit(event.id)
            case "place":
                self.place_clicked.emit(event.lat, event.lon)
            case "tool":
                self.said.emit(event)
            case "view":
                self._wish.view = (event.lat, event.lon, event.number)
                self.view_moved.emit(event.lat, event.lon, event.number)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language, of the console's theme or text size at once."""
        worn = (looks.palette().name, looks.percent())
        if worn != self._worn:
            self._worn = worn
            self.set_theme("light" if worn[0] == "light" else "dark")
            self.set_text_percent(worn[1])
        if event.type() == QEvent.Type.LanguageChange:
            self._read_words()
            self._tell("words", "note")
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page and the panel over it fill the widget."""
        self._panel.setGeometry(self.rect())
        self._life.fill(self.rect())
        super().resizeEvent(event)
