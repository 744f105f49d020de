"""What a case file holds: every member with its SHA-256; who took it out, when and why."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

import msgspec

FORMAT, VERSION = "sigap-case-file", 1
MANIFEST, SLICE, CASE, PAPER, READ_ME, PENDING = (
    "manifest.json", "audit-slice.json", "case.json", "case.pdf", "READ-ME.txt", "audit-pending.json",
)  # fmt: skip
"""Names of the members; files of the case lie below 'files/'."""


class Kind(StrEnum):
    """What a member is: the case as data, as paper, one of its files, how to check it all, or why no slice is here."""

    CASE = "case"
    PAPER = "paper"
    FILE = "file"
    READ_ME = "read_me"
    PENDING = "pending"


class Member(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A member; of a file of the case its id, and of one painted over the SHA-256 (hex) of what it was made of."""

    name: str
    kind: Kind
    size_bytes: int
    sha256: str
    file_id: str = ""
    origin_sha256: str = ""


class Manifest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All members but the manifest itself and the slice of the audit chain, which holds the manifest's own hash.

    A case file made without the server has no slice; a member of kind `pending` says so (case_pending.py).
    """

    format: str = FORMAT
    version: int = VERSION
    number: str
    report_id: str
    exported_at: datetime
    by_id: str
    by_name: str
    desk_id: str
    purpose: str
    recipient: str = ""
    reason: str = ""
    members: tuple[Member, ...]


def file_name(place: int, media_type: str, sha256: str) -> str:
    """'files/03-1f0c9a2b.jpg': our own name, because a stranger's may be anything."""
    return f"files/{place:02d}-{sha256[:8]}.{extension(media_type)}"


def extension(media_type: str) -> str:
    """The usual ending of a file of that kind; 'bin' for one we do not know."""
    return _ENDINGS.get(media_type, "bin")


def total_bytes(members: Iterable[Member]) -> int:
    """Bytes of all members together."""
    return sum(member.size_bytes for member in members)


_ENDINGS = {
    "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "image/heic": "heic", "image/heif": "heic",
    "video/mp4": "mp4", "video/quicktime": "mov", "video/3gpp": "3gp", "video/webm": "webm",
    "video/x-matroska": "mkv", "audio/mpeg": "mp3", "audio/mp4": "m4a", "audio/ogg": "ogg", "audio/wav": "wav",
    "audio/x-wav": "wav", "audio/amr": "amr", "application/pdf": "pdf", "application/octet-stream": "bin",
}  # fmt: skip
