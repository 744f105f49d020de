"""Past positions at a desk: asked with a reason, drawn, played, brought in and out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from console.contract.tracks import NearPage, TrackPage
from console.desk.track_files import TrackFormat
from console.desk.track_sheet import TrackSheet
from console.desk.tracks import Tracks
from console.domain.errors import NetworkFault
from console.domain.link import Link, LinkState
from console.domain.passing import passings
from console.domain.report import Status
from console.domain.track import Track, TrackPoint, track_of
from console.ui.background import Background
from console.ui.history.history_parts import HistoryParts
from console.ui.history.history_tool import HistoryTool
from console.ui.history.near_tool import NearTool
from console.ui.map.map_pane import MapPane
from console.ui.map.marks_tool import MarksTool
from console.ui.map.page_event import PageEvent
from console.ui.map.view import MapView
from console.ui.relay import Relay
from console.ui.selection import Selection
from tests.worlds.cases import NOW, UNITS, CaseDesk, a_report

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
BEGUN = NOW - timedelta(minutes=30)
GAP_S = 300


class FarServer:
    """Keeps the tracks; away when told so; notes each question."""

    def __init__(self) -> None:
        self.away = False
        self.asked: list[dict[str, str]] = []
        steps = [(BEGUN + timedelta(seconds=10 * step), -7.98 + step / 1e4) for step in range(60)]
        points = [TrackPoint(at=at, lat=lat, lon=112.63) for at, lat in steps]
        self.kept = {UNITS[0].id: track_of(UNITS[0].id, points)}

    def tracks(self, query: dict[str, str]) -> TrackPage:
        self._note(query)
        return TrackPage(tracks=tuple(self.kept.get(each, Track(unit_id=each)) for each in query["units"].split(",")))

    def near(self, query: dict[str, str]) -> NearPage:
        self._note(query)
        since, until = (datetime.fromisoformat(query[name]) for name in ("since", "until"))
        lat, lon, radius_m = (float(query[name]) for name in ("lat", "lon", "radius_m"))
        return NearPage(passings=passings(self.kept.values(), lat, lon, radius_m, since, until, GAP_S))

    def link(self) -> Link:
        return Link(state=LinkState.OFFLINE if self.away else LinkState.LIVE, since=NOW)

    def subscribe(self, _callback):
        return lambda: None

    def server_now(self) -> datetime:
        return NOW

    def _note(self, query: dict[str, str]) -> None:
        self.asked.append(query)
        if self.away:
            raise NetworkFault("unreachable", "nobody answers")


class Desk:
    """The tools over a map whose page is never begun: what it is wanted to show stands in its wish."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot, self.case, self.server = qtbot, CaseDesk(folder), FarServer()
        self.pane = MapPane(MapView(RESOURCES, self.case.now, waits=True))
        qtbot.addWidget(self.pane)
        self.background, self.selection, marks = Background(self.pane), Selection(), MarksTool(self.pane)
        self.officers, self.relay = marks.officers, Relay(self.pane)
        self.case.store.subscribe(self.relay.take)
        parts = HistoryParts(
            pane=self.pane, tracks=Tracks(self.server, self.server), book=self.case.book, background=self.background,
            selection=self.selection, relay=self.relay, officers=marks.officers, now=self.case.now,
            stale_after_s=lambda: GAP_S, zone=lambda: ZoneInfo("Asia/Jakarta"), person="Aiptu Dewi R. (rekaan)",
        )  # fmt: skip
        self.history = HistoryTool(parts)
        self.near = NearTool(parts, self.history.show_units)
        self.pane.resize(1000, 700)
        self.pane.show()

    @property
    def layers(self) -> dict[str, dict]:
        return self.pane.view._wish.layers  # type: ignore[return-value]

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.background.idle)

    def ask(self) -> None:
        self.history.side.show_button.click()
        self.settle()

    def close(self) -> None:
        self.history.stop()
        self.background.stop()
        self.relay.close()
        self.pane.view.close_map()
        self.case.close()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path)
    yield made
    made.close()


