"""Proves that no history of merges and splits loses a report, offline or in any order.

Each history moves five reports by the product's own judge and apply: merge, split, large incident, claim, close, junk,
undo, at desks that see the server's word now and then only. Now and then and at the end, at the server and on every
screen: each report stands in the queue or hangs below one that does, no loop, parents and children agree, nothing of a
report changed; at the end everything is split off again and stands for itself. `merging.lost` counts what did not.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time

from console.bench.merging_histories import BREAKS, DESKS, KINDS, REPORTS, History
from console.domain.casework.merging import into_of, merging_of

_STEPS, _LOOKED_AFTER = 24, 8


def run(args: list[str]) -> int:
    """Play histories, print one JSON object a line, return 1 when one lost a report or none merged anything."""
    parser = argparse.ArgumentParser(prog="bench merging")
    parser.add_argument("--histories", type=int, default=2_000, help="how many (2000)")
    parser.add_argument("--seed", type=int, default=1, help="where they begin (1)")
    parser.add_argument("--break", dest="bug", choices=sorted(BREAKS), help="plant a bug that must be found")
    chosen = parser.parse_args(args)
    mend = BREAKS[chosen.bug]() if chosen.bug else lambda: None
    began_s = time.monotonic()
    try:
        stood, lost = _play(chosen.histories, chosen.seed)
    finally:
        mend()
    figures = {
        "histories": (chosen.histories, "count"), "stood": (stood, "count"), "lost": (lost, "count"),
        "seconds": (round(time.monotonic() - began_s, 1), "s"),
    }  # fmt: skip
    for name, (value, unit) in figures.items():
        print(json.dumps({"name": f"merging.{name}", "value": value, "unit": unit, "baseline": None, "ratio": None}))
    return 1 if lost or not stood else 0


def _play(histories: int, seed: int) -> tuple[int, int]:
    stood = lost = 0
    for number in range(seed, seed + histories):
        draw, history = random.Random(number), History()
        troubles: list[str] = []
        for place in range(_STEPS):
            troubles += history.troubles() if place % _LOOKED_AFTER == 0 else []
            history.step(
                (draw.randrange(KINDS), draw.randrange(DESKS), draw.randrange(REPORTS), draw.randrange(REPORTS))
            )
        history.end()
        troubles += history.troubles()
        history.split_all()
        troubles += history.troubles()
        left = [r.id for r in history.reports.values() if into_of(r) is not None or merging_of(r).children]
        stood += history.stood
        if troubles or left:
            lost += 1
            print(f"bench merging: seed {number}: {'; '.join([*troubles, *left][:3])}", file=sys.stderr)
    return stood, lost
