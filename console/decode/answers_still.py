"""Photos and pages on the wire: headers packed by the worker, checked by the desk."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from console.decode import claims, limits
from console.decode.claims import Believed, Claims
from console.decode.page import Page
from console.decode.picture import PhotoFacts, Picture
from console.decode.wire import Answer, Op, WireError
from console.domain.file_kind import FileKind

PICTURE = struct.Struct("<IIIIQ")  # width, height, source width, source height, bytes of RGBA; then the claims' block
PAGE = struct.Struct("<IIIIQ")  # number from 1, pages, width, height, bytes of RGBA


def pack_picture(width_px: int, height_px: int, rgba: bytes, claimed: Claims) -> Answer:
    """A decoded photo of `width_px` x `height_px` with what it claims."""
    size = claimed.source_width_px, claimed.source_height_px
    return Answer(PICTURE.pack(width_px, height_px, *size, len(rgba)) + claims.pack(claimed), (rgba,))


def pack_page(number: int, pages: int, width_px: int, height_px: int, rgba: bytes) -> Answer:
    """Page `number` (from 1) of `pages`."""
    return Answer(PAGE.pack(number, pages, width_px, height_px, len(rgba)), (rgba,))


class PictureReader:
    """Reads the answer to PHOTO."""

    op = Op.PHOTO
    header_bytes = PICTURE.size + claims.BLOCK.size

    def __init__(self, kind: FileKind, max_edge_px: int) -> None:
        self._kind, self._max_edge_px = kind, max_edge_px
        self._size_px = self._source_px = (0, 0)
        self._believed: Believed | None = None

    def expect(self, header: bytes) -> Sequence[int]:
        """Check the header; the one part is height x width x 4 bytes of RGBA."""
        width, height, source_width, source_height, rgba_bytes = PICTURE.unpack_from(header)
        _check_rgba(width, height, rgba_bytes, self._max_edge_px)
        if source_width < 1 or source_height < 1 or source_width * source_height > limits.SOURCE_MAX_PX:
            raise WireError("source size")
        self._size_px, self._source_px = (width, height), (source_width, source_height)
        self._believed = claims.believe(header[PICTURE.size :])
        return (rgba_bytes,)

    def result(self, parts: Sequence[bytes]) -> Picture:
        """The picture with its facts."""
        if self._believed is None:
            raise WireError("order")
        facts = PhotoFacts(
            kind=self._kind,
            source_width_px=self._source_px[0],
            source_height_px=self._source_px[1],
            taken=self._believed.taken,
            gps_at=self._believed.gps_at,
            place=self._believed.place,
            notes=self._believed.notes,
        )
        return Picture(*self._size_px, parts[0], facts)


class PageReader:
    """Reads the answer to PAGE."""

    op = Op.PAGE
    header_bytes = PAGE.size

    def __init__(self, number: int, max_edge_px: int) -> None:
        self._number, self._max_edge_px = number, max_edge_px
        self._pages, self._size_px = 0, (0, 0)

    def expect(self, header: bytes) -> Sequence[int]:
        """Check the header; the one part is height x width x 4 bytes of RGBA."""
        number, pages, width, height, rgba_bytes = PAGE.unpack(header)
        if number != self._number or not number <= pages <= limits.PAGES_MAX:
            raise WireError("page")
        _check_rgba(width, height, rgba_bytes, self._max_edge_px)
        self._pages, self._size_px = pages, (width, height)
        return (rgba_bytes,)

    def result(self, parts: Sequence[bytes]) -> Page:
        """The page."""
        return Page(self._number, self._pages, *self._size_px, parts[0])


def _check_rgba(width_px: int, height_px: int, rgba_bytes: int, max_edge_px: int) -> None:
    sane = 1 <= width_px <= max_edge_px and 1 <= height_px <= max_edge_px
    if not sane or rgba_bytes != width_px * height_px * 4:
        raise WireError("picture size")
