"""What 'bench first-light' runs: a server, replays and a console, each as in service."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QApplication

from console import paths
from console.areas.facts import read_facts
from console.areas.index import AreaIndex
from console.clock import SystemClock
from console.contract.admin import ApiKey, NewKey, NewUser
from console.contract.codec import decode, encode
from console.contract.intake import NewSource, SourceKey
from console.core import Core
from console.domain.agency import Site
from console.domain.person import Role
from console.domain.queue_row import QueueFilter, QueueOrder, QueueQuery
from console.domain.report import SourceKind
from console.embedded import Embedded
from console.paths import Profile
from console.server.database import Database
from console.simulate.sender import Sender
from console.ui.appearance import Appearance
from console.ui.application import make_application
from console.ui.background import Background
from console.ui.courtesy import COURTESY
from console.ui.surroundings import Surroundings
from console.ui.workplace import Workplace

SIZE = (1920, 1080)
PER_SECOND = 200.0
"""What each source may send, set through the administrator's API; the limiter stays on."""

_USER, _PASSPHRASE = "sari", "kata sandi rekaan"
_SCREEN = """{"screens": [{"name": "bench", "x": 0, "y": 0, "width": %d, "height": %d,
 "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]}"""


def application(folder: Path) -> QApplication:
    """The one QApplication, as app.py makes it, on an offscreen screen of 1920x1080."""
    screen = folder / "screen.json"
    screen.write_text(_SCREEN % SIZE, encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
    return make_application()


class CentralServer:
    """The server process, with what its administrator made over the API: a person, sources, the fleet's key."""

    def __init__(self, folder: Path) -> None:
        """Start it on a new database in `folder`; returns when it answers."""
        self._file = folder / "server.db"
        command = [*paths.own_command(), "--profile", str(folder)]
        self._child = Embedded.start(command, self._file, media=folder / "media", log=folder / "server.log")
        self.address, self.enrol_code = self._child.address, self._child.enrol_code
        self._sender = Sender(self.address, self._child.admin_key)
        person = NewUser(login=_USER, name="Sari (rekaan)", role=Role.OPERATOR, passphrase=_PASSPHRASE)
        self._sender.post("/v1/admin/users", encode(person))

    def source_key(self, source_id: str) -> str:
        """The key of a new source that may send 200 requests a second."""
        made = self._sender.post(
            "/v1/admin/sources", encode(NewSource(id=source_id, name=source_id, kind=SourceKind.CITIZEN_APP))
        )
        limit = encode({"per_second": PER_SECOND})
        self._sender.post(f"/v1/admin/sources/{source_id}/limit", limit)
        return decode(made, SourceKey).key

    def fleet_key(self) -> str:
        """The key of a new administrator's program: a replayed fleet enrols its units first."""
        made = self._sender.post("/v1/admin/keys", encode(NewKey(name="fleet", role=Role.ADMINISTRATOR)))
        return decode(made, ApiKey).key

    def set_site(self, site: Site) -> None:
        """Set the site's facts, before a console asks for them."""
        self._sender.post("/v1/admin/site", encode(site))

    def stop(self) -> None:
        """End it."""
        self._sender.close()
        self._child.stop()

    def reports(self) -> int:
        """Reports in the database file itself."""
        return self._count("SELECT count(*) FROM reports")

    def fixes(self) -> int:
        """Positions in the database file itself."""
        return self._count("SELECT count(*) FROM position_history")

    def _count(self, statement: str) -> int:
        database = Database(f"sqlite:///{self._file}")
        try:
            with database.read() as connection:
                return int(connection.exec_driver_sql(statement).scalar_one())
        finally:
            database.close()


@dataclass(frozen=True, slots=True)
class Replay:
    """A `main.py simulate` child that plays one file; its last line tells what was sent."""

    process: subprocess.Popen[bytes]
    told: Path

    @classmethod
    def start(cls, what: str, file: Path, server: str, key: str, speed: float, folder: Path) -> Replay:
        """Play `file` (what: reports | fleet); the key travels in the environment."""
        told = folder / f"{what}-{file.stem}.txt"
        command = [*paths.own_command(), "simulate", what, str(file), "--server", server, "--speed", str(speed)]
        with told.open("wb") as words:
            process = subprocess.Popen(command, stdout=words, stderr=words, env={**os.environ, "SIGAP_KEY": key})
        return cls(process, told)

    @property
    def running(self) -> bool:
        """Whether it still sends."""
        return self.process.poll() is None

    def figure(self, name: str) -> int:
        """A number of its last line (`sent=3 stored=3 refused=0`), 0 when it did not tell."""
        words = self.told.read_text("utf-8", "replace").split()
        figures = dict(word.split("=", 1) for word in words if "=" in word)
        return int(figures.get(name, "0"))

    def stop(self) -> None:
        """End it if it still runs."""
        if self.running:
            self.process.terminate()
        self.process.wait()


class Served(Protocol):
    """Where a console is at home, by shape: the server's address and a code to enrol with."""

    @property
    def address(self) -> str:
        """Base URL."""

    @property
    def enrol_code(self) -> str:
        """A one-time code."""


class ConsoleWindow:
    """A whole console as app.py builds it, without its gate: core signed in, workplace shown."""

    def __init__(
        self, app: QApplication, folder: Path, server: Served, person: tuple[str, str] = (_USER, _PASSPHRASE)
    ) -> None:
        profile = Profile(folder / "console").make()
        resources = paths.resources()
        self._background = Background()
        self._appearance = Appearance(app, resources, self._background, lambda **changes: None)
        self._appearance.begin("id", "dark", 100)
        self._areas = AreaIndex(profile.area_pack_file, read_facts(resources / "demo"))
        self.core = Core(
            profile, server.address, SystemClock(), give_way=COURTESY.give_way, stand_back=COURTESY.stand_back
        )
        self.core.session.enrol(server.enrol_code, "bench")
        signed_in = self.core.session.sign_in(*person)
        around = Surroundings(
            resources=resources,
            appearance=self._appearance,
            background=self._background,
            outlines=self._areas,
            outlines_note=None,
            sound=None,
        )
        self.office = self.core.open_office()
        self.work = Workplace(self.office, around, signed_in.actor)
        self._map_loaded = False
        self.work.map.ready.connect(self._map_came)
        self.work.map.failed.connect(self._map_came)
        # App ends with its window; here nothing does, but the workplace lets go of whoever listens.
        self.work.window.closing.connect(self._map_came)
        self.work.start()
        self.work.window.resize(*SIZE)
        self.work.window.show()
        self.work.window.queue.ask(QueueQuery(filter=QueueFilter.ALL, order=QueueOrder.NEWEST))

    @property
    def settled(self) -> bool:
        """Whether nothing is asked just now, and the map is ready."""
        return self._map_loaded and self._background.idle

    def close(self) -> None:
        """End it in app's order."""
        self.work.stop()
        self._background.stop()
        self.core.close()
        self._areas.close()
        self._appearance.end()


    def _map_came(self, _why: str = "") -> None:
        self._map_loaded = True


def now_ns() -> int:
    """CLOCK_MONOTONIC, the clock of the feed's commit stamps."""
    return time.monotonic_ns()


def all_ended(replays: Sequence[Replay]) -> bool:
    """Whether every child has ended."""
    return not any(replay.running for replay in replays)
