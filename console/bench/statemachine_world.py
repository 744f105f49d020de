"""The world of 'bench statemachine', moved by one rule at a time.

Why so long: one short method per thing that may happen.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from console.bench.invented_reports import invented_report, uuid_at
from console.bench.statemachine_acts import act_of
from console.bench.statemachine_checks import Notes, Violation, check_same, maker
from console.bench.statemachine_desk import KEY, Line, SimDesk
from console.bench.statemachine_server import DESK_IDS, PEOPLE, REPORTS, Effect, SimServer
from console.desk.decide import Decided
from console.domain.errors import Fault
from console.domain.person import Actor

START = datetime(2026, 11, 22, tzinfo=UTC)
HAPPENINGS = 15
"""How many kinds of things happen now and then."""
_WRONG_S = (-3600, -30, 0, 30, 3600)
_ROUNDS = 40
_REPORT_IDS = tuple(invented_report(n).id for n in range(REPORTS))


class DeskTime:
    """One desk's clocks: the wall clock can be set wrong, the monotonic one only runs."""

    def __init__(self, true_s: Callable[[], float]) -> None:
        self._true_s = true_s
        self.wrong_s = 0.0

    def wall(self) -> datetime:
        """What its clock shows."""
        return START + timedelta(seconds=self._true_s() + self.wrong_s)

    def monotonic_s(self) -> float:
        """Since it was switched on."""
        return 1_000.0 + self._true_s()


