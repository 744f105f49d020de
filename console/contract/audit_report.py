"""What `audit verify` says of an exported chain, in sentences an outsider can act upon."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from console.contract.audit import Checkpoint, instant, read_public_key
from console.contract.audit_file import lines_of, read_witness
from console.contract.audit_verify import Verdict, verify


def report_on(file: Path, key: str, witnesses: Sequence[Path], say: Callable[[str], None]) -> int:
    """Verify a file and say what was found: 0 when nothing is wrong with it, else 1.

    Raises:
        InputFault: the key is none, or a witness's file cannot be used.
        OSError: a file cannot be read.
    """
    public = read_public_key(key)
    seen: list[Checkpoint] = []
    for witness in witnesses:
        seen.extend(read_witness(witness, public))
    with file.open("rb") as opened:
        verdict = verify(lines_of(opened), public, seen)
    for sentence in sentences(verdict, seen):
        say(sentence)
    return 0 if verdict.whole else 1


def sentences(verdict: Verdict, seen: Sequence[Checkpoint]) -> list[str]:
    """The findings, the worst first."""
    if verdict.broken is not None:
        found = verdict.broken
        told = [f"BROKEN at place {found.place} (line {found.line}), {found.how}: {found.sentence}"]
        if verdict.records:
            told.append(
                f"Places 1 to {verdict.records} fit together; whether they are the true ones only a whole chain shows."
            )
        return told
    told = [f"LOST: {lost.sentence}" for lost in verdict.lost]
    told.append(
        f"{'Otherwise whole' if told else 'Whole'}: {verdict.records} records, {_utc(verdict.first_at)} to "
        f"{_utc(verdict.last_at)}, {verdict.checkpoints} signed checkpoints in between; nothing among them was "
        "changed, deleted, inserted or moved since it was written."
    )
    if verdict.restores:
        told.append(
            f"The server was restored from a backup {verdict.restores} times; records lost by that show only in the "
            "checkpoints of consoles (--witness)."
        )
    if seen:
        newest = max(seen, key=lambda each: each.at)
        told.append(
            f"{verdict.agreed} of the consoles' checkpoints are in it; the newest they hold is of {_utc(newest.at)}, "
            f"place {newest.place}. What came after that rests on the server's key alone."
        )
    else:
        told.append(
            "Without --witness this rests on the server's key alone: whoever has it could have cut off the end or "
            "written everything anew. Compare with a console's checkpoints."
        )
    return told


def _utc(at: int) -> str:
    return instant(at).strftime("%Y-%m-%d %H:%M:%S UTC")
