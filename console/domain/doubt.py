"""When a file's own word puts a report in doubt, and what a person found about it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum


class Finding(StrEnum):
    """What a person found: all of it explained, its clock or its place wrong, or it does not belong to the report."""

    EXPLAINED = "explained"
    CLOCK = "clock"
    PLACE = "place"
    CONFIRMED = "confirmed"


FINDINGS = tuple(Finding)
"""In the order of their number keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A person's word on what a file claims; `finding` a Finding, or a code of a newer release."""

    decision_id: str
    finding: str
    at: datetime
    by_id: str
    by_name: str
    note: str = ""

    @property
    def explains_time(self) -> bool:
        """Whether its time raises no doubt any more."""
        return self.finding in (Finding.EXPLAINED, Finding.CLOCK)

    @property
    def explains_place(self) -> bool:
        """Whether its place raises no doubt any more."""
        return self.finding in (Finding.EXPLAINED, Finding.PLACE)


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtRules:
    """From where on a file puts its report in doubt: the center's own setting, the same at every desk.

    `far_km`: no slip of a pin or a street of the same name near by explains so much. `earlier_h`: a file a day older
    than what it is sent for may show another day's event. `both`: also one that differs by less, in place and time
    (file_claim.FAR_M and EARLIER_S).
    """

    id: str = "doubts"
    revision: int = 0
    far_km: int = 5
    earlier_h: int = 24
    both: bool = True


SHIPPED_DOUBTS = DoubtRules()
"""What a center begins with."""

BOUNDS: dict[str, tuple[int, int]] = {"far_km": (1, 500), "earlier_h": (3, 8_760)}
"""Least and most of each: below the least it is told of as usual, above the most nothing would ever be doubted."""


def fault_in_doubts(rules: DoubtRules) -> tuple[str, str] | None:
    """The first field that cannot be used and what it must be; None when all can."""
    for field in fields(rules):
        if field.name in BOUNDS:
            least, most = BOUNDS[field.name]
            if not least <= getattr(rules, field.name) <= most:
                return field.name, f"{least} to {most}"
    return None
