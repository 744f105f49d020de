"""The page of a call: timer, the filed number, the fields, the bar that files it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from console.ui import theme
from console.ui.call_taking.beware_list import BewareList
from console.ui.call_taking.call_fields import CallFields
from console.ui.call_taking.filed_card import FiledCard
from console.ui.case.tray import Tray
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.key_cap import KeyCap
from console.ui.widgets.panel import Line, Panel, PanelHeader
from console.ui.widgets.safe import SafeLabel


class CallSheet(Panel):
    """`file_wanted`, `drop_wanted` and `finish_wanted` of its bar."""

    file_wanted = Signal()
    drop_wanted = Signal()
    finish_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.card, self.fields, self.beware = FiledCard(), CallFields(), BewareList()
        self.timer, self.notice = SafeLabel("", role="muted", wrap=True), SafeLabel("", role="small", wrap=True)
        self.file_key = KeyCap("Ctrl Enter")
        self.file_button = PlainButton(lambda: translate("call", "File"), self.file_wanted.emit, tone="primary")
        self.leave_button = PlainButton(lambda: translate("call", "Done"), self.finish_wanted.emit)
        self.drop_button = PlainButton(lambda: translate("call", "throw away"), self.drop_wanted.emit, tone="flat")
        self.rows.addWidget(PanelHeader(lambda: translate("call", "Call")))
        self.rows.addWidget(Line())
        self.rows.addWidget(self.beware)
        self.rows.addWidget(self._body(), 1)
        self.tray = Tray()
        self.rows.addWidget(self.tray)
        self.rows.addWidget(Line())
        self.rows.addWidget(self._bar())
        self.setMinimumWidth(theme.px(330))

    def say(self, words: str) -> None:
        """What is missing or went wrong; '' nothing."""
        self.notice.say(words)
        self.notice.setVisible(bool(words))

    def show_filed(self, number: str, *, filed: bool) -> None:
        """The number to read out in place of the bar that files."""
        self.card.setVisible(filed)
        self.fields.lock_filed(filed=filed)
        for widget in (self.file_button, self.file_key, self.drop_button):
            widget.setVisible(not filed)
        self.leave_button.setVisible(filed)
        if filed:
            self.card.show_number(number)

    def ask_to_drop(self, *, sure: bool) -> None:
        """Whether the next press throws the draft away."""
        self.drop_button.set_tone("danger" if sure else "flat")
        self.drop_button.say(
            (lambda: translate("call", "throw away for good")) if sure else (lambda: translate("call", "throw away"))
        )

    def _body(self) -> QScrollArea:
        body, scroll = QWidget(), QScrollArea()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(*(theme.px(14),) * 4)
        inner.setSpacing(theme.px(10))
        inner.addWidget(self.timer)
        inner.addWidget(self.card)
        inner.addWidget(self.fields)
        inner.addStretch(1)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        return scroll

    def _bar(self) -> QWidget:
        foot = QWidget()
        rows, line = QVBoxLayout(foot), QHBoxLayout()
        rows.setContentsMargins(theme.px(14), theme.px(8), theme.px(14), theme.px(8))
        rows.addWidget(self.notice)
        line.setSpacing(theme.px(8))
        line.addWidget(self.drop_button)
        line.addStretch(1)
        for widget in (self.leave_button, self.file_key, self.file_button):
            line.addWidget(widget)
        rows.addLayout(line)
        return foot
