"""Films of high dynamic range brought down to a screen, by a table of colours."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache

from PIL import Image, ImageFilter

PQ, HLG = 16, 18  # transfer characteristics, ITU-T H.273, table 3
_BT709_PRIMARIES = 1
_NODES = 25
_WHITE_CD_M2 = 203.0
"""White of a page in such a film (ITU-R BT.2408, 2.2): it becomes nearly the screen's white."""
_KNEE = 0.5
"""Up to here, of that white, light stays as it is; what is brighter is pressed together above."""
_LUMINANCE = (0.2627, 0.6780, 0.0593)  # ITU-R BT.2020
_TO_BT709 = ((1.6605, -0.5876, -0.0728), (-0.1246, 1.1329, -0.0083), (-0.0182, -0.1006, 1.1187))  # ITU-R BT.2087
_AS_IT_IS = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))

_Colour = tuple[float, float, float]


def is_high_range(transfer: int) -> bool:
    """Whether a film's transfer characteristics are those of PQ or HLG."""
    return transfer in (PQ, HLG)


def mapped(rgb: bytes, size: tuple[int, int], transfer: int, primaries: int) -> bytes:
    """The same picture (RGB888, rows without padding) for a screen of usual range."""
    picture = Image.frombuffer("RGB", size, rgb, "raw", "RGB", 0, 1)
    return picture.filter(_table(transfer, primaries)).tobytes()


def shown(colour: _Colour, transfer: int, primaries: int) -> _Colour:
    """One colour of the film, its parts 0..1 as coded, as the screen gets it (sRGB, 0..1)."""
    light = _light(tuple(_CURVES[transfer](part) for part in colour), transfer)
    luminance = sum(weight * part for weight, part in zip(_LUMINANCE, light, strict=True))
    dim = _pressed(luminance) / luminance if luminance > 0 else 0.0
    matrix = _AS_IT_IS if primaries == _BT709_PRIMARIES else _TO_BT709
    red, green, blue = (
        _coded(dim * sum(weight * part for weight, part in zip(row, light, strict=True))) for row in matrix
    )
    return red, green, blue


@cache
def _table(transfer: int, primaries: int) -> ImageFilter.Color3DLUT:
    steps = [node / (_NODES - 1) for node in range(_NODES)]
    colours = ((red, green, blue) for blue in steps for green in steps for red in steps)
    return ImageFilter.Color3DLUT(_NODES, [part for each in colours for part in shown(each, transfer, primaries)])


@cache
def _pq(code: float) -> float:
    """SMPTE ST 2084, in whites."""
    power = code ** (1 / 78.84375)
    ratio = max(power - 0.8359375, 0.0) / (18.8515625 - 18.6875 * power)
    return 10_000 / _WHITE_CD_M2 * float(ratio ** (1 / 0.1593017578125))


@cache
def _hlg(code: float) -> float:
    """Light of the scene, 0..1 (ITU-R BT.2100, table 5)."""
    return code * code / 3 if code <= 0.5 else (math.exp((code - 0.55991073) / 0.17883277) + 0.28466892) / 12


_CURVES: dict[int, Callable[[float], float]] = {PQ: _pq, HLG: _hlg}


def _light(linear: tuple[float, ...], transfer: int) -> tuple[float, ...]:
    """In whites; HLG tells light of the scene, which a screen of 1,000 cd/m2 shows by its luminance to the 1.2."""
    if transfer == PQ:
        return linear
    luminance = sum(weight * part for weight, part in zip(_LUMINANCE, linear, strict=True))
    factor = 1000 / _WHITE_CD_M2 * luminance**0.2
    return tuple(part * factor for part in linear)


def _pressed(luminance: float) -> float:
    if luminance <= _KNEE:
        return luminance
    return _KNEE + (1 - _KNEE) * (1 - math.exp((_KNEE - luminance) / (1 - _KNEE)))


def _coded(linear: float) -> float:
    """The sRGB curve (IEC 61966-2-1)."""
    part = min(1.0, max(0.0, linear))
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055
