"""Paints a table's cell in two lines: what it is, and what is to be said of it below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from console.ui import theme

SECOND_LINE = Qt.ItemDataRole.UserRole + 1
"""The role of the second line; without words there the first stands alone in the middle."""

HIGH_PX = 46
_SIDE_PX = 8


class TwoLines(QStyledItemDelegate):
    """What has no room is shortened in its middle: beginnings and ends tell names apart."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines and some air."""
        return QSize(theme.px(80), theme.px(HIGH_PX))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One cell; its ink is the model's foreground, the second line is muted."""
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(box, theme.colour("chosen" if state & QStyle.StateFlag.State_Selected else "hover"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("line"))
        room = box.adjusted(theme.px(_SIDE_PX), 0, -theme.px(_SIDE_PX) // 2, 0)
        first, second = str(index.data() or ""), str(index.data(SECOND_LINE) or "")
        ink = index.data(Qt.ItemDataRole.ForegroundRole)
        colour = ink if isinstance(ink, QColor) else theme.colour("text")
        if second:
            upper = QRect(room.left(), room.top() + theme.px(5), room.width(), theme.px(19))
            _write(painter, upper, first, theme.font(13), colour)
            lower = QRect(room.left(), room.top() + theme.px(24), room.width(), theme.px(17))
            _write(painter, lower, second, theme.font(11.5), theme.colour("muted"))
        else:
            _write(painter, room, first, theme.font(13), colour)
        painter.restore()


def _write(painter: QPainter, room: QRect, words: str, font: QFont, colour: QColor) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideMiddle, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
