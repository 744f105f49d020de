"""Acts on what is ticked (injured, armed, crowd …), and that officers are safe."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TickFacts:
    """Tick (True) or untick (False) what is known of the case; None leaves a tick as it is.

    A `crowd_size` (domain.ticks.CROWD_SIZES) ticks the crowd with it; 0 says that its size is not known.
    """

    injured: bool | None = None
    armed: bool | None = None
    crowd: bool | None = None
    violence: bool | None = None
    vehicle: bool | None = None
    fire: bool | None = None
    crowd_size: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmSafe:
    """Officers on the scene said that they are safe, heard `by` radio or phone; the next check runs from now."""

    by: str
    unit_id: str = ""
