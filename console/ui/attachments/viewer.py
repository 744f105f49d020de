"""The viewer window: a frame with a stage for each family, film strip, facts and keys.

Why so long: what the frame does with a file, from its place in the row to its end, is read in one piece.
"""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.desk.attachments import NotShown
from console.desk.ports import Download
from console.domain.attachment import Attachment
from console.domain.report import Report
from console.ui.attachments.film_strip import FilmStrip
from console.ui.attachments.key_sheet import KeySheet, frame_lines
from console.ui.attachments.opening_record import Gate, open_gate
from console.ui.attachments.stage import Stage
from console.ui.attachments.stage_stack import StageStack
from console.ui.attachments.unknown_stage import UnknownStage
from console.ui.attachments.viewer_bar import ViewerBar
from console.ui.attachments.viewer_parts import ViewerParts
from console.ui.attachments.viewer_side import ViewerSide
from console.ui.attachments.whole_screen import WholeScreen
from console.ui.attachments.words import detail_words, family_word
from console.ui.relay import Courier
from console.ui.texts.language import translate
from console.ui.widgets.panel import Panel
from console.ui.widgets.spoken import Spoken


class Viewer(Panel):
    """`turned_to(Attachment, Report)` whenever another file is shown. The title never tells content.

    `side.add_section(widget)` puts more beside the file; stages come from `stage_makers`, by family. `gate` is asked
    before any content is shown; `save_asked` when a copy is wanted.
    """

    turned_to = Signal(object, object)
    save_asked = Signal()

    def __init__(self, parts: ViewerParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Window)
        self._parts = parts
        self._files: tuple[Attachment, ...] = ()
        self._report: Report | None = None
        self._at = 0
        self.zone = ZoneInfo("UTC")
        self.gate: Gate = open_gate
        self.unknown = UnknownStage(self.save_asked.emit)
        self.side, self.film = ViewerSide(), FilmStrip(parts)
        self._screens = WholeScreen(self, parent, parts.keeps)
        self.bar = ViewerBar()
        self._stack = StageStack(parts, self.bar, self.unknown)
        self._build()
        self._sheet = KeySheet(self._stack)
        Spoken(self, self._say_title)
        self._news: Courier[dict[str, Download]] = Courier(lambda old, new: {**old, **new}, self)
        self._news.arrived.connect(self._take_news)
        self._stop = parts.attachments.subscribe(lambda download: self._news.take({download.attachment_id: download}))

    @property
    def place(self) -> int:
        """Which file is shown, from 0."""
        return self._at

    @property
    def stage(self) -> Stage:
        """What shows the file."""
        return self._stack.stage

    @property
    def report(self) -> Report | None:
        """Whose files are shown."""
        return self._report

    @property
    def keys_open(self) -> bool:
        """Whether the sheet of keys lies over the file."""
        return self._sheet.isVisible()

    def show_files(self, report: Report, place: int, zone: ZoneInfo) -> None:
        """Open the files of a report at one of them."""
        if self._report is not None and self._report.id != report.id:
            self._drop()
        self._report, self._files, self.zone = report, report.attachments, zone
        self._say_title()
        self._screens.open()
        self.film.show_files(report, zone, place)
        self.go(place)
        self.raise_()
        self.activateWindow()
        self.setFocus()

    def keep_up(self, report: Report) -> None:
        """The report shown has changed: a file came, or it may not be seen any more (then the window closes)."""
        if self._report is None or report.id != self._report.id:
            return
        shown = self._files[self._at].id if self._files else ""
        places = [at for at, each in enumerate(report.attachments) if each.id == shown]
        self._report, self._files = report, report.attachments
        if not places:
            self.close()
            return
        self._at = places[0]
        self.film.show_files(report, self.zone, self._at)
        self._say_count()
        self._mark()

    def go(self, place: int) -> None:
        """Show the file at a place, round and round."""
        if not self._files or self._report is None:
            return
        self._at = place % len(self._files)
        self._parts.attachments.show("viewer", (self._files[self._at],))
        attachment = self._files[self._at]
        stage = self._stack.enter(attachment)
        self._tell(())
        self._say_count()
        self._mark()
        if stage is self.unknown:  # nothing of its content is shown
            self._show(attachment)
        else:
            self._ask(attachment, lambda: self._show(attachment))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The stage's keys, then the frame's."""
        key = event.key()
        if self._sheet.isVisible():
            self._sheet.hide()
            if key in (Qt.Key.Key_Escape, Qt.Key.Key_Question):
                return
        if key == Qt.Key.Key_Question:
            self._show_keys()
        elif self.stage.keys(event):
            event.accept()
        elif key == Qt.Key.Key_Escape:
            if self.isFullScreen():
                self._screens.leave()
            else:
                self.close()
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Space):
            self.go(self._at + 1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Backspace):
            self.go(self._at - 1)
        elif key == Qt.Key.Key_F:
            self._screens.toggle()
        elif key == Qt.Key.Key_H:
            self._bare(not self.film.isHidden())
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Drop every picture; where the window stood is remembered."""
        self._bare(False)
        self._screens.keep()
        self._drop()
        super().closeEvent(event)

    def stop(self) -> None:
        """Hear of no more downloads."""
        self._stop()
        self._news.close()

    def _ask(self, attachment: Attachment, then: Callable[[], None]) -> None:
        if self._report is not None:
            self.gate(attachment, self._report, then, lambda why: self._close(attachment, why))

    def _show(self, attachment: Attachment) -> None:
        """It may be shown; another may have been turned to meanwhile."""
        if self._is_at(attachment) and self._report is not None:
            self.stage.show_file(attachment, self._report, self.zone)
            self._turned(attachment)

    def _turned(self, attachment: Attachment) -> None:
        if self._is_at(attachment) and self._report is not None:
            self.turned_to.emit(attachment, self._report)

    def _close(self, attachment: Attachment, why: str) -> None:
        """It may not be shown: its place says why."""
        if self._is_at(attachment) and self._report is not None:
            self._stack.refuse()
            self.unknown.show_file(attachment, self._report, self.zone)
            self.unknown.say_words(why)

    def _is_at(self, attachment: Attachment) -> bool:
        return bool(self._files) and self._files[self._at].id == attachment.id

    def _refuse(self, missing: NotShown) -> None:
        if self._report is None:
            return
        self._stack.refuse()
        self.unknown.show_file(self._files[self._at], self._report, self.zone)
        self.unknown.say_why(missing)

    def _place_of(self, attachment: Attachment) -> int | None:
        return next((at for at, each in enumerate(self._files) if each.id == attachment.id), None)

    def _want(self, attachment: Attachment) -> None:
        place = self._place_of(attachment)
        if place is not None:
            self.go(place)

    def _turn_to(self, attachment: Attachment) -> None:
        place = self._place_of(attachment)
        if place is not None and self._report is not None:
            self._at = place
            self._say_count()
            self._mark()
            self._ask(attachment, lambda: self._turned(attachment))

    def _tell(self, lines: tuple[str, ...]) -> None:
        if not self._files:
            return
        attachment, report = self._files[self._at], self._report
        named = report is not None and not report.sensitive
        self.side.say("\n".join((detail_words(attachment, self.zone, named=named), "", *lines)))

    def _say_title(self) -> None:
        number = self._report.number if self._report is not None else ""
        self.setWindowTitle(translate("attachments", "Files of {number}").format(number=number))

    def _say_count(self) -> None:
        attachment, report = self._files[self._at], self._report
        number = report.number if report is not None else ""
        self.bar.say(lambda: f"{number} · {family_word(attachment)} {self._at + 1}/{len(self._files)}")

    def _mark(self) -> None:
        self.film.mark(self._at)

    def _bare(self, bare: bool) -> None:
        """Only the file and the bar, or side and film strip again."""
        self.film.setVisible(not bare)
        self.side.setVisible(not bare)

    def _show_keys(self) -> None:
        self._sheet.show_lines(frame_lines(self.stage.key_lines()))

    def _take_news(self, news: dict[str, Download]) -> None:
        if not self.isVisible():
            return
        for download in news.values():
            self.film.hear(download)
            self.stage.hear(download)

    def _drop(self) -> None:
        self._stack.clear()
        self.film.clear()
        self.side.say("")
        self.bar.say("")
        self._files, self._report = (), None
        self._parts.attachments.show("viewer", ())

    def _save_wanted(self) -> None:
        if self.stage is self.unknown:
            self.unknown.warn()
        else:
            self.save_asked.emit()

    def _build(self) -> None:
        self.rows.addWidget(self.bar)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._stack, 1)
        middle.addWidget(self.side)
        self.rows.addLayout(middle, 1)
        self.rows.addWidget(self.film)
        self.bar.stepped.connect(lambda step: self.go(self._at + step))
        self.bar.save_wanted.connect(self._save_wanted)
        self.bar.keys_wanted.connect(self._show_keys)
        self.bar.whole_screen_wanted.connect(self._screens.toggle)
        self.film.chosen.connect(self.go)
        self._stack.told.connect(self._tell)
        self._stack.refused.connect(self._refuse)
        self._stack.turned_to.connect(self._turn_to)
        self._stack.wanted.connect(self._want)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
