"""The second copy of every decision: append-only, fsynced, encrypted.

Record: 4 bytes length, 4 bytes CRC-32 of length and nonce, 12 bytes nonce, then ChaCha20-Poly1305 of (id, raw, actor)
under a key derived from the data key; the record's place in the file is authenticated with it, so none can be moved or
taken out unseen. A torn last record is what a power cut leaves; it is cut off when the journal is opened.
"""

from __future__ import annotations

import hashlib
import os
import threading
import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from console.domain.errors import InputFault, StoreFault
from console.store.bodies import decode, encode

_MAGIC = b"SIGAPJ1\n"
_NONCE_BYTES = 12
_HEAD_BYTES = 8
_MOST_BYTES = 1 << 20


class JournalRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A decision as it was acknowledged: its id, raw JSON and the actor's JSON."""

    id: str
    raw: bytes
    actor: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalReading:
    """What a journal holds: whole records in order, bytes that are whole, and what broke after them ('' nothing)."""

    records: tuple[JournalRecord, ...]
    whole_bytes: int
    damage: str = ""


class Journal:
    """Appends from any thread."""

    def __init__(self, path: Path, key: bytes) -> None:
        """Open or make the file and cut off a torn last record.

        Raises:
            StoreFault: it cannot be read or written, or is damaged before its end.
        """
        self.path = path
        self._cipher = _cipher(key)
        self._lock = threading.Lock()
        reading = read_journal(path, key)
        if reading.damage not in ("", "torn"):
            raise StoreFault(
                "journal_damaged",
                f"{path} is damaged after {len(reading.records)} decisions. Move it away; it is written anew from the"
                " database.",
                path=str(path),
            )
        self._ids = {record.id for record in reading.records}
        self._place = len(reading.records)
        with _written(path):
            self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            os.ftruncate(self._file, reading.whole_bytes)
            os.lseek(self._file, 0, os.SEEK_END)
            if reading.whole_bytes == 0:
                os.write(self._file, _MAGIC)
            os.fsync(self._file)
            _sync_folder(path.parent)

    def append(self, records: Iterable[JournalRecord]) -> int:
        """Add those not yet in it, on disk when this returns; how many were added.

        Raises:
            StoreFault: the disk is full or fails; the decision itself is safe in the database.
        """
        with self._lock:
            fresh = [record for record in records if record.id not in self._ids]
            if not fresh:
                return 0
            start = os.lseek(self._file, 0, os.SEEK_END)
            try:
                with _written(self.path):
                    framed = b"".join(self._framed(record, self._place + n) for n, record in enumerate(fresh))
                    view = memoryview(framed)
                    while view:
                        view = view[os.write(self._file, view) :]
                    os.fsync(self._file)
            except StoreFault:
                with suppress(OSError):
                    os.ftruncate(self._file, start)
                raise
            self._place += len(fresh)
            self._ids.update(record.id for record in fresh)
            return len(fresh)

    def _framed(self, record: JournalRecord, place: int) -> bytes:
        nonce = os.urandom(_NONCE_BYTES)
        body = nonce + self._cipher.encrypt(nonce, encode(record), place.to_bytes(8, "big"))
        return _head(len(body), nonce) + body

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            os.close(self._file)


def read_journal(path: Path, key: bytes) -> JournalReading:
    """All that can be read; `damage` is torn (the last record is cut short), changed (a byte differs) or foreign.

    Raises:
        StoreFault: the file cannot be read at all.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return JournalReading(records=(), whole_bytes=0)
    except OSError as error:
        raise StoreFault("store_io", f"{path} cannot be read ({error.strerror}).", path=str(path)) from error
    if not data.startswith(_MAGIC):
        torn = _MAGIC.startswith(data)
        return JournalReading(
            records=(), whole_bytes=0, damage="torn" if torn and data else ("" if torn else "foreign")
        )
    cipher, records, at = _cipher(key), list[JournalRecord](), len(_MAGIC)
    while at < len(data):
        end = _end_of(data, at)
        try:
            if end is None:
                raise ValueError("no whole record here")
            sealed = data[at + _HEAD_BYTES + _NONCE_BYTES : end]
            clear = cipher.decrypt(_nonce_at(data, at), sealed, len(records).to_bytes(8, "big"))
            records.append(decode(clear, JournalRecord))
        except (InvalidTag, InputFault, ValueError):
            # A power cut tears the end; whole records after the broken place mean damage or tampering.
            later = any(_end_of(data, place) is not None for place in range(at + 1, len(data) - _HEAD_BYTES))
            return JournalReading(records=tuple(records), whole_bytes=at, damage="changed" if later else "torn")
        at = end
    return JournalReading(records=tuple(records), whole_bytes=at)


def _nonce_at(data: bytes, at: int) -> bytes:
    return data[at + _HEAD_BYTES : at + _HEAD_BYTES + _NONCE_BYTES]


def _head(length: int, nonce: bytes) -> bytes:
    """Length and its check: without one, a flipped bit in a length would pass for a torn end."""
    raw = length.to_bytes(4, "big")
    return raw + zlib.crc32(raw + nonce).to_bytes(4, "big")


def _end_of(data: bytes, at: int) -> int | None:
    """Where the record that begins at `at` ends, None when none begins there or it is cut short."""
    length = int.from_bytes(data[at : at + 4], "big")
    end = at + _HEAD_BYTES + length
    whole = _NONCE_BYTES <= length <= _MOST_BYTES and end <= len(data)
    return end if whole and data[at : at + _HEAD_BYTES] == _head(length, _nonce_at(data, at)) else None


def _cipher(key: bytes) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(
        hashlib.blake2b(b"decisions journal", key=key, digest_size=32, person=b"sigap.journal").digest()
    )


class _written:
    """Turns an OSError while writing into the fault that names the file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, OSError):
            raise StoreFault(
                "journal_unwritten",
                f"The second copy {self._path} cannot be written ({error.strerror}). Decisions are kept in the database"
                " only; free space or check the disk.",
                path=str(self._path),
            ) from error


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
