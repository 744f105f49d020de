"""Handling evidence by hand: opened and recorded, painted over, taken out as said."""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from console.decode.pool import Decoder
from console.desk.evidence import Leaving, Written
from console.domain import acts
from console.domain.evidence import ExportForm, redaction_of
from console.ui.attachments.photo_stage import PhotoStage
from console.ui.attachments.redact_side import RedactSide
from console.ui.case.pane import CasePane
from console.ui.evidence.access_card import AccessCard
from console.ui.evidence.export_card import ExportCard
from console.ui.evidence.marking import Marks
from console.ui.evidence.sheet_flow import SheetFlow
from tests.worlds.case_window import CaseWindow
from tests.worlds.cases import SUPERVISOR, a_report
from tests.worlds.viewing import png

RED = (220, 20, 60)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[CaseWindow]:
    made = CaseWindow(qtbot, tmp_path, decoder=Decoder(warm=1, at_once=1))
    yield made
    made.close()


def show(name: str, widget: QWidget) -> None:
    """Keep a picture of it where SIGAP_SHOTS says, for whoever works on the screen."""
    folder = os.environ.get("SIGAP_SHOTS")
    if folder:
        QApplication.processEvents()
        QApplication.processEvents()
        widget.window().grab().save(f"{folder}/{name}.png")


def opened(window: CaseWindow) -> list[str]:
    return [act.file_id for act in window.desk.decided() if isinstance(act, acts.OpenFile)]


def side_of(window: CaseWindow, place: int = 0) -> RedactSide:
    """The viewer on a file of the case, its photo sharp."""
    pane: CasePane = window.pane
    pane.viewing.open(window.view, place)
    side = pane.viewing.handling
    assert side is not None
    window.settle()
    return side


def sharp(window: CaseWindow) -> PhotoStage:
    viewer = window.pane.viewing.viewer
    assert viewer is not None
    stage = viewer.stage
    assert isinstance(stage, PhotoStage)
    window.qtbot.waitUntil(lambda: stage.view.sharp, timeout=20_000)
    return stage


def test_a_face_is_painted_over_the_case_file_lists_it_and_every_opening_is_recorded(
    window: CaseWindow, tmp_path: Path
):
    original = png(640, 480, "#dc143c")
    file = window.desk.files.add("wajah.png", original, "image/png")
    window.open(a_report("r1", "KJ-2611-0184", attachments=(file,)))
    side = side_of(window)
    stage = sharp(window)
    assert opened(window) == ["wajah.png"]
    viewer = window.pane.viewing.viewer
    assert viewer is not None
    viewer.go(0)
    window.settle()
    assert opened(window) == ["wajah.png"]

    # Boxes by mouse and by keyboard; the second is taken away again.
    window.qtbot.mouseClick(side.section.redact, Qt.MouseButton.LeftButton)
    layer = side.layer
    assert layer is not None
    scale, at = stage.view.scale, stage.view.rect().center()
    window.qtbot.mousePress(layer, Qt.MouseButton.LeftButton, pos=at)
    window.qtbot.mouseMove(layer, at + QPoint(60, 40))
    window.qtbot.mouseRelease(layer, Qt.MouseButton.LeftButton, pos=at + QPoint(60, 40))
    window.qtbot.keyClick(layer, Qt.Key.Key_B)
    assert len(layer.boxes) == 2
    window.qtbot.keyClick(layer, Qt.Key.Key_Delete)
    (box,) = layer.boxes
    assert abs((box.right - box.left) - 60 / scale) <= 2
    show("redact", viewer)
    window.qtbot.keyClick(layer, Qt.Key.Key_Return)
    window.settle()
    window.qtbot.waitUntil(lambda: len(window.view.report.attachments) == 2, timeout=20_000)
    report = window.view.report
    copy = report.attachments[1]
    made = redaction_of(report, copy)
    assert made is not None
    assert (made.origin_id, made.origin_sha256, made.boxes) == ("wajah.png", file.sha256, (box,))

    # The pixels below are gone, nothing else is in the file, and the original is as it was.
    body = window.desk.store.files.read(copy.id)
    assert body is not None
    assert hashlib.sha256(body).hexdigest() == copy.sha256
    picture = Image.open(io.BytesIO(body))
    red = picture.getchannel("R")
    assert not picture.getexif()
    assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"}
    covered = picture.crop((box.left + 2, box.top + 2, box.right - 2, box.bottom - 2)).convert("L")
    assert covered.getextrema()[1] == pytest.approx(0, abs=24)
    assert red.getpixel((5, 5)) == pytest.approx(220, abs=3)
    assert window.desk.files.held["wajah.png"] == original
    viewer.close()
    side_of(window)
    assert opened(window) == ["wajah.png", "wajah.png"]
    viewer.close()

    # The case file takes the copy, not the face; nothing is written before a purpose stands there.
    window.desk.files.held[copy.id] = body
    window.pane.acts.evidence.export(window.view)
    window.settle()
    card = window.pane.tray.card
    assert isinstance(card, ExportCard)
    assert [tick.isChecked() for tick in card.ticks.values()] == [False, True]
    assert card.form is ExportForm.PDF
    out = tmp_path / "berkas.pdf"
    window.pane.acts.evidence.choose_file = lambda _title, _name: str(out)
    card.submit()
    assert not out.exists()
    card.asked.purpose.setText("Penyidikan")
    show("export", window.pane)
    card.submit()
    window.settle()
    assert out.read_bytes().startswith(b"%PDF-")
    left = window.desk.decided()[-1]
    assert isinstance(left, acts.ExportCase)
    assert (left.form, left.file_ids, left.purpose) == ("pdf", (copy.id,), "Penyidikan")
    assert left.sha256 == hashlib.sha256(out.read_bytes()).hexdigest()

    # Who did what is there for the supervisor.
    window.desk.actor = SUPERVISOR
    window.pane.acts.evidence.accesses(window.view)
    accesses = window.pane.tray.card
    assert isinstance(accesses, AccessCard)
    told = "\n".join(accesses.lines())
    show("accesses", window.pane)
    assert "membawa keluar berkas kejadian PDF" in told
    assert "menutup sebagian berkas 1" in told
    assert told.count("membuka berkas 1") == 2


