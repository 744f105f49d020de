"""How long a lane waits after a failure, and what it waits whoever wakes it."""

from __future__ import annotations

from collections.abc import Callable

from console.domain.errors import AccessFault, Fault, NetworkFault

FIRST_S, LONGEST_S = 0.25, 5.0
REFUSED_S = 30.0
LONGEST_ASKED_S = 60.0
"""A Retry-After beyond this is not waited out: a maintenance page that says an hour must not silence a police desk."""


class Patience:
    """One lane's; used by that lane's thread, `forget` by any."""

    def __init__(self, monotonic_s: Callable[[], float]) -> None:
        self._monotonic_s = monotonic_s
        self._failures = 0
        self._asked_until_s: float | None = None

    @property
    def failures(self) -> int:
        """How many in a row."""
        return self._failures

    def failed(self, fault: Fault | None = None) -> float:
        """One more; returns seconds to the next try: doubling to LONGEST_S, what the server asked, or REFUSED_S."""
        self._failures += 1
        wait_s = min(LONGEST_S, FIRST_S * 2.0 ** min(10, self._failures - 1))
        if isinstance(fault, AccessFault):
            return REFUSED_S
        if isinstance(fault, NetworkFault) and fault.retry_after_s is not None:
            wait_s = max(wait_s, min(LONGEST_ASKED_S, fault.retry_after_s))
            self._asked_until_s = self._monotonic_s() + wait_s
        return wait_s

    def asked_s(self) -> float:
        """Seconds the server still asked not to be asked; 0 when it did not."""
        until_s = self._asked_until_s
        return 0.0 if until_s is None else max(0.0, until_s - self._monotonic_s())

    def succeeded(self) -> bool:
        """It went well; whether it had not before."""
        was_away, self._failures, self._asked_until_s = self._failures > 0, 0, None
        return was_away

    def forget(self) -> None:
        """Try at once, as if nothing had failed."""
        self._failures, self._asked_until_s = 0, None
