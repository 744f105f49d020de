"""Where a film is seen: one frame after the other, fitted, or a part of it enlarged."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.desk.spans import Frame
from console.ui import theme

STEP = 1.25
MOST = 16.0


class FilmScreen(QWidget):
    """`pressed` by a click without dragging; `resized` when frames of another size are wanted. The wheel enlarges."""

    pressed = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._held: Frame | None = None
        self._words = self._note = ""
        self._enlarged = 1.0
        self._middle = QPointF(0.5, 0.5)
        self._dragged: QPointF | None = None
        self._moved = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(theme.px(240), theme.px(140))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def frame(self) -> Frame | None:
        """The frame seen."""
        return self._held

    @property
    def words(self) -> str:
        """What stands there instead of a frame."""
        return self._words

    @property
    def edge_px(self) -> int:
        """How many pixels of the screen the longer edge of a frame fills."""
        longest = max(self.width(), self.height()) * self.devicePixelRatioF()
        return round(longest * max(1.0, self._enlarged))

    @property
    def target(self) -> QRectF:
        """Where the frame is drawn; fitted frames are enlarged too, films of phones being small."""
        if self._image is None or not self.width() or not self.height():
            return QRectF()
        wide, high = self._image.width(), self._image.height()
        scale = min(self.width() / wide, self.height() / high) * self._enlarged
        size = QPointF(wide * scale, high * scale)
        return QRectF(
            self.width() / 2 - self._middle.x() * size.x(), self.height() / 2 - self._middle.y() * size.y(),
            size.x(), size.y(),
        )  # fmt: skip

    def show_frame(self, frame: Frame) -> None:
        """Show a frame at once; its bytes are kept, not copied."""
        self._held, self._words = frame, ""
        self._image = QImage(
            frame.rgb, frame.width_px, frame.height_px, frame.width_px * 3, QImage.Format.Format_RGB888
        )
        self.update()

    def show_words(self, words: str) -> None:
        """Say why there is none; fit again."""
        self._image, self._held, self._words = None, None, words
        self.fit()

    def show_note(self, note: str) -> None:
        """A few words over the picture ('waiting'), '' for none."""
        if note != self._note:
            self._note = note
            self.update()

    def fit(self) -> None:
        """The whole frame in view."""
        self._enlarged, self._middle = 1.0, QPointF(0.5, 0.5)
        self._change()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Enlarge so that what is under `at` stays there; never smaller than fitted."""
        before = self.target
        if before.isEmpty():
            return
        anchor = at if at is not None else QPointF(self.width() / 2, self.height() / 2)
        part = QPointF((anchor.x() - before.x()) / before.width(), (anchor.y() - before.y()) / before.height())
        self._enlarged = min(MOST, max(1.0, self._enlarged * factor))
        after = self.target
        away = QPointF(anchor.x() - self.width() / 2, anchor.y() - self.height() / 2)
        self._middle = QPointF(part.x() - away.x() / after.width(), part.y() - away.y() / after.height())
        self._change()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom to the cursor."""
        steps = event.angleDelta().y() / 120
        if steps:
            self.zoom(STEP**steps, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click, or the beginning of a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged, self._moved = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is enlarged."""
        if self._dragged is None:
            return
        way = event.position() - self._dragged
        if not self._moved and way.manhattanLength() < theme.px(4):
            return
        target = self.target
        self._moved, self._dragged = True, event.position()
        if not target.isEmpty() and self._enlarged > 1:
            self._middle -= QPointF(way.x() / target.width(), way.y() / target.height())
            self._change()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click that dragged nothing."""
        if self._dragged is not None and not self._moved:
            self.pressed.emit()
        self._dragged = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Between fitted and enlarged; the first click of the two is taken back."""
        self.pressed.emit()
        if self._enlarged > 1:
            self.fit()
        else:
            self.zoom(STEP**4, event.position())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Frames of another size may be wanted."""
        super().resizeEvent(event)
        self.resized.emit()

    def sizeHint(self) -> QSize:
        """As a film likes it."""
        return QSize(theme.px(640), theme.px(360))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame or words on black, the note in a corner."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#0b0f14"))
        if self._image is None:
            painter.setPen(QColor("#b9c4cf"))
            painter.setFont(theme.font(14))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(theme.px(24), 0, -theme.px(24), 0), flags, self._words)
        else:
            target = self.target
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._smooth(target))
            painter.drawImage(target, self._image)
        if self._note:
            self._paint_note(painter)
        painter.end()

    def _smooth(self, target: QRectF) -> bool:
        """Enlarged beyond four screen pixels a pixel, pixels are shown as they are."""
        return self._image is not None and target.width() < 4 * self._image.width()

    def _paint_note(self, painter: QPainter) -> None:
        painter.setFont(theme.font(12, bold=True))
        words = painter.fontMetrics().horizontalAdvance(self._note)
        room = QRectF(theme.px(12), theme.px(12), words + theme.px(20), theme.px(26))
        ground = QColor("#0b0f14")
        ground.setAlpha(205)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(room, theme.px(6), theme.px(6))
        painter.setPen(QColor("#f2f5f8"))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._note)

    def _change(self) -> None:
        """The frame stays in the window's middle."""
        half = 0.5 / self._enlarged
        self._middle = QPointF(
            min(1 - half, max(half, self._middle.x())), min(1 - half, max(half, self._middle.y()))
        )
        self.resized.emit()
        self.update()