class World:
    """One example: `trace` grows by a line per step, the same for the same steps."""

    def __init__(self, folder: Path, templates: tuple[Path, Path], desks: int) -> None:
        self.folder = folder
        folder.mkdir(parents=True)
        self._now_s = 0.0
        self._made, self._last_id = 0, ""
        self._late: list[Callable[[], object]] = []
        self._known: dict[tuple[int, int], Actor] = {}
        self.notes = Notes()
        self.trace = hashlib.sha256()
        self.lines: list[str] = []
        self.steps = 0
        self._has_backup = False
        self._failed: Violation | None = None
        self.server = SimServer(folder, templates[0], self.now, self._effect)
        self.desks = [self._new_desk(n, templates[1]) for n in range(desks)]
        for n in range(desks):
            self.sign_in(n, n)
            self.sync(n, "feed", "ok", 0)

    def _new_desk(self, number: int, template: Path) -> SimDesk:
        line = Line(self.server, self._late.append)
        line.desk_id = DESK_IDS[number]
        time = DeskTime(self._true_s)
        return SimDesk(number, self.folder / f"desk-{number}", template, line, time, self._make_id)

    def _true_s(self) -> float:
        return self._now_s

    def now(self) -> datetime:
        """True time: the server's."""
        return START + timedelta(seconds=self._now_s)

    def _make_id(self) -> str:
        self._made += 1
        self._last_id = uuid_at(int(self.now().timestamp() * 1000), random.Random(f"id/{self._made}"))
        return self._last_id

    def _effect(self, effect: Effect) -> None:
        try:
            self.notes.effect(effect)
        except Violation as violation:
            # Raised where it happens it would look to the product like a broken server.
            self._failed = self._failed or violation

    def _step(self, *words: object) -> None:
        self.steps += 1
        line = " ".join(str(word) for word in words)
        self.lines.append(line)
        self.trace.update(line.encode() + b"\n")
        if self._failed is not None:
            raise self._failed

    # What people do

    def decide(self, desk: int, report: int, op: int, detail: int) -> None:
        """Somebody decides something."""
        at, report_id = self._at(desk), _REPORT_IDS[report]
        shown = at.store.shown(report_id)
        if at.actor is None:
            self.sign_in(desk, at.number)
        if shown is None or at.actor is None:
            self._step("decide", desk, report, "nothing to decide on")
            return
        act = act_of(op, detail, shown.report, at.actor)

        def work() -> str:
            answer = at.desk.decide(act, report_id)
            if not isinstance(answer, Decided):
                return answer.refusal.reason.value
            self.notes.acknowledge(answer.decision_id, at.number, report_id)
            return f"decided {answer.decision_id}"

        before = self._made
        said = at.alive(work)
        if self._made > before:
            # Written down also when the console died before it told anybody: the ledger may hold it.
            self.notes.attempt(self._last_id, maker(shown.report))
            self.notes.handled.attempt(self._last_id, act, at.actor.id, shown.report)
        self._step("decide", desk, report, type(act).__name__, said)

    def dismiss(self, desk: int) -> None:
        """Somebody acknowledges the oldest refusal."""
        at = self._at(desk)

        def work() -> str:
            rows = at.store.attention()
            if rows:
                self.notes.dismissed.add(rows[0].decision.id)
                at.store.mark_seen(rows[0].decision.id)
            return str(len(rows))

        self._step("dismiss", desk, at.alive(work))

    def sign_in(self, desk: int, person: int) -> None:
        """Somebody else sits down; without the server under his last session at that desk."""
        at = self._at(desk)
        if at.line.online:
            actor = replace(PEOPLE[person], desk_id=at.line.desk_id, session_id=self._make_id())
            warrant = self.server.open_session(actor)
            at.keep_warrant(actor.session_id, warrant)
            self._known[desk % len(self.desks), person] = actor
        found = self._known.get((desk % len(self.desks), person))
        if found is not None:
            at.line.actor = found
            at.presence.forget()
        self._step("sign in", desk, person, found is not None)

    def sign_out(self, desk: int) -> None:
        """The person leaves; the server is told when it can be."""
        at = self._at(desk)
        if at.actor is not None and at.line.online:
            self.server.sign_out(at.actor)
        at.line.actor = None
        self._step("sign out", desk)

    def revoke(self, person: int) -> None:
        """An administrator ends all sessions of a person."""
        for session_id in self.server.revoke(PEOPLE[person].id):
            self.notes.revoked(session_id, self.now())
        self._step("revoke", person)

    # What desks do

    def sync(self, desk: int, lane: str, fate: str, after: int) -> None:
        """One round of a lane, with something befalling a request of it."""
        at = self._at(desk)
        at.line.suffer(fate, after)
        said = at.alive({"feed": at.follow, "outbox": at.send, "heartbeat": at.beat}[lane])
        at.line.suffer("ok")
        self._step("sync", desk, lane, fate, after, said)
        if said == "session_ended" and at.actor is not None:
            # The console asks for it at once.
            self.sign_in(desk, PEOPLE.index(replace(at.actor, session_id="", desk_id="")))

    def go(self, desk: int, online: bool) -> None:
        """The desk's network comes or goes."""
        self._at(desk).line.online = online
        if online:
            self._at(desk).outbox.try_all_now()
        self._step("online" if online else "offline", desk)

    def crash(self, desk: int, commits: int) -> None:
        """The console ends now (0), or right after a commit to come."""
        at = self._at(desk)
        if commits:
            at.crash_in(commits)
        else:
            at.reopen()
        self._step("crash", desk, commits)

    def set_clock(self, desk: int, wrong_s: int) -> None:
        """The desk's wall clock is set."""
        time = self._at(desk).time
        if isinstance(time, DeskTime):
            time.wrong_s = float(wrong_s)
        self._step("clock", desk, wrong_s)

    # What the world does

    def wait(self, seconds: int) -> None:
        """Time goes on, and what is due by then happens on the server."""
        self._now_s += seconds
        self._step("wait", seconds, self.server.parts.leases.lapse_due())

    def server_crash(self) -> None:
        """The server ends and starts."""
        self.server.restart()
        self._step("server crash")

    def back_up(self) -> None:
        """The server's database is copied."""
        self.server.back_up()
        self.notes.backed_up()
        self._has_backup = True
        self._step("back up")

    def restore(self) -> None:
        """The copy takes its place; what was on its way to the server that is gone never arrives."""
        if self._has_backup:
            self._late.clear()
            self.server.restore()
            self.notes.restored(self.now())
        self._step("restore", self._has_backup)

    def deliver_late(self, which: int) -> None:
        """A request that was thought lost arrives after all; nobody waits for its answer."""
        if self._late:
            ask = self._late.pop(which % len(self._late))
            try:
                ask()
            except Fault as fault:
                self._step("late", which, fault.code)
                return
        self._step("late", which, len(self._late))

    def withdraw(self, report: int) -> None:
        """The server takes a report away."""
        self._step("withdraw", report, self.server.bury(_REPORT_IDS[report]))

    def happen(self, desk: int, what: int, which: int) -> None:
        """One of the things that happen now and then (0 .. HAPPENINGS - 1)."""
        happenings: tuple[Callable[[], None], ...] = (
            lambda: self.check_kept(desk),
            lambda: self.dismiss(desk),
            lambda: self.go(desk, False),
            lambda: self.go(desk, False),
            lambda: self.go(desk, True),
            lambda: self.go(desk, True),
            lambda: self.go(desk, True),
            lambda: self.set_clock(desk, _WRONG_S[which % len(_WRONG_S)]),
            lambda: self.sign_in(desk, which % len(PEOPLE)),
            lambda: self.sign_out(desk),
            self.server_crash,
            self.back_up,
            lambda: self.restore() if which < 4 else self.back_up(),
            lambda: self.revoke(which % len(PEOPLE)),
            lambda: self.withdraw(REPORTS - 1) if which == 0 else self.check_kept(desk),
        )
        happenings[what]()

    def _at(self, desk: int) -> SimDesk:
        return self.desks[desk % len(self.desks)]

    # The end

    def check_kept(self, desk: int) -> None:
        """What a desk acknowledged is kept, at any moment."""
        self.notes.check_kept(self._at(desk))
        self._step("check", desk)

    def heal(self) -> None:
        """Everybody online, every clock right, nothing befalls any request; then all the sentences are checked.

        Raises:
            Violation: one does not hold.
        """
        while self._late:
            self.deliver_late(0)
        for desk in range(len(self.desks)):
            self.set_clock(desk, 0)
            self.go(desk, True)
            self.sign_in(desk, desk)
            self._at(desk).crash_in(0)
        for _ in range(_ROUNDS):
            for desk, each in enumerate(self.desks):
                self.sync(desk, "feed", "ok", 0)
                waiting = -1
                while waiting != each.store.waiting_count():
                    waiting = each.store.waiting_count()
                    self.sync(desk, "outbox", "ok", 0)
            if not any(desk.store.waiting_count() for desk in self.desks):
                break
            self.wait(61)
        for desk in range(len(self.desks)):
            self.sync(desk, "feed", "ok", 0)
        self.notes.check_effects(self.desks, self.server)
        for each in self.desks:
            self.notes.check_kept(each)
            self.notes.check_journal(each, KEY)
            check_same(each, self.server)

    def close(self) -> None:
        """Close all files."""
        for desk in self.desks:
            desk.close()
        self.server.close()

