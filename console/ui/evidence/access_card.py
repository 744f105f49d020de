"""Who opened, redacted and took out the files of a case, the latest first."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from console.domain.evidence import Access, accesses
from console.domain.report import Report
from console.ui import theme
from console.ui.case.tray import TrayCard
from console.ui.evidence.words import access_words, moment_words, who_words
from console.ui.texts.language import translate
from console.ui.texts.unseen import seen
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import SafeLabel

SHOWN = 40
"""Lines shown before the rest is asked for."""


class AccessCard(TrayCard):
    """A line for each: when, who, what; purpose and reason below it."""

    def __init__(self, report: Report, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        title = translate("evidence", "Who handled the files of {number}")
        super().__init__(lambda: title.format(number=report.number), parent)
        self._found, self._zone = tuple(reversed(accesses(report))), zone
        self._holder: QWidget | None = None
        self._more = PlainButton("", lambda: self._lay(len(self._found)), tone="link")
        if not self._found:
            self.rows.addWidget(SafeLabel(lambda: translate("evidence", "Nobody has opened a file yet."), role="muted"))
            return
        self.rows.addWidget(SafeLabel(self._sum_words, role="muted", wrap=True))
        self._lay(SHOWN)
        self.rows.addWidget(self._more)

    def lines(self) -> tuple[str, ...]:
        """Every line shown, as text."""
        holder = self._holder
        labels = [] if holder is None else holder.findChildren(SafeLabel)
        return tuple(label.text() for label in labels)

    def _sum_words(self) -> str:
        people = len({access.by_id for access in self._found})
        words = translate("evidence", "Times: {n} · people: {people}")
        return words.format(n=len(self._found), people=people)

    def _lay(self, many: int) -> None:
        if self._holder is not None:
            self.rows.removeWidget(self._holder)
            self._holder.deleteLater()
        self._holder = QWidget()
        grid = QGridLayout(self._holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(10))
        grid.setVerticalSpacing(theme.px(3))
        grid.setColumnStretch(1, 1)
        for row, access in enumerate(self._found[:many]):
            self._line(grid, row, access)
        self.rows.insertWidget(1, self._holder)
        left = len(self._found) - many
        self._more.setVisible(left > 0)
        self._more.say(translate("evidence", "{n} earlier ones").format(n=left))
        self.changed.emit()

    def _line(self, grid: QGridLayout, row: int, access: Access) -> None:
        at = SafeLabel(moment_words(access.at, self._zone), role="muted")
        words = f"{who_words(access)} · {access_words(access)}"
        if access.text.strip():
            words += f"\n{seen(access.text.strip())}"
        grid.addWidget(at, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(SafeLabel(words, wrap=True), row, 1)
