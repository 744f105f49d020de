"""Checks a case file (ZIP) against itself and the audit chain, with the public key alone.

What must hold: every member has the SHA-256 the manifest says and no other is there; the manifest's own SHA-256 is in
a record of the server's audit chain; that record lies between signed checkpoints (audit_slice.py); every file of the
case came onto the chain with that very hash; and not one byte of the container is other than its members demand.

One made without the server has no slice. Then a slice taken later may be given beside it; without, the members hold
against the manifest and nothing holds the manifest: `unproven`, which is never called whole.

Why so long: everything a verdict rests on is read in one piece, by outsiders too.
"""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from console.contract.audit import EXPORT, FILE, AuditRecord, Checkpoint
from console.contract.audit_slice import AuditSlice, SliceBroken, read_slice
from console.contract.case_manifest import FORMAT, MANIFEST, PENDING, SLICE, VERSION, Kind, Manifest, Member
from console.contract.case_pending import Pending, PendingBroken, read_pending
from console.contract.case_zip import Packed, differing, members_of
from console.contract.codec import decode, encode
from console.domain.errors import InputFault

MOST_BYTES = 256 * 1024 * 1024
"""Of the manifest and the slice, the two members that are read whole."""


class Wrong(StrEnum):
    """What was done to a case file."""

    CHANGED = "changed"
    REMOVED = "removed"
    ADDED = "added"
    SWAPPED = "swapped"
    DOUBLED = "doubled"
    MANIFEST = "manifest"
    CHAIN = "chain"
    CONTAINER = "container"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong: which member ('' the whole file), and a sentence for people."""

    wrong: Wrong
    member: str
    sentence: str


@dataclass(slots=True, kw_only=True)
class CaseVerdict:
    """What was found; `received` by member's name is its file's record on the chain, `exported` the export's own."""

    findings: list[Finding] = field(default_factory=list)
    manifest: Manifest | None = None
    exported: AuditRecord | None = None
    received: dict[str, AuditRecord] = field(default_factory=dict)
    records: int = 0
    agreed: int = 0
    unproven: Pending | None = None

    def find(self, wrong: Wrong, member: str, sentence: str) -> None:
        """Write a finding down; a member's name may be anybody's, so nothing of it steers a terminal."""
        shown = "".join(letter if letter.isprintable() else "?" for letter in sentence)
        self.findings.append(Finding(wrong=wrong, member=member, sentence=shown))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """A member as it lies in the file; `sha256` '' when it cannot be read."""

    packed: Packed
    sha256: str
    body: bytes


def verify_case(path: Path, key: str, witnessed: Iterable[Checkpoint] = (), proof: bytes = b"") -> CaseVerdict:
    """Check the file at `path` against the public key (hex) and consoles' checkpoints, their signatures checked.

    `proof` is a slice of the chain taken later, for a file made without the server.

    Raises:
        OSError: the file cannot be read.
    """
    verdict = CaseVerdict()
    with path.open("rb") as file:
        seen = _read(file, verdict)
        by_name: dict[str, _Seen] = {}
        for each in seen:
            if each.packed.name in by_name:
                verdict.find(Wrong.DOUBLED, each.packed.name, f"{each.packed.name}: there are two of this name.")
            by_name[each.packed.name] = each
        verdict.manifest = _manifest(by_name, verdict)
        if verdict.manifest is not None:
            _compare(verdict.manifest, by_name, verdict)
            _hold_against_chain(verdict.manifest, by_name, key, tuple(witnessed), proof, verdict)
        if not verdict.findings:
            where = differing(file, path.stat().st_size, [each.packed for each in seen])
            if where is not None:
                verdict.find(Wrong.CONTAINER, "", f"the ZIP itself was changed {where}, though no member was.")
    return verdict


def _read(file: BinaryIO, verdict: CaseVerdict) -> list[_Seen]:
    """Every member of the ZIP in the order it lies there, hashed."""
    found: list[_Seen] = []
    try:
        archive = zipfile.ZipFile(file)
        infos = sorted(archive.infolist(), key=lambda info: info.header_offset)
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, UnicodeDecodeError, NotImplementedError) as error:
        verdict.find(Wrong.CONTAINER, "", f"this cannot be opened as a ZIP ({error}).")
        return found
    for info in infos:
        digest, size, body = hashlib.sha256(), 0, bytearray()
        kept = info.filename in (MANIFEST, SLICE, PENDING)
        try:
            for piece in members_of(archive, info):
                digest.update(piece)
                size += len(piece)
                if kept and size <= MOST_BYTES:
                    body += piece
            sha256 = digest.hexdigest()
        except (
            zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError,
        ) as error:  # fmt: skip
            sha256 = ""
            verdict.find(Wrong.CHANGED, info.filename, f"{info.filename} was changed: it cannot be read ({error}).")
        packed = Packed(name=info.filename, size_bytes=size, crc=info.CRC)
        found.append(_Seen(packed=packed, sha256=sha256, body=bytes(body)))
    return found


