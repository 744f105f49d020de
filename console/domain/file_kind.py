"""What a file is by its first bytes: the allow-list of files that may come with a report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

HEAD_BYTES = 64
"""Bytes `recognise` looks at; more does no harm, fewer may miss a webm's document type."""


class Family(StrEnum):
    """How a file is shown."""

    PHOTO = "photo"
    VIDEO = "video"
    AUDIO = "audio"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class FileKind:
    """One entry of the allow-list: short name, MIME type, family."""

    kind: str
    mime: str
    family: Family


class Why(StrEnum):
    """Why a file is none of the allowed kinds."""

    EMPTY = "empty"
    UNKNOWN = "kind_unknown"
    NOT_ALLOWED = "kind_not_allowed"


@dataclass(frozen=True, slots=True)
class NotAllowed:
    """A file that matches no entry; `name` is what it looks like (gif, avi, zip ...), empty when unknown."""

    why: Why
    name: str = ""


JPEG = FileKind("jpeg", "image/jpeg", Family.PHOTO)
PNG = FileKind("png", "image/png", Family.PHOTO)
WEBP = FileKind("webp", "image/webp", Family.PHOTO)
HEIC = FileKind("heic", "image/heic", Family.PHOTO)
MP4 = FileKind("mp4", "video/mp4", Family.VIDEO)
MOV = FileKind("mov", "video/quicktime", Family.VIDEO)
THREE_GP = FileKind("3gp", "video/3gpp", Family.VIDEO)
WEBM = FileKind("webm", "video/webm", Family.VIDEO)
MKV = FileKind("mkv", "video/x-matroska", Family.VIDEO)
MP3 = FileKind("mp3", "audio/mpeg", Family.AUDIO)
M4A = FileKind("m4a", "audio/mp4", Family.AUDIO)
OGG = FileKind("ogg", "audio/ogg", Family.AUDIO)
WAV = FileKind("wav", "audio/wav", Family.AUDIO)
AMR = FileKind("amr", "audio/amr", Family.AUDIO)
PDF = FileKind("pdf", "application/pdf", Family.DOCUMENT)

ALLOWED = (JPEG, PNG, WEBP, HEIC, MP4, MOV, THREE_GP, WEBM, MKV, MP3, M4A, OGG, WAV, AMR, PDF)

_OPENINGS = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"OggS", OGG),
    (b"#!AMR\n", AMR),
    (b"#!AMR-WB\n", AMR),
    (b"%PDF-", PDF),
    (b"ID3", MP3),
)
# Known by name so that the operator reads 'gif is not shown' and not 'unknown'.
_NOT_ALLOWED = (
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"\x00\x00\x01\x00", "ico"),
    (b"PK\x03\x04", "zip"),
    (b"MZ", "exe"),
    (b"\x7fELF", "elf"),
    (b"<?xml", "xml"),
    (b"<svg", "svg"),
)
# Brands of ISO 14496-12 `ftyp`, as registered at mp4ra.org.
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
_MP4_BRANDS = frozenset(
    {b"isom", b"mp41", b"mp42", b"mp71", b"avc1", b"iso2", b"iso3", b"iso4", b"iso5", b"iso6", b"MSNV", b"dash"}
    | {b"M4V ", b"M4VH", b"M4VP", b"f4v ", b"mmp4", b"NDSM", b"XAVC"}
)
_OLD_QUICKTIME_ATOMS = frozenset({b"moov", b"mdat", b"wide", b"pnot"})


def recognise(head: bytes) -> FileKind | NotAllowed:
    """Kind of a file from its first `HEAD_BYTES` bytes (the whole file may be passed); never decodes.

    What a file claims of itself otherwise (name, declared type) is never asked (design/security.md rule 2).
    """
    head = head[:HEAD_BYTES]
    if not head:
        return NotAllowed(Why.EMPTY)
    for opening, kind in _OPENINGS:
        if head.startswith(opening):
            return kind
    if head.startswith(b"RIFF"):
        return _riff(head)
    if head[4:8] == b"ftyp":
        return _iso_media(head)
    if head[4:8] in _OLD_QUICKTIME_ATOMS:
        return MOV
    if head.startswith(b"\x1a\x45\xdf\xa3"):
        return _matroska(head)
    if _is_mpeg_audio_frame(head):
        return MP3
    for opening, name in _NOT_ALLOWED:
        if head.startswith(opening):
            return NotAllowed(Why.NOT_ALLOWED, name)
    return NotAllowed(Why.UNKNOWN)


def _riff(head: bytes) -> FileKind | NotAllowed:
    form = head[8:12]
    if form == b"WEBP":
        return WEBP
    if form == b"WAVE":
        return WAV
    return NotAllowed(Why.NOT_ALLOWED, "avi" if form == b"AVI " else "riff")


def _iso_media(head: bytes) -> FileKind | NotAllowed:
    """Major brand decides; an unknown one is an MP4 only if a compatible brand says so."""
    size = int.from_bytes(head[:4], "big")
    compatible = head[16 : min(size, HEAD_BYTES)]
    brands = [head[8:12], *(compatible[i : i + 4] for i in range(0, len(compatible) - 3, 4))]
    for brand in brands:
        if brand in _HEIC_BRANDS:
            return NotAllowed(Why.NOT_ALLOWED, "avif") if b"avif" in brands else HEIC
        if brand == b"qt  ":
            return MOV
        if brand[:3] in (b"3gp", b"3g2"):
            return THREE_GP
        if brand in (b"M4A ", b"M4B "):
            return M4A
        if brand in _MP4_BRANDS:
            return MP4
    return NotAllowed(Why.NOT_ALLOWED, "avif" if brands[0] in (b"avif", b"avis") else "ftyp")


def _matroska(head: bytes) -> FileKind | NotAllowed:
    """EBML element 0x4282 (DocType) names the profile (RFC 8794, RFC 9559)."""
    at = head.find(b"\x42\x82")
    doc_type = head[at + 3 : at + 3 + 8] if at >= 0 else b""
    if doc_type.startswith(b"webm"):
        return WEBM
    if doc_type.startswith(b"matroska"):
        return MKV
    return NotAllowed(Why.NOT_ALLOWED, "ebml")


def _is_mpeg_audio_frame(head: bytes) -> bool:
    """True for a plausible MPEG layer III frame header without an ID3 tag (ISO 11172-3, 2.4.1.3)."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return False
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    bitrate, rate = head[2] >> 4, head[2] >> 2 & 3
    return version != 1 and layer == 1 and bitrate not in (0, 15) and rate != 3
