"""How long the map takes to show moved officers, against an empty page and against folium."""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer, QUrl, SignalInstance
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication

from console.domain.unit import UnitStatus
from console.ui.map.marks import MapOfficer
from console.ui.map.scheme import prepare_environment, register_scheme
from console.ui.map.view import MapView

REFRESHES = 30
MOST_TIMES_EMPTY = 1.3
LEAST_TIMES_FOLIUM = 300.0
_TRIES = 3
_WARM_UP = 5
_CENTRE = (-7.9785, 112.6340)
_SIZE = (1000, 900)
_FOLIUM_COLOURS = {UnitStatus.AVAILABLE: "green", UnitStatus.EN_ROUTE: "blue", UnitStatus.ON_SCENE: "orange"}
_AFTER_PAINT = "requestAnimationFrame(() => requestAnimationFrame(() => { document.title = 'painted' }))"


def _say(name: str, value: float, unit: str, baseline: float, ratio: float) -> None:
    line = {
        "name": name,
        "value": round(value, 2),
        "unit": unit,
        "baseline": round(baseline, 2),
        "ratio": round(ratio, 3),
    }
    print(json.dumps(line), flush=True)


class _Rig:
    """The real map widget, shown offscreen or on the display there is."""

    def __init__(self) -> None:
        if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        prepare_environment()
        register_scheme()
        self.app = QApplication.instance() or QApplication([])
        resources = Path(__file__).resolve().parents[2] / "resources"
        self.view = MapView(resources, lambda: datetime.now(UTC), centre=_CENTRE)
        self.view.resize(*_SIZE)
        self.wait(self.view.ready, self.view.show)

    def wait(self, signal: SignalInstance, act: Callable[[], object]) -> None:
        """Run the event loop until `signal` fires after `act`. Raises TimeoutError after ten minutes."""
        loop = QEventLoop()
        signal.connect(loop.quit)
        late = QTimer(singleShot=True)
        late.timeout.connect(lambda: loop.exit(1))
        late.start(600_000)
        act()
        if loop.exec():
            raise TimeoutError("the page did not answer in ten minutes")
        signal.disconnect(loop.quit)

    def refresh_ms(self, count: int) -> float:
        """Median ms from handing over `count` moved officers until the frame with them was painted."""
        times = []
        for turn in range(REFRESHES + _WARM_UP):
            show = partial(self.view.show_officers, _officers(count, turn))
            started = time.perf_counter()
            self.wait(self.view.painted, show)
            times.append((time.perf_counter() - started) * 1000)
        return statistics.median(times[_WARM_UP:])


def _officers(count: int, turn: int) -> list[MapOfficer]:
    chance = random.Random(turn)
    now = datetime.now(UTC)
    kinds = tuple(_FOLIUM_COLOURS)
    return [
        MapOfficer(
            f"u{n}",
            _CENTRE[0] + chance.gauss(0, 0.03),
            _CENTRE[1] + chance.gauss(0, 0.03),
            kinds[n % len(kinds)],
            now,
            f"U{n}",
        )
        for n in range(count)
    ]


def _folium_page(count: int) -> str:
    """folium's own way to show the same: a marker each, coloured by status, its label as tooltip; assets inlined."""
    import folium
    from offlinefolium.elements import _res as texts

    street = folium.Map(location=list(_CENTRE), zoom_start=13, tiles=None, max_zoom=18)
    for officer in _officers(count, 0):
        icon = folium.Icon(color=_FOLIUM_COLOURS[officer.status])
        folium.Marker([officer.lat, officer.lon], tooltip=officer.label, icon=icon).add_to(street)
    html: str = street.get_root().render()
    for _, url in street.default_js:
        html = html.replace(f'<script src="{url}"></script>', f"<script>{texts[url]}</script>")
    for _, url in street.default_css:
        html = html.replace(f'<link rel="stylesheet" href="{url}"/>', f"<style>{texts[url]}</style>")
    return html


def _folium_ms(rig: _Rig, count: int) -> float:
    """ms to render folium's page with `count` markers, load it from a file and paint it, offline."""
    view = QWebEngineView()
    view.resize(*_SIZE)
    view.show()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "folium.html"
        started = time.perf_counter()
        file.write_text(_folium_page(count), encoding="utf-8")
        rig.wait(view.loadFinished, lambda: view.load(QUrl.fromLocalFile(str(file))))
        rig.wait(view.titleChanged, lambda: view.page().runJavaScript(_AFTER_PAINT))
        took = (time.perf_counter() - started) * 1000
    view.close()
    view.deleteLater()
    return took


def run(args: Sequence[str]) -> int:
    """Measure and print; 1 when a bound is not met by the best of the tries, all of which are printed."""
    parser = argparse.ArgumentParser(prog="main.py bench map", description=__doc__)
    parser.add_argument("--no-folium", action="store_true", help="leave out the slow comparison with folium")
    options = parser.parse_args(list(args))
    rig = _Rig()
    short = False
    best = {1000: float("inf"), 10_000: float("inf")}
    fastest = float("inf")
    for _ in range(_TRIES):
        empty = rig.refresh_ms(0)
        for count in best:
            value = rig.refresh_ms(count)
            ratio = value / empty
            best[count] = min(best[count], ratio)
            if count == 10_000:
                fastest = min(fastest, value)
            _say(f"map.{count}", value, "ms", empty, ratio)
        if all(ratio <= MOST_TIMES_EMPTY for ratio in best.values()):
            break
    short = any(ratio > MOST_TIMES_EMPTY for ratio in best.values())
    if not options.no_folium:
        folium_ms = _folium_ms(rig, 10_000)
        _say("map.10000_vs_folium", fastest, "ms", folium_ms, folium_ms / fastest)
        short = short or folium_ms / fastest < LEAST_TIMES_FOLIUM
    rig.view.close_map()
    rig.view.close()
    return 1 if short else 0
