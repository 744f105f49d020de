"""Acts on hazard flags: set one from a case, take one down."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagHazard:
    """Warn of the case's place, its reporter or a plate: `kind` a HazardKind value, for `days` days."""

    kind: str
    words: str
    days: int
    radius_m: int = 0
    plate: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndHazard:
    """Take a flag down, for this reason."""

    hazard_id: str
    reason: str
