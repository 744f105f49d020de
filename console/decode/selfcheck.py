"""What a worker tries on itself before it may see a file: every attempt must fail."""

from __future__ import annotations

import os
import resource
import socket
from enum import IntFlag

from console.decode import limits


class Finding(IntFlag):
    """A wall of the jail that does not hold."""

    FILES_READABLE = 1
    FILES_WRITABLE = 2
    NETWORK = 4
    NEW_PROCESS = 8
    LIMITS = 16
    NOT_LOCKED = 32


def find_open_walls(cpu_s: int = limits.WORKER_CPU_S) -> Finding:
    """Try to read, write, connect and fork; return what succeeded (0 is good). Before the lock."""
    found = Finding(0)
    if any(os.path.exists(path) for path in ("/etc/passwd", "/proc/self", "/home", "/dev/null", "/tmp")):  # noqa: S108
        found |= Finding.FILES_READABLE
    try:
        os.close(os.open("/", os.O_WRONLY | os.O_TMPFILE, 0o600))  # without a name: leaves nothing behind
        found |= Finding.FILES_WRITABLE
    except OSError:
        pass
    try:
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()
        found |= Finding.NETWORK
    except OSError:
        pass
    return found | _fork() | _limits(cpu_s)


def find_missing_lock() -> Finding:
    """Try to open what was readable before the lock; return NOT_LOCKED if that still works."""
    try:
        os.listdir("/")
    except PermissionError:
        return Finding(0)
    return Finding.NOT_LOCKED


def _fork() -> Finding:
    try:
        child = os.fork()
    except OSError:
        return Finding(0)
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    return Finding.NEW_PROCESS


def _limits(cpu_s: int) -> Finding:
    wanted = (
        (resource.RLIMIT_AS, limits.WORKER_MEMORY_BYTES),
        (resource.RLIMIT_CPU, cpu_s),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, limits.WORKER_OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    )
    for name, most in wanted:
        _, hard = resource.getrlimit(name)
        if hard == resource.RLIM_INFINITY or hard > most:
            return Finding.LIMITS
    return Finding(0)
