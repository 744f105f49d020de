"""Acts on a reporter's standing: strike, take back, decide about a block or an appeal."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StrikeReporter:
    """Count an ended report against its reporter; `outcome` is the one that was read, `evidence` why it is proven."""

    outcome: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OverturnStrike:
    """Take the strike for this report back for good."""

    grounds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideBlock:
    """A second person's yes or no to a proposed block."""

    impose: bool
    grounds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftBlock:
    """End a block before its time; its strikes stay."""

    grounds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideAppeal:
    """Grant an appeal (the block is lifted; without one the strike it names is taken back) or turn it down."""

    appeal_id: str
    granted: bool
    grounds: str
