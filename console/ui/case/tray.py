"""Where questions to the operator open: inside the case, never modal."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from console.ui import theme
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Words


class TrayCard(QFrame):
    """One open question; Esc closes it. Subclasses fill `rows` and the `buttons` row.

    `changed` when it asks the next thing and wants another height.
    """

    closed = Signal()
    changed = Signal()

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

    def minimumSizeHint(self) -> QSize:
        """However long a word is, the pane decides the width."""
        return QSize(0, super().minimumSizeHint().height())

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


class Tray(QScrollArea):
    """Holds at most one card; `emptied` when it closes, so that the keyboard can go back to the case.

    As high as its card, or scrolled where the pane has no such room.
    """

    emptied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._card: TrayCard | None = None
        self.setVisible(False)

    @property
    def card(self) -> TrayCard | None:
        """The open card, if any."""
        return self._card

    def open(self, card: TrayCard) -> None:
        """Show a card instead of the one before."""
        self.clear()
        self.takeWidget()
        self._card = card
        card.closed.connect(self._card_closed)
        card.changed.connect(self.updateGeometry)
        self.setWidget(card)
        self.setVisible(True)
        self.updateGeometry()
        # A detached case is a window of its own: the question was asked for, so the keyboard follows it there.
        if not self.window().isActiveWindow():
            self.window().activateWindow()
        card.take_focus()

    def clear(self) -> None:
        """Close whatever is open, without deciding."""
        card, self._card = self._card, None
        if card is None:
            return
        writing = QApplication.focusWidget()
        if writing is not None and (writing is card or card.isAncestorOf(writing)):
            # Before it hides: Qt would hand the keyboard to whatever comes next, and that is the search field.
            self.emptied.emit()
        self.setVisible(False)
        card.deleteLater()  # not taken out first: its style would be worked out anew for nobody

    def close_answered(self) -> None:
        """Close the card whose answer was decided, and give the keyboard back."""
        if self._card is not None:
            self._card_closed()

    def hasHeightForWidth(self) -> bool:
        """Texts wrap, so the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the card wants to be."""
        if self._card is None:
            return 0
        layout = self._card.layout()
        wanted = layout.heightForWidth(width) if layout is not None else -1
        return max(wanted, self._card.minimumSizeHint().height()) + 2

    def sizeHint(self) -> QSize:
        """The card's height at the present width."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """A part of it at least."""
        return QSize(0, min(theme.px(150), self.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def _card_closed(self) -> None:
        self.clear()
        self.emptied.emit()
