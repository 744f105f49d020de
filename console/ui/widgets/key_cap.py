"""A key as it stands on the keyboard, shown beside what it does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui.widgets.safe import SafeLabel


class KeyCap(SafeLabel):
    """A key cap, e.g. KeyCap("Ctrl K")."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(key, parent, role="key")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
