"""The case file: what for, as what, and exactly what leaves, before anything does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from console.desk.case_file import LeavingFile, leaving_files
from console.desk.evidence import Leaving
from console.domain.evidence import ExportForm
from console.domain.report import Report
from console.ui import theme
from console.ui.case.tray import TrayCard
from console.ui.evidence.leaving_form import LeavingForm
from console.ui.evidence.words import file_words, form_name, stays_words
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.flow import FlowLayout
from console.ui.widgets.key_cap import KeyCap
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Spoken
from console.ui.widgets.tick_box import TickBox

_FORMS = (ExportForm.ZIP, ExportForm.PDF)


class ExportCard(TrayCard):
    """`save(form, leaving, files)` on Ctrl+Enter; of a file that was painted over the redacted one is ticked."""

    def __init__(
        self,
        report: Report,
        save: Callable[[ExportForm, Leaving, tuple[LeavingFile, ...]], None],
        parent: QWidget | None = None,
        *,
        offline: bool = False,
    ) -> None:
        super().__init__(lambda: translate("evidence", "Case file {number}").format(number=report.number), parent)
        self._report, self._save, self._offline = report, save, offline
        self.form = ExportForm.PDF if offline else ExportForm.ZIP
        self._forms: dict[ExportForm, PlainButton] = {}
        self.ticks: dict[str, TickBox] = {}
        self._notes: dict[str, SafeLabel] = {}
        self.asked = LeavingForm(sensitive=report.sensitive, wide=True)
        self.asked.changed.connect(self._look)
        self._working = False
        self._offer_forms()
        self.rows.addWidget(self.asked)
        self.rows.addWidget(SafeLabel(lambda: translate("evidence", "EXACTLY THIS LEAVES"), role="section"))
        self._list = SafeLabel(self._leaving_words, wrap=True)
        self.rows.addWidget(self._list)
        self._offer_files()
        self.rows.addWidget(SafeLabel(_never_words, role="muted", wrap=True))
        self.said = SafeLabel("", role="warn", wrap=True)
        self.rows.addWidget(self.said)
        self.buttons.addStretch(1)
        self.buttons.addWidget(KeyCap("Ctrl Enter"))
        self._go = PlainButton(lambda: translate("evidence", "Save…"), self.submit, tone="primary")
        self.buttons.addWidget(self._go)
        self._look()

    @property
    def files(self) -> tuple[LeavingFile, ...]:
        """Every file of the case and whether it leaves."""
        ticked = frozenset(file_id for file_id, tick in self.ticks.items() if tick.isChecked())
        return leaving_files(self._report, ticked)

    def take_focus(self) -> None:
        """Type the purpose at once."""
        self.asked.take_focus()

    def choose(self, form: ExportForm) -> None:
        """As what it leaves; a ZIP made without the server is proven later, and says so."""
        self.form = form
        self._look()

    def submit(self) -> None:
        """Hand it over once what for is written."""
        leaving = self.asked.leaving
        if leaving is not None and not self._working:
            self._save(self.form, leaving, self.files)

    def work(self, on: bool) -> None:
        """It is being made, or not any more."""
        self._working = on
        self.said.say(_working_words if on else "")
        self._look()

    def tell(self, words: str) -> None:
        """What came of it, while the card stays open."""
        self._working = False
        self.said.say(words)
        self._look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            event.accept()
            self.submit()
            return
        super().keyPressEvent(event)

    def _offer_forms(self) -> None:
        holder = QWidget()
        flow = FlowLayout(holder, gap=theme.px(4))
        for form in _FORMS:
            button = PlainButton(partial(form_name, form), partial(self.choose, form))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._forms[form] = button
            flow.addWidget(button)
        self.rows.addWidget(holder)
        if self._offline:
            self.rows.addWidget(SafeLabel(_offline_words, role="warn", wrap=True))

    def _offer_files(self) -> None:
        for file in leaving_files(self._report):
            tick = TickBox()
            tick.setChecked(file.chosen)
            tick.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            tick.toggled.connect(lambda _on: self._look())
            note = SafeLabel("", role="muted", wrap=True)
            note.setContentsMargins(theme.px(22), 0, 0, 0)
            self.ticks[file.attachment.id], self._notes[file.attachment.id] = tick, note
            self.rows.addWidget(tick)
            self.rows.addWidget(note)
        Spoken(self, self._say_files)

    def _say_files(self) -> None:
        for file in self.files:
            self.ticks[file.attachment.id].setText(file_words(file))
            note = self._notes[file.attachment.id]
            words = "" if file.chosen else stays_words(file)
            if file.chosen and file.instead:
                words = translate("evidence", "the original: what was painted over leaves with it")
            note.say(words)
            note.setVisible(bool(words))

    def _leaving_words(self) -> str:
        report = self._report
        lines = [
            translate("evidence", "• the facts and the place, the reporter masked; his text, {n} characters").format(
                n=len(report.text.strip())
            ),
            translate("evidence", "• the timeline, {n} lines; kind, size and SHA-256 of {files} files").format(
                n=len(report.timeline), files=len(report.attachments)
            ),
        ]  # fmt: skip
        if self.form is ExportForm.ZIP:
            chain = translate("evidence", "• what the server's audit chain says of this case, signed")
            seen = translate("evidence", "• the last signed checkpoint of the server seen here, not its chain")
            lines.append(seen if self._offline else chain)
            lines.append(translate("evidence", "• the ticked files whole, the photos among them on paper too:"))
        else:
            lines.append(translate("evidence", "• of the ticked files the photos, as pictures without metadata:"))
        return "\n".join(lines)

    def _look(self) -> None:
        for form, button in self._forms.items():
            button.set_tone("picked" if form is self.form else "")
        self._say_files()
        self._list.say(self._leaving_words)
        self.said.setVisible(bool(self.said.text()))
        ready = self.asked.leaving is not None and not self._working
        self._go.setEnabled(ready)
        self._go.tip("" if ready else translate("evidence", "Write the purpose first."))
        self.changed.emit()


def _never_words() -> str:
    return translate("evidence", "Never: who reported. Your name, time, purpose and the SHA-256 are recorded.")


def _offline_words() -> str:
    return translate(
        "evidence",
        "The server is away: nothing proves what is made now. A ZIP says so; a later one of this case proves it too.",
    )


def _working_words() -> str:
    return translate("evidence", "Being made… it is written once it has been recorded.")
