"""The viewer window: one photo large, its neighbours a key away, what it claims beside it."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from console.desk.attachments import VIEW_EDGE_PX, Attachments, NotShown, Shot
from console.desk.ports import Download
from console.domain.attachment import Attachment
from console.domain.errors import Fault
from console.domain.report import Report
from console.ui import theme
from console.ui.attachments.canvas import STEP, Canvas
from console.ui.attachments.tile import image_of
from console.ui.attachments.words import detail_words, fact_lines, family_word, not_shown_words
from console.ui.background import Background
from console.ui.relay import Courier
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.panel import Panel
from console.ui.widgets.safe import SafeLabel


class Viewer(Panel):
    """Keys: left/right, + and -, 0 fit, R turn, F full screen, Esc leaves. The title never tells content."""

    def __init__(self, attachments: Attachments, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Window)
        self._attachments, self._background = attachments, background
        self._files: tuple[Attachment, ...] = ()
        self._report: Report | None = None
        self._at = 0
        self._zone = ZoneInfo("UTC")
        self.canvas = Canvas()
        self._facts = SafeLabel(wrap=True).selectable()
        self._count, self._percent = SafeLabel(role="strong"), SafeLabel(role="muted")
        self._save = PlainButton(lambda: translate("attachments", "Save original…"), self._save_original)
        self._build()
        self.resize(theme.px(1000), theme.px(680))
        self._news: Courier[Download] = Courier(None, self)
        self._news.arrived.connect(self._take_news)
        self._stop = attachments.subscribe(self._news.take)

    @property
    def place(self) -> int:
        """Which file is shown, from 0."""
        return self._at

    def show_files(self, report: Report, place: int, zone: ZoneInfo) -> None:
        """Open the files of a report at one of them."""
        self._report, self._files, self._zone = report, report.attachments, zone
        self.setWindowTitle(translate("attachments", "Files of {number}").format(number=report.number))
        self._go(place)
        self.show()
        self.raise_()
        self.activateWindow()
        self.canvas.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The viewer's keys."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            if self.isFullScreen():
                self.showNormal()
            else:
                self.close()
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Space):
            self._go(self._at + 1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Backspace):
            self._go(self._at - 1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.canvas.zoom(STEP)
        elif key == Qt.Key.Key_Minus:
            self.canvas.zoom(1 / STEP)
        elif key == Qt.Key.Key_0:
            self.canvas.fit()
        elif key == Qt.Key.Key_R:
            self.canvas.turn()
        elif key == Qt.Key.Key_F:
            self._whole_screen()
        else:
            super().keyPressEvent(event)

    def stop(self) -> None:
        """Hear of no more downloads."""
        self._stop()
        self._news.close()

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        bar.setSpacing(theme.px(6))
        steps = (
            (lambda: translate("attachments", "◀ Previous"), lambda: self._go(self._at - 1)),
            (lambda: translate("attachments", "Next ▶"), lambda: self._go(self._at + 1)),
            ("−", lambda: self.canvas.zoom(1 / STEP)),
            ("+", lambda: self.canvas.zoom(STEP)),
            (lambda: translate("attachments", "Fit (0)"), self.canvas.fit),
            (lambda: translate("attachments", "Turn (R)"), self.canvas.turn),
            (lambda: translate("attachments", "Full screen (F)"), self._whole_screen),
        )
        bar.addWidget(self._count)
        for words, pressed in steps:
            button = PlainButton(words, pressed)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            bar.addWidget(button)
        bar.addWidget(self._percent)
        bar.addStretch(1)
        bar.addWidget(self._save)
        self.rows.addLayout(bar)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.canvas, 1)
        side = QVBoxLayout()
        side.setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(12))
        self._facts.setFixedWidth(theme.px(230))
        self._facts.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        side.addWidget(self._facts, 1)
        middle.addLayout(side)
        self.rows.addLayout(middle, 1)
        self.canvas.zoomed.connect(lambda percent: self._percent.say(f"{percent} %"))
        self.canvas.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _go(self, place: int) -> None:
        if not self._files:
            return
        self._at = place % len(self._files)
        attachment = self._files[self._at]
        self._count.say(f"{family_word(attachment)} {self._at + 1}/{len(self._files)}")
        self._facts.say(_wrapped(detail_words(attachment, self._zone)))
        self.canvas.show_words(translate("attachments", "Opening…"))
        self._ask(attachment)

    def _ask(self, attachment: Attachment) -> None:
        place = self._report.place if self._report is not None else None

        def call() -> Shot | NotShown:
            return self._attachments.shot(attachment, VIEW_EDGE_PX, place)

        self._background.ask(self, call, lambda shot: self._take(attachment, shot), topic="photo")

    def _take(self, attachment: Attachment, shot: Shot | NotShown) -> None:
        if attachment != self._files[self._at]:
            return
        if isinstance(shot, NotShown):
            self.canvas.show_words(not_shown_words(shot))
            return
        self.canvas.show_image(image_of(shot))
        lines = (detail_words(attachment, self._zone), "", *fact_lines(shot.facts, self._zone))
        self._facts.say(_wrapped("\n".join(lines)))

    def _take_news(self, download: Download) -> None:
        if self._files and self.isVisible() and download.attachment_id == self._files[self._at].id:
            self._ask(self._files[self._at])

    def _whole_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _save_original(self) -> None:
        attachment = self._files[self._at]
        chosen, _ = QFileDialog.getSaveFileName(self, self._save.text(), Path(attachment.name).name)
        if not chosen:
            return

        def failed(fault: Fault) -> None:
            self._facts.say(fault_words(fault))

        self._background.ask(self, lambda: self._attachments.save(attachment, Path(chosen)), None, failed)


def _wrapped(text: str, every: int = 24) -> str:
    """Long words (hashes, names) broken so that a narrow column shows them whole."""
    lines = []
    for line in text.split("\n"):
        words = (word if len(word) <= every else " ".join(_pieces(word, every)) for word in line.split(" "))
        lines.append(" ".join(words))
    return "\n".join(lines)


def _pieces(word: str, every: int) -> list[str]:
    return [word[start : start + every] for start in range(0, len(word), every)]
