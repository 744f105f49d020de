"""The jail on Windows as designed: job object, restricted token. Untested, not in use."""

from __future__ import annotations

import ctypes
import sys
from dataclasses import dataclass

from console.decode import limits
from console.decode.jail import JailUnavailable

TRIED_ON_WINDOWS = False
"""Set only by whoever has run the nine decoys of 'bench hostile' on a Windows machine and seen all contained."""

# winnt.h
_ACTIVE_PROCESS, _PROCESS_TIME, _PROCESS_MEMORY = 0x8, 0x2, 0x100
_DIE_ON_UNHANDLED, _KILL_ON_CLOSE = 0x400, 0x2000
_UI_LIMITS_ALL = 0xFF  # no desktop, clipboard, global atoms, handles of other windows, shutdown, display settings
_EXTENDED_LIMITS, _UI_RESTRICTIONS, _NET_RATE = 9, 4, 32  # JOBOBJECTINFOCLASS
_NET_ENABLE_AND_CAP = 0x1 | 0x2
_DISABLE_MAX_PRIVILEGE = 0x1
_TOKEN_INTEGRITY_LEVEL, _SE_GROUP_INTEGRITY = 25, 0x20
_CREATE_SUSPENDED, _CREATE_NO_WINDOW = 0x4, 0x08000000
_TICKS_A_SECOND = 10_000_000

_Dword, _Size = ctypes.c_uint32, ctypes.c_size_t


class BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION: 64 bytes on 64-bit Windows."""

    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64), ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", _Dword), ("MinimumWorkingSetSize", _Size), ("MaximumWorkingSetSize", _Size),
        ("ActiveProcessLimit", _Dword), ("Affinity", _Size), ("PriorityClass", _Dword), ("SchedulingClass", _Dword),
    )  # fmt: skip


class ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION: 144 bytes on 64-bit Windows."""

    _fields_ = (
        ("Basic", BasicLimits), ("IoInfo", ctypes.c_uint64 * 6), ("ProcessMemoryLimit", _Size),
        ("JobMemoryLimit", _Size), ("PeakProcessMemoryUsed", _Size), ("PeakJobMemoryUsed", _Size),
    )  # fmt: skip


class NetRate(ctypes.Structure):
    """JOBOBJECT_NET_RATE_CONTROL_INFORMATION: 16 bytes."""

    _fields_ = (("MaxBandwidth", ctypes.c_uint64), ("ControlFlags", _Dword), ("DscpTag", ctypes.c_uint8))


@dataclass(frozen=True, slots=True)
class Confined:
    """Handles of a process that runs confined; closing `job` ends it, whatever it does."""

    process: int
    job: int
    pid: int


def job_limits() -> ExtendedLimits:
    """One process, its memory and user time bounded, killed with the last handle to its job."""
    wanted = ExtendedLimits()
    wanted.Basic.LimitFlags = _ACTIVE_PROCESS | _PROCESS_TIME | _PROCESS_MEMORY | _DIE_ON_UNHANDLED | _KILL_ON_CLOSE
    wanted.Basic.ActiveProcessLimit = 1
    wanted.Basic.PerProcessUserTimeLimit = limits.WORKER_CPU_S * _TICKS_A_SECOND
    wanted.ProcessMemoryLimit = limits.WORKER_MEMORY_BYTES
    return wanted


def start(command_line: str, folder: str) -> Confined:
    """Start `command_line` confined. The order is the point: suspended, into the job, only then let run.

    1. A token without privileges, at the untrusted level (S-1-16-0): it can write nowhere, and open no process.
    2. A job: one process, memory, time, no desktop, no bandwidth; killed when the console ends or closes it.
    3. CreateProcessAsUserW, suspended (the three handles of the wire are still to be inherited); into the job;
       ResumeThread. The worker's self-check must find every wall standing before it is given a file, as on Linux.

    Reading is the wall this leaves open: an untrusted token still reads what Everyone may. Before it may be used,
    files must be kept from it by an AppContainer without capabilities, which takes the network away as well.

    Raises:
        JailUnavailable: always, until it has been tried.
    """
    if sys.platform == "win32" and TRIED_ON_WINDOWS:
        return _start(command_line, folder)
    raise JailUnavailable(
        "jail_not_on_this_system", "The jail for Windows is written but has never been tried.",
        "Use a Linux console to look at attachments; here they can be saved, not shown.",
    )  # fmt: skip


