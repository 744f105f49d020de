"""Fixes gathered for the next commit, and everybody who waits for it."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field

from console.domain.unit import Position

Here = asyncio.Future[None]
"""A future of the event loop: made, awaited and done there, without a lock or a wake-up of its own."""


@dataclass(slots=True)
class Gathered:
    """What came since the last commit, and who waits for the next: threads, and tasks of the event loop."""

    rows: list[tuple[Position, str]] = field(default_factory=list)
    threads: list[Future[None]] = field(default_factory=list)
    tasks: list[Here] = field(default_factory=list)

    def settle(self, error: BaseException | None) -> None:
        """Tell everybody; one call into the event loop for all of its tasks."""
        for waiting in self.threads:
            if error is None:
                waiting.set_result(None)
            else:
                waiting.set_exception(error)
        if self.tasks:
            # A loop that was closed meanwhile has nobody left to tell.
            with suppress(RuntimeError):
                self.tasks[0].get_loop().call_soon_threadsafe(_settle, self.tasks, error)


def _settle(tasks: list[Here], error: BaseException | None) -> None:
    for waiting in tasks:
        if waiting.done():
            continue
        if error is None:
            waiting.set_result(None)
        else:
            waiting.set_exception(error)
