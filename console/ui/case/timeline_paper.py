"""Paints the lines of a timeline: one widget for all of them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui import theme
from console.ui.case.menus import PlainMenu
from console.ui.case.timeline_line import WordedLine
from console.ui.texts.language import translate

_TOP_LEFT = Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value


@dataclass(frozen=True, slots=True)
class _Piece:
    """A text at its place; `quote` draws a bar beside it."""

    room: QRect
    text: str
    ink: str
    font: QFont
    quote: bool
    line: int


class TimelinePaper(QWidget):
    """Text drawn by QPainter is never anything but text. A right click copies a line or all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[WordedLine, ...] = ()
        self._pieces: list[_Piece] = []
        self._laid_width = -1
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_lines(self, lines: tuple[WordedLine, ...]) -> None:
        """Show these lines; the same again costs nothing."""
        if lines == self._lines:
            return
        self._lines = lines
        self._forget()
        self.setAccessibleDescription("\n".join(line.plain() for line in lines[-8:]))
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Everything shown, as one text."""
        return "\n".join(line.plain() for line in self._lines)

    def hasHeightForWidth(self) -> bool:
        """Lines wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all lines at that width in pixels; a layout asks for several widths in turn."""
        if width not in self._heights:
            self._lay(width)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """As high as the present width asks for."""
        return QSize(theme.px(200), self.heightForWidth(max(self.width(), theme.px(200))))

    def minimumSizeHint(self) -> QSize:
        """A narrow column still reads."""
        return QSize(theme.px(160), theme.px(20))

    def changeEvent(self, event: QEvent) -> None:
        """Lay it out anew in another size or theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._forget()
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pieces that lie in what must be painted."""
        self._lay(self.width())
        painter = QPainter(self)
        for piece in self._pieces:
            if not piece.room.intersects(event.rect()):
                continue
            if piece.quote:
                edge = theme.px(8)
                painter.fillRect(piece.room.adjusted(-edge, -2, edge, 2), theme.colour("raised"))
                painter.fillRect(QRect(piece.room.left() - edge, piece.room.top() - 2, 2, piece.room.height() + 4),
                                 theme.colour("accent"))  # fmt: skip
            painter.setFont(piece.font)
            painter.setPen(theme.colour(piece.ink))
            painter.drawText(piece.room, _flags(piece.text, piece.font, piece.room.width()), piece.text)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy."""
        menu = PlainMenu(self)
        line = self._line_at(event.pos())
        if line is not None:
            menu.offer(translate("case", "Copy this line"), lambda: _copy(line.plain()))
        menu.offer(translate("case", "Copy all lines"), lambda: _copy(self.text()))
        menu.popup(event.globalPos())

    def _line_at(self, at: QPoint) -> WordedLine | None:
        found = next((piece for piece in self._pieces if piece.room.top() <= at.y() <= piece.room.bottom()), None)
        return self._lines[found.line] if found is not None else None

    def _lay(self, width: int) -> None:
        if width == self._laid_width:
            return
        self._laid_width = width
        self._pieces = []
        y = 0
        for place, line in enumerate(self._lines):
            y = self._lay_line(place, line, y, width) + theme.px(5)
        self._heights[width] = max(0, y - theme.px(5))

    def _forget(self) -> None:
        self._laid_width = -1
        self._heights.clear()

    def _lay_line(self, place: int, line: WordedLine, y: int, width: int) -> int:
        left = theme.px(50)
        room = max(theme.px(60), width - left)
        main, small = theme.font(13), theme.font(12)
        ink = "muted" if line.undone else "text"
        self._put(place, line.time, QRect(0, y, left, 0), main, "muted")
        y = self._put(place, line.words, QRect(left, y, room, 0), main, ink)
        if line.text and line.quote:
            edge = theme.px(8)
            quoted = QRect(left + edge, y + theme.px(4), room - 2 * edge, 0)
            y = self._put(place, line.text, quoted, main, "text", quote=True) + theme.px(4)
        elif line.text:
            y = self._put(place, line.text, QRect(left, y + 1, room, 0), small, "muted")
        if line.mark:
            y = self._put(place, line.mark, QRect(left, y + 1, room, 0), small, line.mark_ink)
        return y

    def _put(self, place: int, text: str, at: QRect, font: QFont, ink: str, *, quote: bool = False) -> int:
        """Lay one text at the top left of `at`, as wide as it; the y below it."""
        flags = _flags(text, font, at.width())
        high = QFontMetrics(font).boundingRect(QRect(0, 0, at.width(), 100_000), flags, text).height()
        room = QRect(at.left(), at.top(), at.width(), high)
        self._pieces.append(_Piece(room, text, ink, font, quote, place))
        return at.top() + high


def _flags(text: str, font: QFont, width: int) -> int:
    """Wrap at words, or anywhere when a word is wider than the room."""
    words = text.split()
    longest = max(words, key=len, default="")
    anywhere = len(longest) > 20 and QFontMetrics(font).horizontalAdvance(longest) > width
    return _TOP_LEFT | (Qt.TextFlag.TextWrapAnywhere.value if anywhere else Qt.TextFlag.TextWordWrap.value)


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
