"""How a case ended: one key for the outcome, one more for what that outcome still needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from console.domain.acts import CloseCase
from console.domain.outcome import CloseOutcome, FoundBy, Need
from console.ui import theme
from console.ui.case.tray import TrayCard
from console.ui.case.words import outcome_word
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.key_cap import KeyCap
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Words

KEYS = "1234567890ABCDEFGHIJKLMNOPQRST"
"""The key of each choice, in their order; the letters only where there are more than ten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the strip asks about: the case by number, its outcomes, what a finding can rest on, and who decides.

    `needs_reason`: nobody rang back, so a reason is asked for whatever the outcome.
    """

    number: str
    outcomes: tuple[CloseOutcome, ...]
    found_by: tuple[FoundBy, ...]
    needs_reason: bool
    suggested: str = ""


class OutcomeStrip(TrayCard):
    """`chosen(CloseCase)` once everything the outcome needs is there; keys act once, never by being held."""

    def __init__(self, asked: Asked, chosen: Callable[[CloseCase], None], parent: QWidget | None = None) -> None:
        title = translate("case", "Close {number}: how did it end?")
        super().__init__(lambda: title.format(number=asked.number), parent)
        self._asked, self._chosen = asked, chosen
        self._choices: tuple[Callable[[], None], ...] = ()
        self._holder = QWidget()
        self.rows.addWidget(self._holder)
        self._offer([(partial(_word, each), partial(self.take, each)) for each in asked.outcomes])

    def take(self, outcome: CloseOutcome) -> None:
        """This outcome it is: ask for what it needs, or be done."""
        act = CloseCase(outcome=outcome.id)
        if self._asked.needs_reason:
            self._write(
                lambda: translate("case", "Nobody rang back on {number}: why is it closed all the same?"),
                lambda text: self._needed(outcome, replace(act, note=text)),
            )
        else:
            self._needed(outcome, act)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The key beside a choice takes it."""
        place = KEYS.find(event.text().upper()) if event.text() else -1
        if 0 <= place < len(self._choices) and not event.isAutoRepeat():
            event.accept()
            self._choices[place]()
            return
        super().keyPressEvent(event)

    def _needed(self, outcome: CloseOutcome, act: CloseCase) -> None:
        if outcome.needs is Need.WHOM:
            self._ask_whom(outcome, act)
        elif outcome.needs is Need.LP_NUMBER:
            self._write(
                lambda: translate("case", "Number of the police report (LP) of {number}"),
                lambda text: self._chosen(replace(act, lp_number=text)),
            )
        elif outcome.needs is Need.FINDING:
            self._ask_finding(act)
        else:
            self._chosen(act)

    def _ask_whom(self, outcome: CloseOutcome, act: CloseCase) -> None:
        first = [whom for whom in outcome.to if whom == self._asked.suggested]
        names = dict.fromkeys([*first, *outcome.to])
        self._retitle(lambda: translate("case", "To whom is {number} referred?"))
        self._offer([
            (partial(self._whom_word, whom), partial(self._chosen, replace(act, referred_to=whom))) for whom in names
        ])  # fmt: skip
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _whom_word(self, whom: str) -> str:
        word = one_line(whom)
        return translate("case", "{whom} (suggested)").format(whom=word) if whom == self._asked.suggested else word

    def _ask_finding(self, act: CloseCase) -> None:
        found_by = self._asked.found_by
        if not found_by:
            self._retitle(lambda: translate("case", "{number} cannot be a false report yet"))
            self._offer([])
            self.rows.addWidget(SafeLabel(_why_no_finding, role="warn", wrap=True))
            self.changed.emit()
            return
        titles = {
            FoundBy.SCENE: lambda: translate("case", "{number}: what did the officers find at the scene?"),
            FoundBy.ADMISSION: lambda: translate("case", "{number}: what did the reporter admit?"),
        }
        if len(found_by) == 1:
            self._write(titles[found_by[0]], partial(self._found, act, found_by[0]))
            return
        words = {
            FoundBy.SCENE: lambda: translate("case", "Found at the scene"),
            FoundBy.ADMISSION: lambda: translate("case", "Admitted by the reporter"),
        }
        self._retitle(lambda: translate("case", "{number}: what does the false report rest on?"))
        self._offer([
            (words[each], partial(self._write, titles[each], partial(self._found, act, each))) for each in found_by
        ])  # fmt: skip
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _found(self, act: CloseCase, found_by: FoundBy, text: str) -> None:
        self._chosen(replace(act, finding=text, found_by=found_by.value))

    def _retitle(self, words: Words) -> None:
        said = words if callable(words) else lambda: str(words)
        self.title.say(lambda: said().format(number=self._asked.number))

    def _write(self, title: Words, written: Callable[[str], None]) -> None:
        """One line to write; Enter takes it when something stands there."""
        self._retitle(title)
        self._offer([])
        line, field = QHBoxLayout(), QLineEdit()
        line.setSpacing(theme.px(6))
        field.setMaxLength(500)
        field.setAccessibleName(self.title.text())
        done = PlainButton(lambda: translate("case", "Close the case"), lambda: _take(field, written), tone="primary")
        field.returnPressed.connect(lambda: _take(field, written))
        field.textChanged.connect(lambda text: done.setEnabled(bool(text.strip())))
        done.setEnabled(False)
        line.addWidget(field, 1)
        line.addWidget(KeyCap("Enter"))
        line.addWidget(done)
        self._holder.setLayout(line)
        self.changed.emit()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, choices: list[tuple[Words, Callable[[], None]]]) -> None:
        """These choices with their keys, in place of what was asked before."""
        self._choices = tuple(take for _, take in choices)
        holder = QWidget()
        self.rows.replaceWidget(self._holder, holder)
        self._holder.hide()
        self._holder.deleteLater()
        self._holder = holder
        if not choices:
            self.changed.emit()
            return
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(10))
        grid.setVerticalSpacing(theme.px(4))
        half = -(-len(choices) // 2)
        for place, (words, take) in enumerate(choices):
            line = QHBoxLayout()
            line.setSpacing(theme.px(6))
            line.addWidget(KeyCap(KEYS[place]))
            button = PlainButton(words, take)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            line.addWidget(button, 1)
            grid.addLayout(line, place % half, place // half)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.changed.emit()


def _take(field: QLineEdit, written: Callable[[str], None]) -> None:
    text = field.text().strip()
    if text:
        written(text)


def _word(outcome: CloseOutcome) -> str:
    return one_line(outcome.words) or outcome_word(outcome.id)


def _why_no_finding() -> str:
    return translate(
        "case",
        "It needs what officers found at the scene, or the reporter's own admission: send somebody, or ring back.",
    )
