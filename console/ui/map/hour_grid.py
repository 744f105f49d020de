"""The hours of a week as a grid to drag over, shaded by how many reports each has.

A drag or Shift with the arrows chooses a rectangle, with Ctrl it adds to what is chosen; a day's name chooses the day.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.domain.heat import ALL_HOURS, HOURS
from console.ui import theme
from console.ui.map.heat_ramp import shade
from console.ui.map.heat_words import chosen_words, day_signs, hour_words
from console.ui.map.palette import Theme
from console.ui.texts.language import translate
from console.ui.widgets.safe import show_tip
from console.ui.widgets.spoken import name_widget

DAYS, A_DAY = 7, 24
_LABEL_PX, _HEAD_PX, _ROW_PX = 34, 16, 17
_STEPS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}


class HourGrid(QWidget):
    """`chosen(hours)` when a person has chosen others; hour 0 is Monday 00:00."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hours = ALL_HOURS
        self._counts: tuple[int, ...] = (0,) * HOURS
        self._from: tuple[int, int] | None = None
        self._to = (0, 0)
        self._adding = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        name_widget(self, lambda: translate("heat", "Hours of the week"))

    @property
    def hours(self) -> frozenset[int]:
        """What is chosen."""
        return self._hours

    @property
    def cursor_hour(self) -> int:
        """The hour the keys stand on."""
        return self._to[0] * A_DAY + self._to[1]

    def choose(self, hours: frozenset[int]) -> None:
        """Choose these without telling; none means all."""
        self._hours = hours or ALL_HOURS
        self._describe()
        self.update()

    def show_counts(self, counts: tuple[int, ...]) -> None:
        """Shade the hours by these 168 counts."""
        self._counts = counts
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """Seven rows and the hours above them."""
        return QSize(theme.px(_LABEL_PX + A_DAY * 11), theme.px(_HEAD_PX + DAYS * _ROW_PX) + 2)

    def cell_at(self, at: QPoint) -> tuple[int, int] | None:
        """(day, hour) under a point; hour -1 over a day's name; None beside the grid."""
        day = int((at.y() - theme.px(_HEAD_PX)) // theme.px(_ROW_PX))
        if not 0 <= day < DAYS or at.y() < theme.px(_HEAD_PX):
            return None
        if at.x() < theme.px(_LABEL_PX):
            return day, -1
        hour = int((at.x() - theme.px(_LABEL_PX)) / self._wide())
        return (day, hour) if 0 <= hour < A_DAY else None

    def box_of(self, day: int, hour: int) -> QRect:
        """Where an hour is painted."""
        left = theme.px(_LABEL_PX) + hour * self._wide()
        right = theme.px(_LABEL_PX) + (hour + 1) * self._wide()
        row = theme.px(_ROW_PX)
        return QRect(round(left), theme.px(_HEAD_PX) + day * row, round(right) - round(left) - 1, row - 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a rectangle; over a day's name choose the day."""
        cell = self.cell_at(event.position().toPoint())
        if cell is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self._adding = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        day, hour = cell
        self._from, self._to = (day, max(0, hour)), (day, A_DAY - 1 if hour < 0 else hour)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Stretch the rectangle; else say what lies under the mouse."""
        cell = self.cell_at(event.position().toPoint())
        if self._from is not None:
            if cell is not None and cell[1] >= 0:
                self._to = cell
                self.update()
        elif cell is not None and cell[1] >= 0:
            show_tip(event.globalPosition().toPoint(), self._words(cell[0] * A_DAY + cell[1]), self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The rectangle is chosen."""
        if self._from is not None and event.button() is Qt.MouseButton.LeftButton:
            self._take()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, with Shift they stretch; blank or Enter chooses, with Ctrl adds; Ctrl+A all, Esc lets go."""
        key, held = Qt.Key(event.key()), event.modifiers()
        if key in _STEPS:
            self._walk(*_STEPS[key], stretch=bool(held & Qt.KeyboardModifier.ShiftModifier))
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._adding = bool(held & Qt.KeyboardModifier.ControlModifier)
            self._from = self._from or self._to
            self._take()
        elif key == Qt.Key.Key_A and held & Qt.KeyboardModifier.ControlModifier:
            self.choose(ALL_HOURS)
            self.chosen.emit(self._hours)
        elif key == Qt.Key.Key_Escape and self._from is not None:
            self._from = None
            self.update()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Every hour shaded by its count, chosen ones strong, others faint; the rectangle and the cursor on top."""
        painter = QPainter(self)
        self._paint_heads(painter)
        look: Theme = "light" if theme.palette().name == "light" else "dark"
        most = max(self._counts)
        for hour in range(HOURS):
            box = self.box_of(*divmod(hour, A_DAY))
            painter.setOpacity(1.0 if hour in self._hours else 0.28)
            painter.fillRect(box, theme.colour("raised"))
            if (ink := shade(look, self._counts[hour], most)) is not None:
                painter.fillRect(box, ink)
            if hour in self._hours and len(self._hours) < HOURS:
                painter.fillRect(QRect(box.left(), box.bottom() - 1, box.width(), 2), theme.colour("accent"))
        painter.setOpacity(1.0)
        if self._from is not None:
            painter.setPen(QPen(theme.colour("text"), 2))
            painter.drawRect(self._rectangle())
        elif self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(self.box_of(*self._to))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Another language or theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._describe()
            self.updateGeometry()
            self.update()

    def _paint_heads(self, painter: QPainter) -> None:
        painter.setFont(theme.font(11))
        painter.setPen(theme.colour("muted"))
        for hour in (0, 6, 12, 18):
            box = self.box_of(0, hour)
            painter.drawText(
                QRect(box.left(), 0, theme.px(40), theme.px(_HEAD_PX) - 2), Qt.AlignmentFlag.AlignLeft, f"{hour:02d}"
            )
        for day, name in enumerate(day_signs()):
            at = QRect(0, self.box_of(day, 0).top(), theme.px(_LABEL_PX) - 4, theme.px(_ROW_PX))
            painter.drawText(at, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)

    def _wide(self) -> float:
        return max(1.0, (self.width() - theme.px(_LABEL_PX)) / A_DAY)

    def _walk(self, down: int, across: int, *, stretch: bool) -> None:
        self._from = (self._from or self._to) if stretch else None
        self._to = ((self._to[0] + down) % DAYS, (self._to[1] + across) % A_DAY)
        self._describe()
        show_tip(self.mapToGlobal(self.box_of(*self._to).bottomRight()), self._words(self.cursor_hour), self)
        self.update()

    def _rectangle(self) -> QRect:
        begin = self._from or self._to
        return self.box_of(*begin).united(self.box_of(*self._to))

    def _take(self) -> None:
        begin, end = self._from or self._to, self._to
        days = range(min(begin[0], end[0]), max(begin[0], end[0]) + 1)
        across = range(min(begin[1], end[1]), max(begin[1], end[1]) + 1)
        found = frozenset(day * A_DAY + hour for day in days for hour in across)
        self._from = None
        if self._adding and len(self._hours) < HOURS:
            found = self._hours - found if found <= self._hours else self._hours | found
        self.choose(found)
        self.chosen.emit(self._hours)

    def _words(self, hour: int) -> str:
        return hour_words(hour, self._counts[hour], chosen=hour in self._hours)

    def _describe(self) -> None:
        """What a screen reader says: the hour under the cursor, then how many are chosen."""
        self.setAccessibleDescription(f"{self._words(self.cursor_hour)}. {chosen_words(self._hours)}")
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
