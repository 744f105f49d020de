"""What 'bench partition' runs: a server and desks, each behind its line, to be broken."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from console import paths
from console.bench.partition_proxy import CLEAR, LINE_FAULTS, Line
from console.contract.admin import NewUser
from console.contract.codec import decode, encode
from console.contract.fleet import NewUnit, NewUnits
from console.contract.ids import new_id
from console.contract.intake import NewSource, SourceKey
from console.domain.person import Role
from console.domain.report import SourceKind
from console.embedded import Embedded
from console.simulate.sender import Sender

UNITS = 12
STUCK_AFTER_S = 30.0
"""A queue that does not empty this long although line, desk and server are well is stuck (issue 3)."""
_PASSPHRASE = "kata sandi rekaan"  # noqa: S105  (invented, for invented people)


class ServerProcess:
    """The real server, with units and a source; the same port and database after `heal`."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "server.db"
        self.child = Embedded.start(
            [*paths.own_command(), "--profile", str(folder)],
            self.file,
            media=folder / "media",
            log=folder / "server.log",
        )
        self.well_since_s = time.monotonic()
        self.well = True
        self._sender = Sender(self.child.address, self.child.admin_key)
        units = tuple(NewUnit(id=f"patroli-{n}", call_sign=f"Patroli {n}", name="Rekaan") for n in range(UNITS))
        self._sender.post("/v1/admin/units", encode(NewUnits(units=units)))
        source = NewSource(id="warga", name="Warga (rekaan)", kind=SourceKind.CITIZEN_APP, per_second=200.0)
        key = decode(self._sender.post("/v1/admin/sources", encode(source)), SourceKey).key
        self._intake = Sender(self.child.address, key)

    def hire(self, user: str) -> None:
        """Let a person in."""
        person = NewUser(login=user, name=user.title(), role=Role.OPERATOR, passphrase=_PASSPHRASE)
        self._sender.post("/v1/admin/users", encode(person))

    def enrol_code(self) -> str:
        """A code for one workstation."""
        told = self._sender.post("/v1/admin/enrolments", b'{"uses": 1}')
        return str(json.loads(told)["code"])

    def report(self) -> None:
        """A citizen's report; waits for a server that is away."""
        body = {"id": new_id(), "text": "pohon tumbang menutup jalan (rekaan)", "lat": -7.97, "lon": 112.63}
        self._intake.post("/v1/reports", json.dumps(body).encode())

    def suffer(self, kind: str) -> None:
        """'stop' or 'kill'."""
        self.well = False
        if kind == "stop":
            os.kill(self.child.pid, signal.SIGSTOP)
        else:
            self.child.kill()

    def heal(self) -> None:
        """As before."""
        if self.child.running:
            os.kill(self.child.pid, signal.SIGCONT)
        else:
            self.child.restart()
        self.well, self.well_since_s = True, time.monotonic()

    def stop(self) -> None:
        """End it."""
        self._sender.close()
        self._intake.close()
        self.child.stop()


@dataclass
class Heard:
    """What a desk said, written down by the driver."""

    acknowledged: list[str] = field(default_factory=list)
    waiting: int = 0
    told: dict[int, tuple[str, int]] = field(default_factory=dict)
    dumped: set[str] = field(default_factory=set)
    stuck: int = 0
    stalls: int = 0
    kills: int = 0


class DeskProcess:
    """A console core as a child in its own group; acknowledgements are noted as they come over its pipe."""

    def __init__(self, number: int, folder: Path, line: Line, server: ServerProcess, order: dict[str, object]) -> None:
        self.number, self.line, self._server = number, line, server
        self.user = f"meja-{number}"
        server.hire(self.user)
        self.heard = Heard()
        self.up = threading.Event()
        self.well_since_s = time.monotonic()
        self._folder = folder / self.user
        self._folder.mkdir()
        self._order = {"profile": str(self._folder), "address": line.address, "user": self.user, **order}
        self._order["passphrase"] = _PASSPHRASE
        self._ill: set[str] = set()
        self.in_a_stall = False
        self._starts = 0
        self._deciding = True
        self._begin(server.enrol_code())

    def suffer(self, kind: str) -> None:
        """One of FAULTS."""
        self._ill.add(kind)
        if kind in LINE_FAULTS:
            self.line.become(kind)
        elif kind == "stop":
            os.killpg(self._process.pid, signal.SIGSTOP)
        else:
            self.heard.kills += 1
            os.killpg(self._process.pid, signal.SIGKILL)
            self._release()

    def heal(self, kind: str) -> None:
        """That fault is over."""
        if kind in LINE_FAULTS:
            self.line.become(CLEAR)
        elif kind == "stop":
            os.killpg(self._process.pid, signal.SIGCONT)
        else:
            self._begin("")
        self._ill.discard(kind)
        self.well_since_s = time.monotonic()

    def command(self, words: str) -> None:
        """Say something to a desk that is up; it obeys soon."""
        if words == "stop":
            self._deciding = False
        self.up.wait(60)
        if self._process.stdin is not None:
            self._process.stdin.write(words.encode() + b"\n")
            self._process.stdin.flush()

    def last_words(self) -> str:
        """The end of what it complained about."""
        return (self._folder / "desk.log").read_text("utf-8", "replace")[-600:]

    def end(self) -> None:
        """Close its input; kill it when it does not end."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._release()

    def _release(self) -> None:
        self._process.wait()
        self._reader.join()
        if self._process.stdin is not None:
            with suppress(OSError):
                self._process.stdin.close()

    def _begin(self, enrol_code: str) -> None:
        self.up.clear()
        self._starts += 1
        with (self._folder / "desk.log").open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "console.bench.partition_desk"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                cwd=paths.installation(),
                start_new_session=True,
            )
        seed = f"{self._order['seed']}/{self.number}/{self._starts}"
        order = {**self._order, "seed": seed, "enrol_code": enrol_code, "deciding": self._deciding}
        if self._process.stdin is not None:
            self._process.stdin.write(json.dumps(order).encode() + b"\n")
            self._process.stdin.flush()
        self._reader = threading.Thread(target=self._listen, args=(self._process,), name=self.user, daemon=True)
        self._reader.start()

    def _listen(self, process: subprocess.Popen[bytes]) -> None:
        for line in process.stdout or ():
            # A kill tears the last line.
            if line.endswith(b"\n"):
                self._take(json.loads(line))
        if process.stdout is not None:
            process.stdout.close()

    def _take(self, said: dict[str, object]) -> None:
        heard = self.heard
        if "ack" in said:
            heard.acknowledged.append(str(said["ack"]))
        elif "up" in said:
            self.well_since_s = time.monotonic()
            self.up.set()
        elif "turn" in said:
            heard.waiting = int(str(said["waiting"]))
            heard.told[int(str(said["turn"]))] = str(said["digest"]), heard.waiting
        elif "dumped" in said:
            heard.dumped.add(str(said["dumped"]))
        elif "waiting" in said:
            heard.waiting = int(str(said["waiting"]))
            heard.stalls += bool(said["stalled"])
            self._watch(float(str(said["oldest_s"])))

    def _watch(self, oldest_s: float) -> None:
        """Count a queue that does not empty though all has been well for STUCK_AFTER_S; once per stall."""
        well_s = time.monotonic() - max(self.well_since_s, self._server.well_since_s)
        well = not self._ill and self._server.well and well_s > STUCK_AFTER_S
        stuck = well and self.heard.waiting > 0 and oldest_s > STUCK_AFTER_S
        self.heard.stuck += stuck and not self.in_a_stall
        self.in_a_stall = stuck
