"""Hostile texts in every layer of the map: nothing runs, is fetched, or is markup."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from console.ui.map.marks import MapReport
from console.ui.map.words import map_words
from tests.ui.map.conftest import CENTRE, Shown, officer
from tests.ui.map.test_page import HOSTILE

LAT, LON = CENTRE
TEXT = "§"
"""Stands in a payload wherever a name or text of somebody else may stand."""

_RING = [LAT - 0.01, LON - 0.01, LAT + 0.01, LON - 0.01, LAT + 0.01, LON + 0.01, LAT - 0.01, LON - 0.01]
_INK = {"dark": "#ff9f43", "light": "#a05000"}

PAYLOADS: dict[str, object] = {
    "basemap": None,
    "coverage": {"uncovered": [[[TEXT], "stale", 2, TEXT]], "legend": {"title": TEXT, "kinds": {"stale": TEXT}}},
    "coverage_areas": [[TEXT, LAT, LON, [_RING]]],
    "doubts": {"u1": "jump", "u2": TEXT},
    "heat": {"legend": {"title": TEXT, "classes": [TEXT], "unit": TEXT, "made": TEXT},
             "ramps": {"dark": ["#112233"], "light": ["#112233"]}},
    "instant": {"at": 1, "title": TEXT, "units": [{**_INK, "lat": LAT, "lon": LON, "text": TEXT, "old": False}]},
    "keyboard": None,
    "measure": {"on": True},
    "near": {"picking": False, "lat": LAT, "lon": LON, "radius_m": 500},
    "picking": {"shape": {"lat": LAT, "lon": LON, "radius": 500}},
    "places": {"places": [[TEXT, True, LAT, LON, TEXT]], "squares": [[TEXT, 3, LAT, LON, 0.01]]},
    "police": {"posts": [{"name": TEXT, "above": TEXT, "tint": 0, "own": True, "lat": LAT, "lon": LON,
                          "rings": [_RING]}]},
    "police_whose": {"lat": LAT, "lon": LON, "lines": [TEXT, TEXT]},
    "sight": {"on": True},
    "tracks": {"tracks": [{**_INK, "at": [1, 2], "lat": [LAT, LAT], "lon": [LON, LON], "flag": [0, 1]}], "look": 0},
}  # fmt: skip
"""What each layer is told, every text in it replaced by hostile ones; None: it takes no text."""

CANARY = """(() => {
  for (const name of ["alert", "confirm", "prompt", "open", "eval"]) window[name] = () => { window.taken = name; };
  return 1;
})()"""

STRANGE = """(() => {
  const every = [...document.querySelectorAll("body *")];
  const known = new Set(["div", "span", "b", "button", "canvas", "img", "script", "a", "link"]);
  return {
    tags: [...new Set(every.map((e) => e.localName))].filter((name) => !known.has(name)),
    acting: every.filter((e) => [...e.attributes].some((a) => a.name.startsWith("on"))).length,
    scripts: document.scripts.length,
    links: every.filter((e) => e.localName === "a").length,
    pictures: every.filter((e) => e.localName === "img" && !e.src.startsWith("sigap://map/")).length,
  };
})()"""


def _filled(payload: object, text: str) -> object:
    if isinstance(payload, dict):
        return {key: _filled(value, text) for key, value in payload.items()}
    if isinstance(payload, list):
        return [_filled(value, text) for value in payload]
    return text if payload == TEXT else payload


def _texts(real_data: Path) -> list[str]:
    """Hostile texts, some a line: 515 naughty strings and what would set our own canary."""
    naughty = json.loads((real_data / "text" / "blns.json").read_text("utf-8"))
    joined = ["\n".join(naughty[place : place + 60]) for place in range(0, len(naughty), 60)]
    return [*HOSTILE, *joined, "${window.taken=1}".join(naughty[:9])]


def test_every_layer_of_the_page_is_known_here(shared_map: Shown) -> None:
    assert shared_map.ask("Overlays.names().sort()") == sorted(PAYLOADS), "a layer without its hostile texts"


@pytest.fixture
def refused(shared_map: Shown) -> list[str]:
    browser = shared_map.view.browser
    assert browser is not None
    schemes: list[str] = []
    browser.interceptor.refused.connect(schemes.append)
    return schemes


def test_hostile_texts_in_every_layer_run_nothing_and_fetch_nothing(
    shared_map: Shown, real_data: Path, refused: list[str]
) -> None:
    view = shared_map.view
    shared_map.ask(CANARY)
    before = shared_map.ask(STRANGE)
    view.select_report("r1", *CENTRE)
    for text in _texts(real_data):
        for name, payload in PAYLOADS.items():
            view.show_layer(name, _filled(payload, text))
        view.set_texts(dict.fromkeys(map_words(), text))
        view.credit("hostile", text)
        view.show_reports([MapReport("r1", *CENTRE, 2, text, text), MapReport(text, *CENTRE, 1, text, text)])
        view.suggest(["u1"], 500)
        view.follow_unit(text)
        view.show_officers([officer("u1", label=text), officer(text, age_s=900, label=text)])
        shared_map.wait(view.settled, view.settle)
    assert shared_map.ask("window.taken ?? null") is None
    assert shared_map.ask(STRANGE) == before
    assert isinstance(before, dict)
    assert (before["tags"], before["acting"], before["pictures"]) == ([], 0, 0)
    assert refused == []
    assert shared_map.ask("location.href") == "sigap://map/"
