"""After a restore: what desks still know is taken back, nothing of before passes for new."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select

from console.contract.audit import named
from console.contract.codec import decode
from console.contract.recall import Recall, Recalled, Warrant
from console.domain.acts import BreakClaim
from console.domain.casework import Facts, restated
from console.domain.casework.assignment import open_assignment
from console.domain.casework.recalled import as_received
from console.domain.casework.undo import version_maker
from console.domain.decision import Decision
from console.domain.person import Actor
from console.domain.report import Claim, Report, held_by
from console.domain.unit import UnitStatus
from console.server import tables
from console.server.audit import note, note_file
from console.server.casefile import Casefile, load
from console.server.counters import new_number
from console.server.database import Database, Tx
from console.server.feed import last_seq
from console.server.identity import Identity, begin_epoch
from console.server.sessions import session_by_id
from console.server.tokens import hash_of, new_token
from console.server.warrants import is_ours

_log = logging.getLogger(__name__)

RECALL_FOR = timedelta(minutes=10)
"""How long after a restore a decision from before it is asked for again instead of refused."""
_REPORTS_UP_TO = timedelta(days=31)
_reports, _sessions, _media = tables.reports, tables.sessions, tables.media


class Restored:
    """Everything here does nothing on a server that never was restored."""

    def __init__(
        self,
        database: Database,
        casefile: Casefile,
        identity: Identity,
        now: Callable[[], datetime],
        begun: Callable[[], None] = lambda: None,
    ) -> None:
        """`begun` is told when a new epoch began while the server runs."""
        self._database = database
        self._casefile = casefile
        self._identity = identity
        self._now = now
        self._begun = begun
        self._lock = threading.Lock()

    def heed_cursor(self, epoch: str, after: int) -> None:
        """A desk that has seen more of this very epoch than there is proves that the database was put back.

        `epoch` is the cursor's own, not the one the desk's decisions go to: a desk learns of a restore by either lane,
        and between the two its old cursor must not pass for a new one's.

        It happens when a backup was started on without its note (high_water.py) and without --restored.
        """
        if epoch != self._identity.epoch:
            return
        with self._lock:
            if epoch != self._identity.epoch:
                return
            with self._database.read() as connection:
                newest = last_seq(connection)
            if after > newest:
                _log.warning("a desk knows of more than there is", extra={"after": after, "newest": newest})
                begin_epoch(self._database, self._identity, self._now())
                self._begun()

    # Decisions

    def is_of_before(self, decision: Decision) -> bool:
        """Whether it was decided before the restore: it may have been applied once and be on its way again."""
        at = self._identity.restored_at
        return at is not None and decision.decided_at < at

    def asks_again(self, tx: Tx, decision: Decision, now: datetime) -> bool:
        """Whether a refusal would be rash: what this decision stood on may still be on its way from another desk.

        Not when the case has gone on from the very version it was made on: that never comes back.
        """
        at = self._identity.restored_at
        if at is None or decision.decided_at >= at or now >= at + RECALL_FOR:
            return False
        report, subject = load(tx, Report, decision.subject.id), decision.subject
        if report is None or subject.base_version is None or subject.base_version > report.version:
            return True
        return subject.base_version == report.version and subject.base_decision in (None, version_maker(report))

    def as_judged(self, decision: Decision, facts: Facts, actor: Actor) -> tuple[Decision, Facts]:
        """Decision and facts for judge().

        A guarded decision of before stands or falls with the version and decision it was made on: the same one again
        proves that nobody came between, so its old token and whose the lease is by now are not asked. For a new
        decision no token given before the restore is worth anything, unless the server itself knows its holder.
        """
        report = facts.report
        if report is None or self._identity.restored_at is None:
            return decision, facts
        if not self.is_of_before(decision):
            return decision, self.fenced(decision, facts, actor)
        if decision.subject.base_version is None:
            return decision, facts
        if not held_by(report, actor) and not isinstance(decision.act, BreakClaim):
            facts = replace(facts, report=replace(report, claim=_claim_of(actor, decision, report)))
        return replace(decision, token=None), facts

    def lent(self, tx: Tx, decision: Decision, facts: Facts) -> Facts:
        """Facts in which a unit sent elsewhere *later* than this decision of before is still to be had.

        Orders of before come back desk by desk: the unit's next case may be here before the one it came from. Whoever
        keeps the facts afterwards keeps the unit as it is now (`kept`).
        """
        report = facts.report
        if report is None or not self.is_of_before(decision):
            return facts
        for unit in facts.units:
            if unit.report_id in ("", report.id):
                continue
            other = load(tx, Report, unit.report_id)
            order = open_assignment(other, unit.id) if other else None
            if order is not None and order.ordered_at > decision.decided_at:
                facts = facts.with_unit(replace(unit, status=UnitStatus.AVAILABLE, report_id="", report_number=""))
        return facts

    def kept(self, decision: Decision, before: Facts, after: Facts) -> Facts:
        """The facts to be written: a unit that is on another case by now stays there."""
        report = before.report
        if report is None or not self.is_of_before(decision):
            return after
        for unit in before.units:
            if unit.report_id not in ("", report.id):
                after = after.with_unit(unit)
        return after

    def fenced(self, decision: Decision, facts: Facts, actor: Actor) -> Facts:
        """Facts under which a new decision's claim gets a token no desk has ever heard of."""
        report, floor = facts.report, self._identity.token_floor
        if report is None or self.is_of_before(decision) or report.last_token >= floor or held_by(report, actor):
            return facts
        return replace(facts, report=replace(report, last_token=floor))

    def unfenced(self, before: Facts, after: Facts) -> Facts:
        """The facts to be kept: a fence no claim has passed is taken away again."""
        was, is_now = before.report, after.report
        if was is None or is_now is None or is_now.last_token != self._identity.token_floor:
            return after
        return replace(after, report=replace(is_now, last_token=was.last_token))

    # What desks give back

    def take(self, desk_id: str, told: Recall) -> Recalled:
        """Take back sessions, tokens and reports; which reports are wanted besides.

        Raises:
            InputFault: a report's body is not one.
        """
        if self._identity.restored_at is None:
            return Recalled(epoch=self._identity.epoch)
        reports = [decode(bytes(raw), Report) for raw in told.reports]
        now = self._now()
        with self._database.write() as tx:
            for warrant in told.warrants:
                self._take_session(tx, desk_id, warrant, now)
            for report in reports:
                self._take_report(tx, desk_id, report, now)
            wanted = tuple(each for each in told.known if not _known(tx, each))
            for report_id, token in told.known.items():
                self._take_token(tx, desk_id, report_id, token, now)
        return Recalled(epoch=self._identity.epoch, wanted=wanted)

    def _take_session(self, tx: Tx, desk_id: str, warrant: Warrant, now: datetime) -> None:
        ours = warrant.desk_id == desk_id and is_ours(self._identity, warrant)
        if not ours or session_by_id(tx, warrant.session_id) is not None:
            return
        # Its tokens were the lost server's; whoever sits there signs in again.
        tx.execute(insert(_sessions), {
            "id": warrant.session_id, "user_id": warrant.actor_id, "name": warrant.name, "role": warrant.role.value,
            "desk_id": warrant.desk_id, "issued_at": warrant.issued_at, "access_hash": hash_of(new_token()),
            "access_until": now, "refresh_hash": hash_of(new_token()), "refreshed_at": now,
        })  # fmt: skip
        note(tx, now, "recall", what="session", desk=desk_id, subject=named("session", warrant.session_id))

    def _take_report(self, tx: Tx, desk_id: str, report: Report, now: datetime) -> None:
        at = self._identity.restored_at
        if at is None or not at - _REPORTS_UP_TO < report.received_at < at or _known(tx, report.id):
            return
        taken = tx.execute(select(_reports.c.id).where(_reports.c.number == report.number)).first() is not None
        if taken:
            # Only when the restore was noticed late. Under a new number rather than not at all.
            number = new_number(tx, report.kind, report.received_at, self._casefile.site.zone)
            report = replace(report, number=number)
        self._casefile.save_report(tx, as_received(report), now, new=True)
        what, outcome = "report", "renumbered" if taken else ""
        note(tx, now, "recall", outcome, what=what, desk=desk_id, subject=named("report", report.id))
        for each in report.attachments:
            if tx.execute(select(_media.c.id).where(_media.c.id == each.id)).first() is None:
                tx.execute(insert(_media), {
                    "id": each.id, "report_id": report.id, "sha256": each.sha256, "size_bytes": each.size_bytes,
                    "media_type": each.media_type, "name": each.name, "received_at": each.received_at,
                })  # fmt: skip
                note_file(tx, now, "recalled", report.id, each, named("desk", desk_id))

    def _take_token(self, tx: Tx, desk_id: str, report_id: str, token: int, now: datetime) -> None:
        """A higher token was given before: whoever the backup calls the holder was taken off since."""
        at, report = self._identity.restored_at, load(tx, Report, report_id)
        claim = report.claim if report else None
        if at is None or report is None or claim is None or claim.taken_at >= at:
            return
        if claim.token < token < self._identity.token_floor:
            # Not lapsed only: his desk would keep it alive with the next heartbeat.
            tx.execute(delete(tables.leases).where(tables.leases.c.report_id == report_id))
            freed = restated(replace(report, claim=None, last_token=max(token, report.last_token)))
            self._casefile.save_report(tx, freed, now)
            note(tx, now, "recall", what="lease", desk=desk_id, subject=named("report", report_id))


def _claim_of(actor: Actor, decision: Decision, report: Report) -> Claim:
    return Claim(
        holder_id=actor.id, holder_name=actor.name, desk_id=actor.desk_id, token=report.last_token,
        taken_at=decision.decided_at,
    )  # fmt: skip


def _known(tx: Tx, report_id: str) -> bool:
    return tx.execute(select(_reports.c.id).where(_reports.c.id == report_id)).first() is not None

