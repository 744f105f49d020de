"""Where questions to the operator open: inside the case, never modal."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.ui import theme
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Words


class TrayCard(QFrame):
    """One open question; Esc closes it. Subclasses fill `rows` and the `buttons` row."""

    closed = Signal()

    def __init__(self, title: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "tray")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(10))
        outer.setSpacing(theme.px(6))
        head = QHBoxLayout()
        self.title = SafeLabel(title, role="heading", wrap=True)
        head.addWidget(self.title, 1)
        self._leave = PlainButton("✕", self.close_card, tone="flat")
        self._leave.tip(lambda: translate("case", "Close without deciding (Esc)"))
        self._leave.setAccessibleName(translate("case", "Close without deciding (Esc)"))
        self._leave.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        head.addWidget(self._leave)
        outer.addLayout(head)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(theme.px(6))
        outer.addLayout(self.rows)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(theme.px(8))
        outer.addLayout(self.buttons)

    def take_focus(self) -> None:
        """Put the keyboard where the answer begins."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_card(self) -> None:
        """Leave without deciding."""
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves; no other key reaches the case below."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
        event.accept()


class Tray(QWidget):
    """Holds at most one card; `emptied` when it closes, so that the keyboard can go back to the case."""

    emptied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._card: TrayCard | None = None
        self.setVisible(False)

    @property
    def card(self) -> TrayCard | None:
        """The open card, if any."""
        return self._card

    def open(self, card: TrayCard) -> None:
        """Show a card instead of the one before."""
        self.clear()
        self._card = card
        card.closed.connect(self._card_closed)
        self._rows.addWidget(card)
        self.setVisible(True)
        card.show()
        card.take_focus()

    def clear(self) -> None:
        """Close whatever is open, without deciding."""
        if self._card is not None:
            card, self._card = self._card, None
            self._rows.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.setVisible(False)

    def close_answered(self) -> None:
        """Close the card whose answer was decided, and give the keyboard back."""
        if self._card is not None:
            self._card_closed()

    def _card_closed(self) -> None:
        self.clear()
        self.emptied.emit()
