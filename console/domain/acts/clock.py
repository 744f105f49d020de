"""Acts on a case's clocks: stop them with a reason, let them run on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseClock:
    """Stop the clocks of the case; the reason is recorded and shown beside them."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeClock:
    """Let the clocks run on."""
