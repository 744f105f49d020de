"""Nine programs in a worker's place that try to get out, through the product's own door."""

from __future__ import annotations

import dataclasses
import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psutil

from console.bench.hostile_memory import PeakBelow
from console.decode import jail, limits, wire
from console.decode.answers_still import PICTURE
from console.decode.claims import BLOCK
from console.decode.jail import Bind, Command
from console.decode.pool import Decoder
from console.decode.refusal import Refusal, RefusalCode

_WALL_S = 1.0
_GROWN_MIB = 64
_SECRET = b"decoy-secret-that-lies-outside"

# Taken for a good worker, given a file; `escaped` answers with a picture, which the console would believe.
_PRELUDE = f"""
import os, struct
os.write(1, struct.pack({wire.HELLO.format!r}, {wire.HELLO_MAGIC!r}, 0))
os.read(0, 100)
def escaped():
    head = struct.pack({wire.HEAD.format!r}, {wire.ANSWER_MAGIC!r}, 0, {wire.Op.PHOTO:d})
    os.write(1, head + struct.pack({PICTURE.format!r}, 1, 1, 1, 1, 4) + bytes({BLOCK.size} + 4))
    os._exit(0)
"""
_HANG = "while True: pass"
_CRASH = "import ctypes\nctypes.string_at(0)\nescaped()"
_MEMORY = "eaten = [bytearray(64 << 20) for _ in range(48)]\nescaped()"
_DISK = """
for path in ("/big", "/tmp/big", "/site/big", "/site/console/big", "/dev/shm/big", "/var/tmp/big", "/lib/big"):
    try:
        number = os.open(path, os.O_CREAT | os.O_WRONLY, 0o600)
        while os.write(number, bytes(1 << 20)) and os.fstat(number).st_size < 8 << 20: pass
        escaped()
    except OSError: pass
try: os.memfd_create("big"); escaped()
except OSError: pass
"""
_FORKS = """
for _ in range(200):
    try:
        if os.fork() == 0: os._exit(0)
        escaped()
    except OSError: pass
import subprocess
try: subprocess.run(["/lib64/ld-linux-x86-64.so.2"]); escaped()
except OSError: pass
"""
_FLOOD = "while True: os.write(1, b'flood' * 100000)"
_NETWORK = """
import socket
for family in (socket.AF_INET, socket.AF_INET6, socket.AF_UNIX, socket.AF_NETLINK):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW):
        try:
            door = socket.socket(family, kind)
            if family == socket.AF_INET: door.connect(("127.0.0.1", {port}))
            escaped()
        except OSError: pass
"""
_READING = """
roots = ("", "/lib/..", "/proc/1/root", "/proc/self/root", "/site/../..")
for path in (*(root + "/etc/passwd" for root in roots), "{secret}"):
    try:
        if os.read(os.open(path, os.O_RDONLY), 10): escaped()
    except OSError: pass
"""
_SYMLINK = """
for folder in ("/", "/site", "/site/console/decode", "/lib", "/tmp", "/planted"):
    try: os.symlink("/etc", folder + "/door"); escaped()
    except OSError: pass
for path in ("/planted/door", "/planted/folder/passwd", "/planted/up"):
    try:
        if os.read(os.open(path, os.O_RDONLY), 10): escaped()
    except OSError: pass
"""


@dataclasses.dataclass(frozen=True, slots=True)
class Decoy:
    """One attempt: its name, its program, and how a console that holds may end it."""

    name: str
    code: str
    ends: frozenset[RefusalCode]


