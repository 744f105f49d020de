"""Acts on the checklist of a case: a step was done, or is skipped for a reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TickStep:
    """A step of the category's checklist was done."""

    step_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SkipStep:
    """A step is not done, for this reason."""

    step_id: str
    reason: str
