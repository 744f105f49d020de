"""The list of what is around a point; ticked where many may be chosen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from console.desk.around import Around
from console.ui import theme
from console.ui.case.words import distance_words
from console.ui.dispatch.words import unit_colour
from console.ui.map.around_words import around_line, around_name, around_sentence
from console.ui.widgets.safe import safe_tip
from console.ui.widgets.spoken import Words, name_widget

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class AroundModel(QAbstractListModel):
    """Rows in the order given; `ticked` are ids, in the order of the rows. `ticks_changed` after each tick."""

    ticks_changed = Signal()

    def __init__(self, *, ticks: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Around, ...] = ()
        self.ticks = ticks
        self._ticked: set[str] = set()

    @property
    def ticked(self) -> tuple[str, ...]:
        """Ids that are ticked."""
        return tuple(row.id for row in self.rows if row.id in self._ticked)

    def show(self, rows: Iterable[Around]) -> None:
        """Show these; ticks of those that left are forgotten."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self._ticked &= {row.id for row in self.rows}
        self.endResetModel()
        self.ticks_changed.emit()

    def tick(self, ids: Iterable[str]) -> None:
        """Tick exactly these."""
        self._ticked = set(ids) if self.ticks else set()
        self.dataChanged.emit(self.index(0), self.index(max(0, len(self.rows) - 1)))
        self.ticks_changed.emit()

    def turn(self, row_id: str) -> None:
        """Tick it, or take its tick off."""
        self.tick(self._ticked ^ {row_id})

    def is_ticked(self, row_id: str) -> bool:
        """Whether it is."""
        return row_id in self._ticked

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """One row each."""
        return len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text for paint and screen reader; whether it is ticked."""
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return around_name(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return around_sentence(row)
            case Qt.ItemDataRole.ToolTipRole:
                return safe_tip(around_sentence(row))
            case Qt.ItemDataRole.CheckStateRole if self.ticks:
                return Qt.CheckState.Checked if row.id in self._ticked else Qt.CheckState.Unchecked
        return None


class AroundList(QListView):
    """`opened(row id)` at a click or Enter; where rows are ticked, a click or the space bar ticks instead."""

    opened = Signal(str)

    def __init__(self, words: Words, *, ticks: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.around = AroundModel(ticks=ticks, parent=self)
        self.setModel(self.around)
        self.setItemDelegate(_Painter(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        name_widget(self, words)

    def show_rows(self, rows: Iterable[Around], *, still: bool = False) -> None:
        """Show these, the current one stays current; `still`: those shown before keep their order, new ones follow."""
        fresh = tuple(rows)
        current = self.current_id
        if still:
            by_id = {row.id: row for row in fresh}
            kept = [by_id.pop(row.id) for row in self.around.rows if row.id in by_id]
            fresh = (*kept, *by_id.values())
        at = self.verticalScrollBar().value()
        self.around.show(fresh)
        place = next((n for n, row in enumerate(fresh) if row.id == current), -1)
        if place >= 0:
            self.setCurrentIndex(self.around.index(place))
        self.verticalScrollBar().setValue(at)

    @property
    def current_id(self) -> str:
        """The row the keys are on, '' for none."""
        index = self.currentIndex()
        return self.around.rows[index.row()].id if index.isValid() else ""

    @property
    def hand_in(self) -> bool:
        """Whether a hand is in the list: while it is, no row moves under it."""
        return self.hasFocus() or self.underMouse()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, space ticks."""
        here = self.current_id
        if here and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(here)
        elif here and event.key() == Qt.Key.Key_Space and self.around.ticks:
            self.around.turn(here)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click ticks where many may be chosen, else it opens."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            row_id = self.around.rows[index.row()].id
            if self.around.ticks:
                self.around.turn(row_id)
            else:
                self.opened.emit(row_id)

    def changeEvent(self, event: QEvent) -> None:
        """Words and sizes anew after another language or text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.StyleChange):
            self.scheduleDelayedItemsLayout()


class _Painter(QStyledItemDelegate):
    """Two lines: name and distance above, what it does below; old positions in grey."""

    def __init__(self, view: AroundList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines and some air."""
        return QSize(theme.px(120), theme.px(46))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        row = self._view.around.rows[index.row()]
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(box, theme.colour("chosen" if state & QStyle.StateFlag.State_Selected else "hover"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("line"))
        left = box.left() + theme.px(12)
        if self._view.around.ticks:
            left = self._paint_tick(painter, QRect(left, box.top(), theme.px(16), box.height()), row)
        self._paint_mark(painter, left, box.center().y(), row)
        self._paint_words(painter, box.adjusted(left + theme.px(20) - box.left(), 0, -theme.px(12), 0), row)
        painter.restore()

    def _paint_tick(self, painter: QPainter, box: QRect, row: Around) -> int:
        side = theme.px(14)
        frame = QRect(box.left(), box.center().y() - side // 2, side, side)
        on = self._view.around.is_ticked(row.id)
        painter.setPen(theme.colour("accent" if on else "muted"))
        painter.setBrush(theme.colour("accent" if on else "panel"))
        painter.drawRoundedRect(frame, 3, 3)
        if on:
            painter.setPen(theme.colour("on_accent"))
            painter.setFont(theme.font(11, bold=True))
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, "✓")
        return box.left() + side + theme.px(10)

    def _paint_mark(self, painter: QPainter, left: int, middle: int, row: Around) -> None:
        side = theme.px(10)
        name = unit_colour(row.unit.status, stale=row.stale) if row.unit is not None else ""
        name = name or (f"p{row.report.priority}" if row.report is not None else "stale")
        painter.setPen(theme.colour(name))
        painter.setBrush(Qt.BrushStyle.NoBrush if row.stale else theme.colour(name))
        if row.report is not None:
            painter.drawRoundedRect(QRect(left, middle - side // 2, side, side), 2, 2)
        else:
            painter.drawEllipse(QRect(left, middle - side // 2, side, side))

    def _paint_words(self, painter: QPainter, box: QRect, row: Around) -> None:
        upper = QRect(box.left(), box.top() + theme.px(5), box.width(), theme.px(19))
        lower = QRect(box.left(), box.top() + theme.px(23), box.width(), theme.px(18))
        plain, strong, small = theme.font(12), theme.font(13, bold=True), theme.font(11.5)
        side, middle = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignVCenter
        far = distance_words(row.distance_m)
        wide = QFontMetrics(plain).horizontalAdvance(far) + theme.px(8)
        painter.setFont(plain)
        painter.setPen(theme.colour("muted"))
        painter.drawText(upper, Qt.AlignmentFlag.AlignRight | middle, far)
        painter.setFont(strong)
        painter.setPen(theme.colour("muted" if row.stale else "text"))
        name = QFontMetrics(strong).elidedText(around_name(row), Qt.TextElideMode.ElideRight, upper.width() - wide)
        painter.drawText(upper, side | middle, name)
        painter.setFont(small)
        painter.setPen(theme.colour("muted"))
        line = QFontMetrics(small).elidedText(around_line(row), Qt.TextElideMode.ElideRight, lower.width())
        painter.drawText(lower, side | middle, line)
