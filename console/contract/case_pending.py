"""A case file made without the server: what it holds instead of a slice, what it proves.

It proves little, and says so: `checkpoint` is the newest one this desk kept as a witness, signed by the server, so the
file was made after it. Who made the file, when, and whether the server ever heard of it stand nowhere but in the file
itself, until a slice of the chain taken later shows the SHA-256 of its manifest: every case file of the same case made
with the server holds such a slice (`audit verify FILE --proof LATER`), because the export was recorded at the desk
before the file was written and reaches the chain with the desk's other decisions.
"""

from __future__ import annotations

import msgspec

from console.contract.audit import Checkpoint, is_signed
from console.contract.codec import decode, encode
from console.domain.errors import InputFault

FORMAT, VERSION = "sigap-case-pending", 1


class Pending(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`subject` 'report/<id>'; `key` (hex) the server signed its checkpoints with, '' for a desk that kept none."""

    format: str = FORMAT
    version: int = VERSION
    subject: str
    key: str = ""
    checkpoint: Checkpoint | None = None


class PendingBroken(Exception):
    """What is wrong with it, in one sentence for people."""


def write_pending(pending: Pending) -> bytes:
    """Its bytes."""
    return encode(pending)


def read_pending(raw: bytes, key: str, subject: str) -> Pending:
    """What is in `raw`, its checkpoint held against the public key (hex).

    Raises:
        PendingBroken: with the first thing that is wrong.
    """
    try:
        found = decode(raw, Pending)
    except InputFault as fault:
        raise PendingBroken(f"it cannot be read ({fault.message}).") from fault
    if write_pending(found) != raw or (found.format, found.version) != (FORMAT, VERSION):
        raise PendingBroken("it is not as a console writes it.")
    if found.subject != subject:
        raise PendingBroken(f"it is about {found.subject}, not about the case of this file.")
    if found.checkpoint is not None and (found.key != key or not is_signed(found.checkpoint, key)):
        raise PendingBroken("its checkpoint is not signed with the key given with --key.")
    return found
