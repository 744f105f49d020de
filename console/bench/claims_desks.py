"""A process of 'bench claims': operators at desks of their own, until told to stop.

Every desk is the product's store, ledger, outbox, follower, presence and door for decisions over real HTTP. What was
acknowledged is written to a file line by line, by the driver's own hand.

Why so long: everything one operator does stands in one class, read side by side with what it writes down.
"""

from __future__ import annotations

import json
import logging
import os
import random
import shutil
import sys
import threading
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from console.bench.claims_world import OperatorPlan, plans
from console.desk.attention import AttentionList
from console.desk.decide import Decided, Desk
from console.domain import acts
from console.domain.acts import Act
from console.domain.errors import Fault
from console.domain.report import Report, held_by
from console.remote.server import Server
from console.remote.transport import Credentials, Transport
from console.store.store import Store
from console.sync.follower import Follower
from console.sync.outbox import Outbox
from console.sync.presence import Presence
from console.sync.server_clock import ServerClock

_KEY = b"\x5a" * 32
_HOT, _TIRED_AT = 40, 10
_TURN_S = 1.0
_ACTS = (acts.AskReporter(text="di mana?"), acts.SetPriority(priority=3))
_DRAIN_S = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class DesksPlan:
    """What a process is told: its operators of all, where the server is, and which reports there are."""

    address: str
    folder: str
    log: str
    template: str
    operators: int
    seed: int
    mine: tuple[int, ...]
    reports: tuple[str, ...]
    lease_s: int


