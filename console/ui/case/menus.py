"""A menu whose words are plain text: '&' is a letter, and it never stays behind."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget


class PlainMenu(QMenu):
    """Opens without blocking and deletes itself when closed; the first nine entries have number keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._count = 0
        self.aboutToHide.connect(self.deleteLater)

    def offer(self, words: str, chosen: Callable[[], None], *, why_not: str = "", ticked: bool = False) -> None:
        """An entry; `why_not` makes it dead and says why."""
        self._count += 1
        number = f"&{self._count}  " if self._count < 10 else ""
        mark = "✓ " if ticked else ""
        action = self.addAction(number + mark + words.replace("&", "&&") + (f" ({why_not})" if why_not else ""))
        action.setEnabled(not why_not)
        action.triggered.connect(lambda *_: chosen())

    def divide(self) -> None:
        """A line between groups."""
        self.addSeparator()

    def open_under(self, widget: QWidget) -> None:
        """Open at the lower left corner of a widget."""
        self.popup(widget.mapToGlobal(QPoint(0, widget.height())))
