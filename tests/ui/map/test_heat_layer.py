"""The heat map and coverage in a real page: painted where they belong, and gone again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtGui import QImage

from console.areas.area import Outline
from console.desk.coverage import Coverage
from console.desk.heat_columns import HeatColumns
from console.domain.coverage import Beat, BeatCover
from console.domain.heat import HeatMap, HeatQuestion
from console.domain.report import ReportKind
from console.domain.spot import Spot, SpotPlace
from console.ui.map.coverage_tool import coverage_payload, outlines_payload
from console.ui.map.heat_tool import heat_payload
from tests.ui.map.conftest import CENTRE, Shown, look

NOW = datetime(2026, 11, 20, tzinfo=UTC)


def heat() -> HeatMap:
    spots = [
        Spot(
            id=str(n), kind=ReportKind.REPORT, received_at=NOW - timedelta(hours=n),
            place=SpotPlace(lat=CENTRE[0] + n % 5 * 1e-4, lon=CENTRE[1] + n % 3 * 1e-4),
        )
        for n in range(60)
    ]  # fmt: skip
    return HeatColumns(spots, ZoneInfo("Asia/Jakarta")).answer(HeatQuestion(), NOW)


def at(shown: Shown, lat: float, lon: float) -> tuple[int, int]:
    """Where a place is on screen."""
    found = shown.ask(f"(() => {{ const p = map_sigap.latLngToContainerPoint([{lat}, {lon}]); return [p.x, p.y]; }})()")
    assert isinstance(found, list)
    return int(found[0]), int(found[1])


def lightness(image: QImage, place: tuple[int, int]) -> int:
    """0 black .. 255 white."""
    return image.pixelColor(*place).lightness()


def test_the_heat_is_painted_where_the_reports_are_and_nowhere_else(shared_map: Shown) -> None:
    view = shared_map.view
    here, far = at(shared_map, *CENTRE), at(shared_map, CENTRE[0] + 0.012, CENTRE[1] + 0.004)
    bare = look(shared_map)
    view.show_layer("heat", heat_payload(heat()))
    hot = look(shared_map, lambda image: lightness(image, here) > lightness(bare, here) + 15)
    assert hot.pixelColor(*far) == bare.pixelColor(*far)
    view.set_theme("light")
    look(shared_map, lambda image: lightness(image, here) < lightness(image, far) - 15)
    view.set_theme("dark")
    assert "60" in str(shared_map.ask("document.querySelector('.chip-heat').textContent"))
    assert shared_map.ask("getComputedStyle(map_sigap.getPane('heat')).zIndex") == "390"
    view.show_layer("heat", None)
    look(shared_map, lambda image: image.pixelColor(*here) == bare.pixelColor(*here))
    assert shared_map.ask("document.querySelector('.chip-heat').hidden") is True


def test_too_few_reports_say_so(shared_map: Shown) -> None:
    shared_map.view.show_layer("heat", heat_payload(HeatMap(question=HeatQuestion(), used=3)))
    look(shared_map)
    assert "3" in str(shared_map.ask("document.querySelector('.chip-heat').textContent"))
    assert shared_map.ask("document.querySelectorAll('.chip-heat .swatch').length") == 0
    shared_map.view.show_layer("heat", None)


def test_areas_without_a_fresh_officer_are_hatched_and_hostile_names_stay_text(shared_map: Shown) -> None:
    lat, lon = CENTRE
    square = ((lat - 0.004, lon - 0.004), (lat - 0.004, lon + 0.004), (lat + 0.004, lon + 0.004), (lat + 0.004, lon))
    name = '<img src=x onerror="window.taken=1">'
    areas = [
        Outline(code="35.73.01.1001", name=name, lat=lat, lon=lon, rings=(square,)),
        Outline(code="35.73.01.1002", name=name, lat=lat + 0.008, lon=lon, rings=()),
    ]
    beats = tuple(
        BeatCover(beat=Beat(code=area.code, name=name), open_reports=place, stale=(name,) * place)
        for place, area in enumerate(areas)
    )
    places = at(shared_map, lat - 0.002, lon), at(shared_map, lat + 0.008, lon)
    bare = look(shared_map)

    def lines(image: QImage) -> list[int]:
        """How many of 21 pixels across each place are drawn over."""
        return [
            sum(image.pixelColor(x + dx, y) != bare.pixelColor(x + dx, y) for dx in range(-10, 11)) for x, y in places
        ]

    shared_map.view.show_layer("coverage_areas", outlines_payload(areas))
    shared_map.view.show_layer("coverage", coverage_payload(Coverage(beats=beats)))
    hatched = look(shared_map, lambda image: min(lines(image)) >= 2)
    assert max(lines(hatched)) < 21, "lines, with the map between them"
    assert shared_map.ask("document.querySelectorAll('.chip-coverage .hatch').length") == 3
    shared_map.view.show_layer("coverage", None)
    shared_map.view.show_layer("coverage_areas", None)
    look(shared_map, lambda image: max(lines(image)) == 0)
    assert shared_map.ask("window.taken === undefined") is True
