"""The second copy of every decision: append-only, fsynced, encrypted.

Frame: 4 bytes length, 4 bytes CRC-32 of length and nonce, 12 bytes nonce, then ChaCha20-Poly1305 of one record, or of a
list of them written together, under a key derived from the data key; the frame's place in the file is authenticated
with it, so none can be moved or taken out unseen. A torn last frame is what a power cut leaves; it is cut off when the
journal is opened. No frame is begun before the one ahead of it is on disk, so nothing else can be torn.
"""

from __future__ import annotations

import hashlib
import os
import threading
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from console.domain.errors import InputFault, StoreFault
from console.store.bodies import decode, encode
from console.store.disk import sync_folder

MAGIC = b"SIGAPJ1\n"
NONCE_BYTES = 12
HEAD_BYTES = 8
_MOST_BYTES = 1 << 20
_TOGETHER_BYTES = 1 << 18


class JournalRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A decision as it was acknowledged: its id, raw JSON and the actor's JSON."""

    id: str
    raw: bytes
    actor: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalReading:
    """What a journal holds: whole records in order, bytes and frames that are whole, what broke then ('' nothing)."""

    records: tuple[JournalRecord, ...]
    whole_bytes: int
    frames: int = 0
    damage: str = ""


class Journal:
    """Appends from any thread."""

    def __init__(self, path: Path, key: bytes) -> None:
        """Open or make the file and cut off a torn last frame.

        Raises:
            StoreFault: it cannot be read or written, or is damaged before its end.
        """
        self.path = path
        self._cipher = cipher_of(key)
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
        self._frames = reading.frames
        self._end = max(reading.whole_bytes, len(MAGIC))
        self._owed: dict[str, JournalRecord] = {}
        with _written(path):
            self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            if reading.whole_bytes == 0:
                self._write_at(0, MAGIC)
            os.ftruncate(self._file, self._end)
            os.fsync(self._file)
            sync_folder(path.parent)

    def append(self, records: Iterable[JournalRecord]) -> int:
        """Add those not yet in it, on disk when this returns; how many were added.

        What could not be written is tried again with the next ones.

        Raises:
            StoreFault: the disk is full or fails; the decision itself is safe in the database.
        """
        with self._lock:
            self._owed.update((record.id, record) for record in records if record.id not in self._ids)
            count = len(self._owed)
            for some in _together(tuple(self._owed.values())):
                self._add_frame(some)
                for record in some:
                    self._ids.add(record.id)
                    del self._owed[record.id]
            return count

    def lacks(self, ids: Iterable[str]) -> bool:
        """Whether any of these is not in it."""
        with self._lock:
            return not self._ids.issuperset(ids)

    def beyond(self, ids: Iterable[str]) -> int:
        """How many decisions it holds besides these."""
        with self._lock:
            return len(self._ids.difference(ids))

    def _add_frame(self, records: Sequence[JournalRecord]) -> None:
        """Always where the last whole frame ends: what a failed try left there is written over."""
        clear = encode(records[0] if len(records) == 1 else records)
        nonce = os.urandom(NONCE_BYTES)
        body = nonce + self._cipher.encrypt(nonce, clear, self._frames.to_bytes(8, "big"))
        frame = _head(len(body), nonce) + body
        with _written(self.path):
            self._write_at(self._end, frame)
            os.ftruncate(self._file, self._end + len(frame))
            os.fsync(self._file)
        self._end += len(frame)
        self._frames += 1

    def _write_at(self, at: int, data: bytes) -> None:
        os.lseek(self._file, at, os.SEEK_SET)
        view = memoryview(data)
        while view:
            view = view[os.write(self._file, view) :]

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            os.close(self._file)


def _together(records: Sequence[JournalRecord]) -> Iterator[tuple[JournalRecord, ...]]:
    """Records in the order given, as many at once as a frame holds well."""
    some: list[JournalRecord] = []
    size = 0
    for record in records:
        length = len(record.raw) + len(record.actor)
        if some and size + length > _TOGETHER_BYTES:
            yield tuple(some)
            some, size = [], 0
        some.append(record)
        size += length
    if some:
        yield tuple(some)


def read_journal(path: Path, key: bytes) -> JournalReading:
    """All up to the first damage, which is torn (the last frame is cut short), changed (a byte differs) or foreign.

    Raises:
        StoreFault: the file cannot be read at all.
    """
    data = journal_bytes(path)
    if not data.startswith(MAGIC):
        # A file whose first bytes never reached the disk holds nothing: it is as long as they are, or shorter.
        unborn = MAGIC.startswith(data) or (len(data) <= len(MAGIC) and not any(data))
        damage = ("torn" if data else "") if unborn else "foreign"
        return JournalReading(records=(), whole_bytes=0, damage=damage)
    cipher, records, at, frames = cipher_of(key), list[JournalRecord](), len(MAGIC), 0
    while at < len(data):
        end = end_of_frame(data, at)
        found = open_frame(cipher, data, at, end, frames) if end is not None else None
        if end is None or found is None:
            # A power cut tears the end; whole frames after the broken place mean damage or tampering.
            damage = "changed" if next_frame(data, at + 1) is not None else "torn"
            return JournalReading(records=tuple(records), whole_bytes=at, frames=frames, damage=damage)
        records.extend(found)
        at, frames = end, frames + 1
    return JournalReading(records=tuple(records), whole_bytes=at, frames=frames)


def journal_bytes(path: Path) -> bytes:
    """The file as it is, nothing when there is none.

    Raises:
        StoreFault: it cannot be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise StoreFault("store_io", f"{path} cannot be read ({error.strerror}).", path=str(path)) from error


def end_of_frame(data: bytes, at: int) -> int | None:
    """Where the frame that begins at `at` ends, None when none begins there or it is cut short."""
    length = int.from_bytes(data[at : at + 4], "big")
    end = at + HEAD_BYTES + length
    whole = NONCE_BYTES <= length <= _MOST_BYTES and end <= len(data)
    return end if whole and data[at : at + HEAD_BYTES] == _head(length, _nonce_at(data, at)) else None


def next_frame(data: bytes, at: int) -> int | None:
    """Where the next whole frame from `at` on begins."""
    places = range(at, len(data) - HEAD_BYTES)
    return next((place for place in places if end_of_frame(data, place) is not None), None)


def open_frame(
    cipher: ChaCha20Poly1305, data: bytes, at: int, end: int, place: int
) -> tuple[JournalRecord, ...] | None:
    """The records of a frame, None when it is not the one that was written there."""
    sealed = data[at + HEAD_BYTES + NONCE_BYTES : end]
    try:
        clear = cipher.decrypt(_nonce_at(data, at), sealed, place.to_bytes(8, "big"))
        return decode(clear, tuple[JournalRecord, ...]) if clear[:1] == b"[" else (decode(clear, JournalRecord),)
    except (InvalidTag, InputFault):
        return None


def cipher_of(key: bytes) -> ChaCha20Poly1305:
    """What frames are sealed with."""
    return ChaCha20Poly1305(
        hashlib.blake2b(b"decisions journal", key=key, digest_size=32, person=b"sigap.journal").digest()
    )


def _nonce_at(data: bytes, at: int) -> bytes:
    return data[at + HEAD_BYTES : at + HEAD_BYTES + NONCE_BYTES]


def _head(length: int, nonce: bytes) -> bytes:
    """Length and its check: without one, a flipped bit in a length would pass for a torn end."""
    raw = length.to_bytes(4, "big")
    return raw + zlib.crc32(raw + nonce).to_bytes(4, "big")


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
