"""A small audit chain about one case among others, and a case file taken out of it."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

from console.contract.audit import (
    CHECKPOINT,
    EPOCH,
    EXPORT,
    FILE,
    AuditRecord,
    Checkpoint,
    public_key,
    record_digest,
    sealed_record,
    signed_checkpoint,
)
from console.contract.audit_slice import FORMAT, VERSION, AuditSlice, Link, Span, signed_slice
from console.contract.case_manifest import CASE, MANIFEST, READ_ME, SLICE, Kind, Manifest, Member, file_name
from console.contract.case_zip import write_zip
from console.contract.codec import encode

PRIVATE = bytes(range(32))
KEY = public_key(PRIVATE)
CASE_ID, OTHER_ID = "0190-kejadian", "0190-lain"
PHOTO, FILM = b"\xff\xd8\xff" + b"foto rekaan" * 40, b"\x1aE\xdf\xa3" + b"film rekaan" * 40


class Chain:
    """Records one after the other, with checkpoints, as a server writes them."""

    def __init__(self) -> None:
        self.records: list[AuditRecord] = []
        self.checkpoints: list[Checkpoint] = []
        self.add(EPOCH, subject="epoch/e1", what="first")
        self.sign()

    def add(self, kind: str, subject: str = f"report/{CASE_ID}", **more: str) -> AuditRecord:
        previous = self.records[-1].hash if self.records else bytes(32).hex()
        made = sealed_record(AuditRecord(
            place=len(self.records) + 1, at=1_000_000 * (len(self.records) + 1), kind=kind, subject=subject,
            previous=previous, hash="", **more,
        ))  # fmt: skip
        self.records.append(made)
        return made

    def sign(self) -> Checkpoint:
        last = self.records[-1]
        signed = signed_checkpoint(PRIVATE, "e1", last.place, last.hash, last.at)
        self.checkpoints.append(signed)
        previous = last.hash
        self.records.append(sealed_record(AuditRecord(
            place=last.place + 1, at=last.at, kind=CHECKPOINT, what=signed.signature, previous=previous, hash=""
        )))  # fmt: skip
        return signed

    def slice(self) -> AuditSlice:
        """What a server gives about the case: from checkpoint to checkpoint, others as digests."""
        closing = self.sign()
        spans, bounds = [], [None, *self.checkpoints]
        for opening, end in zip(bounds, self.checkpoints, strict=False):
            first = 0 if opening is None else opening.place
            between = self.records[first : end.place]
            if any(each.subject == f"report/{CASE_ID}" for each in between):
                links = tuple(
                    Link(record=each) if each.subject == f"report/{CASE_ID}" else Link(digest=record_digest(each).hex())
                    for each in between
                )
                spans.append(Span(opening=opening, links=links, closing=end))
        found = AuditSlice(
            format=FORMAT, version=VERSION, key=KEY, subject=f"report/{CASE_ID}", spans=tuple(spans), closing=closing
        )
        return signed_slice(PRIVATE, found)


def sha(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def members() -> tuple[list[tuple[str, bytes]], bytes, bytes]:
    """The members of a case file in order, its manifest and its slice."""
    files = [(file_name(1, "image/jpeg", sha(PHOTO)), PHOTO), (file_name(2, "video/webm", sha(FILM)), FILM)]
    bodies = [(CASE, b'{"number":"KJ-2611-0184"}'), (READ_ME, b"periksa dengan: main.py audit verify\n"), *files]
    kinds = (Kind.CASE, Kind.READ_ME, Kind.FILE, Kind.FILE)
    manifest = encode(Manifest(
        number="KJ-2611-0184", report_id=CASE_ID, exported_at=datetime(2026, 11, 22, 8, tzinfo=UTC), by_id="dewi",
        by_name="Aiptu Dewi R.", desk_id="desk-1", purpose="penyidikan", recipient="Kejaksaan (rekaan)",
        members=tuple(
            Member(name=name, kind=kind, size_bytes=len(body), sha256=sha(body), file_id="f" if kind == "file" else "")
            for (name, body), kind in zip(bodies, kinds, strict=True)
        ),
    ))  # fmt: skip
    chain = Chain()
    chain.add("report", subject=f"report/{OTHER_ID}", outcome="received")
    chain.add(FILE, outcome="received", what="f1", content=sha(PHOTO))
    chain.sign()
    for _ in range(3):
        chain.add("decision", subject=f"report/{OTHER_ID}", outcome="applied", what="report.claim")
    chain.sign()
    chain.add(FILE, outcome="received", what="f2", content=sha(FILM))
    chain.add(EXPORT, outcome="zip", decision="d1", content=sha(manifest))
    return bodies, manifest, encode(chain.slice())


def a_case_file(path: Path) -> list[tuple[str, bytes]]:
    """Write a whole one; its members in order."""
    bodies, manifest, proof = members()
    every = [(MANIFEST, manifest), *bodies, (SLICE, proof)]
    with path.open("wb") as file:
        write_zip(file, every)
    return every
