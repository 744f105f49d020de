"""Nothing of a sensitive case is seen before a reason; citizens' text stays text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from console.domain import acts
from console.domain.place import Place
from console.domain.report import Report
from console.domain.timeline import Entry
from console.ui.case.composer import Composer
from console.ui.case.timeline import Timeline
from tests.worlds.case_window import CaseWindow
from tests.worlds.cases import NOW, a_report

SECRET = "suaminya memukul setiap malam"
EVIL = '<img src="file:///etc/passwd"><b>tebal</b> <a href="x">y</a> ${7*7} {0} %s &amp; &x'


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[CaseWindow]:
    made = CaseWindow(qtbot, tmp_path)
    yield made
    made.close()


def everything_said(root: QWidget) -> str:
    """Texts, tooltips, accessible names and titles of every living widget below."""
    said = []
    for widget in (root, *root.findChildren(QWidget)):
        said += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle()]
        if isinstance(widget, QLabel | QAbstractButton):
            said.append(widget.text())
        if isinstance(widget, Timeline):
            said.append(widget.text())
        if isinstance(widget, QPlainTextEdit):
            said.append(widget.toPlainText())
    return "\n".join(said)


def test_a_sensitive_case_is_covered_until_a_recorded_reason(window: CaseWindow) -> None:
    photo = window.desk.files.add("memar_di_lengan.jpg", b"not a photo", "image/jpeg")
    window.open(a_report("r1", "KJ-1", category="domestic_violence", text=SECRET, attachments=(photo,)))
    window.desk.decide(acts.AddNote(text="tetangga mendengar teriakan"), "r1")
    window.settle()
    said = everything_said(window.pane)
    for hidden in ("memukul", "teriakan", "memar", "Jl. Rekaan"):
        assert hidden not in said
    assert "Klojen" in said
    assert "Kekerasan dalam rumah tangga" in said
    window.pane.body.text.open_wanted.emit()
    assert isinstance(window.pane.tray.card, Composer)
    window.qtbot.keyClicks(QApplication.focusWidget(), "menolong pelapor")
    window.press(Qt.Key.Key_Return)
    assert window.desk.decided()[-1] == acts.Look(what="sensitive", reason="menolong pelapor")
    assert SECRET in everything_said(window.pane)


def test_even_opened_nothing_of_it_stands_in_a_tooltip_or_title(window: CaseWindow) -> None:
    photo = window.desk.files.add("memar_di_lengan.jpg", b"not a photo", "image/jpeg")
    window.open(a_report("r1", "KJ-1", category="domestic_violence", text=SECRET, attachments=(photo,)))
    window.pane.acts.opened.emit("r1")
    window.settle()
    for widget in (window.pane, *window.pane.findChildren(QWidget)):
        for words in (widget.toolTip(), widget.windowTitle()):
            assert "memukul" not in words
            assert "memar" not in words


def test_opened_content_is_covered_again_for_the_next_look(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1", category="suicide", text=SECRET))
    window.pane.acts.opened.emit("r1")
    window.settle()
    assert SECRET in everything_said(window.pane)
    window.open(a_report("r2", "KJ-2"))
    window.select("r1")
    assert SECRET not in everything_said(window.pane)


def test_the_identity_shows_after_a_reason_and_is_gone_with_the_case(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1"))
    assert "Budi Rekaan" not in everything_said(window.pane)
    window.pane.body.reporter.look_wanted.emit()
    window.qtbot.keyClicks(QApplication.focusWidget(), "unit di jalan bertanya")
    window.press(Qt.Key.Key_Return)
    assert window.desk.decided() == [acts.Look(what="identity", reason="unit di jalan bertanya")]
    assert "Budi Rekaan" in everything_said(window.pane)
    window.open(a_report("r2", "KJ-2"))
    window.select("r1")
    assert "Budi Rekaan" not in everything_said(window.pane)


def test_no_automatic_contact_before_safe_to_contact_is_ticked(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1", category="child_harm", text=SECRET))
    window.press(Qt.Key.Key_H)
    assert window.pane.tray.card is None
    window.pane.body.reporter.safe_ticked.emit(True)
    window.settle()
    assert window.view.report.safe_to_contact
    window.press(Qt.Key.Key_H)
    assert isinstance(window.pane.tray.card, Composer)


def test_a_locked_pane_holds_nothing(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1", text=SECRET))
    window.pane.cover()
    assert window.pane.view is None
    assert not window.pane.body.isVisible()


def hostile(*texts: str) -> Report:
    """A report with those texts wherever a stranger may write."""
    first = texts[0]
    report = a_report(
        "r1",
        "KJ-1",
        text="\n".join(texts),
        source_name=first[:60],
        place=Place(lat=-7.9, lon=112.6, words=first, area_name=first),
    )
    lines = [
        Entry(kind=kind, at=NOW + timedelta(seconds=place), actor_name=text, text=text, params={"unit": text})
        for place, text in enumerate(texts)
        for kind in ("answer", "report.note", text[:40] or "x")
    ]
    return replace(report, timeline=(*report.timeline, *lines))


def labels_are_plain(root: QWidget) -> None:
    for label in root.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText, label.text()


def test_markup_and_templates_of_a_citizen_are_shown_as_they_are(window: CaseWindow) -> None:
    window.desk.put("report", "r1", hostile(EVIL))
    window.select("r1")
    labels_are_plain(window.pane)
    assert EVIL in everything_said(window.pane)
    for tip in (widget.toolTip() for widget in window.pane.findChildren(QWidget)):
        assert "<img" not in tip
        assert "<b>" not in tip


def test_hidden_and_turning_characters_are_made_visible(window: CaseWindow) -> None:
    window.desk.put("report", "r1", hostile("pelat \u202eB 1234\u200b XY"))
    window.select("r1")
    said = everything_said(window.pane)
    assert "\u202e" not in said
    assert "‹U+202E›" in said


def test_every_naughty_string_is_shown_and_none_breaks_the_pane(window: CaseWindow, real_data: Path) -> None:
    strings = json.loads((real_data / "text" / "blns.json").read_text(encoding="utf-8"))
    window.open(a_report("r1", "KJ-1"))
    window.pane.body.timeline.show_whole()
    for start in range(0, len(strings), 40):
        window.desk.put("report", "r1", hostile(*strings[start : start + 40]))
        shown = window.desk.book.case("r1")
        assert shown is not None
        window.pane._render(shown)
        labels_are_plain(window.pane)
