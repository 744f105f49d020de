"""News to the open streams; a slow reader never holds up the others."""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import Callable, Sequence

from console.contract.calls import CallsNews
from console.contract.codec import encode
from console.contract.feed import ChangeRow, Hint, PositionsNews, PresenceNews

_MOST_WAITING = 120
"""Position batches a stream may fall behind (two minutes) before it is closed to start afresh."""
_MOST_ROWS, _MOST_BYTES = 16, 64 * 1024
"""Changes told with their rows: more of them at once are asked for, at the desk's own pace."""


class Subscriber:
    """One open stream; belongs to the event loop it was opened on. `desk_id` '' when nobody there takes calls."""

    def __init__(self, session_id: str, desk_id: str = "") -> None:
        self.session_id, self.desk_id = session_id, desk_id
        self.rings: CallsNews | None = None
        self.woken = asyncio.Event()
        self.closed = False
        self._latest: dict[str, bytes] = {}
        self._batches: deque[bytes] = deque()
        self._told: list[bytes] = []

    def offer_rows(self, frame: bytes, hint: bytes) -> None:
        """Keep a hint with its rows to be sent; a stream that falls behind gets the bare `hint` alone."""
        self._told.append(frame)
        if sum(map(len, self._told)) > _MOST_BYTES:
            self._told.clear()
            self._latest["changes"] = hint
        self.woken.set()

    def offer(self, event: str, frame: bytes) -> None:
        """Keep a frame to be sent; of hints and presence only the newest counts, positions all do."""
        if event == "positions":
            self._batches.append(frame)
            if len(self._batches) > _MOST_WAITING:
                self.close()
        else:
            self._latest[event] = frame
        self.woken.set()

    def take(self) -> bytes:
        """Everything waiting, as one piece of the stream."""
        self.woken.clear()
        frames = b"".join((*self._told, *self._latest.values(), *self._batches))
        self._told.clear()
        self._latest.clear()
        self._batches.clear()
        return frames

    def close(self) -> None:
        """End the stream; the console opens a new one."""
        self.closed = True
        self.woken.set()


class Bus:
    """Carries news from any thread to the streams on the server's event loop.

    `rings_at` says which calls one desk is told of, given the desks at work: a line rings at its own desks.
    """

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._subscribers: set[Subscriber] = set()
        self._lock = threading.Lock()
        self.rings_at: Callable[[str, frozenset[str]], CallsNews] = lambda desk_id, at_work: CallsNews(calls=())

    def open_on(self, loop: asyncio.AbstractEventLoop) -> None:
        """Start delivering on this event loop; before that, news go nowhere."""
        with self._lock:
            self._loop = loop

    def close(self) -> None:
        """End every stream and deliver nothing more; called on the event loop."""
        with self._lock:
            self._loop = None
        for subscriber in tuple(self._subscribers):
            subscriber.close()

    def subscribe(self, session_id: str, desk_id: str = "") -> Subscriber:
        """A new stream, and what rings there; on the event loop."""
        subscriber = Subscriber(session_id, desk_id)
        self._subscribers.add(subscriber)
        self._ring()
        return subscriber

    def unsubscribe(self, subscriber: Subscriber) -> None:
        """Forget a stream; on the event loop. What rang at the last desk of a line rings at the others now."""
        self._subscribers.discard(subscriber)
        self._ring()

    def hint(self, seq: int, epoch: str, rows: Sequence[ChangeRow] = ()) -> None:
        """The feed has something up to `seq`; `rows`, when given, are the last of it."""
        if not self._subscribers:
            return
        bare = frame("changes", encode(Hint(seq=seq, epoch=epoch)))
        if not 0 < len(rows) <= _MOST_ROWS:
            self._send("changes", bare)
            return
        told = frame("changes", encode(Hint(seq=seq, epoch=epoch, after=rows[0].seq - 1, rows=tuple(rows))))
        self._call(self._offer_rows, told, bare)

    def positions(self, news: PositionsNews) -> None:
        """Units have moved; call at most once a second (sync.md, Positions)."""
        self._send("positions", frame("positions", encode(news)))

    def presence(self, news: PresenceNews) -> None:
        """Who has which report open has changed."""
        self._send("presence", frame("presence", encode(news)))

    def calls(self) -> None:
        """A call rings, was answered or ended, or lines ring at other desks from now on."""
        self._call(self._ring)

    def end_session(self, session_id: str) -> None:
        """Close the streams of a session that is over."""
        self._call(self._end, session_id)

    def _send(self, event: str, data: bytes) -> None:
        self._call(self._offer, event, data)

    def _call(self, function: object, *args: object) -> None:
        with self._lock:
            if self._loop is not None:
                self._loop.call_soon_threadsafe(function, *args)  # type: ignore[arg-type]

    def _offer(self, event: str, data: bytes) -> None:
        for subscriber in self._subscribers:
            subscriber.offer(event, data)

    def _offer_rows(self, told: bytes, bare: bytes) -> None:
        for subscriber in self._subscribers:
            subscriber.offer_rows(told, bare)

    def _ring(self) -> None:
        at_work = frozenset(each.desk_id for each in self._subscribers if each.desk_id and not each.closed)
        for subscriber in self._subscribers:
            news = self.rings_at(subscriber.desk_id, at_work)
            if news != subscriber.rings:
                subscriber.rings = news
                subscriber.offer("calls", frame("calls", encode(news)))

    def _end(self, session_id: str) -> None:
        for subscriber in self._subscribers:
            if subscriber.session_id == session_id:
                subscriber.close()


def frame(event: str, data: bytes) -> bytes:
    """One event of a text/event-stream (WHATWG HTML, 9.2.6); `data` is JSON without line breaks."""
    return b"event: " + event.encode() + b"\ndata: " + data + b"\n\n"
