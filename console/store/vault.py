"""Files of reports, each sealed in segments; only one whose hash matched is ever read.

Why so long: what a file may be here (partly fetched, whole, our own and not yet sent) and every step between these
stand together.
"""

from __future__ import annotations

import errno
import hashlib
import os
import threading
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from console.domain.errors import StoreFault
from console.store.disk import sync_folder
from console.store.sealed_file import SEGMENT_BYTES, Broken, SealedFile, begin, key_for_files, look_at


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldFile:
    """How much of a file is here; `checked` once its SHA-256 matched."""

    id: str
    size_bytes: int
    sha256: str
    received_bytes: int
    checked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultFigures:
    """How many files lie here, and their bytes on disk; `own` of them are not at the server yet."""

    files: int
    bytes: int
    own: int = 0


class _State(StrEnum):
    """The end of a file's name: on its way, whole, or made here and not yet at the server."""

    PART = ".part"
    WHOLE = ".whole"
    OWN = ".own"


@dataclass(slots=True)
class _Coming:
    """A file on its way: segments on disk, and the bytes behind them that make no whole segment yet."""

    sealed: SealedFile
    segments: int
    tail: bytearray

    @property
    def received_bytes(self) -> int:
        if self.segments == self.sealed.segments:
            return self.sealed.size_bytes
        return self.segments * SEGMENT_BYTES + len(self.tail)