def test_a_copy_leaves_with_marks_and_a_purpose_or_not_at_all(window: CaseWindow, tmp_path: Path):
    file = window.desk.files.add("foto.png", png(320, 200, "#336699"), "image/png")
    window.open(a_report("r1", "KJ-2611-0184", attachments=(file,)))
    side = side_of(window)
    sharp(window)
    out = tmp_path / "keluar.jpg"
    asked: list[str] = []
    side.choose_file = lambda _title, name: asked.append(name) or str(out)  # type: ignore[func-returns-value]
    viewer = window.pane.viewing.viewer
    assert viewer is not None
    viewer.bar.save_wanted.emit()
    form = side.section.form
    assert form is not None
    assert not side.section.marked.isEnabled()
    form.purpose.setText("Kejaksaan <b>")
    form.recipient.setText("Jaksa Rekaan")
    show("save", viewer)
    window.qtbot.mouseClick(side.section.marked, Qt.MouseButton.LeftButton)
    window.settle()
    picture = Image.open(out)
    assert picture.size == (320, 200)
    assert len(picture.convert("RGB").getcolors(100_000) or ()) > 50
    assert asked[0].startswith("KJ-2611-0184_1_2026")
    assert asked[0].endswith("_dewi_Kejaksaan-b.jpg")
    left = window.desk.decided()[-1]
    assert isinstance(left, acts.ExportCase)
    assert (left.form, left.recipient) == ("marked", "Jaksa Rekaan")
    assert left.sha256 == hashlib.sha256(out.read_bytes()).hexdigest()
    viewer.bar.save_wanted.emit()
    again = side.section.form
    assert again is not None
    again.purpose.setText("Pengadilan")
    window.qtbot.mouseClick(side.section.original, Qt.MouseButton.LeftButton)
    window.settle()
    assert out.read_bytes() == window.desk.files.held["foto.png"]
    viewer.close()


def test_a_document_leaves_as_marked_pictures_of_its_pages_and_nothing_else_of_it(window: CaseWindow, tmp_path: Path):
    sheet = SheetFlow(title="Surat Rahasia", foot=lambda page, pages: ("", str(page)), author="Budi Rekaan")
    for line in range(60):
        sheet.text(f"baris {line}", 12)
    file = window.desk.files.add("surat.pdf", pdf := sheet.pdf(), "application/pdf")
    window.open(a_report("r1", "KJ-2611-0184", attachments=(file,)))
    handling, out = window.parts.evidence.handling, tmp_path / "keluar.pdf"
    marks = Marks(("KJ-2611-0184 · Dewi", "Jaksa Rekaan"))
    written = handling.save_marked(window.view.report, file, Leaving(purpose="Penyidikan"), marks, out)
    assert isinstance(written, Written)
    left = window.desk.decided()[-1]
    assert isinstance(left, acts.ExportCase)
    assert (left.form, left.sha256) == ("marked", hashlib.sha256(out.read_bytes()).hexdigest())
    before, copy = pypdfium2.PdfDocument(pdf), pypdfium2.PdfDocument(out)
    try:
        assert len(copy) == len(before) == 2
        assert [round(side) for side in copy[0].get_size()] == [595, 842]
        assert "aris" in before[0].get_textpage().get_text_range()
        assert copy[0].get_textpage().get_text_range() == ""
        assert copy.get_metadata_dict()["Author"] == ""
        # The mark is in the picture: greys where the page had black on white.
        assert len(copy[0].render(scale=1).to_pil().convert("L").getcolors(300) or ()) > 20
    finally:
        copy.close()
        before.close()
    assert b"Rahasia" not in out.read_bytes()
