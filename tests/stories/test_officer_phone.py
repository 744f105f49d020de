"""An officer's phone in Chromium: what he answers in a dead zone arrives, and once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile
from pytestqt.qtbot import QtBot

from console.domain.acts import DispatchUnits, TickFacts
from console.domain.report import AssignmentStatus
from tests.worlds.central import Central, running


class Phone:
    """A browser with the officer's page open."""

    def __init__(self, qtbot: QtBot, address: str) -> None:
        self._qtbot = qtbot
        self._profile = QWebEngineProfile()
        self.page = QWebEnginePage(self._profile)
        with qtbot.waitSignal(self.page.loadFinished, timeout=20_000):
            self.page.load(QUrl(address))

    def ask(self, script: str) -> object:
        """What a script finds on the page."""
        answers: list[object] = []
        self.page.runJavaScript(script, 0, answers.append)
        self._qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
        return answers[0]

    def until(self, script: str) -> None:
        """Wait for the page."""
        self._qtbot.waitUntil(lambda: self.ask(script) is True, timeout=20_000)

    def press(self, name: str) -> None:
        """Press the button of the form with that name."""
        self.ask(f"document.querySelector('form[data-name=\"{name}\"] button').click()")

    def close(self) -> None:
        """Page before profile."""
        for each in (self.page, self._profile):
            with self._qtbot.waitSignal(each.destroyed, timeout=10_000):
                each.deleteLater()


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    with running(tmp_path) as made:
        yield made


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Callable[[str], Phone]]:
    phones: list[Phone] = []

    def make(address: str) -> Phone:
        phones.append(Phone(qtbot, address))
        return phones[-1]

    yield make
    for phone in phones:
        phone.close()


def test_what_he_answers_in_a_dead_zone_arrives_once_and_at_its_own_time(
    central: Central, qtbot: QtBot, opened: Callable[[str], Phone]
) -> None:
    central.make_unit("patroli-1")
    desk = central.sign_in("sari")
    report_id = central.report_in(central.make_source(), text="pencurian")
    desk.decide(DispatchUnits(unit_ids=("patroli-1",)), report_id, base_version=1)
    desk.decide(TickFacts(armed=True), report_id, token=1)
    path = central.post("/v1/admin/units/patroli-1/link", headers=central.admin).json()["path"]

    def status() -> AssignmentStatus:
        return central.report(report_id).assignments[0].status

    phone = opened(central.address + path)
    assert "bersenjata" in str(phone.ask("document.querySelector('main').textContent"))
    phone.press("Terima")
    qtbot.waitUntil(lambda: status() is AssignmentStatus.ACCEPTED, timeout=20_000)
    phone.until("document.querySelector('main').textContent.includes('diterima')")

    central.go_away()
    phone.press("Menuju TKP")
    phone.until("document.querySelector('p.box').textContent.includes('Menunggu sinyal')")
    assert "bersenjata" in str(phone.ask("document.querySelector('main').textContent"))
    central.come_back()
    phone.ask("dispatchEvent(new Event('online'))")
    qtbot.waitUntil(lambda: status() is AssignmentStatus.EN_ROUTE, timeout=20_000)
    phone.until("document.querySelector('p.box').hidden")
    kinds = [entry.kind for entry in central.report(report_id).timeline]
    assert kinds.count("unit.en_route") == 1
