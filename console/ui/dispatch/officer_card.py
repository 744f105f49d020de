"""One unit of the officers strip: colour dot, name, what it does and how far or how old."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from console.desk.fleet import UnitCard
from console.ui import theme
from console.ui.dispatch.words import card_words, position_words, unit_colour, unit_name
from console.ui.texts.language import translate
from console.ui.widgets.safe import safe_tip


class OfficerCard(QAbstractButton):
    """Pressing it points at the unit on the map; `menu_wanted(unit)` on a right click or the menu key."""

    menu_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: UnitCard | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def unit_id(self) -> str:
        """The unit shown, '' for none."""
        return self._card.unit.id if self._card is not None else ""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What may be decided about the unit."""
        if self._card is not None:
            event.accept()
            self.menu_wanted.emit(self._card.unit)

    def show_card(self, card: UnitCard) -> None:
        """Show a unit; the same one again costs nothing."""
        if card == self._card:
            return
        self._card = card
        lines = (unit_name(card.unit), card_words(card), position_words(card.position_age_s), card.unit.post)
        hint = translate("dispatch", "Right click or menu key: duty, answers, next order")
        self.setToolTip(safe_tip("\n".join([*(line for line in lines if line), hint])))
        self.setAccessibleName(f"{unit_name(card.unit)}, {card_words(card)}")
        self.update()

    def respell(self) -> None:
        """Say it anew in another language."""
        card, self._card = self._card, None
        if card is not None:
            self.show_card(card)

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(theme.px(190), theme.px(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dot, name, second line, a hair line at the right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.underMouse() or self.hasFocus()
        painter.fillRect(self.rect(), theme.colour("hover" if lit else "panel"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(self.rect().topRight(), self.rect().bottomRight())
        if self._card is None:
            return
        left, dot = theme.px(14), theme.px(9)
        top = self.height() // 2 - theme.px(19)
        colour = theme.colour(unit_colour(self._card.unit.status, stale=self._card.stale))
        painter.setPen(colour)
        painter.setBrush(colour)
        painter.drawEllipse(left, top + (theme.px(20) - dot) // 2, dot, dot)
        beside = left + dot + theme.px(8)
        name = QRect(beside, top, self.width() - beside - theme.px(8), theme.px(20))
        self._line(painter, name, unit_name(self._card.unit), 13, "text", bold=True)
        below = QRect(left, top + theme.px(20), self.width() - left - theme.px(8), theme.px(18))
        self._line(painter, below, card_words(self._card), 11, "muted", bold=False)

    def _line(self, painter: QPainter, room: QRect, words: str, size_px: int, ink: str, *, bold: bool) -> None:
        font = theme.font(size_px, bold=bold)
        painter.setFont(font)
        painter.setPen(theme.colour(ink))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
