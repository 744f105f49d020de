"""Keeps report numbers at hand: asks for more long before they run out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from console.contract.numbers import NumbersGiven, NumbersWanted
from console.store.store import Store

_ASK_ANYWAY_S = 3600.0
"""The site's month turns without any number being used."""


class NumbersSource(Protocol):
    """What is asked of the server, under the desk's credential: nobody need be signed in."""

    def numbers(self, wanted: NumbersWanted) -> NumbersGiven:
        """Blocks for whatever runs low."""


class Numbers:
    """One job of the schedule; it may run at any time, also twice."""

    def __init__(self, store: Store, server: NumbersSource, monotonic_s: Callable[[], float]) -> None:
        self._store, self._server, self._monotonic_s = store, server, monotonic_s
        self._asked: tuple[dict[str, int], float] | None = None

    def look(self) -> None:
        """Ask when some were used since the last answer, or an hour has passed.

        Raises:
            NetworkFault, AccessFault: the server cannot be asked now; what is here still serves.
            StoreFault: they could not be kept: those numbers are a gap.
        """
        left, now_s = self._store.numbers.left(), self._monotonic_s()
        if self._asked is not None and self._asked[0] == left and now_s - self._asked[1] < _ASK_ANYWAY_S:
            return
        given = self._server.numbers(NumbersWanted(have=left))
        if given.blocks:
            self._store.numbers.add(given.blocks)
        self._asked = self._store.numbers.left(), now_s
