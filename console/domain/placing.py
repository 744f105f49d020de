"""How a report's place was corrected, by whom, and which units have seen it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from console.domain.place import Place

MOST_KEPT = 8
"""Corrections kept on a report; each of them is a line of its timeline as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceChange:
    """One correction: `before` is the place until then; `decision_id` '' when an officer said it on his own page.

    `moved` when it is another spot or other words; else the same place became surer.
    """

    decision_id: str = ""
    at: datetime
    by_name: str
    before: Place
    moved: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """Corrections of a report's place, the latest last; `seen`: units whose page has shown the latest move."""

    changes: tuple[PlaceChange, ...] = ()
    seen: tuple[str, ...] = ()


_UNTOUCHED = Placing()


def placing_of(placing: Placing | None) -> Placing:
    """The corrections; none where nobody corrected."""
    return placing or _UNTOUCHED


def changed_since(placing: Placing | None, ordered_at: datetime) -> PlaceChange | None:
    """The latest move, when it came after an order: whoever was sent then was sent elsewhere."""
    moves = [change for change in placing_of(placing).changes if change.moved]
    return moves[-1] if moves and moves[-1].at > ordered_at else None


def same_spot(place: Place, other: Place) -> bool:
    """Whether two say the same of where it is; the kelurahan is worked out later and does not count."""
    return (place.lat, place.lon, place.words.strip()) == (other.lat, other.lon, other.words.strip())
