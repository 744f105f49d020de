"""Sends files made at this desk: once decided, piece by piece, resumed after every cut."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Protocol

from console.contract.files import MOST_PIECE_BYTES, FileReceived
from console.domain.attachment import WITHDRAWN
from console.domain.errors import Fault, InputFault, NetworkFault, StoreFault
from console.domain.link import Upload
from console.domain.shown_case import LedgerRow, LedgerState
from console.store.keeping import SENT_WITH
from console.store.store import Store
from console.store.vault import HeldFile
from console.sync.listeners import Listeners

_FIRST_PIECE_BYTES, _LEAST_PIECE_BYTES = 128 * 1024, 8 * 1024
_WAIT_S, _LONGEST_S = 2.0, 60.0
_WRONG_TRIES = 3
_FOR_GOOD = ("kind_not_allowed", "too_large", "infected", "too_many_files")
"""Said of the file itself: sending it twice more would only take long."""
UNFILED_FOR = timedelta(days=30)
"""How long a file chosen for a form that was never filed stays here."""
_log = logging.getLogger(__name__)


class FileTaker(Protocol):
    """What sending asks of the server."""

    def upload_state(self, file_id: str) -> FileReceived:
        """How much it has."""

    def upload_piece(self, file_id: str, at_byte: int, piece: bytes) -> FileReceived:
        """Take the next piece."""


class Uploads:
    """`send_next` is the lane's step; sent under the desk's credential, whoever is signed in.

    The rest may be called from any thread. What the server refused three times, or for good, stays here and waits
    for a person; a console started anew tries it again.
    """

    def __init__(
        self, store: Store, server: FileTaker, now: Callable[[], datetime], wake: Callable[[], None] = lambda: None
    ) -> None:
        self._store, self._server, self._now, self._wake = store, server, now, wake
        self._lock = threading.Lock()
        self._ways: dict[str, Upload] = {}
        self._listeners = Listeners[Callable[[Upload], None]]()
        self._piece_bytes = _FIRST_PIECE_BYTES
        self._failures = 0
        self._wrong: dict[str, int] = {}
        self._unknown_until: dict[str, datetime] = {}

    def ways(self) -> dict[str, Upload]:
        """How far each file is that was tried."""
        with self._lock:
            return dict(self._ways)

    def again(self, file_id: str) -> None:
        """Try a refused file once more."""
        with self._lock:
            self._wrong.pop(file_id, None)
            way = self._ways.get(file_id)
        if way is not None:
            self._tell(replace(way, refused=""))
        self._wake()

    def subscribe(self, callback: Callable[[Upload], None]) -> Callable[[], None]:
        """Be told of progress from the lane's thread; returns how to stop."""
        return self._listeners.add(callback)

    def send_next(self, stopping: Callable[[], bool]) -> float | None:
        """Send the oldest file that may go; seconds until the next try, None when nothing waits here."""
        waits = False
        for file in self._store.files.own():
            may_go = self._may_go(file.id)
            if may_go:
                return self._step(file, stopping)
            waits = waits or may_go is False
        return _LONGEST_S if waits else None

    def _may_go(self, file_id: str) -> bool | None:
        """Whether its decision was applied; None when it is given up or was let go just now.

        The decision that put a file on a case has the file's own id; one made for a forward is sent with that.
        """
        row = self._store.ledger_row(file_id) or self._store.ledger_row(self._store.setting(SENT_WITH + file_id))
        if row is None:
            if _made_at(file_id) + UNFILED_FOR < self._now():
                self._store.files.drop(file_id)
                return None
            return False
        if row.state is LedgerState.REFUSED and row.seen_at is not None:
            self._store.files.drop(file_id)
            self._store.keep_setting(SENT_WITH + file_id, "")
            return None
        if self._withdrawn(row, file_id):
            self._store.files.drop(file_id)
            self._forget(file_id)
            return None
        if self._wrong.get(file_id, 0) >= _WRONG_TRIES:
            return None
        if self._unknown_until.get(file_id, self._now()) > self._now():
            return False
        return row.state is LedgerState.APPLIED

    def _withdrawn(self, row: LedgerRow, file_id: str) -> bool:
        """Whether it was given up on its case, and the server has taken that: only then nobody misses its bytes."""
        if row.decision.id != file_id or self._store.waiting():
            return False
        shown = self._store.shown(row.decision.subject.id)
        files = shown.report.attachments if shown is not None else ()
        return any(each.id == file_id and each.state == WITHDRAWN for each in files)

    def _step(self, file: HeldFile, stopping: Callable[[], bool]) -> float:
        try:
            self._send(file, stopping)
        except NetworkFault as fault:
            self._failures += 1
            self._piece_bytes = max(_LEAST_PIECE_BYTES, self._piece_bytes // 2)
            wait_s = fault.retry_after_s or _WAIT_S * 2 ** min(self._failures - 1, 5)
            return float(min(_LONGEST_S, wait_s))
        except StoreFault:
            # What lies here is damaged: nothing can be sent, and the file stays for whoever looks after the disk.
            _log.warning("a file to be sent cannot be read", extra={"file": file.id})
            self._refuse(file, "file_damaged", _WRONG_TRIES)
        except InputFault as fault:
            if fault.code != "not_found":
                _log.warning("a file was not taken", extra={"file": file.id, "code": fault.code})
                self._refuse(file, fault.code, _WRONG_TRIES if fault.code in _FOR_GOOD else 1)
                return _WAIT_S
            # A server put back from a backup has not heard of it yet; nothing behind it waits for that.
            self._unknown_until[file.id] = self._now() + timedelta(seconds=_LONGEST_S)
            return 0.0
        except Fault:
            return _LONGEST_S
        self._failures = 0
        return 0.0

    def _refuse(self, file: HeldFile, code: str, tries: int) -> None:
        with self._lock:
            self._wrong[file.id] = wrong = self._wrong.get(file.id, 0) + tries
        if wrong >= _WRONG_TRIES:
            self._tell(Upload(attachment_id=file.id, sent_bytes=0, size_bytes=file.size_bytes, refused=code))

    def _forget(self, file_id: str) -> None:
        with self._lock:
            way = self._ways.pop(file_id, None)
            self._wrong.pop(file_id, None)
        if way is not None:
            for listener in self._listeners.all():
                listener(replace(way, refused=""))

    def _tell(self, way: Upload) -> None:
        with self._lock:
            self._ways[way.attachment_id] = way
        for listener in self._listeners.all():
            listener(way)

    def _send(self, file: HeldFile, stopping: Callable[[], bool]) -> None:
        file_id = file.id
        there = self._server.upload_state(file_id)
        way = Upload(attachment_id=file_id, sent_bytes=there.received_bytes, size_bytes=file.size_bytes)
        self._tell(way)
        while not there.done and not stopping():
            piece = self._store.files.own_piece(file_id, there.received_bytes, self._piece_bytes)
            if not piece:
                raise StoreFault("file_damaged", "The file ends before what was announced.", path=file_id)
            before = there.received_bytes
            there = self._server.upload_piece(file_id, before, piece)
            self._tell(replace(way, sent_bytes=there.received_bytes))
            if there.received_bytes <= before:
                raise NetworkFault("bad_answer", "The server took nothing of a file.")
            self._failures = 0
            self._piece_bytes = min(MOST_PIECE_BYTES, self._piece_bytes * 2)
        if there.done:
            self._store.files.sent(file_id)
            if self._store.setting(SENT_WITH + file_id):
                self._store.keep_setting(SENT_WITH + file_id, "")
            self._tell(replace(way, sent_bytes=file.size_bytes, done=True))


def _made_at(file_id: str) -> datetime:
    """When a UUIDv7 was made (RFC 9562, 5.7: milliseconds in its first 48 bits)."""
    return datetime.fromtimestamp(int(file_id.replace("-", "")[:12], 16) / 1000, tz=UTC)
