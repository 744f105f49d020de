"""What `audit verify` says of a case file, in sentences an outsider can act upon."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

from console.contract.audit import Checkpoint, instant, read_public_key
from console.contract.audit_file import read_witness
from console.contract.case_manifest import SLICE, Kind, Manifest
from console.contract.case_pending import Pending
from console.contract.case_verify import MOST_BYTES, CaseVerdict, verify_case
from console.contract.case_zip import members_of
from console.domain.errors import InputFault

_MAGIC = (b"PK\3\4", b"PK\5\6")
UNPROVEN = 3
"""How `audit verify` ends for a file that holds together and is proven by nothing: no script takes that for proof."""


def is_case_file(file: Path) -> bool:
    """Whether it begins as a ZIP does; an exported chain begins with '{'.

    Raises:
        OSError: the file cannot be read.
    """
    with file.open("rb") as opened:
        head = opened.read(4)
    return head in _MAGIC or file.suffix.lower() == ".zip"


def report_on_case(
    file: Path, key: str, witnesses: Sequence[Path], say: Callable[[str], None], proof: Path | None = None
) -> int:  # fmt: skip
    """Verify a case file and say what was found: 0 proven, 1 broken, UNPROVEN for a whole one made without the server.

    `proof`: a later case file of the same case, whose slice of the chain proves one made without the server.

    Raises:
        InputFault: the key is none, a witness's file cannot be used, or `proof` holds no slice.
        OSError: a file cannot be read.
    """
    public = read_public_key(key)
    seen: list[Checkpoint] = []
    for witness in witnesses:
        seen.extend(read_witness(witness, public))
    verdict = verify_case(file, public, seen, slice_in(proof) if proof is not None else b"")
    for sentence in case_sentences(verdict):
        say(sentence)
    if verdict.findings:
        return 1
    return UNPROVEN if verdict.unproven is not None else 0


def slice_in(file: Path) -> bytes:
    """The slice of the audit chain that a case file made with the server holds.

    Raises:
        InputFault: `no_slice`: it holds none.
        OSError: the file cannot be read.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            info = archive.getinfo(SLICE)
            if info.file_size <= MOST_BYTES:
                return b"".join(members_of(archive, info))
    except (zipfile.BadZipFile, zlib.error, KeyError, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        raise _no_slice(file) from error
    raise _no_slice(file)


def _no_slice(file: Path) -> InputFault:
    why = f"--proof: {file.name} holds no {SLICE}; give a case file of the same case that was made with the server."
    return InputFault("no_slice", why, field="proof")


def case_sentences(verdict: CaseVerdict) -> list[str]:
    """The findings; of a whole file what it is, and when each file of the case came in."""
    if verdict.findings:
        return [f"BROKEN, {finding.wrong}: {finding.sentence}" for finding in verdict.findings]
    manifest, exported = verdict.manifest, verdict.exported
    if manifest is not None and verdict.unproven is not None:
        return _unproven(manifest, verdict.unproven)
    if manifest is None or exported is None:
        return ["BROKEN, container: there is nothing in it."]
    told = [
        f"Whole: case file of {manifest.number}, {len(manifest.members)} members, each as its manifest says; the "
        f"manifest is the one on the server's audit chain (place {exported.place}, {_utc(exported.at)}).",
        f"Taken out by {manifest.by_name} ({manifest.by_id}), {_purpose(manifest)}.",
    ]
    for member in manifest.members:
        record = verdict.received.get(member.name)
        if member.kind is Kind.FILE and record is not None:
            made = f", made of the file with SHA-256 {member.origin_sha256}" if member.origin_sha256 else ""
            told.append(
                f"  {member.name}: on the chain at place {record.place}, {_utc(record.at)} ({record.outcome}){made}"
            )
    told.append(
        f"{verdict.records} records of the chain are about this case. "
        + (
            f"{verdict.agreed} of the consoles' checkpoints are in it."
            if verdict.agreed
            else "This rests on the server's key; a console's checkpoints (--witness) would say that nothing was "
            "written anew."
        )
    )
    return told


def _unproven(manifest: Manifest, pending: Pending) -> list[str]:
    """What is and what is not proven of a file made without the server."""
    checkpoint = pending.checkpoint
    return [
        f"NOT PROVEN: case file of {manifest.number}, {len(manifest.members)} members, made without the server and so "
        "without the chain's slice.",
        "What holds: every member is the one this manifest names; none was changed, removed, added or swapped alone.",
        "What nothing proves: that this manifest is the one the center made. Whoever changed a member could have "
        "written the manifest anew.",
        (
            f"It was made after {_utc(checkpoint.at)}: it holds the server's signed checkpoint at place "
            f"{checkpoint.place}. Not before, and not by whom."
            if checkpoint is not None
            else "It holds no checkpoint of the server, so not even since when it can exist."
        ),
        f"It says of itself: taken out by {manifest.by_name} ({manifest.by_id}), {_purpose(manifest)}.",
        "To prove it: ask the center for a case file of the same case made with the server and give it with --proof; "
        "the chain in there holds this manifest's SHA-256, or it was never recorded.",
    ]


def _purpose(manifest: Manifest) -> str:
    whom = f"for {manifest.recipient}, " if manifest.recipient else ""
    return f"{whom}purpose: {' '.join(manifest.purpose.split())}"


def _utc(at: int) -> str:
    return instant(at).strftime("%Y-%m-%d %H:%M:%S UTC")
