"""A picture to look at: zoom where the cursor points, drag, turn, fit, one to one.

Why so long: each way of looking is one small method over the same three numbers, and they belong together.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui import theme
from console.ui.attachments.levels import Levels

STEP = 1.25
MOST = 16.0
GROUND, WORDS = "#0b0f14", "#b9c4cf"
"""Black around pictures in both themes: their colours are seen as they are."""

_PAN_SHARE = 0.15
"""An arrow key moves by this part of the shorter side."""

_CRISP_FROM = 3.0
"""Enlarged more than so, pixels show as squares: nothing is invented between them."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a picture is looked at, apart from its size: `zoom` 1 is fitted; `x`, `y` the point in the middle,
    in shares of the turned picture from its own middle; `turned` degrees clockwise."""

    zoom: float = 1.0
    x: float = 0.0
    y: float = 0.0
    turned: int = 0


class Canvas(QWidget):
    """`zoomed(percent)` after each change, 100 % is a pixel of the original per pixel of the screen.

    `looked(Look)` when a hand moved it (not when told to); `pressed` when it was clicked.
    """

    zoomed = Signal(int)
    looked = Signal(object)
    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._levels: Levels | None = None
        self._words = ""
        self._scale, self._turned = 1.0, 0
        self._fits = True
        self._middle = QPointF()
        self._dragged: QPointF | None = None
        self._marked = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(theme.px(160), theme.px(120))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def levels(self) -> Levels | None:
        """What is shown, None while there are only words."""
        return self._levels

    @property
    def scale(self) -> float:
        """Screen pixels per pixel of the original."""
        return self._scale

    @property
    def turned(self) -> int:
        """Degrees turned clockwise: 0, 90, 180 or 270."""
        return self._turned

    @property
    def look(self) -> Look:
        """How it is looked at now."""
        off = self.picture_point(QPointF(self.width() / 2, self.height() / 2))
        size = self._turned_size()
        wide, high = max(1.0, size.width()), max(1.0, size.height())
        return Look(self._scale / self._fitted_scale(), off.x() / wide, off.y() / high, self._turned)

    def show_levels(self, levels: Levels) -> None:
        """Show another picture, fitted and upright."""
        self._levels, self._words, self._turned = levels, "", 0
        self.fit()

    def sharpen(self, levels: Levels) -> None:
        """The same picture better or brightened: how it is looked at stays."""
        first, self._levels, self._words = self._levels is None, levels, ""
        if first or self._fits:
            self._fit()
        self.update()

    def show_words(self, words: str) -> None:
        """Say why there is none."""
        self._levels, self._words = None, words
        self.update()

    def mark(self, marked: bool) -> None:
        """Frame it: of two, the one that keys and the film strip mean."""
        self._marked = marked
        self.update()

    def fit(self) -> None:
        """The whole picture in view, never enlarged beyond its own pixels."""
        self._fit()
        self.looked.emit(self.look)

    def fit_width(self) -> None:
        """As wide as the window, its upper edge at the top: how a page is read."""
        size = self._turned_size()
        if size.width() > 0:
            self._fits = False
            self._scale = min(MOST, self.width() / size.width())
            high = size.height() * self._scale
            self._middle = QPointF(self.width() / 2, max(self.height(), high) / 2)
            self._changed()
            self.looked.emit(self.look)

    def one_to_one(self) -> None:
        """A pixel of the original per pixel of the screen."""
        self.zoom(1 / self._scale)

    def turn(self, quarters: int = 1) -> None:
        """Quarters clockwise, less than 0 the other way."""
        self._turned = (self._turned + 90 * quarters) % 360
        self.fit()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Enlarge by a factor so that what is under `at` (the middle when None) stays there."""
        if self._levels is None:
            return
        anchor = at if at is not None else QPointF(self.width() / 2, self.height() / 2)
        scale = min(MOST, max(self._fitted_scale() / 2, self._scale * factor))
        self._middle = anchor + (self._middle - anchor) * (scale / self._scale)
        self._scale, self._fits = scale, False
        self._changed()
        self.looked.emit(self.look)

    def pan(self, right_px: float, down_px: float) -> None:
        """Move what is in view by screen pixels; some of the picture always stays in sight."""
        if self._levels is None:
            return
        self._middle -= QPointF(right_px, down_px)
        self._fits = False
        self._keep_in_sight()
        self.update()
        self.looked.emit(self.look)

    def pan_by_key(self, key: int) -> bool:
        """Move what is in view by an arrow key; False for any other key."""
        step = round(min(self.width(), self.height()) * _PAN_SHARE)
        ways: dict[int, tuple[int, int]] = {
            Qt.Key.Key_Left: (-step, 0), Qt.Key.Key_Right: (step, 0), Qt.Key.Key_Up: (0, -step),
            Qt.Key.Key_Down: (0, step),
        }  # fmt: skip
        way = ways.get(key)
        if way is not None:
            self.pan(*way)
        return way is not None

    def take_look(self, look: Look) -> None:
        """Be looked at as another picture is; says nothing of it."""
        if self._levels is None:
            return
        self._turned = look.turned
        size = self._turned_size()
        self._scale = min(MOST, self._fitted_scale() * look.zoom)
        off = QPointF(look.x * size.width(), look.y * size.height())
        self._middle = QPointF(self.width() / 2, self.height() / 2) - off * self._scale
        self._fits = look == Look(turned=look.turned)
        self._changed()

    def picture_point(self, at: QPointF) -> QPointF:
        """The point of the turned picture under a widget point, from its middle, in pixels of the original."""
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
        self.pressed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the picture."""
        if self._dragged is not None:
            moved = event.position() - self._dragged
            self._dragged = event.position()
            self.pan(-moved.x(), -moved.y())

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
            self._fit()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Picture or words on black."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(GROUND))
        if self._levels is None:
            painter.setPen(QColor(WORDS))
            painter.setFont(theme.font(14))
            room = self.rect().adjusted(theme.px(24), 0, -theme.px(24), 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)
        else:
            self._paint_picture(painter, self._levels)
        if self._marked:
            painter.resetTransform()
            painter.setPen(QPen(theme.colour("accent"), theme.px(2)))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))

    def _paint_picture(self, painter: QPainter, levels: Levels) -> None:
        size = QSizeF(levels.size)
        image = levels.fitting(size.width() * self._scale * self.devicePixelRatioF())
        enlarged = self._scale * size.width() / image.width()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, enlarged < _CRISP_FROM or levels.share < 1)
        painter.setTransform(
            QTransform()
            .translate(self._middle.x(), self._middle.y())
            .scale(self._scale, self._scale)
            .rotate(self._turned)
        )
        painter.drawImage(QRectF(QPointF(-size.width() / 2, -size.height() / 2), size), image)

    def _turned_size(self) -> QSizeF:
        if self._levels is None:
            return QSizeF()
        size = QSizeF(self._levels.size)
        return size.transposed() if self._turned % 180 else size

    def _fitted_scale(self) -> float:
        size = self._turned_size()
        return min(1.0, self.width() / max(1.0, size.width()), self.height() / max(1.0, size.height()))

    def _fit(self) -> None:
        self._fits = True
        self._scale = self._fitted_scale()
        self._middle = QPointF(self.width() / 2, self.height() / 2)
        self._changed()

    def _keep_in_sight(self) -> None:
        size = self._turned_size() * self._scale
        least = theme.px(48)
        reach_x, reach_y = size.width() / 2 - least, size.height() / 2 - least
        self._middle = QPointF(
            min(self.width() + reach_x, max(-reach_x, self._middle.x())),
            min(self.height() + reach_y, max(-reach_y, self._middle.y())),
        )

    def _changed(self) -> None:
        self.zoomed.emit(round(self._scale * 100))
        self.update()
