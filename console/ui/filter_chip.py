"""One saved filter as a pill: its word, and its count in bold."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from console.ui import theme
from console.ui.widgets.safe import safe_tip


class FilterChip(QAbstractButton):
    """Checkable; in a narrow row the word is cut, never the count, and the whole is a hover away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word, self._count = "", ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_words(self, word: str, count: int | None) -> None:
        """Show a filter's word with its count (None: not counted yet)."""
        self._word, self._count = word, "" if count is None else str(count)
        self.setText(f"{word} {self._count}".strip())
        self.setAccessibleName(self.text())
        self.setToolTip(safe_tip(self.text()))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for word and count."""
        return QSize(self._word_width() + self._count_width() + theme.px(26), theme.px(31))

    def minimumSizeHint(self) -> QSize:
        """Room for three letters and the count."""
        return QSize(theme.px(50) + self._count_width(), theme.px(31))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Brighten."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill."""
        chosen, hovered = self.isChecked(), self.underMouse()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "text" if self.hasFocus() else "accent" if chosen else "line"
        painter.setPen(QPen(theme.colour(edge), 1))
        painter.setBrush(theme.colour("accent" if chosen else "raised"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        left, right = theme.px(12), self.width() - theme.px(12)
        room = right - left - self._count_width()
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.setPen(theme.colour("on_accent" if chosen else "text" if hovered else "muted"))
        painter.setFont(theme.font(12.5))
        word = QFontMetrics(theme.font(12.5)).elidedText(self._word, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, 0, room, self.height()), flags, word)
        painter.setPen(theme.colour("on_accent" if chosen else "text"))
        painter.setFont(theme.font(12.5, bold=True))
        used = QFontMetrics(theme.font(12.5)).horizontalAdvance(word) + theme.px(6)
        painter.drawText(QRect(left + used, 0, right - left - used + 4, self.height()), flags, self._count)
        painter.end()

    def _word_width(self) -> int:
        return QFontMetrics(theme.font(12.5)).horizontalAdvance(self._word)

    def _count_width(self) -> int:
        if not self._count:
            return 0
        return QFontMetrics(theme.font(12.5, bold=True)).horizontalAdvance(self._count) + theme.px(6)
