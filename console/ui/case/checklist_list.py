"""The checklist of a case: what comes next, by number; the whole of it a key away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from console.desk.case import CaseView
from console.domain.checklist import MOST_STEPS, CheckStep
from console.ui.case.section import Section
from console.ui.texts.language import spoken_code, translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import ElidedLabel, restyle

READY_ROWS = 6
"""Rows made before the first case is shown."""

NEXT_ROWS = 2
"""Open steps shown besides required ones: whom to send stands below, and must not be pushed out of sight."""


class ChecklistList(Section):
    """Numbers are those of the open steps, as L and a number do them; hidden where the category has no checklist.

    Steps that are done, and open ones further down, are shown when asked for; another case begins short again.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._rows: list[ElidedLabel] = []
        self._next: set[int] = set()
        self._steps, self._whole, self._report_id = 0, False, ""
        self._stretch_to(READY_ROWS)
        self._more = PlainButton("", self._turn, tone="link")
        self._outer.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(False)

    def show_view(self, view: CaseView) -> None:
        """Show the steps of the report's category."""
        checklist = view.checklist
        self.setVisible(checklist is not None)
        if checklist is None:
            return
        if view.report.id != self._report_id:
            self._report_id, self._whole = view.report.id, False
        done = {check.step_id: check for check in view.report.checks}
        count = sum(step.id in done for step in checklist.steps)
        words = translate("checklist", "CHECKLIST {done}/{all} · L, then the number")
        self.say(words.format(done=count, all=len(checklist.steps)))
        self._steps = len(checklist.steps)
        self._stretch_to(self._steps)
        self._next = set()
        number = 0
        for place, (row, step) in enumerate(zip(self._rows, checklist.steps, strict=False)):
            check = done.get(step.id)
            if check is None:
                number += 1
                if step.required or number <= NEXT_ROWS:
                    self._next.add(place)
                row.say(f"{number}  {step_words(step)}")
                restyle(row, role="strong" if step.required else "")
            else:
                row.say(_done_words(step, check.by_name, check.reason))
                restyle(row, role="muted")
        self._lay_out()

    def _turn(self) -> None:
        self._whole = not self._whole
        self._lay_out()

    def _lay_out(self) -> None:
        for place, row in enumerate(self._rows):
            row.setVisible(place < self._steps and (self._whole or place in self._next))
        self._more.setVisible(len(self._next) < self._steps)
        self._more.say(self._more_words)

    def _more_words(self) -> str:
        if self._whole:
            return translate("checklist", "Show what comes next only")
        return translate("checklist", "Show all {all} steps").format(all=self._steps)

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
