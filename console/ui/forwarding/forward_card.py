"""Passing work on: whom to, and exactly the words that leave, before anything does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from console.desk.forwarding import forward_text
from console.domain import acts
from console.domain.agency import Agency, Site
from console.domain.report import Report
from console.ui import theme
from console.ui.case.menus import PlainMenu
from console.ui.case.tray import TrayCard
from console.ui.forwarding.file_choices import FileChoices
from console.ui.forwarding.words import message_words
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.flow import FlowLayout
from console.ui.widgets.key_cap import KeyCap
from console.ui.widgets.safe import SafeLabel

FIRST_AGENCIES = 4
HOLD_S = 10
"""Seconds the server holds it after the decision, so that undo can still catch it (screens.md)."""

FilesFor = Callable[[Callable[[], str]], FileChoices]
"""Makes the choice of files, given whom they go to now."""


class ForwardCard(TrayCard):
    """`forward(act)` on Ctrl+Enter; the text field holds all that leaves, the reporter is never part of it."""

    def __init__(
        self,
        report: Report,
        site: Site,
        agencies: tuple[Agency, ...],
        forward: Callable[[acts.ForwardCase], None],
        parent: QWidget | None = None,
        *,
        agency_id: str = "",
        files: FilesFor | None = None,
    ) -> None:
        super().__init__(lambda: translate("forwarding", "Forward {number}").format(number=report.number), parent)
        self._report, self._agencies, self._forward = report, agencies, forward
        self._chosen: Agency | None = next((a for a in agencies if a.id == agency_id), None)
        self._buttons: dict[str, PlainButton] = {}
        self._choices = QWidget()
        self._fill_choices(FlowLayout(self._choices, gap=theme.px(4)))
        self.rows.addWidget(self._choices)
        self._to = SafeLabel("", role="strong", wrap=True)
        self._ring = SafeLabel("", role="warn", wrap=True)
        self.rows.addWidget(self._to)
        self.rows.addWidget(self._ring)
        self.rows.addWidget(SafeLabel(lambda: translate("forwarding", "EXACTLY THIS LEAVES"), role="section"))
        self.field = QPlainTextEdit(forward_text(report, site, message_words(report)))
        self.field.setAccessibleName(translate("forwarding", "Message to the agency"))
        self.field.setTabChangesFocus(True)
        self.field.setMinimumHeight(theme.px(120))
        self.field.setMaximumHeight(theme.px(190))
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._look)
        self.rows.addWidget(self.field)
        self.files = files(self._whom) if files is not None else None
        if self.files is not None:
            if self.files.choices:
                self.field.setMaximumHeight(theme.px(132))
            self.rows.addWidget(self.files)
            self.files.changed.connect(self._look)
            self.files.changed.connect(self.changed)
        self._effect_line = SafeLabel(self._effect, role="muted", wrap=True)
        self.rows.addWidget(self._effect_line)
        self.buttons.addStretch(1)
        self.buttons.addWidget(KeyCap("Ctrl Enter"))
        self._go = PlainButton(lambda: translate("forwarding", "Forward"), self.submit, tone="primary")
        self.buttons.addWidget(self._go)
        self._look()

    def take_focus(self) -> None:
        """The card first: number keys choose the agency; Tab goes on to the text."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, agency_id: str) -> None:
        """Set whom it goes to."""
        self._chosen = next((a for a in self._agencies if a.id == agency_id), None)
        if self.files is not None:
            self.files.mark_anew()
        self._look()

    def submit(self) -> None:
        """Decide it, when there is somebody to write to and something to say."""
        text = self.field.toPlainText().strip()
        if self._chosen is None or self._why_not() or not text:
            return
        act = acts.ForwardCase(agency_id=self._chosen.id, text=text, hold_s=HOLD_S)
        files = self.files
        if files is None or not files.chosen:
            self._forward(act)
            return
        files.seal(lambda sealed: self._forward(replace(act, files=sealed, files_reason=files.why)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Number keys choose one of the first agencies; Ctrl+Enter sends."""
        number = event.key() - Qt.Key.Key_0.value
        if 1 <= number <= min(FIRST_AGENCIES, len(self._agencies)):
            self.choose(self._agencies[number - 1].id)
            event.accept()
        elif not self._sent_by(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter sends and Esc leaves from the text too."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.close_card()
                return True
            return self._sent_by(event)
        return super().eventFilter(watched, event)

    def _sent_by(self, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            event.accept()
            self.submit()
            return True
        return False

    def _fill_choices(self, flow: FlowLayout) -> None:
        for place, agency in enumerate(self._agencies[:FIRST_AGENCIES]):
            button = PlainButton("", partial(self.choose, agency.id))
            button.say(f"{place + 1}  {one_line(agency.short_name)}")
            button.tip(one_line(agency.name))
            self._buttons[agency.id] = button
            flow.addWidget(button)
        if len(self._agencies) > FIRST_AGENCIES:
            self._more = PlainButton(lambda: translate("forwarding", "Others ▾"), self._offer_more)
            flow.addWidget(self._more)

    def _offer_more(self) -> None:
        menu = PlainMenu(self)
        for agency in self._agencies[FIRST_AGENCIES:]:
            menu.offer(one_line(agency.short_name), partial(self.choose, agency.id))
        menu.open_under(self._more)

    def _why_not(self) -> str:
        if self._chosen is None:
            return translate("forwarding", "Choose an agency first.")
        if not self._chosen.email:
            return translate("forwarding", "This agency has no e-mail address.")
        if not self.field.toPlainText().strip():
            return translate("forwarding", "Write a text first.")
        return self.files.why_not() if self.files is not None else ""

    def _whom(self) -> str:
        """What a mark on a copy says of whom it goes to."""
        return one_line(self._chosen.short_name) if self._chosen is not None else ""

    def _look(self) -> None:
        chosen = self._chosen
        for agency_id, button in self._buttons.items():
            button.set_tone("picked" if chosen is not None and agency_id == chosen.id else "")
        self._to.say(self._to_words)
        ring = chosen is not None and chosen.phone and self._report.priority <= 2
        self._ring.setVisible(bool(ring))
        if chosen is not None and ring:
            phone = one_line(chosen.phone)
            self._ring.say(lambda: translate("forwarding", "Urgent: ring them as well, {phone}").format(phone=phone))
        why = self._why_not()
        self._go.setEnabled(not why)
        self._go.tip(why)
        self._effect_line.say(self._effect)

    def _to_words(self) -> str:
        chosen = self._chosen
        if chosen is None:
            return translate("forwarding", "To: choose an agency (number keys)")
        to = translate("forwarding", "To: {name} <{email}>")
        return to.format(name=one_line(chosen.name), email=one_line(chosen.email) or "—")

    def _effect(self) -> str:
        if self.files is not None and self.files.chosen:
            return translate(
                "forwarding",
                "By e-mail, {n} seconds after you decide; undo works until then. The reporter's identity does not "
                "leave; who sent which files, and their SHA-256, are recorded.",
            ).format(n=HOLD_S)
        return translate(
            "forwarding",
            "By e-mail, {n} seconds after you decide; undo works until then. "
            "The reporter's identity and files do not leave.",
        ).format(n=HOLD_S)
