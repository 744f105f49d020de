"""Text and pictures flowing over A4 pages of a PDF/A, each of which says 'x of y'."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QTextLayout,
    QTextOption,
)

from console.ui.evidence.archival import archival

DPI = 300
_MARGIN_MM, _FOOT_MM = 17.0, 11.0
FAMILY, FIXED = "DejaVu Sans", "DejaVu Sans Mono"
INK, QUIET, HAIR, MARK = "#111111", "#555555", "#b8b8b8", "#ededed"
"""All opaque: PDF/A-1 knows no transparency."""

_Paint = Callable[[QPainter], None]


def mm(value: float) -> float:
    """Millimetres as dots."""
    return value * DPI / 25.4


@dataclass(slots=True)
class SheetFlow:
    """Add blocks from top to bottom, then `pdf(...)`; what does not fit goes onto the next page. Any thread."""

    title: str
    foot: Callable[[int, int], tuple[str, str]]
    """What stands at the left and the right of a page's foot, by its number and how many there are."""
    mark: tuple[str, ...] = ()
    author: str = "Sigap"
    pages: list[list[_Paint]] = field(default_factory=list)
    _buffer: QBuffer = field(default_factory=QBuffer)
    _writer: QPdfWriter = field(init=False)
    _down: float = 0.0
    wide: float = field(init=False)
    high: float = field(init=False)

    def __post_init__(self) -> None:
        """A writer of A4 pages in memory."""
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = QPdfWriter(self._buffer)
        self._writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_A1b)
        self._writer.setResolution(DPI)
        self._writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
        self._writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
        self._writer.setTitle(self.title)
        self._writer.setCreator("Sigap")
        self._writer.setAuthor(self.author)
        room = self._writer.pageLayout().paintRectPixels(DPI)
        self.wide, self.high = float(room.width()), float(room.height()) - mm(_FOOT_MM)
        self.pages.append([])

    def text(
        self, words: str, size_pt: float = 9.0, *, bold: bool = False, ink: str = INK, left_mm: float = 0.0,
        wide_mm: float = 0.0, fixed: bool = False, gap_mm: float = 0.0,
    ) -> None:  # fmt: skip
        """A paragraph, wrapped anywhere if it must be; `wide_mm` 0 is up to the margin."""
        font = self.font(size_pt, bold=bold, fixed=fixed)
        wide = mm(wide_mm) if wide_mm else self.wide - mm(left_mm)
        for line in self._lines(words, font, wide):
            self._line(line, font, ink, mm(left_mm))
        self._down += mm(gap_mm)

    def pair(self, label: str, words: str, *, fixed: bool = False) -> None:
        """A label at the left, what it says beside it."""
        small, plain = self.font(8.5), self.font(8.5, fixed=fixed)
        left = mm(38)
        lines = self._lines(words or "—", plain, self.wide - left)
        for row, line in enumerate(lines):
            self._room(self._height(plain))
            if row == 0:
                self._paint(partial(_draw, small, QUIET, QPointF(0, self._down), label))
            self._line(line, plain, INK, left)
        self._down += mm(0.7)

    def heading(self, words: str) -> None:
        """A heading that stays with what follows it, over a hair line."""
        self._room(mm(20))
        self._down += mm(4)
        self.text(words, 11, bold=True)
        at = self._down + mm(0.4)
        self._paint(lambda painter: _rule(painter, at, self.wide))
        self._down += mm(2.4)

    def picture(self, image: QImage, caption: str, high_mm: float = 95.0) -> None:
        """A picture as large as there is room for, never taller than `high_mm`, its caption below it."""
        scale = min(self.wide / image.width(), mm(high_mm) / image.height())
        wide, high = image.width() * scale, image.height() * scale
        self._room(high + mm(12))
        room = QRectF(0, self._down, wide, high)
        self._paint(lambda painter: painter.drawImage(room, image))
        self._down += high + mm(1.2)
        self.text(caption, 7.5, ink=QUIET, gap_mm=4)

    def space(self, high_mm: float) -> None:
        """Some room."""
        self._down += mm(high_mm)

    def pdf(self) -> bytes:
        """All pages, each with its foot."""
        painter = QPainter(self._writer)
        try:
            for number, page in enumerate(self.pages, 1):
                if number > 1:
                    self._writer.newPage()
                self._paint_mark(painter)
                for paint in page:
                    paint(painter)
                self._paint_foot(painter, number)
        finally:
            painter.end()
        self._buffer.close()
        return archival(bytes(self._buffer.data().data()))

    def font(self, size_pt: float, *, bold: bool = False, fixed: bool = False) -> QFont:
        """One of the two families, embedded in the file."""
        font = QFont(FIXED if fixed else FAMILY)
        font.setPointSizeF(size_pt)
        font.setBold(bold)
        return font

    def _lines(self, words: str, font: QFont, wide: float) -> list[str]:
        """The words broken into lines no wider than that."""
        found: list[str] = []
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        for paragraph in words.split("\n"):
            layout = QTextLayout(paragraph, font, self._writer)
            layout.setTextOption(option)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(wide)
                found.append(_cut(paragraph, line.textStart(), line.textLength()).rstrip())
            layout.endLayout()
            if not paragraph:
                found.append("")
        return found

    def _height(self, font: QFont) -> float:
        return QFontMetricsF(font, self._writer).height() * 1.12

    def _line(self, words: str, font: QFont, ink: str, left: float) -> None:
        high = self._height(font)
        self._room(high)
        at = QPointF(left, self._down)
        self._paint(partial(_draw, font, ink, at, words))
        self._down += high

    def _room(self, high: float) -> None:
        """Go on to the next page when so much does not fit any more."""
        if self._down + high > self.high and self._down > 0:
            self.pages.append([])
            self._down = 0.0

    def _paint(self, paint: _Paint) -> None:
        self.pages[-1].append(paint)

    def _paint_foot(self, painter: QPainter, number: int) -> None:
        left, right = self.foot(number, len(self.pages))
        top = self.high + mm(4)
        _rule(painter, top - mm(1.2), self.wide)
        font = self.font(7)
        painter.setFont(font)
        painter.setPen(QColor(QUIET))
        room = QRectF(0, top, self.wide, mm(5))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight, right)
        metrics = QFontMetricsF(font, self._writer)
        free = self.wide - metrics.horizontalAdvance(right) - mm(4)
        shown = metrics.elidedText(left, Qt.TextElideMode.ElideRight, free)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft, shown)

    def _paint_mark(self, painter: QPainter) -> None:
        """Pale words behind everything, all over the page."""
        if not self.mark:
            return
        painter.save()
        painter.setFont(self.font(15, bold=True))
        painter.setPen(QColor(MARK))
        painter.translate(self.wide / 2, self.high / 2)
        painter.rotate(-32)
        words = "   ·   ".join(part for part in self.mark if part)
        room = QRectF(-self.high * 0.75, 0, self.high * 1.5, mm(9))
        down = -self.high * 0.7
        while down < self.high * 0.7:
            painter.drawText(room.translated(0, down), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, words)
            down += mm(44)
        painter.restore()


def _cut(text: str, start: int, length: int) -> str:
    """Qt counts UTF-16 units: a picture sign is two of them."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * start : 2 * (start + length)].decode("utf-16-le", "replace")


def _draw(font: QFont, ink: str, at: QPointF, words: str, painter: QPainter) -> None:
    painter.setFont(font)
    painter.setPen(QColor(ink))
    metrics = QFontMetricsF(font, painter.device())
    painter.drawText(QPointF(at.x(), at.y() + metrics.ascent()), words)


def _rule(painter: QPainter, down: float, wide: float) -> None:
    painter.setPen(QPen(QColor(HAIR), mm(0.15)))
    painter.drawLine(QPointF(0, down), QPointF(wide, down))
