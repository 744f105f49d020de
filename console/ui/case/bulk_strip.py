"""Disposes of several reports as one kind of junk; names those that stay and why."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from console.desk.bulk import BulkPlan, LeftOut
from console.domain.outcome import JUNK_OUTCOMES
from console.ui.case.choice_strip import ChoiceStrip
from console.ui.case.words import outcome_word
from console.ui.texts.language import translate
from console.ui.texts.refusals import refusal_words
from console.ui.texts.unseen import one_line
from console.ui.widgets.safe import SafeLabel

_NAMED = 6
"""Of those that stay so many are named, the rest counted."""


class BulkStrip(ChoiceStrip):
    """`chosen(outcome)` for the number key; without anything to dispose of it only says why."""

    def __init__(self, plan: BulkPlan, chosen: Callable[[str], None], parent: QWidget | None = None) -> None:
        count = len(plan.versions)
        choices = tuple((each, partial(outcome_word, each)) for each in JUNK_OUTCOMES) if count else ()
        super().__init__(lambda: _title(count), choices, chosen, parent, columns=3)
        if plan.left_out:
            self.rows.addWidget(SafeLabel(lambda: left_words(plan.left_out), role="warn", wrap=True))


def left_words(left_out: tuple[LeftOut, ...]) -> str:
    """'3 stay:' and a line for each with its reason."""
    lines = [translate("case", "{n} stay in the queue:").format(n=len(left_out))]
    lines += [_line(each) for each in left_out[:_NAMED]]
    if len(left_out) > _NAMED:
        lines.append(translate("case", "and {n} more").format(n=len(left_out) - _NAMED))
    return "\n".join(lines)


def _line(left: LeftOut) -> str:
    why = _why(left)
    return why if left.number in why else f"{left.number}: {why}"


def _why(left: LeftOut) -> str:
    if left.refusal is not None:
        return refusal_words(left.refusal)
    if left.word:
        return translate("case", "it says “{word}”; look at it alone").format(word=one_line(left.word))
    return translate("case", "sensitive; look at it alone")


def _title(count: int) -> str:
    if not count:
        return translate("case", "None of the marked reports can be disposed of like this")
    return translate("case", "Dispose of {n} reports as").format(n=count)
