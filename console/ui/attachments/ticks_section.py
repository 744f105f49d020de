"""What the file shows, ticked beside it by number keys, and how many to send then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from console.desk.case import CaseView
from console.domain import acts
from console.domain.casework.ticks import pressed, ticks_of
from console.domain.changes import Changes
from console.domain.crew_size import CrewSize
from console.domain.ticks import Ticks
from console.ui import theme
from console.ui.attachments.undo_link import UndoLink
from console.ui.background import Background
from console.ui.case.chip_button import ChipButton
from console.ui.case.section import Section
from console.ui.deciding import Deciding, Done, NotDone
from console.ui.dispatch.words import crew_words
from console.ui.texts.cases import tick_word, tick_words
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate
from console.ui.texts.refusals import refusal_words
from console.ui.widgets.flow import FlowLayout
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import name_widget

KEYS = ("injured", "armed", "crowd", "vehicle", "fire", "violence")
"""The tick of key 1, 2, ...: what a picture shows first (issue 'Evidence', part 6)."""

AskCase = Callable[[str], CaseView | None]
"""Asks for a case by its report's id, off the GUI thread."""


class TicksSection(Section):
    """Ticks the case whose files are shown, whatever is selected elsewhere; the case pane shows the very same ticks.

    `seen(CaseView | None)` whenever that case was asked for anew.
    """

    seen = Signal(object)

    def __init__(
        self, case: AskCase, deciding: Deciding, background: Background, parent: QWidget | None = None
    ) -> None:
        super().__init__(lambda: translate("claims", "WHAT IT SHOWS"), parent)
        self._case, self._deciding, self._background = case, deciding, background
        self._report_id = ""
        self._view: CaseView | None = None
        self._early: list[str] = []
        name_widget(self, lambda: translate("claims", "What the file shows"))
        holder = QWidget()
        flow = FlowLayout(holder, gap=theme.px(6))
        self.chips: dict[str, ChipButton] = {}
        for number, name in enumerate(KEYS, 1):
            chip = ChipButton(partial(self.toggle, name))
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.tip(partial(_key_words, number))
            flow.addWidget(chip)
            self.chips[name] = chip
        self.send = SafeLabel(role="strong", wrap=True)
        self.said = SafeLabel(role="bad", wrap=True)
        self.undo = UndoLink(deciding, self._is_mine)
        for widget in (holder, self.send, self.said, self.undo):
            self.rows.addWidget(widget)
        self._show()

    def show_report(self, report_id: str) -> None:
        """Tick this case from now on."""
        if report_id != self._report_id:
            self._report_id, self._view = report_id, None
            self.undo.forget()
            self._early.clear()
            self.said.say("")
            self._show()
        self._ask()

    def clear(self) -> None:
        """Tick nothing (lock, sign-out)."""
        self.show_report("")

    def take_changes(self, changes: Changes) -> None:
        """Ask anew when this case is concerned, whoever ticked it."""
        wide = changes.everything or "doubts" in changes.lists
        if self._report_id and (wide or self._report_id in changes.reports):
            self._ask()

    def keys(self, event: QKeyEvent) -> bool:
        """Take a number key, or Ctrl+Z for the last tick; whether it was taken."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Z and plain == Qt.KeyboardModifier.ControlModifier:
            return self.undo.undo_last()
        number = event.key() - Qt.Key.Key_0.value
        if plain != Qt.KeyboardModifier.NoModifier or not 1 <= number <= len(KEYS):
            return False
        if not event.isAutoRepeat():
            self.toggle(KEYS[number - 1])
        return True

    def toggle(self, name: str) -> None:
        """Tick or untick: a decision like any other, undone within ten seconds."""
        view = self._view
        if view is None and self._report_id:
            self._early.append(name)  # the case is still being read: no key is lost for it
            return
        if view is None or view.report.ended:
            return
        act = pressed(name, ticks_of(view.report))
        self._deciding.decide(act, view.report.id, then=lambda _done: self.said.say(""), refused=self._refused)

    def _ask(self) -> None:
        report_id = self._report_id
        if not report_id:
            return

        def take(view: CaseView | None) -> None:
            if report_id == self._report_id:
                self._view = view
                self._show()
                self.seen.emit(view)
                self._press_early()

        self._background.ask(self, lambda: self._case(report_id), take, topic="ticks")

    def _press_early(self) -> None:
        early, self._early = self._early, []
        for name in early if self._view is not None else ():
            self.toggle(name)

    def _show(self) -> None:
        view = self._view
        able = view is not None and not view.report.ended
        for number, (name, chip) in enumerate(self.chips.items(), 1):
            chip.say(partial(self._words, number, name))
            chip.set_tone("warn" if self._ticked(name) else "")
            chip.setEnabled(able)
            state = translate("case", "ticked") if self._ticked(name) else translate("case", "not ticked")
            chip.setAccessibleName(f"{tick_word(name)}: {state}")
        if view is not None:
            self.send.say(partial(crew_words, _looked_at(view.crew), view.report.category))
        self.send.setVisible(able)
        self.said.setVisible(bool(self.said.text()))

    def _ticked(self, name: str) -> bool:
        return bool(getattr(self._ticks(), name))

    def _ticks(self) -> Ticks:
        return Ticks() if self._view is None else ticks_of(self._view.report)

    def _words(self, number: int, name: str) -> str:
        return f"{number} {tick_words(name, self._ticks())}"

    def _is_mine(self, done: Done) -> bool:
        return done.report_id == self._report_id and isinstance(done.act, acts.TickFacts)

    def _refused(self, refused: NotDone) -> None:
        if refused.refusal is not None:
            self.said.say(refusal_words(refused.refusal))
        elif refused.fault is not None:
            self.said.say(fault_words(refused.fault))
        self._show()


def _key_words(number: int) -> str:
    return translate("claims", "Key {n}").format(n=number)


def _looked_at(crew: CrewSize) -> CrewSize:
    """The sum without the line that asks for what is being done here: look at the files."""
    return replace(crew, because=tuple(line for line in crew.because if line.code != "files"))
