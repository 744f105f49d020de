"""The act that corrects a place: from now on it happened there, and so sure."""

from __future__ import annotations

from dataclasses import dataclass

from console.domain.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPlace:
    """Where it really is: another spot, other words, or the same spot read back or confirmed by an officer.

    `was` is the place the person saw; when somebody corrected it meanwhile, this one does not stand.
    """

    place: Place
    was: Place | None = None
