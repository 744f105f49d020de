"""Time and place of files, the doubt they raise, and what they show, ticked beside them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QRectF, Qt
from pytestqt.qtbot import QtBot

from console.desk.attachments import ShotFacts, ShotPaper
from console.domain import acts
from console.domain.attachment import Attachment
from console.domain.file_claim import FileClaim
from console.domain.place import Place
from console.domain.queue_row import QueueOrder
from console.domain.report import Report
from console.store.row import queue_row
from console.ui.attachments.claim_drawing import ClaimDrawing
from console.ui.attachments.claims_section import ClaimsSection
from console.ui.attachments.evidence_side import EvidenceSide
from console.ui.attachments.viewer import Viewer
from console.ui.case.doubt_strip import DoubtStrip
from console.ui.queue.words import row_sentence, standing_words
from console.ui.texts.times import age_counter, length_words, minutes_seconds
from tests.worlds.case_window import CaseWindow
from tests.worlds.cases import NOW, a_report

WIB = ZoneInfo("Asia/Jakarta")
NORTH_12_KM = -7.9775 + 12_000 / 111_195


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[CaseWindow]:
    """Without the jail: nothing is decoded here, what is known of files was told by another desk."""
    made = CaseWindow(qtbot, tmp_path)
    made.decoder.close()
    yield made
    made.close()


def photo(file_id: str = "f1") -> Attachment:
    return Attachment(
        id=file_id, name="a.jpg", media_type="image/jpeg", size_bytes=9, sha256="0" * 64, received_at=NOW
    )


def doubted(report_id: str = "r1", **more: object) -> Report:
    """Another desk told that its photo is three days older and was taken twelve kilometres away."""
    taken_at = NOW - timedelta(days=3, minutes=2)
    claim = FileClaim(file_id="f1", taken_at=taken_at, taken_sure=True, lat=NORTH_12_KM, lon=112.6348)
    return a_report(report_id, f"KJ-{report_id}", **{"attachments": (photo(),), "file_claims": (claim,)} | more)


def beside(window: CaseWindow) -> tuple[Viewer, EvidenceSide]:
    window.pane.body.files.chosen.emit(0)
    viewer = window.pane.viewing.viewer
    assert viewer is not None
    side = viewer.findChild(EvidenceSide)
    assert side is not None
    window.settle()
    return viewer, side


def test_a_doubt_told_by_another_desk_is_red_in_the_case_marked_at_its_head_and_beside_dispatch(
    window: CaseWindow,
) -> None:
    window.open(doubted())
    body = window.pane.body
    assert body.claims.full_text() == "foto 1: 3 hari sebelum laporan, 12,0 km dari lokasi laporan"
    assert body.claims.property("role") == "bad"
    assert "berkas diragukan" in window.pane.header._doubt.text()
    assert "Berkas 1 dibuat 3 hari sebelum laporan" in window.pane.header._doubt.toolTip()
    beside_dispatch = window.pane._sheet.elsewhere
    assert not beside_dispatch.isHidden()
    assert beside_dispatch.text().startswith("Foto 1 diambil 12,0 km")
    film = doubted("r3", attachments=(Attachment(
        id="f1", name="a.mp4", media_type="video/mp4", size_bytes=9, sha256="0" * 64, received_at=NOW
    ),))  # fmt: skip
    window.open(film)
    assert beside_dispatch.text().startswith("Berkas 1 dibuat 12,0 km")


def test_the_queue_row_says_it_too_and_stands_where_it_stood() -> None:
    report = doubted()
    row = queue_row(report)
    assert "File 1 was made 3 days before the report, 12.0 km from the reported place." in standing_words(
        row, QueueOrder.URGENT, NOW
    )
    assert "File 1 was made" in row_sentence(row)
    calm = queue_row(a_report("r1", "KJ-1", attachments=(photo(),)))
    assert (row.urgency, calm.doubts) == (calm.urgency, ())


def test_a_sensitive_case_shows_no_line_of_it_before_it_is_opened(window: CaseWindow) -> None:
    window.open(doubted(category="domestic_violence"))
    assert window.view.hidden
    assert window.pane.body.claims.isHidden()
    assert window.pane.header._doubt.isHidden()


def test_a_weapon_ticked_by_its_number_in_the_viewer_is_the_cases_own_tick_and_sends_more(window: CaseWindow) -> None:
    window.open(doubted())
    viewer, side = beside(window)
    assert side.ticks.send.text().startswith("Kirim 3 petugas:")
    window.qtbot.keyClick(viewer, Qt.Key.Key_2)
    window.settle()
    assert window.desk.decided()[-1] == acts.TickFacts(armed=True)
    assert side.ticks.chips["armed"].text() == "2 ☑ senjata"
    assert window.pane.body.ticks.chips["armed"].text() == "☑ senjata"
    assert side.ticks.send.text().startswith("Kirim 5 petugas:")
    assert side.ticks.send.text().split(". ")[0] in window.pane.body.advice._crew.text()
    window.qtbot.keyClick(viewer, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    window.settle()
    assert isinstance(window.desk.decided()[-1], acts.Undo)
    assert side.ticks.chips["armed"].text() == "2 ☐ senjata"
    viewer.close()


def test_a_number_pressed_before_the_case_is_read_is_not_lost(window: CaseWindow) -> None:
    window.open(doubted())
    viewer, side = beside(window)
    side.ticks.clear()
    side.ticks.show_report("r1")
    assert not side.ticks.chips["armed"].isEnabled(), "nothing is known of the case yet"
    window.qtbot.keyClick(viewer, Qt.Key.Key_2)
    window.settle()
    assert window.desk.decided()[-1] == acts.TickFacts(armed=True)
    assert side.ticks.chips["armed"].text() == "2 ☑ senjata"
    viewer.close()


def test_q_and_a_number_settle_the_doubt_in_the_case_and_the_mark_says_who_found_what(window: CaseWindow) -> None:
    window.open(doubted())
    window.press(Qt.Key.Key_Q)
    card = window.pane.tray.card
    assert isinstance(card, DoubtStrip)
    assert card.title.text().startswith("Berkas 1, dibuat 3 hari sebelum laporan, 12,0 km dari")
    window.press(Qt.Key.Key_1)
    assert window.desk.decided()[-1] == acts.SettleDoubt(file_id="f1", finding="explained")
    header = window.pane.header._doubt
    assert "keraguan dijelaskan" in header.text()
    assert f"Diperiksa {window.desk.actor.name}: dijelaskan" in header.toolTip()
    assert window.pane.body.claims.property("role") == "muted"
    assert window.pane._sheet.elsewhere.isHidden()
    assert "Keraguan berkas 1: dijelaskan" in window.pane.body.timeline.text()
    window.deciding.undo_last()
    window.settle()
    assert "berkas diragukan" in header.text()
    assert not window.pane._sheet.elsewhere.isHidden()


def test_beside_the_file_the_same_key_asks_a_note_goes_with_it_and_ctrl_z_takes_it_back(window: CaseWindow) -> None:
    window.open(doubted())
    viewer, side = beside(window)
    doubts = side.doubts
    assert doubts.ask.text() == "Apa penjelasannya? · Q"
    window.qtbot.keyClick(viewer, Qt.Key.Key_Q)
    strip = doubts.strip
    assert strip is not None
    window.qtbot.keyClicks(strip.note, "jam 2023")
    window.qtbot.keyClick(strip, Qt.Key.Key_2)
    window.settle()
    assert window.desk.decided()[-1] == acts.SettleDoubt(file_id="f1", finding="clock", note="jam 2023")
    assert doubts.strip is None
    assert doubts.settled.text().startswith("Diperiksa ")
    assert doubts.settled.text().endswith("\njam 2023")
    window.language.speak("en")
    window.app.processEvents()
    assert "the clock of the phone is wrong" in doubts.settled.text()
    window.language.speak("id")
    window.app.processEvents()
    # A wrong clock says nothing of the place: it stays twelve kilometres away.
    assert "berkas diragukan" in window.pane.header._doubt.text()
    window.qtbot.keyClick(viewer, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    window.settle()
    assert isinstance(window.desk.decided()[-1], acts.Undo)
    assert doubts.settled.isHidden()
    viewer.close()


def test_a_case_without_a_doubt_says_so_and_asks_nothing(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1", attachments=(photo(),)))
    window.press(Qt.Key.Key_Q)
    assert window.pane.tray.card is None
    assert window.pane._sheet.said.text() == "Tidak ada berkas yang diragukan pada kejadian ini."


def test_ticks_belong_to_the_case_whose_files_are_shown_and_a_crowd_has_sizes(window: CaseWindow) -> None:
    window.open(doubted())
    viewer, side = beside(window)
    window.open(doubted("r2"))
    for words in ("3 ☑ massa", "3 ☑ massa 50+"):
        window.qtbot.keyClick(viewer, Qt.Key.Key_3)
        window.settle()
        assert side.ticks.chips["crowd"].text() == words
    assert {row.decision.subject.id for row in window.desk.store.waiting()} == {"r1"}
    assert window.pane.body.ticks.chips["crowd"].text() == "☐ massa"
    viewer.close()


def test_beside_the_file_its_own_time_and_place_stand_below_the_reports(qtbot: QtBot) -> None:
    section = ClaimsSection()
    qtbot.addWidget(section)
    report = a_report("r1", "KJ-1", attachments=(photo(),))
    far = ShotFacts(width_px=9, height_px=9, taken_at=NOW - timedelta(days=3), lat=NORTH_12_KM, lon=112.6348)
    section.show_facts(report, photo(), far, WIB)
    assert section.reported.text() == "Report: 21/11/2026 14:05 WIB\n-7.97750, 112.63480 (GPS · ±12 m)"
    assert section.claimed.text().startswith("File: 18/11/2026 14:07 WIB, by its camera's clock without a zone\n-7.86")
    assert section.place_apart.text() == "12.0 km north of the reported place"
    assert (section.time_apart.property("role"), section.place_apart.property("role")) == ("bad", "bad")
    assert "nobody is struck" in section.doubt.text()
    assert not section.drawing.isHidden()
    section.show_facts(report, photo(), ShotFacts(width_px=9, height_px=9, notes=("place_zero",)), WIB)
    assert section.claimed.text().startswith("The file says nothing of when and where")
    assert section.notes.text() == "its place is 0,0: no place"
    assert section.drawing.isHidden()
    assert section.doubt.isHidden()


def test_a_document_shows_both_its_dates_with_how_far_each_is_and_raises_no_doubt(qtbot: QtBot) -> None:
    section = ClaimsSection()
    qtbot.addWidget(section)
    paper = Attachment(
        id="f1", name="a.pdf", media_type="application/pdf", size_bytes=9, sha256="0" * 64, received_at=NOW
    )
    made = NOW - timedelta(days=6_604)
    facts = ShotFacts(
        width_px=0, height_px=0, taken_at=made, taken_sure=True, notes=("modified_impossible",),
        paper=ShotPaper(pages=4, version=17, files=2, modified_at=made - timedelta(days=1)),
    )  # fmt: skip
    section.show_facts(a_report("r1", "KJ-1", attachments=(paper,)), paper, facts, WIB)
    lines = section.claimed.text().splitlines()
    assert lines[0].endswith("WIB (18 years before the report)")
    assert lines[1].endswith("WIB, without a zone (18 years before the report)")
    assert lines[2] == "PDF 1.7 · pages: 4 · files within: 2"
    assert section.doubt.isHidden()
    assert section.time_apart.isHidden()
    assert section.notes.text().splitlines() == [
        "it says it was changed before it was made",
        "A document may be older than what it is sent for: it raises no doubt.",
        "the time of its last change is impossible",
    ]


def test_long_spans_are_said_in_months_and_years() -> None:
    day = 86_400
    assert [length_words(days * day) for days in (2, 60, 61, 700, 760, 6_604)] == [
        "2 days", "60 days", "2 months", "22 months", "2 years", "18 years",
    ]  # fmt: skip
    assert [age_counter(days * day) for days in (1, 2, 61, 6_604)] == ["24 h", "2 d", "2 mo", "18 y"]
    assert (minutes_seconds(65), minutes_seconds(172_799), minutes_seconds(172_800)) == ("1:05", "47:59:59", "2 days")


def test_another_language_says_all_of_it_anew(window: CaseWindow) -> None:
    section = ClaimsSection()
    window.qtbot.addWidget(section)
    facts = ShotFacts(width_px=9, height_px=9, taken_at=NOW, taken_sure=True)
    section.show_facts(a_report("r1", "KJ-1", attachments=(photo(),)), photo(), facts, WIB)
    assert section.reported.text().startswith("Laporan: ")
    window.language.speak("en")
    window.app.processEvents()
    assert section.reported.text().startswith("Report: ")
    assert section.claimed.text().endswith("says no place")


def test_north_is_up_in_the_small_drawing(qtbot: QtBot) -> None:
    section = ClaimsSection()
    qtbot.addWidget(section)
    report = a_report("r1", "KJ-1", attachments=(photo(),))
    section.show_facts(report, photo(), ShotFacts(width_px=9, height_px=9, lat=NORTH_12_KM, lon=112.6348), WIB)
    drawing = section.drawing
    held = drawing._held
    assert isinstance(drawing, ClaimDrawing)
    assert held is not None
    here, there = drawing._ends(QRectF(0, 0, 220, 150), held)
    assert there.y() < here.y()
    assert there.x() == pytest.approx(here.x())
    drawing._place = Place(lat=NORTH_12_KM, lon=112.70)
    here, there = drawing._ends(QRectF(0, 0, 220, 150), held)
    assert there.x() < here.x()
