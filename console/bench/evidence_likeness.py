"""Perceptual hashes as numbers: 128 bits of a picture, 64 of a sound, compared bit by bit."""

from __future__ import annotations

_ACROSS, _DOWN = 9, 9
_UNLIKE_PICTURE_BITS, _UNLIKE_SOUND_BITS = 10, 6
_FLAT = 32
_NOTHING = (1 << 128) - 1
"""What a picture of one tone is hashed to: like no picture of something, also like no almost white page."""
PEAKS = 64
"""Slices of a sound its hash is made of."""


def picture_hash(width_px: int, height_px: int, pixels: bytes, channels: int) -> int:
    """Difference hash of rows of `channels` bytes a pixel (3: RGB, 4: RGBA): each of 8 x 8 cells against the next.

    64 bits say where it gets brighter to the right, 64 where it does downwards (Krawetz, dHash, 2013).
    """
    if max(pixels[1::channels]) - min(pixels[1::channels]) < _FLAT:
        return _NOTHING
    grey = _cells(width_px, height_px, pixels, channels)
    right = (grey[y][x + 1] > grey[y][x] for y in range(_DOWN - 1) for x in range(_ACROSS - 1))
    below = (grey[y + 1][x] > grey[y][x] for y in range(_DOWN - 1) for x in range(_ACROSS - 1))
    return _number([*right, *below])


def sound_hash(levels: bytes) -> int:
    """Average hash of the loudness of PEAKS slices: which are louder than the mean."""
    mean = sum(levels) / len(levels) if levels else 0
    return _number([level > mean for level in levels])


def are_alike(one: int, other: int, *, sound: bool = False) -> bool:
    """Whether two hashes are of the same picture, or sound: chance alone makes half of the bits differ."""
    return (one ^ other).bit_count() <= (_UNLIKE_SOUND_BITS if sound else _UNLIKE_PICTURE_BITS)


def _cells(width_px: int, height_px: int, pixels: bytes, channels: int) -> list[list[int]]:
    """Mean grey of 9 x 9 cells, a little coarse so that rounding of a decoder does not turn bits."""
    stride, cells = width_px * channels, []
    for row in range(_DOWN):
        top, bottom = row * height_px // _DOWN, max((row + 1) * height_px // _DOWN, row * height_px // _DOWN + 1)
        line = []
        for column in range(_ACROSS):
            left = column * width_px // _ACROSS
            right = max((column + 1) * width_px // _ACROSS, left + 1)
            total = 0
            for y in range(top, min(bottom, height_px)):
                cell = pixels[y * stride + left * channels : y * stride + right * channels]
                total += 3 * sum(cell[0::channels]) + 6 * sum(cell[1::channels]) + sum(cell[2::channels])
            line.append(total // (40 * (bottom - top) * (right - left)))  # grey in steps of four
        cells.append(line)
    return cells


def _number(bits: list[bool]) -> int:
    return sum(1 << place for place, bit in enumerate(bits) if bit)
