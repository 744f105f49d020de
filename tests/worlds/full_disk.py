"""A disk without room, for the store only: SQLite's own system calls answer ENOSPC.

A limit on the size of files (RLIMIT_FSIZE) would not do: the kernel holds it against shared memory too, and a
map that cannot get any ends the process, which no full disk does (/dev/shm is memory).
"""

from __future__ import annotations

import ctypes
import errno

from sqlcipher3 import _sqlite3

# https://www.sqlite.org/c3ref/vfs.html: the fields before xSetSystemCall, three ints first.
_POINTERS_BEFORE = ("next", "name", "app", *(f"x{number}" for number in range(13)))
_SET = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)
_CALL = ctypes.CFUNCTYPE(ctypes.c_ssize_t, ctypes.c_int, ctypes.c_void_p, ctypes.c_ssize_t, use_errno=True)
_WRITES = (b"write", b"pwrite", b"pwrite64")


class _Vfs(ctypes.Structure):
    _fields_ = (
        *((name, ctypes.c_int) for name in ("version", "file_size", "longest_path")),
        *((name, ctypes.c_void_p) for name in _POINTERS_BEFORE),
        ("set_system_call", _SET),
    )


def _no_room(_file: int, _bytes: int, _count: int) -> int:
    ctypes.set_errno(errno.ENOSPC)
    return -1


_refuse = _CALL(_no_room)  # kept: SQLite holds no reference to it


def fill() -> None:
    """From now on no write of SQLite in this process succeeds: ENOSPC, as write(2) has it on a full disk."""
    _set(ctypes.cast(_refuse, ctypes.c_void_p))


def free() -> None:
    """There is room again."""
    _set(None)


def _set(call: ctypes.c_void_p | None) -> None:
    library = ctypes.CDLL(str(_sqlite3.__file__))
    library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
    vfs = library.sqlite3_vfs_find(None)
    for name in _WRITES:
        vfs.contents.set_system_call(ctypes.cast(vfs, ctypes.c_void_p), name, call)
