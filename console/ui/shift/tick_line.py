"""What is known of a case, each ticked by one press; and whether officers are safe."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from console.desk.case import CaseView
from console.domain import acts
from console.domain.casework.ticks import pressed, ticks_of
from console.domain.safety import SafetyState
from console.domain.ticks import NAMES, Ticks
from console.ui import theme
from console.ui.case.chip_button import ChipButton
from console.ui.texts.cases import tick_word, tick_words
from console.ui.texts.language import translate
from console.ui.texts.times import countdown_words
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.flow import FlowLayout
from console.ui.widgets.safe import SafeLabel, restyle


class TickLine(QWidget):
    """`decided(act)` for a tick or for officers who said that they are safe."""

    decided = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, gap=theme.px(6))
        self._view: CaseView | None = None
        flow.addWidget(SafeLabel(lambda: translate("case", "KNOWN"), role="section"))
        self.chips: dict[str, ChipButton] = {}
        for name in NAMES:
            chip = ChipButton(partial(self._toggle, name))
            chip.say(partial(self._words, name))
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            flow.addWidget(chip)
            self.chips[name] = chip
        self.safety = SafeLabel(role="small")
        self.radio = PlainButton(lambda: translate("shift", "Safe (radio)"), partial(self._heard, "radio"))
        self.phone = PlainButton(lambda: translate("shift", "Safe (phone)"), partial(self._heard, "phone"))
        for widget in (self.safety, self.radio, self.phone):
            flow.addWidget(widget)

    def show_view(self, view: CaseView, now: datetime) -> None:
        """Show what is ticked on a case; on an ended one nothing can be ticked any more."""
        self._view = view
        for name, chip in self.chips.items():
            chip.say(partial(self._words, name))
            chip.set_tone("warn" if self._ticked(name) else "")
            chip.setEnabled(not view.report.ended)
            state = translate("case", "ticked") if self._ticked(name) else translate("case", "not ticked")
            chip.setAccessibleName(f"{tick_word(name)}: {state}")
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """Count the safety check on."""
        check = self._view.safety if self._view is not None else None
        for widget in (self.safety, self.radio, self.phone):
            widget.setVisible(check is not None)
        if check is None:
            return
        left = countdown_words((check.due_at - now).total_seconds())
        self.safety.say(translate("case", "Safety check {time}").format(time=left))
        roles = {SafetyState.CALM: "small", SafetyState.DUE: "warn", SafetyState.ALARM: "bad"}
        restyle(self.safety, role=roles[check.state(now)])

    def _ticked(self, name: str) -> bool:
        return bool(getattr(self._ticks(), name))

    def _ticks(self) -> Ticks:
        return Ticks() if self._view is None else ticks_of(self._view.report)

    def _words(self, name: str) -> str:
        return tick_words(name, self._ticks())

    def _toggle(self, name: str) -> None:
        if self._view is not None:
            self.decided.emit(pressed(name, self._ticks()))

    def _heard(self, by: str) -> None:
        self.decided.emit(acts.ConfirmSafe(by=by))