def test_a_case_is_why_and_when_and_its_track_is_played_with_the_officers_of_now_put_aside(desk: Desk) -> None:
    report = desk.case.report(a_report("r1", "KJ-2611-0042", received_at=BEGUN))
    desk.selection.select(report.id)
    desk.history.button.click()
    desk.settle()
    assert not desk.history.side.why.field.isVisible()
    desk.history.add_units((UNITS[0],))
    desk.ask()
    (asked,) = desk.server.asked
    # The end is the minute after now: nothing of the last seconds is missing.
    assert datetime.fromisoformat(asked["until"]) >= NOW
    assert (asked["report"], asked.get("reason")) == ("r1", None)
    assert desk.pane.foot is desk.history.replay.foot
    assert not desk.officers.isChecked()
    slider = desk.history.replay.foot.slider
    assert [mark.at for mark in slider.marks] == [BEGUN]
    # The case goes on while its past is looked at: later than the slider's end, and the instant stays.
    slider.go_to(BEGUN + timedelta(minutes=2))
    ended = NOW + timedelta(minutes=9)
    desk.case.report(replace(report, status=Status.CLOSED, closed_at=ended, outcome="handled_on_scene"))
    desk.qtbot.waitUntil(lambda: [mark.at for mark in slider.marks] == [BEGUN, ended])
    assert (slider.until, slider.instant) == (ended, BEGUN + timedelta(minutes=2))
    desk.history.replay.foot.slider.go_to(BEGUN + timedelta(minutes=5))
    desk.qtbot.waitUntil(lambda: _at(desk) == BEGUN + timedelta(minutes=5))
    (unit,) = desk.layers["instant"]["units"]
    assert unit["lat"] == pytest.approx(-7.977)
    json.dumps(desk.layers)
    desk.history.replay.foot.close_button.click()
    assert not {"tracks", "instant"} & desk.layers.keys()
    assert desk.pane.foot is None
    assert desk.officers.isChecked()


def test_without_a_case_nothing_is_asked_before_somebody_says_why(desk: Desk) -> None:
    desk.history.show_units((UNITS[0].id,))
    desk.settle()
    desk.ask()
    assert desk.server.asked == []
    desk.history.side.why.field.setText("pengaduan warga")
    desk.ask()
    assert desk.server.asked[0]["reason"] == "pengaduan warga"


def test_offline_and_nothing_recorded_are_said(desk: Desk) -> None:
    desk.history.show_units((UNITS[1].id,))
    desk.settle()
    desk.history.side.why.field.setText("latihan")
    desk.ask()
    assert "recorded" in desk.history.side.said.text()
    assert desk.pane.foot is None
    desk.server.away = True
    desk.ask()
    assert "server" in desk.history.side.said.text()
    assert desk.history.side.show_button.isEnabled()


def test_an_export_is_asked_anew_so_that_it_is_recorded(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.history.show_units((UNITS[0].id,))
    desk.settle()
    desk.history.side.why.field.setText("laporan")
    desk.ask()
    written: list[str] = []

    def answer(sheet: TrackSheet, form: TrackFormat, name: str) -> None:
        """The person chose where to in the dialog."""
        written.append(sheet.watermark)
        desk.history.files.export(sheet, form, tmp_path / f"{name}.{form}")

    monkeypatch.setattr(desk.history.files, "ask_export", answer)
    desk.history.side.exports[TrackFormat.GPX].click()
    desk.qtbot.waitUntil(lambda: any(tmp_path.glob("*.gpx")) and desk.background.idle)
    assert [each["reason"] for each in desk.server.asked] == ["laporan", "export gpx: laporan"]
    assert "Dewi" in written[0]
    assert desk.history.side.said.text().startswith("60 ")


def test_a_file_is_shown_in_grey_with_its_flaws_and_taken_off_again(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "hp.gpx"
    file.write_text('<gpx><trk><trkseg><trkpt lat="-7.9" lon="112.6"/><trkpt lat="x" lon="1"/></trkseg></trk></gpx>')
    desk.history.open()
    desk.history.files.bring(file, desk.history.take_file)
    desk.settle()
    assert "line 1, point 2" in desk.history.side.flaws.text()
    assert len(desk.layers["tracks"]["tracks"]) == 1
    assert len(desk.history.side.listed) == 1
    desk.history._drop_file(0)
    assert "tracks" not in desk.layers
    file.write_text("<!DOCTYPE gpx [<!ENTITY a 'b'>]><gpx/>")
    desk.history.files.bring(file, desk.history.take_file)
    desk.settle()
    assert "refused" in desk.history.side.said.text()


def test_who_was_near_a_place_picked_on_the_map(desk: Desk) -> None:
    desk.near.button.click()
    desk.settle()
    desk.near.side.pick.click()
    assert desk.layers["near"]["picking"] is True
    desk.pane.view.said.emit(PageEvent(kind="tool", id="near", lat=-7.978, lon=112.6301))
    assert desk.layers["near"] == {"picking": False, "lat": -7.978, "lon": 112.6301, "radius_m": 200}
    desk.near.side.why.field.setText("saksi melihat petugas")
    desk.near.side.ask_button.click()
    desk.settle()
    (card,) = desk.near.side.cards
    assert card.accessibleName() == UNITS[0].call_sign
    desk.near.side.tracks_button.click()
    desk.settle()
    assert desk.pane.side is desk.history.side
    assert "near" not in desk.layers
    assert [row.accessibleName() for row in desk.history.side.listed] == [UNITS[0].call_sign]


def _at(desk: Desk) -> datetime | None:
    shown = desk.layers.get("instant")
    return datetime.fromtimestamp(shown["at"] / 1000, BEGUN.tzinfo) if shown else None
