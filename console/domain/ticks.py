"""What people on the line or on the scene know in a word: injured, armed, crowd, violence."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticks:
    """What was ticked on a case; not ticked means unknown, never 'no'."""

    injured: bool = False
    armed: bool = False
    crowd: bool = False
    violence: bool = False
    vehicle: bool = False
    fire: bool = False

    @property
    def ticked(self) -> tuple[str, ...]:
        """The names of those ticked, in the order of the fields."""
        return tuple(name for name in NAMES if getattr(self, name))

    @property
    def dangerous(self) -> bool:
        """Whether officers on the scene are asked if they are safe: weapon, crowd or violence (issue 4, part 10)."""
        return self.armed or self.crowd or self.violence


NAMES = tuple(field.name for field in fields(Ticks))
"""Every tick by name."""


def ticks_named(names: str) -> Ticks:
    """The ticks of a list of names parted by commas, as a timeline's line keeps them; unknown names are skipped."""
    ticked = {name: True for name in names.split(",") if name in NAMES}
    return Ticks(**ticked)
