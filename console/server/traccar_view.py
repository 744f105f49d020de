"""Units on duty as a Traccar server would show them: devices and latest positions."""

from __future__ import annotations

from datetime import datetime, timedelta

from console.domain.unit import Position, Unit, UnitStatus
from console.server.casefile import load_all
from console.server.channels.traccar import TraccarDevice, TraccarPosition, device_of, position_of
from console.server.parts import Parts


def devices(parts: Parts) -> list[TraccarDevice]:
    """Every unit on duty; reads the database."""
    with parts.database.read() as connection:
        units = [unit for unit in load_all(connection, Unit) if unit.status is not UnitStatus.OFF_DUTY]
    stale_after = timedelta(seconds=parts.casefile.site.stale_after_s)
    latest = {position.unit_id: position for position in parts.positions.latest()}
    fresh_from = parts.now() - stale_after
    found = []
    for unit in units:
        position = latest.get(unit.id)
        found.append(device_of(unit, position, position is not None and position.at >= fresh_from))
    return found


def positions(parts: Parts) -> list[TraccarPosition]:
    """The latest position of every unit on duty."""
    return [position_of(position) for position in parts.positions.latest()]


class Changes:
    """Which units have moved since it was asked last."""

    def __init__(self) -> None:
        self._told: dict[str, datetime] = {}

    def of(self, latest: tuple[Position, ...]) -> list[TraccarPosition]:
        """The positions not told yet."""
        moved = [position for position in latest if self._told.get(position.unit_id) != position.at]
        self._told.update({position.unit_id: position.at for position in moved})
        return [position_of(position) for position in moved]
