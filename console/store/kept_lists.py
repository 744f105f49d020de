"""The center's lists, decoded once and kept until a commit changes one of them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar, cast

from console.domain.changes import Changes

T = TypeVar("T")


class KeptLists:
    """Every case asks for site, agencies, words, checklists and the like, which change a few times a month.

    Any thread. What is kept is a value of domain, never to be changed by who gets it.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: dict[str, object] = {}
        self._generation = 0

    def of(self, name: str, read: Callable[[], T]) -> T:
        """What is kept under `name`, else what `read` finds in a snapshot that begins inside it."""
        with self._lock:
            if name in self._kept:
                return cast(T, self._kept[name])
            generation = self._generation
        found = read()
        with self._lock:
            # A commit in between may have changed what was read: it is good for this answer, not for the next.
            if generation == self._generation:
                self._kept[name] = found
        return found

    def take(self, changes: Changes) -> None:
        """A transaction was committed; before its changes are told to anybody."""
        if changes.lists or changes.agencies or changes.site or changes.everything:
            with self._lock:
                self._kept.clear()
                self._generation += 1
