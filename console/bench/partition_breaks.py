"""Bugs 'bench partition --break' plants in its own desks: each must make it fail."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import msgspec

from console.contract.decisions import DecisionAnswers, DecisionResult
from console.contract.feed import ChangesPage
from console.domain.decision import Outcome
from console.domain.errors import NetworkFault
from console.remote import server, transport
from console.sync.follower import Follower
from console.sync.outbox import Outbox, Sent
from console.sync.watchdog import Watchdog

_ROUNDS = 20


def plant(name: str) -> None:
    """Replace the product's functions in this process; '' plants nothing."""
    if name:
        BREAKS[name]()


def _no_timeout() -> None:
    """Whoever asks waits for ever, and nobody watches."""
    transport.CONNECT_S = server._SILENCE_S = None  # type: ignore[assignment]
    (transport.Transport.open.__kwdefaults__ or {})["read_s"] = None
    _without_watchdog()


def _stuck_lane() -> None:
    """The lane that sends never comes back from one of its rounds, and nobody watches."""
    send, never, rounds = Outbox.send_once, threading.Event(), iter(range(_ROUNDS))

    def send_once(self: Outbox) -> Sent:
        if next(rounds, None) is None:
            never.wait()
        return send(self)

    Outbox.send_once = send_once  # type: ignore[method-assign]
    _without_watchdog()


def _cursor() -> None:
    """The cursor moves as soon as a page was seen; its rows are asked for after that."""
    ask = Follower._page_after

    def page_after(self: Follower, after: int, epoch: str) -> ChangesPage:
        page = ask(self, after, epoch)
        if not page.rows:
            return page
        self._store.apply_page(msgspec.structs.replace(page, rows=()))
        return ask(self, after, epoch)

    Follower._page_after = page_after  # type: ignore[method-assign]


def _retry_drop() -> None:
    """A decision that gets no answer is taken for one that arrived."""
    ask = Outbox._ask

    def settle_anyway(self: Outbox, batch: Sequence[tuple[str, bytes]]) -> DecisionAnswers | Sent:
        try:
            return ask(self, batch)
        except NetworkFault:
            at = self._server_now()
            taken = tuple(DecisionResult(id=each[0], outcome=Outcome.APPLIED, server_time=at) for each in batch)
            self._store.settle(taken)
            return Sent(answered=len(taken), more=True)

    Outbox._ask = settle_anyway  # type: ignore[method-assign]


def _without_watchdog() -> None:
    Watchdog.look = lambda self: None  # type: ignore[method-assign]


BREAKS = {"no_timeout": _no_timeout, "stuck_lane": _stuck_lane, "cursor": _cursor, "retry_drop": _retry_drop}
"""What may be planted, by name."""
