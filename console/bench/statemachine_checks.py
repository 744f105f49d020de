"""The contract's sentences as 'bench statemachine' checks them, by its own notes."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime

from console.bench.statemachine_desk import SimDesk
from console.bench.statemachine_files import HandledFiles
from console.bench.statemachine_server import Effect, SimServer
from console.domain.casework.traits import traits_of
from console.domain.decision import Decision
from console.domain.report import Report
from console.domain.shown_case import LedgerState
from console.store.journal import read_journal


class Violation(AssertionError):
    """A sentence of the contract does not hold."""


@dataclass(slots=True)
class _Past:
    """What took effect on the server, in the order it did; a restored backup has an earlier one."""

    applied: dict[str, str] = field(default_factory=dict)
    last_of_desk: dict[tuple[str, str], int] = field(default_factory=dict)
    given: dict[tuple[str, int], tuple[str, str]] = field(default_factory=dict)
    newest: dict[str, int] = field(default_factory=dict)
    revoked_at: dict[str, datetime] = field(default_factory=dict)


class Notes:
    """The driver's notebook: nothing in it is read back from the product."""

    def __init__(self) -> None:
        self.acknowledged: dict[str, tuple[int, str]] = {}
        self.attempted: dict[str, int] = {}
        self.seen_as: dict[str, str] = {}
        self.dismissed: set[str] = set()
        self.handled = HandledFiles()
        self._past, self._backup = _Past(), _Past()
        self._restored_at = 0
        self._restored_time: datetime | None = None

    # What happens

    def attempt(self, decision_id: str, seen_as: str) -> None:
        """A desk may have committed this decision, made on a case whose present state `seen_as` had made."""
        self.attempted[decision_id] = len(self.attempted)
        self.seen_as[decision_id] = seen_as

    def acknowledge(self, decision_id: str, desk: int, report_id: str) -> None:
        """The desk told its operator that it stands."""
        self.acknowledged[decision_id] = (desk, report_id)

    def revoked(self, session_id: str, at: datetime) -> None:
        """An administrator ended that session."""
        self._past.revoked_at.setdefault(session_id, at)

    def backed_up(self) -> None:
        """The server's database was copied."""
        self._backup = deepcopy(self._past)

    def restored(self, at: datetime) -> None:
        """The copy took the server's place at server time `at`."""
        self._past = deepcopy(self._backup)
        self._restored_at, self._restored_time = len(self.attempted), at

    def effect(self, effect: Effect) -> None:
        """A decision took effect on the server, durably.

        Raises:
            Violation: it may not have.
        """
        decision, before = effect.decision, effect.before
        past, report_id = self._past, before.id
        made = self.attempted.get(decision.id)
        if made is None:
            raise Violation(f"invented: {decision.op} {decision.id} was never decided")
        if decision.id in past.applied:
            raise Violation(f"twice: {decision.op} {decision.id} took effect again")
        place = (decision.desk_id, report_id)
        if past.last_of_desk.get(place, -1) > made:
            raise Violation(f"order: {decision.op} {decision.id} came after a later one of its desk on that report")
        self._check_token(decision, before)
        if decision.subject.base_version is not None and maker(before) != self.seen_as[decision.id]:
            raise Violation(f"blind: {decision.op} {decision.id} stands on a state its desk never saw")
        revoked_at = past.revoked_at.get(decision.actor_session_id)
        if revoked_at is not None and decision.decided_at > revoked_at:
            raise Violation(f"revoked: {decision.op} {decision.id} was decided after its session had ended")
        if broken := self.handled.effect(decision, before, effect.after):
            raise Violation(broken)
        past.applied[decision.id] = report_id
        past.last_of_desk[place] = made
        past.newest[report_id] = max(effect.after.last_token, past.newest.get(report_id, 0))
        claim = effect.after.claim
        if claim is not None:
            past.given[report_id, claim.token] = claim.desk_id, claim.holder_id

    def _check_token(self, decision: Decision, before: Report) -> None:
        """The token brought is the newest, and was given to this very person at this desk.

        A guarded decision from before a restore, sent again, stands on the very decision it was made on or not at all
        (`blind`): tokens of the lost past say nothing. So does one that a desk with a late clock dates before it.
        """
        if decision.token is None or traits_of(decision.act).lease_free:
            return
        if decision.subject.base_version is not None and self._is_of_before(decision):
            return
        newest = self._past.newest.get(before.id, 0)
        whose = self._past.given.get((before.id, decision.token))
        if decision.token != newest or whose != (decision.desk_id, decision.actor_id):
            raise Violation(f"token: {decision.op} {decision.id} brought {decision.token}, {newest} was given last")

    def _is_of_before(self, decision: Decision) -> bool:
        """Made before the restore, or dated before it: the server has a desk's word for when, nothing else."""
        if self.attempted[decision.id] < self._restored_at:
            return True
        return self._restored_time is not None and decision.decided_at < self._restored_time

    # What must be true in the end

    def check_kept(self, desk: SimDesk) -> None:
        """All a desk acknowledged is in its ledger, and a refusal nobody dismissed is shown."""
        shown = {row.decision.id for row in desk.store.attention()}
        states = states_of(desk)
        for decision_id, (number, _) in self.acknowledged.items():
            if number != desk.number:
                continue
            if decision_id not in states:
                raise Violation(f"lost: {decision_id} is not in its ledger any more")
            if states[decision_id] is LedgerState.REFUSED and (decision_id in shown) == (decision_id in self.dismissed):
                raise Violation(f"unseen: refused {decision_id} is not in needs attention")

    def check_effects(self, desks: list[SimDesk], server: SimServer) -> None:
        """Every decision of a ledger is once on the server, or refused there and here."""
        entries: Counter[str] = Counter()
        for report in server.reports():
            # A merge leaves its own line on the case it went to besides.
            own = (entry for entry in report.timeline if not entry.kind.startswith("merge."))
            entries.update(entry.decision_id for entry in own if entry.decision_id)
        buried = set(self._past.applied.values()) - {r.id for r in server.reports()}
        states = [states_of(desk) for desk in desks]
        for decision_id, (number, report_id) in self.acknowledged.items():
            state = states[number].get(decision_id, LedgerState.WAITING)
            if state is LedgerState.WAITING:
                raise Violation(f"stalled: {decision_id} still waits")
            wanted = 1 if state is LedgerState.APPLIED else 0
            found = entries[decision_id]
            if report_id not in buried and found != wanted:
                raise Violation(f"effects: {decision_id}, {state}, is there {found} times")
        applied = {decision_id for number, each in enumerate(states) for decision_id in _applied(each)}
        if broken := self.handled.check(server.reports(), applied):
            raise Violation(broken)
        if unknown := set(entries) - set(self.attempted):
            raise Violation(f"invented: {sorted(unknown)[:3]}")

    def check_journal(self, desk: SimDesk, folder_key: bytes) -> None:
        """The second copy holds all that was acknowledged, in the ledger's order."""
        copied = [record.id for record in read_journal(desk.journal.path, folder_key).records]
        if copied != [row[0] for row in desk.store.ledger_raw()]:
            raise Violation("journal: it does not hold what the ledger holds")


