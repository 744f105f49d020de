"""Passphrases in tests: hashed as the product does, at a cost that no test waits for."""

from __future__ import annotations

from functools import cache

from argon2 import PasswordHasher

from console.store.slots import Cost

QUICK = Cost(memory_kib=64, passes=1, lanes=1)
"""Of key slots; what the product takes is tested in tests/store/test_slots.py."""

_hasher = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)


@cache
def encoded(passphrase: str) -> str:
    """The Argon2id hash a server keeps; what it costs to verify stands in it."""
    return _hasher.hash(passphrase)
