"""Turns what is wanted about a reporter into a decision, asking for evidence or grounds."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QTextCursor

from console.desk.case import CaseView
from console.domain import acts
from console.domain.acts import Act
from console.ui.case.case_acts import CaseActs
from console.ui.case.choice_strip import ChoiceStrip
from console.ui.case.composer import Composer
from console.ui.case.tray import Tray
from console.ui.texts.language import translate
from console.ui.trust.standing_line import APPEAL, BLOCK, LIFT, OVERTURN, STRIKE, next_act, why_not
from console.ui.trust.words import evidence_draft
from console.ui.widgets.spoken import Words

Makes = Callable[[str], Act]
"""From the evidence or grounds written to the act."""

KEY = "W"
"""*Peringatan* (warning): the letter that brings the next decision about the reporter."""


class StandingActs:
    """One method per decision; the card opens in the case's tray, W opens the most pressing one."""

    def __init__(self, doing: CaseActs, tray: Tray) -> None:
        self._doing, self._tray = doing, tray

    def press(self, view: CaseView) -> str:
        """W: the next decision about this reporter; '' or why there is none."""
        op = next_act(view)
        if not op:
            return why_not(view)
        self.open(op, view)
        return ""

    def open(self, op: str, view: CaseView) -> None:
        """Ask for what the decision still needs."""
        {
            STRIKE: self._strike,
            OVERTURN: self._overturn,
            BLOCK: self._block,
            LIFT: self._lift,
            APPEAL: self._appeal,
        }[op](view)

    def _strike(self, view: CaseView) -> None:
        outcome = view.report.outcome
        self._compose(
            view,
            lambda: translate("trust", "Count {number} against its reporter").format(number=view.report.number),
            lambda text: acts.StrikeReporter(outcome=outcome, evidence=text),
            button=lambda: translate("trust", "Count it"),
            hint=lambda: translate("trust", "Say what proves it. The reporter is warned and may appeal."),
            draft=evidence_draft(view),
        )

    def _overturn(self, view: CaseView) -> None:
        self._compose(
            view,
            lambda: translate("trust", "Take the strike for {number} back: why?").format(number=view.report.number),
            lambda text: acts.OverturnStrike(grounds=text),
            button=lambda: translate("trust", "Take back"),
            hint=lambda: translate("trust", "For good: this report is not counted again."),
        )

    def _block(self, view: CaseView) -> None:
        choices: tuple[tuple[str, Words], ...] = (
            ("yes", lambda: translate("trust", "Block for {n} days").format(n=view.standing.block_days)),
            ("no", lambda: translate("trust", "Do not block")),
        )
        self._tray.open(
            ChoiceStrip(
                lambda: translate("trust", "Block the reporter of {number}?").format(number=view.report.number),
                choices,
                lambda chosen: self._block_why(view, chosen == "yes"),
                hint=lambda: translate("trust", "Panic presses and danger to life still come in. He may appeal."),
            )
        )

    def _block_why(self, view: CaseView, impose: bool) -> None:
        title = translate("trust", "Block: on which grounds?") if impose else translate("trust", "No block: why not?")
        self._compose(
            view,
            title,
            lambda text: acts.DecideBlock(impose=impose, grounds=text),
            button=lambda: translate("trust", "Decide"),
            hint=(lambda: translate("trust", "The reporter reads these grounds.")) if impose else "",
        )

    def _lift(self, view: CaseView) -> None:
        self._compose(
            view,
            lambda: translate("trust", "Lift the block: why?"),
            lambda text: acts.LiftBlock(grounds=text),
            button=lambda: translate("trust", "Lift it"),
            hint=lambda: translate("trust", "His strikes stay."),
        )

    def _appeal(self, view: CaseView) -> None:
        appeal = view.standing.appeal
        if appeal is None:
            return
        choices: tuple[tuple[str, Words], ...] = (
            ("yes", lambda: translate("trust", "Grant it")),
            ("no", lambda: translate("trust", "Turn it down")),
        )
        hint = translate("trust", "Granted, the block is lifted; without one, the strike is taken back.")
        self._tray.open(
            ChoiceStrip(
                lambda: translate("trust", "Appeal on {number}").format(number=appeal.number),
                choices,
                lambda chosen: self._appeal_why(view, appeal.id, chosen == "yes"),
                hint=hint,
            )
        )

    def _appeal_why(self, view: CaseView, appeal_id: str, granted: bool) -> None:
        title = translate("trust", "Granted: why?") if granted else translate("trust", "Turned down: why?")
        self._compose(
            view,
            title,
            lambda text: acts.DecideAppeal(appeal_id=appeal_id, granted=granted, grounds=text),
            button=lambda: translate("trust", "Decide"),
            hint=lambda: translate("trust", "The reporter reads these grounds."),
        )

    def _compose(
        self, view: CaseView, title: Words, make: Makes, *, button: Words, hint: Words, draft: str = ""
    ) -> None:
        submit = partial(self._decide, view, make)
        card = Composer(title, submit, button=button, hint=hint, draft=draft)
        # Whoever adds to a draft goes on behind it.
        card.field.moveCursor(QTextCursor.MoveOperation.End)
        self._tray.open(card)

    def _decide(self, view: CaseView, make: Makes, text: str) -> None:
        self._doing.decide(make(text), view)
