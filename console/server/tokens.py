"""Secrets the server gives out: random, shown once, kept only as their SHA-256."""

from __future__ import annotations

import hashlib
import secrets

_CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""No letter that is read wrong over the telephone (0/O, 1/I/L)."""


def new_token() -> str:
    """256 random bits as 43 URL-safe characters."""
    return secrets.token_urlsafe(32)


def new_code() -> str:
    """An enrolment code to type by hand: 16 letters and digits (79 bits) in groups of four."""
    letters = "".join(secrets.choice(_CODE_LETTERS) for _ in range(16))
    return "-".join(letters[place : place + 4] for place in range(0, 16, 4))


def hash_of(secret: str) -> bytes:
    """SHA-256 of a secret of high entropy; passphrases go through `passwords` instead."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).digest()
