"""A page of a PDF rendered in the jail: RGBA on white, forms as filled in, no scripts."""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass
from datetime import datetime

import pypdfium2
from pypdfium2 import raw

from console.decode import limits
from console.decode.claims import Claims, seconds_since_epoch
from console.decode.paper import PaperFacts
from console.decode.picture import Note
from console.decode.wire import Refused, Status

_WHITE = (255, 255, 255, 255)
# ISO 32000-1, 7.9.4: D:YYYYMMDDHHmmSSOHH'mm', all behind the year may be missing; a date alone is no time here.
_MADE = re.compile(r"D?:?(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:(Z)|([+-])(\d{2})'?(\d{2})?)?.*")
# Text and a form field, so that fonts and all that PDFium makes at first use are there before the lock.
_SAMPLE = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[6 0 R]/DR<</Font<</F 5 0 R>>>>/DA(/F 9 Tf)>>>>"
    b"endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]/Contents 4 0 R/Annots[6 0 R]"
    b"/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
    b"4 0 obj<</Length 30>>stream\nBT /F 12 Tf 9 9 Td (a) Tj ET  \nendstream endobj\n"
    b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
    b"6 0 obj<</Type/Annot/Subtype/Widget/FT/Tx/T(t)/V(b)/DA(/F 9 Tf)/Rect[9 30 60 60]/P 3 0 R>>endobj\n"
    b"7 0 obj<</CreationDate(D:20260203040506Z)/ModDate(D:20260203040506Z)>>endobj\n"
    b"trailer<</Root 1 0 R/Info 7 0 R>>\n%%EOF\n"
)


@dataclass(frozen=True, slots=True)
class Rendered:
    """One page of `pages`: `width_px` x `height_px` and its RGBA bytes, opaque."""

    pages: int
    width_px: int
    height_px: int
    rgba: bytes


def warm() -> None:
    """Load and exercise PDFium, since nothing can be opened once the worker is locked."""
    render(_SAMPLE, 1, 48, "")
    look(_SAMPLE)


def render(data: bytes, number: int, max_edge_px: int, password: str) -> Rendered:
    """Page `number` (from 1), its longer edge `max_edge_px`.

    Raises:
        Refused: locked, wrong password, unknown protection, no such page, too many pages to believe.
        Exception: whatever PDFium's wrapper raises at broken files.
    """
    document = _opened(data, password)
    document.init_forms()  # before the first page, else fields stay empty
    pages = _count(document)
    if number > pages:
        raise Refused(Status.NO_SUCH_PAGE)
    page = document[number - 1]
    width, height = page.get_size()
    # A hair less than asked: the wrapper rounds up, and one pixel too many would break the wire format.
    scale = (max_edge_px - 0.01) / max(width, height)
    drawn = page.render(scale=scale, fill_color=_WHITE, force_bitmap_format=raw.FPDFBitmap_BGRA, rev_byteorder=True)
    return Rendered(pages, drawn.width, drawn.height, bytes(drawn.buffer))


@dataclass(slots=True)
class Seen:
    """What a document says of itself; `modified` is when it was last changed, None where it is locked."""

    claims: Claims
    pages: int | None = None
    paper: PaperFacts | None = None
    modified: Claims | None = None


def look(data: bytes) -> Seen:
    """When a document says it was made and changed, its pages, what else is in it; a note where it is locked.

    Raises:
        Refused: protected in an unknown way, or too many pages to believe.
    """
    claims = Claims()
    try:
        document = _opened(data, "")
    except Refused as refused:
        if refused.status is not Status.NEEDS_PASSWORD:
            raise
        claims.note(Note.LOCKED)
        return Seen(claims)
    modified = Claims()
    _claim_made(document.get_metadata_value("CreationDate"), claims)
    _claim_made(document.get_metadata_value("ModDate"), modified)
    if modified.notes:
        modified.notes = 0
        claims.note(Note.MODIFIED_IMPOSSIBLE)
    return Seen(claims, _count(document), _paper(document), modified)


def _paper(document: pypdfium2.PdfDocument) -> PaperFacts:
    """PDFium's numbers: a version it does not know is 0, a count it cannot tell is negative."""
    version = document.get_version() or 0
    return PaperFacts(
        version=version if 10 <= version <= 20 else 0,
        files=max(0, document.count_attachments()),
        has_form=document.get_formtype() != raw.FORMTYPE_NONE,
        signed=raw.FPDF_GetSignatureCount(document) > 0,
    )


def _opened(data: bytes, password: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data, password=password or None)
    except pypdfium2.PdfiumError as failed:
        if failed.err_code == raw.FPDF_ERR_PASSWORD:
            raise Refused(Status.WRONG_PASSWORD if password else Status.NEEDS_PASSWORD) from None
        if failed.err_code == raw.FPDF_ERR_SECURITY:
            raise Refused(Status.PROTECTION_UNKNOWN) from None
        raise


def _count(document: pypdfium2.PdfDocument) -> int:
    pages = len(document)
    if not 1 <= pages <= limits.PAGES_MAX:
        raise Refused(Status.BROKEN)
    return pages


def _claim_made(text: str, claims: Claims) -> None:
    if not text:
        return
    match = _MADE.fullmatch(text.strip())
    if match:
        year, month, day, hour, minute, second = (int(part) for part in match.groups()[:6])
        with contextlib.suppress(ValueError):
            claims.taken_s = seconds_since_epoch(datetime(year, month, day, hour, minute, second))
    if claims.taken_s is None or match is None:
        claims.note(Note.TAKEN_IMPOSSIBLE)
        return
    zulu, sign, hours, minutes = match.groups()[6:]
    if zulu:
        claims.utc_offset_minutes = 0
    elif sign and (offset := int(hours) * 60 + int(minutes or 0)) <= 14 * 60:
        claims.utc_offset_minutes = -offset if sign == "-" else offset
