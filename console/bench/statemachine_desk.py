"""A desk of 'bench statemachine': the product's own parts on a simulated network."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol, TypeVar

from console.bench.statemachine_server import ServerDied, SimServer, lost
from console.contract.codec import encode
from console.contract.decisions import DecisionAnswers
from console.contract.feed import ChangesPage, SnapshotPage
from console.contract.recall import Recall, Recalled, Warrant
from console.contract.session import Heartbeat, LeaseAnswer
from console.desk.decide import Desk
from console.domain.changes import Changes
from console.domain.errors import Fault, NetworkFault
from console.domain.person import Actor
from console.store import recall
from console.store.journal import Journal
from console.store.store import Store
from console.sync.follower import Follower
from console.sync.give_back import GiveBack
from console.sync.outbox import Outbox
from console.sync.presence import Presence
from console.sync.server_clock import OFF_S, ServerClock

KEY = b"\x5a" * 32
FATES = ("ok", "lost", "reply lost", "twice", "late", "server dies", "server error")
"""What the network, or the server behind it, does to a request."""

T = TypeVar("T")


class Crash(Exception):
    """The console's process ended right after a commit."""


class Time(Protocol):
    """The simulated clocks of one desk."""

    def wall(self) -> datetime:
        """What the desk's clock shows."""

    def monotonic_s(self) -> float:
        """Seconds its monotonic clock counts."""


class Line:
    """A desk's way to the server; `fate` befalls the `after`-th request from now, those before it go well."""

    def __init__(self, server: SimServer, late: Callable[[Callable[[], object]], None]) -> None:
        self._server, self._late = server, late
        self.online = True
        self.actor: Actor | None = None
        self.desk_id = ""
        self.epoch = ""
        self.fate, self._good = "ok", 0

    def suffer(self, fate: str, after: int = 0) -> None:
        """What will happen to a request."""
        self.fate, self._good = fate, after

    def decide(self, raws: Sequence[bytes]) -> DecisionAnswers:
        """POST /v1/decisions."""
        desk_id, epoch, sent = self.desk_id, self.epoch, tuple(raws)
        return self._carried(lambda: self._server.decide(desk_id, epoch, sent), may_come_late=True)

    def recall(self, told: Recall) -> Recalled:
        """POST /v1/recall."""
        return self._carried(lambda: self._server.recall(self.desk_id, told))

    def server_epoch(self) -> str:
        """GET /v1/health."""
        return self._carried(lambda: self._server.epoch)

    def use_epoch(self, epoch: str) -> None:
        """Which server decisions are meant for from now on."""
        self.epoch = epoch

    def changes(self, after: int, limit: int, epoch: str) -> ChangesPage:
        """GET /v1/changes."""
        return self._carried(lambda: self._server.changes(self.actor, after, limit, epoch))

    def snapshot(self, after: str, limit: int) -> SnapshotPage:
        """GET /v1/snapshot."""
        return self._carried(lambda: self._server.snapshot(self.actor, after, limit))

    def heartbeat(self, beat: Heartbeat) -> LeaseAnswer:
        """POST /v1/heartbeat."""
        actor = self.actor
        return self._carried(lambda: self._server.beat(actor, beat), may_come_late=True)

    def _carried(self, ask: Callable[[], T], *, may_come_late: bool = False) -> T:
        if not self.online:
            raise lost("request")
        if self._good:
            self._good -= 1
            return ask()
        fate, self.fate = self.fate, "ok"
        if fate == "lost" or (fate == "late" and not may_come_late):
            raise lost("request")
        if fate == "late":
            self._late(ask)
            raise lost("reply")
        if fate == "server error":
            raise NetworkFault("server_error", "status 500")
        if fate == "server dies":
            self._server.die_in(1)
        try:
            answer = ask()
            if fate == "twice":
                answer = ask()
        except ServerDied as died:
            self._server.restart()
            raise lost("reply") from died
        finally:
            self._server.die_in(0)
        if fate == "reply lost":
            raise lost("reply")
        return answer


class SimDesk:
    """One workstation. `crash_in(n)` ends its process right after its n-th commit from now."""

    def __init__(
        self, number: int, folder: Path, template: Path, line: Line, time: Time, make_id: Callable[[], str]
    ) -> None:
        self.number, self.line, self.time = number, line, time
        self._folder, self._make_id = folder, make_id
        self._crash_in = 0
        self.crashes = 0
        folder.mkdir(parents=True)
        shutil.copyfile(template, folder / "console.db")
        self._open()

    @property
    def actor(self) -> Actor | None:
        """Who sits there."""
        return self.line.actor

    def _open(self) -> None:
        line, time = self.line, self.time
        self.store = Store.open(self._folder / "console.db", KEY, time.wall)
        self.journal = Journal(self._folder / "decisions.journal", KEY)
        self.clock = ServerClock(time.wall, time.monotonic_s)
        store = self.store
        self.clock.lean_on(float(store.setting(OFF_S, "0")), lambda off_s: store.keep_setting(OFF_S, f"{off_s:.1f}"))
        self.presence = Presence(
            self.store, line, actor=lambda: line.actor, monotonic_s=time.monotonic_s, beat_soon=lambda: None
        )
        line.epoch = ""
        self.give_back = GiveBack(
            self.store, line, server_now=self.clock.server_now, use_epoch=line.use_epoch
        )
        self.outbox = Outbox(
            self.store,
            line,
            monotonic_s=time.monotonic_s,
            server_now=self.clock.server_now,
            leased=self.presence.leased,
            other_epoch=lambda: self.give_back.to(line.server_epoch()),
        )
        self.follower = Follower(
            self.store,
            line,
            server_now=self.clock.server_now,
            observe=self.clock.observe,
            monotonic_s=time.monotonic_s,
            give_back=self.give_back.to,
        )
        self.desk = Desk(
            self.store,
            person=lambda: line.actor,
            server_now=self.clock.server_now,
            journal=self.journal,
            lease_left_s=self.presence.lease_left_s,
            make_id=self._make_id,
        )
        self.desk.complete_second_copy()
        self.store.subscribe(self._committed)

    def _committed(self, changes: Changes) -> None:
        if self._crash_in:
            self._crash_in -= 1
            if self._crash_in == 0:
                raise Crash

    def crash_in(self, commits: int) -> None:
        """End right after so many commits from now; 0 never."""
        self._crash_in = commits

    def reopen(self) -> None:
        """The process is gone; a new one opens what the disk holds."""
        self.crashes += 1
        self._crash_in = 0
        self.close()
        self._open()

    def alive(self, work: Callable[[], str]) -> str:
        """Do something; a crash in it is followed by a new start, a fault of the world is its outcome."""
        try:
            return work()
        except Crash:
            self.reopen()
            return "crashed"
        except Fault as fault:
            return fault.code

    def follow(self) -> str:
        """One round of the feed, as the loop makes it."""
        rows = self.follower.catch_up()
        self.give_back.use_known()
        if rows:
            self.outbox.heard_news()
        return f"{rows} rows to {self.store.cursor()[1]}"

    def send(self) -> str:
        """One round of the outbox."""
        return f"{self.outbox.send_once().answered} answered"

    def keep_warrant(self, session_id: str, warrant: Warrant) -> None:
        """As signing in does."""
        recall.keep_warrant(self.store, session_id, encode(warrant).decode())

    def beat(self) -> str:
        """One heartbeat."""
        answer = self.presence.beat()
        return "nobody" if answer is None else f"{len(answer.kept)} kept {len(answer.lost)} lost"

    def close(self) -> None:
        """Close its files."""
        self.journal.close()
        self.store.close()
