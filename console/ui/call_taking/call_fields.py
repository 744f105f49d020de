"""The fields of a call in reading order: how, place, what, how urgent, who, when."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from console.desk.call_form import CallForm
from console.domain.triage import Triage
from console.ui import theme
from console.ui.call_taking.call_files import CallFiles
from console.ui.call_taking.caller_field import CallerField
from console.ui.call_taking.draft_list import DraftList
from console.ui.call_taking.matter_field import MatterField
from console.ui.call_taking.place_field import PlaceField
from console.ui.call_taking.repeats_list import RepeatsList
from console.ui.call_taking.source_row import SourceRow
from console.ui.sign_in.field import Field
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.chip import Chip
from console.ui.widgets.key_cap import KeyCap
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import name_widget

MOST_CHARACTERS = 8_000


class CallFields(QWidget):
    """`text_typed` and `received_typed` while typing, `answers_wanted` on its button; fields have their own."""

    text_typed = Signal(str)
    received_typed = Signal(str)
    answers_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.px(10))
        self.source, self.place, self.matter = SourceRow(), PlaceField(), MatterField()
        self.caller, self.repeats, self.drafts = CallerField(), RepeatsList(), DraftList()
        self.files = CallFiles()
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme.px(96))
        self.text.textChanged.connect(lambda: self.text_typed.emit(self.text.toPlainText()[:MOST_CHARACTERS]))
        name_widget(self.text, lambda: translate("call", "What happened"))
        self.received = Field(lambda: translate("call", "Received at (only if earlier)"), hint="14:20")
        self.received.line.textEdited.connect(self.received_typed)
        self.late = Chip(lambda: translate("call", "written down later"), tone="warn")
        for widget in (
            self.source, self.place, self._text_caption(), self.text, self.matter, self.repeats, self.caller,
            self.received, self.late, self.files, self.drafts,
        ):  # fmt: skip
            rows.addWidget(widget)

    def _text_caption(self) -> QWidget:
        """Above the text: what it is for, and the way to the standard answers."""
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(SafeLabel(lambda: translate("call", "What happened"), role="small"), 1)
        self.answers = PlainButton(
            lambda: translate("call", "Standard answers"), self.answers_wanted.emit, tone="link"
        )
        self.answers.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addWidget(KeyCap("Ctrl J"))
        row.addWidget(self.answers)
        return line

    def show_form(self, form: CallForm) -> None:
        """Fill everything anew: another call."""
        self.source.show_source(form.source_kind)
        self.place.put_words(form.place.words)
        self.place.show_found(())
        self.place.show_place(form.place)
        if self.text.toPlainText() != form.text:
            self.text.setPlainText(form.text)
        self.caller.show_caller(form.phone, form.name)
        self.caller.show_history(None)
        self.repeats.show_alike(())
        self.files.show_files(form.files)
        self.drafts.show_kept(None, ZoneInfo("UTC"))
        self.received.line.clear()
        self.show_late(late=form.received_at is not None, wrong=False)

    def show_matter(self, form: CallForm, suggestion: Triage | None) -> None:
        """What would be filed now."""
        self.matter.show_matter(form, suggestion)

    def show_late(self, *, late: bool, wrong: bool) -> None:
        """Whether it counts as written down later, or cannot be read as a time."""
        self.late.say(lambda: translate("call", "not a time that has been") if wrong
                      else translate("call", "written down later"))  # fmt: skip
        self.late.set_tone("bad" if wrong else "warn")
        self.late.setVisible(late or wrong)

    def lock_filed(self, *, filed: bool) -> None:
        """What was filed is changed in the case; only who calls may still be noted here."""
        self.text.setReadOnly(filed)
        self.place.lock(filed=filed)
        for widget in (self.source, self.matter, self.received, self.files, self.drafts):
            widget.setVisible(not filed)
        if filed:
            self.late.hide()
            self.repeats.show_alike(())
