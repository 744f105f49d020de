"""Guards the letter keys: only in queue or case, on a report that stood still."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from console.ui.selection import Selection

APART_MS = 300
"""A letter within so many ms of another is typing, not deciding (screens.md, decision bar)."""

STOOD_MS = 300
"""A report must have been selected unchanged for so long (screens.md, decision bar)."""


class KeyGuard(QObject):
    """`pressed(letter, report_id, shift)` for a letter A-Z that may act on the report selected at that moment.

    Watches the panes given to `watch` (queue, case): Qt hands a key a child ignored to its pane, so letters typed into
    a text field never come here. Anything the guard holds back is swallowed, never passed on to another meaning.
    """

    pressed = Signal(str, str, bool)

    def __init__(
        self,
        selection: Selection,
        parent: QObject | None = None,
        *,
        monotonic_s: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._selection = selection
        self._monotonic_s = monotonic_s
        self._last_letter_s = -1.0
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def watch(self, pane: QWidget) -> None:
        """Let letters act while focus is in this pane."""
        pane.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take letters that reach a watched pane."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() < Qt.Key.Key_A or event.key() > Qt.Key.Key_Z or writes(QApplication.focusWidget()):
            return False
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            return False
        now_s = self._monotonic_s()
        apart = (now_s - self._last_letter_s) * 1000 >= APART_MS
        if not event.isAutoRepeat():
            self._last_letter_s = now_s
        report_id = self._selection.report_id
        if report_id and apart and not event.isAutoRepeat() and self._selection.stood_ms >= STOOD_MS:
            shift = modifiers == Qt.KeyboardModifier.ShiftModifier
            self.pressed.emit(chr(int(event.key())), report_id, shift)
        return True

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if writes(old) and not writes(new):
            self._last_letter_s = self._monotonic_s()


def writes(widget: QWidget | None) -> bool:
    """Whether a person types text into this widget."""
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    return isinstance(widget, QLineEdit | QPlainTextEdit | QAbstractSpinBox)
