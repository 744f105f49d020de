"""The checklist of a case, compact: done, skipped, and still to do by number."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from console.desk.case import CaseView
from console.domain.checklist import MOST_STEPS, CheckStep
from console.ui.case.section import Section
from console.ui.texts.language import spoken_code, translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.safe import ElidedLabel, restyle

READY_ROWS = 6
"""Rows made before the first case is shown."""


class ChecklistList(Section):
    """Numbers are those of the open steps, as L and a number do them; hidden where the category has no checklist."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._rows: list[ElidedLabel] = []
        self._stretch_to(READY_ROWS)
        self.setVisible(False)

    def show_view(self, view: CaseView) -> None:
        """Show the steps of the report's category."""
        checklist = view.checklist
        self.setVisible(checklist is not None)
        if checklist is None:
            return
        done = {check.step_id: check for check in view.report.checks}
        count = sum(step.id in done for step in checklist.steps)
        words = translate("checklist", "CHECKLIST {done}/{all} · L, then the number")
        self.say(words.format(done=count, all=len(checklist.steps)))
        self._stretch_to(len(checklist.steps))
        number = 0
        for row, step in zip(self._rows, checklist.steps, strict=False):
            check = done.get(step.id)
            if check is None:
                number += 1
                row.say(f"{number}  {step_words(step)}")
                restyle(row, role="strong" if step.required else "")
            else:
                row.say(_done_words(step, check.by_name, check.reason))
                restyle(row, role="muted")
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(checklist.steps))

    def _stretch_to(self, count: int) -> None:
        while len(self._rows) < min(count, MOST_STEPS):
            row = ElidedLabel()
            self.rows.addWidget(row)
            self._rows.append(row)


def step_words(step: CheckStep) -> str:
    """The step in the language spoken, a required one marked in words."""
    words = one_line(step.words(spoken_code()))
    return translate("checklist", "{step} (required)").format(step=words) if step.required else words


def _done_words(step: CheckStep, by: str, reason: str) -> str:
    words = one_line(step.words(spoken_code()))
    if reason:
        return translate("checklist", "– {step} · skipped: {reason}").format(step=words, reason=one_line(reason))
    return f"✓ {words} · {one_line(by)}"
