"""The number to read out, large, and a line for what the caller says afterwards."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.ui import theme
from console.ui.sign_in.field import Field
from console.ui.texts.language import translate
from console.ui.widgets.key_cap import KeyCap
from console.ui.widgets.panel import Card
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import name_widget


class FiledCard(Card):
    """`said(text)` for each further line, on Enter."""

    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows.setSpacing(theme.px(6))
        self.rows.addWidget(SafeLabel(lambda: translate("call", "Read out this number"), role="section"))
        self.number = SafeLabel("", role="read_out").selectable()
        name_widget(self.number, lambda: translate("call", "Read out this number"))
        self.rows.addWidget(self.number)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        self.further = Field(lambda: translate("call", "What the caller says now goes to the case"))
        self.further.label.setWordWrap(True)
        self.further.line.returnPressed.connect(self._say)
        line.addWidget(self.further, 1)
        line.addWidget(KeyCap("Enter"), 0, Qt.AlignmentFlag.AlignBottom)
        self.rows.addLayout(line)
        self.kept = SafeLabel("", role="small", wrap=True)
        self.kept.hide()
        self.rows.addWidget(self.kept)

    def show_number(self, number: str) -> None:
        """The number, or that the server will give one."""
        self.number.say(number or (lambda: translate("call", "comes from the server")))
        self.further.line.clear()
        self.kept.hide()

    def take_focus(self) -> None:
        """Type at once."""
        self.further.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def line_kept(self, text: str) -> None:
        """It is on the case."""
        self.kept.say(text)
        self.kept.show()

    def line_refused(self, text: str) -> None:
        """It is not: it stands in the field again."""
        self.further.line.setText(text)

    def _say(self) -> None:
        text = self.further.line.text().strip()
        if text:
            self.further.line.clear()
            self.said.emit(text)
