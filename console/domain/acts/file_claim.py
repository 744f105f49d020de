"""Acts on what a file claims of itself: told to the other desks, its doubt settled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TellFileClaim:
    """A file of the case says that it was made then (`taken_sure`: it wrote its zone) and there; told once a file.

    The desk tells it by itself, for whoever is signed in, where it differs from what was reported.
    """

    file_id: str
    taken_at: datetime | None = None
    taken_sure: bool = False
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleDoubt:
    """A person says what is behind the doubt that a file raises: `finding` is one of domain.doubt.Finding.

    `was` is the id of the decision that settled it before as this desk saw it, '' for none: nobody's word is replaced
    unseen.
    """

    file_id: str
    finding: str
    note: str = ""
    was: str = ""
