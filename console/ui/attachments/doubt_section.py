"""The doubt a file raises, settled beside it: one key asks, a number key decides."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from console.desk.case import CaseView
from console.domain import acts
from console.domain.attachment import Attachment
from console.domain.casework.file_claim import doubts_of
from console.domain.doubt import Settled
from console.domain.evidence import number_of
from console.domain.file_claim import FileDoubt
from console.domain.report import Report
from console.ui.attachments.claim_words import moment_words, settled_words
from console.ui.attachments.undo_link import UndoLink
from console.ui.case.doubt_strip import DoubtStrip
from console.ui.case.section import Section
from console.ui.deciding import Deciding, Done, NotDone
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate
from console.ui.texts.refusals import refusal_words
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import name_widget


class DoubtSection(Section):
    """Hidden for a file in no doubt; `left` is called when the question closes, so that the keyboard goes back."""

    def __init__(self, deciding: Deciding, left: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(lambda: translate("claims", "DOUBT"), parent)
        self._deciding, self._left = deciding, left
        self._at: tuple[Report, FileDoubt, ZoneInfo] | None = None
        self._may = False
        self.strip: DoubtStrip | None = None
        name_widget(self, lambda: translate("claims", "The doubt this file raises"))
        self.settled = SafeLabel(role="strong", wrap=True)
        self.ask = PlainButton(self._ask_words, self.open)
        self.said = SafeLabel(role="bad", wrap=True)
        self.ask.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.undo = UndoLink(deciding, self._is_mine)
        for widget in (self.settled, self.ask, self.said, self.undo):
            self.rows.addWidget(widget)
        self._show()

    def show_file(self, report: Report, attachment: Attachment, zone: ZoneInfo, view: CaseView | None) -> None:
        """The file shown, its report as it stands now, and what this desk may decide on it."""
        number = number_of(report, attachment.id)
        doubts = doubts_of(report, view.doubt_rules) if view is not None else ()
        doubt = next((each for each in doubts if each.number == number), None)
        old = self._at
        self._at = None if doubt is None else (report, doubt, zone)
        self._may = view is not None and view.may.get("report.settle_doubt") is None
        if old is None or self._at is None or (old[0].id, old[1]) != (report.id, self._at[1]):
            self._close()
            self.said.say("")
        self._show()

    def clear(self) -> None:
        """Another file comes, or the viewer closes."""
        self._at = None
        self.undo.forget()
        self._close()
        self._show()

    def keys(self, event: QKeyEvent) -> bool:
        """Take Q, or Ctrl+Z for the last word said here; whether it was taken."""
        if event.key() == Qt.Key.Key_Z and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            return self.undo.undo_last()
        if event.key() != Qt.Key.Key_Q or event.modifiers() != Qt.KeyboardModifier.NoModifier or self._at is None:
            return False
        if not event.isAutoRepeat():
            self.open()
        return True

    def open(self) -> None:
        """Ask what is behind the doubt."""
        if self._at is None or not self._may or self.strip is not None:
            return
        report, doubt, _ = self._at
        self.strip = strip = DoubtStrip(report, doubt, self._decide, columns=1)
        strip.closed.connect(self._leave)
        self.rows.addWidget(strip)
        self._show()
        strip.take_focus()

    def _decide(self, act: acts.SettleDoubt) -> None:
        if self._at is not None:
            self.said.say("")
            self._deciding.decide(act, self._at[0].id, then=lambda _done: self._leave(), refused=self._refused)

    def _refused(self, refused: NotDone) -> None:
        if refused.refusal is not None:
            self.said.say(refusal_words(refused.refusal))
        elif refused.fault is not None:
            self.said.say(fault_words(refused.fault))
        self._leave()

    def _leave(self) -> None:
        if self.strip is not None:
            self._close()
            self._show()
            self._left()

    def _close(self) -> None:
        strip, self.strip = self.strip, None
        if strip is not None:
            self.rows.removeWidget(strip)
            strip.hide()
            strip.deleteLater()

    def _is_mine(self, done: Done) -> bool:
        return self._at is not None and done.report_id == self._at[0].id and isinstance(done.act, acts.SettleDoubt)

    def _ask_words(self) -> str:
        if self._at is not None and self._at[1].settled is not None:
            return translate("claims", "Say it anew · Q")
        return translate("claims", "What is behind it? · Q")

    def _show(self) -> None:
        at = self._at
        self.setVisible(at is not None)
        self.ask.say(self._ask_words)
        self.ask.setVisible(self._may and self.strip is None)
        settled = at[1].settled if at is not None else None
        self.settled.say(partial(_settled_at, settled, at[2]) if at is not None and settled is not None else "")
        for label in (self.settled, self.said):
            label.setVisible(bool(label.text()))


def _settled_at(settled: Settled, zone: ZoneInfo) -> str:
    lines = (f"{settled_words(settled)} {moment_words(settled.at, zone)}", settled.note)
    return "\n".join(line for line in lines if line)
