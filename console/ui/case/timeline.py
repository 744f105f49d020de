"""The timeline of a case, oldest first; long ones begin with the latest part."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from console.desk.case import CaseView, Line
from console.domain.casework.file_claim import KNOWN
from console.domain.casework.file_claim import OP as FILE_CLAIM
from console.domain.timeline import Entry
from console.ui.case.section import Section
from console.ui.case.timeline_line import worded_line
from console.ui.case.timeline_paper import TimelinePaper
from console.ui.evidence.folding import folded
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.spoken import name_widget

SHOWN = 30
"""Lines shown before the rest is asked for."""

_QUIET = frozenset({"report.read"})
"""Kinds that are recorded and not shown: they happen by themselves."""


def _quiet(entry: Entry) -> bool:
    return entry.kind in _QUIET or (entry.kind == FILE_CLAIM and KNOWN in entry.params)


class Timeline(Section):
    """Everything that happened; `text()` is what is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(lambda: translate("case", "TIMELINE"), parent)
        self._report_id = ""
        self._whole = False
        self._lines: tuple[Line, ...] = ()
        self._zone = ZoneInfo("Asia/Jakarta")
        self._earlier = PlainButton("", self.show_whole, tone="link")
        self._paper = TimelinePaper()
        name_widget(self._paper, lambda: translate("case", "TIMELINE"))
        self.rows.addWidget(self._earlier)
        self.rows.addWidget(self._paper)

    def show_view(self, view: CaseView, zone: ZoneInfo) -> None:
        """Show the timeline of a case."""
        if view.report.id != self._report_id:
            self._report_id, self._whole = view.report.id, False
        self._lines = folded(line for line in view.lines if not _quiet(line.entry))
        self._zone = zone
        self._render()

    def show_whole(self) -> None:
        """Show every line."""
        self._whole = True
        self._render()

    def text(self) -> str:
        """Everything shown, as one text."""
        return self._paper.text()

    def _render(self) -> None:
        shown = self._lines if self._whole else self._lines[-SHOWN:]
        hidden = len(self._lines) - len(shown)
        self._earlier.setVisible(hidden > 0)
        self._earlier.say(translate("case", "{n} earlier lines").format(n=hidden))
        self._paper.show_lines(tuple(worded_line(line, self._zone) for line in shown))
