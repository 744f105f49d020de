"""Rivals of 'bench map': Leaflet's own markers in the same page, and folium's page."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QUrl, SignalInstance
from PySide6.QtWebEngineWidgets import QWebEngineView

from console.domain.unit import UnitStatus
from console.ui.map.marks import MapOfficer

_FOLIUM_COLOURS = {UnitStatus.AVAILABLE: "green", UnitStatus.EN_ROUTE: "blue", UnitStatus.ON_SCENE: "orange"}
_AFTER_PAINT = "requestAnimationFrame(() => requestAnimationFrame(() => { document.title = 'painted' }))"

_MARKERS = """(() => {
  const icon = (i) => L.divIcon({ className: "rival", iconSize: [10, 10], html: `<b>U${i}</b>` });
  const places = (seed) => {
    const found = [];
    for (let i = 0; i < COUNT; i++) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      const a = seed / 2147483648;
      seed = (seed * 1103515245 + 12345) % 2147483648;
      found.push([LAT + (a - 0.5) * 0.12, LON + (seed / 2147483648 - 0.5) * 0.12]);
    }
    return found;
  };
  const markers = places(1).map((at, i) => L.marker(at, { icon: icon(i), keyboard: false }));
  const group = L.layerGroup(markers).addTo(map_sigap);
  const times = [];
  const turn = (n) => {
    const moved = places(n + 2);
    const begun = performance.now();
    markers.forEach((marker, i) => marker.setLatLng(moved[i]));
    requestAnimationFrame(() => requestAnimationFrame(() => {
      times.push(performance.now() - begun);
      if (times.length < TURNS) turn(n + 1);
      else { group.remove(); window.rival = times.sort((a, b) => a - b)[Math.floor(TURNS / 2)]; }
    }));
  };
  window.rival = null;
  setTimeout(() => turn(0), 2000);
  return 1;
})()"""


class Rig(Protocol):
    """The bench's rig, by shape."""

    def wait(self, signal: SignalInstance, act: Callable[[], object]) -> None:
        """Until the signal fires after `act`."""

    def until(self, expression: str) -> float:
        """The number a JavaScript expression becomes, sooner or later."""

    def run(self, script: str) -> None:
        """Run a script in the page."""


def markers_ms(rig: Rig, count: int, centre: tuple[float, float], turns: int = 5) -> float:
    """Median ms Leaflet takes to move `count` L.marker until the frame with them was painted.

    Each is a div with its call sign, as an officer's mark has one; Leaflet's own pin with its shadow takes twice as
    long, a div without any text 0.6 of it. The same page, the same map, the data already there: nothing is parsed or
    sent, which ours has to do.
    """
    script = _MARKERS.replace("COUNT", str(count)).replace("TURNS", str(turns))
    rig.run(script.replace("LAT", repr(centre[0])).replace("LON", repr(centre[1])))
    return rig.until("window.rival")


def folium_page(officers: Sequence[MapOfficer], centre: tuple[float, float]) -> str:
    """folium's own way to show the same: a marker each, coloured by status, its label as tooltip; assets inlined."""
    import folium
    from offlinefolium.elements import _res as texts

    street = folium.Map(location=list(centre), zoom_start=13, tiles=None, max_zoom=18)
    for officer in officers:
        icon = folium.Icon(color=_FOLIUM_COLOURS[officer.status])
        folium.Marker([officer.lat, officer.lon], tooltip=officer.label, icon=icon).add_to(street)
    html: str = street.get_root().render()
    for _, url in street.default_js:
        html = html.replace(f'<script src="{url}"></script>', f"<script>{texts[url]}</script>")
    for _, url in street.default_css:
        html = html.replace(f'<link rel="stylesheet" href="{url}"/>', f"<style>{texts[url]}</style>")
    return html


def folium_ms(rig: Rig, officers: Sequence[MapOfficer], centre: tuple[float, float], size: tuple[int, int]) -> float:
    """ms to render folium's page with these markers, load it from a file and paint it, offline."""
    view = QWebEngineView()
    view.resize(*size)
    view.show()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "folium.html"
        started = time.perf_counter()
        file.write_text(folium_page(officers, centre), encoding="utf-8")
        rig.wait(view.loadFinished, lambda: view.load(QUrl.fromLocalFile(str(file))))
        rig.wait(view.titleChanged, lambda: view.page().runJavaScript(_AFTER_PAINT))
        took = (time.perf_counter() - started) * 1000
    view.close()
    view.deleteLater()
    return took


def renderer_mib(pid: int) -> float:
    """Proportional memory (Pss, MiB) of a renderer process, from /proc/PID/smaps_rollup; 0 where there is none.

    Pss counts what is shared with other processes by its share, so the engine's own pages weigh on both sides alike.
    """
    file = Path(f"/proc/{pid}/smaps_rollup")
    if not file.exists():
        return 0.0
    line = next(line for line in file.read_text("ascii").splitlines() if line.startswith("Pss:"))
    return int(line.split()[1]) / 1024


def said(name: str, value: float, unit: str, baseline: float, ratio: float) -> str:
    """One line of the bench as JSON."""
    return json.dumps(
        {"name": name, "value": round(value, 2), "unit": unit, "baseline": round(baseline, 2), "ratio": round(ratio, 3)}
    )
