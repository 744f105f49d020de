"""Beside the files of a case: press it, or drop files on it, and they are put on the case."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from console.ui import icons, theme
from console.ui.attachments.file_choosing import attach_words, drop_words
from console.ui.attachments.tile import HEIGHT_PX
from console.ui.widgets.safe import safe_tip
from console.ui.widgets.spoken import Spoken

KEY = "O"
_NARROW_PX, _LOW_PX, _ICON_PX = 30, 34, 18


class AddTile(QAbstractButton):
    """Narrow beside tiles, a line with its words where there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._alone = False
        self._over = False
        self._why_not = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        Spoken(self, self._spell)
        self.stand(alone=True)

    @property
    def alone(self) -> bool:
        """Whether it stands there as a line."""
        return self._alone

    def stand(self, *, alone: bool, why_not: str = "") -> None:
        """With other tiles beside it, or alone; off where nothing may be put on the case."""
        self._alone, self._why_not = alone, why_not
        self.setEnabled(not why_not)
        self._spell()
        self.setFixedSize(self.sizeHint())
        self.update()

    def show_over(self, over: bool) -> None:
        """Files are held over it."""
        if over != self._over:
            self._over = over
            self.update()

    def sizeHint(self) -> QSize:
        """As high as a tile, or as its line of words."""
        if not self._alone:
            return QSize(theme.px(_NARROW_PX), theme.px(HEIGHT_PX))
        words = QFontMetrics(theme.font(12)).horizontalAdvance(self._words())
        return QSize(words + theme.px(_ICON_PX + 34), theme.px(_LOW_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dashed frame: something belongs here."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.isEnabled() and (self._over or self.hasFocus() or self.underMouse())
        tone = "accent" if lit else "muted"
        pen = QPen(theme.colour("accent" if lit else "muted"), theme.px(2) if self._over else 1)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.colour("raised") if lit else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))
        size = theme.px(_ICON_PX)
        icon = icons.pixmap("add", size, tone)
        painter.setFont(theme.font(12 if self._alone else 10))
        painter.setPen(theme.colour("text" if lit else "muted"))
        if self._alone:
            painter.drawPixmap(theme.px(10), (self.height() - size) // 2, icon)
            room = self.rect().adjusted(size + theme.px(18), 0, -theme.px(8), 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._words())
        else:
            painter.drawPixmap((self.width() - size) // 2, theme.px(18), icon)
            foot = QRect(0, theme.px(44), self.width(), theme.px(16))
            painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, KEY)
        painter.end()

    def _words(self) -> str:
        return f"{attach_words()}  {KEY}"

    def _spell(self) -> None:
        self.setAccessibleName(attach_words())
        self.setToolTip(safe_tip(self._why_not or f"{attach_words()}  ({KEY})\n{drop_words()}"))
