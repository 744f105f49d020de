"""A picture at halving sizes, made off the GUI thread: painting shrinks no giants."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

LEAST_PX = 512
"""Below this edge no smaller level is kept: shrinking so little costs nothing while painting."""

UNDER = "#6b7280"
"""What shows through a transparent picture: neither black nor white, so that both are seen on it."""

_BAND_BYTES = 1024 * 1024
"""So much of a picture is worked on at a time: Qt keeps the interpreter's lock meanwhile, and the window waits."""


@dataclass(frozen=True, slots=True)
class Levels:
    """`images[0]` as it came, each next half as wide and high; `size` of the original in its own pixels.

    The images may hold fewer pixels than the original has (a thumbnail shown enlarged, a shrunk giant).
    """

    images: tuple[QImage, ...]
    size: QSize

    @property
    def share(self) -> float:
        """Pixels held of each pixel of the original, along an edge: 1 when nothing is missing."""
        return self.images[0].width() / max(1, self.size.width())

    def fitting(self, width_px: float) -> QImage:
        """The smallest image that is at least so wide, the largest there is otherwise."""
        wide_enough = [image for image in self.images if image.width() >= width_px]
        return wide_enough[-1] if wide_enough else self.images[0]

    def graded(self, table: bytes) -> Levels:
        """The same picture with every colour value looked up in `table` (256 bytes)."""
        return Levels(tuple(_looked_up(image, table) for image in self.images), self.size)

    def smallest(self, width_px: float) -> Levels:
        """Only what is needed to paint it so wide: quickly brightened while a slider moves."""
        return Levels((self.fitting(width_px),), self.size)


def levels_of(rgba: bytes, width_px: int, height_px: int, size: QSize, *, opaque: bool = False) -> Levels:
    """Levels of upright RGBA8888 pixels, rows without padding; any thread. `opaque`: alpha says nothing.

    Opaque pixels are shown as they lie, nothing is copied (QImage keeps hold of them).
    """
    form = QImage.Format.Format_RGBX8888 if opaque else QImage.Format.Format_RGBA8888
    whole = QImage(rgba, width_px, height_px, width_px * 4, form)
    images = [whole if opaque else _in_bands(whole, _on_grey, 1)]
    while min(images[-1].width(), images[-1].height()) // 2 >= LEAST_PX:
        images.append(_in_bands(images[-1], _halved, 2))
    return Levels(tuple(images), size)


def _in_bands(image: QImage, make: Callable[[QImage], QImage], shrinks: int) -> QImage:
    """The image as RGB32, `make` asked for a few rows at a time; each band comes back `shrinks` times smaller."""
    stride, rows = image.bytesPerLine(), image.height() // shrinks * shrinks
    at_once = max(2, _BAND_BYTES // stride // 2 * 2)
    pixels = memoryview(image.constBits())
    bands = []
    for at in range(0, rows, at_once):
        high = min(rows - at, at_once)
        band = QImage(pixels[at * stride : (at + high) * stride], image.width(), high, stride, image.format())
        made = make(band).convertToFormat(QImage.Format.Format_RGB32)
        bands.append(bytes(made.constBits()))
        wide, tall = made.width(), rows // shrinks
    return QImage(b"".join(bands), wide, tall, wide * 4, QImage.Format.Format_RGB32)


def _halved(band: QImage) -> QImage:
    return band.scaled(
        band.width() // 2, band.height() // 2, Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )  # fmt: skip


def _on_grey(band: QImage) -> QImage:
    flat = QImage(band.size(), QImage.Format.Format_RGB32)
    flat.fill(QColor(UNDER))
    painter = QPainter(flat)
    painter.drawImage(0, 0, band)
    painter.end()
    return flat


def _looked_up(image: QImage, table: bytes) -> QImage:
    """Every colour value by the table; alpha is no part of RGB888, so it cannot be touched."""

    def make(band: QImage) -> QImage:
        plain = band.convertToFormat(QImage.Format.Format_RGB888)
        values = bytes(plain.constBits()).translate(table)
        return QImage(values, plain.width(), plain.height(), plain.bytesPerLine(), plain.format())

    return _in_bands(image, make, 1)
