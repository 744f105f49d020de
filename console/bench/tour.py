"""A picture of every screen in both languages and themes, by playing the demo: build/tour."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from console.app import ConsoleApp
from console.bench.tour_administration import Administration
from console.bench.tour_basemaps import BasemapScenes
from console.bench.tour_calls import Calls
from console.bench.tour_claims import ClaimScenes
from console.bench.tour_enrolment import EnrolmentScenes
from console.bench.tour_evidence import EvidenceScenes
from console.bench.tour_handbook import Handbook
from console.bench.tour_handling import HandlingScenes
from console.bench.tour_junk import Junk
from console.bench.tour_map_areas import MapAreas
from console.bench.tour_map_heat import MapHeat
from console.bench.tour_map_history import MapHistory
from console.bench.tour_map_live import MapLive
from console.bench.tour_merging import MergingScenes
from console.bench.tour_nearby import NearbyScenes
from console.bench.tour_pictures import PICTURES, Pictures
from console.bench.tour_places import PlaceScenes
from console.bench.tour_sending import Sending
from console.bench.tour_shift import ShiftScenes
from console.bench.tour_trouble import Trouble
from console.bench.tour_trust import Trust
from console.bench.tour_units import Units
from console.domain.queue_row import QueueRow
from console.drill.hand import DrillFailed, offscreen_platform
from console.paths import Profile
from console.ui.application import make_application

PACE = 2400.0
"""A report every three seconds: a full queue soon."""


def run(args: list[str]) -> int:
    """Take every picture; returns 0 when all was seen.

    `--areas FILE...` plays the map once more with a pack made of these boundaries, `--size WxH` sets the screen.
    """
    width, height = (int(n) for n in _option(args, "--size", "1920x1080").split("x"))
    areas = [Path(arg) for arg in args if arg.endswith((".sql", ".geojson"))]
    os.environ["QT_QPA_PLATFORM"] = offscreen_platform(width, height)
    app = make_application()
    index: list[dict[str, str]] = []
    try:
        with tempfile.TemporaryDirectory(prefix="sigap-tour-") as folder:
            first = ConsoleApp(app, Profile(Path(folder) / "first"))
            _played(first, lambda: _FirstRun(first, index).play())
            console = ConsoleApp(app, Profile(Path(folder) / "work").make(), demo=True, pace=PACE)
            _played(console, lambda: _Tour(console, index, Path(folder) / "colleagues").play())
            if areas:
                profile = Profile(Path(folder) / "pack").make()
                _import(areas, profile)
                packed = ConsoleApp(app, profile, demo=True, pace=PACE)
                _played(packed, lambda: _WithPack(packed, index).play())
            else:
                print("the map with an area pack was left out: --areas FILE... names none", flush=True)
    except DrillFailed as failed:
        print(f"FAILED: {failed}", flush=True)
        return 1
    finally:
        PICTURES.mkdir(parents=True, exist_ok=True)
        (PICTURES / "index.json").write_text(json.dumps(index, indent=1), encoding="utf-8")
    print(f"{len(index)} pictures in {PICTURES}")
    return 0


def _played(console: ConsoleApp, play: Callable[[], None]) -> None:
    try:
        console.begin()
        play()
    finally:
        console.end()


def _option(args: list[str], name: str, default: str) -> str:
    return args[args.index(name) + 1] if name in args else default


def _import(files: list[Path], profile: Profile) -> None:
    from console.areas.importer import import_files
    from console.areas.names_file import shipped_names_above

    import_files(files, profile.area_pack_file, names_above=shipped_names_above())


class _FirstRun(Pictures):
    def play(self) -> None:
        gate = self.console.gate
        self.hand.wait("the first-run screen", lambda: gate.first_run)
        self.look_at("first-run", lambda: gate)


class _WithPack(Pictures):
    """The map where boundaries were imported: tinted areas, names, borders joined, their licence."""

    def play(self) -> None:
        work = self.hand.wait("the operator is signed in", lambda: self.hand.at_work, 60)
        self.hand.wait("the map is there", lambda: work.map_ready, 60)
        row = self.hand.wait("a report with a place", lambda: self.row(lambda r: r.lat is not None), 60)
        self.hand.select(row.id)
        Pictures(self.console, self._index, "pack-").look_at("operations", lambda: work.window)
        self.hand.wait("enough reports for a heat map", lambda: len(self.rows()) >= 12, 200)
        for scenes in (MapLive, MapAreas, MapHeat):
            scenes(self.console, self._index, "pack-").play()


class _Tour(Pictures):
    def __init__(self, console: ConsoleApp, index: list[dict[str, str]], folder: Path) -> None:
        super().__init__(console, index)
        self._folder = folder

    def play(self) -> None:
        hand = self.hand
        hand.wait("the operator is signed in", lambda: self.console.workplace, 60)
        work = hand.work
        hand.wait("the map is there", lambda: work.map_ready, 60)
        row = hand.wait("a report with a photo", lambda: self.row(lambda r: r.attachments > 0), 60)
        hand.wait("some more reports", lambda: len(self.rows()) >= 6, 120)
        self.look_at("operations-nothing-chosen", lambda: work.window)
        BasemapScenes(self.console, self._index).play()
        self._case(row)
        self._forwarding(row)
        self._trays(row)
        EvidenceScenes(self.console, self._index).play()
        HandlingScenes(self.console, self._index).play(row)
        ClaimScenes(self.console, self._index).play()
        Sending(self.console, self._index).play()
        MapLive(self.console, self._index).play()
        Calls(self.console, self._index).play()
        PlaceScenes(self.console, self._index).play()
        Junk(self.console, self._index).play()
        Handbook(self.console, self._index).play()
        Units(self.console, self._index).play()
        MapHistory(self.console, self._index).play()
        MapAreas(self.console, self._index).play()
        MergingScenes(self.console, self._index).play()
        NearbyScenes(self.console, self._index).play()
        MapHeat(self.console, self._index).play()
        self._shift()
        trouble = Trouble(self.console, self._index, self._folder)
        try:
            trouble.play()
        finally:
            trouble.close()
        self._review()
        Trust(self.console, self._index).play(self._folder)
        Administration(self.console, self._index).play()
        EnrolmentScenes(self.console, self._index).play()

    def _shift(self) -> None:
        scenes = ShiftScenes(self.console, self._index, self._folder)
        try:
            scenes.play()
        finally:
            scenes.close()

    def _case(self, row: QueueRow) -> None:
        hand, work = self.hand, self.hand.work
        hand.select(row.id)
        hand.wait("its photo is decoded", lambda: work.case.body.files.pictures_shown > 0, 30)
        hand.wait("units are suggested", lambda: work.case.body.advice.picked)
        self.look_at("operations-new-report", lambda: work.window)
        hand.decide(Qt.Key.Key_K, row.id)
        hand.wait("officers are sent", lambda: self.has(row, "report.dispatch"))
        hand.wait("an officer is under way", lambda: self.has(row, "unit.en_route"), 60)
        self.look_at("officers-sent", lambda: work.window)

    def _forwarding(self, row: QueueRow) -> None:
        hand, work = self.hand, self.hand.work
        hand.decide(Qt.Key.Key_T, row.id)
        card = hand.wait("the forwarding card opens", lambda: work.case.tray.card)
        self.look_at("forwarding", lambda: work.window)
        hand.press(card, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        hand.wait("the forward is decided", lambda: self.has(row, "report.forward"))
        hand.rest(11.0)
        self.look_at("forwarded-waiting", lambda: work.window)

    def _trays(self, row: QueueRow) -> None:
        hand, work = self.hand, self.hand.work
        for key, screen in ((Qt.Key.Key_H, "ask-reporter"), (Qt.Key.Key_E, "close-case"), (Qt.Key.Key_N, "note")):
            hand.decide(key, row.id)
            card = hand.wait(f"the card of {screen}", lambda: work.case.tray.card)
            self.look_at(screen, lambda: work.window)
            hand.press(card, Qt.Key.Key_Escape)
            work.case.tray.clear()
        sensitive = self.row(lambda r: r.sensitive)
        if sensitive is not None:
            hand.select(sensitive.id)
            self.look_at("sensitive-case", lambda: work.window)

    def _review(self) -> None:
        hand, work = self.hand, self.hand.work
        work.open_review()
        hand.wait("cases to review", lambda: work.review.model.rowCount() > 0, 30)
        work.review.table.selectRow(0)
        hand.rest(1.0)
        self.look_at("review", lambda: work.review)
