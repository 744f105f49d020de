"""A HEIC's own planes, each scaled as it is: no RGB of the whole picture in between."""

from __future__ import annotations

import ctypes

import _pillow_heif  # type: ignore[import-not-found]  # compiled, without types
from PIL import Image

THREADS = 2
"""A phone's HEIC is a grid of tiles, each decoded by itself: a second thread halves the wait where a core is free."""

_ANY, _YCBCR, _ALPHA = 99, 0, 6  # libheif's heif_colorspace_undefined, heif_colorspace_YCbCr, heif_channel_Alpha
_KR_KB = {1: (0.2126, 0.0722), 5: (0.299, 0.114), 6: (0.299, 0.114), 9: (0.2627, 0.0593)}
"""Weights of red and blue by matrix coefficients (ITU-T H.273, table 4): BT.709, BT.601 twice, BT.2020."""
_SRGB_MATRIX = 6
_UNTOLD = 2


class _Error(ctypes.Structure):
    _fields_ = (("code", ctypes.c_int), ("subcode", ctypes.c_int), ("message", ctypes.c_char_p))


class _Nclx(ctypes.Structure):
    _fields_ = (
        ("version", ctypes.c_uint8), ("primaries", ctypes.c_int), ("transfer", ctypes.c_int),
        ("matrix", ctypes.c_int), ("full_range", ctypes.c_uint8),
    )  # fmt: skip


def _library() -> ctypes.CDLL:
    """libheif as pillow_heif brought it: its symbols are found through the module that is linked with it."""
    library = ctypes.CDLL(_pillow_heif.__file__)
    library.heif_context_alloc.restype = ctypes.c_void_p
    library.heif_image_get_plane_readonly.restype = ctypes.c_void_p
    for name in (
        "heif_context_read_from_memory_without_copy", "heif_context_get_primary_image_handle", "heif_decode_image",
        "heif_image_get_nclx_color_profile",
    ):  # fmt: skip
        getattr(library, name).restype = _Error
    return library


_heif = _library()


def scaled(data: bytes, source: tuple[int, int], size: tuple[int, int]) -> Image.Image | None:
    """The primary picture of `data`, upright, `source` px large, as RGB of `size` px; None where the usual way must do.

    (Not 8 bits, transparent, without colour, of colours not known here, or broken.)
    """
    context = ctypes.c_void_p(_heif.heif_context_alloc())
    handle, image = ctypes.c_void_p(), ctypes.c_void_p()
    try:
        _heif.heif_context_set_max_decoding_threads(context, THREADS)
        if (
            _heif.heif_context_read_from_memory_without_copy(context, data, ctypes.c_size_t(len(data)), None).code
            or _heif.heif_context_get_primary_image_handle(context, ctypes.byref(handle)).code
            or _heif.heif_decode_image(handle, ctypes.byref(image), _ANY, _ANY, None).code
        ):
            return None
        return _shrunk(image, source, size)
    finally:
        _heif.heif_image_release(image)
        _heif.heif_image_handle_release(handle)
        _heif.heif_context_free(context)


def _shrunk(image: ctypes.c_void_p, source: tuple[int, int], size: tuple[int, int]) -> Image.Image | None:
    matrix = _to_rgb(image)
    if _heif.heif_image_get_colorspace(image) != _YCBCR or _heif.heif_image_has_channel(image, _ALPHA) or not matrix:
        return None
    planes = [_plane(image, channel, size) for channel in (0, 1, 2)]
    if (_heif.heif_image_get_width(image, 0), _heif.heif_image_get_height(image, 0)) != source:
        return None
    whole = [plane for plane in planes if plane is not None]
    return Image.merge("RGB", whole).convert("RGB", matrix) if len(whole) == 3 else None


def _plane(image: ctypes.c_void_p, channel: int, size: tuple[int, int]) -> Image.Image | None:
    width, height = _heif.heif_image_get_width(image, channel), _heif.heif_image_get_height(image, channel)
    line = ctypes.c_int()
    place = _heif.heif_image_get_plane_readonly(image, channel, ctypes.byref(line))
    if not place or not 0 < width <= line.value or height <= 0:
        return None
    if _heif.heif_image_get_bits_per_pixel_range(image, channel) != 8:
        return None
    pixels = (ctypes.c_char * (line.value * height)).from_address(place)
    plane = Image.frombuffer("L", (width, height), pixels, "raw", "L", line.value, 1)
    return plane.resize(size, Image.Resampling.BILINEAR, reducing_gap=2.0)


def _to_rgb(image: ctypes.c_void_p) -> tuple[float, ...] | None:
    """Twelve numbers that make red, green, blue of the planes (H.273, 8.3); what is untold is full-range BT.601."""
    told = ctypes.c_void_p()
    number, full = _SRGB_MATRIX, True
    if not _heif.heif_image_get_nclx_color_profile(image, ctypes.byref(told)).code and told.value:
        nclx = _Nclx.from_address(told.value)
        number, full = int(nclx.matrix), bool(nclx.full_range)
        _heif.heif_nclx_color_profile_free(told)
    weights = _KR_KB.get(_SRGB_MATRIX if number == _UNTOLD else number)
    if weights is None:
        return None
    red, blue = weights
    green = 1 - red - blue
    light, colour, black = (1.0, 1.0, 0.0) if full else (255 / 219, 255 / 224, 16.0)
    from_cr, from_cb = 2 * (1 - red) * colour, 2 * (1 - blue) * colour
    cr_green, cb_green = -from_cr * red / green, -from_cb * blue / green
    dark = -black * light
    return (
        light, 0.0, from_cr, dark - 128 * from_cr,
        light, cb_green, cr_green, dark - 128 * (cb_green + cr_green),
        light, from_cb, 0.0, dark - 128 * from_cb,
    )  # fmt: skip
