"""The map widget around its page: waiting, crashing, reviving, closing."""

from __future__ import annotations

import os
import signal

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from console.ui import theme
from console.ui.map.view import MapView
from console.ui.texts.language import Language
from tests.ui.map.conftest import CENTRE, NOW, RESOURCES, Shown, officer

LEGEND = "document.querySelector('.chip-legend').textContent"


def _kill_page(shown: Shown) -> None:
    browser = shown.view.browser
    assert browser is not None
    os.kill(browser.page.renderProcessPid(), signal.SIGKILL)


def test_a_page_that_dies_comes_back_once_with_everything_on_it_then_says_so(fresh_map: Shown) -> None:
    view = fresh_map.view
    fresh_map.show(officer("u1", label="U1"))
    fresh_map.wait(view.painted, lambda: fresh_map.wait(view.ready, lambda: _kill_page(fresh_map)))
    assert fresh_map.ask("sigap.kindOf('u1')") == "available"
    assert not view.panel.isVisible()
    fresh_map.wait(view.failed, lambda: _kill_page(fresh_map))
    assert view.panel.isVisible()
    assert view.panel.failed
    assert view.panel.sentence == "The map cannot be shown"
    fresh_map.wait(view.ready, view.panel.again.emit)
    assert not view.panel.isVisible()


def test_what_is_shown_before_the_page_is_ready_is_on_it(fresh_map: Shown) -> None:
    view = MapView(RESOURCES, lambda: NOW, theme="light")
    view.resize(400, 300)
    number = view.show_officers([officer("early")])
    assert view.panel.sentence == "Preparing the map…"
    assert fresh_map.wait(view.painted, view.show) == (number,)
    view.close_map()
    view.close()
    view.deleteLater()


def test_a_map_closed_before_it_was_ready_leaves_nothing(qapp) -> None:  # type: ignore[no-untyped-def]
    view = MapView(RESOURCES, lambda: NOW)
    view.show()
    view.close_map()
    view.close_map()
    view.close()
    view.deleteLater()


@pytest.mark.logs_errors("the page could not be made")
def test_a_map_without_its_files_says_so_and_the_console_lives(qtbot, tmp_path) -> None:  # type: ignore[no-untyped-def]
    view = MapView(tmp_path, lambda: NOW)
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.failed):
        view.show()
    assert view.panel.failed
    view.close_map()


def test_a_picture_may_be_taken_once_the_map_has_settled(fresh_map: Shown) -> None:
    view = fresh_map.view
    view.set_theme("light")
    view.resize(500, 400)
    number = 0

    def settle() -> None:
        nonlocal number
        number = view.settle()

    assert fresh_map.wait(view.settled, settle) == (number,)
    assert fresh_map.ask("document.querySelectorAll('img.leaflet-tile:not(.leaflet-tile-loaded)').length") == 0
    assert fresh_map.ask("[innerWidth, innerHeight]") == [500, 400]


def test_the_map_wears_what_the_console_wears(fresh_map: Shown, qapp) -> None:  # type: ignore[no-untyped-def]
    try:
        theme.dress(qapp, RESOURCES, "light", 150)
        assert fresh_map.ask("document.documentElement.dataset.theme") == "light"
        assert fresh_map.ask("devicePixelRatio") == 1.5
    finally:
        theme.dress(qapp, RESOURCES)
    assert fresh_map.ask("document.documentElement.dataset.theme") == "dark"


def test_the_map_never_takes_the_focus_from_where_a_person_types(qtbot) -> None:  # type: ignore[no-untyped-def]
    window = QWidget()
    layout = QVBoxLayout(window)
    field = QLineEdit()
    layout.addWidget(field)
    view = MapView(RESOURCES, lambda: NOW, parent=window)
    layout.addWidget(view)
    qtbot.addWidget(window)
    with qtbot.waitSignal(view.ready, timeout=20_000):
        window.show()
        window.activateWindow()
        field.setFocus()
    with qtbot.waitSignal(view.painted, timeout=20_000):
        view.show_officers([officer("u1")])
    view.select_report("r", *CENTRE)
    assert window.focusWidget() is field
    view.close_map()


def test_a_switch_of_language_reaches_the_page(fresh_map: Shown, qtbot, qapp) -> None:  # type: ignore[no-untyped-def]
    language = Language(qapp, RESOURCES / "translations")
    try:
        for code, words in (("id", "menuju TKP"), ("en", "en route"), ("id", "menuju TKP")):
            language.speak(code)
            qtbot.waitUntil(lambda words=words: words in str(fresh_map.ask(LEGEND)))
    finally:
        language.speak("en")
        language.deleteLater()
