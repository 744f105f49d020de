"""Keeps how the console stands to its server, from what each lane reports."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Literal

from console.domain.link import Link, LinkState
from console.sync.listeners import Listeners

LaneName = Literal["feed", "stream", "outbox"]

_REFUSALS = frozenset(
    {"desk_refused", "session_ended", "wrong_protocol", "console_too_old", "server_too_old", "forbidden"}
)
_HEARD = frozenset({"", "session_ended", "forbidden"})
"""What a lane may have met and still prove that our server is at the other end."""


class LinkKeeper:
    """Any lane reports from its own thread; listeners hear of changes only, the newest last.

    The feed decides whether the server can be reached: a server that only takes no decisions is one that stalls, not
    one that is away (the watchdog's case).
    """

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
        self._lock, self._counting, self._telling = threading.Lock(), threading.Lock(), threading.RLock()
        self._listeners = Listeners[Callable[[Link], None]]()
        self._troubles: dict[LaneName, str] = {}
        self._streaming = self._behind = False
        self._link = self._told = Link(state=LinkState.OFFLINE, since=now())

    def link(self) -> Link:
        """The state now."""
        with self._lock:
            return self._link

    @property
    def connected(self) -> bool:
        """Whether the server is there, so that decisions should be acknowledged."""
        with self._lock:
            if "desk_refused" in self._troubles.values():
                return False
            if "feed" in self._troubles:
                return self._troubles["feed"] in _HEARD
            return self._troubles.get("outbox", "unreachable") in ("", "busy", "server_error")

    def server_now(self) -> datetime:
        """Estimated server time."""
        return self._server_now()

    def subscribe(self, callback: Callable[[Link], None]) -> Callable[[], None]:
        """Be told of each change; returns how to stop."""
        return self._listeners.add(callback)

    def catching_up(self) -> None:
        """The feed has its answers, but there is more to fetch."""
        with self._lock:
            self._behind, self._troubles["feed"] = True, ""
            self._weigh()
        self._tell()

    def reached(self, lane: LaneName) -> None:
        """This lane had its answer; the feed all it asked for."""
        self._note(lane, "")

    def lost(self, lane: LaneName, trouble: str) -> None:
        """This lane failed with that code."""
        self._note(lane, trouble)

    def resting(self) -> None:
        """Nobody is signed in: nothing is followed, decisions are still sent."""
        with self._lock:
            self._troubles.pop("feed", None)
            self._troubles.pop("stream", None)
            self._streaming = False
            self._weigh()
        self._tell()

    def streaming(self, is_so: bool) -> None:
        """The stream of hints opened or ended."""
        with self._lock:
            self._streaming = is_so
            self._weigh()
        self._tell()

    def restored(self) -> None:
        """The server came back with another epoch."""
        self._change(restored=True, restored_at=self._now())

    def stalled(self, is_so: bool) -> None:
        """Decisions are not acknowledged although the server can be reached."""
        self._change(stalled=is_so)

    def count(self) -> None:
        """Look again how many decisions wait and how far the clock is off."""
        # One after the other, so that an older count is never written over a newer one.
        with self._counting:
            waiting, oldest = self._waiting()
            self._change(waiting=waiting, oldest_waiting_at=oldest, clock_off_s=float(round(self._off_s())))

    def _note(self, lane: LaneName, trouble: str) -> None:
        with self._lock:
            self._troubles[lane] = trouble
            self._behind = self._behind and lane != "feed"
            self._weigh()
        self._tell()

    def _weigh(self) -> None:
        """Make one state of what the lanes said; the lock is held."""
        feed = self._troubles.get("feed")
        refusal = next((code for code in self._troubles.values() if code in _REFUSALS), "")
        trouble = refusal or next((code for code in self._troubles.values() if code), "")
        if refusal:
            state = LinkState.REFUSED
        elif feed or (feed is None and self._troubles.get("outbox") != ""):
            state, trouble = LinkState.OFFLINE, feed or trouble
        elif self._streaming and not self._behind:
            state = LinkState.LIVE
        else:
            state = LinkState.CATCHING_UP
        since = self._link.since if self._link.state is state else self._now()
        self._link = replace(self._link, state=state, trouble=trouble, since=since)

    def _change(self, **parts: int | float | datetime | None) -> None:
        with self._lock:
            self._link = replace(self._link, **parts)  # type: ignore[arg-type]
        self._tell()

    def _tell(self) -> None:
        """The newest state, once; an earlier one that another thread had no time to tell is left out."""
        with self._telling:
            with self._lock:
                link, listeners = self._link, self._listeners.all()
            if link != self._told:
                self._told = link
                for listener in listeners:
                    listener(link)
