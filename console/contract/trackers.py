"""The center's own Traccar server on the wire: as it is set, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

import msgspec


@dataclass(frozen=True, slots=True, kw_only=True)
class TraccarServer:
    """Its address without /api, and an account there that may only read; no address: none is followed."""

    url: str = ""
    user: str = ""
    password: str = field(default="", repr=False)


class Stranger(msgspec.Struct, frozen=True, kw_only=True):
    """A device of the Traccar server that belongs to no enrolled unit."""

    unique_id: str
    name: str = ""


class TrackersState(msgspec.Struct, frozen=True, kw_only=True):
    """How it stands: state off, socket, polling or away; `clock_off_s` is how far its clock is ahead of ours."""

    url: str = ""
    user: str = ""
    state: str = "off"
    why: str = ""
    known: int = 0
    stored: int = 0
    refused: int = 0
    clock_off_s: float = 0.0
    last_at: datetime | None = None
    strangers: tuple[Stranger, ...] = ()
