"""Files of reports: kept once per content, on disk before anybody is told that they are.

Why so long: every place a file may lie in (coming in, on its way from a desk, kept, put aside) is known here only.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from console.contract.ids import new_id
from console.domain.errors import StoreFault
from console.domain.file_kind import HEAD_BYTES

_COPIED_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A file on disk: SHA-256 in hex, size in bytes, and its first bytes to recognise its kind by."""

    sha256: str
    size_bytes: int
    head: bytes


class MediaStore:
    """Content-addressed files below one folder: `ab/abcdef…`; the host's disk is to be encrypted (security.md 6)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._held: Counter[str] = Counter()

    def path_of(self, sha256: str) -> Path:
        """Where the bytes of this hash lie."""
        return self._folder / sha256[:2] / sha256

    def begin(self) -> Incoming:
        """A file about to come in, in pieces.

        Raises:
            StoreFault: the folder cannot be written.
        """
        return Incoming(self, self._folder / "incoming" / new_id())

    def read(self, sha256: str, start: int, length: int) -> bytes:
        """A piece of a file.

        Raises:
            StoreFault: the file is not where it was put.
        """
        try:
            with self.path_of(sha256).open("rb") as file:
                file.seek(start)
                return file.read(length)
        except OSError as error:
            raise _fault(error, self.path_of(sha256)) from error

    def hold(self, sha256: str) -> None:
        """Somebody is about to put this content on a report: until let_go() it is not removed."""
        with self._lock:
            self._held[sha256] += 1

    def let_go(self, sha256: str, is_used: Callable[[str], bool]) -> None:
        """He is done; the content goes when nobody else holds it and no report has it."""
        with self._lock:
            self._held[sha256] -= 1
            if self._held[sha256] > 0:
                return
            del self._held[sha256]
            # Asked under the lock: whoever used it let go only after his COMMIT.
            if not is_used(sha256):
                self.path_of(sha256).unlink(missing_ok=True)

    def forget_unused(self, is_used: Callable[[str], bool], before_s: float) -> int:
        """Remove contents no report has and nobody holds, older than `before_s` (time.time()); how many.

        They come from a server that stopped between keeping a file and committing its report.
        """
        removed = 0
        for path in self._folder.glob("??/*"):
            with self._lock:
                if path.name in self._held or path.stat().st_mtime >= before_s or is_used(path.name):
                    continue
                path.unlink(missing_ok=True)
                removed += 1
        return removed

    # Files desks send piece by piece: they outlast a restart of the server, so that a broken one goes on

    def received_of(self, upload_id: str) -> int:
        """How many bytes of a file on its way from a desk are here."""
        try:
            return self._upload(upload_id).stat().st_size
        except FileNotFoundError:
            return 0

    def append_to(self, upload_id: str, at_byte: int, piece: bytes) -> int:
        """Append to a file on its way from a desk; how many bytes are here then.

        Raises:
            StoreFault: the disk is full.
        """
        path = self._upload(upload_id)
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with path.open("r+b" if at_byte else "wb") as file:
                file.seek(at_byte)
                file.write(piece)
                return file.tell()
        except OSError as error:
            raise _fault(error, path) from error

    def keep_received(self, upload_id: str) -> Kept:
        """Put a file that came from a desk in its place as `Incoming.keep` does; held until let_go().

        Raises:
            StoreFault: the disk refuses.
        """
        path = self._upload(upload_id)
        with self.begin() as incoming:
            try:
                with path.open("rb") as file:
                    while piece := file.read(_COPIED_BYTES):
                        incoming.write(piece)
            except OSError as error:
                raise _fault(error, path) from error
            kept = incoming.keep()
        path.unlink(missing_ok=True)
        return kept

    def forget_uploads(self, before_s: float) -> int:
        """Remove what desks began to send and did not go on with since `before_s` (time.time()); how many."""
        old = [path for path in (self._folder / "uploads").glob("*") if path.stat().st_mtime < before_s]
        for path in old:
            path.unlink(missing_ok=True)
        return len(old)

    def _upload(self, upload_id: str) -> Path:
        # A hash, so that no id is ever a path.
        return self._folder / "uploads" / hashlib.sha256(upload_id.encode()).hexdigest()

    # What the virus scanner found something in

    def quarantine(self, sha256: str) -> None:
        """Put a content aside where nothing reads it; it is evidence, so it is not removed.

        Raises:
            StoreFault: the disk refuses.
        """
        aside = self._folder / "quarantine" / sha256
        try:
            aside.parent.mkdir(exist_ok=True, mode=0o700)
            os.replace(self.path_of(sha256), aside)
            aside.chmod(0o400)
            _sync_folder(aside.parent)
        except FileNotFoundError:
            return
        except OSError as error:
            raise _fault(error, aside) from error

    def sweep(self) -> int:
        """Remove what was cut off while coming in before this start; how many."""
        left = list((self._folder / "incoming").glob("*"))
        for path in left:
            path.unlink(missing_ok=True)
        return len(left)


class Incoming:
    """A file being written; leaving the block without `keep()` removes it."""

    def __init__(self, store: MediaStore, path: Path) -> None:
        self._store = store
        self._path = path
        self._hash = hashlib.sha256()
        self._head = b""
        self.size_bytes = 0
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._file = path.open("xb")
        except OSError as error:
            raise _fault(error, path) from error

    def write(self, piece: bytes) -> None:
        """Append.

        Raises:
            StoreFault: the disk is full.
        """
        if len(self._head) < HEAD_BYTES:
            self._head += piece[: HEAD_BYTES - len(self._head)]
        self._hash.update(piece)
        self.size_bytes += len(piece)
        try:
            self._file.write(piece)
        except OSError as error:
            raise _fault(error, self._path) from error

    @property
    def head(self) -> bytes:
        """The first HEAD_BYTES bytes, fewer while they come in."""
        return self._head

    def keep(self) -> Kept:
        """Put the file in its place, on disk with its directory entry, and held until let_go().

        Raises:
            StoreFault: the disk refuses.
        """
        kept = Kept(sha256=self._hash.hexdigest(), size_bytes=self.size_bytes, head=self._head)
        place = self._store.path_of(kept.sha256)
        try:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            self._store.hold(kept.sha256)
            new_folder = not place.parent.exists()
            place.parent.mkdir(exist_ok=True, mode=0o700)
            os.replace(self._path, place)
            _sync_folder(place.parent)
            if new_folder:
                _sync_folder(place.parent.parent)
        except OSError as error:
            raise _fault(error, place) from error
        return kept

    def drop(self) -> None:
        """Remove it, unless it was kept."""
        self._file.close()
        self._path.unlink(missing_ok=True)

    def __enter__(self) -> Incoming:
        """The file itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove it, unless it was kept."""
        self.drop()


def _sync_folder(folder: Path) -> None:
    # Windows cannot open a folder; its rename is journalled by the file system.
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _fault(error: OSError, path: Path) -> StoreFault:
    reason = error.strerror or type(error).__name__
    return StoreFault("media_unusable", f"The media folder cannot be used at {path} ({reason}).", path=str(path))
