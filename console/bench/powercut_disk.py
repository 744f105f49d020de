"""A disk after a power cut: what was synced is there, of the rest any part may be.

Of what was written but not synced, each mode keeps another part: nothing, everything, all up to some moment, some whole
writes, or some 512-byte sectors of each. Keeping a later write and not an earlier one is what reordering comes to.
Creations, renames and removals stand once the folder was synced; until then each may be undone by itself.
"""

from __future__ import annotations

import random
from bisect import bisect_right
from collections.abc import Iterable
from pathlib import Path

from console.bench.powercut_trace import Change, Naming, Sync, Trace, Truncation, Write

SECTOR_BYTES = 512
MODES = ("nothing", "everything", "prefix", "writes", "sectors", "sectors")


class Disk:
    """All moments of one trace."""

    def __init__(self, trace: Trace) -> None:
        self._trace = trace
        syncs: dict[int, list[Sync]] = {}
        for sync in trace.syncs:
            syncs.setdefault(sync.file, []).append(sync)
        self._syncs = {file: _earliest_ends(found) for file, found in syncs.items()}
        self._safe_from = [self._safe(change) for change in trace.changes]

    def _safe(self, change: Change) -> int:
        """The line from which on nothing takes this change away: a sync begun after it has ended."""
        file = 0 if isinstance(change, Naming) else change.file
        begins, ends = self._syncs.get(file, ([], []))
        place = bisect_right(begins, change.ended)
        return ends[place] if place < len(ends) else self._trace.lines + 1

    def cut(self, line: int, chance: random.Random) -> dict[str, bytes]:
        """Names and contents of the folder when the power goes as this line of the trace begins."""
        mode = chance.choice(MODES)
        last = chance.randint(0, line)
        names: dict[str, int] = {}
        files: dict[int, bytearray] = {}
        for change, safe_from in zip(self._trace.changes, self._safe_from, strict=True):
            if change.begun >= line:
                break
            safe = safe_from < line
            if isinstance(change, Naming):
                if safe or _kept(mode, change, last, chance):
                    _name(names, change)
            elif safe or (mode != "sectors" and _kept(mode, change, last, chance)):
                _apply(files.setdefault(change.file, bytearray()), change)
            elif mode == "sectors":
                _apply_some(files.setdefault(change.file, bytearray()), change, chance)
        return {name: bytes(files.get(file, b"")) for name, file in names.items()}


def _earliest_ends(syncs: list[Sync]) -> tuple[list[int], list[int]]:
    """Where each sync began, in order, and the earliest end of it and all begun later."""
    ordered = sorted(syncs, key=lambda sync: sync.begun)
    ends = [sync.ended for sync in ordered]
    for place in range(len(ends) - 2, -1, -1):
        ends[place] = min(ends[place], ends[place + 1])
    return [sync.begun for sync in ordered], ends


def _kept(mode: str, change: Change, last: int, chance: random.Random) -> bool:
    if mode in ("nothing", "everything"):
        return mode == "everything"
    return change.begun < last if mode == "prefix" else chance.random() < 0.5


def _name(names: dict[str, int], change: Naming) -> None:
    if change.was:
        names.pop(change.was, None)
    if change.file:
        names[change.name] = change.file
    else:
        names.pop(change.name, None)


def _apply(content: bytearray, change: Write | Truncation) -> None:
    if isinstance(change, Truncation):
        del content[change.size_bytes :]
        content.extend(bytes(change.size_bytes - len(content)))
        return
    _put(content, change.at_byte, change.data)


def _apply_some(content: bytearray, change: Write | Truncation, chance: random.Random) -> None:
    """Each sector a write touches is there or not; the file is as long as the last of them asks for."""
    if isinstance(change, Truncation):
        if chance.random() < 0.5:
            _apply(content, change)
        return
    end = change.at_byte + len(change.data)
    for start, stop in _sectors(change.at_byte, end):
        if chance.random() < 0.5:
            _put(content, start, change.data[start - change.at_byte : stop - change.at_byte])


def _sectors(start: int, end: int) -> Iterable[tuple[int, int]]:
    while start < end:
        stop = min(end, (start // SECTOR_BYTES + 1) * SECTOR_BYTES)
        yield start, stop
        start = stop


def _put(content: bytearray, at_byte: int, data: bytes) -> None:
    if at_byte > len(content):
        content.extend(bytes(at_byte - len(content)))
    content[at_byte : at_byte + len(data)] = data


def write_image(files: dict[str, bytes], folder: Path) -> None:
    """Make the folder as the power cut left it."""
    for name, content in files.items():
        (folder / name).write_bytes(content)


def lines_of(trace: Trace, name: str) -> tuple[int, int]:
    """From which to which line a file of that name was there: created, then renamed or removed."""
    begun = [change.begun for change in trace.changes if isinstance(change, Naming) and name in (change.name,)]
    ended = [change.ended for change in trace.changes if isinstance(change, Naming) and name == change.was]
    return (min(begun), max(ended)) if begun and ended else (0, 0)


def said_before(trace: Trace, line: int) -> list[str]:
    """What the process had said when that line began."""
    lines = [at for at, _ in trace.said]
    return [text for _, text in trace.said[: bisect_right(lines, line - 1)]]
