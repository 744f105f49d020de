"""Keeps store and server in step: the lanes, their start and stop.

Why so long: every lane and the order in which they start and stop stand in one place.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Protocol

from console.contract.calls import CallsNews
from console.contract.feed import Hint, PositionsNews
from console.domain.changes import Changes
from console.domain.errors import AccessFault, Fault, InputFault
from console.domain.link import LinkState
from console.domain.person import Actor
from console.remote.server import Server
from console.remote.stream import Stream
from console.store.store import Store
from console.sync import schedule
from console.sync.calls import Calls
from console.sync.follower import Follower
from console.sync.give_back import GiveBack
from console.sync.lane import Lane
from console.sync.link import LaneName, LinkKeeper
from console.sync.media import KEPT_BYTES, Downloads
from console.sync.media_ahead import Ahead
from console.sync.media_up import Uploads
from console.sync.numbers import Numbers
from console.sync.outbox import Outbox
from console.sync.patience import FIRST_S, LONGEST_S, Patience
from console.sync.positions import Positions
from console.sync.presence import Presence
from console.sync.server_clock import ServerClock
from console.sync.watchdog import Watchdog
from console.sync.witness import Witness

_log = logging.getLogger(__name__)

_POLL_S = 20.0
_STREAM_LASTS_S = 5.0
"""A stream that ends sooner counts as failed: some proxies end every one at once."""
_FINISH_S, _JOIN_S = 1.0, 5.0


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
        kept_bytes: int = KEPT_BYTES,
        stand_back: Callable[[], None] = lambda: None,
    ) -> None:
        """Prepare. `stand_back` is called before sending and may wait a moment: a window shows the decision first."""
        self._store = store
        self._server = server
        self._access = access
        self._stand_back = stand_back
        self._monotonic_s = monotonic_s
        self.positions, self.calls = Positions(), Calls()
        self.link = LinkKeeper(now=now, server_now=clock.server_now, waiting=store.waiting_figures, off_s=clock.off_s)
        self.presence = Presence(
            store,
            server,
            actor=lambda: access.actor,
            monotonic_s=monotonic_s,
            beat_soon=lambda: self._soon("heartbeat"),
        )
        credentials = server.transport.credentials
        self._give_back = GiveBack(
            store,
            server,
            server_now=clock.server_now,
            restored=self.link.restored,
            use_epoch=lambda epoch: setattr(credentials, "epoch", epoch),
        )
        self._follower = Follower(
            store,
            server,
            server_now=clock.server_now,
            observe=clock.observe,
            monotonic_s=monotonic_s,
            give_back=self._reconcile,
            progress=self.link.catching_up,
        )
        self._outbox = Outbox(
            store, server, monotonic_s=monotonic_s, server_now=clock.server_now, leased=self.presence.leased,
            other_epoch=self._meet_epoch,
        )
        self._watchdog = Watchdog(
            monotonic_s=monotonic_s,
            waiting=store.waiting_count,
            connected=lambda: self.link.connected,
            rebuild=self._rebuild,
            stalled=self.link.stalled,
        )
        self._stream: Stream | None = None
        self._patience: dict[LaneName, Patience] = {
            "feed": Patience(monotonic_s),
            "stream": Patience(monotonic_s),
            "outbox": Patience(monotonic_s),
        }
        self._feed = Lane("sync-feed", self._follow)
        self._sender = Lane("sync-outbox", self._send)
        self._listener = Lane("sync-stream", self._listen)
        self._fetcher = Lane("sync-media", lambda: self.downloads.fetch_next(self._fetcher.stopping))
        self._prefetcher = Lane("sync-ahead", lambda: self.downloads.fetch_ahead(self._prefetcher.stopping))
        self.downloads = Downloads(
            store, server, wake=self._fetcher.wake, wake_ahead=self._prefetcher.wake, renew=access.renew,
            line_is_good=lambda: self.link.link().state is LinkState.LIVE, kept_bytes=kept_bytes,
        )  # fmt: skip
        self._uploader = Lane("sync-upload", lambda: self.uploads.send_next(self._uploader.stopping))
        self.uploads = Uploads(store, server, clock.server_now, self._uploader.wake)
        self._witness = Witness(store, server)
        self._numbers = Numbers(store, server, monotonic_s)
        self._schedule = schedule.Schedule(
            {
                "heartbeat": (heartbeat_s, self._beat),
                "watchdog": (schedule.WATCHDOG_S, self._watchdog.look),
                "figures": (schedule.FIGURES_S, self.link.count),
                "epoch": (schedule.EPOCH_S, self._look_at_epoch),
                "witness": (schedule.WITNESS_S, self._witness.look),
                "numbers": (schedule.NUMBERS_S, self._numbers.look),
                "ahead": (schedule.AHEAD_S, Ahead(store, self.downloads).look),
            },
            monotonic_s=monotonic_s,
            alone="watchdog",
        )
        self._stop_counting = store.subscribe(self._changed)

    def start(self) -> None:
        """Begin all lanes."""
        for lane in self._lanes():
            lane.start()
        self._schedule.start()
        self._soon("witness")
        self._soon("numbers")

    def stop(self) -> None:
        """End all lanes; what was not sent stays in the ledger."""
        self._stop_counting()
        for lane in self._lanes():
            lane.ask_to_stop()
        stream = self._stream
        if stream is not None:
            stream.end()
        if not (self._sender.join(_FINISH_S) and self._feed.join(_FINISH_S)):
            # Nobody waits at a closing window for a server that does not answer; an answer lost here is given again.
            self._server.transport.rebuild()
        self._schedule.stop()
        for lane in self._lanes():
            if not lane.join(_JOIN_S):
                _log.warning("a sync lane did not end in time")

    def wake(self) -> None:
        """There is something to send; returns at once."""
        self._sender.wake()

    def look_again(self) -> None:
        """Somebody signed in or enrolled, or the address changed: try everything now."""
        self.presence.forget()
        self._try_everything()
        self._soon("witness")
        self._soon("numbers")

    def _try_everything(self) -> None:
        self._outbox.try_all_now()
        for patience in self._patience.values():
            patience.forget()
        for lane in self._lanes():
            lane.wake()

    def _lanes(self) -> tuple[Lane, ...]:
        return self._feed, self._sender, self._listener, self._fetcher, self._prefetcher, self._uploader

    def _soon(self, job: str) -> None:
        self._schedule.soon(job)

    def _changed(self, changes: Changes) -> None:
        if changes.ledger or changes.everything:
            self.link.count()
            self._uploader.wake()

    # Feed

    def _follow(self) -> float | None:
        if not self._access.can_read:
            self.link.resting()
            return None
        if asked_s := self._patience["feed"].asked_s():
            return asked_s
        if not self._store.cursor()[0]:
            self.link.catching_up()
        try:
            self._with_renewal(self._catch_up)
        except Fault as fault:
            return self._failed("feed", fault)
        self._succeeded("feed")
        return _POLL_S if self._stream is not None else LONGEST_S

    def _catch_up(self) -> None:
        rows = self._follower.catch_up()
        self._give_back.use_known()
        if rows and self._outbox.heard_news():
            self._sender.wake()

    def _reconcile(self, epoch: str) -> None:
        self._give_back.to(epoch)
        self._sender.wake()

    def _meet_epoch(self) -> None:
        self._reconcile(self._server.health().epoch)
        self._feed.wake()

    def _look_at_epoch(self) -> None:
        """With nobody signed in, or a session the server lost, the feed is not followed: a restore is met only so."""
        if not self._access.can_read or self.link.link().trouble == "session_ended":
            self._reconcile(self._server.health().epoch)

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
        if asked_s := self._patience["outbox"].asked_s():
            return asked_s
        self._stand_back()
        try:
            sent = self._outbox.send_once()
        except Fault as fault:
            return self._failed("outbox", fault)
        if sent.answered:
            self._watchdog.acknowledged()
        if sent.epoch:
            self._patience["outbox"].succeeded()
            self.link.reached("outbox")
            if sent.epoch != self._store.cursor()[0]:
                self._feed.wake()
        return 0.0 if sent.more else self._outbox.next_try_s()

    # Stream

    def _listen(self) -> float | None:
        if not self._access.can_read:
            return None
        if asked_s := self._patience["stream"].asked_s():
            return asked_s
        began_s = self._monotonic_s()
        try:
            self._with_renewal(self._hear)
        except Fault as fault:
            return self._failed("stream", fault)
        finally:
            self._stream = None
            self.link.streaming(False)
            self.calls.forget()
        if self._monotonic_s() - began_s < _STREAM_LASTS_S:
            return self._patience["stream"].failed()
        return FIRST_S

    def _hear(self) -> None:
        with self._server.stream() as stream:
            self._stream = stream
            if not self._listener.stopping():
                self._listen_to(stream)

    def _listen_to(self, stream: Stream) -> None:
        self._succeeded("stream")
        self.link.streaming(True)
        self._feed.wake()
        # What was held here before is not acted on until the server has said that it still is.
        self._soon("heartbeat")
        # The feed goes on without positions, whatever is the matter with them.
        with suppress(InputFault):
            self.positions.take(self._server.positions())
        for news in stream.news():
            if isinstance(news, Hint):
                if self._follower.hear(news):
                    self._feed.wake()
            elif isinstance(news, PositionsNews):
                self.positions.take(news)
            elif isinstance(news, CallsNews):
                self.calls.take(news)
            else:
                self.presence.take(news)
            if self._listener.stopping():
                return

    # What they share

    def _succeeded(self, lane: LaneName) -> None:
        was_away = self._patience[lane].succeeded()
        self.link.reached(lane)
        if was_away:
            # The server is back: nobody waits out a delay that was meant for its absence.
            self._outbox.try_all_now()
            self._sender.wake()
            self._fetcher.wake()
            self._uploader.wake()
            if lane != "stream":
                self._listener.wake()
            self._soon("heartbeat")

    def _failed(self, lane: LaneName, fault: Fault) -> float:
        wait_s = self._patience[lane].failed(fault)
        if self._feed.stopping():
            return 0.0
        _log.info("a lane waits", extra={"lane": lane, "code": fault.code, "failures": self._patience[lane].failures})
        if lane != "feed" and self.link.connected:
            # The first sign that the server went away; the feed finds out.
            self._feed.wake()
        self.link.lost(lane, fault.code)
        return wait_s

    def _beat(self) -> None:
        if self._access.can_read and self.link.connected:
            self._with_renewal(self.presence.beat)

    def _rebuild(self) -> None:
        """The watchdog found a stall: new connections, all at once; whatever waits on an old one fails."""
        _log.warning("nothing acknowledged for a minute: connections are made anew")
        self._server.transport.rebuild()
        self._try_everything()
