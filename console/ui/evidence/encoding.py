"""Files of raw pixels: redacted copies, watermarked pictures; no metadata; any thread."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen

from console.desk.evidence import Encoded, Pixels
from console.domain.errors import Bug

QUALITY = 92
_EDGE, _FILL = QColor(0, 0, 0, 80), QColor(255, 255, 255, 125)
_PAGE_EDGE, _PAGE_FILL = QColor(90, 90, 90, 30), QColor(110, 110, 110, 66)
_TILT = -24.0
_LEAST_PX, _MOST_PX = 11, 64
_TILES_ACROSS = 3


def image_of_pixels(pixels: Pixels) -> QImage:
    """The pixels as an opaque image on white, with bytes of its own."""
    wide, high = pixels.width_px, pixels.height_px
    raw = QImage(pixels.rgba, wide, high, wide * 4, QImage.Format.Format_RGBA8888)
    image = QImage(wide, high, QImage.Format.Format_RGB888)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.drawImage(0, 0, raw)
    painter.end()
    return image


def encoded(image: QImage) -> Encoded:
    """The image as JPEG: nothing is in it but pixels, because the image came from nothing else."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "JPEG", QUALITY):  # type: ignore[call-overload]
        raise Bug("an image of our own cannot be written as JPEG")
    return Encoded(media_type="image/jpeg", body=bytes(buffer.data().data()))


def encoded_pixels(pixels: Pixels) -> Encoded:
    """Pixels as a file (desk.evidence.Encode)."""
    return encoded(image_of_pixels(pixels))


def marked(pixels: Pixels, lines: tuple[str, ...]) -> Encoded:
    """The picture with the lines painted all over it, readable on dark and light, and cut off by no edge alone."""
    image = image_of_pixels(pixels)
    paint_marks(image, lines)
    return encoded(image)


def paint_marks(image: QImage, lines: tuple[str, ...], *, page: bool = False) -> None:
    """Paint the lines all over the image; nothing without any. `page`: greyly, so that words below stay legible."""
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_PAGE_EDGE if page else _EDGE)
    painter.setBrush(_PAGE_FILL if page else _FILL)
    _tile(painter, image.width(), image.height(), [line for line in lines if line])
    painter.end()


def _tile(painter: QPainter, width: int, height: int, lines: list[str]) -> None:
    """A lattice of the lines, tilted; every second row begins half a tile later."""
    if not lines:
        return
    font = QFont("DejaVu Sans")
    font.setPixelSize(_size_px(width, height, lines))
    font.setBold(True)
    metrics = QFontMetricsF(font)
    wide = max(metrics.horizontalAdvance(line) for line in lines) * 1.25
    high = metrics.height() * (len(lines) + 2.2)
    block = _block(font, metrics, lines)
    reach = (width**2 + height**2) ** 0.5
    painter.translate(width / 2, height / 2)
    painter.rotate(_TILT)
    down, row = -reach / 2 - high, 0
    while down < reach / 2 + high:
        right = -reach / 2 - wide + (wide / 2 if row % 2 else 0)
        while right < reach / 2 + wide:
            _paint(painter, block, QPointF(right, down), max(0.7, font.pixelSize() * 0.05))
            right += wide
        down, row = down + high, row + 1


def _size_px(width: int, height: int, lines: list[str]) -> int:
    """So large that some tiles fit across, whatever the picture's size."""
    longest = max(len(line) for line in lines)
    return max(_LEAST_PX, min(_MOST_PX, round(max(width, height) / (_TILES_ACROSS * 0.62 * longest))))


def _block(font: QFont, metrics: QFontMetricsF, lines: list[str]) -> QPainterPath:
    path = QPainterPath()
    for row, line in enumerate(lines):
        path.addText(0, metrics.height() * (row + 1), font, line)
    return path


def _paint(painter: QPainter, block: QPainterPath, at: QPointF, stroke: float) -> None:
    painter.save()
    painter.translate(at)
    painter.setPen(QPen(painter.pen().color(), stroke))
    painter.drawPath(block)
    painter.restore()
