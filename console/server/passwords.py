"""Passphrases as Argon2id, one at a time so that reports are not held up."""

from __future__ import annotations

import threading

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_hasher = PasswordHasher()
"""argon2-cffi's defaults: RFC 9106 low-memory profile, 64 MiB, 3 passes, 4 lanes."""
_one_at_a_time = threading.Lock()
_NOBODY = (
    "$argon2id$v=19$m=65536,t=3,p=4$c2lnYXAtbm9ib2R5LTAwMA$"
    "Zm9yIHRoZSBzYW1lIHRpbWUgb2Ygbm90aGluZyBhdCA"
)


def hash_passphrase(passphrase: str) -> str:
    """The encoded Argon2id hash with its own salt."""
    with _one_at_a_time:
        return _hasher.hash(passphrase)


def fits(passphrase: str, encoded: str | None) -> bool:
    """Whether the passphrase is the one; None (no such person) takes the same time and is False."""
    try:
        with _one_at_a_time:
            return _hasher.verify(encoded or _NOBODY, passphrase) and encoded is not None
    except (VerificationError, InvalidHashError):
        return False
