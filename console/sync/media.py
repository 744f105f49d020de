"""Fetches files of reports: what is on screen first, resumed after each cut, then hashed.

Why so long: the order of wishes, what a failure means for one, and the two lanes that work them off stand together.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from console.domain.errors import AccessFault, Fault, NetworkFault, StoreFault
from console.domain.link import Download, FilesHeld
from console.store.store import Store
from console.sync.listeners import Listeners

_TELL_AFTER = 5
"""Tries without a byte before the screen is told that it does not work now; trying goes on."""
_HASH_TRIES = 3
_FIRST_DELAY_S, _LONGEST_DELAY_S = 0.25, 30.0
_AHEAD_PAUSE_S, _AHEAD_FAILED_S = 5.0, 30.0
MOST_BYTES = 256 * 1024 * 1024
KEPT_BYTES = 2 * 1024**3
_SPAN_BYTES = 4 * 1024 * 1024
"""Asked for at once: the server holds no more than that in memory for one request."""
_NOT_THE_FILE = ("session_ended", "desk_refused")
"""Faults of whoever asks, whatever is asked for."""


class MediaSource(Protocol):
    """What downloads ask of the server."""

    def media_span(self, media_id: str, from_byte: int, end_byte: int, sha256: str) -> Iterator[bytes]:
        """A file's bytes from there to there, in small pieces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A file to have here."""

    id: str
    size_bytes: int
    sha256: str


