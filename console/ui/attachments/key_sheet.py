"""The sheet of keys over the viewer: opened with '?', gone with any key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from console.ui import theme
from console.ui.attachments.stage import KeyLine
from console.ui.texts.language import translate
from console.ui.widgets.key_cap import KeyCap
from console.ui.widgets.panel import Card
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import name_widget


class KeySheet(Card):
    """Laid over the middle of its parent; `show_lines` opens it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows.addWidget(SafeLabel(lambda: translate("attachments", "Keys"), role="heading"))
        self._body: QWidget | None = None
        self._over = parent
        name_widget(self, lambda: translate("attachments", "Keys"))
        parent.installEventFilter(self)
        self.hide()

    def show_lines(self, lines: Sequence[KeyLine]) -> None:
        """Show these keys in the middle."""
        if self._body is not None:
            self.rows.removeWidget(self._body)
            self._body.deleteLater()
        self._body = QWidget(self)
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, theme.px(4), 0, 0)
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(6))
        for at, line in enumerate(lines):
            caps = QHBoxLayout()
            caps.setSpacing(theme.px(4))
            for cap in line.caps:
                caps.addWidget(KeyCap(cap))
            caps.addStretch(1)
            grid.addLayout(caps, at, 0)
            grid.addWidget(SafeLabel(line.words), at, 1)
        self.rows.addWidget(self._body)
        self.show()
        self.raise_()
        self._centre()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._centre()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click closes it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.hide()

    def _centre(self) -> None:
        self.adjustSize()
        room = self._over.size()
        self.move((room.width() - self.width()) // 2, max(0, (room.height() - self.height()) // 2))


def frame_lines(stage: Sequence[KeyLine]) -> tuple[KeyLine, ...]:
    """The keys of a stage among those of the viewer's frame."""
    return (
        KeyLine(("→", "←"), lambda: translate("attachments", "Next file, previous file")),
        *stage,
        KeyLine(("1 … 6",), lambda: translate("claims", "Tick what it shows; Ctrl+Z undoes")),
        KeyLine(("Q",), lambda: translate("claims", "Say what is behind the doubt the file raises")),
        KeyLine(("F",), lambda: translate("attachments", "Full screen, on the second monitor if there is one")),
        KeyLine(("H",), lambda: translate("attachments", "Only the file, without strip and side; and back")),
        KeyLine(("Esc",), lambda: translate("attachments", "Leave full screen, close")),
        KeyLine(("?",), lambda: translate("attachments", "These keys")),
    )
