"""Keeps store and server in step: the lanes, their start and stop.

Why so long: every lane and the order in which they start and stop stand in one place.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Protocol

from console.contract.feed import Hint, PositionsNews
from console.domain.changes import Changes
from console.domain.errors import AccessFault, Fault, InputFault, NetworkFault
from console.domain.link import LinkState
from console.domain.person import Actor
from console.remote.server import Server
from console.remote.stream import Stream
from console.store.store import Store
from console.sync import schedule
from console.sync.follower import Follower
from console.sync.lane import Lane
from console.sync.link import LinkKeeper
from console.sync.media import Downloads
from console.sync.outbox import Outbox
from console.sync.positions import Positions
from console.sync.presence import Presence
from console.sync.server_clock import ServerClock
from console.sync.watchdog import Watchdog

_log = logging.getLogger(__name__)

_POLL_S = 30.0
_FIRST_DELAY_S, _LONGEST_DELAY_S = 0.25, 5.0
_REFUSED_DELAY_S = 30.0
_JOIN_S = 5.0


class Access(Protocol):
    """What the loop needs of the session."""

    @property
    def actor(self) -> Actor | None:
        """Who is signed in."""

    @property
    def can_read(self) -> bool:
        """Whether there is a token the server may accept, or can be refreshed."""

    def renew(self) -> None:
        """Get a new access token."""


class SyncLoop:
    """All that runs in the background for one signed-in profile."""

    def __init__(
        self,
        store: Store,
        server: Server,
        access: Access,
        clock: ServerClock,
        *,
        now: Callable[[], datetime],
        monotonic_s: Callable[[], float],
        heartbeat_s: float = schedule.HEARTBEAT_S,
    ) -> None:
        self._store = store
        self._server = server
        self._access = access
        self.positions = Positions()
        self.link = LinkKeeper(now=now, server_now=clock.server_now, waiting=store.waiting_figures, off_s=clock.off_s)
        self.presence = Presence(
            store,
            server,
            actor=lambda: access.actor,
            monotonic_s=monotonic_s,
            beat_soon=lambda: self._soon("heartbeat"),
        )
        self._follower = Follower(
            store,
            server,
            server_now=clock.server_now,
            observe=clock.observe,
            monotonic_s=monotonic_s,
            restored=self.link.restored,
        )
        self._outbox = Outbox(store, server, monotonic_s=monotonic_s, server_now=clock.server_now)
        self._watchdog = Watchdog(
            monotonic_s=monotonic_s,
            waiting=store.waiting_count,
            connected=lambda: self.link.link().state in (LinkState.LIVE, LinkState.CATCHING_UP),
            rebuild=self._rebuild,
            stalled=self.link.stalled,
        )
        self._stream: Stream | None = None
        self._stream_open = False
        self._failures = {"feed": 0, "outbox": 0, "stream": 0}
        self._feed = Lane("sync-feed", self._follow)
        self._sender = Lane("sync-outbox", self._send)
        self._listener = Lane("sync-stream", self._listen)
        self._fetcher = Lane("sync-media", lambda: self.downloads.fetch_next(self._fetcher.stopping))
        self.downloads = Downloads(store, server, wake=self._fetcher.wake)
        self._schedule = schedule.Schedule(
            {
                "heartbeat": (heartbeat_s, self._beat),
                "watchdog": (schedule.WATCHDOG_S, self._watchdog.look),
                "figures": (schedule.FIGURES_S, self.link.count),
            }
        )
        self._stop_counting = store.subscribe(self._changed)

    def start(self) -> None:
        """Begin all lanes."""
        for lane in self._lanes():
            lane.start()
        self._schedule.start()

    def stop(self) -> None:
        """End all lanes; what was not sent stays in the ledger."""
        self._stop_counting()
        for lane in self._lanes():
            lane.ask_to_stop()
        stream = self._stream
        if stream is not None:
            stream.close()
        self._schedule.stop()
        for lane in self._lanes():
            if not lane.join(_JOIN_S):
                _log.warning("a sync lane did not end in time")

    def wake(self) -> None:
        """There is something to send; returns at once."""
        self._sender.wake()

    def look_again(self) -> None:
        """Somebody signed in or enrolled, or the address changed: try everything now."""
        self._outbox.try_all_now()
        self._failures = dict.fromkeys(self._failures, 0)
        for lane in self._lanes():
            lane.wake()

    def _lanes(self) -> tuple[Lane, ...]:
        return self._feed, self._sender, self._listener, self._fetcher

    def _soon(self, job: str) -> None:
        self._schedule.soon(job)

    def _changed(self, changes: Changes) -> None:
        if changes.ledger or changes.everything:
            self.link.count()

    # Feed

    def _follow(self) -> float | None:
        if not self._access.can_read:
            return None
        if not self._store.cursor()[0]:
            self.link.catching_up()
        try:
            self._with_renewal(self._follower.catch_up)
        except Fault as fault:
            return self._failed("feed", fault)
        self._succeeded("feed")
        if self._stream_open:
            self.link.live()
            return _POLL_S
        self.link.catching_up()
        return _LONGEST_DELAY_S

    def _with_renewal(self, work: Callable[[], object]) -> None:
        """Do it; once more with a new access token when the old one was not accepted."""
        try:
            work()
        except AccessFault as fault:
            if fault.code != "session_ended":
                raise
            self._access.renew()
            work()

    # Outbox

    def _send(self) -> float | None:
        try:
            sent = self._outbox.send_once()
        except Fault as fault:
            return self._failed("outbox", fault)
        self._failures["outbox"] = 0
        if sent.answered:
            self._watchdog.acknowledged()
        if sent.epoch and sent.epoch != self._store.cursor()[0]:
            self._feed.wake()
        return 0.0 if sent.more else self._outbox.next_try_s()

    # Stream

    def _listen(self) -> float | None:
        if not self._access.can_read:
            return None
        try:
            self._with_renewal(self._hear)
        except Fault as fault:
            return self._failed("stream", fault)
        finally:
            self._stream_open = False
            self._stream = None
        return _FIRST_DELAY_S

    def _hear(self) -> None:
        stream = self._server.stream()
        self._stream = stream
        if self._listener.stopping():
            stream.close()
            return
        self._succeeded("stream")
        self._stream_open = True
        self._feed.wake()
        # The feed goes on without positions, whatever is the matter with them.
        with suppress(InputFault):
            self.positions.take(self._server.positions())
        for news in stream.news():
            if isinstance(news, Hint):
                epoch, after = self._store.cursor()
                if news.seq > after or news.epoch != epoch:
                    self._feed.wake()
            elif isinstance(news, PositionsNews):
                self.positions.take(news)
            else:
                self.presence.take(news)
            if self._listener.stopping():
                return

    # What they share

    def _succeeded(self, lane: str) -> None:
        was_away = self._failures[lane] > 0
        self._failures[lane] = 0
        if was_away:
            # The server is back: nobody waits out a delay that was meant for its absence.
            self._outbox.try_all_now()
            self._sender.wake()
            if lane != "stream":
                self._listener.wake()
            self._soon("heartbeat")

    def _failed(self, lane: str, fault: Fault) -> float:
        self._failures[lane] += 1
        if self._feed.stopping():
            return 0.0
        _log.info("a lane waits", extra={"lane": lane, "code": fault.code, "failures": self._failures[lane]})
        self.link.lost(fault.code)
        delay_s = min(_LONGEST_DELAY_S, _FIRST_DELAY_S * 2.0 ** min(10, self._failures[lane] - 1))
        if isinstance(fault, AccessFault):
            return _REFUSED_DELAY_S
        if isinstance(fault, NetworkFault) and fault.retry_after_s is not None:
            return max(delay_s, fault.retry_after_s)
        return delay_s

    def _beat(self) -> None:
        if self._access.can_read and self.link.link().state is not LinkState.OFFLINE:
            self._with_renewal(self.presence.beat)

    def _rebuild(self) -> None:
        """The watchdog found a stall: new connections, all at once."""
        _log.warning("nothing acknowledged for a minute: connections are made anew")
        self._server.transport.rebuild()
        stream = self._stream
        if stream is not None:
            stream.close()
        self.look_again()