class Vault:
    """One folder of sealed files; every method may be called from any thread.

    Names tell nothing: a keyed hash of the file's id. When a file was last shown is its time of change.
    """

    def __init__(self, folder: Path, data_key: bytes) -> None:
        """Nothing is read or made yet."""
        self.folder = folder
        self._key = key_for_files(data_key)
        self._lock = threading.RLock()
        self._coming: dict[str, _Coming] = {}

    def held(self, file_id: str) -> HeldFile | None:
        """How much of a file is here."""
        with self._lock:
            for state in (_State.WHOLE, _State.OWN):
                sealed = self._look(file_id, state)
                if sealed is not None:
                    return _told(sealed, sealed.size_bytes, checked=True)
            coming = self._on_its_way(file_id)
        return None if coming is None else _told(coming.sealed, coming.received_bytes, checked=False)

    def expect(self, file_id: str, size_bytes: int, sha256: str) -> HeldFile:
        """Make room for a file; one announced with another size or hash starts anew.

        Raises:
            StoreFault: the disk is full or fails.
        """
        with self._lock, self._writing():
            found = self.held(file_id)
            if found is not None and (found.size_bytes, found.sha256) == (size_bytes, sha256):
                return found
            self.drop(file_id)
            with self._new(file_id, _State.PART) as file:
                sealed = begin(file, self._key, file_id, size_bytes, sha256)
            coming = self._coming[file_id] = _Coming(sealed, 0, bytearray())
        return _told(sealed, coming.received_bytes, checked=False)

    def add(self, file_id: str, at_byte: int, piece: bytes) -> int:
        """Append bytes where the file stops now; others are a late duplicate. Where it stops then.

        Raises:
            StoreFault: the disk is full or fails.
        """
        with self._lock, self._writing():
            coming = self._on_its_way(file_id)
            if coming is None:
                return 0
            if at_byte != coming.received_bytes or at_byte + len(piece) > coming.sealed.size_bytes:
                return coming.received_bytes
            coming.tail += piece
            size = coming.sealed.segment_size(coming.segments)
            if len(coming.tail) >= size:
                self._write_segments(file_id, coming)
            return coming.received_bytes

    def check(self, file_id: str) -> bool:
        """Hash the whole file as it lies on disk; one that is not what was announced is dropped and fetched anew."""
        with self._lock, self._writing():
            coming = self._on_its_way(file_id)
            if coming is None or coming.received_bytes != coming.sealed.size_bytes:
                return False
            if coming.segments < coming.sealed.segments:
                self._write_segments(file_id, coming)
            if self._hash(file_id, _State.PART) != coming.sealed.sha256:
                self.drop(file_id)
                return False
            os.replace(self._path(file_id, _State.PART), self._path(file_id, _State.WHOLE))
            del self._coming[file_id]
            return True

    def read(self, file_id: str) -> bytes | None:
        """The whole original, its hash checked again; None while it is not here. It counts as shown now."""
        for state in (_State.WHOLE, _State.OWN):
            found = bytearray()
            try:
                with self._path(file_id, state).open("rb") as file:
                    sealed = self._of(file_id, file)
                    for part in sealed.read(file, 0, sealed.segments):
                        found += part
            except FileNotFoundError:
                continue
            except (Broken, OSError):
                found = bytearray()
            else:
                if hashlib.sha256(found).hexdigest() == sealed.sha256:
                    with suppress(OSError):
                        os.utime(self._path(file_id, state))
                    return bytes(found)
            if state is _State.WHOLE:
                self.drop(file_id)
        return None

    def drop(self, file_id: str) -> None:
        """Forget a file, whatever it is."""
        with self._lock:
            self._coming.pop(file_id, None)
            for state in _State:
                with suppress(OSError):
                    self._path(file_id, state).unlink(missing_ok=True)

    def trim(self, most_bytes: int, keep: Collection[str] = ()) -> int:
        """Let go of the files shown longest ago until at most `most_bytes` remain; how many went.

        Never one of `keep`, nor one made here that the server does not have yet.
        """
        kept = {self._name(file_id) for file_id in keep}
        gone, entries = 0, sorted(self._entries(), key=lambda each: each[2])
        total = sum(size for _, size, _ in entries)
        with self._lock:
            kept |= {self._name(file_id) for file_id, coming in self._coming.items() if coming.tail}
            for path, size, _ in entries:
                if total <= most_bytes:
                    break
                if path.stem in kept or path.suffix == _State.OWN:
                    continue
                with suppress(OSError):
                    path.unlink(missing_ok=True)
                    self._coming = {i: c for i, c in self._coming.items() if self._name(i) != path.stem}
                    total, gone = total - size, gone + 1
        return gone

    def figures(self) -> VaultFigures:
        """How much lies here."""
        return figures_of(self.folder)

    # Made here, on the way to the server

    def keep_own(self, file_id: str, original: bytes) -> HeldFile:
        """Seal a file made at this desk; on disk (fsynced) when this returns, and never let go before it was sent.

        Raises:
            StoreFault: the disk is full or fails; nothing of it stays.
        """
        sha256 = hashlib.sha256(original).hexdigest()
        with self._lock, self._writing():
            new = self._path(file_id, _State.OWN).with_suffix(".new")
            try:
                with self._new_at(new) as file:
                    sealed = begin(file, self._key, file_id, len(original), sha256)
                    for number in range(sealed.segments):
                        start = number * SEGMENT_BYTES
                        file.write(sealed.seal(number, original[start : start + SEGMENT_BYTES]))
                    file.flush()
                    os.fsync(file.fileno())
                os.replace(new, self._path(file_id, _State.OWN))
                sync_folder(self.folder)
            except OSError:
                new.unlink(missing_ok=True)
                raise
        return _told(sealed, len(original), checked=True)

    def own(self) -> tuple[HeldFile, ...]:
        """Files made here that the server does not have yet, the oldest first."""
        found = []
        for path, _, _ in sorted(self._entries(), key=lambda each: each[2]):
            if path.suffix == _State.OWN:
                with suppress(OSError, Broken), path.open("rb") as file:
                    sealed = look_at(file, self._key)
                    found.append(_told(sealed, sealed.size_bytes, checked=True))
        return tuple(found)

    def own_piece(self, file_id: str, at_byte: int, most_bytes: int) -> bytes:
        """A piece of a file made here, b'' behind its end.

        Raises:
            StoreFault: `file_damaged`: what lies on this disk is not what was sealed.
        """
        first, skip = divmod(at_byte, SEGMENT_BYTES)
        try:
            with self._path(file_id, _State.OWN).open("rb") as file:
                sealed = self._of(file_id, file)
                count = min(-(-(skip + most_bytes) // SEGMENT_BYTES), sealed.segments - first)
                whole = b"".join(sealed.read(file, first, count)) if at_byte < sealed.size_bytes else b""
        except (Broken, OSError) as error:
            raise StoreFault("file_damaged", "A file kept here for sending cannot be read.", path=file_id) from error
        return whole[skip : skip + most_bytes]

    def sent(self, file_id: str) -> None:
        """The server has a file made here: from now on it is one of those that may be let go."""
        with self._lock, suppress(OSError):
            os.replace(self._path(file_id, _State.OWN), self._path(file_id, _State.WHOLE))

    def send_again(self, file_id: str) -> None:
        """The server lost a file made here: it waits to be sent as before; nothing when it is here no more."""
        with self._lock, suppress(OSError):
            os.replace(self._path(file_id, _State.WHOLE), self._path(file_id, _State.OWN))

    # ---------------------------------------------------------------------------------------------------------------

    def _write_segments(self, file_id: str, coming: _Coming) -> None:
        sealed = coming.sealed
        with self._path(file_id, _State.PART).open("r+b") as file:
            file.seek(sealed.place_of(coming.segments))
            while coming.segments < sealed.segments:
                size = sealed.segment_size(coming.segments)
                if len(coming.tail) < size:
                    break
                file.write(sealed.seal(coming.segments, bytes(coming.tail[:size])))
                del coming.tail[:size]
                coming.segments += 1
            file.truncate()

    def _on_its_way(self, file_id: str) -> _Coming | None:
        known = self._coming.get(file_id)
        if known is not None:
            return known
        sealed = self._look(file_id, _State.PART)
        if sealed is None:
            return None
        path = self._path(file_id, _State.PART)
        coming = _Coming(sealed, sealed.whole_segments(path.stat().st_size), bytearray())
        with path.open("rb") as file:
            # What a crash tore is cut off: the download goes on behind the last segment that opens.
            while coming.segments and not _opens(sealed, file, coming.segments - 1):
                coming.segments -= 1
        self._coming[file_id] = coming
        return coming

    def _look(self, file_id: str, state: _State) -> SealedFile | None:
        try:
            with self._path(file_id, state).open("rb") as file:
                return self._of(file_id, file)
        except FileNotFoundError:
            return None
        except (Broken, OSError):
            if state is not _State.OWN:
                with suppress(OSError):
                    self._path(file_id, state).unlink(missing_ok=True)
            return None

    def _of(self, file_id: str, file: BinaryIO) -> SealedFile:
        sealed = look_at(file, self._key)
        if sealed.id != file_id:
            raise Broken("another file's")
        return sealed

    def _hash(self, file_id: str, state: _State) -> str:
        digest = hashlib.sha256()
        try:
            with self._path(file_id, state).open("rb") as file:
                sealed = self._of(file_id, file)
                for part in sealed.read(file, 0, sealed.segments):
                    digest.update(part)
        except Broken:
            return ""
        return digest.hexdigest()

    def _name(self, file_id: str) -> str:
        return hashlib.blake2b(file_id.encode(), key=self._key, digest_size=16).hexdigest()

    def _path(self, file_id: str, state: _State) -> Path:
        return self.folder / (self._name(file_id) + state)

    def _new(self, file_id: str, state: _State) -> BinaryIO:
        return self._new_at(self._path(file_id, state))

    def _new_at(self, path: Path) -> BinaryIO:
        self.folder.mkdir(exist_ok=True, mode=0o700)
        return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "wb")

    def _entries(self) -> list[tuple[Path, int, int]]:
        return list(_entries(self.folder))

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            full = error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
            raise StoreFault(
                "disk_full" if full else "store_io",
                f"{self.folder} cannot be written ({error.strerror}). Free some space or check the disk.",
                path=str(self.folder),
            ) from error


def figures_of(folder: Path) -> VaultFigures:
    """How much lies in a folder of sealed files; needs no key."""
    entries = list(_entries(folder))
    own = sum(path.suffix == _State.OWN for path, _, _ in entries)
    return VaultFigures(files=len(entries), bytes=sum(size for _, size, _ in entries), own=own)


def _entries(folder: Path) -> Iterator[tuple[Path, int, int]]:
    """Path, bytes on disk and time last shown, in ns."""
    with suppress(FileNotFoundError), os.scandir(folder) as found:
        for entry in found:
            if entry.name.endswith(tuple(_State)):
                with suppress(OSError):
                    about = entry.stat()
                    yield Path(entry.path), about.st_size, about.st_mtime_ns


def _opens(sealed: SealedFile, file: BinaryIO, number: int) -> bool:
    try:
        return all(True for _ in sealed.read(file, number, 1))
    except Broken:
        return False


def _told(sealed: SealedFile, received_bytes: int, *, checked: bool) -> HeldFile:
    return HeldFile(
        id=sealed.id, size_bytes=sealed.size_bytes, sha256=sealed.sha256, received_bytes=received_bytes,
        checked=checked,
    )  # fmt: skip
