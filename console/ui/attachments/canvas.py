"""A photo to look at: zoom where the cursor points, drag, rotate, fit."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui import theme

STEP = 1.25
MOST = 16.0


class Canvas(QWidget):
    """`zoomed(percent)` after each change; 100 % is one pixel of the picture per pixel of the screen."""

    zoomed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixmap: QPixmap | None = None
        self._words = ""
        self._scale, self._turned = 1.0, 0
        self._fits = True
        self._middle = QPointF()
        self._dragged: QPointF | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(theme.px(240), theme.px(180))

    @property
    def scale(self) -> float:
        """Screen pixels per picture pixel."""
        return self._scale

    @property
    def turned(self) -> int:
        """Degrees turned clockwise: 0, 90, 180 or 270."""
        return self._turned

    def show_image(self, image: QImage) -> None:
        """Show a picture, fitted and upright."""
        self._pixmap, self._words, self._turned = QPixmap.fromImage(image), "", 0
        self.fit()

    def show_words(self, words: str) -> None:
        """Say why there is none."""
        self._pixmap, self._words = None, words
        self.update()

    def fit(self) -> None:
        """The whole picture in view, never enlarged beyond its own pixels."""
        self._fits = True
        size = self._turned_size()
        if size.width() > 0:
            self._scale = min(1.0, self.width() / size.width(), self.height() / size.height())
        self._middle = QPointF(self.width() / 2, self.height() / 2)
        self._changed()

    def turn(self) -> None:
        """A quarter clockwise."""
        self._turned = (self._turned + 90) % 360
        self.fit()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Enlarge by a factor so that what is under `at` (the middle when None) stays there."""
        if self._pixmap is None:
            return
        anchor = at if at is not None else QPointF(self.width() / 2, self.height() / 2)
        size = self._turned_size()
        least = min(1.0, self.width() / max(1.0, size.width()), self.height() / max(1.0, size.height())) / 2
        scale = min(MOST, max(least, self._scale * factor))
        self._middle = anchor + (self._middle - anchor) * (scale / self._scale)
        self._scale, self._fits = scale, False
        self._changed()

    def picture_point(self, at: QPointF) -> QPointF:
        """The point of the turned picture under a widget point, from its middle, in picture pixels."""
        return (at - self._middle) / self._scale

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom to the cursor."""
        steps = event.angleDelta().y() / 120
        if steps:
            self.zoom(STEP**steps, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to drag."""
        self._dragged = event.position()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the picture."""
        if self._dragged is not None and self._pixmap is not None:
            self._middle += event.position() - self._dragged
            self._dragged, self._fits = event.position(), False
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End to drag."""
        self._dragged = None
        self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Between fitted and one to one."""
        if self._fits:
            self.zoom(1 / self._scale, event.position())
        else:
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A fitted picture stays fitted."""
        if self._fits:
            self.fit()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Picture or words on black."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#0b0f14"))
        if self._pixmap is None:
            painter.setPen(QColor("#b9c4cf"))
            painter.setFont(theme.font(14))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._scale < 3)
        painter.setTransform(
            QTransform()
            .translate(self._middle.x(), self._middle.y())
            .scale(self._scale, self._scale)
            .rotate(self._turned)
        )
        size = self._pixmap.size()
        painter.drawPixmap(
            QRectF(-size.width() / 2, -size.height() / 2, size.width(), size.height()),
            self._pixmap,
            QRectF(0, 0, size.width(), size.height()),
        )

    def _turned_size(self) -> QRectF:
        if self._pixmap is None:
            return QRectF()
        size = self._pixmap.size()
        wide, high = (size.height(), size.width()) if self._turned % 180 else (size.width(), size.height())
        return QRectF(0, 0, wide, high)

    def _changed(self) -> None:
        self.zoomed.emit(round(self._scale * 100))
        self.update()
