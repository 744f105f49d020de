"""System-call filters: one for every jailed process, a tighter one for the worker."""

from __future__ import annotations

import ctypes
import errno
import os
import struct
from collections.abc import Sequence
from dataclasses import dataclass

# Classic BPF over struct seccomp_data (linux/seccomp.h, linux/bpf_common.h).
_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER_AT, _ARCH_AT, _ARG0_AT, _ARG2_AT = 0, 4, 16, 32
_ALLOW, _KILL, _ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
_CLONE_THREAD = 0x00010000
_PROT_EXEC = 4
_X32_BIT = 0x40000000  # x86_64 kernels answer a second set of numbers: refuse them all

_Instruction = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class _Machine:
    """Audit number of an architecture, its column in the tables below, and its seccomp(2) number."""

    audit: int
    column: int
    seccomp: int


_MACHINES = {"x86_64": _Machine(0xC000003E, 0, 317), "aarch64": _Machine(0xC00000B7, 1, 277)}

_CLONE, _CLONE3 = (56, 220), (435, 435)
_MMAP, _MPROTECT = (9, 222), (10, 226)

# Numbers: (x86_64, aarch64), from the kernel's syscall tables; -1 where an architecture has none.
_REFUSED_TO_ALL = {
    "fork": (57, -1), "vfork": (58, -1), "socket": (41, 198), "socketpair": (53, 199), "connect": (42, 203),
    "bind": (49, 200), "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271),
    "mount": (165, 40), "umount2": (166, 39), "pivot_root": (155, 41), "chroot": (161, 51),
    "unshare": (272, 97), "setns": (308, 268), "bpf": (321, 280), "perf_event_open": (298, 241),
    "add_key": (248, 217), "request_key": (249, 218), "keyctl": (250, 219), "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425), "io_uring_enter": (426, 426), "io_uring_register": (427, 427),
    "init_module": (175, 105), "finit_module": (313, 273), "delete_module": (176, 106),
    "kexec_load": (246, 104), "kexec_file_load": (320, 294), "personality": (135, 92),
    "memfd_create": (319, 279), "memfd_secret": (447, 447), "shmget": (29, 194), "semget": (64, 190),
    "msgget": (68, 186), "mq_open": (240, 180), "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265), "open_tree": (428, 428), "move_mount": (429, 429), "fsopen": (430, 430),
    "fsconfig": (431, 431), "fsmount": (432, 432), "fspick": (433, 433), "mount_setattr": (442, 442),
    "swapon": (167, 224), "reboot": (169, 142), "syslog": (103, 116), "acct": (163, 89),
    "quotactl": (179, 60), "kcmp": (312, 272), "fanotify_init": (300, 262), "pidfd_open": (434, 434),
    "pidfd_getfd": (438, 438), "process_madvise": (440, 440), "modify_ldt": (154, -1), "ioperm": (173, -1),
    "iopl": (172, -1),
}  # fmt: skip
_ALLOWED_TO_WORKER = {
    "read": (0, 63), "write": (1, 64), "close": (3, 57), "fstat": (5, 80), "lseek": (8, 62),
    "munmap": (11, 215), "brk": (12, 214), "mremap": (25, 216), "madvise": (28, 233),
    "rt_sigaction": (13, 134), "rt_sigprocmask": (14, 135), "rt_sigreturn": (15, 139),
    "sigaltstack": (131, 132), "sched_yield": (24, 124),
    "getpid": (39, 172), "gettid": (186, 178), "futex": (202, 98), "set_robust_list": (273, 99),
    "rseq": (334, 293), "clock_gettime": (228, 113), "clock_nanosleep": (230, 115), "nanosleep": (35, 101),
    "gettimeofday": (96, 169), "getrandom": (318, 278), "restart_syscall": (219, 128), "tgkill": (234, 131),
    "exit": (60, 93), "exit_group": (231, 94),
}  # fmt: skip
_GET_AFFINITY = (204, 123)
"""How many processors there are: whoever may not start threads need not know, and FFmpeg then wants none."""


def machine_supported() -> bool:
    """Whether the tables know this machine's architecture; without it there is no jail."""
    return os.uname().machine in _MACHINES


