"""What a player lets hear, or why nothing."""

from __future__ import annotations

from enum import Enum, auto


class Heard(Enum):
    """What is to be heard, or why nothing."""

    NOTHING = auto()
    NO_SOUND = auto()
    NO_DEVICE = auto()
    BACKWARDS = auto()
    MUTED = auto()
    SOUND = auto()
