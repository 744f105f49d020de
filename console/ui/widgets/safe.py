"""Labels and tooltips that show text as text: Qt would render '<img src=file>' otherwise."""

from __future__ import annotations

import html

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

from console.ui.widgets.spoken import Words, worded


def safe_tip(text: str) -> str:
    """A tooltip that shows exactly this text, wrapped; '' for none (tooltips guess the format: we escape)."""
    return f'<p style="white-space:pre-wrap">{html.escape(text)}</p>' if text else ""


def show_tip(at: QPoint, text: str, widget: QWidget) -> None:
    """Show this text as a tooltip at a global point; '' hides it."""
    QToolTip.showText(at, safe_tip(text), widget)


def restyle(widget: QWidget, **properties: str) -> None:
    """Set style-sheet properties (role, tone) and let them take effect."""
    if all(widget.property(name) == value for name, value in properties.items()):
        return
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class SafeLabel(QLabel):
    """A plain-text label; `role` names its style (title, heading, section, muted, small, strong, figure, bad …)."""

    def __init__(self, words: Words = "", parent: QWidget | None = None, *, role: str = "", wrap: bool = False) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self._words: Words = ""
        if role:
            self.setProperty("role", role)
        self.say(words)

    def say(self, words: Words) -> None:
        """Show a fixed text, or a function's words now and after each language switch."""
        self._words = words
        self.setText(worded(words))

    def tip(self, text: str) -> None:
        """Set the tooltip, as text."""
        self.setToolTip(safe_tip(text))

    def selectable(self) -> SafeLabel:
        """Let mouse and keyboard copy it; returns itself."""
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return self

    def changeEvent(self, event: QEvent) -> None:
        """Say spoken words anew in the new language."""
        if event.type() == QEvent.Type.LanguageChange and not isinstance(self._words, str):
            self.setText(worded(self._words))
        super().changeEvent(event)


class ElidedLabel(SafeLabel):
    """One line that ends in … when there is no room; the full text is a hover away."""

    def __init__(self, words: Words = "", parent: QWidget | None = None, *, role: str = "") -> None:
        self._full = ""
        super().__init__(words, parent, role=role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Keep the full text and show what fits; the same text again costs nothing."""
        full = text.replace("\n", " ")
        if full != self._full:
            self._full = full
            self._fit()

    def full_text(self) -> str:
        """The text before eliding."""
        return self._full

    def sizeHint(self) -> QSize:
        """Room for the full text."""
        margins = self.contentsMargins()
        width = self.fontMetrics().horizontalAdvance(self._full) + margins.left() + margins.right() + 2
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """It may shrink to a few letters."""
        return QSize(self.fontMetrics().horizontalAdvance("MMM…"), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text to the new width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit anew when font or language changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        room = max(0, self.contentsRect().width())
        shown = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, room)
        if shown != self.text():
            super().setText(shown)
        self.setToolTip(safe_tip(self._full) if shown != self._full else "")
