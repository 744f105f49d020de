"""What 'bench downloads' runs: a server full of files, a desk behind a line that is cut."""

from __future__ import annotations

import asyncio
import random
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from console.contract.admin import NewEnrolment, NewUser
from console.contract.ids import new_id
from console.contract.intake import NewReport, NewSource
from console.domain.attachment import Attachment
from console.domain.errors import NetworkFault
from console.domain.file_kind import JPEG
from console.domain.person import Role
from console.domain.report import SourceKind
from console.remote.server import Server
from console.remote.transport import Credentials, Transport
from console.server.intake.form import File
from console.server.intake.reports import let_go, receive
from console.server.main import CentralServer, bind, build
from console.server.parts import Parts, assemble
from console.store.slots import Cost, Slots
from console.store.store import Store
from console.sync.loop import SyncLoop
from console.sync.media import Downloads
from console.sync.server_clock import ServerClock
from console.sync.session import Session

_PASSPHRASE = "kata sandi rekaan"  # noqa: S105 -- invented, for a server that lives a minute
_ENCODED = "$argon2id$v=19$m=64,t=1,p=1$/wAfICPgGPwAKQ4FhA7w4A$KGrd9dUlHothrCfKDqRCifHguBBudLlHZCYcqMGuj+g"
"""The same, hashed as cheaply as the server's library allows: no proof here waits for that."""
_PER_REPORT = 10
_JPEG = b"\xff\xd8\xff\xe0"
CHEAP = Cost(memory_kib=8, passes=1, lanes=1)


def sizes_of(count: int, chance: random.Random) -> list[int]:
    """Bytes of each file: most as photos sent over a chat, some larger, a few above a megabyte."""
    found = []
    for _ in range(count):
        kind = chance.random()
        most = 60_000 if kind < 0.7 else 400_000 if kind < 0.95 else 2_000_000
        found.append(chance.randint(most // 10, most))
    return found


class Center:
    """A server in this process, on its own thread, its reports full of files."""

    def __init__(self, folder: Path, count: int, chance: random.Random) -> None:
        self.parts: Parts = assemble(f"sqlite:///{folder / 'server.db'}", lambda: datetime.now(UTC), folder / "media")
        self._socket = bind("127.0.0.1", 0)
        self.port = int(self._socket.getsockname()[1])
        self._server: CentralServer = build(self.parts, lambda port: None)
        self._thread = threading.Thread(target=self._run, name="center", daemon=True)
        self._thread.start()
        accounts = self.parts.accounts
        person = NewUser(login="sari", name="Sari", role=Role.OPERATOR, passphrase=_PASSPHRASE)
        accounts.make_user(person, encoded=_ENCODED)
        self.enrol_code = accounts.allow_enrolment(NewEnrolment(uses=1)).code
        self.report_ids = self._fill(sizes_of(count, chance), chance)

    def _run(self) -> None:
        asyncio.run(self._server._serve([self._socket]))

    def _fill(self, sizes: list[int], chance: random.Random) -> list[str]:
        new = NewSource(id="aplikasi", name="Aplikasi", kind=SourceKind.CITIZEN_APP, per_second=1000.0)
        source = self.parts.sources.by_key(self.parts.sources.make(new).key)
        report_ids = []
        for start in range(0, len(sizes), _PER_REPORT):
            files = tuple(self._file(size, chance) for size in sizes[start : start + _PER_REPORT])
            report = NewReport(id=new_id(), text="rekaan", lat=-7.97, lon=112.63)
            receive(self.parts, source, report, files)
            let_go(self.parts, files)
            report_ids.append(report.id)
        return report_ids

    def _file(self, size: int, chance: random.Random) -> File:
        with self.parts.media.begin() as incoming:
            incoming.write(_JPEG + chance.randbytes(size))
            kept = incoming.keep()
        return File(name="rekaan.jpg", kind=JPEG, kept=kept)

    def close(self) -> None:
        """End it."""
        self._server.should_exit = True
        self._thread.join()
        self._socket.close()
        self.parts.close()


class DownloadDesk:
    """The product below its screens; `end()` and `begin()` again is a restart of the console."""

    def __init__(self, folder: Path, address: str) -> None:
        self._folder, self._address = folder, address
        folder.mkdir()
        self._enrolled = False
        self._loop: SyncLoop | None = None

    def begin(self, enrol_code: str = "") -> None:
        """Sign in and start all lanes."""
        self._transport = Transport(self._address, Credentials())
        clock = ServerClock(lambda: datetime.now(UTC), time.monotonic)
        server = Server(self._transport)
        self._session = Session(
            slots=Slots(self._folder / "slots.json", CHEAP), store_file=self._folder / "console.db",
            journal_file=self._folder / "decisions.journal", server=server, clock=clock,
            now=lambda: datetime.now(UTC), monotonic_s=time.monotonic,
        )  # fmt: skip
        if enrol_code:
            self._session.enrol(enrol_code, "meja")
        self._sign_in()
        self._loop = SyncLoop(
            self.store, server, self._session, clock, now=lambda: datetime.now(UTC), monotonic_s=time.monotonic
        )
        self._loop.start()

    def _sign_in(self, tries: int = 6) -> None:
        """Also on a machine so busy that the server is late."""
        for left in range(tries, 0, -1):
            try:
                self._session.sign_in("sari", _PASSPHRASE)
            except NetworkFault:
                if left == 1:
                    raise
            else:
                return

    @property
    def store(self) -> Store:
        """What it keeps."""
        return self._session.store

    @property
    def downloads(self) -> Downloads:
        """The part under proof."""
        assert self._loop is not None
        return self._loop.downloads

    def files_of(self, report_id: str) -> tuple[Attachment, ...]:
        """The files of a report this desk knows of."""
        report = self.store.report(report_id)
        return report.attachments if report else ()

    def end(self) -> None:
        """Close everything, as at a restart."""
        if self._loop is not None:
            self._loop.stop()
        self._session.close()
        self._transport.close()


def wait_until(true: Callable[[], object], within_s: float) -> bool:
    """Whether it came true in time."""
    until_s, never = time.monotonic() + within_s, threading.Event()
    while not true():
        if time.monotonic() > until_s:
            return False
        never.wait(0.01)
    return True
