"""A photo of 12 megapixels for measurements, made by Qt from a smaller real one."""

from __future__ import annotations

from console.decode.pool import Decoder
from console.decode.refusal import Refusal

_WIDTH_PX, _HEIGHT_PX, _QUALITY = 4032, 3024, 92


def enlarged(decoder: Decoder, photo: bytes) -> bytes | None:
    """`photo` as a JPEG of 4032 x 3024 pixels, as phones make them; None when it cannot be decoded."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
    from PySide6.QtGui import QImage

    shown = decoder.photo(photo, _WIDTH_PX)
    if isinstance(shown, Refusal):
        return None
    stride = shown.width_px * 4
    image = QImage(shown.rgba, shown.width_px, shown.height_px, stride, QImage.Format.Format_RGBA8888)
    mode = Qt.TransformationMode.SmoothTransformation
    large = image.scaled(_WIDTH_PX, _HEIGHT_PX, Qt.AspectRatioMode.IgnoreAspectRatio, mode)
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    large.convertToFormat(QImage.Format.Format_RGB888).save(buffer, "JPG", _QUALITY)  # type: ignore[call-overload]
    return bytes(kept.data())
