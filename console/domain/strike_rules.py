"""How many strikes lead to a block, how long each thing lasts: the service's settings."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class StrikeRules:
    """From now on: what was decided before keeps the terms its reporter was told of.

    A block is proposed at `block_at` strikes; a strike counts for `strike_days`, a block lasts `block_days`, an appeal
    is decided within `appeal_days`, and one turned down may be followed by another after `appeal_again_days`.
    """

    block_at: int = 3
    strike_days: int = 365
    block_days: int = 90
    appeal_days: int = 7
    appeal_again_days: int = 30

    @property
    def strike_for(self) -> timedelta:
        """How long a strike counts."""
        return timedelta(days=self.strike_days)

    @property
    def block_for(self) -> timedelta:
        """How long a block lasts."""
        return timedelta(days=self.block_days)

    @property
    def appeal_within(self) -> timedelta:
        """In how much time an appeal is to be decided."""
        return timedelta(days=self.appeal_days)

    @property
    def appeal_again_after(self) -> timedelta:
        """When an appeal may follow one that was turned down."""
        return timedelta(days=self.appeal_again_days)


BOUNDS: dict[str, tuple[int, int]] = {
    "block_at": (2, 10),
    "strike_days": (30, 1_095),
    "block_days": (1, 365),
    "appeal_days": (1, 30),
    "appeal_again_days": (1, 365),
}
"""Least and most of each: there is always a warning before a block, and every block and every waiting ends."""


def fault_in_strike_rules(rules: StrikeRules) -> tuple[str, str] | None:
    """The first field that cannot be used and what it must be; None when all can."""
    for field in fields(rules):
        least, most = BOUNDS[field.name]
        if not least <= getattr(rules, field.name) <= most:
            return field.name, f"{least} to {most}"
    return None