@dataclasses.dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one decoy; `why` is empty when it was contained."""

    name: str
    ended: str
    why: str


_DIED = frozenset({RefusalCode.WORKER_DIED})
_LATE = frozenset({RefusalCode.TIMED_OUT})
_LIED = frozenset({RefusalCode.WORKER_MISBEHAVED})

DECOYS = (
    Decoy("hang", _HANG, _LATE | _DIED),
    Decoy("crash", _CRASH, _DIED),
    Decoy("memory", _MEMORY, _DIED | _LATE),
    Decoy("disk", _DISK, _DIED),
    Decoy("forks", _FORKS, _DIED),
    Decoy("flood", _FLOOD, _LIED),
    Decoy("network", _NETWORK, _DIED),
    Decoy("passwd", _READING, _DIED),
    Decoy("symlink", _SYMLINK, _DIED),
)


def try_decoy(decoy: Decoy, photo: bytes) -> Outcome:
    """Give `photo` to `decoy` as the Decoder would, and look at the answer, the machine and what is left running."""
    before = {child.pid for child in _descendants(psutil.Process())}
    own_mib, peak = _own_mib(), PeakBelow()
    with tempfile.TemporaryDirectory(prefix="sigap-decoy-") as name, _listening() as (port, calls):
        planted = _plant(Path(name))
        code = _PRELUDE + decoy.code.replace("{port}", str(port)).replace("{secret}", str(Path(name) / "secret"))
        with closing(_decoder(code, planted)) as decoder, peak:
            start_s = time.monotonic()
            answer = decoder.photo(photo, 100)
            took_s = time.monotonic() - start_s
        came = len(calls)
    left = [child for child in _descendants(psutil.Process()) if child.pid not in before and _runs(child)]
    grown_mib = _own_mib() - own_mib
    why = (
        "" if isinstance(answer, Refusal) else "it got out and said so",
        "" if isinstance(answer, Refusal) and answer.code in decoy.ends else "it ended otherwise than it should",
        f"{took_s:.1f} s" if took_s > _WALL_S + limits.START_WALL_S else "",
        "it is still running" if left else "",
        f"the console grew by {grown_mib:.0f} MiB" if grown_mib > _GROWN_MIB else "",
        f"it had {peak.mib:.0f} MiB" if peak.mib > limits.WORKER_MEMORY_BYTES / limits.MIB else "",
        "it reached the network" if came else "",
    )
    ended = answer.code.value if isinstance(answer, Refusal) else "escaped"
    return Outcome(decoy.name, ended, "; ".join(said for said in why if said))


def _decoder(code: str, planted: Path) -> Decoder:
    return Decoder(warm=0, wall_s=_WALL_S, command=lambda sort: _command(code, planted))


def _own_mib() -> float:
    return float(psutil.Process().memory_info().rss) / limits.MIB


def _runs(process: psutil.Process) -> bool:
    try:
        return bool(process.status() != psutil.STATUS_ZOMBIE)
    except psutil.Error:
        return False


def _command(code: str, planted: Path) -> Command:
    """The worker's own command and view, with `code` in its place and a folder of planted links shown to it."""
    worker = jail.worker_command()
    shown = (*worker.binds, Bind(str(planted), "/planted"))
    return dataclasses.replace(worker, argv=(*worker.argv[:-3], "-c", code), binds=shown)


def _plant(folder: Path) -> Path:
    """Links that lead out of a folder the jail is shown: to a file, to a folder, upwards."""
    (folder / "secret").write_bytes(_SECRET)
    planted = folder / "planted"
    planted.mkdir()
    (planted / "door").symlink_to(folder / "secret")
    (planted / "folder").symlink_to("/etc")
    (planted / "up").symlink_to("../secret")
    return planted


@contextmanager
def _listening() -> Iterator[tuple[int, list[object]]]:
    """A door on this machine's loopback, and whoever came through it."""
    calls: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)
        done = threading.Event()
        listener = threading.Thread(target=_listen, args=(server, calls, done), name="bench-decoy-door")
        listener.start()
        try:
            yield server.getsockname()[1], calls
        finally:
            done.set()
            listener.join()


def _listen(server: socket.socket, calls: list[object], done: threading.Event) -> None:
    while not done.is_set():
        try:
            caller, address = server.accept()
        except TimeoutError:
            continue
        caller.close()
        calls.append(address)


def _descendants(process: psutil.Process) -> list[psutil.Process]:
    try:
        return list(process.children(recursive=True))
    except psutil.Error:
        return []


