"""One file sealed in segments under a key of its own; goes on behind the last whole one.

Layout: magic, 12 bytes nonce, 2 bytes length, then the file's head (id, size, SHA-256, random key, nonce prefix) sealed
under the vault's key; then segments of SEGMENT_BYTES, the last one shorter. The segments are the STREAM construction
(Hoang, Reyhanitabar, Rogaway, Vizar: Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance, 2015):
nonce = prefix, counter, last flag; each also authenticates the whole header, so no segment can be moved, repeated, cut
off or put behind another file's header unseen.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from console.domain.errors import InputFault
from console.store.bodies import decode, encode

SEGMENT_BYTES = 256 * 1024
TAG_BYTES = 16
_MAGIC = b"SIGAPM1\n"
_NONCE_BYTES, _PREFIX_BYTES, _KEY_BYTES = 12, 7, 32
_FIXED_BYTES = len(_MAGIC) + _NONCE_BYTES + 2
_MOST_HEAD_BYTES = 2048


class Broken(Exception):
    """A sealed file that is not what was written: torn, changed, or another file's."""


class _Head(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    size_bytes: int
    sha256: str
    key: bytes
    prefix: bytes


def key_for_files(data_key: bytes) -> bytes:
    """The key that wraps every file's own, derived from the profile's data key."""
    return hashlib.blake2b(b"sigap files of reports", key=data_key, digest_size=32).digest()


@dataclass(frozen=True, slots=True)
class SealedFile:
    """What a header says: whose bytes these are, and where they begin. Sizes and hash are the original's."""

    id: str
    size_bytes: int
    sha256: str
    header_bytes: int
    _cipher: ChaCha20Poly1305
    _prefix: bytes
    _bound: bytes

    @property
    def segments(self) -> int:
        """How many segments the whole file has; an empty one has one, so that its end is authenticated too."""
        return max(1, -(-self.size_bytes // SEGMENT_BYTES))

    def segment_size(self, number: int) -> int:
        """Bytes of the original in this segment."""
        return min(SEGMENT_BYTES, self.size_bytes - number * SEGMENT_BYTES)

    def place_of(self, number: int) -> int:
        """Where a segment begins in the sealed file."""
        return self.header_bytes + number * (SEGMENT_BYTES + TAG_BYTES)

    def whole_segments(self, file_bytes: int) -> int:
        """How many segments a sealed file of that length holds whole."""
        there = max(0, file_bytes - self.header_bytes)
        if there >= self.place_of(self.segments - 1) - self.header_bytes + self._sealed_size(self.segments - 1):
            return self.segments
        return min(there // (SEGMENT_BYTES + TAG_BYTES), self.segments - 1)

    def seal(self, number: int, plain: bytes) -> bytes:
        """A segment as it is written."""
        return self._cipher.encrypt(self._nonce(number), plain, self._bound)

    def open(self, number: int, sealed: bytes) -> bytes:
        """A segment as it was.

        Raises:
            Broken: it is not the segment that was written there.
        """
        try:
            return self._cipher.decrypt(self._nonce(number), sealed, self._bound)
        except InvalidTag as error:
            raise Broken(f"segment {number}") from error

    def read(self, file: BinaryIO, first: int, count: int) -> Iterator[bytes]:
        """The original's bytes of `count` segments from `first` on.

        Raises:
            Broken: a segment is not the one that was written there.
        """
        file.seek(self.place_of(first))
        for number in range(first, first + count):
            yield self.open(number, file.read(self._sealed_size(number)))

    def _sealed_size(self, number: int) -> int:
        return self.segment_size(number) + TAG_BYTES

    def _nonce(self, number: int) -> bytes:
        return self._prefix + number.to_bytes(4, "big") + bytes([number == self.segments - 1])


def begin(file: BinaryIO, key: bytes, file_id: str, size_bytes: int, sha256: str) -> SealedFile:
    """Write the header of a new file."""
    head = _Head(
        id=file_id, size_bytes=size_bytes, sha256=sha256,
        key=os.urandom(_KEY_BYTES), prefix=os.urandom(_PREFIX_BYTES),
    )  # fmt: skip
    nonce = os.urandom(_NONCE_BYTES)
    sealed = ChaCha20Poly1305(key).encrypt(nonce, encode(head), _MAGIC)
    header = _MAGIC + nonce + len(sealed).to_bytes(2, "big") + sealed
    file.write(header)
    return _opened(head, header)


def look_at(file: BinaryIO, key: bytes) -> SealedFile:
    """Read the header.

    Raises:
        Broken: it is not one of ours, or of another profile.
    """
    fixed = file.read(_FIXED_BYTES)
    length = int.from_bytes(fixed[-2:], "big")
    if len(fixed) < _FIXED_BYTES or not fixed.startswith(_MAGIC) or length > _MOST_HEAD_BYTES:
        raise Broken("header")
    sealed = file.read(length)
    try:
        plain = ChaCha20Poly1305(key).decrypt(fixed[len(_MAGIC) : len(_MAGIC) + _NONCE_BYTES], sealed, _MAGIC)
        return _opened(decode(plain, _Head), fixed + sealed)
    except (InvalidTag, InputFault) as error:
        raise Broken("header") from error


def _opened(head: _Head, header: bytes) -> SealedFile:
    bound = hashlib.sha256(header).digest()
    return SealedFile(
        head.id, head.size_bytes, head.sha256, len(header), ChaCha20Poly1305(head.key), head.prefix, bound
    )