if sys.platform == "win32":
    from ctypes import wintypes

    _kernel, _advapi = ctypes.WinDLL("kernel32", use_last_error=True), ctypes.WinDLL("advapi32", use_last_error=True)

    class _StartupInfo(ctypes.Structure):
        _fields_ = (
            ("cb", _Dword), ("reserved", wintypes.LPWSTR), ("desktop", wintypes.LPWSTR), ("title", wintypes.LPWSTR),
            ("placement", _Dword * 7), ("flags", _Dword), ("show", ctypes.c_uint16), ("reserved2", ctypes.c_uint16),
            ("reserved3", ctypes.c_void_p), ("stdin", wintypes.HANDLE), ("stdout", wintypes.HANDLE),
            ("stderr", wintypes.HANDLE),
        )  # fmt: skip

    class _ProcessInfo(ctypes.Structure):
        _fields_ = (
            ("process", wintypes.HANDLE), ("thread", wintypes.HANDLE), ("pid", _Dword), ("thread_id", _Dword),
        )  # fmt: skip

    class _Label(ctypes.Structure):
        _fields_ = (("sid", ctypes.c_void_p), ("attributes", _Dword))

    def _start(command_line: str, folder: str) -> Confined:
        job, token = _make_job(), _make_token()
        startup, made = _StartupInfo(), _ProcessInfo()
        startup.cb = ctypes.sizeof(startup)
        flags = _CREATE_SUSPENDED | _CREATE_NO_WINDOW
        line = ctypes.create_unicode_buffer(command_line)
        _must(
            _advapi.CreateProcessAsUserW(
                token, None, line, None, None, False, flags, None, folder, ctypes.byref(startup), ctypes.byref(made)
            )
        )
        if not _kernel.AssignProcessToJobObject(job, made.process):
            _kernel.TerminateProcess(made.process, 1)  # never let run outside its job
            raise ctypes.WinError(ctypes.get_last_error())
        _kernel.ResumeThread(made.thread)
        _kernel.CloseHandle(made.thread)
        _kernel.CloseHandle(token)
        return Confined(made.process, job, made.pid)

    def _make_job() -> int:
        job = _must(_kernel.CreateJobObjectW(None, None))
        extended, screens, net = job_limits(), _Dword(_UI_LIMITS_ALL), NetRate(0, _NET_ENABLE_AND_CAP, 0)
        for kind, wanted in ((_EXTENDED_LIMITS, extended), (_UI_RESTRICTIONS, screens), (_NET_RATE, net)):
            _must(_kernel.SetInformationJobObject(job, kind, ctypes.byref(wanted), ctypes.sizeof(wanted)))
        return job

    def _make_token() -> wintypes.HANDLE:
        own, restricted, untrusted = wintypes.HANDLE(), wintypes.HANDLE(), ctypes.c_void_p()
        _must(_advapi.OpenProcessToken(_kernel.GetCurrentProcess(), 0x1 | 0x2 | 0x8 | 0x80, ctypes.byref(own)))
        _must(
            _advapi.CreateRestrictedToken(
                own, _DISABLE_MAX_PRIVILEGE, 0, None, 0, None, 0, None, ctypes.byref(restricted)
            )
        )
        _must(_advapi.ConvertStringSidToSidW("S-1-16-0", ctypes.byref(untrusted)))
        label = _Label(untrusted, _SE_GROUP_INTEGRITY)
        _must(
            _advapi.SetTokenInformation(
                restricted, _TOKEN_INTEGRITY_LEVEL, ctypes.byref(label), ctypes.sizeof(label)
            )
        )
        _kernel.CloseHandle(own)
        return restricted

    def _must(answer: int) -> int:
        if not answer:
            raise ctypes.WinError(ctypes.get_last_error())
        return answer
