"""The page of a shown case: head, body, the open question, what was said, the bar."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from console.ui import theme
from console.ui.case.case_body import CaseBody
from console.ui.case.case_header import CaseHeader
from console.ui.case.decision_bar import DecisionBar
from console.ui.case.elsewhere_line import ElsewhereLine
from console.ui.case.parts import CaseParts
from console.ui.case.tray import Tray
from console.ui.widgets.safe import SafeLabel


class CaseSheet(QWidget):
    """Only the body scrolls; head, question and bar keep their places."""

    def __init__(self, parts: CaseParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header, self.body = CaseHeader(), CaseBody(parts)
        self.tray, self.bar = Tray(), DecisionBar()
        self.said = SafeLabel(role="warn", wrap=True)
        self.said.setVisible(False)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, theme.px(14), 0, theme.px(12))
        rows.setSpacing(theme.px(8))
        head = QVBoxLayout()
        head.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        head.addWidget(self.header)
        rows.addLayout(head)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.body)
        rows.addWidget(self.area, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        foot.setSpacing(theme.px(8))
        self.elsewhere = ElsewhereLine()
        for widget in (self.tray, self.said, self.elsewhere, self.bar):
            foot.addWidget(widget)
        rows.addLayout(foot)

    def say(self, words: str) -> None:
        """Say something above the bar, '' to say nothing."""
        self.said.say(words)
        self.said.setVisible(bool(words))

    def to_top(self) -> None:
        """Begin to read at the top."""
        self.area.verticalScrollBar().setValue(0)
