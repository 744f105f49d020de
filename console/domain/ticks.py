"""What people on the line or on the scene know in a word: injured, armed, crowd, violence."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticks:
    """What was ticked on a case; not ticked means unknown, never 'no'. `crowd_size`: at least so many, 0 not said."""

    injured: bool = False
    armed: bool = False
    crowd: bool = False
    violence: bool = False
    vehicle: bool = False
    fire: bool = False
    crowd_size: int = 0

    @property
    def ticked(self) -> tuple[str, ...]:
        """The names of those ticked, in the order of the fields."""
        return tuple(name for name in NAMES if getattr(self, name))

    @property
    def said(self) -> tuple[str, ...]:
        """As `ticked`, a crowd by its size where one was said."""
        sized = {size: name for name, size in SIZED.items()}
        return tuple(sized.get(self.crowd_size, name) if name == "crowd" else name for name in self.ticked)

    @property
    def dangerous(self) -> bool:
        """Whether officers on the scene are asked if they are safe: weapon, crowd or violence (issue 4, part 10)."""
        return self.armed or self.crowd or self.violence


NAMES = tuple(field.name for field in fields(Ticks) if field.default is False)
"""Every tick by name."""

SIZED = {"crowd50": 50, "crowd200": 200}
"""A crowd called by its size: at least so many people."""

CROWD_SIZES = (0, *SIZED.values())
"""Sizes of a crowd that can be said: none, and those of SIZED."""


def ticks_named(names: str) -> Ticks:
    """The ticks of a list of names parted by commas, as a timeline's line keeps them; unknown names are skipped."""
    given = names.split(",")
    size = max((SIZED[name] for name in given if name in SIZED), default=0)
    known = {name: True for name in given if name in NAMES}
    return Ticks(**known | {"crowd": bool(size)}, crowd_size=size) if size else Ticks(**known)
