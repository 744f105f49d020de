"""A photo decoded inside the jail: upright, scaled down, RGBA, with what it claims."""

from __future__ import annotations

import importlib
import io
from dataclasses import dataclass

import pillow_heif
from PIL import Image, ImageFile, UnidentifiedImageError

from console.decode import exif, heif_planes, limits
from console.decode.claims import Claims
from console.decode.picture import Note
from console.decode.wire import Refused, Status

# Named so that they are loaded before the lock and found by the packager: Pillow imports them on demand.
_PLUGINS = ("JpegImagePlugin", "MpoImagePlugin", "PngImagePlugin", "TiffImagePlugin", "WebPImagePlugin")
_FORMATS = ("JPEG", "PNG", "WEBP", "HEIF")
_TURN = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """An upright picture of `width_px` x `height_px`, its RGBA bytes and claims."""

    width_px: int
    height_px: int
    rgba: bytes
    claims: Claims


def warm() -> None:
    """Import and exercise all that decoding needs, since nothing can be opened once the worker is locked."""
    for plugin in _PLUGINS:
        importlib.import_module(f"PIL.{plugin}")
    pillow_heif.register_heif_opener()
    pillow_heif.options.DECODE_THREADS = heif_planes.THREADS
    Image.MAX_IMAGE_PIXELS = None  # our own limits below, with a name
    sample_exif = Image.Exif()
    sample_exif[0x0112] = 6
    for name in ("JPEG", "PNG", "WEBP"):
        sample = io.BytesIO()
        Image.new("RGB", (64, 48)).save(sample, name, exif=sample_exif)
        decode(sample.getvalue(), 32)
    "".encode("latin-1")


def decode(data: bytes, max_edge_px: int) -> Decoded:
    """Decode one photo so that its longer edge is at most `max_edge_px`; never enlarges.

    Raises:
        Refused: the file claims more than limits.SOURCE_MAX_PX or needs more than PICTURE_MAX_PX.
        MemoryError: the process reached its limit.
        Exception: whatever Pillow raises at broken files, which is nearly anything.
    """
    try:
        return _decode(data, max_edge_px, Claims())
    except (Refused, MemoryError, UnidentifiedImageError):
        raise
    except Exception:  # ends early or damaged: half a photo may still show the number plate
        ImageFile.LOAD_TRUNCATED_IMAGES = True  # for the rest of this process, which decodes one file
        claims = Claims()
        claims.note(Note.TRUNCATED)
        return _decode(data, max_edge_px, claims)


def look(data: bytes) -> Claims:
    """Size upright, time and place of one photo without its pixels.

    Raises:
        Refused: the file claims more pixels than limits.SOURCE_MAX_PX.
        Exception: whatever Pillow raises at broken files.
    """
    ImageFile.LOAD_TRUNCATED_IMAGES = True  # for the rest of this process, which sees one file
    claims = Claims()
    with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
        width, height = image.size
        if width * height > limits.SOURCE_MAX_PX:
            raise Refused(Status.TOO_MANY_PIXELS)
        _note_several(image, claims)
        turn = 1
        if image.format == "PNG" and width * height > limits.PICTURE_MAX_PX:
            claims.note(Note.METADATA_UNREADABLE)  # a PNG may keep its EXIF behind pixels too many to read
        else:
            turn = _read_metadata(image, claims)
    claims.source_width_px, claims.source_height_px = (height, width) if turn >= 5 else (width, height)
    return claims


def _decode(data: bytes, max_edge_px: int, claims: Claims) -> Decoded:
    with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
        source_width, source_height = image.size
        if source_width * source_height > limits.SOURCE_MAX_PX:
            raise Refused(Status.TOO_MANY_PIXELS)
        _note_several(image, claims)
        image.draft("RGB", _fitted(image.size, max_edge_px))  # JPEG only: the codec itself scales by 1/2, 1/4, 1/8
        if image.width * image.height > limits.PICTURE_MAX_PX:
            raise Refused(Status.TOO_MANY_PIXELS)
        drafted = image.size != (source_width, source_height)
        small = None if drafted else _shrunk_heif(image, data, max_edge_px)
        if small is None:
            image.load()
        turn = _read_metadata(image, claims)  # after load: a PNG keeps its EXIF behind the pixels
        small = small or _scaled(image, max_edge_px)
    upright = small.transpose(_TURN[turn]) if turn in _TURN else small
    swapped = turn >= 5
    claims.source_width_px = source_height if swapped else source_width
    claims.source_height_px = source_width if swapped else source_height
    rgba = upright if upright.mode == "RGBA" else upright.convert("RGBA")
    return Decoded(rgba.width, rgba.height, rgba.tobytes(), claims)


def _shrunk_heif(image: Image.Image, data: bytes, max_edge_px: int) -> Image.Image | None:
    """A HEIC scaled plane by plane, which spares its RGB; None where that cannot be done, or is for nothing."""
    size = _fitted(image.size, max_edge_px)
    if image.format != "HEIF" or size == image.size:
        return None
    return heif_planes.scaled(data, image.size, size)


def _note_several(image: Image.Image, claims: Claims) -> None:
    if getattr(image, "n_frames", 1) > 1:
        claims.note(Note.FIRST_OF_SEVERAL)


def _read_metadata(image: Image.Image, claims: Claims) -> int:
    """Orientation 1..8; broken metadata costs the facts, never the picture."""
    turn = 1
    try:
        found = image.getexif()
        turn = exif.orientation(found)
        exif.claim_facts(found, claims)
    except MemoryError:
        raise
    except Exception:  # hostile metadata makes Pillow raise nearly anything
        claims.note(Note.METADATA_UNREADABLE)
    return turn


def _scaled(image: Image.Image, max_edge_px: int) -> Image.Image:
    size = _fitted(image.size, max_edge_px)
    if image.mode in ("I;16", "I;16L", "I;16B", "I;16N", "I", "F"):
        image = _eight_bits(image)
    if image.mode not in ("L", "RGB", "RGBA"):
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    elif image.mode != "RGBA" and image.has_transparency_data:
        image = image.convert("RGBA")
    if size == image.size:
        return image.copy()
    return image.resize(size, Image.Resampling.BILINEAR, reducing_gap=2.0)


def _eight_bits(image: Image.Image) -> Image.Image:
    """16-bit grey (PNG) to 8 bits by its high byte; Pillow's own conversion clips to white."""
    return image.convert("I").point(lambda value: value * (1 / 256) + 0).convert("L")


def _fitted(size: tuple[int, int], max_edge_px: int) -> tuple[int, int]:
    width, height = size
    longest = max(width, height)
    if longest <= max_edge_px:
        return size
    return max(1, width * max_edge_px // longest), max(1, height * max_edge_px // longest)
