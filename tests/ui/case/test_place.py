"""The place of a case: what lies near, and its correction by key, name and map."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.areas.area import Area
from console.areas.index import AreaIndex
from console.desk.places import Places
from console.domain.acts import DispatchUnits, SetPlace
from console.domain.landmark import Landmark, Landmarks
from console.domain.place import AreaMethod, Place, Provenance
from console.ui.case.place_card import PlaceCard
from tests.worlds.case_window import CaseWindow
from tests.worlds.cases import a_report

Key = Qt.Key
KASIN = Area(code="35.73.02.1002", name="Kasin", lat=-7.9890, lon=112.6260, district="Klojen", city="Kota Malang")
STATION = Landmark(id="s", name="Stasiun Rekaan", kind="stasiun", lat=-7.9775, lon=112.6340)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[CaseWindow]:
    made = CaseWindow(qtbot, tmp_path)
    made.desk.put("landmarks", "landmarks", Landmarks(revision=1, places=(STATION,)))
    store = made.desk.store
    made.desk.book.finder = Places(AreaIndex(None, (KASIN,)), store.site, store.handbook.landmarks)
    yield made
    made.close()


def card_of(window: CaseWindow) -> PlaceCard:
    card = window.pane.tray.card
    assert isinstance(card, PlaceCard)
    return card


def type_words(window: CaseWindow, words: str) -> None:
    window.qtbot.keyClicks(QApplication.focusWidget(), words)
    window.settle()


def test_a_name_typed_after_one_key_corrects_the_place_and_units_under_way_are_named(window: CaseWindow) -> None:
    report = a_report("r1", "KJ-1")
    window.open(report)
    assert window.pane.body.place.said().splitlines()[1] == "90 m di timur Stasiun Rekaan"
    window.desk.decide(DispatchUnits(unit_ids=("u12",), fewer_because="dekat"), "r1")
    window.desk.confirm_all()
    window.desk.pass_time(5)
    window.settle()
    window.press(Key.Key_D)
    assert card_of(window).field.hasFocus()
    assert card_of(window).offered == ("dibaca ulang", "dipastikan petugas")
    type_words(window, "kas")
    assert card_of(window).offered == ("Kasin", "“kas”", "“kas”")
    window.press(Key.Key_Return)
    [act] = window.desk.decided()
    assert isinstance(act, SetPlace)
    assert (act.place.area_name, act.place.words, act.place.lat) == ("Kasin", "Kasin", -7.9890)
    assert act.place.area_method is AreaMethod.NEAREST
    assert act.was == report.place
    assert window.pane.tray.card is None
    assert window.pane.hasFocus()
    window.qtbot.waitUntil(lambda: window.view.untold == ("U12",))
    window.settle()
    assert "belum dilihat oleh U12" in window.pane.body.place.said()
    assert "Kel. Kasin" in window.pane.body.place.said()


def test_reading_it_back_makes_it_surer_and_esc_decides_nothing(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1"))
    window.press(Key.Key_D)
    window.press(Key.Key_Escape)
    assert window.pane.tray.card is None
    assert window.desk.decided() == []
    window.press(Key.Key_D)
    window.press(Key.Key_Down)
    window.press(Key.Key_Return)
    [act] = window.desk.decided()
    assert isinstance(act, SetPlace)
    assert act.place == replace(a_report("r1", "KJ-1").place, provenance=Provenance.OFFICER)


def test_a_click_on_the_map_answers_the_open_card_only(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1"))
    assert not window.pane.acts.places.point(-7.9891, 112.6261)
    window.press(Key.Key_D)
    type_words(window, "gang buntu")
    assert window.pane.acts.places.point(-7.9891, 112.6261)
    window.settle()
    assert card_of(window).offered[0] == "Titik yang diklik di peta"
    window.press(Key.Key_Return)
    [act] = window.desk.decided()
    assert isinstance(act, SetPlace)
    assert (act.place.lat, act.place.area_name, act.place.words) == (-7.9891, "Kasin", "gang buntu")


def test_words_alone_stand_beside_the_point_or_without_one(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1", place=Place(words="entah")))
    window.press(Key.Key_D)
    type_words(window, "rumah pak lurah")
    window.press(Key.Key_Return)
    [act] = window.desk.decided()
    assert isinstance(act, SetPlace)
    assert act.place == Place(words="rumah pak lurah", provenance=Provenance.REPORTER)


def test_an_ended_case_says_why_its_place_stays(window: CaseWindow) -> None:
    window.open(replace(a_report("r1", "KJ-1"), closed_by="Sari", outcome="nothing_found", status="closed"))
    window.press(Key.Key_D)
    assert window.pane.tray.card is None
    assert not window.pane.body.place.correct.isEnabled()


def test_a_photo_taken_far_from_the_place_is_a_red_line_until_the_place_is_corrected(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1"))
    line = window.pane._sheet.elsewhere
    window.pane.body.files.measured.emit(1, 400.0)
    assert not line.isVisible()
    window.pane.body.files.measured.emit(2, 4_200.0)
    assert "Foto 2 diambil 4,2 km dari tempat yang dilaporkan" in line.text()
    window.desk.decide(SetPlace(place=Place(lat=-7.94, lon=112.64, provenance=Provenance.READ_BACK)), "r1")
    window.qtbot.waitUntil(lambda: not line.isVisible())
