"""Marked copies: pictures as JPEG, documents as PDF made of pictures of their pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter

from console.desk.evidence import Encoded, Pixels
from console.domain.errors import Bug
from console.ui.evidence.archival import archival
from console.ui.evidence.encoding import encoded_pixels, image_of_pixels, marked, paint_marks

_LONG_EDGE_PT = 842.0
"""Points of a page's longer edge, as A4 has: how large a page was is not known any more, only its shape."""
_DPI = 72


@dataclass(frozen=True, slots=True)
class Marks:
    """`lines` are painted all over every picture and page; none: only metadata and what lies below are gone."""

    lines: tuple[str, ...] = ()

    def picture(self, pixels: Pixels) -> Encoded:
        """A picture as JPEG (desk.copies.Marking)."""
        return marked(pixels, self.lines) if self.lines else encoded_pixels(pixels)

    def document(self, pages: Iterator[Pixels], number: str) -> Encoded:
        """A PDF whose pages are pictures: no text, script, file or layer of the original is in it (desk.copies)."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_A1b)
        writer.setResolution(_DPI)
        writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        writer.setTitle(number)
        writer.setCreator("Sigap")
        painter: QPainter | None = None
        try:
            for page in pages:
                image = self._marked(page)
                writer.setPageSize(_page_size(image))
                writer.setPageMargins(QMarginsF(0, 0, 0, 0))
                if painter is None:
                    painter = QPainter(writer)
                else:
                    writer.newPage()
                painter.drawImage(QRectF(writer.pageLayout().paintRectPixels(_DPI)), image)
        finally:
            if painter is not None:
                painter.end()
        if painter is None:
            raise Bug("a document without pages came out of the jail")
        buffer.close()
        return Encoded(media_type="application/pdf", body=archival(bytes(buffer.data().data())))

    def _marked(self, pixels: Pixels) -> QImage:
        image = image_of_pixels(pixels)
        paint_marks(image, self.lines, page=True)
        return image


def _page_size(image: QImage) -> QPageSize:
    scale = _LONG_EDGE_PT / max(image.width(), image.height())
    size = QSizeF(image.width() * scale, image.height() * scale)
    return QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
