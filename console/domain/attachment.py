"""A file somebody sent with a report: facts only, never its bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

COMING = "coming"
"""A desk put it on the case; its bytes are on their way to the server."""
WITHDRAWN = "withdrawn"
"""The desk that put it on the case gave up sending it: it keeps its place there, and nobody will ever have it."""
CLEAN, NOT_SCANNED, INFECTED = "clean", "not_scanned", "infected"
"""What the center's virus scanner found; not scanned while it does not answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A received file; `media_type` as found by magic bytes, `size_bytes` and `sha256` (hex) of the original.

    `state` is one of the above; '' where nothing is to be said (here, and no virus scanner is set up).
    """

    id: str
    name: str
    media_type: str
    size_bytes: int
    sha256: str
    received_at: datetime
    state: str = ""
