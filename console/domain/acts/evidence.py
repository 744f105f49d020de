"""Acts on the files of a case: opened, painted over, taken out of the center."""

from __future__ import annotations

from dataclasses import dataclass

from console.domain.box import Box
from console.domain.silence import Silence


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFile:
    """A file of the case was opened large; recorded before any of it is shown, once per person, file and opening."""

    file_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RedactFile:
    """Parts of a file were painted over or silenced for good: a new file with `sha256` (hex) was made of the one named.

    The original stays as it is; `origin_sha256` is its hash as whoever painted held it.
    """

    file_id: str
    origin_sha256: str
    sha256: str
    size_bytes: int
    media_type: str
    boxes: tuple[Box, ...]
    silences: tuple[Silence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportCase:
    """Something of the case leaves the center as a file on this workstation; recorded before it is written.

    `form` is one of domain.evidence.ExportForm; `file_ids` which files of the case are in it; `sha256` (hex) that of
    what leaves, of a case file as ZIP that of its manifest. `purpose` what for, `recipient` for whom; a sensitive case
    needs a `reason` besides.
    """

    form: str
    file_ids: tuple[str, ...]
    sha256: str
    purpose: str
    recipient: str = ""
    reason: str = ""