def _manifest(by_name: dict[str, _Seen], verdict: CaseVerdict) -> Manifest | None:
    seen = by_name.get(MANIFEST)
    if seen is None:
        if not any(finding.wrong is Wrong.CONTAINER for finding in verdict.findings):
            verdict.find(Wrong.REMOVED, MANIFEST, f"{MANIFEST} is missing: nothing says what belongs in here.")
        return None
    if not seen.sha256:
        return None
    try:
        manifest = decode(seen.body, Manifest)
    except InputFault as fault:
        verdict.find(Wrong.MANIFEST, MANIFEST, f"{MANIFEST} cannot be read ({fault.message}).")
        return None
    if encode(manifest) != seen.body or (manifest.format, manifest.version) != (FORMAT, VERSION):
        verdict.find(Wrong.MANIFEST, MANIFEST, f"{MANIFEST} is not as a console of this format writes it.")
    return manifest


def _compare(manifest: Manifest, by_name: dict[str, _Seen], verdict: CaseVerdict) -> None:
    """Every member against the manifest."""
    wanted = {member.name: member for member in manifest.members}
    by_hash = {member.sha256: member for member in manifest.members}
    for name, member in wanted.items():
        seen = by_name.get(name)
        if seen is None:
            verdict.find(Wrong.REMOVED, name, f"{name} is missing; the manifest says it belongs in here.")
        elif seen.sha256 and seen.sha256 != member.sha256:
            other = by_hash.get(seen.sha256)
            if other is not None:
                sentence = f"{name} holds what belongs to {other.name}: members were swapped or renamed."
                verdict.find(Wrong.SWAPPED, name, sentence)
            else:
                verdict.find(Wrong.CHANGED, name, f"{name} was changed: its SHA-256 is not the manifest's.")
    for name in by_name:
        if name not in wanted and name not in (MANIFEST, SLICE):
            verdict.find(Wrong.ADDED, name, f"{name} was put in: the manifest does not know it.")


def _hold_against_chain(
    manifest: Manifest, by_name: dict[str, _Seen], key: str, witnessed: tuple[Checkpoint, ...], proof: bytes,
    verdict: CaseVerdict,
) -> None:  # fmt: skip
    subject = f"report/{manifest.report_id}"
    pending = _pending(manifest, by_name, key, subject, verdict)
    body = proof if pending is not None else _slice(by_name, verdict)
    if pending is not None and not proof:
        verdict.unproven = pending
    if not body:
        return
    try:
        found = read_slice(body, key, subject)
    except SliceBroken as broken:
        verdict.find(Wrong.CHAIN, SLICE, f"{SLICE}: {broken}")
        return
    records = tuple(found.records())
    verdict.records = len(records)
    digest = by_name[MANIFEST].sha256
    verdict.exported = next((each for each in records if (each.kind, each.content) == (EXPORT, digest)), None)
    if verdict.exported is None:
        sentence = f"{MANIFEST} was changed or written anew: its SHA-256 is not the one on the audit chain."
        verdict.find(Wrong.MANIFEST, MANIFEST, sentence)
    _find_files(manifest.members, records, verdict)
    _agree(found, witnessed, verdict)


def _slice(by_name: dict[str, _Seen], verdict: CaseVerdict) -> bytes:
    seen = by_name.get(SLICE)
    if seen is None:
        verdict.find(Wrong.REMOVED, SLICE, f"{SLICE} is missing: nothing proves the manifest.")
        return b""
    return seen.body if seen.sha256 else b""


def _pending(
    manifest: Manifest, by_name: dict[str, _Seen], key: str, subject: str, verdict: CaseVerdict
) -> Pending | None:
    """What a file made without the server holds instead of a slice; None for one that must have a slice."""
    seen = by_name.get(PENDING)
    said = any((member.name, member.kind) == (PENDING, Kind.PENDING) for member in manifest.members)
    if not said or seen is None or not seen.sha256:
        return None
    if SLICE in by_name:
        verdict.find(Wrong.ADDED, SLICE, f"{SLICE} was put in: this file was made without the server.")
    try:
        return read_pending(seen.body, key, subject)
    except PendingBroken as broken:
        verdict.find(Wrong.CHAIN, PENDING, f"{PENDING}: {broken}")
        return Pending(subject=subject)


def _find_files(members: tuple[Member, ...], records: tuple[AuditRecord, ...], verdict: CaseVerdict) -> None:
    """Each file of the case has a record of its own, written when it came in or was made."""
    noted = {record.content: record for record in reversed(records) if record.kind == FILE}
    for member in members:
        if member.kind is not Kind.FILE:
            continue
        record = noted.get(member.sha256)
        if record is None:
            sentence = f"{member.name}: no record of the audit chain says that such a file came onto the case."
            verdict.find(Wrong.CHAIN, member.name, sentence)
        else:
            verdict.received[member.name] = record


def _agree(found: AuditSlice, witnessed: tuple[Checkpoint, ...], verdict: CaseVerdict) -> None:
    """Checkpoints that consoles kept of the same places must be the same."""
    ours = {}
    for span in found.spans:
        for each in (span.opening, span.closing):
            if each is not None:
                ours[each.epoch, each.place] = each
    ours[found.closing.epoch, found.closing.place] = found.closing
    for seen in witnessed:
        mine = ours.get((seen.epoch, seen.place))
        if mine is not None and mine.hash == seen.hash:
            verdict.agreed += 1
        elif mine is not None:
            sentence = f"a console witnessed another record at place {seen.place}: the chain was written anew."
            verdict.find(Wrong.CHAIN, SLICE, sentence)
