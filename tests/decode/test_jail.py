"""What runs in the jail finds no files, no network, no new processes, little memory."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from console.decode import jail
from tests.decode.decoys import decoy, run_jailed

pytestmark = pytest.mark.usefixtures("jail_holds")


def test_reading_etc_passwd_finds_nothing():
    said, _ = run_jailed("""
for path in ("/etc/passwd", "/etc/hostname", "/proc/self/environ", "/lib/../etc/passwd", "/root", "/home", "/dev/null"):
    try:
        open(path)
        print("opened", path)
    except OSError as refused:
        print(type(refused).__name__)
""")
    assert set(said.split()) == {"FileNotFoundError"}


def test_a_symbolic_link_out_of_the_jail_cannot_be_made():
    said, _ = run_jailed("""
import os
for folder in ("/", "/site", "/site/console/decode", "/lib", "/tmp"):
    try:
        os.symlink("/etc/passwd", folder + "/door")
        print("made")
    except OSError as refused:
        print(type(refused).__name__)
""")
    assert "made" not in said


def test_nothing_of_this_machine_is_named_inside():
    said, _ = run_jailed("""
import os, sys
print(sorted(os.listdir("/")), dict(os.environ), sys.path, os.getuid(), os.uname().nodename)
""")
    assert str(Path(__file__).resolve().parents[2]) not in said
    assert "65534 jail" in said
    assert "'HOME'" not in said
    assert "'etc'" not in said


def test_a_network_call_gets_no_socket():
    said, _ = run_jailed("""
import socket
for family in (socket.AF_INET, socket.AF_INET6, socket.AF_UNIX, socket.AF_NETLINK):
    try:
        socket.socket(family, socket.SOCK_RAW)
        print("socket")
    except PermissionError:
        print("refused")
""")
    assert set(said.split()) == {"refused"}


def test_a_fork_bomb_does_not_go_off():
    said, _ = run_jailed("""
import os, subprocess
born = 0
for _ in range(200):
    try:
        if os.fork() == 0:
            os._exit(0)
        born += 1
    except PermissionError:
        pass
try:
    subprocess.run(["/lib64/ld-linux-x86-64.so.2"])
    born += 1
except OSError:
    pass
print(born)
""")
    assert said == "0\n"


def test_eating_three_gigabytes_is_stopped_at_one():
    said, _ = run_jailed("""
eaten, most = [], 0
try:
    for _ in range(48):
        eaten.append(bytearray(64 << 20))
except MemoryError:
    most = len(eaten)
    del eaten
print(most * 64)
""")
    assert 0 < int(said) < 1024


def test_filling_the_disk_writes_nothing():
    said, _ = run_jailed("""
import os
for path in ("/big", "/tmp/big", "/site/big", "/dev/shm/big"):
    try:
        os.write(os.open(path, os.O_CREAT | os.O_WRONLY), b"x")
        print("written", path)
    except OSError:
        print("refused")
try:
    os.memfd_create("big")
    print("memory file")
except PermissionError:
    print("refused")
""")
    assert set(said.split()) == {"refused"}


def test_new_namespaces_and_kernel_doors_are_refused():
    said, _ = run_jailed("""
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
print(libc.unshare(0x10000000), ctypes.get_errno())
print(libc.ptrace(0, 0, 0, 0), ctypes.get_errno())
print(libc.mount(b"a", b"/", b"tmpfs", 0, 0), ctypes.get_errno())
""")
    assert said == "-1 1\n" * 3


def test_limits_are_set_before_anything_runs():
    said, _ = run_jailed("""
import resource as r
print([r.getrlimit(name) for name in (r.RLIMIT_AS, r.RLIMIT_CPU, r.RLIMIT_FSIZE, r.RLIMIT_NOFILE, r.RLIMIT_CORE)])
""")
    assert said == f"[({1 << 30}, {1 << 30}), (10, 10), (0, 0), (32, 32), (0, 0)]\n"


def test_only_the_four_descriptors_it_needs_are_open_inside():
    """Also in a console that holds hundreds of them."""
    held = [os.open(os.devnull, os.O_RDONLY | os.O_CLOEXEC) for _ in range(300)]
    try:
        said, _ = run_jailed("""
import os
found = 0
for number in range(4096):
    try:
        os.fstat(number)
        found += 1
    except OSError:
        pass
print(found)
""")
    finally:
        for descriptor in held:
            os.close(descriptor)
    assert said == "4\n"


def test_the_locked_worker_can_open_nothing_and_make_no_code():
    said, _ = run_jailed("""
import mmap, os, threading
from console.decode import seccomp
seccomp.lock_worker()
def attempt(name, act):
    try:
        act()
        print(name)
    except (PermissionError, RuntimeError):
        pass
attempt("open", lambda: open("/site/console/__init__.py"))
attempt("list", lambda: os.listdir("/"))
attempt("exec", lambda: os.execv("/lib64/ld-linux-x86-64.so.2", ["x"]))
attempt("code", lambda: mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC))
attempt("memory", lambda: mmap.mmap(-1, 4096, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS))
thread = threading.Thread(target=lambda: print("thread"))
thread.start()
thread.join()
os.write(1, b"")
os._exit(0 if print("done", flush=True) is None else 1)
""")
    assert said.split() == ["memory", "thread", "done"]


def test_a_process_that_left_its_group_is_killed_all_the_same():
    process = jail.start(decoy("import os\nos.setsid()\nos.write(1, b'x')\nwhile True: pass"))
    inside: list[psutil.Process] = []
    try:
        while not inside:
            inside = psutil.Process(process.pid).children(recursive=True)
    finally:
        process.kill()
        process.reap()
    _, alive = psutil.wait_procs(inside, timeout=10)
    assert not alive


def test_jailed_processes_end_with_a_console_that_was_killed():
    """The console gets SIGKILL while a decoder hangs: nothing is left running."""
    code = (
        "import psutil, sys\n"
        "from console.decode import jail\n"
        "from tests.decode.decoys import decoy\n"
        "process = jail.start(decoy('while True: pass'))\n"
        "inside = []\n"
        "while len(inside) < 2: inside = psutil.Process(process.pid).children(recursive=True)\n"
        "print(*[child.pid for child in inside], process.pid, flush=True)\n"
        "sys.stdin.read()\n"
    )
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as console:
        assert console.stdout is not None
        jailed = [psutil.Process(int(pid)) for pid in console.stdout.readline().split()]
        assert len(jailed) >= 3
        console.kill()
    _, alive = psutil.wait_procs(jailed, timeout=10)
    assert not alive
