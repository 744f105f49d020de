"""Nothing leaves without an address, a text and a yes; it is followed until taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.domain import acts
from console.domain.casework.events import forward_failed, forward_sent
from console.ui.forwarding.forward_card import ForwardCard
from console.ui.forwarding.forward_row import ForwardRow
from tests.worlds.case_window import CaseWindow
from tests.worlds.cases import AGENCIES, SITE, a_report


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[CaseWindow]:
    made = CaseWindow(qtbot, tmp_path)
    yield made
    made.close()


def a_card(window: CaseWindow, decided: list[acts.ForwardCase], **more: object) -> ForwardCard:
    agencies = (replace(AGENCIES[0], email=""), *AGENCIES[1:])
    card = ForwardCard(a_report("r1", "KJ-1", **more), SITE, agencies, decided.append)
    window.qtbot.addWidget(card)
    card.show()
    return card


def test_without_an_address_or_a_text_nothing_can_be_forwarded(window: CaseWindow) -> None:
    decided: list[acts.ForwardCase] = []
    card = a_card(window, decided)
    card.submit()
    card.choose("rssa")
    card.submit()
    card.choose("pln")
    card.field.setPlainText("   ")
    card.submit()
    assert decided == []
    card.field.setPlainText("Tiang listrik miring")
    card.submit()
    assert decided == [acts.ForwardCase(agency_id="pln", text="Tiang listrik miring", hold_s=10)]


def test_a_number_key_chooses_an_agency_and_typing_does_not(window: CaseWindow) -> None:
    decided: list[acts.ForwardCase] = []
    card = a_card(window, decided)
    card.setFocus()
    window.qtbot.keyClick(card, Qt.Key.Key_2)
    assert "siaga@pln.example" in card._to.text()
    window.qtbot.keyClicks(card.field, "3")
    assert "siaga@pln.example" in card._to.text()


def test_only_an_urgent_case_says_to_ring_as_well(window: CaseWindow) -> None:
    urgent = a_card(window, [])
    urgent.choose("pln")
    assert "+62 800 000 0102" in urgent._ring.text()
    ordinary = a_card(window, [], category="power_line")
    ordinary.choose("pln")
    assert not ordinary._ring.isVisible()


def test_a_forward_is_followed_from_held_to_late(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1"))
    forward_id = window.desk.decide(acts.ForwardCase(agency_id="rssa", text="tolong"), "r1")
    window.desk.confirm_all()
    window.settle()
    row: ForwardRow = window.pane.body.forwards._rows[0]
    assert row._state.text() == "keluar dalam 0:10"
    report = window.desk.store.report("r1")
    assert report is not None
    failed = forward_failed(report, forward_id, window.desk.now_at, "452 mailbox full")
    window.desk.report(failed)
    window.settle()
    assert "dicoba lagi" in row._state.text()
    assert "452 mailbox full" in row._state.toolTip()
    window.desk.report(forward_sent(failed, forward_id, window.desk.now_at + timedelta(seconds=20)))
    window.settle()
    assert row._state.text() == "terkirim 14:07 · belum dipastikan · 3:00"
    row.tick(window.desk.now_at + timedelta(seconds=200))
    assert row._state.text().endswith("lewat 0:20")
