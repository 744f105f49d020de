"""Boxes over a photo or film before it is painted over: drawn, moved, resized, deleted.

Why so long: what hand and keyboard do with a box, side by side.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QTransform, QWheelEvent
from PySide6.QtWidgets import QWidget

from console.domain.box import MOST_BOXES, Box
from console.ui import theme
from console.ui.attachments.redact_ground import Ground
from console.ui.texts.language import translate
from console.ui.widgets.spoken import name_widget

_GRIP_PX, _LEAST_PX = 9, 5
"""Reach of a corner, and the smallest box a hand can mean, in pixels of the screen."""
_STEP, _WIDE_STEP = 0.01, 0.05
"""How far a key moves a box, in shares of the picture's longer edge."""


@dataclass(slots=True)
class _Drawn:
    """A box in pixels of the upright picture, and in a film from when until when (ms); None: all the while."""

    rect: QRectF
    span: tuple[int, int] | None = None


@dataclass(slots=True)
class _Held:
    """What the hand holds: a new box, a whole one (`corner` None), or one of its corners (0 .. 3, clockwise)."""

    box: QRectF
    at: QPointF
    corner: int | None = None
    new: bool = False


class RedactLayer(QWidget):
    """Lies over a picture; `changed` with every box, `done` on Enter, `left` on Esc. Boxes are in its own pixels.

    Drag on the picture draws; drag a box moves it, a corner resizes; Delete takes the chosen one away. By keyboard: B a
    new box in the middle, Tab the next, arrows move (Ctrl: far), Shift and arrows resize. The wheel zooms as ever.
    Over a film (`timed`) a box is seen while it is on, the chosen one always, and solid while it plays.
    """

    changed = Signal()
    done = Signal()
    left = Signal()

    def __init__(self, ground: Ground, *, timed: bool = False) -> None:
        super().__init__(ground.widget)
        self._ground, self._timed = ground, timed
        self._at_ms, self._solid = 0, False
        self._boxes: list[_Drawn] = []
        self._chosen = -1
        self._held: _Held | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        name_widget(self, lambda: translate("redact", "Boxes over the photo"))
        ground.widget.installEventFilter(self)
        for moved in ground.moves:
            moved.connect(self._follow)  # a method, not a lambda: Qt lets it go with this layer, the picture lives on
        self.setGeometry(ground.widget.rect())

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The boxes in whole pixels of the upright picture, rounded outwards and cut at its edges."""
        size = self._ground.size
        frame = QRectF(0, 0, size.width(), size.height())
        found = ((drawn.rect.intersected(frame).toAlignedRect(), drawn.span) for drawn in self._boxes)
        wide, high = int(size.width()), int(size.height())
        return tuple(
            Box(left=max(0, r.left()), top=max(0, r.top()), right=min(wide, r.left() + r.width()),
                bottom=min(high, r.top() + r.height()), from_ms=span[0] if span else None,
                until_ms=span[1] if span else None)
            for r, span in found if not r.isEmpty()
        )  # fmt: skip

    @property
    def spans(self) -> tuple[tuple[int, int] | None, ...]:
        """From when until when each box drawn lasts (ms), None all the while."""
        return tuple(drawn.span for drawn in self._boxes)

    @property
    def chosen(self) -> int:
        """Which box is chosen, -1 none."""
        return self._chosen

    def choose(self, place: int) -> None:
        """Choose a box, -1 none."""
        if self._chosen != place:
            self._chosen = place
            self._tell()

    def span(self, place: int, span: tuple[int, int] | None) -> None:
        """From when until when a box lasts."""
        self._boxes[place].span = span
        self._tell()

    def show_moment(self, at_ms: int, *, solid: bool) -> None:
        """The moment of the film that is seen; `solid` boxes hide what is below them, as in the copy."""
        self._at_ms, self._solid = at_ms, solid
        self.update()

    def clear(self) -> None:
        """Take every box away."""
        self._boxes, self._chosen, self._held = [], -1, None
        self._tell()

    def add_box(self, rect: QRectF) -> None:
        """Put a box there, in pixels of the upright picture, and choose it."""
        if len(self._boxes) < MOST_BOXES:
            self._boxes.append(_Drawn(rect.normalized()))
            self._chosen = len(self._boxes) - 1
            self._tell()

    def delete_chosen(self) -> None:
        """Take the chosen box away."""
        if 0 <= self._chosen < len(self._boxes):
            del self._boxes[self._chosen]
            self._chosen = len(self._boxes) - 1
            self._tell()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a corner, a box, or begin a new one."""
        if event.button() is not Qt.MouseButton.LeftButton or self._ground.size.isEmpty():
            return
        at = self._picture_of(event.position())
        place, corner = self._under(event.position())
        if place >= 0:
            self._chosen = place
            self._held = _Held(QRectF(self._boxes[place].rect), at, corner)
        elif len(self._boxes) < MOST_BOXES:
            self._boxes.append(_Drawn(QRectF(at, at)))
            self._chosen = len(self._boxes) - 1
            self._held = _Held(QRectF(at, at), at, 2, new=True)
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw, move or resize."""
        held = self._held
        if held is None:
            place, corner = self._under(event.position())
            shapes = Qt.CursorShape
            self.setCursor(shapes.SizeAllCursor if place >= 0 and corner is None else shapes.CrossCursor)
            return
        way = self._picture_of(event.position()) - held.at
        box = QRectF(held.box)
        if held.corner is None:
            box.translate(way)
        else:
            _pull(box, held.corner, way)
        self._boxes[self._chosen].rect = box.normalized()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; a mere click leaves no box behind."""
        held, self._held = self._held, None
        if held is None:
            return
        shown = self._ground.to_screen().mapRect(self._boxes[self._chosen].rect)
        if held.new and (shown.width() < _LEAST_PX or shown.height() < _LEAST_PX):
            self.delete_chosen()
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The layer's keys; others go to the viewer."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.done.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and (self._chosen >= 0 or not self._timed):
            self.delete_chosen()
        elif key == Qt.Key.Key_B and not event.isAutoRepeat():
            self.add_in_view()
        elif not self._step(event):
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Tab goes from box to box while there is another."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab:
            if self._chosen + 1 < len(self._boxes):
                self.choose(self._chosen + 1)
                return True
            self.choose(-1)
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The canvas zooms, to the cursor as ever."""
        event.ignore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as the canvas, always."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._ground.widget.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """What will be solid, with the picture still to be seen below; the chosen one with its corners."""
        painter = QPainter(self)
        turn = self._ground.to_screen()
        for place, drawn in enumerate(self._boxes):
            shown, chosen, on = turn.mapRect(drawn.rect), place == self._chosen, self._is_on(drawn)
            if not (on or chosen):
                continue
            if on:
                painter.fillRect(shown, QColor(0, 0, 0, 255 if self._solid else 190))
            line = Qt.PenStyle.SolidLine if on else Qt.PenStyle.DashLine
            painter.setPen(QPen(QColor("#4aa3ff" if chosen else "#ffffff"), 2 if chosen else 1, line))
            painter.drawRect(shown)
            if chosen:
                for corner in _corners(shown):
                    painter.fillRect(QRectF(corner - QPointF(4, 4), QSizeF(8, 8)), QColor("#4aa3ff"))

    def _is_on(self, drawn: _Drawn) -> bool:
        return not self._timed or drawn.span is None or drawn.span[0] <= self._at_ms < drawn.span[1]

    def _follow(self, _how: object = None) -> None:
        """The picture below was zoomed or moved."""
        self.update()

    def _step(self, event: QKeyEvent) -> bool:
        ways = {
            Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
        }  # fmt: skip
        way = ways.get(Qt.Key(event.key()))
        if way is None or not 0 <= self._chosen < len(self._boxes):
            # With boxes drawn no key leaves the photo by accident: they would be lost. A film plays on Space.
            held = way is not None or event.key() == Qt.Key.Key_Space
            return bool(self._boxes) and held and not self._timed
        far = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        size = self._ground.size
        step = QPointF(*way) * max(size.width(), size.height()) * (_WIDE_STEP if far else _STEP)
        step = self._turned().inverted()[0].map(step)
        box = QRectF(self._boxes[self._chosen].rect)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            box.setBottomRight(box.bottomRight() + step)
        else:
            box.translate(step)
        if box.width() > 0 and box.height() > 0:
            self._boxes[self._chosen].rect = box
            self._tell()
        return True

    def add_in_view(self) -> None:
        """A box in the middle of what is seen."""
        middle = self._picture_of(QPointF(self.width() / 2, self.height() / 2))
        edge = theme.px(80) / self._scale()
        self.add_box(QRectF(middle.x() - edge / 2, middle.y() - edge / 2, edge, edge))

    def _under(self, at: QPointF) -> tuple[int, int | None]:
        """Which box lies there, and which of its corners if one does; -1 none. The uppermost is meant."""
        turn = self._ground.to_screen()
        for place in reversed(range(len(self._boxes))):
            drawn = self._boxes[place]
            if not self._is_on(drawn) and place != self._chosen:
                continue
            for corner, point in enumerate(_corners(drawn.rect)):
                if (turn.map(point) - at).manhattanLength() <= _GRIP_PX:
                    return place, corner
            if turn.mapRect(drawn.rect).contains(at):
                return place, None
        return -1, None

    def _tell(self) -> None:
        self.update()
        self.changed.emit()

    def _scale(self) -> float:
        """Pixels of the screen per pixel of the picture."""
        turn = self._ground.to_screen()
        return float(max(1e-6, abs(turn.determinant()) ** 0.5))

    def _turned(self) -> QTransform:
        """How it is turned, without where it lies and how large it is."""
        turn, scale = self._ground.to_screen(), self._scale()
        return QTransform(turn.m11() / scale, turn.m12() / scale, turn.m21() / scale, turn.m22() / scale, 0, 0)

    def _picture_of(self, at: QPointF) -> QPointF:
        return self._ground.to_screen().inverted()[0].map(at)


def _corners(rect: QRectF) -> tuple[QPointF, QPointF, QPointF, QPointF]:
    return rect.topLeft(), rect.topRight(), rect.bottomRight(), rect.bottomLeft()


def _pull(box: QRectF, corner: int, way: QPointF) -> None:
    """Move one corner; the opposite one stays."""
    point = _corners(box)[corner] + way
    (box.setTopLeft, box.setTopRight, box.setBottomRight, box.setBottomLeft)[corner](point)
