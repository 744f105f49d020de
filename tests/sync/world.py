"""A console without widgets: session, store, sync and desk on a real server."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from console.contract.session import SPOKEN
from console.desk.decide import Desk
from console.domain.link import Person
from console.remote.server import Server
from console.remote.transport import Credentials, Transport
from console.store.slots import Slots
from console.store.store import Store
from console.sync.loop import SyncLoop
from console.sync.server_clock import ServerClock
from console.sync.session import Session
from tests.worlds.central import PASSPHRASE, Central
from tests.worlds.passphrases import QUICK

WAIT_S = 20.0


def until(true: Callable[[], object], what: str = "it") -> None:
    """Wait for a condition, looking often; fails after WAIT_S."""
    deadline_s = time.monotonic() + WAIT_S
    turn = _Turn()
    while not true():
        assert time.monotonic() < deadline_s, f"{what} did not happen"
        turn.pause()


class _Turn:
    """Gives the processor away between looks, without a fixed sleep in any test."""

    def __init__(self) -> None:
        import threading

        self._never = threading.Event()

    def pause(self) -> None:
        self._never.wait(0.002)


class Console:
    """One workstation; `start()` after `sign_in()`."""

    def __init__(
        self, folder: Path, address: str, now: Callable[[], datetime] = lambda: datetime.now(UTC),
        *, protocols: tuple[int, ...] = SPOKEN,
    ) -> None:  # fmt: skip
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.transport = Transport(address, Credentials(), protocols=protocols)
        self.server = Server(self.transport)
        self.clock = ServerClock(now, time.monotonic)
        self.session = Session(
            slots=Slots(folder / "slots.json", QUICK),
            store_file=folder / "console.db",
            journal_file=folder / "decisions.journal",
            server=self.server,
            clock=self.clock,
            now=now,
            monotonic_s=time.monotonic,
        )
        self._now = now
        self.sync: SyncLoop | None = None
        self.stand_back: Callable[[], object] = lambda: None

    @property
    def store(self) -> Store:
        return self.session.store

    @property
    def desk(self) -> Desk:
        return Desk(
            self.store,
            person=lambda: self.session.actor,
            server_now=self.clock.server_now,
            wake=self.sync.wake if self.sync else lambda: None,
            journal=self.session.journal,
        )

    def sign_in(self, user: str = "sari", passphrase: str = PASSPHRASE) -> Person:
        return self.session.sign_in(user, passphrase)

    def start(self) -> SyncLoop:
        self.sync = SyncLoop(
            self.store, self.server, self.session, self.clock, now=self._now, monotonic_s=time.monotonic,
            stand_back=lambda: self.stand_back(),
        )  # fmt: skip
        self.sync.start()
        return self.sync

    def stop(self) -> None:
        if self.sync is not None:
            self.sync.stop()
        self.session.close()
        self.transport.close()


def console_at(central: Central, folder: Path, user: str = "sari") -> Console:
    """An enrolled console with a person signed in, its lanes running."""
    if central.find_user(user) is None:
        central.make_user(user)
    console = Console(folder, central.address)
    if not console.session.enrolled:
        console.session.enrol(central.enrol_code(), "meja")
    console.sign_in(user)
    console.start()
    return console
