"""Facts of a file of any family, read in the jail without its pixels."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from console.decode.paper import PaperFacts
from console.decode.picture import Note, PhotoPlace, TakenTime
from console.domain.file_kind import FileKind


@dataclass(frozen=True, slots=True)
class MediaFacts:
    """What a file is and claims (a claim, no proof).

    Upright pixels, 0 x 0 where it has no picture (sound, document); `duration_s` of films and sounds, None when
    unknown; `pages` and `paper` of documents, None for others and for a locked one; `gps_at` satellite time (UTC).
    """

    kind: FileKind
    width_px: int = 0
    height_px: int = 0
    duration_s: float | None = None
    has_sound: bool = False
    pages: int | None = None
    taken: TakenTime | None = None
    gps_at: datetime | None = None
    place: PhotoPlace | None = None
    notes: frozenset[Note] = frozenset()
    paper: PaperFacts | None = None
