"""The time slider of a replay: a case's moments above the line, where fixes are below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

from console.ui import theme
from console.ui.texts.language import translate
from console.ui.widgets.safe import show_tip
from console.ui.widgets.spoken import Words, name_widget, worded

STEP_S = 10
PAGE_S = 300
_EDGE_PX = 14
_LINE_Y = 48
_BARS_Y = 56
_WORD_LINES = (10, 23, 36)
"""Words that find no room above stand below; those that find none there either are left to the mark's colour."""
_BAR_PX = 4
_MOST_BARS = 4
_NEAR_PX = 5
"""A mark is hit so close to its line, or anywhere on its words."""


@dataclass(frozen=True, slots=True)
class TimeMark:
    """A moment worth seeing, its words and colour (a palette name); `whole` is said of it on hover."""

    at: datetime
    words: Words
    colour: str = "text"
    whole: Words = ""


@dataclass(frozen=True, slots=True)
class TimeBar:
    """Where one track has fixes, as pieces without gaps, in its colour (#rrggbb)."""

    colour: str
    pieces: tuple[tuple[datetime, datetime], ...]


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A mark as it stands on the slider: where its line is, its words and their room (None: no room above)."""

    mark: TimeMark
    x: int
    top: int
    words: str
    room: QRect | None


class TimeSlider(QSlider):
    """`instant_chosen(datetime)` however it was moved; arrows 10 s, pages 5 min, Home and End, Ctrl+arrows by marks.

    A click on a mark or its words goes exactly there, to the second.
    """

    instant_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._since = datetime.fromtimestamp(0, UTC)
        self._marks: tuple[TimeMark, ...] = ()
        self._bars: tuple[TimeBar, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSingleStep(STEP_S)
        self.setPageStep(PAGE_S)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        name_widget(self, lambda: translate("history", "Instant shown on the map"))
        self.valueChanged.connect(lambda _seconds: self.instant_chosen.emit(self.instant))

    @property
    def instant(self) -> datetime:
        """The moment it stands at, aware UTC."""
        return self._since + timedelta(seconds=self.value())

    @property
    def since(self) -> datetime:
        """Its beginning."""
        return self._since

    @property
    def until(self) -> datetime:
        """Its end."""
        return self._since + timedelta(seconds=self.maximum())

    @property
    def marks(self) -> tuple[TimeMark, ...]:
        """The moments it shows."""
        return self._marks

    def span(self, since: datetime, until: datetime, at: datetime | None = None) -> None:
        """Go from one moment to another, standing at `at` (else at the beginning)."""
        self._since = since
        self.setRange(0, max(1, round((until - since).total_seconds())))
        self.go_to(at or since)
        self.update()

    def stretch(self, until: datetime) -> None:
        """Go on to a later end; the instant stays."""
        self.setMaximum(max(self.maximum(), round((until - self._since).total_seconds())))
        self.update()

    def go_to(self, at: datetime) -> None:
        """Stand at a moment; outside the span at its end."""
        self.setValue(round((at - self._since).total_seconds()))

    def mark(self, marks: tuple[TimeMark, ...], bars: tuple[TimeBar, ...]) -> None:
        """Show these moments, and where the tracks have fixes."""
        self._marks, self._bars = marks, bars
        self.update()

    def sizeHint(self) -> QSize:
        """Words, line and bars."""
        return QSize(theme.px(240), theme.px(_BARS_Y + _MOST_BARS * (_BAR_PX + 1) + 3))

    def minimumSizeHint(self) -> QSize:
        """It may be short, not low."""
        return QSize(theme.px(80), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl with an arrow goes to the next moment of the case."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.key() == Qt.Key.Key_Right:
                self.go_to(min((mark.at for mark in self._marks if mark.at > self.instant), default=self.until))
                return
            if event.key() == Qt.Key.Key_Left:
                self.go_to(max((mark.at for mark in self._marks if mark.at < self.instant), default=self._since))
                return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where it was pressed; a mark or its words: to that moment."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if (mark := self.mark_at(event.position())) is not None:
            self.go_to(mark.at)
            return
        self.setSliderDown(True)
        self._go_to_x(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the hand."""
        if self.isSliderDown():
            self._go_to_x(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self.setSliderDown(False)

    def mark_at(self, point: QPointF) -> TimeMark | None:
        """The mark under a point: its words there, else the nearest line."""
        near, bottom = theme.px(_NEAR_PX), theme.px(_LINE_Y + 6)
        drawn = list(self._drawn())
        for each in drawn:
            if each.room is not None and each.room.contains(point.toPoint()):
                return each.mark
        hit = [each for each in drawn if abs(point.x() - each.x) <= near and each.top <= point.y() <= bottom]
        return min(hit, key=lambda each: abs(point.x() - each.x)).mark if hit else None

    def event(self, event: QEvent) -> bool:
        """The words of the mark under the mouse, also where there was no room for them."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self.mark_at(QPointF(event.pos()))
            show_tip(event.globalPos(), worded(mark.whole or mark.words) if mark is not None else "", self)
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel over it scrolls nothing: a moment found is not lost by chance."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Bars of fixes, the line, marks with their words, the knob."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bars(painter)
        y, left, right = theme.px(_LINE_Y), self._x(0), self._x(self.maximum())
        painter.setPen(_thick("line"))
        painter.drawLine(left, y, right, y)
        at = self._x(self.value())
        painter.setPen(_thick("accent"))
        painter.drawLine(left, y, at, y)
        self._paint_marks(painter, y)
        painter.setPen(QPen(theme.colour("text" if self.hasFocus() else "panel"), theme.px(2)))
        painter.setBrush(theme.colour("accent"))
        radius = theme.px(8)
        painter.drawEllipse(at - radius, y - radius, 2 * radius, 2 * radius)
        painter.end()

    def _paint_marks(self, painter: QPainter, y: int) -> None:
        painter.setFont(theme.font(11))
        for each in self._drawn():
            painter.setPen(QPen(theme.colour(each.mark.colour), theme.px(2)))
            painter.drawLine(each.x, each.top, each.x, y + theme.px(6))
            if each.room is not None:
                painter.setPen(theme.colour("text"))
                painter.drawText(each.room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, each.words)

    def _drawn(self) -> Iterator[_Drawn]:
        """Where each mark and its words stand; words that would cover others leave their line alone."""
        metrics = QFontMetrics(theme.font(11))
        taken = [-1] * len(_WORD_LINES)
        for mark in self._marks:
            x = self._x((mark.at - self._since).total_seconds())
            words = worded(mark.words)
            width = metrics.horizontalAdvance(words)
            left = min(max(2, x - width // 2), self.width() - width - 2)
            line = next((line for line in range(len(taken)) if left > taken[line]), None)
            if line is None:
                yield _Drawn(mark, x, theme.px(_LINE_Y - 8), words, None)
                continue
            taken[line] = left + width + theme.px(6)
            room = QRect(left, theme.px(_WORD_LINES[line] - 10), width, theme.px(13))
            yield _Drawn(mark, x, theme.px(_WORD_LINES[line] + 3), words, room)

    def _paint_bars(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for place, bar in enumerate(self._bars[:_MOST_BARS]):
            painter.setBrush(theme.colour(bar.colour))
            top = theme.px(_BARS_Y + place * (_BAR_PX + 1))
            for since, until in bar.pieces:
                left = self._x((since - self._since).total_seconds())
                right = self._x((until - self._since).total_seconds())
                painter.drawRoundedRect(QRectF(left, top, max(2, right - left), theme.px(_BAR_PX)), 1, 1)

    def _x(self, seconds: float) -> int:
        edge = theme.px(_EDGE_PX)
        part = min(1.0, max(0.0, seconds / max(1, self.maximum())))
        return round(edge + part * (self.width() - 2 * edge))

    def _go_to_x(self, x: float) -> None:
        edge = theme.px(_EDGE_PX)
        self.setValue(round((x - edge) / max(1, self.width() - 2 * edge) * self.maximum()))


def _thick(colour: str) -> QPen:
    pen = QPen(theme.colour(colour), theme.px(4))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen
