"""What a file claims of when and where it was made, and how that stands to its report."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from console.domain.doubt import SHIPPED_DOUBTS, DoubtRules, Settled
from console.domain.place import Place, distance_m

FAR_M = 1_000.0
"""Made so far from the reported place it shows something else, or the place is wrong: ask where it is."""

EARLIER_S = 3 * 3_600.0
"""Most who report what they saw do it within so long; a file older than that is told of."""

LATER_S = 15 * 60.0
"""No file is received before it is made: beyond so much a camera's clock is wrong, and no word of it counts."""

UNSURE_S = 3 * 3_600.0
"""A camera that wrote no zone may be set to any of Indonesia's three (two hours), and be an hour off besides."""

OLDEST, NEWEST = datetime(1990, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
"""Times a file may claim, as the jail checks them (console.decode.wire)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileClaim:
    """What the file with that id claims of itself, no proof: when (`taken_sure`: with its zone) and where (WGS 84).

    `settled`: what people found about it, oldest first; the last word counts.
    """

    file_id: str
    taken_at: datetime | None = None
    taken_sure: bool = False
    lat: float | None = None
    lon: float | None = None
    settled: tuple[Settled, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether it claims nothing at all."""
        return self.taken_at is None and self.lat is None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldClaim:
    """A claim beside its report: figures, and what of it differs.

    `metres` from the reported place and `earlier_s` seconds before the report's own time (negative: after it) are None
    where either side knows none; `slack_m`, `slack_s` how unsure each is. `elsewhere`, `earlier`: beyond what is usual.
    `later`: made after it was received. `doubtable`: whether such a file can raise a doubt; a document's date is that
    of its typing.
    """

    claim: FileClaim
    metres: float | None = None
    earlier_s: float | None = None
    slack_m: float = 0.0
    slack_s: float = 0.0
    elsewhere: bool = False
    earlier: bool = False
    later: bool = False
    doubtable: bool = True

    @property
    def differs(self) -> bool:
        """Whether its place or time is not the report's."""
        return self.elsewhere or self.earlier or self.later

    @property
    def settled(self) -> Settled | None:
        """The last word of a person on it."""
        return self.claim.settled[-1] if self.claim.settled else None

    def raises(self, rules: DoubtRules = SHIPPED_DOUBTS) -> bool:
        """Whether it puts its report in doubt, whatever anybody found about it: far off in one, or in both by less."""
        return self._doubted(rules, far=self.elsewhere, old=self.earlier)

    def doubted(self, rules: DoubtRules = SHIPPED_DOUBTS) -> bool:
        """Whether the doubt stands: what was explained of it does not count."""
        found = self.settled
        if found is None:
            return self.raises(rules)
        return self._doubted(
            rules, far=self.elsewhere and not found.explains_place, old=self.earlier and not found.explains_time
        )

    def _doubted(self, rules: DoubtRules, *, far: bool, old: bool) -> bool:
        """No threshold lies below what is usual, so that `far` and `old` come first."""
        if not self.doubtable:
            return False
        very_far = far and (self.metres or 0.0) > rules.far_km * 1_000 + self.slack_m
        very_old = old and (self.earlier_s or 0.0) > rules.earlier_h * 3_600 + self.slack_s
        return very_far or very_old or (rules.both and far and old)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileDoubt:
    """Why a file puts its report in doubt: its number in the row (from 1), and the figures that differ.

    `settled` is a person's word on it; `stands` while it is not explained.
    """

    number: int
    metres: float | None = None
    earlier_s: float | None = None
    settled: Settled | None = None
    stands: bool = True


def held_claim(
    claim: FileClaim, place: Place, reported_at: datetime, received_at: datetime, *, doubtable: bool = True
) -> HeldClaim:
    """A claim held against the report's place and own time, and against when the file was received.

    A time after receipt is a wrong clock: it is told, and says nothing of how old the file is.
    """
    metres = None
    if None not in (claim.lat, claim.lon, place.lat, place.lon):
        metres = distance_m(place.lat or 0.0, place.lon or 0.0, claim.lat or 0.0, claim.lon or 0.0)
    slack_m, slack_s = place.accuracy_m or 0.0, 0.0 if claim.taken_sure else UNSURE_S
    earlier_s, earlier, later = None, False, False
    if claim.taken_at is not None:
        earlier_s = (min(reported_at, received_at) - claim.taken_at).total_seconds()
        later = (claim.taken_at - received_at).total_seconds() > LATER_S + slack_s
        earlier = earlier_s > EARLIER_S + slack_s
    return HeldClaim(
        claim=claim,
        metres=metres,
        earlier_s=earlier_s,
        slack_m=slack_m,
        slack_s=slack_s,
        elsewhere=metres is not None and metres > FAR_M + slack_m,
        earlier=earlier and doubtable,
        later=later,
        doubtable=doubtable,
    )


def numbered_doubts(held: Iterable[tuple[int, HeldClaim]], rules: DoubtRules = SHIPPED_DOUBTS) -> tuple[FileDoubt, ...]:
    """The doubts that numbered claims raise under the center's rules, those explained among them."""
    return tuple(
        FileDoubt(
            number=number,
            metres=each.metres if each.elsewhere else None,
            earlier_s=each.earlier_s if each.earlier else None,
            settled=each.settled,
            stands=each.doubted(rules),
        )
        for number, each in held
        if each.raises(rules)
    )


def claimed_field_wrong(claim: FileClaim) -> str:
    """The field of a claim that cannot be true: half a place or none on Earth, 0,0, an impossible time; '' for none."""
    if (claim.lat is None) != (claim.lon is None) or claim.empty:
        return "lat"
    if claim.lat is not None and claim.lon is not None:
        if not (math.isfinite(claim.lat) and abs(claim.lat) <= 90):
            return "lat"
        if not (math.isfinite(claim.lon) and abs(claim.lon) <= 180) or (claim.lat, claim.lon) == (0, 0):
            return "lon"
    if claim.taken_at is not None and not OLDEST <= claim.taken_at < NEWEST:
        return "taken_at"
    return ""
