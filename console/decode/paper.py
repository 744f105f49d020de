"""What a document says of itself besides its pages: its last change, what is in it."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import IntFlag

from console.decode import claims
from console.decode.claims import Claims
from console.decode.picture import TakenTime
from console.decode.wire import WireError

BLOCK = struct.Struct("<BBHB")  # has, version (17 is PDF 1.7), files within, 0; then a block of claims: when changed

BLOCK_BYTES = BLOCK.size + claims.BLOCK.size
FILES_MAX = 9_999


class _Has(IntFlag):
    FORM = 1
    SIGNATURE = 2


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """Facts of a document: `version` 17 for PDF 1.7 (0 unknown), `files` how many files lie within it.

    `modified` is its own word like its date of making: whoever wrote it set the clock.
    """

    version: int = 0
    files: int = 0
    has_form: bool = False
    signed: bool = False
    modified: TakenTime | None = None


def pack_paper(paper: PaperFacts | None, modified: Claims) -> bytes:
    """`BLOCK_BYTES` bytes; all zero for what is no document. `modified` carries the time of change as claims do."""
    if paper is None:
        return bytes(BLOCK_BYTES)
    has = (_Has.FORM if paper.has_form else _Has(0)) | (_Has.SIGNATURE if paper.signed else _Has(0))
    return BLOCK.pack(has, paper.version, min(paper.files, FILES_MAX), 0) + claims.pack(modified)


def believe_paper(block: bytes) -> PaperFacts | None:
    """Check a block; None for one that says nothing.

    Raises:
        WireError: anything out of bounds.
    """
    if not any(block):
        return None
    bits, version, files, nothing = BLOCK.unpack_from(block)
    if bits & ~0x3 or nothing or not (version == 0 or 10 <= version <= 20) or files > FILES_MAX:
        raise WireError("document")
    believed = claims.believe(block[BLOCK.size :])
    if believed.place is not None or believed.gps_at is not None or believed.notes:
        raise WireError("document's change")
    has = _Has(bits)
    return PaperFacts(version, files, _Has.FORM in has, _Has.SIGNATURE in has, believed.taken)
