"""The acts that put a file of a desk on a case, or give its sending up."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachFile:
    """A file is on the case from now on; its bytes follow by themselves and must be these.

    `file_id` a UUID made by the desk; `media_type` as found by magic bytes; `sha256` in hex.
    """

    file_id: str
    name: str
    media_type: str
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawFile:
    """A file of this desk whose bytes never came to the server is given up; it keeps its place among the files."""

    file_id: str
