"""Every way to tamper with an exported chain, and whether the verifier sees it.

A try never verifies the untouched lines before it again: the verifier's state before each line is kept, and a copy of
it goes on with what was put there. Every so often the whole file is verified instead, and must say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

import msgspec

from console.bench.audit_world import Chain
from console.contract.audit import (
    CHECKPOINT,
    EPOCH,
    AuditRecord,
    Checkpoint,
    SignedCheckpoint,
    new_key,
    public_key,
    sealed_record,
    signed_checkpoint,
)
from console.contract.audit_verify import Verifier, by_place, go_on, verify
from console.contract.codec import encode

_WHOLE_EVERY = 997
"""A prime, so that the tries verified from the first line on fall on every part of a record."""


@dataclass(slots=True)
class Tally:
    """What was tried and what nobody noticed."""

    tried: int = 0
    missed: int = 0
    first_missed: str = ""


class Tamperer:
    """Tries on one chain; `key` is what the outsider was given."""

    def __init__(self, true: Chain) -> None:
        self.true = true
        self.key = true.closing.key
        self.lines = [line + b"\n" for line in true.as_file().split(b"\n")[:-1]]
        self._witnessed = by_place(true.checkpoints())
        self._alone = self._states({})
        self._seen = self._states(self._witnessed)

    def _states(self, witnessed: dict[int, tuple[Checkpoint, ...]]) -> list[Verifier]:
        states = [Verifier(self.key, witnessed)]
        for line in self.lines:
            state = states[-1].copy()
            if state.take(line) is not None:
                raise AssertionError("the chain is broken before anybody touched it")
            states.append(state)
        if states[-1].copy().finish() is not None:
            raise AssertionError("the chain is not whole before anybody touched it")
        return states

    def _try(
        self, tally: Tally, what: str, at: int, put: list[bytes], go_on_at: int, *, witness: bool = False
    ) -> None:
        """From line `at` on `put`, then the true lines from `go_on_at` on; `witness`: with consoles' checkpoints."""
        rest = chain(put, (self.lines[index] for index in range(go_on_at, len(self.lines))))
        state = (self._seen if witness else self._alone)[at]
        found = not go_on(state.copy(), rest).whole
        tally.tried += 1
        if tally.tried % _WHOLE_EVERY == 0:
            file = [*self.lines[:at], *put, *self.lines[go_on_at:]]
            seen = self.true.checkpoints() if witness else ()
            if verify(file, self.key, seen).whole == found:
                raise AssertionError(f"verified from the start it says otherwise: {what}")
        if not found:
            tally.missed += 1
            tally.first_missed = tally.first_missed or what

    # In place

    def changes(self) -> Tally:
        """Every bit of every byte of the file, one at a time: all positions, all records, the header."""
        tally = Tally()
        for number, line in enumerate(self.lines):
            for at in range(len(line)):
                for bit in range(8):
                    changed = bytearray(line)
                    changed[at] ^= 1 << bit
                    put, go_on_at = self._spliced(number, bytes(changed))
                    self._try(tally, f"line {number + 1} byte {at} bit {bit}", number, put, go_on_at)
        return tally

    def deletions(self) -> Tally:
        """Each line, each run of up to five, and each byte."""
        tally, count = Tally(), len(self.lines)
        for number in range(count):
            for run in range(1, 6):
                if number + run <= count:
                    self._try(tally, f"lines {number + 1} to {number + run}", number, [], number + run)
        for number, line in enumerate(self.lines):
            for at in range(len(line)):
                put, go_on_at = self._spliced(number, line[:at] + line[at + 1 :])
                self._try(tally, f"line {number + 1} byte {at} away", number, put, go_on_at)
        return tally

    def _spliced(self, number: int, instead: bytes) -> tuple[list[bytes], int]:
        """Those bytes in place of a line, cut where a file's reader cuts, and the first line left as it was."""
        if instead.endswith(b"\n") or number + 1 == len(self.lines):
            return list(_cut(instead)), number + 1
        return list(_cut(instead + self.lines[number + 1])), number + 2

    def insertions(self) -> Tally:
        """Each record again at every tenth place and beside itself, and a forged one, well linked, at every place."""
        tally, count = Tally(), len(self.lines)
        for number in range(1, count + 1):
            for again in {1, number - 1, number, *range(1 + number % 10, count, 10)} & set(range(1, count)):
                self._try(tally, f"line {again + 1} again at {number + 1}", number, [self.lines[again]], number)
            forged = self._forged(number)
            self._try(tally, f"forged at line {number + 1}", number, [encode(forged) + b"\n"], number)
        return tally

    def _forged(self, number: int) -> AuditRecord:
        """A record that would fit where line `number` is: its place, the hash before it, its own hash right."""
        records = self.true.records
        like = records[min(number, len(records)) - 1]
        return sealed_record(msgspec.structs.replace(
            like, place=number, previous=self._alone[number].hash, actor="user/orang-lain", kind="decision",
            what="report.close", hash="",
        ))  # fmt: skip

    def swaps(self) -> Tally:
        """Every two lines, the header too."""
        tally, count = Tally(), len(self.lines)
        for one in range(count):
            for other in range(one + 1, count):
                put = [self.lines[other], *self.lines[one + 1 : other], self.lines[one]]
                self._try(tally, f"lines {one + 1} and {other + 1}", one, put, other + 1)
        return tally

    def truncations(self) -> Tally:
        """After every byte; and after every checkpoint with that one as the closing, against consoles' checkpoints."""
        tally, end = Tally(), len(self.lines)
        for number, line in enumerate(self.lines):
            for at in range(len(line)):
                self._try(tally, f"ends in line {number + 1} byte {at}", number, [line[:at]] if at else [], end)
        for earlier in self.true.checkpoints()[:-1]:
            header = self._header(SignedCheckpoint(checkpoint=earlier, key=self.key))
            put = [header, *self.lines[1 : 1 + earlier.place]]
            self._try(tally, f"an older end, place {earlier.place}", 0, put, end, witness=True)
        return tally

    # Anew

    def rewrites(self) -> Tally:
        """From every place on: changed, deleted or inserted, hashed anew; with no key, another, the server's own."""
        tally, other = Tally(), new_key()
        for place in range(1, len(self.true.records) + 1):
            for what, forge in (("changed", _change), ("deleted", _delete), ("inserted", _insert)):
                unsigned = self._anew(place, forge, None)
                head = self.lines[0]
                self._try(tally, f"{what} at {place}, no key", 0, [head, *unsigned[1:]], len(self.lines))
                forged = self._anew(place, forge, other)
                self._try(tally, f"{what} at {place}, signed by another", 0, [head, *forged[1:]], len(self.lines))
                self._try(tally, f"{what} at {place}, all by another", 0, forged, len(self.lines))
                own = self._anew(place, forge, self.true.private)
                self._try(tally, f"{what} at {place}, with the key", 0, own, len(self.lines), witness=True)
        return tally

    def _anew(self, place: int, forge: Callable[[list[AuditRecord], int], None], key: bytes | None) -> list[bytes]:
        """The file with the records from `place` on forged and linked again; signed with `key` if there is one."""
        records = list(self.true.records[place - 1 :])
        forge(records, place)
        state = self._alone[place]
        previous, epoch, lines = state.hash, state.epoch, list(self.lines[1:place])
        for number, record in enumerate(records, place):
            if record.kind == EPOCH:
                epoch = record.subject.removeprefix(f"{EPOCH}/")
            what = record.what
            if record.kind == CHECKPOINT and key is not None:
                what = signed_checkpoint(key, epoch, number - 1, previous, record.at).signature
            anew = sealed_record(msgspec.structs.replace(record, place=number, previous=previous, what=what, hash=""))
            previous = anew.hash
            lines.append(encode(anew) + b"\n")
        closing = self.true.closing.checkpoint
        if key is not None:
            closing = signed_checkpoint(key, epoch, len(lines), previous, closing.at)
        return [self._header(SignedCheckpoint(checkpoint=closing, key=public_key(key) if key else self.key)), *lines]

    def _header(self, signed: SignedCheckpoint) -> bytes:
        return Chain((), signed, b"").as_file()


def _cut(data: bytes) -> Iterator[bytes]:
    while data:
        end = data.find(b"\n") + 1 or len(data)
        yield data[:end]
        data = data[end:]


def _change(records: list[AuditRecord], place: int) -> None:
    records[0] = msgspec.structs.replace(records[0], actor="user/orang-lain")


def _delete(records: list[AuditRecord], place: int) -> None:
    del records[0]


def _insert(records: list[AuditRecord], place: int) -> None:
    records.insert(0, msgspec.structs.replace(records[0], kind="admin", what="key.make", subject="key/x", content=""))
