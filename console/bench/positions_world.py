"""What 'bench positions' runs: servers, a thousand units with devices, senders, listeners."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert

from console import paths
from console.bench.positions_hearers import HeardOf, Listening
from console.bench.positions_load import MARK, Plan, Played
from console.contract.admin import NewUser
from console.contract.codec import decode, encode
from console.contract.fleet import NewUnit, NewUnits
from console.contract.session import DESK_HEADER, Enrolled, SignedIn
from console.domain.person import Role
from console.embedded import Embedded
from console.server import tables
from console.server.database import Database
from console.server.migrations import bring_up_to_date
from console.server.tokens import hash_of
from console.simulate.sender import Sender

UNITS = 1_000
PERSON, PASSPHRASE = "sari", "kata sandi rekaan"


def unit_id(number: int) -> str:
    """The id of a unit by its number."""
    return f"patroli-{number}"


def _token(number: int) -> str:
    return f"rahasia-rekaan-{number:028d}"


@dataclass(frozen=True, slots=True)
class Process:
    """A process under load: the port it answers on, and how much CPU it has used."""

    port: int
    pid: int

    def cpu_s(self) -> float:
        """Seconds of CPU so far, all its threads, to the nanosecond (proc(5), task/*/schedstat)."""
        tasks = Path(f"/proc/{self.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text("ascii").split()[0]) for task in tasks) / 1e9


class Center:
    """The central server as a child on a new database in `folder`: units enrolled, a device each, a person."""

    def __init__(self, folder: Path, command: Sequence[str] = (), units: int = UNITS) -> None:
        """`command` starts another program than this one: one with a bug planted."""
        folder.mkdir(parents=True)
        self.folder, self.units = folder, units
        self._file = folder / "server.db"
        _enrol_devices(self._file, units)
        self._child = Embedded.start(
            [*(command or paths.own_command()), "--profile", str(folder)], self._file,
            media=folder / "media", log=folder / "server.log",
        )  # fmt: skip
        self._sender = Sender(self.address, self.admin_key)
        made = [NewUnit(id=unit_id(n), call_sign=f"Patroli {n}", name="Rekaan") for n in range(units)]
        for first in range(0, units, 500):
            self._sender.post("/v1/admin/units", encode(NewUnits(units=tuple(made[first : first + 500]))))
        person = NewUser(login=PERSON, name="Sari (rekaan)", role=Role.OPERATOR, passphrase=PASSPHRASE)
        self._sender.post("/v1/admin/users", encode(person))

    @property
    def address(self) -> str:
        """Base URL."""
        return self._child.address

    @property
    def admin_key(self) -> str:
        """The key of its administrator's program."""
        return self._child.admin_key

    @property
    def enrol_code(self) -> str:
        """A one-time code for a workstation."""
        return decode(self._sender.post("/v1/admin/enrolments", b'{"uses": 1, "valid_h": 1.0}'), _Code).code

    @property
    def process(self) -> Process:
        """The server's process."""
        return Process(self._child.port, self._child.pid)

    def single_fixes(self) -> tuple[bytes, ...]:
        """A request a device: Traccar Client's POST and OsmAnd's GET by turns, the time left open."""
        return tuple(
            b"%s /p/osmand/%s?id=%d&timestamp=%s&lat=-7.%04d&lon=112.%04d&speed=12.4&bearing=181.0&altitude=442.0"
            b"&accuracy=6.2&batt=81.0 HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUser-Agent: Traccar Client\r\n%s\r\n"
            % (b"POST" if n % 2 else b"GET", _token(n).encode(), n, MARK, 9000 + n % 900, 6000 + n % 900,
               self._child.port, b"Content-Length: 0\r\n" if n % 2 else b"")
            for n in range(self.units)
        )  # fmt: skip

    def lists(self, length: int) -> tuple[bytes, ...]:
        """Requests of the list form, `length` fixes each; together every unit once."""
        return tuple(self._list(first, length) for first in range(0, self.units, length))

    def _list(self, first: int, length: int) -> bytes:
        fix = '{"unit_id":"%s","at":"@AT@","lat":-7.%04d,"lon":112.%04d,"speed_m_s":6.4,"course_deg":181.0}'
        body = '{"fixes":[' + ",".join(
            fix % (unit_id(n), 9000 + n % 900, 6000 + n % 900) for n in range(first, min(self.units, first + length))
        ) + "]}"  # fmt: skip
        sent = len(body) + body.count("@AT@") * (len("2026-11-22T13:00:00.000+00:00") - len(MARK))
        head = (
            f"POST /v1/positions HTTP/1.1\r\nHost: 127.0.0.1:{self._child.port}\r\nContent-Type: application/json\r\n"
            f"Authorization: Bearer {self.admin_key}\r\nContent-Length: {sent}\r\n\r\n"
        )
        return (head + body).encode()

    def stored(self) -> set[tuple[str, int]]:
        """Unit and time in ms of every fix in the database file itself."""
        database = Database(f"sqlite:///{self._file}")
        try:
            with database.read() as connection:
                rows = connection.exec_driver_sql("SELECT unit_id, at FROM position_history").all()
        finally:
            database.close()
        return {(str(unit), int(at) // 1000) for unit, at in rows}

    def stream_request(self) -> bytes:
        """The head that opens a signed-in person's stream, of a workstation enrolled for it."""
        desk = decode(self._sender.post("/v1/enrol", encode({"code": self.enrol_code, "name": "bench"})), Enrolled)
        credential = f"{desk.desk_id}:{desk.desk_secret}"
        self._sender._session.headers[DESK_HEADER] = credential
        signed_in = decode(
            self._sender.post("/v1/sign-in", encode({"user": PERSON, "passphrase": PASSPHRASE})), SignedIn
        )
        return (
            f"GET /v1/stream HTTP/1.1\r\nHost: 127.0.0.1\r\n{DESK_HEADER}: {credential}\r\n"
            f"Authorization: Bearer {signed_in.access_token}\r\n\r\n"
        ).encode()

    def kill(self) -> None:
        """A power cut."""
        self._child.kill()

    def restart(self) -> None:
        """On the same database."""
        self._child.restart()

    def stop(self) -> None:
        """End it."""
        self._sender.close()
        self._child.stop()


@dataclass(frozen=True, slots=True)
class _Code:
    code: str


def _enrol_devices(file: Path, units: int) -> None:
    """Straight into the new file: what a thousand audited enrolments take is not what is measured."""
    database = Database(f"sqlite:///{file}")
    try:
        bring_up_to_date(database)
        with database.write() as tx:
            tx.execute(insert(tables.devices), [
                {"token_hash": hash_of(_token(n)), "unit_id": unit_id(n), "device_id": str(n),
                 "created_at": datetime.now(UTC)} for n in range(units)
            ])  # fmt: skip
    finally:
        database.close()


class Playing:
    """A sender at work."""

    def __init__(self, plan: Plan) -> None:
        self._process = _child("positions_load")
        assert self._process.stdin is not None
        self._process.stdin.write(encode(plan))
        self._process.stdin.close()
        self.plan = plan

    @property
    def running(self) -> bool:
        """Whether it still sends."""
        return self._process.poll() is None

    def result(self) -> Played:
        """What came of it; waits until it has ended."""
        assert self._process.stdout is not None
        told = self._process.stdout.read()
        self._process.wait()
        self._process.stdout.close()
        return decode(told, Played)

    def noted(self) -> list[tuple[int, int]]:
        """Request and time in ms of each request that was answered 200."""
        lines = Path(self.plan.noted).read_text("ascii").splitlines()
        return [(int(request), int(at_ms)) for request, _, at_ms in (line.partition(" ") for line in lines)]


@contextmanager
def listening(told: Listening) -> Iterator[list[HeardOf]]:
    """Open streams while the block lasts; the list holds what they heard when it has ended."""
    process = _child("positions_hearers")
    found: list[HeardOf] = []
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(encode(told) + b"\n")
        process.stdin.flush()
        process.stdout.readline()
        yield found
        process.stdin.close()
        found.append(decode(process.stdout.read(), HeardOf))
    finally:
        if not process.stdin.closed:
            process.stdin.close()
        process.wait()
        process.stdout.close()


@contextmanager
def bare(kind: str) -> Iterator[Process]:
    """A bare route in a process of its own; kind asgi or litestar."""
    process = _child("positions_bare", kind)
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        yield Process(int(process.stdout.readline()), process.pid)
    finally:
        process.stdin.close()
        process.wait()
        process.stdout.close()


def _child(module: str, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", f"console.bench.{module}", *arguments]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=paths.installation())
