"""A desk sends the bytes of a file it put on a case: how much of it the server has."""

from __future__ import annotations

import msgspec

MOST_PIECE_BYTES = 1024 * 1024
"""Sent in one request; the next begins where the server says it stops."""


class FileReceived(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes of the file that are at the server; `done` once they are all there and their SHA-256 matched."""

    received_bytes: int
    done: bool = False
