"""Acts on a unit outside any case: its duty as an operator sets it, and taking that back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDuty:
    """Set what a unit that is on no case may be asked for: `duty` is a Duty value (domain.unit), `note` says why."""

    duty: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoDuty:
    """Take back an own SetDuty of a moment ago; judged like any other decision."""

    decision_id: str


ON_UNIT = (SetDuty, UndoDuty)
"""Acts whose subject is a unit, not a report."""
