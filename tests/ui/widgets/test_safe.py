"""Whatever a citizen wrote is shown as text: no markup, no files, nothing unseen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from console.ui import theme
from console.ui.texts.language import Language, translate
from console.ui.texts.unseen import one_line, seen
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.chip import Chip
from console.ui.widgets.flow import FlowLayout
from console.ui.widgets.key_cap import KeyCap
from console.ui.widgets.panel import Card, PanelHeader
from console.ui.widgets.safe import ElidedLabel, SafeLabel, safe_tip
from console.ui.widgets.states import EmptyState, LoadingState

ROOT = Path(__file__).resolve().parents[3]
HOSTILE = "<img src='file:///etc/passwd'><b>tolong</b> & <a href='x'>klik</a>"


@pytest.fixture(autouse=True)
def dressed(qapp) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.dress(app, ROOT / "resources", "dark")


def test_every_label_of_the_family_is_plain(qtbot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    rows = QVBoxLayout(whole)
    for widget in (
        SafeLabel(HOSTILE), ElidedLabel(HOSTILE), Chip(HOSTILE), KeyCap("A"), EmptyState("inbox", HOSTILE, HOSTILE),
        LoadingState(HOSTILE), PanelHeader(HOSTILE), Card(),
    ):  # fmt: skip
        rows.addWidget(widget)
    labels = whole.findChildren(QLabel)
    assert len(labels) > 8
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)


def test_a_tooltip_shows_exactly_the_text() -> None:
    shown = QTextDocument()
    shown.setHtml(safe_tip(HOSTILE))
    assert shown.toPlainText() == HOSTILE
    assert not shown.allFormats()[-1].isImageFormat()
    assert safe_tip("") == ""


def test_a_cut_line_keeps_the_whole_a_hover_away(qtbot) -> None:
    label = ElidedLabel(HOSTILE * 5)
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()
    assert label.text().endswith("…")
    assert "&lt;img" in label.toolTip()
    label.resize(9000, 20)
    assert label.text() == HOSTILE * 5
    assert label.toolTip() == ""


def test_an_ampersand_in_a_text_is_no_shortcut(qtbot) -> None:
    button = PlainButton("Sari & Rekan")
    qtbot.addWidget(button)
    assert button.text() == "Sari && Rekan"


def test_spoken_words_follow_the_language_and_facts_do_not(qtbot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    language = Language(app, ROOT / "resources" / "translations")
    language.speak("en")
    spoken, fact = SafeLabel(lambda: translate("status", "en route")), SafeLabel("Jl. Rekaan 1")
    button = PlainButton(lambda: translate("toast", "Undo"))
    for widget in (spoken, fact, button):
        qtbot.addWidget(widget)
    language.speak("id")
    qtbot.waitUntil(lambda: spoken.text() == "menuju TKP")
    assert button.text() == "Urungkan"
    assert fact.text() == "Jl. Rekaan 1"
    language.speak("en")
    qtbot.waitUntil(lambda: spoken.text() == "en route")
    language.deleteLater()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("foto\u202egnp.exe", "foto‹U+202E›gnp.exe"),
        ("N 12\u200b34 AB", "N 12‹U+200B›34 AB"),
        ("biasa saja", "biasa saja"),
        ("bel\x07", "bel�"),
    ],
)
def test_unseen_characters_are_made_visible(text: str, shown: str) -> None:
    assert seen(text) == shown


def test_one_line_stays_one_line() -> None:
    assert one_line("a\n\n b\t c\u2028d") == "a b c d"
    assert one_line("e" + "\u0301" * 40) == "e\u0301\u0301"


def test_a_flow_breaks_where_there_is_no_room(qtbot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    flow = FlowLayout(whole)
    chips = [Chip(f"keping {n}") for n in range(6)]
    for chip in chips:
        flow.addWidget(chip)
    whole.resize(200, 300)
    whole.show()
    flow.activate()
    rows = {chip.y() for chip in chips}
    assert len(rows) > 1
    assert all(chip.geometry().right() < 200 for chip in chips)
    assert flow.heightForWidth(2000) < flow.heightForWidth(200)
