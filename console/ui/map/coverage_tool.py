"""Beat coverage as a toggle of the map: asked once in two seconds at most."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QTimer

from console.desk.coverage import BeatCoverage, Coverage
from console.desk.ports import PositionsPort
from console.domain.changes import Changes
from console.domain.coverage import BeatCover, Cover
from console.domain.errors import Fault
from console.domain.unit import Position
from console.ui.background import Background
from console.ui.map.coverage_panel import CoveragePanel
from console.ui.map.coverage_words import reports_words, why_words
from console.ui.map.map_pane import MapPane
from console.ui.map.sources import AreaOutline
from console.ui.relay import Courier, Relay
from console.ui.texts.language import translate

LAYER, OUTLINES = "coverage", "coverage_areas"
EVERY_MS = 2_000
ZOOM = 14
_NEAR_M = 15.0
_DIGITS = 5

Answer = tuple[Coverage, Sequence[AreaOutline] | None]


class CoverageTool(QObject):
    """`panel` is made when coverage is first wanted."""

    def __init__(
        self,
        pane: MapPane,
        coverage: BeatCoverage,
        positions: PositionsPort,
        background: Background,
        relay: Relay,
        stale_after_s: Callable[[], int],
    ) -> None:
        super().__init__(pane)
        self._pane, self._coverage, self._background = pane, coverage, background
        self._stale_after_s = stale_after_s
        self.panel: CoveragePanel | None = None
        self.found: Coverage | None = None
        self._outlines: dict[str, AreaOutline] = {}
        self._asking = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._due)
        self._moved: Courier[dict[str, Position]] = Courier(parent=self)
        self._moved.arrived.connect(lambda _moved: self._news())
        self._stop_positions = positions.subscribe(self._moved.take)
        relay.changed.connect(self._take)
        self.toggle = pane.bar.add_toggle(
            lambda: translate("coverage", "Coverage"),
            lambda: translate("coverage", "Areas where no officer with a fresh position is on duty"),
            self._turn,
        )
        pane.dismissed.connect(self._dismissed)
        pane.installEventFilter(self)

    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()
        self._stop_positions()
        self._moved.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another language: the words in the map are ours."""
        if event.type() == QEvent.Type.LanguageChange and self.found is not None:
            self._draw(self.found)
        return False

    def _turn(self, on: bool) -> None:
        if on:
            if self.panel is None:
                self.panel = CoveragePanel()
                self.panel.area_chosen.connect(self._look)
                self.panel.grouped.connect(lambda _by_polsek: self._ask())
            self.panel.stale_after_s = self._stale_after_s()
            self._pane.open_side(self.panel, draws=True)
            self._ask()
            return
        self._timer.stop()
        self.found, self._outlines = None, {}
        self._pane.view.show_layer(LAYER, None)
        self._pane.view.show_layer(OUTLINES, None)
        if self.panel is not None and self._pane.side is self.panel:
            self._pane.close_side()
        self._background.ask(self, self._coverage.forget)

    def renew(self) -> None:
        """The areas are others now."""
        self._outlines = {}
        self._background.ask(self, self._coverage.forget, lambda _done: self._ask())

    def _dismissed(self, panel: object) -> None:
        if panel is self.panel:
            self.toggle.setChecked(False)

    def _news(self) -> None:
        """Something moved or changed: soon, unless it was just asked."""
        if not self._timer.isActive():
            self._ask()

    def _due(self) -> None:
        # Positions age without news: without any the picture must turn all the same.
        self._ask()

    def _ask(self) -> None:
        if self.panel is None or self._asking or not self.toggle.isChecked():
            return
        self._asking = True
        by_polsek, first = self.panel.by_polsek.isChecked(), not self._outlines
        self._background.ask(
            self,
            lambda: (self._coverage.now(by_polsek=by_polsek), self._coverage.outlines() if first else None),
            self._show,
            self._fail,
        )

    def _show(self, answer: Answer) -> None:
        self._asking = False
        if self.panel is None or not self.toggle.isChecked():
            return
        self.found, outlines = answer
        if outlines is not None:
            self._outlines = {each.code: each for each in outlines}
            self._pane.view.show_layer(OUTLINES, outlines_payload(outlines))
        self.panel.show_coverage(self.found)
        self._draw(self.found)
        self._timer.start()

    def _fail(self, fault: Fault) -> None:
        self._asking = False
        if self.panel is not None:
            self.panel.show_failed(fault)

    def _draw(self, found: Coverage) -> None:
        self._pane.view.show_layer(LAYER, coverage_payload(found))

    def _look(self, code: str) -> None:
        """Bring an area into view."""
        found = next((each for each in self.found.beats if each.beat.code == code), None) if self.found else None
        outline = self._outlines.get((found.beat.areas or (code,))[0] if found is not None else code)
        if outline is not None:
            self._pane.view.show_place(outline.lat, outline.lon, ZOOM)

    def _take(self, changes: Changes) -> None:
        if changes.reports or changes.new_reports or changes.units or changes.everything:
            self._news()


def outlines_payload(outlines: Sequence[AreaOutline]) -> list[object]:
    """[[code, lat, lon, rings]], rings as flat lists of degrees without points that lie within 15 m of the last."""
    return [[each.code, each.lat, each.lon, [_thinned(ring) for ring in each.rings]] for each in outlines]


def coverage_payload(found: Coverage) -> dict[str, object]:
    """What resources/map/coverage.js draws: uncovered areas by code with why, open reports and their words."""
    return {
        "uncovered": [
            [list(each.beat.areas or (each.beat.code,)), each.cover.value, each.open_reports, _said(each)]
            for each in found.beats
            if not each.fresh
        ],
        "legend": {
            "title": translate("coverage", "No fresh officer"),
            "kinds": {why.value: why_words(why) for why in (Cover.STALE, Cover.OFF_DUTY, Cover.NOBODY)},
        },
    }


def _said(cover: BeatCover) -> str:
    return reports_words(cover)


def _thinned(ring: Sequence[tuple[float, float]]) -> list[float]:
    kept: list[float] = []
    least = _NEAR_M / 111_195
    for lat, lon in ring:
        if not kept or max(abs(lat - kept[-2]), abs(lon - kept[-1])) >= least:
            kept += [round(lat, _DIGITS), round(lon, _DIGITS)]
    return kept
