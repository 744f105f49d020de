"""Reads what strace saw of one process: every write, sync, rename and removal in a folder.

Times are line numbers of the trace: a call begins on one line and ends on the same or, interrupted, on a later one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

CALLS = (
    "openat,open,creat,close,dup,dup2,dup3,fcntl,lseek,write,pwrite64,writev,pwritev,pwritev2,ftruncate,truncate,"
    "fallocate,fsync,fdatasync,sync_file_range,rename,renameat,renameat2,unlink,unlinkat,link,linkat"
)
"""What is traced. Memory-mapped files do not show: of ours only the log's index is one, and it is never needed."""

_WHOLE = re.compile(r"(\d+) +(\w+)\((.*)\) += (-?\d+)(?: .*)?$", re.DOTALL)
_BEGUN = re.compile(r"(\d+) +(\w+)\((.*) <unfinished \.\.\.>$", re.DOTALL)
_ENDED = re.compile(r"(\d+) +<\.\.\. (\w+) resumed>(.*)\) += (-?\d+)(?: .*)?$", re.DOTALL)
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Write:
    """Bytes into a file."""

    begun: int
    ended: int
    file: int
    at_byte: int
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Truncation:
    """A file's new length."""

    begun: int
    ended: int
    file: int
    size_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sync:
    """A file, or the folder (file 0), is on disk as it was when this began."""

    begun: int
    ended: int
    file: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A name of the folder means a file from now on, or none (file 0); `was` is the name it had before."""

    begun: int
    ended: int
    name: str
    file: int
    was: str = ""


Change = Write | Truncation | Naming


@dataclass(slots=True)
class Trace:
    """What happened, in order; `said` are (line, text) of each write to standard output."""

    changes: list[Change] = field(default_factory=list)
    syncs: list[Sync] = field(default_factory=list)
    said: list[tuple[int, str]] = field(default_factory=list)
    lines: int = 0


@dataclass(frozen=True, slots=True)
class _Call:
    name: str
    arguments: str
    answer: int
    begun: int
    ended: int


def read_trace(file: Path, folder: Path) -> Trace:
    """The trace in `file`, of what was done to the files of `folder`."""
    reader = _Reader(str(folder))
    with file.open(encoding="ascii", errors="strict") as lines:
        for call in _calls(lines):
            reader.take(call)
    reader.trace.lines = reader.last
    return reader.trace


def _calls(lines: Iterable[str]) -> Iterator[_Call]:
    begun: dict[str, tuple[int, str]] = {}
    for number, line in enumerate(lines):
        if whole := _WHOLE.match(line.rstrip("\n")):
            yield _Call(whole[2], whole[3], int(whole[4]), number, number)
        elif start := _BEGUN.match(line.rstrip("\n")):
            begun[start[1]] = number, start[3]
        elif end := _ENDED.match(line.rstrip("\n")):
            since, arguments = begun.pop(end[1], (number, ""))
            yield _Call(end[2], arguments + end[3], int(end[4]), since, number)


class _Reader:
    """Follows file descriptors and names; what does not concern the folder is passed over."""

    def __init__(self, folder: str) -> None:
        self.trace = Trace()
        self.last = 0
        self._folder = folder
        self._files: dict[int, int] = {}
        self._places: dict[int, int] = {}
        self._sizes: dict[int, int] = {}
        self._names: dict[str, int] = {}
        self._made = 0
        self._takers: dict[str, Callable[[_Call], None]] = {
            "openat": self._open, "open": self._open, "creat": self._open, "close": self._close,
            "lseek": self._seek, "write": self._write, "pwrite64": self._write,
            "ftruncate": self._truncate, "fsync": self._sync, "fdatasync": self._sync,
            "rename": self._rename, "renameat": self._rename, "renameat2": self._rename,
            "unlink": self._unlink, "unlinkat": self._unlink,
        }  # fmt: skip

    def take(self, call: _Call) -> None:
        self.last = max(self.last, call.ended)
        if call.answer < 0:
            return
        taker = self._takers.get(call.name)
        if taker is not None:
            taker(call)
        elif self._number(call) in self._files and call.name != "fcntl":
            raise ValueError(f"{call.name} on a file of the profile: the model of the disk does not know it")

    def _paths(self, call: _Call) -> list[str]:
        return [bytes.fromhex(text.replace("\\x", "")).decode() for text in _TEXT.findall(call.arguments)]

    def _name(self, path: str) -> str | None:
        """The name in the folder; '' is the folder itself, None elsewhere or a log's index."""
        if path == self._folder:
            return ""
        inside = path.startswith(self._folder + "/") and not path.endswith(("-shm", ".lock"))
        return path[len(self._folder) + 1 :] if inside else None

    @staticmethod
    def _number(call: _Call) -> int:
        head = call.arguments.partition(",")[0]
        return int(head) if head.isdigit() else -1

    def _open(self, call: _Call) -> None:
        name = self._name(self._paths(call)[0])
        self._files.pop(call.answer, None)
        if name is None:
            return
        if name == "":
            self._files[call.answer] = 0
            return
        if name not in self._names:
            self._made += 1
            self._names[name] = self._made
            self._sizes[self._made] = 0
            self._named(call, name, self._made)
        file = self._names[name]
        self._files[call.answer], self._places[call.answer] = file, 0
        if "O_TRUNC" in call.arguments:
            self._sizes[file] = 0
            self.trace.changes.append(Truncation(begun=call.begun, ended=call.ended, file=file, size_bytes=0))

    def _close(self, call: _Call) -> None:
        self._files.pop(self._number(call), None)

    def _seek(self, call: _Call) -> None:
        self._places[self._number(call)] = call.answer

    def _write(self, call: _Call) -> None:
        number = self._number(call)
        if number == 1:
            text = bytes.fromhex(_TEXT.findall(call.arguments)[0].replace("\\x", "")).decode()
            self.trace.said += [(call.begun, line) for line in text.splitlines()]
        file = self._files.get(number)
        if not file:
            return
        found = _TEXT.search(call.arguments)
        data = bytes.fromhex(found[1].replace("\\x", ""))[: call.answer] if found else b""
        if len(data) != call.answer:
            raise ValueError("strace cut a write short")
        if call.name == "pwrite64":
            at_byte = int(call.arguments.rpartition(",")[2])
        else:
            at_byte = self._places[number]
            self._places[number] += len(data)
        self._sizes[file] = max(self._sizes[file], at_byte + len(data))
        self.trace.changes.append(Write(begun=call.begun, ended=call.ended, file=file, at_byte=at_byte, data=data))

    def _truncate(self, call: _Call) -> None:
        file = self._files.get(self._number(call))
        if file:
            size = int(call.arguments.rpartition(",")[2])
            self.trace.changes.append(Truncation(begun=call.begun, ended=call.ended, file=file, size_bytes=size))

    def _sync(self, call: _Call) -> None:
        file = self._files.get(self._number(call))
        if file is not None:
            self.trace.syncs.append(Sync(begun=call.begun, ended=call.ended, file=file))

    def _rename(self, call: _Call) -> None:
        was, name = (self._name(path) for path in self._paths(call)[:2])
        if was and name:
            file = self._names.pop(was)
            self._names[name] = file
            self._named(call, name, file, was)

    def _unlink(self, call: _Call) -> None:
        name = self._name(self._paths(call)[0])
        if name:
            self._names.pop(name, None)
            self._named(call, name, 0)

    def _named(self, call: _Call, name: str, file: int, was: str = "") -> None:
        self.trace.changes.append(Naming(begun=call.begun, ended=call.ended, name=name, file=file, was=was))
