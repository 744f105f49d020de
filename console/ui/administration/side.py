"""The right side of an administrator's page: one sheet at a time, scrolled."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from console.ui import theme
from console.ui.administration.sheet import Sheet
from console.ui.texts.language import translate
from console.ui.widgets.spoken import Words
from console.ui.widgets.states import EmptyState


class Side(QStackedWidget):
    """`show_sheet(None)` shows a quiet sentence."""

    def __init__(self, words: Words | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._areas: dict[Sheet, QScrollArea] = {}
        self._nothing = EmptyState("up", words or (lambda: translate("enrolment", "Choose a line, or begin a new one")))
        self.addWidget(self._nothing)
        self.setMinimumWidth(theme.px(360))

    def add_sheet(self, sheet: Sheet) -> None:
        """A sheet that may stand here."""
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(sheet)
        self._areas[sheet] = area
        self.addWidget(area)

    def show_sheet(self, sheet: Sheet | None) -> None:
        """This one."""
        self.setCurrentWidget(self._areas[sheet] if sheet is not None else self._nothing)

    @property
    def sheet(self) -> Sheet | None:
        """The one shown."""
        shown = self.currentWidget()
        return next((sheet for sheet, area in self._areas.items() if area is shown), None)
