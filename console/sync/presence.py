"""Heartbeat: leases this desk keeps, the report open on it, and who else looks at what."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Protocol

from console.contract.feed import PresenceNews
from console.contract.session import Heartbeat, HeldLease, LeaseAnswer
from console.domain.load import Colleague
from console.domain.person import Actor
from console.store.store import Store
from console.sync.listeners import Listeners

_ACT_WITHIN = 2 / 3
"""A desk stops acting at two thirds of the lease, measured by its monotonic clock (sync.md)."""


class HeartbeatSink(Protocol):
    """What presence asks of the server."""

    def heartbeat(self, beat: Heartbeat) -> LeaseAnswer:
        """Keep leases, tell what is open."""


class Presence:
    """One per console; `beat` is called by the schedule, the rest from any thread."""

    def __init__(
        self,
        store: Store,
        server: HeartbeatSink,
        *,
        actor: Callable[[], Actor | None],
        monotonic_s: Callable[[], float],
        beat_soon: Callable[[], None],
    ) -> None:
        self._store = store
        self._server = server
        self._actor = actor
        self._monotonic_s = monotonic_s
        self._beat_soon = beat_soon
        self._lock = threading.Lock()
        self._looking_at = ""
        self._looking: dict[str, tuple[str, ...]] = {}
        self._present: tuple[Colleague, ...] = ()
        self._until_s: dict[str, float] = {}
        self._listeners = Listeners[Callable[[], None]]()

    def look_at(self, report_id: str) -> None:
        """Say which report is open here ('' none); told to the server soon."""
        with self._lock:
            changed = report_id != self._looking_at
            self._looking_at = report_id
        if changed:
            self._beat_soon()

    def looking(self) -> dict[str, tuple[str, ...]]:
        """Report id -> names of others looking at it."""
        with self._lock:
            return dict(self._looking)

    def present(self) -> tuple[Colleague, ...]:
        """Who sits at a desk, as last heard; this person too."""
        with self._lock:
            return self._present

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Be told when `looking` changed, from the stream's thread; returns how to stop."""
        return self._listeners.add(callback)

    def lease_left_s(self, report_id: str) -> float | None:
        """Seconds the desk may still act on its own lease, None when no answer in this run confirmed one."""
        with self._lock:
            until_s = self._until_s.get(report_id)
        return None if until_s is None else max(0.0, until_s - self._monotonic_s())

    def take(self, news: PresenceNews) -> None:
        """What the stream told, by desk; this desk's own word is left out."""
        actor = self._actor()
        others: dict[str, tuple[str, ...]] = {}
        for desk_id, (report_id, name) in sorted(news.looking.items()):
            if actor is None or desk_id != actor.desk_id:
                others[report_id] = (*others.get(report_id, ()), name)
        with self._lock:
            changed = (others, news.present) != (self._looking, self._present)
            self._looking, self._present = others, news.present
        if changed:
            for listener in self._listeners.all():
                listener()

    def beat(self) -> LeaseAnswer | None:
        """Renew leases; None when nobody is signed in.

        Raises:
            NetworkFault, AccessFault: the server could not be asked; leases run down meanwhile.
        """
        actor = self._actor()
        if actor is None:
            return None
        held = self._store.own_leases(actor.id, actor.desk_id)
        with self._lock:
            looking_at = self._looking_at
        leases = tuple(HeldLease(report_id=report_id, token=token) for report_id, token in held)
        asked_s = self._monotonic_s()
        answer = self._server.heartbeat(Heartbeat(leases=leases, looking_at=looking_at, looking_name=actor.name))
        # Counted from when it was asked: the way back must not lengthen a lease.
        until_s = asked_s + answer.lease_s * _ACT_WITHIN
        with self._lock:
            for report_id in answer.kept:
                self._until_s[report_id] = max(until_s, self._until_s.get(report_id, until_s))
            for report_id in answer.lost:
                # A lease given by an answer that overtook this one stands.
                if self._until_s.get(report_id, until_s) <= until_s:
                    self._until_s.pop(report_id, None)
        return answer

    def leased(self, decision_id: str, asked_s: float) -> None:
        """The server's answer to a decision sent at monotonic `asked_s` said that its actor holds the case."""
        row = self._store.ledger_row(decision_id)
        actor = self._actor()
        if row is None or actor is None or row.actor.id != actor.id:
            return
        until_s = asked_s + self._store.site().lease_s * _ACT_WITHIN
        report_id = row.decision.subject.id
        with self._lock:
            self._until_s[report_id] = max(until_s, self._until_s.get(report_id, until_s))

    def forget(self) -> None:
        """Somebody else sits here now, or nobody: no lease of before is his."""
        with self._lock:
            self._until_s.clear()
