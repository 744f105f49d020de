"""One file read at several places at once, each reader at its own."""

from __future__ import annotations

import io
from typing import BinaryIO, cast


class SideReader(io.RawIOBase):
    """Reads `file` from a place of its own, from the beginning on; closing it leaves the file open."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self._file, self._at = file, 0

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # RawIOBase takes any buffer
        """Fill as much of `buffer` as there is."""
        self._file.seek(self._at)
        got = self._file.read(len(buffer))
        buffer[: len(got)] = got
        self._at += len(got)
        return len(got)

    def seek(self, to: int, whence: int = io.SEEK_SET) -> int:
        """Stand elsewhere."""
        if whence == io.SEEK_END:
            self._at = self._file.seek(to, io.SEEK_END)
        else:
            self._at = to + (self._at if whence == io.SEEK_CUR else 0)
        return self._at

    def tell(self) -> int:
        """Where it stands."""
        return self._at


def beside(file: BinaryIO) -> BinaryIO:
    """Another reader of the same file."""
    return cast("BinaryIO", SideReader(file))
