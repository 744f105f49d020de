"""Fixes on their way into the history: clocks ahead set right, impossible jumps marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from console.domain.track_jumps import Trail, followed
from console.domain.unit import Position

_NONE = Trail()


class Trails:
    """What each unit's next fix is measured against; for the one thread that writes positions."""

    def __init__(self) -> None:
        self._trails: dict[str, Trail] = {}

    def begin(self, latest: Iterable[Position]) -> None:
        """Where units were when the server stopped."""
        self._trails = {position.unit_id: Trail(position) for position in latest if not position.jump}

    def judged(self, rows: Iterable[tuple[Position, str]]) -> list[tuple[Position, str]]:
        """The fixes with their source times, as they are stored.

        A fix ahead of the server's clock counts as of when it came (domain.track_jumps.settled_at) and keeps what its
        own clock said as source time. Its time, and that of a replay, says nothing of how fast the unit went: such a
        fix is no jump, nor measured against.
        """
        judged = []
        for position, source_time in rows:
            if position.at > position.received_at:
                source_time = source_time or position.at.isoformat()
                position = replace(position, at=position.received_at)
            elif not source_time:
                unit_id = position.unit_id
                self._trails[unit_id], jump = followed(self._trails.get(unit_id, _NONE), position)
                if jump:
                    position = replace(position, jump=True)
            judged.append((position, source_time))
        return judged
