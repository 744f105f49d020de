"""The jail a decoder runs in: no network, no files, little memory and time, or nothing."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from dataclasses import dataclass

from console.decode import limits
from console.decode.sort import Sort
from console.domain.errors import SetupFault


class JailUnavailable(SetupFault):
    """This machine cannot hold the jail; `code` says why, `remedy` what to do about it."""

    def __init__(self, code: str, message: str, remedy: str) -> None:
        super().__init__(code, message)
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Bind:
    """One file or folder of this machine, shown read-only in the jail at `target`."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Command:
    """What runs in the jail: arguments (paths as seen inside), what it may read, its whole environment."""

    argv: tuple[str, ...]
    binds: tuple[Bind, ...]
    environment: tuple[tuple[str, str], ...] = ()
    cpu_s: int = limits.WORKER_CPU_S


@dataclass(frozen=True, slots=True)
class JailReport:
    """Whether files can be previewed here. `code`, `why` and `remedy` are empty when it holds."""

    holds: bool
    code: str = ""
    why: str = ""
    remedy: str = ""


class Jailed:
    """A process in the jail with its three descriptors; use from one thread at a time.

    `requests` is written by us, `answers` read by us (non-blocking), `data` is an anonymous memory file
    both ends hold. Whoever starts one must `kill` and `reap` it.
    """

    def __init__(self, process: subprocess.Popen[bytes], requests: int, answers: int, data: int) -> None:
        self._process = process
        self.requests = requests
        self.answers = answers
        self.data = data

    @property
    def pid(self) -> int:
        """Number of the outermost process, which leads its own process group."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether the outermost process still runs."""
        if self._process.returncode is not None:
            return False
        # Without reaping: as long as it is not reaped, nobody else can get its number.
        try:
            return os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None
        except ChildProcessError:  # somebody else in this program reaped it
            return False

    def hand_over(self, data: bytes) -> None:
        """Put the file into the anonymous memory file and seal it, so that neither end can change it again."""
        view = memoryview(data)
        while view:
            view = view[os.write(self.data, view) :]
        os.lseek(self.data, 0, os.SEEK_SET)
        if sys.platform == "linux":
            import fcntl

            seals = fcntl.F_SEAL_WRITE | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_SEAL
            fcntl.fcntl(self.data, fcntl.F_ADD_SEALS, seals)

    def kill(self) -> None:
        """Kill the whole group, also after its leader died; what left it dies with the process namespace."""
        if self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def reap(self) -> int:
        """Wait for the end after `kill`, close the descriptors, return the exit status (negative: signal)."""
        status = self._process.wait()
        for descriptor in (self.requests, self.answers, self.data):
            with contextlib.suppress(OSError):
                os.close(descriptor)
        self.requests = self.answers = self.data = -1
        return status


def start(command: Command, stderr: int = subprocess.DEVNULL) -> Jailed:
    """Start `command` in the jail. The calling thread must live at least as long as the process.

    (The kernel ties a child's parent-death signal to the thread that started it, not to the process.)

    Raises:
        JailUnavailable: this machine cannot hold the jail.
    """
    if sys.platform == "linux":
        from console.decode import bubblewrap

        return bubblewrap.start(command, stderr)
    raise JailUnavailable(*_NOT_HERE)


def worker_command(sort: Sort = Sort.STILL) -> Command:
    """The command of a decode worker of one sort: this executable when frozen, else the worker module.

    Raises:
        JailUnavailable: this system has no jail.
    """
    if sys.platform == "linux":
        from console.decode import bubblewrap

        return bubblewrap.frozen_command(sort) if getattr(sys, "frozen", False) else bubblewrap.source_command(sort)
    raise JailUnavailable(*_NOT_HERE)


# What Windows needs is written in job_object.py. Until that has been tried on a Windows machine, files are
# refused there, never decoded.
_NOT_HERE = (
    "jail_not_on_this_system",
    f"Sigap has no jail for decoding files on {sys.platform} yet.",
    "Use a Linux console to look at attachments; here they can be saved, not shown.",
)
