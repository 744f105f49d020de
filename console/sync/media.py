"""Fetches files of reports: newest wish first, resumed, shared once the hash matched."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from console.domain.errors import Fault, StoreFault
from console.domain.link import Download
from console.store.store import Store
from console.sync.listeners import Listeners

_TRIES = 5
_FIRST_DELAY_S = 1.0
_MOST_BYTES = 256 * 1024 * 1024


class MediaSource(Protocol):
    """What downloads ask of the server."""

    def media(self, media_id: str, from_byte: int) -> Iterator[bytes]:
        """A file's bytes from there on."""


class Downloads:
    """`fetch_next` is the lane's step; the rest may be called from any thread."""

    def __init__(self, store: Store, server: MediaSource, *, wake: Callable[[], None]) -> None:
        self._store = store
        self._server = server
        self._wake = wake
        self._lock = threading.Lock()
        self._wishes: list[str] = []
        self._tries: dict[str, int] = {}
        self._listeners = Listeners[Callable[[Download], None]]()

    def want(self, attachment_id: str, size_bytes: int, sha256: str) -> Download:
        """Fetch it soon, ahead of all earlier wishes; returns how far it is."""
        if size_bytes > _MOST_BYTES:
            return Download(attachment_id=attachment_id, received_bytes=0, size_bytes=size_bytes, trouble="too_large")
        held = self._store.media_expect(attachment_id, size_bytes, sha256)
        if not held.checked:
            with self._lock:
                self._wishes = [wish for wish in self._wishes if wish != attachment_id] + [attachment_id]
                self._tries[attachment_id] = 0
            self._wake()
        return Download(
            attachment_id=attachment_id, received_bytes=held.received_bytes, size_bytes=size_bytes, done=held.checked
        )

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

    def subscribe(self, callback: Callable[[Download], None]) -> Callable[[], None]:
        """Be told of progress from the lane's thread; returns how to stop."""
        return self._listeners.add(callback)

    def fetch_next(self, stopping: Callable[[], bool]) -> float | None:
        """Fetch the latest wish; returns seconds until the next step, None when nothing is wished."""
        with self._lock:
            wish = self._wishes[-1] if self._wishes else None
        if wish is None:
            return None
        try:
            done = self._fetch(wish, stopping)
        except Fault as fault:
            return self._failed(wish, fault.code)
        if done:
            self._drop(wish)
        return 0.0

    def _fetch(self, media_id: str, stopping: Callable[[], bool]) -> bool:
        held = self._store.media_held(media_id)
        if held is None or held.checked:
            return True
        at_byte = held.received_bytes
        if at_byte < held.size_bytes:
            for part in self._server.media(media_id, at_byte):
                if at_byte + len(part) > held.size_bytes:
                    raise StoreFault("too_much", "The server sent more than it announced.", path=media_id)
                self._store.media_add(media_id, at_byte, part)
                at_byte += len(part)
                self._tell(Download(attachment_id=media_id, received_bytes=at_byte, size_bytes=held.size_bytes))
                if stopping() or self._overtaken(media_id):
                    return False
        if at_byte == held.size_bytes and not self._store.media_check(media_id):
            self._store.media_expect(media_id, held.size_bytes, held.sha256)
            raise StoreFault("wrong_hash", "The file is not what was announced.", path=media_id)
        done = at_byte == held.size_bytes
        if done:
            self._tell(Download(attachment_id=media_id, received_bytes=at_byte, size_bytes=held.size_bytes, done=True))
        return done

    def _failed(self, media_id: str, code: str) -> float:
        with self._lock:
            self._tries[media_id] = tries = self._tries.get(media_id, 0) + 1
        if tries >= _TRIES:
            self._drop(media_id)
            held = self._store.media_held(media_id)
            self._tell(
                Download(
                    attachment_id=media_id,
                    received_bytes=held.received_bytes if held else 0,
                    size_bytes=held.size_bytes if held else 0,
                    trouble=code,
                )
            )
            return 0.0
        return float(_FIRST_DELAY_S * 2 ** (tries - 1))

    def _overtaken(self, media_id: str) -> bool:
        with self._lock:
            return bool(self._wishes) and self._wishes[-1] != media_id

    def _drop(self, media_id: str) -> None:
        with self._lock:
            self._wishes = [wish for wish in self._wishes if wish != media_id]

    def _tell(self, download: Download) -> None:
        for listener in self._listeners.all():
            listener(download)
