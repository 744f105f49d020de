"""What was sent along and what is known of it, side by side where there is room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from console.ui import theme
from console.ui.attachments.strip import AttachmentStrip
from console.ui.shift.tick_line import TickLine

_FILES_BESIDE = 2


class EvidenceRow(QWidget):
    """Up to two files have the ticks at their right: what is seen is ticked where it is seen. More get a row."""

    def __init__(self, files: AttachmentStrip, ticks: TickLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files, self._ticks = files, ticks
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(10))
        self._row.addWidget(files)
        self._row.addWidget(ticks)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def arrange(self, files: int) -> None:
        """Lay out for so many files."""
        beside = 0 < files <= _FILES_BESIDE
        wanted = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)
        self._row.setStretch(1, 1 if beside else 0)
        self._row.setAlignment(self._ticks, Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag(0))
        # Beside the ticks the strip is as wide as its tiles, else as the pane.
        kind = QSizePolicy.Policy.Fixed if beside else QSizePolicy.Policy.Preferred
        self._files.setSizePolicy(kind, QSizePolicy.Policy.Preferred)
