"""Checks an exported chain line by line and says where and how it breaks; constant memory.

Why so long: every way in which a chain can be broken has its sentence here, beside the check that finds it.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from console.contract.audit import (
    CHECKPOINT,
    EPOCH,
    GENESIS,
    AuditRecord,
    Checkpoint,
    checkpoint_in,
    instant,
    is_signed,
    is_wellformed,
    record_hash,
)
from console.contract.audit_file import FORMAT, VERSION, Header
from console.contract.codec import decode, encode
from console.domain.errors import InputFault


class How(StrEnum):
    """What was done to a chain."""

    CHANGED = "changed"
    DELETED = "deleted"
    INSERTED = "inserted"
    SWAPPED = "swapped"
    TRUNCATED = "truncated"
    REWRITTEN = "rewritten"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """Where the chain breaks: the place in it, the file's line, and one sentence for people."""

    how: How
    place: int
    line: int
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was found: `broken` None for a whole chain; `agreed` of the witnesses' checkpoints are in it."""

    broken: Break | None
    lost: tuple[Break, ...]
    records: int
    checkpoints: int
    agreed: int
    restores: int
    first_at: int
    last_at: int
    closing: Checkpoint | None

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong with it."""
        return self.broken is None and not self.lost


@dataclass(slots=True)
class Verifier:
    """Takes one line after the other; a copy of it goes on from where it stands.

    `key` is the server's public key in hex, as the outsider got it; `witnessed` a console's checkpoints by place, their
    signatures checked already.
    """

    key: str
    witnessed: dict[int, tuple[Checkpoint, ...]] = field(default_factory=dict)
    closing: Checkpoint | None = None
    line: int = 0
    place: int = 0
    hash: str = GENESIS.hex()
    epoch: str = ""
    epochs: int = 0
    checkpoints: int = 0
    agreed: int = 0
    first_at: int = 0
    last_at: int = 0
    lost: list[Break] = field(default_factory=list)

    def copy(self) -> Verifier:
        """One that stands at the same line."""
        other = copy.copy(self)
        other.lost = list(self.lost)
        return other

    def take(self, line: bytes) -> Break | None:
        """The next line; what is wrong with it, if anything."""
        self.line += 1
        if not line.endswith(b"\n"):
            return self._broken(How.TRUNCATED, f"line {self.line} is cut off in the middle.")
        return self._take_header(line) if self.line == 1 else self._take_record(line)

    def _take_header(self, line: bytes) -> Break | None:
        try:
            header = decode(line[:-1], Header)
        except InputFault as fault:
            return self._broken(How.CHANGED, f"line 1 is not the header of an exported chain ({fault.message}).")
        if encode(header) != line[:-1] or (header.format, header.version) != (FORMAT, VERSION):
            return self._broken(How.CHANGED, "the header is not as an export of this format writes it.")
        if header.key != self.key:
            return self._broken(How.REWRITTEN, "this chain was made with another key than the one given with --key.")
        if not is_signed(header.closing, self.key):
            return self._broken(How.REWRITTEN, "the closing checkpoint is not signed with the server's key.")
        self.closing = header.closing
        return None

    def _take_record(self, line: bytes) -> Break | None:
        place, closing = self.place + 1, self.closing
        try:
            record = decode(line[:-1], AuditRecord)
        except InputFault as fault:
            return self._broken(How.CHANGED, f"the record at place {place} cannot be read ({fault.message}).")
        if encode(record) != line[:-1] or not is_wellformed(record):
            return self._broken(How.CHANGED, f"the record at place {place} is not as the export wrote it.")
        if record.hash != record_hash(record):
            return self._broken(
                How.CHANGED, f"the record at place {place} was changed: its hash does not fit what it says."
            )
        if record.place != place:
            return self._out_of_order(record)
        if record.previous != self.hash:
            return self._broken(
                How.REWRITTEN,
                f"the record at place {place} was not written after the one at place {place - 1} as it stands here: "
                "one of the two was put there later, with its hash made anew.",
            )
        if closing is None or place > closing.place:
            return self._broken(
                How.INSERTED, f"the record at place {place} comes after the closing checkpoint's last one."
            )
        self.place, self.hash, self.last_at = place, record.hash, record.at
        self.first_at = self.first_at or record.at
        return self._signed_here(record, closing) or self._witnessed_here()

    def _out_of_order(self, record: AuditRecord) -> Break:
        place = self.place + 1
        if record.place > place:
            gone = f"places {place} to {record.place - 1}" if record.place - 1 > place else f"place {place}"
            return self._broken(How.DELETED, f"{gone}: the record is missing; place {record.place} stands there.")
        return self._broken(
            How.INSERTED, f"a record that says place {record.place} was put in where place {place} belongs."
        )

    def _signed_here(self, record: AuditRecord, closing: Checkpoint) -> Break | None:
        if record.kind == EPOCH:
            self.epoch = record.subject.removeprefix(f"{EPOCH}/")
            self.epochs += 1
        elif record.kind == CHECKPOINT:
            if not is_signed(checkpoint_in(record, self.epoch), self.key):
                return self._at_this(
                    How.REWRITTEN,
                    f"the checkpoint in the record at place {record.place} is not signed with the server's key: "
                    "what comes before it was written anew.",
                )
            self.checkpoints += 1
        if record.place == closing.place and (closing.hash, closing.epoch) != (record.hash, self.epoch):
            return self._at_this(
                How.REWRITTEN,
                f"the record at place {record.place} is not the one the closing checkpoint was signed over: "
                "the chain was written anew.",
            )
        return None

    def _witnessed_here(self) -> Break | None:
        for seen in self.witnessed.get(self.place, ()):
            if seen.hash == self.hash:
                self.agreed += 1
            elif seen.epoch == self.epoch:
                return self._at_this(
                    How.REWRITTEN,
                    f"a console witnessed another record at place {self.place} (checkpoint of {_utc(seen.at)}): "
                    "the chain was written anew or forked, with the server's own key.",
                )
            else:
                self.lost.append(self._restored(seen))
        return None

    def finish(self) -> Break | None:
        """The file ended; what is missing at its end, if anything."""
        closing = self.closing
        if closing is None:
            return self._broken(How.TRUNCATED, "the file is empty.")
        if self.place < closing.place:
            return self._broken(
                How.TRUNCATED,
                f"the file ends after place {self.place}; its closing checkpoint of {_utc(closing.at)} "
                f"says that there are {closing.place} records.",
            )
        beyond = [seen for place, each in sorted(self.witnessed.items()) if place > closing.place for seen in each]
        for seen in beyond:
            if seen.epoch == closing.epoch or seen.at >= closing.at:
                return self._broken(
                    How.TRUNCATED,
                    f"the chain ends at place {closing.place} ({_utc(closing.at)}), but a console witnessed place "
                    f"{seen.place} (checkpoint of {_utc(seen.at)}): the end was cut off, or the export is older.",
                )
            self.lost.append(self._restored(seen))
        return None

    def _restored(self, seen: Checkpoint) -> Break:
        return Break(
            how=How.RESTORED, place=seen.place, line=self.line,
            sentence=f"a console witnessed place {seen.place} on {_utc(seen.at)} and it is gone: since then the server "
            "was restored from an older backup, or somebody made it look so.",
        )  # fmt: skip

    def _at_this(self, how: How, sentence: str) -> Break:
        return Break(how=how, place=self.place, line=self.line, sentence=sentence)

    def _broken(self, how: How, sentence: str) -> Break:
        return Break(how=how, place=self.place + 1, line=self.line, sentence=sentence)

    def verdict(self, broken: Break | None) -> Verdict:
        """What was found so far, with that break."""
        return Verdict(
            broken=broken, lost=tuple(self.lost), records=self.place, checkpoints=self.checkpoints,
            agreed=self.agreed, restores=max(0, self.epochs - 1), first_at=self.first_at, last_at=self.last_at,
            closing=self.closing,
        )  # fmt: skip


def verify(lines: Iterable[bytes], key: str, witnessed: Iterable[Checkpoint] = ()) -> Verdict:
    """Check a whole exported chain; stops at the first break and reads on only to tell what kind it is."""
    return go_on(Verifier(key, by_place(witnessed)), iter(lines))


def go_on(verifier: Verifier, lines: Iterator[bytes]) -> Verdict:
    """Check the lines that follow those the verifier has taken."""
    for line in lines:
        broken = verifier.take(line)
        if broken is not None:
            return verifier.verdict(_told_apart(broken, verifier, line, lines))
    return verifier.verdict(verifier.finish())


def by_place(witnessed: Iterable[Checkpoint]) -> dict[int, tuple[Checkpoint, ...]]:
    """Checkpoints by their place, as the verifier takes them."""
    found: dict[int, tuple[Checkpoint, ...]] = {}
    for seen in witnessed:
        if seen not in found.get(seen.place, ()):
            found[seen.place] = (*found.get(seen.place, ()), seen)
    return found


def _told_apart(broken: Break, verifier: Verifier, line: bytes, rest: Iterator[bytes]) -> Break:
    """A missing record that stands further on was moved, not deleted; the same place twice was put in."""
    if broken.how is How.DELETED:
        if any(_place_of(later) == broken.place for later in rest):
            return Break(
                how=How.SWAPPED, place=broken.place, line=broken.line,
                sentence=f"the record of place {broken.place} stands further down: records were swapped or moved.",
            )  # fmt: skip
    elif broken.how in (How.CHANGED, How.REWRITTEN) and verifier.line > 1 and line.endswith(b"\n"):
        follower = next(rest, b"")
        if _place_of(follower) == broken.place and verifier.copy().take(follower) is None:
            return Break(
                how=How.INSERTED, place=broken.place, line=broken.line,
                sentence=f"a record was put in before place {broken.place}, which follows on the next line.",
            )  # fmt: skip
    return broken


def _place_of(line: bytes) -> int:
    try:
        return decode(line, AuditRecord).place
    except InputFault:
        return 0


def _utc(at: int) -> str:
    try:
        return instant(at).strftime("%Y-%m-%d %H:%M:%S UTC")
    except OverflowError:
        return f"{at} microseconds"
