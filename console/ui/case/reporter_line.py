"""Who reported, masked; the way to the identity asks a reason, and each look is recorded."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.desk.case import CaseView
from console.desk.identity import Revealed
from console.ui import theme
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.tick_box import TickBox


class ReporterLine(QWidget):
    """`look_wanted` when the identity is asked for; `safe_ticked(bool)` on a sensitive case."""

    look_wanted = Signal()
    safe_ticked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.px(4))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(SafeLabel(lambda: translate("case", "REPORTER"), role="section"))
        self._who = SafeLabel(wrap=True).selectable()
        row.addWidget(self._who, 1)
        self._look = PlainButton(lambda: translate("case", "see identity"), self.look_wanted.emit, tone="link")
        self._look.tip(lambda: translate("case", "Asks a reason; each look is recorded"))
        row.addWidget(self._look)
        outer.addLayout(row)
        self._safe = TickBox()
        self._safe.clicked.connect(self.safe_ticked)
        outer.addWidget(self._safe)
        self._revealed: Revealed | None = None

    def show_view(self, view: CaseView) -> None:
        """Show the reporter of a case; an identity opened for another case is gone."""
        report = view.report
        if self._revealed is not None and self._revealed.report_id != report.id:
            self._revealed = None
        reporter = report.reporter
        if self._revealed is not None:
            parts = [self._revealed.name, self._revealed.phone, self._revealed.account]
        else:
            parts = [reporter.name_masked, reporter.phone_masked]
        words = " · ".join(one_line(part) for part in parts if part) or translate("case", "anonymous")
        if not reporter.reachable:
            words += " · " + translate("case", "cannot be asked")
        self._who.say(words)
        self._look.setVisible(bool(reporter.sealed) and self._revealed is None)
        self._safe.setVisible(report.sensitive)
        self._safe.setText(translate("case", "Safe to contact"))
        self._safe.setChecked(report.safe_to_contact)
        self._safe.setEnabled(view.may.get("report.safe_to_contact") is None)

    def reveal(self, revealed: Revealed) -> None:
        """Show an opened identity until another case is selected; `show_view` must follow."""
        self._revealed = revealed

    def cover(self) -> None:
        """Mask it again (lock, sign-out, another case)."""
        self._revealed = None
