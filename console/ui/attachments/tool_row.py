"""A row of tools in the viewer's bar: buttons, gaps, and the zoom some of them share."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.ui import theme
from console.ui.texts.language import translate
from console.ui.widgets.icon_button import IconButton
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Words

_PERCENT_PX = 52


class ToolRow(QWidget):
    """Tools from left to right in the order they are added."""

    zoom_out: IconButton
    zoom_in: IconButton
    fit: IconButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(theme.px(2))
        self._percent = SafeLabel(role="muted")

    def add_button(self, icon: str, words: Words, key: str, *, checkable: bool = False) -> IconButton:
        """A button with its key in the hover."""
        button = IconButton(icon, words, key=key, checkable=checkable)
        self.row.addWidget(button)
        return button

    def add_gap(self) -> None:
        """Room between groups."""
        self.row.addSpacing(theme.px(8))

    def add_zoom(self) -> None:
        """Smaller, how large, larger, all of it."""
        self.zoom_out = self.add_button("zoom_out", lambda: translate("attachments", "Smaller"), "−")
        self._percent.setFixedWidth(theme.px(_PERCENT_PX))
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.row.addWidget(self._percent)
        self.zoom_in = self.add_button("zoom_in", lambda: translate("attachments", "Larger"), "+")
        self.fit = self.add_button("fit", lambda: translate("attachments", "Fit the window"), "0")

    def say_zoom(self, percent: int) -> None:
        """How large it is shown."""
        self._percent.say(f"{percent} %")
