"""A file somebody sent with a report: facts only, never its bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A received file; `media_type` as found by magic bytes, `size_bytes` and `sha256` (hex) of the original."""

    id: str
    name: str
    media_type: str
    size_bytes: int
    sha256: str
    received_at: datetime
