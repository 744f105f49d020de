"""A store that swaps in a process of its own: FOLDER STEP WHEN it is killed there.

Steps are functions of console.store.stage (and Database's own two), wrapped here by name: the product knows nothing of
it. WHEN is 'before' or 'after' the step; '' as step lets it live.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

from console.contract.decisions import DecisionResult, encode_decision
from console.contract.feed import SnapshotPage
from console.domain.decision import Decision, Outcome
from console.store import stage
from console.store.database import Database
from console.store.store import Store
from tests.store.world import KEY, NOW, SARI, note, now, of, report, row, unit

P = ParamSpec("P")
R = TypeVar("R")

OLD, NEW = range(1, 30), range(20, 60)
"""Numbers of the reports before and after the swap."""
STEPS = ("stage", "finish", "carry_over", "check", "seal", "sync_file", "_close_old", "put_in_place", "sync_folder",
         "_connect_writer")  # fmt: skip


def fill(store: Store) -> list[Decision]:
    """Reports of the first epoch, five decisions in several states, a draft, a setting, two files."""
    store.apply_page(of([*(report(n) for n in OLD), unit("u1")], next_seq=9))
    made = [note(report(n), f"catatan {n}") for n in (1, 2, 25, 25, 26)]
    for each in made:
        store.record(each, SARI, encode_decision(each))
    store.settle(
        [
            DecisionResult(id=made[0].id, outcome=Outcome.APPLIED, server_time=NOW),
            DecisionResult(id=made[1].id, outcome=Outcome.REFUSED, server_time=NOW),
        ]
    )
    store.keep_draft("d", "teks")
    store.keep_setting("desk", "{}")
    for name, part in (("m1", b"a" * 9000), ("m2", b"b" * 500)):
        store.media_expect(name, 9000, "00" * 32)
        store.media_add(name, 0, part)
    return made


def stage_all(store: Store) -> None:
    """The second epoch's reports, three pages."""
    numbers = list(NEW)
    for number, start in enumerate(range(0, len(numbers), 15)):
        rows = tuple(row(report(n)) for n in numbers[start : start + 15])
        page = SnapshotPage(epoch="e2", as_of_seq=40 + number, after=rows[-1].id, more=start + 15 < len(NEW), rows=rows)
        store.stage(number, page)


def _dying(step: Callable[P, R], when: str) -> Callable[P, R]:
    def killed(*args: P.args, **kwargs: P.kwargs) -> R:
        if when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        answer = step(*args, **kwargs)
        os.kill(os.getpid(), signal.SIGKILL)
        return answer

    return killed


def main(folder: str, step: str, when: str) -> None:
    """Fill, then swap until the step; prints the ids that were decided."""
    store = Store.open(Path(folder) / "console.db", KEY, now)
    made = fill(store)
    print(" ".join(each.id for each in made), flush=True)
    if step == "stage":
        store.stage = _dying(store.stage, when)  # type: ignore[method-assign]
    elif hasattr(stage, step):
        setattr(stage, step, _dying(getattr(stage, step), when))
    elif step:
        setattr(Database, step, _dying(getattr(Database, step), when))
    stage_all(store)
    store.swap_stage()


if __name__ == "__main__":
    main(*sys.argv[1:4])
