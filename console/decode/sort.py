"""The sorts of decode workers: each loads the decoders of its own files and no other."""

from __future__ import annotations

from enum import StrEnum

from console.decode import limits
from console.domain.file_kind import Family


class Sort(StrEnum):
    """What a worker is for. Apart, each starts in half the time and has less that a file could break."""

    STILL = "still"  # photos
    PAPER = "paper"  # documents
    MOVING = "moving"  # films and sounds
    WALK = "walk"  # one film, span after span, where its key frames lie too far apart
    REEL = "reel"  # every frame of a film, once through, to be painted over
    COPY = "copy"  # makes the file of what was painted over: sees our own pixels and samples only


SORT_OF = {
    Family.PHOTO: Sort.STILL,
    Family.DOCUMENT: Sort.PAPER,
    Family.VIDEO: Sort.MOVING,
    Family.AUDIO: Sort.MOVING,
}

_WHOLE_FILM = (Sort.REEL, Sort.COPY)


def cpu_s(sort: Sort) -> int:
    """Seconds of processor a worker may use: more for those that go through a whole film."""
    if sort is Sort.WALK:
        return limits.WALK_CPU_S
    return limits.COPY_CPU_S if sort in _WHOLE_FILM else limits.WORKER_CPU_S