def maker(report: Report) -> str:
    """Id of the decision that made the state a guarded act replaces (the driver's own reading of the timeline)."""
    guarded = [entry.decision_id for entry in report.timeline if entry.before is not None]
    return guarded[-1] if guarded else ""


def _applied(states: dict[str, LedgerState]) -> list[str]:
    return [decision_id for decision_id, state in states.items() if state is LedgerState.APPLIED]


def states_of(desk: SimDesk) -> dict[str, LedgerState]:
    """Where each decision of a desk's ledger stands."""
    with desk.store.database.read() as connection:
        rows = connection.exec_driver_sql("SELECT id, state FROM ledger").all()
    return {row[0]: LedgerState(row[1]) for row in rows}


def check_same(desk: SimDesk, server: SimServer) -> None:
    """The mirror is the feed, and with nothing pending the screen is the server's word."""
    truth = {report.id: report for report in server.reports()}
    with desk.store.database.read() as connection:
        held = {row[0] for row in connection.exec_driver_sql("SELECT id FROM mirror_report")}
    if held != set(truth):
        raise Violation(f"mirror: holds {len(held)} reports, the server {len(truth)}")
    for report_id, report in truth.items():
        if desk.store.report(report_id) != report:
            raise Violation(f"mirror: {report.number} differs at desk {desk.number}")
        shown = desk.store.shown(report_id)
        if shown is None or shown.report != report or shown.waiting or shown.doubtful:
            raise Violation(f"shown: {report.number} differs at desk {desk.number} with nothing pending")
    units = {unit.id: unit for unit in desk.store.units()}
    if units != server.units():
        raise Violation(f"shown: units differ at desk {desk.number}")
