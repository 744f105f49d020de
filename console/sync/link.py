"""Keeps how the console stands to its server, from what each lane reports."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from console.domain.link import Link, LinkState

_REFUSALS = frozenset({"desk_refused", "session_ended", "wrong_protocol", "forbidden"})


class LinkKeeper:
    """Any lane reports from its own thread; listeners hear of changes only."""

    def __init__(
        self,
        *,
        now: Callable[[], datetime],
        server_now: Callable[[], datetime],
        waiting: Callable[[], tuple[int, datetime | None]],
        off_s: Callable[[], float],
    ) -> None:
        self._now = now
        self._server_now = server_now
        self._waiting = waiting
        self._off_s = off_s
        self._lock = threading.RLock()
        self._listeners: list[Callable[[Link], None]] = []
        self._link = Link(state=LinkState.OFFLINE, since=now())

    def link(self) -> Link:
        """The state now."""
        with self._lock:
            return self._link

    def server_now(self) -> datetime:
        """Estimated server time."""
        return self._server_now()

    def subscribe(self, callback: Callable[[Link], None]) -> Callable[[], None]:
        """Be told of each change; returns how to stop."""
        with self._lock:
            self._listeners.append(callback)

        def stop() -> None:
            with self._lock:
                if callback in self._listeners:
                    self._listeners.remove(callback)

        return stop

    def live(self) -> None:
        """Caught up, and the stream is open."""
        self._become(LinkState.LIVE, "")

    def catching_up(self) -> None:
        """The server answers, but there is more to fetch or the stream is not open."""
        self._become(LinkState.CATCHING_UP, "")

    def lost(self, trouble: str) -> None:
        """A lane failed with this code."""
        self._become(LinkState.REFUSED if trouble in _REFUSALS else LinkState.OFFLINE, trouble)

    def restored(self) -> None:
        """The server came back with another epoch."""
        self._change(replace(self.link(), restored=True))

    def stalled(self, is_so: bool) -> None:
        """Decisions are not acknowledged although the server can be reached."""
        link = self.link()
        if is_so:
            self._change(replace(link, trouble="stalled"))
        elif link.trouble == "stalled":
            self._change(replace(link, trouble=""))

    def count(self) -> None:
        """Look again how many decisions wait and how far the clock is off."""
        waiting, oldest = self._waiting()
        off_s = round(self._off_s())
        self._change(replace(self.link(), waiting=waiting, oldest_waiting_at=oldest, clock_off_s=float(off_s)))

    def _become(self, state: LinkState, trouble: str) -> None:
        link = self.link()
        # A lane that cannot send says nothing about a stall the watchdog saw; only an acknowledgement ends that.
        trouble = trouble or ("stalled" if link.trouble == "stalled" else "")
        if (link.state, link.trouble) != (state, trouble):
            since = link.since if link.state is state else self._now()
            self._change(replace(link, state=state, trouble=trouble, since=since))

    def _change(self, link: Link) -> None:
        with self._lock:
            if link == self._link:
                return
            self._link = link
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener(link)
