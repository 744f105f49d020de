"""What may be done with the file shown: paint over parts, save a copy; how it was made."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from console.desk.attachments import is_photo
from console.desk.clips import is_film, is_sound
from console.domain.attachment import Attachment
from console.domain.evidence import OPENED, accesses, number_of, redacted_of, redaction_of
from console.domain.forward_file import copied
from console.domain.report import Report
from console.ui.case.section import Section
from console.ui.evidence.leaving_form import LeavingForm
from console.ui.evidence.words import moment_words
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Words, name_widget


class RedactSection(Section):
    """`redact_wanted`; `save_wanted(with marks)`, False for the original; `stop_wanted` of what is being made."""

    redact_wanted = Signal()
    stop_wanted = Signal()
    save_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(lambda: translate("redact", "HANDLING"), parent)
        name_widget(self, lambda: translate("redact", "Handling of the file"))
        self._at: tuple[Attachment, Report] | None = None
        self._drawing = False
        self.made_of, self.opened = SafeLabel(wrap=True), SafeLabel(role="muted", wrap=True)
        self.redact = PlainButton(self._redact_words, self.redact_wanted.emit)
        self._making: Words = ""
        self.making = SafeLabel("", role="strong", wrap=True)
        self.stop = PlainButton(lambda: translate("redact", "Stop making it"), self.stop_wanted.emit)
        self.save = PlainButton(lambda: translate("redact", "Save a copy…"), self.ask_save)
        self.form: LeavingForm | None = None
        self._form_room = QWidget()
        self.marked = PlainButton(
            lambda: translate("redact", "With watermark…"), lambda: self.save_wanted.emit(True), tone="primary"
        )
        self.original = PlainButton(
            lambda: translate("redact", "Original as it came…"), lambda: self.save_wanted.emit(False)
        )
        self.unmarked = SafeLabel(_unmarked_words, role="muted", wrap=True)
        self.said = SafeLabel("", role="strong", wrap=True)
        for widget in (
            self.made_of, self.redact, self.making, self.stop, self.save, self.unmarked, self.marked, self.original,
            self.said, self.opened,
        ):  # fmt: skip
            if isinstance(widget, PlainButton):
                widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.rows.addWidget(widget)
        self._show()

    def show_file(self, attachment: Attachment, report: Report, zone: ZoneInfo) -> None:
        """Another file, or the same one as it stands now."""
        if self._at is None or self._at[0].id != attachment.id:
            self.said.say("")
            self.close_form()
        self._at = (attachment, report)
        self.made_of.say(lambda: _made_words(attachment, report, zone))
        self.opened.say(lambda: _opened_words(attachment, report, zone))
        self.redact.say(self._redact_words)
        self._show()

    def clear(self) -> None:
        """Nothing is shown any more."""
        self._at, self._drawing = None, False
        self.close_form()
        for label in (self.made_of, self.opened, self.said):
            label.say("")
        self._show()

    def draw(self, on: bool) -> None:
        """Boxes are being drawn over the photo, or not any more."""
        self._drawing = on
        self._show()

    def ask_save(self) -> None:
        """Ask what for before a copy leaves."""
        if self._at is None or self._drawing:
            return
        self.close_form()
        self.form = LeavingForm(sensitive=self._at[1].sensitive)
        self.form.changed.connect(self._show)
        self.form.entered.connect(self._enter)
        self.rows.insertWidget(self.rows.indexOf(self.marked), self.form)
        self._show()
        self.form.take_focus()

    def close_form(self) -> None:
        """What for is not asked any more."""
        if self.form is not None:
            self.rows.removeWidget(self.form)
            self.form.deleteLater()
            self.form = None
        self._show()

    def say(self, words: Words) -> None:
        """What came of it."""
        self.said.say(words)
        self._show()

    def show_making(self, words: Words) -> None:
        """How far a copy is that takes its time, whichever file is shown; '' none is being made."""
        self._making = words
        self.making.say(words)
        self._show()

    def _redact_words(self) -> str:
        if self._at is not None and is_film(self._at[0]):
            return translate("redact", "Cover and silence… (X)")
        if self._at is not None and is_sound(self._at[0]):
            return translate("redact", "Silence parts… (X)")
        return translate("redact", "Paint over parts… (X)")

    def _enter(self) -> None:
        if self.form is not None and self.form.leaving is not None:
            self.save_wanted.emit(self._markable)

    @property
    def _markable(self) -> bool:
        """Whether a copy can carry a mark: a picture, or pages as pictures."""
        return self._at is not None and copied(self._at[0].media_type)

    @property
    def _photo(self) -> bool:
        return self._at is not None and is_photo(self._at[0])

    @property
    def _redactable(self) -> bool:
        at = self._at
        if at is None or self._photo:
            return at is not None
        return (is_film(at[0]) or is_sound(at[0])) and not self._making

    def _show(self) -> None:
        drawing, asking = self._drawing, self.form is not None
        self.redact.setVisible(self._redactable and not drawing and not asking)
        self.stop.setVisible(bool(self._making))
        self.save.setVisible(self._at is not None and not drawing and not asking)
        self.marked.setVisible(asking and self._markable)
        self.unmarked.setVisible(asking and not self._markable)
        self.original.setVisible(asking)
        ready = self.form is not None and self.form.leaving is not None
        self.marked.setEnabled(ready)
        self.original.setEnabled(ready)
        for label in (self.made_of, self.making, self.said, self.opened):
            label.setVisible(bool(label.text()))


def _unmarked_words() -> str:
    return translate("redact", "A copy of this shows no mark: the record alone tells who took it out, and for whom.")


def _made_words(attachment: Attachment, report: Report, zone: ZoneInfo) -> str:
    made = redaction_of(report, attachment)
    if made is not None:
        words = translate("redact", "Redacted copy of file {n} · boxes: {boxes} · {who}, {at}")
        if made.silences:
            words = translate("redact", "Redacted copy of file {n} · boxes: {boxes}, silences: {silent} · {who}, {at}")
        return words.format(
            n=number_of(report, made.origin_id), boxes=len(made.boxes), silent=len(made.silences),
            who=one_line(made.by_name), at=moment_words(made.at, zone),
        )  # fmt: skip
    copy = redacted_of(report, attachment)
    if copy is None:
        return ""
    return translate("redact", "File {n} is its redacted copy.").format(n=number_of(report, copy.id))


def _opened_words(attachment: Attachment, report: Report, zone: ZoneInfo) -> str:
    number = number_of(report, attachment.id)
    times = [each for each in accesses(report) if each.what == OPENED and number in each.numbers]
    if not times:
        return ""
    words = translate("redact", "Openings: {n} · people: {people} · the last: {who}, {at}")
    last = times[-1]
    return words.format(
        n=len(times), people=len({each.by_id for each in times}), who=one_line(last.by_name),
        at=moment_words(last.at, zone),
    )  # fmt: skip
