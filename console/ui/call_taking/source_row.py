"""How the call came: one of five, chosen by click, or by keys like any row of buttons."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from console.domain.casework.filing import DESK_SOURCES
from console.domain.report import SourceKind
from console.ui import theme
from console.ui.texts.cases import source_word
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.flow import FlowLayout
from console.ui.widgets.spoken import name_widget


class SourceRow(QWidget):
    """`chosen(SourceKind value)` when a person chose."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, gap=theme.px(6))
        self._group = QButtonGroup(self)
        self._buttons: dict[SourceKind, PlainButton] = {}
        for source in DESK_SOURCES:
            button = PlainButton(partial(source_word, source))
            button.setProperty("role", "filter")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _on, source=source: self.chosen.emit(source.value))
            self._group.addButton(button)
            self._buttons[source] = button
            flow.addWidget(button)
        name_widget(self, lambda: translate("call", "How it came"))

    def show_source(self, source: SourceKind) -> None:
        """Mark one."""
        self._buttons[source].setChecked(True)
