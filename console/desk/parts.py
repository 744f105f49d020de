"""Everything the windows may ask, in one hand: app builds it, no widget sees more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from console.desk.ports import LinkPort, PositionsPort, PresencePort, SignInPort
from console.desk.queue import Queue


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskParts:
    """The desk's parts; each screen takes those it needs. `now` is estimated server time, aware UTC.

    Every call may touch the disk: ask through ui/background.py, never on the GUI thread (link, presence and positions
    answer from memory).
    """

    queue: Queue
    link: LinkPort
    presence: PresencePort
    positions: PositionsPort
    sign_in: SignInPort
    now: Callable[[], datetime]