class Operator:
    """One person at one desk: claims, acts, hands back, falls silent, works offline."""

    def __init__(self, plan: OperatorPlan, told: DesksPlan, log: int) -> None:
        self._plan, self._told, self._log = plan, told, log
        self._chance = random.Random(f"claims/{plan.seed}/{plan.number}")
        self._began = (datetime.now(UTC), time.monotonic())
        self._offline_until = self._silent_until = self._keeping_until = 0.0
        self._next_beat = self._next_turn = 0.0
        self._changed: set[str] = set()
        self._seen: dict[str, Report] = {}
        self._offline_claims: list[tuple[str, str]] = []
        actor = plan.actor
        self._transport = Transport(
            told.address,
            Credentials(desk_id=actor.desk_id, desk_secret=plan.secret, access_token=plan.secret),
        )
        self._server = Server(self._transport)
        self.store = Store.open(Path(told.folder) / actor.desk_id / "console.db", _KEY, self._wall)
        self.store.subscribe(lambda changes: self._changed.update(changes.reports))
        self._clock = ServerClock(self._wall, self._monotonic_s)
        self._presence = Presence(
            self.store, self._server, actor=lambda: actor, monotonic_s=self._monotonic_s, beat_soon=lambda: None
        )
        self._outbox = Outbox(
            self.store, self._server, monotonic_s=self._monotonic_s, server_now=self._clock.server_now,
            leased=self._presence.leased,
        )  # fmt: skip
        self._follower = Follower(
            self.store, self._server, server_now=self._clock.server_now, observe=self._clock.observe,
            monotonic_s=self._monotonic_s,
        )  # fmt: skip
        self._desk = Desk(
            self.store, person=lambda: actor, server_now=self._clock.server_now,
            lease_left_s=self._presence.lease_left_s,
        )  # fmt: skip
        self._attention = AttentionList(self.store, lambda: actor, self._clock.server_now)

    # The desk's wrong clocks

    def _monotonic_s(self) -> float:
        return self._began[1] + (time.monotonic() - self._began[1]) * self._plan.speed

    def _wall(self) -> datetime:
        passed_s = (time.monotonic() - self._began[1]) * self._plan.speed
        return self._began[0] + timedelta(seconds=passed_s + self._plan.wrong_s)

    # What he does

    def turn(self) -> None:
        """A little work; whatever the network does, he goes on."""
        now_s = time.monotonic()
        if now_s < max(self._offline_until, self._next_turn):
            return
        self._next_turn = now_s + _TURN_S
        try:
            if self._offline_until or self._offline_claims:
                self._return()
            self._sync()
            self._work(now_s)
            if not self._offline_until:  # who has just gone away sends nothing of what he decided there
                self._send()
                self._tidy()
        except Fault as fault:
            self._write(kind="fault", code=fault.code)

    def _sync(self) -> None:
        if time.monotonic() >= self._next_beat and time.monotonic() >= self._silent_until:
            self._next_beat = time.monotonic() + self._told.lease_s / 4
            self._presence.beat()
            self._note_confidence()
        # Lanes of their own in a console: one may be stuck while the other goes on.
        if self._chance.random() < 0.8:
            self._follower.catch_up()

    def _note_confidence(self) -> None:
        """Until when this desk believes, by its own clock, that it may act on what it holds."""
        actor = self._plan.actor
        for report_id, token in self.store.own_leases(actor.id, actor.desk_id):
            # The time is taken first: a stop in between must not make the desk seem more confident than it is.
            at = time.time()
            left_s = self._presence.lease_left_s(report_id)
            if left_s:
                until = at + left_s / self._plan.speed
                self._write(kind="confident", report=report_id, token=token, until=until, desk=actor.desk_id)

    def _work(self, now_s: float) -> None:
        actor, chance = self._plan.actor, self._chance
        held = self.store.own_leases(actor.id, actor.desk_id)
        mood = chance.random()
        if mood < 0.04 and held:
            self._silent_until = now_s + chance.uniform(1.0, 3.0) * self._told.lease_s
        if 0.04 <= mood < 0.2 and held:
            self._keeping_until = now_s + chance.uniform(1.0, 2.0) * self._told.lease_s
        if mood > 0.95:
            self._go_offline(now_s, tuple(report_id for report_id, _ in held))
            return
        if now_s >= self._keeping_until:
            self._work_on(tuple(report_id for report_id, _ in held), now_s)
        taken = [self._claim(report) and report.id for report in self._wanted(chance.randint(3, 8))]
        self._send()
        self._work_on(tuple(filter(None, taken)), now_s)

    def _work_on(self, report_ids: tuple[str, ...], now_s: float) -> None:
        """Act with the token, then mostly hand back."""
        for report_id in report_ids:
            if self._chance.random() < 0.4:
                self._decide(self._chance.choice(_ACTS), report_id)
            if self._chance.random() < 0.75 and now_s >= self._silent_until:
                self._decide(acts.ReleaseCase(), report_id)

    def _wanted(self, count: int) -> list[Report]:
        """Some of the first reports nobody has tired of; others' claims are left alone, but for a supervisor."""
        for report_id in self._changed & self._seen.keys():
            report = self.store.report(report_id)
            if report is not None:
                self._seen[report_id] = report
        self._changed.clear()
        hot = [report for report in self._seen.values() if report.last_token < _TIRED_AT]
        for report_id in self._told.reports[len(self._seen) :]:
            if len(hot) >= _HOT:
                break
            report = self.store.report(report_id)
            if report is not None:
                self._seen[report_id] = report
                hot.append(report)
        free = [each for each in hot[:_HOT] if each.claim is None or each.claim.lapsed or self._plan.supervisor]
        return self._chance.sample(free, min(count, len(free)))

    def _claim(self, report: Report) -> str:
        claim = report.claim
        if claim is not None and held_by(report, self._plan.actor):
            return ""
        if claim is not None and not claim.lapsed:
            if self._plan.supervisor and self._chance.random() < 0.5:
                self._decide(acts.BreakClaim(reason="pergantian"), report.id)
            return ""
        return self._decide(acts.ClaimCase(reason="" if claim is None else "tidak terdengar"), report.id)

    def _go_offline(self, now_s: float, held: tuple[str, ...]) -> None:
        """Away for up to three leases: what is held is worked on, and what seems free is claimed."""
        self._offline_until = now_s + self._chance.uniform(0.2, 3.0) * self._told.lease_s
        for report_id in held:
            self._decide(acts.AskReporter(text="masih di sana?"), report_id)
        for report in self._wanted(6):
            decision_id = self._claim(report) if report.claim is None else ""
            if decision_id:
                self._offline_claims.append((decision_id, report.id))

    def _return(self) -> None:
        """The first sync after being away: whatever was lost meanwhile is shown now.

        A claim whose answer has not come yet (the server was too busy) waits for the next turn: that sync goes on.
        """
        self._send()
        self._follower.catch_up()
        self._offline_until = 0.0
        unanswered = {row.decision.id for row in self.store.waiting()}
        returned = [claim for claim in self._offline_claims if claim[0] not in unanswered]
        self._offline_claims = [claim for claim in self._offline_claims if claim[0] in unanswered]
        for decision_id, report_id in returned:
            conflict = self._attention.conflict(report_id, self._plan.actor.id)
            shown = conflict is not None and conflict.contested and decision_id in conflict.refused_ids
            theirs = [entry.decision_id for entry in conflict.theirs] if conflict is not None and shown else []
            self._write(kind="returned", id=decision_id, report=report_id, shown=shown, theirs=theirs)

    def _decide(self, act: Act, report_id: str) -> str:
        """Id of the decision, '' when the desk refused; written down once it was acknowledged."""
        answer = self._desk.decide(act, report_id)
        if not isinstance(answer, Decided):
            return ""
        row = self.store.ledger_row(answer.decision_id)
        token = row.decision.token if row is not None else None
        self._write(
            kind="acknowledged", id=answer.decision_id, op=type(act).__name__, report=report_id, token=token,
            desk=self._plan.actor.desk_id,
        )  # fmt: skip
        return answer.decision_id

    def _send(self) -> None:
        while self._outbox.send_once().more:
            pass

    def _tidy(self) -> None:
        """Cards of long ago are put away, as people do; never one that was not looked at yet."""
        for row in self.store.attention()[:-20]:
            self._attention.dismiss(row.decision.id)

    def drain(self) -> None:
        """Online to the end: everything that waits is answered."""
        self._offline_until = min(self._offline_until, time.monotonic())
        until_s = time.monotonic() + _DRAIN_S
        while time.monotonic() < until_s:
            try:
                if self._offline_until or self._offline_claims:
                    self._return()
                self._outbox.try_all_now()
                self._send()
                if not self.store.waiting_count() and not self._offline_claims:
                    break
            except Fault as fault:
                self._write(kind="fault", code=fault.code)
        self._write(kind="drained", desk=self._plan.actor.desk_id, waiting=self.store.waiting_count())

    def close(self) -> None:
        """Close files and connections."""
        self.store.close()
        self._transport.close()

    def _write(self, **line: object) -> None:
        os.write(self._log, json.dumps(line).encode() + b"\n")


