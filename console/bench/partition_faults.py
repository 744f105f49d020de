"""What goes wrong when in 'bench partition': the same plan for the same seed."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from console.bench.partition_proxy import LINE_FAULTS

SERVER = -1
PROCESS_FAULTS = ("stop", "kill")
"""stop: SIGSTOP, then SIGCONT · kill: kill -9, then started again."""
FAULTS = (*LINE_FAULTS, *PROCESS_FAULTS)

_SHORT_GAP_S, _LONG_GAP_S, _LASTS_S = (1.0, 8.0), (32.0, 42.0), (2.0, 25.0)
_LONG_GAPS = 0.3
"""So many gaps are longer than a queue may take to empty: only in those does a stall show during the run."""
_SERVER_GAP_S, _SERVER_LASTS_S = (20.0, 60.0), (1.0, 20.0)


@dataclass(frozen=True, slots=True, order=True)
class Mishap:
    """One fault: from `at_s` to `until_s` seconds after the beginning, at a desk (its number) or the SERVER."""

    at_s: float
    until_s: float
    whom: int
    kind: str


def plan(desks: int, length_s: float, seed: int, kinds: Sequence[str] = FAULTS) -> list[Mishap]:
    """Faults of every desk and of the server, each one's own one after the other, by time.

    Gaps and lengths shrink with `length_s` below two minutes, so that a short run meets as many kinds.
    """
    chance = random.Random(seed)
    pace = max(0.03, min(1.0, length_s / 120))
    found: list[Mishap] = []
    bag: list[str] = []
    for desk in range(desks):
        at_s = chance.uniform(0.0, 20.0 * pace)
        while at_s < length_s:
            if not bag:
                # Each kind once before any comes again.
                bag = chance.sample(list(kinds), len(kinds))
            until_s = min(length_s, at_s + chance.uniform(*_LASTS_S) * pace)
            found.append(Mishap(at_s, until_s, desk, bag.pop()))
            gap_s = _LONG_GAP_S if chance.random() < _LONG_GAPS else _SHORT_GAP_S
            at_s = until_s + chance.uniform(*gap_s) * pace
    of_server = [kind for kind in PROCESS_FAULTS if kind in kinds]
    at_s = chance.uniform(*_SERVER_GAP_S) * pace if of_server else length_s
    while at_s < length_s:
        until_s = min(length_s, at_s + chance.uniform(*_SERVER_LASTS_S) * pace)
        found.append(Mishap(at_s, until_s, SERVER, chance.choice(of_server)))
        at_s = until_s + chance.uniform(*_SERVER_GAP_S) * pace
    return sorted(found)
