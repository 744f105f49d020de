"""A slice of the audit chain: what it says of one case, provable without the rest of it.

Between two signed checkpoints stand the records about the case as they are and of all others only their digests, so
that whoever folds them (contract/audit.py) comes from the one signed hash to the other and learns nothing of others:

    signed = "sigap audit slice 1\\n" + SHA-256 (hex) of the compact JSON of the slice without its signature + "\\n"

With its own signature over all of it the server says that these are all the records about that case up to `closing`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from console.contract.audit import (
    GENESIS,
    AuditRecord,
    Checkpoint,
    chained,
    is_hash,
    is_signed,
    is_wellformed,
    record_hash,
)
from console.contract.codec import decode, encode
from console.domain.errors import InputFault

FORMAT, VERSION = "sigap-audit-slice", 1
MOST_BYTES = 256 * 1024 * 1024
_SIGNED = b"sigap audit slice 1\n"


class Link(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One place of the chain: a record about the case, or the digest (hex) of one about something else."""

    record: AuditRecord | None = None
    digest: str = ""


class Span(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The places after `opening` (None: from the chain's beginning) up to `closing`, one link each."""

    opening: Checkpoint | None
    links: tuple[Link, ...]
    closing: Checkpoint


class AuditSlice(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All the records about `subject` ('report/<id>') up to `closing`; `key` the public key, hashes hex."""

    format: str
    version: int
    key: str
    subject: str
    spans: tuple[Span, ...]
    closing: Checkpoint
    signature: str = ""

    def records(self) -> Iterator[AuditRecord]:
        """The records about the case, in order."""
        for span in self.spans:
            for link in span.links:
                if link.record is not None:
                    yield link.record


class SliceBroken(Exception):
    """What is wrong with a slice, in one sentence for people."""


def signed_slice(private: bytes, found: AuditSlice) -> AuditSlice:
    """The slice with the server's signature over all of it."""
    signature = Ed25519PrivateKey.from_private_bytes(private).sign(_to_sign(found))
    return msgspec.structs.replace(found, signature=signature.hex())


def read_slice(raw: bytes, key: str, subject: str) -> AuditSlice:
    """The slice in `raw`, checked to the last byte against the public key (hex) and for the case it must be about.

    Raises:
        SliceBroken: with the first thing that is wrong.
    """
    try:
        found = decode(raw, AuditSlice)
    except InputFault as fault:
        raise SliceBroken(f"the slice of the audit chain cannot be read ({fault.message}).") from fault
    if encode(found) != raw or (found.format, found.version) != (FORMAT, VERSION):
        raise SliceBroken("the slice of the audit chain is not as the server wrote it.")
    if found.key != key:
        raise SliceBroken("the slice was made with another key than the one given with --key.")
    if found.subject != subject:
        raise SliceBroken(f"the slice is about {found.subject}, not about the case of this file.")
    if not _is_signed_whole(found):
        raise SliceBroken("the slice is not signed with the server's key as it stands here.")
    place = 0
    for span in found.spans:
        place = _check_span(span, key, place)
        if any(link.record is not None and link.record.subject != subject for link in span.links):
            raise SliceBroken("the slice holds a record about something else.")
    if not is_signed(found.closing, key) or found.closing.place < place:
        raise SliceBroken("the slice's closing checkpoint is not signed, or lies before its records.")
    return found


def _check_span(span: Span, key: str, after: int) -> int:
    """Fold the span; the place it ends at."""
    opening, value, place = span.opening, GENESIS, 0
    if opening is not None:
        if not is_signed(opening, key):
            raise SliceBroken(f"the checkpoint at place {opening.place} is not signed with the server's key.")
        value, place = bytes.fromhex(opening.hash), opening.place
    if place < after:
        raise SliceBroken(f"the records after place {place} are not in order.")
    for link in span.links:
        place += 1
        record = link.record
        if record is None:
            if not is_hash(link.digest):
                raise SliceBroken(f"the digest at place {place} is none.")
            value = chained(value, bytes.fromhex(link.digest))
            continue
        if link.digest or not is_wellformed(record) or record.hash != record_hash(record):
            raise SliceBroken(f"the record at place {place} was changed: its hash does not fit what it says.")
        if (record.place, record.previous) != (place, value.hex()):
            raise SliceBroken(f"the record that says place {record.place} does not follow the ones before it.")
        value = bytes.fromhex(record.hash)
    closing = span.closing
    if not is_signed(closing, key) or (closing.place, closing.hash) != (place, value.hex()):
        raise SliceBroken(f"the records up to place {place} are not those the checkpoint there was signed over.")
    return place


def _is_signed_whole(found: AuditSlice) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(found.key)).verify(
            bytes.fromhex(found.signature), _to_sign(found)
        )
    except (InvalidSignature, ValueError):
        return False
    return True


def _to_sign(found: AuditSlice) -> bytes:
    body = encode(msgspec.structs.replace(found, signature=""))
    return _SIGNED + hashlib.sha256(body).hexdigest().encode() + b"\n"
