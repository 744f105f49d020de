"""Joins handling to a viewer: openings recorded, boxes drawn, copies made and saved.

Why so long: what one file in the viewer goes through, from its opening to the copy that leaves, is read in one piece.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog

from console.desk.attachments import NotShown, is_photo
from console.desk.decide import Refused
from console.desk.evidence import EvidenceHandling, Leaving, Redacted, Written
from console.domain.attachment import Attachment
from console.domain.errors import Fault
from console.domain.evidence import number_of
from console.domain.report import Report
from console.ui.attachments.clip_stage import ClipStage
from console.ui.attachments.copy_making import CopyMaking
from console.ui.attachments.moving_redact import MovingRedact
from console.ui.attachments.opening_record import OpeningRecord
from console.ui.attachments.photo_stage import PhotoStage
from console.ui.attachments.redact_bar import RedactBar
from console.ui.attachments.redact_ground import PhotoGround
from console.ui.attachments.redact_layer import RedactLayer
from console.ui.attachments.redact_section import RedactSection
from console.ui.attachments.sound_stage import SoundStage
from console.ui.attachments.viewer import Viewer
from console.ui.attachments.words import copy_name, not_shown_words
from console.ui.background import Background
from console.ui.evidence.encoding import encoded_pixels
from console.ui.evidence.marking import Marks
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate
from console.ui.texts.refusals import refusal_words

KEY = Qt.Key.Key_X
"""Begins to draw boxes."""


class RedactSide(QObject):
    """One per viewer; `choose_file(title, name)` asks where to, '' when it was left."""

    def __init__(self, viewer: Viewer, handling: EvidenceHandling, background: Background) -> None:
        super().__init__(viewer)
        self._viewer, self._handling, self._background = viewer, handling, background
        self._openings = OpeningRecord(handling, background, self)
        viewer.gate = self._openings.record
        self._at: tuple[Attachment, Report] | None = None
        self.layer: RedactLayer | None = None
        self._bar: RedactBar | None = None
        self.moving: MovingRedact | None = None
        self.copies = CopyMaking(handling, self)
        self.section = RedactSection()
        self.choose_file: Callable[[str, str], str] = self._ask_file
        self._copy_of = 0
        viewer.side.add_section(self.section)
        viewer.turned_to.connect(self._turn)
        viewer.save_asked.connect(self._ask_save)
        viewer.installEventFilter(self)
        section = self.section
        section.redact_wanted.connect(self.draw)
        section.save_wanted.connect(self._save)
        section.stop_wanted.connect(self.copies.cancel)
        self.copies.went_on.connect(self._tell_progress)
        self.copies.ended.connect(self._end_copy)
        self.copies.failed.connect(self._fail_copy)

    def draw(self) -> None:
        """Lay boxes over the photo shown, or begin to choose parts of the film or sound."""
        stage = self._viewer.stage
        if self.layer is not None or self.moving is not None or self._at is None:
            return
        if isinstance(stage, ClipStage | SoundStage):
            self._draw_moving(stage)
        if not isinstance(stage, PhotoStage):
            return
        self.layer = layer = RedactLayer(PhotoGround(stage.view))
        self._bar = bar = RedactBar()
        self._viewer.rows.insertWidget(1, bar)
        layer.changed.connect(lambda: bar.show_boxes(len(layer.boxes)))
        for done in (layer.done, bar.make_wanted):
            done.connect(self.make)
        for left in (layer.left, bar.leave_wanted):
            left.connect(self.leave)
        layer.show()
        layer.setFocus()
        self.section.draw(True)

    def leave(self) -> None:
        """Take the boxes away; nothing is made of them."""
        moving, self.moving = self.moving, None
        if moving is not None:
            moving.end()
            self.section.draw(False)
            self._viewer.setFocus()
        (layer, self.layer), (bar, self._bar) = (self.layer, None), (self._bar, None)
        if layer is not None and bar is not None:
            self._viewer.rows.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
            layer.hide()
            layer.deleteLater()
            self.section.draw(False)
            self._viewer.setFocus()

    def make(self) -> None:
        """Make the redacted copy of the boxes drawn."""
        if self.layer is None or self._at is None or not self.layer.boxes:
            return
        boxes, (attachment, report) = self.layer.boxes, self._at
        self.leave()
        self.section.say(lambda: translate("redact", "The redacted copy is being made…"))

        def call() -> Redacted | Refused | NotShown:
            return self._handling.redact(report, attachment, boxes, encoded_pixels)

        self._background.ask(self, call, self._made, self._failed)

    def stop(self) -> None:
        """End what is being made, before the desk closes."""
        self.copies.stop()

    def keep_up(self, report: Report) -> None:
        """The case has changed."""
        if self._at is not None and report.id == self._at[1].id:
            self._turn_section(self._at[0], report)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Drop everything when the viewer closes."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if self.moving is not None and not self._viewer.keys_open and self.moving.keys(event):
                return True
            if self._is_key(event):
                self.draw()
                return True
        if event.type() == QEvent.Type.Close:
            self.leave()
            self._openings.begin_anew()
            self._at = None
            self.section.clear()
        return False

    def _is_key(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier and not event.isAutoRepeat()
        return plain and event.key() == KEY and self.layer is None and not self._viewer.keys_open

    def _draw_moving(self, stage: ClipStage | SoundStage) -> None:
        if stage.player.facts is None or self.copies.running:
            return
        self.moving = moving = MovingRedact(stage, self._viewer.rows, self)
        moving.done.connect(self._make_moving)
        moving.left.connect(self.leave)
        self.section.draw(True)

    def _make_moving(self) -> None:
        moving = self.moving
        if moving is None or self._at is None:
            return
        boxes, silences, (attachment, report) = moving.boxes, moving.silences, self._at
        self.leave()
        self.section.say("")
        self._copy_of = number_of(report, attachment.id)
        self.copies.begin(report, attachment, boxes, silences)
        self._tell_progress(0)

    def _tell_progress(self, percent: int) -> None:
        if self.copies.running:
            self.section.show_making(partial(_making_words, self._copy_of, percent))

    def _end_copy(self, answer: Redacted | Refused | NotShown) -> None:
        self.section.show_making("")
        self._made(answer)

    def _fail_copy(self, fault: Fault) -> None:
        self.section.show_making("")
        self._failed(fault)

    def _turn(self, attachment: Attachment, report: Report) -> None:
        if self._at is None or self._at[0].id != attachment.id:
            self.leave()
        self._turn_section(attachment, report)

    def _turn_section(self, attachment: Attachment, report: Report) -> None:
        self._at = (attachment, report)
        self.section.show_file(attachment, report, self._viewer.zone)

    def _ask_save(self) -> None:
        self.section.ask_save()
        QTimer.singleShot(0, self.section, self._show_form)

    def _show_form(self) -> None:
        """The column may be longer than the window: what is asked comes into view once it is laid out."""
        if self.section.form is not None:
            self._viewer.side.ensureWidgetVisible(self.section.original)
            self._viewer.side.ensureWidgetVisible(self.section.form)

    def _made(self, answer: Redacted | Refused | NotShown) -> None:
        if isinstance(answer, Redacted):
            self.section.say(lambda: translate("redact", "The redacted copy is on the case; it is sent by itself."))
        else:
            self.section.say(_why_not(answer))

    def _save(self, with_marks: bool) -> None:
        form = self.section.form
        leaving = form.leaving if form is not None else None
        if leaving is None or self._at is None:
            return
        attachment, report = self._at
        number = number_of(report, attachment.id)
        copy = "jpg" if is_photo(attachment) else "pdf"
        ending = copy if with_marks else Path(copy_name(attachment, report, number)).suffix.lstrip(".")
        name = self._handling.file_name(report, attachment, leaving, ending)
        chosen = self.choose_file(translate("redact", "Save a copy"), name)
        if not chosen:
            return
        call = self._marked if with_marks else self._handling.save_original
        self.section.close_form()
        self.section.say(lambda: translate("redact", "It is being written…"))
        self._background.ask(
            self, partial(call, report, attachment, leaving, Path(chosen)), self._saved, self._failed
        )

    def _marked(
        self, report: Report, attachment: Attachment, leaving: Leaving, file: Path
    ) -> Written | Refused | NotShown:
        marks = Marks(self._handling.mark_lines(report, leaving, self._viewer.zone))
        return self._handling.save_marked(report, attachment, leaving, marks, file)

    def _saved(self, answer: Written | Refused | NotShown) -> None:
        if isinstance(answer, Written):
            words = translate("redact", "Saved as {file}, recorded.")
            self.section.say(lambda: words.format(file=answer.file.name))
        else:
            self.section.say(_why_not(answer))

    def _failed(self, fault: Fault) -> None:
        self.section.say(fault_words(fault))

    def _ask_file(self, title: str, name: str) -> str:
        chosen, _ = QFileDialog.getSaveFileName(self._viewer, title, name)
        return chosen


def _making_words(number: int, percent: int) -> str:
    words = translate("redact", "The redacted copy of file {n} is being made: {percent} %")
    return words.format(n=number, percent=percent)


def _why_not(answer: Refused | NotShown) -> str:
    return refusal_words(answer.refusal) if isinstance(answer, Refused) else not_shown_words(answer)
