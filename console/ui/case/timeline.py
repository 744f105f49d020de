"""The timeline of a case, oldest first; long ones begin with the latest part."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from console.desk.case import CaseView, Line
from console.ui.case.section import Section
from console.ui.case.timeline_row import TimelineRow
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton

SHOWN = 30
"""Lines shown before the rest is asked for."""

_QUIET = frozenset({"report.read"})
"""Kinds that are recorded and not shown: they happen by themselves."""


class Timeline(Section):
    """Rows are kept and reused; only lines that changed are touched."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(lambda: translate("case", "TIMELINE"), parent)
        self._rows: list[TimelineRow] = []
        self._report_id = ""
        self._whole = False
        self._lines: tuple[Line, ...] = ()
        self._zone = ZoneInfo("Asia/Jakarta")
        self._earlier = PlainButton("", self._show_whole, tone="link")
        self.rows.addWidget(self._earlier)

    def show_view(self, view: CaseView, zone: ZoneInfo) -> None:
        """Show the timeline of a case."""
        if view.report.id != self._report_id:
            self._report_id, self._whole = view.report.id, False
        self._lines = tuple(line for line in view.lines if line.entry.kind not in _QUIET)
        self._zone = zone
        self._render()

    def show_whole(self) -> None:
        """Show every line at once (review)."""
        self._show_whole()

    def respell(self) -> None:
        """Say every line anew, in another language."""
        for row in self._rows:
            row.forget()
        self._render()

    def _show_whole(self) -> None:
        self._whole = True
        self._render()

    def _render(self) -> None:
        shown = self._lines if self._whole else self._lines[-SHOWN:]
        hidden = len(self._lines) - len(shown)
        self._earlier.setVisible(hidden > 0)
        self._earlier.say(translate("case", "{n} earlier lines").format(n=hidden))
        while len(self._rows) < len(shown):
            row = TimelineRow()
            self.rows.addWidget(row)
            self._rows.append(row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(shown))
            if place < len(shown):
                row.show_line(shown[place], self._zone)
