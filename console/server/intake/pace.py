"""How fast a source may send: a bucket of tokens per source."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from console.server.refusals import RequestRefused
from console.server.sources import Source


class Pace:
    """Lets `per_second` requests of each source pass, one second's worth at once; thread-safe."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._buckets: dict[str, tuple[float, float]] = {}

    def take(self, source: Source) -> None:
        """Let one request of this source pass.

        Raises:
            RequestRefused: 429 with the seconds until the next may come.
        """
        now_s = self._monotonic()
        most = max(1.0, source.per_second)
        with self._lock:
            tokens, then_s = self._buckets.get(source.id, (most, now_s))
            tokens = min(most, tokens + (now_s - then_s) * source.per_second)
            passes = tokens >= 1.0
            self._buckets[source.id] = (tokens - 1.0 if passes else tokens, now_s)
        if not passes:
            raise RequestRefused(
                429, "too_many_requests", f"This source may send {source.per_second:g} requests a second.",
                retry_after_s=(1.0 - tokens) / source.per_second,
            )  # fmt: skip
