"""The search field: words search the queue, a number's tail goes to its report."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from console.ui import icons, theme
from console.ui.texts.language import translate
from console.ui.widgets.key_cap import KeyCap
from console.ui.widgets.spoken import Spoken, name_widget

_PAUSE_MS = 250


class SearchField(QLineEdit):
    """`searched(words)` when typing pauses or at Enter, '' when emptied; `left()` at Escape or Down.

    What `is_command` knows is not searched while it is typed; a '/' at the beginning always searches.
    """

    searched = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(200)
        self._icon = self.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._cap = KeyCap("Ctrl K", self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self._told = ""
        self._room = True
        self.is_command: Callable[[str], bool] = lambda line: False
        self.textEdited.connect(self._edited)
        self.textChanged.connect(lambda text: self._cap.setVisible(self._room and not text))
        self.setMinimumWidth(theme.px(150))
        self.setMaximumWidth(theme.px(420))
        self.setFixedHeight(theme.px(34))
        name_widget(self, lambda: translate("top", "Search"))
        Spoken(self, lambda: self.setPlaceholderText(translate("top", "Search, or a command: claim 42")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter searches at once, Escape empties and leaves, Down leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self._tell()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def search_now(self) -> None:
        """Search what stands there and leave, as Enter does."""
        self._tell()
        self.left.emit()

    def empty(self) -> None:
        """Empty it; what was searched meanwhile is searched no more."""
        self.clear()
        self._tell()

    def forget(self) -> None:
        """Empty it without searching."""
        self._pause.stop()
        self.clear()
        self._told = ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the key cap at the right end."""
        super().resizeEvent(event)
        size = self._cap.sizeHint()
        self._room = self.width() >= theme.px(230)
        self._cap.setVisible(self._room and not self.text())
        self.setTextMargins(0, 0, size.width() + theme.px(4) if self._room else 0, 0)
        self._cap.setGeometry(
            self.width() - size.width() - theme.px(8), (self.height() - size.height()) // 2, size.width(), size.height()
        )

    def _edited(self, text: str) -> None:
        if self.is_command(text) and not text.startswith("/"):
            self._pause.stop()
        else:
            self._pause.start()

    def _tell(self) -> None:
        self._pause.stop()
        words = " ".join(self.text().removeprefix("/").split())
        if words != self._told:
            self._told = words
            self.searched.emit(words)