class Downloads:
    """`fetch_next` and `fetch_ahead` are steps of two lanes; the rest may be called from any thread."""

    def __init__(
        self,
        store: Store,
        server: MediaSource,
        *,
        wake: Callable[[], None],
        wake_ahead: Callable[[], None] = lambda: None,
        renew: Callable[[], None] = lambda: None,
        line_is_good: Callable[[], bool] = lambda: True,
        kept_bytes: int = KEPT_BYTES,
    ) -> None:
        """`renew` gets a new access token; at most `kept_bytes` stay on this disk."""
        self._store, self._server = store, server
        self._wake, self._wake_ahead = wake, wake_ahead
        self._renew, self._line_is_good = renew, line_is_good
        self._kept_bytes = kept_bytes
        self._lock = threading.Lock()
        self._wishes: dict[str, Wish] = {}
        self._tries: dict[str, int] = {}
        self._wrong: dict[str, int] = {}
        self._on_screen: dict[str, tuple[str, ...]] = {}
        self._ahead: tuple[Wish, ...] = ()
        self._listeners = Listeners[Callable[[Download], None]]()

    # Asked by the desk

    def want(self, attachment_id: str, size_bytes: int, sha256: str) -> Download:
        """Fetch it soon, ahead of earlier wishes that are not on screen; returns how far it is."""
        if size_bytes > MOST_BYTES:
            return Download(attachment_id=attachment_id, received_bytes=0, size_bytes=size_bytes, trouble="too_large")
        held = self._store.media_expect(attachment_id, size_bytes, sha256)
        if not held.checked:
            with self._lock:
                self._wishes.pop(attachment_id, None)
                self._wishes[attachment_id] = Wish(id=attachment_id, size_bytes=size_bytes, sha256=sha256)
                self._tries[attachment_id] = 0
            self._wake()
        return Download(
            attachment_id=attachment_id, received_bytes=held.received_bytes, size_bytes=size_bytes, done=held.checked
        )

    def show(self, place: str, ids: Sequence[str]) -> None:
        """What a place on the screen (`viewer`, `strip`) shows now: fetched first, in this order, and never let go."""
        with self._lock:
            self._on_screen[place] = tuple(ids)
        self._wake()

    def read(self, attachment_id: str) -> bytes | None:
        """The whole checked original, None while it is not here."""
        return self._store.media_read(attachment_id)

    def export(self, attachment_id: str, file: Path) -> None:
        """Write the checked original to `file`, whole or not at all.

        Raises:
            StoreFault: `not_downloaded`, `export_failed`.
        """
        original = self._store.media_read(attachment_id)
        if original is None:
            raise StoreFault("not_downloaded", "The file has not been fetched yet.", path=str(file))
        part = file.with_name(file.name + ".part")
        try:
            with part.open("wb") as out:
                out.write(original)
                out.flush()
                os.fsync(out.fileno())
            part.replace(file)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise StoreFault(
                "export_failed", f"{file} cannot be written ({error.strerror}).", path=str(file)
            ) from error

    def usage(self) -> FilesHeld:
        """How much of the room for fetched files is taken."""
        figures = self._store.files.figures()
        return FilesHeld(files=figures.files, bytes=figures.bytes, most_bytes=self._kept_bytes, unsent=figures.own)

    def keep_at_most(self, most_bytes: int) -> None:
        """Keep no more than that from now on."""
        self._kept_bytes = most_bytes
        self._make_room()

    def subscribe(self, callback: Callable[[Download], None]) -> Callable[[], None]:
        """Be told of progress from a lane's thread; returns how to stop."""
        return self._listeners.add(callback)

    # Asked by the loop

    def expect_soon(self, wishes: Sequence[Wish]) -> None:
        """What may be wanted next (the queue's top), in this order; replaces what was said before."""
        with self._lock:
            self._ahead = tuple(wishes)
        self._wake_ahead()

    def fetch_next(self, stopping: Callable[[], bool]) -> float | None:
        """Fetch the first wish; returns seconds until the next step, None when nothing is wished."""
        wish = self._first()
        if wish is None:
            self._wake_ahead()
            return None

        def interrupted() -> bool:
            first = self._first()
            return stopping() or (first is not None and self._rank(first.id) < self._rank(wish.id))

        return self._step(wish, interrupted)

    def fetch_ahead(self, stopping: Callable[[], bool]) -> float | None:
        """Fetch what may be wanted next, while nothing on screen waits and the line is good."""
        if self._first() is not None:
            return None
        if not self._line_is_good():
            return _AHEAD_PAUSE_S
        wish = self._next_ahead()
        if wish is None:
            return None
        try:
            self._store.media_expect(wish.id, wish.size_bytes, wish.sha256)
            self._renewed(lambda: self._fetch(wish, lambda: stopping() or self._first() is not None))
        except (NetworkFault, StoreFault):
            return _AHEAD_FAILED_S
        except Fault as fault:
            if fault.code in _NOT_THE_FILE:
                return _AHEAD_FAILED_S
            # This one is not to be had; whoever wants to see it is told why.
            self._pass_over(wish)
        return 0.0

    # ---------------------------------------------------------------------------------------------------------------

    def _step(self, wish: Wish, interrupted: Callable[[], bool]) -> float:
        before = self._received(wish)
        try:
            done = self._renewed(lambda: self._fetch(wish, interrupted))
        except NetworkFault as fault:
            return self._cut(wish, fault.code, fault.retry_after_s, moved=self._received(wish) > before)
        except StoreFault as fault:
            return self._spoilt(wish, fault)
        except Fault as fault:
            if fault.code in _NOT_THE_FILE:
                # Whoever signs in next finds the file still wanted.
                return self._cut(wish, fault.code, None, moved=False)
            return self._given_up(wish, str(fault.params.get("said", "")) or fault.code)
        if done:
            self._drop(wish.id)
        return 0.0

    def _renewed(self, work: Callable[[], bool]) -> bool:
        try:
            return work()
        except AccessFault as fault:
            if fault.code != "session_ended":
                raise
            self._renew()
            return work()

    def _fetch(self, wish: Wish, interrupted: Callable[[], bool]) -> bool:
        """Whether the file is whole here; False when something else goes first."""
        held = self._store.media_held(wish.id)
        if held is None or held.checked:
            return True
        at_byte, size = held.received_bytes, held.size_bytes
        while at_byte < size:
            end = min(size, at_byte + _SPAN_BYTES)
            for piece in self._server.media_span(wish.id, at_byte, end, held.sha256):
                if at_byte + len(piece) > end:
                    raise StoreFault("too_much", "The server sent more than was asked for.", path=wish.id)
                now_at = self._store.media_add(wish.id, at_byte, piece)
                if now_at != at_byte + len(piece):
                    return False
                at_byte = now_at
                self._tell(Download(attachment_id=wish.id, received_bytes=at_byte, size_bytes=size))
                if interrupted():
                    return False
            if at_byte < end:
                raise NetworkFault("unreachable", "The answer ended too soon.")
        if not self._store.media_check(wish.id):
            self._store.media_expect(wish.id, size, held.sha256)
            raise StoreFault("wrong_hash", "The file is not what was announced.", path=wish.id)
        self._make_room()
        self._tell(Download(attachment_id=wish.id, received_bytes=size, size_bytes=size, done=True))
        return True

    def _cut(self, wish: Wish, code: str, asked_s: float | None, *, moved: bool) -> float:
        """The line: whatever came is kept, and trying never ends while somebody wants to see the file."""
        with self._lock:
            self._tries[wish.id] = tries = 0 if moved else self._tries.get(wish.id, 0) + 1
        if moved:
            return 0.0
        if tries == _TELL_AFTER:
            self._tell_trouble(wish, code)
        if asked_s is not None:
            return min(asked_s, _LONGEST_DELAY_S)
        return float(min(_LONGEST_DELAY_S, _FIRST_DELAY_S * 2 ** (tries - 1)))

    def _spoilt(self, wish: Wish, fault: StoreFault) -> float:
        """Wrong bytes are fetched anew a few times; a disk that is full or fails ends it, and says so."""
        with self._lock:
            self._wrong[wish.id] = wrong = self._wrong.get(wish.id, 0) + 1
        if fault.code in ("wrong_hash", "too_much") and wrong < _HASH_TRIES:
            return _FIRST_DELAY_S
        return self._given_up(wish, fault.code)

    def _given_up(self, wish: Wish, code: str) -> float:
        self._drop(wish.id)
        self._tell_trouble(wish, code)
        return 0.0

    def _first(self) -> Wish | None:
        """Files in the viewer, then those of visible tiles, both in their order; then the latest wish."""
        with self._lock:
            for place in ("viewer", *self._on_screen):
                for file_id in self._on_screen.get(place, ()):
                    if file_id in self._wishes:
                        return self._wishes[file_id]
            return next(reversed(self._wishes.values()), None)

    def _rank(self, file_id: str) -> int:
        with self._lock:
            if file_id in self._on_screen.get("viewer", ()):
                return 0
            return 1 if any(file_id in ids for ids in self._on_screen.values()) else 2

    def _next_ahead(self) -> Wish | None:
        with self._lock:
            ahead = self._ahead
        for wish in ahead:
            held = self._store.media_held(wish.id)
            if held is None or not held.checked:
                return wish
        return None

    def _pass_over(self, wish: Wish) -> None:
        with self._lock:
            self._ahead = tuple(each for each in self._ahead if each.id != wish.id)

    def _make_room(self) -> None:
        with self._lock:
            keep = {*self._wishes, *(each for ids in self._on_screen.values() for each in ids)}
        self._store.files.trim(self._kept_bytes, keep)

    def _received(self, wish: Wish) -> int:
        held = self._store.media_held(wish.id)
        return held.received_bytes if held else 0

    def _drop(self, file_id: str) -> None:
        with self._lock:
            self._wishes.pop(file_id, None)
            self._wrong.pop(file_id, None)

    def _tell_trouble(self, wish: Wish, code: str) -> None:
        self._tell(
            Download(
                attachment_id=wish.id, received_bytes=self._received(wish), size_bytes=wish.size_bytes, trouble=code
            )
        )

    def _tell(self, download: Download) -> None:
        for listener in self._listeners.all():
            listener(download)
