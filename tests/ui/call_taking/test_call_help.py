"""F2 helps while typing: warnings, answers to read out, what words suggest, drafts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec import Raw
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.contract.caller import number_tag
from console.contract.codec import encode
from console.contract.feed import ChangeRow, ChangesPage
from console.domain.acts import Act, CloseCase, FileReport
from console.domain.answer import Answers, StandardAnswer
from console.domain.hazard import Hazard, HazardKind
from console.domain.report import ReportKind
from console.ui.case.answer_card import AnswerCard
from console.ui.case.answer_sheet import AnswerSheet
from tests.worlds.call_desk import KEY, CallWindow
from tests.worlds.queue_window import NOW

CTRL = Qt.KeyboardModifier.ControlModifier
SIM = StandardAnswer(id="sim", topic="SIM", title="Perpanjangan SIM", text="Bawa SIM lama dan KTP.", words=("sim",))
STNK = StandardAnswer(id="stnk", topic="STNK", title="Pajak kendaraan", text="Bawa STNK.", words=("pajak",))


def a_hazard(kind: HazardKind, words: str, **more: object) -> Hazard:
    values: dict[str, object] = {
        "id": words, "kind": kind, "words": words, "set_by_id": "x", "set_by_name": "Aiptu Dewi", "set_at": NOW,
        "expires_at": NOW + timedelta(days=9), "report_id": "r", "number": "KJ-2611-0001", **more,
    }  # fmt: skip
    return Hazard(**values)  # type: ignore[arg-type]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[CallWindow]:
    made = CallWindow(qtbot, tmp_path)
    hazards = (
        a_hazard(HazardKind.PLACE, "Anjing galak", lat=-7.94, lon=112.64, radius_m=200),
        a_hazard(HazardKind.PERSON, "Pernah menyerang petugas", recognised_by=(number_tag(KEY, "+628000005678"),)),
        a_hazard(HazardKind.PLATE, "Sopir membawa celurit", plate="N1234AB"),
    )
    tell(made, Answers(revision=1, answers=(STNK, SIM)), *hazards)
    yield made
    made.close()


def tell(desk: CallWindow, *things: Answers | Hazard) -> None:
    """The server told the desk of these."""
    rows = tuple(
        ChangeRow(
            seq=900 + n, kind="answers" if isinstance(thing, Answers) else "hazard", id=thing.id, revision=1,
            body=Raw(encode(thing)),
        )
        for n, thing in enumerate(things)
    )  # fmt: skip
    epoch, _ = desk.store.cursor()
    page = ChangesPage(epoch=epoch or "e", oldest_seq=1, next_seq=990, more=False, server_time=NOW, rows=rows)
    desk.store.apply_page(page)


def acts_of(desk: CallWindow) -> list[Act]:
    return [row.decision.act for row in desk.store.waiting()]


def test_what_to_beware_of_stands_above_the_form_while_it_is_typed(desk: CallWindow) -> None:
    desk.f2()
    beware = desk.pane.beware
    assert beware.isHidden()
    desk.type(phone="0800 000 5678")
    desk.wait(lambda: not beware.isHidden())
    assert beware.words().startswith("Waspada: Pernah menyerang petugas, pelapor")
    desk.type(text="mobil n 1234 ab ugal-ugalan")
    desk.wait(lambda: "celurit" in beware.words())
    desk.pane.point(-7.9405, 112.6405)
    desk.wait(lambda: "Anjing galak" in beware.words())
    assert "Cabut" not in beware.words()
    desk.pane.cover()
    assert beware.isHidden()


def test_an_answer_is_found_read_out_and_filed_as_information_given_in_three_keys(desk: CallWindow) -> None:
    desk.f2()
    pane = desk.pane
    desk.type(name="Ibu rekaan")
    desk.qtbot.keyClick(pane.fields.text, Qt.Key.Key_J, CTRL)
    desk.wait(lambda: isinstance(pane.tray.card, AnswerCard))
    desk.qtbot.keyClicks(QApplication.focusWidget(), "sim")
    desk.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    desk.wait(lambda: isinstance(pane.tray.card, AnswerSheet))
    desk.qtbot.keyClick(pane.tray.card, Qt.Key.Key_1)
    desk.wait(lambda: len(acts_of(desk)) == 2)
    filed, closed = acts_of(desk)
    assert isinstance(filed, FileReport)
    assert (filed.kind, filed.category, filed.number) == (ReportKind.INFORMATION, "information", "IN-2611-0007")
    assert closed == CloseCase(outcome="information_given", note="Perpanjangan SIM")
    desk.wait(lambda: pane.card.isVisible())
    assert pane.card.number.text() == "IN-2611-0007"
    desk.wait(lambda: "informasi diberikan" in pane.card.kept.text())
    desk.wait(lambda: desk.calls.drafts() == ())


def test_what_tells_of_danger_is_not_filed_as_information(desk: CallWindow) -> None:
    desk.f2()
    pane = desk.pane
    pane.fields.matter.priority_chosen.emit(1)
    desk.qtbot.keyClick(pane.fields.text, Qt.Key.Key_J, CTRL)
    desk.wait(lambda: isinstance(pane.tray.card, AnswerCard))
    desk.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    desk.wait(lambda: isinstance(pane.tray.card, AnswerSheet))
    desk.qtbot.keyClick(pane.tray.card, Qt.Key.Key_1)
    assert acts_of(desk) == []
    desk.qtbot.keyClick(pane.tray.card, Qt.Key.Key_2)
    desk.wait(lambda: pane.tray.card is None)
    assert pane.fields.text.toPlainText() == "Dibacakan: Pajak kendaraan"
    assert pane.form is not None
    assert pane.form.filed_at is None


def test_what_the_words_suggested_is_kept_beside_what_the_person_chose(desk: CallWindow) -> None:
    desk.f2()
    desk.type(place="Simpang rekaan", text="tabrakan dua motor")
    desk.wait(lambda: desk.pane.file_button.isEnabled())
    desk.pane.fields.matter.category_chosen.emit("traffic_jam")
    desk.pane.file()
    desk.wait(lambda: desk.pane.card.isVisible())
    [act] = acts_of(desk)
    assert isinstance(act, FileReport)
    assert act.triage is not None
    assert (act.triage.category, act.triage.words) == ("traffic_accident", ("tabrakan",))
    assert (act.category, act.chose) == ("traffic_jam", ("category",))
    shown = desk.store.shown(desk.store.waiting()[0].decision.subject.id)
    assert shown is not None
    assert shown.report.triage == act.triage


def test_a_draft_says_where_it_is_and_a_colleagues_is_offered_by_name(desk: CallWindow) -> None:
    form = desk.calls.begin()
    desk.calls.keep(replace(form, text="kebakaran kecil", by_id="joko", by_name="Joko (rekaan)"))
    desk.f2()
    pane = desk.pane
    assert pane.fields.text.toPlainText() == "", "it is his, not hers"
    [line] = [each for each in pane.fields.drafts.lines if not each.isHidden()]
    assert "Joko (rekaan)" in line.accessibleName()
    desk.type(text="pohon")
    desk.wait(lambda: not pane.fields.drafts.kept.isHidden())
    assert "hanya di komputer ini" in pane.fields.drafts.kept.text()
    desk.qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    desk.wait(lambda: pane.fields.text.toPlainText() == "kebakaran kecil")
    assert pane.form is not None
    assert pane.form.by_name == "Sari W."
    desk.wait(lambda: [each.text for each in desk.calls.drafts()] == ["kebakaran kecil", "pohon"])
