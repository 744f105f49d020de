"""Decides in a process of its own, a swap in between; tells what fails, goes on."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from console.bench.powercut_desk import EPOCHS, TracedDesk
from console.domain.errors import Bug, StoreFault

TRIES = 20


def main(folder: str, decisions: int) -> None:
    """Half of the decisions, a swap until it succeeds, the other half; an opening that fails is tried again."""
    desk = _opened(Path(folder))
    desk.decide(decisions // 2)
    for _ in range(TRIES):
        if desk.store.cursor()[0] != EPOCHS[1]:
            _tried(lambda: desk.swap(0))
    desk.decide(decisions - decisions // 2)
    desk.close()


def _opened(folder: Path) -> TracedDesk:
    for _ in range(TRIES):
        try:
            desk = TracedDesk(folder, 7)
        except StoreFault as fault:
            os.write(1, f"! {fault.code}\n".encode())
            continue
        for _ in range(TRIES):
            if not desk.store.cursor()[0]:
                _tried(desk.fill)
        return desk
    raise Bug("it never opened")


def _tried(work: Callable[[], None]) -> None:
    try:
        work()
    except StoreFault as fault:
        os.write(1, f"! {fault.code}\n".encode())


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
