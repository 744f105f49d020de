"""The audit chain: a record, its canonical bytes, its hash, and signed checkpoints.

Whoever wants to check a chain without this program needs only the following (SHA-256, FIPS 180-4; Ed25519, RFC 8032;
hex is lower case; `\\n` is one byte 0x0A; numbers are decimal without leading zeros):

    digest     = SHA-256("sigap audit record 1\\n" + place + "\\n" + at + "\\n" + kind + "\\n" + outcome + "\\n"
                 + what + "\\n" + actor + "\\n" + desk + "\\n" + session + "\\n" + subject + "\\n" + decision + "\\n"
                 + content + "\\n")
    hash       = SHA-256("sigap audit chain 1\\n" + previous (32 bytes) + digest (32 bytes))
    signed     = "sigap audit checkpoint 1\\n" + epoch + "\\n" + place + "\\n" + hash (hex) + "\\n" + at + "\\n"

- `place` counts 1, 2, 3 ... without a gap; `previous` is the hash of the record before, 32 zero bytes for the first;
  `at` is the server's time in microseconds since 1970-01-01 UTC.
- every text field consists of the characters 0x21-0x7E without `"` and `\\`, so no field can hold a line feed and no
  two records have the same bytes. `content` is empty or the hex SHA-256 of what the record is about.
- a record of kind `checkpoint` holds in `what` the hex signature of the checkpoint (epoch, place - 1, previous, at) of
  its own fields; the epoch is the subject ("epoch/<id>") of the last record of kind `epoch` before it.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from datetime import UTC, datetime, timedelta

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from console.domain.errors import Bug, InputFault

GENESIS = bytes(32)
"""The previous hash of the first record."""
KEY_BYTES = 32
EPOCH = "epoch"
CHECKPOINT = "checkpoint"
FILE = "file"
EXPORT = "export"
"""Kinds of record that are read by whoever verifies; all others are only told. `content` of a file's is its own hash,
of an export's the hash of what left (of a case file as ZIP, of its manifest)."""

_TEXT = re.compile(r"[!#-\[\]-~]*\Z")
_ID = re.compile(r"[A-Za-z0-9._@:-]{0,64}\Z")
_HEX_32, _HEX_64 = re.compile(r"[0-9a-f]{64}\Z"), re.compile(r"[0-9a-f]{128}\Z")
_RECORD, _CHAIN, _SIGNED = b"sigap audit record 1\n", b"sigap audit chain 1\n", b"sigap audit checkpoint 1\n"
_START = datetime(1970, 1, 1, tzinfo=UTC)


class AuditRecord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One record; ids only, never a citizen's words or anybody's name. Hashes are hex."""

    place: int
    at: int
    kind: str
    outcome: str = ""
    what: str = ""
    actor: str = ""
    desk: str = ""
    session: str = ""
    subject: str = ""
    decision: str = ""
    content: str = ""
    previous: str
    hash: str


class Checkpoint(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The server's word that record `place` of its chain has `hash`; `at` as in a record, `signature` hex."""

    epoch: str
    place: int
    hash: str
    at: int
    signature: str


class SignedCheckpoint(msgspec.Struct, frozen=True, kw_only=True):
    """The latest checkpoint and the public key (hex) it is signed with."""

    checkpoint: Checkpoint
    key: str


class ChainProof(msgspec.Struct, frozen=True, kw_only=True):
    """The digests (hex) of the records after `after`, in order: folded into the hash before, they give the last."""

    after: int
    digests: tuple[str, ...]


class AuditPage(msgspec.Struct, frozen=True, kw_only=True):
    """Records after a place, in order."""

    records: tuple[AuditRecord, ...]


def is_hash(value: str) -> bool:
    """Whether this is a SHA-256 in lower-case hex."""
    return _HEX_32.match(value) is not None


def is_wellformed(record: AuditRecord) -> bool:
    """Whether every field holds what a record may hold; its hash is not looked into."""
    texts = (record.kind, record.outcome, record.what, record.actor, record.desk, record.session, record.subject,
             record.decision)  # fmt: skip
    return (
        all(_TEXT.match(each) for each in texts)
        and _HEX_32.match(record.previous) is not None
        and (record.content == "" or _HEX_32.match(record.content) is not None)
    )


