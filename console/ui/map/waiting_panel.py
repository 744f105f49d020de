"""What stands in the map's place while it is being prepared, and when it cannot be shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QStackedLayout, QWidget

from console.ui.map.palette import PALETTES, Theme
from console.ui.texts.language import translate
from console.ui.widgets.states import EmptyState


class WaitingPanel(QWidget):
    """A calm ground with one sentence; `again` when the operator asks for another try."""

    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, False)
        self._preparing = EmptyState("map", lambda: translate("map", "Preparing the map…"))
        self._failed = EmptyState(
            "attention",
            lambda: translate("map", "The map cannot be shown"),
            lambda: translate("map", "Queue, cases and dispatch go on working without it."),
            action=lambda: translate("map", "Try again"),
            pressed=self.again.emit,
        )
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._preparing)
        self._pages.addWidget(self._failed)

    @property
    def failed(self) -> bool:
        """Whether the panel says that the map cannot be shown."""
        return self._pages.currentWidget() is self._failed

    @property
    def sentence(self) -> str:
        """What it says now."""
        shown = self._failed if self.failed else self._preparing
        return shown.sentence.text()

    def show_preparing(self) -> None:
        """The map is on its way."""
        self._turn_to(self._preparing)

    def show_failed(self) -> None:
        """The map cannot be shown; the rest of the console works on."""
        self._turn_to(self._failed)

    def set_theme(self, theme: Theme) -> None:
        """The ground of the map's theme, so that nothing flashes when the map appears."""
        dressed = self.palette()
        dressed.setColor(QPalette.ColorRole.Window, QColor(PALETTES[theme].outside))
        self.setPalette(dressed)

    def _turn_to(self, state: EmptyState) -> None:
        self._pages.setCurrentWidget(state)
        self.show()
        self.raise_()
