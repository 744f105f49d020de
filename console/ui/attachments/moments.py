"""A slider over the moments of a file: press, drag, arrows; what is at hand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

from console.desk.part import Part
from console.ui import theme
from console.ui.attachments.player_words import moment_words
from console.ui.texts.language import translate
from console.ui.widgets.spoken import name_widget

STEP_S, PAGE_S = 1, 10
_FOOT_PX = 4


class Moments(QSlider):
    """`sought(seconds)` by hand or key; its value is in ms. How it looks is for those who inherit it.

    `hovered(seconds, x)` under the mouse, `left` when it goes.
    """

    sought = Signal(float)
    hovered = Signal(float, int)
    left = Signal()

    def __init__(self, edge_px: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._edge_px = edge_px
        self._ranges: tuple[tuple[int, int], ...] = ()
        self._mouse_x: int | None = None
        self._part = Part()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        self.setSingleStep(STEP_S * 1000)
        self.setPageStep(PAGE_S * 1000)
        self.setRange(0, 0)
        name_widget(self, lambda: translate("player", "Moment of the file"))

    @property
    def mouse_x(self) -> int | None:
        """Where the mouse is over it."""
        return self._mouse_x

    def span(self, duration_ms: int) -> None:
        """How long the file is; 0 while that is not known."""
        self.setRange(0, duration_ms)
        self.setEnabled(duration_ms > 0)

    def go_to(self, at_s: float, ranges: tuple[tuple[int, int], ...] = ()) -> None:
        """Stand at a moment; `ranges` in ms are at hand. A hand on it is not pushed away."""
        if ranges != self._ranges:
            self._ranges = ranges
            self.update()
        if not self.isSliderDown():
            self.setValue(round(at_s * 1000))

    def show_part(self, part: Part) -> None:
        """The marks between which it plays again and again."""
        if part != self._part:
            self._part = part
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows by a second, pages by ten, Home and End; other keys are not its own."""
        ways = {
            Qt.Key.Key_Left: self.value() - self.singleStep(), Qt.Key.Key_Right: self.value() + self.singleStep(),
            Qt.Key.Key_PageUp: self.value() + self.pageStep(), Qt.Key.Key_PageDown: self.value() - self.pageStep(),
            Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.maximum(),
        }  # fmt: skip
        to_ms = ways.get(Qt.Key(event.key()))
        if to_ms is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
            return
        self._seek(to_ms)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where it was pressed."""
        if event.button() == Qt.MouseButton.LeftButton and self.maximum():
            self.setSliderDown(True)
            self._seek(self.ms_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the hand, and tell what lies under the mouse."""
        self._mouse_x = round(event.position().x())
        if self.isSliderDown():
            self._seek(self.ms_at(event.position().x()))
        if self.maximum():
            self.hovered.emit(self.ms_at(event.position().x()) / 1000, self._mouse_x)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self.setSliderDown(False)

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is elsewhere."""
        self._mouse_x = None
        self.left.emit()
        self.update()
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel over it seeks nothing: a moment found is not lost by chance."""
        event.ignore()

    def x_at(self, at_ms: float) -> float:
        """Where a moment lies."""
        edge = theme.px(self._edge_px)
        part = min(1.0, max(0.0, at_ms / max(1, self.maximum())))
        return edge + part * (self.width() - 2 * edge)

    def ms_at(self, x: float) -> int:
        """The moment at a place."""
        edge = theme.px(self._edge_px)
        part = (x - edge) / max(1, self.width() - 2 * edge)
        return round(min(1.0, max(0.0, part)) * self.maximum())

    def spoken_value(self) -> str:
        """Where it stands, as people say it."""
        return f"{moment_words(self.value() / 1000)} / {moment_words(self.maximum() / 1000)}"

    def paint_ranges(self, painter: QPainter, top: float, height: float) -> None:
        """What is at hand, as a bar."""
        for since, until in self._ranges:
            left = self.x_at(since)
            painter.drawRect(QRectF(left, top, max(1.0, self.x_at(until) - left), height))

    def paint_part(self, painter: QPainter, top: float, height: float) -> None:
        """Brackets at the marks, and a light ground between them."""
        begin, end = self._part.begin_ms, self._part.end_ms
        if begin is not None and end is not None:
            ground = theme.colour("accent")
            ground.setAlpha(56)
            painter.fillRect(QRectF(self.x_at(begin), top, self.x_at(end) - self.x_at(begin), height), ground)
        pen = QPen(theme.colour("accent"), theme.px(2))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for at_ms, inwards in ((begin, 1), (end, -1)):
            if at_ms is not None:
                x, foot = self.x_at(at_ms), inwards * theme.px(_FOOT_PX)
                painter.drawPolyline(
                    [QPointF(x + foot, top), QPointF(x, top), QPointF(x, top + height), QPointF(x + foot, top + height)]
                )

    def _seek(self, to_ms: int) -> None:
        self.setValue(min(self.maximum(), max(0, to_ms)))
        self.setAccessibleDescription(self.spoken_value())
        self.sought.emit(self.value() / 1000)
