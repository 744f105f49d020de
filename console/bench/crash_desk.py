"""A console core 'bench crash' kills: decides as fast as is sensible, drains when told."""

from __future__ import annotations

import functools
import importlib
import os
import random
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from console import core as core_module
from console import logs
from console.bench.crash_children import ACKNOWLEDGED, ANSWERED, ASKED, BEGUN, DONE, UP, say
from console.bench.crash_server import PASSPHRASE, UNITS, City
from console.clock import SystemClock
from console.contract.decisions import DecisionAnswers
from console.core import Core
from console.decode.pool import Decoder
from console.desk.decide import Decided, Desk
from console.domain import acts
from console.domain.acts import Act
from console.domain.changes import Changes
from console.domain.decision import Decision
from console.domain.person import Actor
from console.domain.report import OPEN_ASSIGNMENTS, Report
from console.paths import Profile
from console.store import slots
from console.store.store import Store

MOST_WAITING = 60
"""A desk this far behind its server pauses, as people would."""
WINDOW, DECISIONS_A_REPORT = 12, 12
"""All desks work on the same few reports, and move on together: conflicts are many, timelines stay short."""
Plant = Callable[[], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One desk of the city."""

    folder: Path
    number: int
    city: City
    address: str
    seed: int

    @property
    def login(self) -> str:
        """Who sits there."""
        return self.city.logins[self.number]


def work(place: Place, tell: int, hear: int, plant: Plant) -> None:
    """Be that desk until killed, or told to drain: then until all is sent and the server's newest is here."""
    logs.write_to_stderr()
    # Passphrases are stretched for a millisecond and no picture is decoded: neither is what is proven here.
    vars(slots)["Slot"] = QuickSlot
    vars(core_module)["Decoder"] = functools.partial(Decoder, warm=0)
    plant()
    orders = _Orders(hear)
    core = Core(Profile(place.folder).make(), place.address, SystemClock())
    if not core.session.enrolled:
        core.session.enrol(place.city.code, place.login)
    core.session.sign_in(place.login, PASSPHRASE)
    store = core.session.store
    _mark_commits(store, tell)
    _mark_requests(core, tell)
    office = core.open_office()
    say(tell, UP)
    _Decider(place, office.desk, store, orders, tell).run()
    while not _drained(store, orders):
        # The last rounds may meet a backed-off decision; waiting is all there is to do.
        time.sleep(0.02)
    say(tell, DONE)
    orders.ended.wait()
    core.close()


def warm_up(folder: Path) -> None:
    """Import in the driver what a console imports late; it must be alone in its process again afterwards."""
    profile = Profile(folder).make()
    Store.open(profile.store_file, bytes(32), SystemClock().now).close()
    Core(profile, "http://127.0.0.1:1", SystemClock()).close()
    importlib.import_module("console.desk.office")
    logs.prepare()


class QuickSlot(slots.Slot, frozen=True, kw_only=True):
    """A slot stretched for a millisecond."""

    memory_kib: int = 64
    passes: int = 1
    lanes: int = 1


class _Orders:
    """What the driver says: 'stop' deciding, 'until SEQ' the newest there is; it ends when the driver does."""

    def __init__(self, hear: int) -> None:
        self.stop = threading.Event()
        self.ended = threading.Event()
        self.until: int | None = None
        self._hear = hear
        threading.Thread(target=self._listen, name="orders", daemon=True).start()

    def _listen(self) -> None:
        with os.fdopen(self._hear) as lines:
            for line in lines:
                word, _, what = line.strip().partition(" ")
                if word == "until":
                    self.until = int(what)
                self.stop.set()
        if not self.stop.is_set():
            os._exit(1)
        self.ended.set()


def _drained(store: Store, orders: _Orders) -> bool:
    return store.waiting_count() == 0 and orders.until is not None and store.cursor()[1] >= orders.until


def _mark_commits(store: Store, tell: int) -> None:
    record = store.record

    def marked(decision: Decision, actor: Actor, raw: bytes, *answers: Sequence[str]) -> Changes:
        say(tell, BEGUN, decision.id)
        return record(decision, actor, raw, *answers)

    vars(store)["record"] = marked


def _mark_requests(core: Core, tell: int) -> None:
    decide = core.server.decide

    def marked(raws: Sequence[bytes]) -> DecisionAnswers:
        say(tell, ASKED, time.monotonic_ns())
        try:
            return decide(raws)
        finally:
            say(tell, ANSWERED, time.monotonic_ns())

    core.server.decide = marked  # type: ignore[method-assign]


class _Decider:
    def __init__(self, place: Place, desk: Desk, store: Store, orders: _Orders, tell: int) -> None:
        self._place, self._desk, self._store, self._orders, self._tell = place, desk, store, orders, tell
        self._decided = len(store.ledger_raw())
        self._chance = random.Random(f"{place.seed} {place.number} {self._decided}")
        self._last = ""

    def run(self) -> None:
        """Decide until told to stop; every acknowledged decision is told to the driver at once."""
        while not self._orders.stop.is_set():
            answer = self._decide()
            if not isinstance(answer, Decided):
                continue
            say(self._tell, ACKNOWLEDGED, answer.decision_id)
            self._decided += 1
            self._last = answer.decision_id if answer.undoable else ""
            if answer.waiting > MOST_WAITING:
                self._orders.stop.wait(0.02)

    def _decide(self) -> object:
        reports, chance = self._place.city.reports, self._chance
        if self._last and chance.random() < 0.08:
            return self._desk.undo(self._last)
        base = self._decided // DECISIONS_A_REPORT
        report_id = reports[(base + chance.randrange(WINDOW)) % len(reports)]
        shown = self._store.shown(report_id)
        if shown is None:
            # A new desk is still waiting for its first page.
            self._orders.stop.wait(0.01)
            return None
        return self._desk.decide(self._act(shown.report), report_id)

    def _act(self, report: Report) -> Act:
        chance = self._chance
        note = acts.AddNote(text=f"catatan rekaan {chance.randrange(10_000)}")
        if report.ended:
            return acts.ReopenCase(reason="latihan") if self._place.number == 0 else note
        if report.claim is None:
            return chance.choice((acts.ClaimCase(), acts.ClaimCase(), self._priority(), note))
        if report.claim.holder_id != self._holder():
            broken = acts.BreakClaim(reason="latihan") if self._place.number == 0 else note
            return chance.choice((note, broken))
        bound = [each.unit_id for each in report.assignments if each.status in OPEN_ASSIGNMENTS]
        unit = acts.CancelDispatch(unit_id=bound[0], reason="latihan") if bound else self._dispatch()
        last = (acts.JunkCase(outcome="test"), acts.CloseCase(outcome="nothing_found", release_units=True))
        return chance.choice((
            note, note, self._priority(), self._priority(), unit, unit, acts.ReleaseCase(), chance.choice(last),
            acts.ForwardCase(agency_id="dinas", text="mohon bantuan (rekaan)"), acts.SetCategory(category="other"),
        ))  # fmt: skip

    def _holder(self) -> str:
        return self._desk._person().id  # type: ignore[union-attr]

    def _priority(self) -> Act:
        return acts.SetPriority(priority=self._chance.randint(1, 4))

    def _dispatch(self) -> Act:
        return acts.DispatchUnits(unit_ids=(f"unit-{self._chance.randint(1, UNITS)}",))