def fill_template(address: str, plan: OperatorPlan, file: Path) -> None:
    """A store that has taken its first snapshot already, for every desk to begin with."""
    credentials = Credentials(desk_id=plan.actor.desk_id, desk_secret=plan.secret, access_token=plan.secret)
    transport = Transport(address, credentials)
    store = Store.open(file, _KEY, lambda: datetime.now(UTC))
    try:
        Follower(store, Server(transport), server_now=lambda: datetime.now(UTC)).catch_up()
    finally:
        store.close()
        transport.close()


def _heed_parent(stopping: threading.Event) -> None:
    """Standard input closes when the driver is done, or gone."""
    sys.stdin.buffer.read()
    stopping.set()


def run_desks(told: DesksPlan) -> int:
    """Be that process until standard input closes; 0."""
    logging.getLogger("console").setLevel(logging.ERROR)
    stopping = threading.Event()
    threading.Thread(target=_heed_parent, args=(stopping,), name="parent", daemon=True).start()
    log = os.open(told.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    people = plans(told.operators, told.seed)
    operators = []
    for number in told.mine:
        folder = Path(told.folder) / people[number].actor.desk_id
        folder.mkdir(parents=True)
        shutil.copyfile(told.template, folder / "console.db")
        operators.append(Operator(people[number], told, log))
    while not stopping.is_set():
        for operator in operators:
            operator.turn()
        stopping.wait(0.005)
    for operator in operators:
        operator.drain()
        operator.close()
    os.close(log)
    return 0
