"""Where the reporter stands and what may be decided about him, under his name."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.desk.case import CaseView
from console.ui import theme
from console.ui.texts.language import translate
from console.ui.texts.refusals import refusal_words
from console.ui.trust.words import appeal_words, block_words, strike_words
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.chip import Chip
from console.ui.widgets.flow import FlowLayout
from console.ui.widgets.spoken import Words, name_widget

STRIKE, OVERTURN, BLOCK, LIFT, APPEAL = (
    "report.strike", "report.overturn_strike", "report.decide_block", "report.lift_block", "report.decide_appeal",
)  # fmt: skip


class StandingLine(QWidget):
    """`wanted(op)` when a decision about the reporter is asked for; hidden while there is nothing to say or decide."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, gap=theme.px(6))
        self._strikes, self._block, self._appeal, self._away = Chip(), Chip(), Chip(), Chip()
        for chip in (self._strikes, self._block, self._appeal, self._away):
            flow.addWidget(chip)
        self._buttons: dict[str, PlainButton] = {}
        spoken: dict[str, Words] = {
            STRIKE: lambda: translate("trust", "Count as a strike · W"),
            APPEAL: lambda: translate("trust", "Decide the appeal · W"),
            BLOCK: lambda: translate("trust", "Decide the block · W"),
            LIFT: lambda: translate("trust", "Lift the block"),
            OVERTURN: lambda: translate("trust", "Take the strike back"),
        }
        for op, words in spoken.items():
            button = PlainButton(words, partial(self.wanted.emit, op), tone="slim")
            flow.addWidget(button)
            self._buttons[op] = button
        name_widget(self, lambda: translate("trust", "Standing of the reporter"))

    def show_view(self, view: CaseView, zone: ZoneInfo, now: datetime) -> None:
        """Show the standing at server time `now`; an act the judge would refuse is not offered."""
        standing = view.standing
        for chip, words, tone in (
            (self._strikes, strike_words(standing), "warn"),
            (self._block, block_words(standing, zone), "bad" if standing.blocked_until else "warn"),
            (self._appeal, appeal_words(standing, now), "bad" if standing.rests else "accent"),
            (self._away, _away_words(view), ""),
        ):
            chip.say(words)
            chip.set_tone(tone)
            chip.setVisible(bool(words))
        offered = {op for op in self._buttons if op in view.may and view.may[op] is None}
        for op, button in self._buttons.items():
            button.setVisible(op in offered)
        self.setVisible(bool(offered) or any((standing.strikes, standing.blocked_until, standing.appeal)))


def next_act(view: CaseView) -> str:
    """What W means on this case: the first of appeal, block and strike that would stand, '' when none."""
    return next((op for op in (APPEAL, BLOCK, STRIKE) if op in view.may and view.may[op] is None), "")


def why_not(view: CaseView) -> str:
    """Why W does nothing here."""
    refusal = view.may.get(STRIKE)
    return translate("case", "Not for this case.") if refusal is None else refusal_words(refusal)


def _away_words(view: CaseView) -> str:
    if view.standing.blocked_until is None or not view.standing.turned_away:
        return ""
    return translate("trust", "{n} ordinary reports turned away").format(n=view.standing.turned_away)
