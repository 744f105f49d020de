"""Older shapes of acts: pure functions that bring each one step nearer to today's.

An act's shape changes only together with a new `op_version`. A decision waits in a ledger, a journal or on the wire as
it was written, raw and never rewritten; whoever reads it brings the act up to this release's shape with the steps here.
"""

from __future__ import annotations

from collections.abc import Callable

Shape = dict[str, object]
"""An act as JSON decodes it: field by field."""
Step = Callable[[Shape], Shape]

STEPS: dict[tuple[str, int], Step] = {
    # Version 2 demands a reason to send fewer than may be sent; who decided before was not asked for one.
    ("report.dispatch", 1): lambda shape: {"fewer_because": "decided in an earlier release", **shape},
    # Version 2 asks whom a case was referred to, for the LP number, for a finding; one decided before stands without.
    ("report.close", 1): lambda shape: {**shape, "asked": False},
    # Version 2 may take files along; what was passed on before went without.
    ("report.forward", 1): lambda shape: {"files": [], "files_reason": "", **shape},
    # Version 2 may say how large a crowd is; one ticked before said nothing of it.
    ("report.ticks", 1): lambda shape: {"crowd_size": None, **shape},
}
"""By (op, version): makes of that version's act the next one's. A released step stays as long as its op."""

FIRST = 1
"""The version every op begins with."""


def newest(op: str) -> int:
    """The version of an op this release writes."""
    return 1 + max((version for known, version in STEPS if known == op), default=FIRST - 1)


def accepted(op: str, version: int) -> bool:
    """Whether a server takes it: the last two versions of each op (sync.md, Decisions)."""
    return max(FIRST, newest(op) - 1) <= version <= newest(op)


def upcast(op: str, version: int, shape: Shape) -> Shape:
    """The act's fields in this release's shape; those given are left as they are."""
    for step in range(version, newest(op)):
        shape = STEPS[op, step](dict(shape))
    return shape
