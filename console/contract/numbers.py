"""Report numbers reserved for a desk, so that it can give one without the server."""

from __future__ import annotations

import msgspec

from console.domain.report_number import NumberBlock


class NumbersWanted(msgspec.Struct, frozen=True, kw_only=True):
    """`have`: series ('KJ-2611') -> how many numbers of it this desk has left."""

    have: dict[str, int] = {}


class NumbersGiven(msgspec.Struct, frozen=True, kw_only=True):
    """New blocks for whatever ran low, none when nothing did; an answer that is lost is a gap in the numbers."""

    blocks: tuple[NumberBlock, ...] = ()