def plain(thing_id: str) -> str:
    """The id itself; one that is no plain id (and might be somebody's words) is told by its hash only."""
    if _ID.match(thing_id):
        return thing_id
    return f"~{hashlib.sha256(thing_id.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}"


def named(kind: str, thing_id: str) -> str:
    """'kind/id', the id as `plain` tells it."""
    return f"{kind}/{plain(thing_id)}"


def record_digest(record: AuditRecord) -> bytes:
    """SHA-256 of the record's own facts, without its place in the chain's hashes (see above)."""
    lines = "\n".join((
        str(record.place), str(record.at), record.kind, record.outcome, record.what, record.actor, record.desk,
        record.session, record.subject, record.decision, record.content, "",
    ))  # fmt: skip
    return hashlib.sha256(_RECORD + lines.encode()).digest()


def chained(previous: bytes, digest: bytes) -> bytes:
    """The hash of the record with this digest after the record with that hash."""
    return hashlib.sha256(_CHAIN + previous + digest).digest()


def record_hash(record: AuditRecord) -> str:
    """What the record's `hash` must be, by its other fields."""
    return chained(bytes.fromhex(record.previous), record_digest(record)).hex()


def sealed_record(record: AuditRecord) -> AuditRecord:
    """The record with its hash.

    Raises:
        Bug: a field holds what no record may hold.
    """
    if not is_wellformed(record):
        raise Bug(f"no audit record may hold this: {record.kind}")
    return msgspec.structs.replace(record, hash=record_hash(record))


def new_key() -> bytes:
    """A new private key (Ed25519 seed, 32 bytes)."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def public_key(private: bytes) -> str:
    """The public key in hex."""
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw().hex()


def read_public_key(text: str) -> str:
    """A public key as people pass it on, hex or base64, in hex.

    Raises:
        InputFault: it is neither.
    """
    text = text.strip()
    if re.fullmatch(r"[0-9a-fA-F]{64}", text):
        return text.lower()
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raw = b""
    if len(raw) != KEY_BYTES:
        raise InputFault("audit_key_wrong", "--key: an audit key is 64 hex digits or 44 characters of base64.")
    return raw.hex()


def signed_checkpoint(private: bytes, epoch: str, place: int, hash_: str, at: int) -> Checkpoint:
    """The checkpoint, signed."""
    signature = Ed25519PrivateKey.from_private_bytes(private).sign(_to_sign(epoch, place, hash_, at))
    return Checkpoint(epoch=epoch, place=place, hash=hash_, at=at, signature=signature.hex())


def is_signed(checkpoint: Checkpoint, key: str) -> bool:
    """Whether the holder of the private half of `key` (hex) signed this."""
    if not (_HEX_64.match(checkpoint.signature) and _HEX_32.match(checkpoint.hash) and _HEX_32.match(key)):
        return False
    if not _TEXT.match(checkpoint.epoch):
        return False
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(
            bytes.fromhex(checkpoint.signature),
            _to_sign(checkpoint.epoch, checkpoint.place, checkpoint.hash, checkpoint.at),
        )
    except (InvalidSignature, ValueError):
        return False
    return True


def checkpoint_in(record: AuditRecord, epoch: str) -> Checkpoint:
    """The checkpoint a record of kind `checkpoint` holds."""
    return Checkpoint(
        epoch=epoch, place=record.place - 1, hash=record.previous, at=record.at, signature=record.what
    )


def _to_sign(epoch: str, place: int, hash_: str, at: int) -> bytes:
    return _SIGNED + f"{epoch}\n{place}\n{hash_}\n{at}\n".encode()


def instant(at: int) -> datetime:
    """A record's time as aware UTC."""
    return _START + timedelta(microseconds=at)


def microseconds(at: datetime) -> int:
    """An aware time as records keep it."""
    return (at - _START) // timedelta(microseconds=1)
