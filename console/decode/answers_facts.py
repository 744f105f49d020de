"""Facts of any file on the wire: header packed by the worker, checked by the desk."""

from __future__ import annotations

import math
import struct
from collections.abc import Sequence
from enum import IntFlag

from console.decode import claims, limits, paper
from console.decode.claims import Claims
from console.decode.media_facts import MediaFacts
from console.decode.paper import PaperFacts
from console.decode.wire import Answer, Op, WireError
from console.domain.file_kind import Family, FileKind

FACTS = struct.Struct("<IIIIdI")  # has, width, height, 0, duration s, pages; then the blocks of claims and of paper


class _Has(IntFlag):
    SOUND = 1
    DURATION = 2
    PAGES = 4


def pack_facts(
    claimed: Claims, *, duration_s: float | None = None, has_sound: bool = False, pages: int | None = None,
    document: PaperFacts | None = None, modified: Claims | None = None,
) -> Answer:  # fmt: skip
    """Facts alone; the size in upright pixels is the claims' source size (0 x 0 without a picture)."""
    has = _Has(0)
    if has_sound:
        has |= _Has.SOUND
    if duration_s is not None:
        has |= _Has.DURATION
    if pages is not None:
        has |= _Has.PAGES
    size = claimed.source_width_px, claimed.source_height_px
    header = FACTS.pack(has, *size, 0, duration_s or 0.0, pages or 0)
    return Answer(header + claims.pack(claimed) + paper.pack_paper(document, modified or Claims()))


def is_duration(seconds: float) -> bool:
    """Whether a film or sound can last so long: 0 (unknown) to limits.DURATION_MAX_S."""
    return math.isfinite(seconds) and 0 <= seconds <= limits.DURATION_MAX_S


class FactsReader:
    """Reads the answer to FACTS; nothing follows its header."""

    op = Op.FACTS
    header_bytes = FACTS.size + claims.BLOCK.size + paper.BLOCK_BYTES

    def __init__(self, kind: FileKind) -> None:
        self._kind = kind
        self._facts: MediaFacts | None = None

    def expect(self, header: bytes) -> Sequence[int]:
        """Check the header, which is the whole answer."""
        bits, width, height, nothing, duration_s, pages = FACTS.unpack_from(header)
        if bits & ~0x7 or nothing:
            raise WireError("flags")
        has = _Has(bits)
        if (width == 0) != (height == 0) or width * height > limits.SOURCE_MAX_PX:
            raise WireError("source size")
        if width == 0 and self._kind.family is Family.PHOTO:
            raise WireError("photo without pixels")
        if not is_duration(duration_s):
            raise WireError("duration")
        if _Has.PAGES in has and not 1 <= pages <= limits.PAGES_MAX:
            raise WireError("pages")
        believed = claims.believe(header[FACTS.size : FACTS.size + claims.BLOCK.size])
        document = paper.believe_paper(header[FACTS.size + claims.BLOCK.size :])
        if document is not None and self._kind.family is not Family.DOCUMENT:
            raise WireError("no document")
        self._facts = MediaFacts(
            kind=self._kind,
            width_px=width,
            height_px=height,
            duration_s=duration_s if _Has.DURATION in has else None,
            has_sound=_Has.SOUND in has,
            pages=pages if _Has.PAGES in has else None,
            taken=believed.taken,
            gps_at=believed.gps_at,
            place=believed.place,
            notes=believed.notes,
            paper=document,
        )
        return ()

    def result(self, parts: Sequence[bytes]) -> MediaFacts:
        """The facts."""
        if self._facts is None or parts:
            raise WireError("order")
        return self._facts
