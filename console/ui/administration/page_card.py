"""The card handed to an officer: call sign, code, what to do; on paper or as PDF."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRect, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from console.desk.qr_code import Grid
from console.domain.errors import StoreFault
from console.ui.administration.qr_picture import draw_qr
from console.ui.texts.language import translate

_MARGIN_MM = 15.0


def print_card(printer: QPrinter, sign: str, title: str, grid: Grid, until: str) -> None:
    """Print the card on a printer chosen already; all texts are ours or the unit's own."""
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    _paint(printer, sign, title, grid, until)


def save_card(file: Path, sign: str, title: str, grid: Grid, until: str) -> None:
    """Write the card as a PDF.

    Raises:
        StoreFault: `file_unwritable`.
    """
    try:
        file.touch()
    except OSError as error:
        raise StoreFault("file_unwritable", f"{file} cannot be written: {error}", file=str(file)) from error
    writer = QPdfWriter(str(file))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    writer.setPageMargins(QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM), QPageLayout.Unit.Millimeter)
    writer.setTitle(f"Sigap {sign}")
    writer.setCreator("Sigap")
    _paint(writer, sign, title, grid, until)


def until_words(at: datetime) -> str:
    """By when it must be scanned, `at` in the site's zone."""
    return translate("enrolment", "Scan it by {when}").format(when=at.strftime("%d-%m-%Y %H:%M"))


def card_steps() -> tuple[str, ...]:
    """What the officer does, in order."""
    return (
        translate("enrolment", "1. Point your phone's camera at the code and open the address it shows."),
        translate("enrolment", "2. Keep the page: add it to the home screen. There is nothing to install."),
        translate("enrolment", "3. Orders appear there; answer them with one press. Ask for help with the red button."),
        translate("enrolment", "4. The page is yours alone. A lost phone: tell the command center at once."),
    )


def _paint(device: QPrinter | QPdfWriter, sign: str, title: str, grid: Grid, until: str) -> None:
    with QPainter(device) as painter:
        page = painter.viewport()
        mm = page.width() / (device.widthMM() or 1)
        y = _text(painter, page, 0, sign, 13 * mm, bold=True)
        y = _text(painter, page, y, title, 6 * mm)
        side = round(min(page.width(), 95 * mm))
        draw_qr(painter, QRect((page.width() - side) // 2, round(y + 4 * mm), side, side), grid)
        y += side + 8 * mm
        y = _text(painter, page, y, until, 5 * mm, bold=True)
        for step in card_steps():
            y = _text(painter, page, y + 1.5 * mm, step, 4 * mm, centred=False)


def _text(
    painter: QPainter, page: QRect, y: float, text: str, height: float, *, bold: bool = False, centred: bool = True
) -> float:
    """One paragraph at y, device pixels; where the next begins."""
    font = QFont(painter.font())
    font.setPixelSize(max(1, round(height)))
    font.setBold(bold)
    painter.setFont(font)
    place = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
    flags = int(place | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
    room = QRect(0, round(y), page.width(), page.height())
    used = painter.drawText(room, flags, text)
    return y + used.height()
