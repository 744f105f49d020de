"""What the map is wanted to show, so that a page that starts anew shows it again."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from console.ui.map.marks import MapOfficer, MapReport, call_text, reports_text
from console.ui.map.mercator import Bounds
from console.ui.map.palette import PALETTES, Theme
from console.ui.map.street_map import tile_address


@dataclass(slots=True)
class MapWish:
    """Everything shown, and the JSON texts that say it to the page."""

    theme: Theme
    officers: dict[str, MapOfficer] = field(default_factory=dict)
    reports: tuple[MapReport, ...] = ()
    report_id: str | None = None
    report_lat: float | None = None
    report_lon: float | None = None
    look: bool = False
    unit_id: str | None = None
    suggested: tuple[str, ...] = ()
    radius_m: float = 0.0
    followed: str | None = None
    words: dict[str, str] = field(default_factory=dict)
    note: str = ""
    generation: int = 0
    stale_after_ms: int = 300_000
    home: Bounds | None = None
    view: tuple[float, float, int] | None = None
    marks: dict[str, bool] = field(default_factory=lambda: dict.fromkeys(("officers", "reports", "names"), True))
    layers: dict[str, object] = field(default_factory=dict)

    def select(self, report_id: str | None, lat: float | None, lon: float | None) -> bool:
        """Select a report at a place; False when it was selected there already, so the view need not move again."""
        if (report_id, lat, lon) == (self.report_id, self.report_lat, self.report_lon):
            return False
        self.report_id, self.report_lat, self.report_lon, self.look = report_id, lat, lon, True
        return True

    def go_to(self, lat: float, lon: float, zoom: int) -> None:
        """Centre on a place (degrees); a report selected before is not looked for any more."""
        self.view, self.look = (lat, lon, zoom), False

    def text(self, part: str) -> str:
        """JSON text of one part; parts are named as the page's functions."""
        if part == "reports":
            return reports_text(self.reports)
        return json.dumps(self._part(part))

    def call(self, part: str) -> str:
        """JavaScript that tells the page one part."""
        return call_text(part, self.text(part))

    def layer_text(self, name: str) -> str:
        """JSON text of one layer: its name and what it shows, null when it was taken away."""
        return json.dumps({"name": name, "payload": self.layers.get(name)}, separators=(",", ":"))

    def start_call(self) -> str:
        """JavaScript that starts a fresh page with everything but the officers, looking where it was to look."""
        parts = ["theme", "words", "settings", "note", "marks", "reports"]
        calls = [[part, self.text(part)] for part in parts]
        # The place before the selected report: whichever was wanted last decides (see `go_to`).
        calls += [["look", self.text("look")]] if self.home is not None else []
        calls += [["look", self.text("view")]] if self.view is not None else []
        calls += [[part, self.text(part)] for part in ("select", "suggest", "follow")]
        calls += [["layer", self.layer_text(name)] for name in self.layers]
        return call_text("start", json.dumps(calls))

    def _part(self, part: str) -> object:
        if part == "theme":
            tiles = tile_address(self.theme, self.generation)
            return {"name": self.theme, "colours": PALETTES[self.theme].page, "tiles": tiles}
        if part == "select":
            return {
                "report": self.report_id,
                "lat": self.report_lat,
                "lon": self.report_lon,
                "unit": self.unit_id,
                "look": self.look and self.report_lat is not None,
            }
        if part == "suggest":
            return {"ids": self.suggested, "radius": self.radius_m}
        if part == "look":
            home = self.home or Bounds(-90.0, -180.0, 90.0, 180.0)
            return {"bounds": [[home.south, home.west], [home.north, home.east]], "keep": self.view is not None}
        if part == "view":
            lat, lon, zoom = self.view or (0.0, 0.0, 0)
            return {"lat": lat, "lon": lon, "zoom": zoom}
        return {
            "words": self.words,
            "note": self.note,
            "marks": self.marks,
            "follow": {"unit": self.followed},
            "settings": {"stale_after_ms": self.stale_after_ms},
        }[part]
