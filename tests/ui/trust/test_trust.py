"""A prank becomes a warning, three a block a second person decides; he is heard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from console.desk.standing import TrustFilter, TrustList
from console.domain import acts
from console.domain.person import Actor, Role
from console.domain.report import Report
from console.domain.standing import APPEAL_WITHIN, Appeal, with_appeal
from console.ui.status.line import StatusLine
from console.ui.trust.trust_pane import TrustPane
from console.ui.trust.trust_window import TrustWindow
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.chip import Chip
from tests.worlds.case_window import CaseWindow
from tests.worlds.cases import OPERATOR, SUPERVISOR, a_report

CHIEF = Actor(id="wulan", name="AKP Wulan S.", role=Role.SUPERVISOR, session_id="s8", desk_id="desk-1")
IDS = ("a-rekaan", "n-rekaan")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[CaseWindow]:
    made = CaseWindow(qtbot, tmp_path)
    yield made
    made.close()


def a_prank(number: int) -> Report:
    made = a_report(f"r{number}", f"KJ-{number}", category="other", text="halo halo kapan toko buka")
    return replace(made, reporter=replace(made.reporter, recognised_by=IDS))


def strike(window: CaseWindow, times: int) -> None:
    """So many pranks by one reporter, each disposed of and counted; nothing has been sent yet."""
    for number in range(times):
        window.desk.pass_time(30)
        window.desk.report(a_prank(number))
        window.desk.decide(acts.JunkCase(outcome="prank"), f"r{number}")
        window.desk.decide(acts.StrikeReporter(outcome="prank", evidence="tertawa"), f"r{number}")


def said(widget: QWidget) -> list[str]:
    """Chips and buttons that show."""
    chips = [chip.text() for chip in widget.findChildren(Chip) if chip.isVisible()]
    return chips + [button.text() for button in widget.findChildren(PlainButton) if button.isVisible()]


def list_of(window: CaseWindow, person: Actor) -> TrustPane:
    window.desk.actor = person
    trust = TrustList(window.desk.store, lambda: window.desk.actor, window.desk.now)
    pane = TrustPane(window.parts, trust)
    window.qtbot.addWidget(pane)
    window.relay.changed.connect(pane.take_changes)
    pane.resize(1500, 700)
    pane.show()
    pane.open()
    window.settle()
    return pane


def test_one_key_counts_a_prank_with_its_evidence_and_undo_takes_it_back(window: CaseWindow) -> None:
    window.open(a_prank(0))
    window.desk.decide(acts.JunkCase(outcome="prank"), "r0")
    window.settle()
    assert said(window.pane.body.standing) == ["Beri peringatan · W"]
    window.press(Qt.Key.Key_W)
    field = QApplication.focusWidget()
    assert field.toPlainText().startswith("Hasil: Iseng (Aiptu Dewi R.).")  # type: ignore[union-attr]
    window.write(" Tertawa.")
    act = window.desk.decided()[-1]
    assert isinstance(act, acts.StrikeReporter)
    assert act.evidence.endswith("Tertawa.")
    assert said(window.pane.body.standing) == ["peringatan 1/3", "Cabut peringatan"]
    window.deciding.undo_last()
    window.settle()
    assert said(window.pane.body.standing) == ["Beri peringatan · W"]


def test_a_strike_not_yet_sent_counts_on_his_next_report_too(window: CaseWindow) -> None:
    strike(window, 1)
    window.open(a_prank(7))
    assert said(window.pane.body.standing) == ["peringatan 1/3"]
    window.press(Qt.Key.Key_W)
    assert window.desk.decided()[-1] == acts.StrikeReporter(outcome="prank", evidence="tertawa")


def test_three_strikes_propose_a_block_that_another_person_decides(window: CaseWindow) -> None:
    strike(window, 3)
    window.select("r2")
    assert "blokir diusulkan" in said(window.pane.body.standing)
    assert "Putuskan blokir · W" not in said(window.pane.body.standing)
    pane = list_of(window, SUPERVISOR)
    ((row, *more)) = pane.model.rows
    assert (row.what, row.number, row.kinds, row.strikes, row.own, more) == (
        TrustFilter.PROPOSED, "KJ-2", ("account", "number"), 3, False, [],
    )  # fmt: skip
    window.qtbot.waitUntil(lambda: pane.case.view is not None)
    pane.case.press("W", "r2")
    window.qtbot.keyClick(pane.case.tray.card, Qt.Key.Key_1)
    pane.case.tray.card.field.setPlainText("Tiga kali iseng.")  # type: ignore[union-attr]
    pane.case.tray.card.submit()  # type: ignore[union-attr]
    window.settle()
    assert window.desk.decided()[-1] == acts.DecideBlock(impose=True, grounds="Tiga kali iseng.")
    assert pane.model.rows == ()
    pane.choose(TrustFilter.BLOCKED)
    window.settle()
    assert [r.what for r in pane.model.rows] == [TrustFilter.BLOCKED]
    window.qtbot.waitUntil(lambda: "Buka blokir" in said(pane.case.body.standing))
    pane.stop()


def test_an_appeal_waits_with_its_deadline_for_somebody_who_had_no_part_in_it(window: CaseWindow) -> None:
    strike(window, 3)
    window.desk.actor = SUPERVISOR
    window.desk.decide(acts.DecideBlock(impose=True, grounds="Tiga kali iseng."), "r2")
    window.desk.confirm_all()
    now = window.desk.now()
    for each in window.desk.store.standings():
        appeal = Appeal(id="ap1", report_id="r2", number="KJ-2", text="Itu <b>adik</b> saya.", at=now,
                        deadline=now + APPEAL_WITHIN)  # fmt: skip
        window.desk.put("standing", each.id, with_appeal(each, appeal))
    own = list_of(window, SUPERVISOR)
    assert [(r.what, r.own) for r in own.model.rows] == [(TrustFilter.APPEALS, True)]
    own.stop()
    pane = list_of(window, CHIEF)
    cells = [pane.model.data(pane.model.index(0, n)) for n in range(pane.model.columnCount())]
    assert cells[-1] == "Itu <b>adik</b> saya."
    assert cells[4] == "sisa 7 h 0 j"
    window.qtbot.waitUntil(lambda: "Putuskan permohonan · W" in said(pane.case.body.standing))
    window.desk.pass_time((APPEAL_WITHIN + timedelta(hours=30)).total_seconds())
    pane.take_changes(window.desk.everything())
    window.settle()
    assert pane.model.data(pane.model.index(0, 4)) == "lewat 1 h 6 j"
    pane.case.press("W", "r2")
    window.qtbot.keyClick(pane.case.tray.card, Qt.Key.Key_2)
    pane.case.tray.card.field.setPlainText("Rekaman jelas.")  # type: ignore[union-attr]
    pane.case.tray.card.submit()  # type: ignore[union-attr]
    window.settle()
    assert window.desk.decided()[-1] == acts.DecideAppeal(appeal_id="ap1", granted=False, grounds="Rekaman jelas.")
    pane.stop()


def test_an_operator_reads_that_the_list_is_not_for_him(window: CaseWindow) -> None:
    pane = list_of(window, OPERATOR)
    assert pane.model.rows == ()
    assert pane.lists.closed.isVisible()
    pane.cover()
    pane.stop()


def test_a_supervisor_is_told_how_many_wait_for_his_word(window: CaseWindow) -> None:
    strike(window, 3)
    trust = TrustList(window.desk.store, lambda: window.desk.actor, window.desk.now)
    for person, wanted in ((SUPERVISOR, 1), (OPERATOR, 0)):
        window.desk.actor = person
        told: list[int] = []
        counting = TrustWindow(lambda: TrustPane(window.parts, trust), trust, window.background, counts=True)
        counting.counted.connect(told.append)
        counting.take(window.desk.everything())
        window.settle()
        assert told == [wanted], "who struck does not decide"
    line = StatusLine(window.desk.now, lambda: None)
    window.qtbot.addWidget(line)
    line.offer_review(2)
    assert line.keys.full_text().startswith("2 blokir dan permohonan menunggu Anda · F4")