def outer_program() -> bytes:
    """Filter for every process in the jail (bwrap --seccomp): no new process, socket, mount or kernel door.

    Threads stay allowed: RLIMIT_AS bounds them. RLIMIT_NPROC would hold nothing for root.
    """
    machine = _MACHINES[os.uname().machine]
    program = _opening(machine)
    for numbers in _REFUSED_TO_ALL.values():
        program += _when(numbers[machine.column], _ERRNO | errno.EPERM)
    program += _when(_CLONE3[machine.column], _ERRNO | errno.ENOSYS)  # its flags are behind a pointer
    program += _threads_only(machine)
    return _assemble([*program, (_RETURN, 0, 0, _ALLOW)])


def worker_program(*, threads: bool = True) -> bytes:
    """Filter for the warmed worker: reading, writing, memory and, if it must, threads; no open, no exec, no code."""
    machine = _MACHINES[os.uname().machine]
    program = _opening(machine)
    for numbers in _ALLOWED_TO_WORKER.values():
        program += _when(numbers[machine.column], _ALLOW)
    for number in (_MMAP[machine.column], _MPROTECT[machine.column]):
        program += _unless_bit(number, _ARG2_AT, _PROT_EXEC)
    program += _when(_CLONE3[machine.column], _ERRNO | errno.ENOSYS)
    if threads:
        program += _when(_GET_AFFINITY[machine.column], _ALLOW)
        program += _threads_only(machine)
    return _assemble([*program, (_RETURN, 0, 0, _ERRNO | errno.EPERM)])


def lock_worker(*, threads: bool = True) -> None:
    """Put every thread of this process under `worker_program` for the rest of its life.

    Raises:
        OSError: the kernel refused the filter.
    """
    code = worker_program(threads=threads)
    buffer = ctypes.create_string_buffer(code, len(code))
    # struct sock_fprog: unsigned short count, padding, pointer.
    program = struct.pack("@H6xQ", len(code) // 8, ctypes.addressof(buffer))
    libc = ctypes.CDLL(None, use_errno=True)
    set_no_new_privs, set_mode_filter, flag_tsync = 38, ctypes.c_long(1), ctypes.c_long(1)
    on, off = ctypes.c_ulong(1), ctypes.c_ulong(0)
    if libc.prctl(set_no_new_privs, on, off, off, off) != 0:
        raise OSError(ctypes.get_errno(), "no_new_privs")
    number = ctypes.c_long(_MACHINES[os.uname().machine].seccomp)
    if libc.syscall(number, set_mode_filter, flag_tsync, program) != 0:
        raise OSError(ctypes.get_errno(), "seccomp")


def _opening(machine: _Machine) -> list[_Instruction]:
    return [
        (_LOAD, 0, 0, _ARCH_AT),
        (_EQUAL, 1, 0, machine.audit),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER_AT),
        (_AT_LEAST, 0, 1, _X32_BIT),
        (_RETURN, 0, 0, _ERRNO | errno.EPERM),
    ]


def _when(number: int, verdict: int) -> list[_Instruction]:
    return [] if number < 0 else [(_EQUAL, 0, 1, number), (_RETURN, 0, 0, verdict)]


def _unless_bit(number: int, argument_at: int, bit: int) -> list[_Instruction]:
    """Allow call `number` unless `bit` is set in the low word of the argument at that offset."""
    return [
        (_EQUAL, 0, 4, number),
        (_LOAD, 0, 0, argument_at),
        (_ANY_BIT, 0, 1, bit),
        (_RETURN, 0, 0, _ERRNO | errno.EPERM),
        (_RETURN, 0, 0, _ALLOW),
    ]


def _threads_only(machine: _Machine) -> list[_Instruction]:
    return [
        (_EQUAL, 0, 4, _CLONE[machine.column]),
        (_LOAD, 0, 0, _ARG0_AT),
        (_ANY_BIT, 1, 0, _CLONE_THREAD),
        (_RETURN, 0, 0, _ERRNO | errno.EPERM),
        (_RETURN, 0, 0, _ALLOW),
    ]


def _assemble(program: Sequence[_Instruction]) -> bytes:
    """Struct sock_filter: u16 code, u8 jump if true, u8 jump if false, u32 operand."""
    return b"".join(struct.pack("=HBBI", *instruction) for instruction in program)
