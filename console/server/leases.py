"""Leases on cases: server time decides, a heartbeat renews."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import cast

from sqlalchemy import bindparam, delete, insert, select, update

from console.contract.audit import named
from console.contract.session import HeldLease, LeaseAnswer
from console.domain.casework import Facts, events
from console.domain.person import Actor
from console.domain.report import Claim, Report, held_by
from console.server import tables
from console.server.audit import note
from console.server.casefile import Casefile, load
from console.server.database import Database, Tx

LAPSED = datetime(9999, 1, 1, tzinfo=UTC)
"""Expiry of a lease whose running out was told; the row stays, so that its holder's signing out finds the case."""
_leases = tables.leases
_expiry = select(_leases.c.expires_at).where(_leases.c.report_id == bindparam("b_report"))
_renew = (
    update(_leases)
    .where(
        _leases.c.report_id == bindparam("b_report"), _leases.c.token == bindparam("b_token"),
        _leases.c.desk_id == bindparam("b_desk"), _leases.c.expires_at > bindparam("b_now"),
        _leases.c.expires_at < LAPSED,
    )
    .values(expires_at=bindparam("until"))
)  # fmt: skip


class Leases:
    """Who may work on which case until when."""

    def __init__(self, database: Database, casefile: Casefile, now: Callable[[], datetime]) -> None:
        self._database = database
        self._casefile = casefile
        self._now = now

    def follow(self, tx: Tx, before: Report | None, after: Report, actor: Actor, now: datetime) -> None:
        """After a decision: its own holder's lease runs from now; without a claim there is none."""
        claim, earlier = after.claim, before.claim if before else None
        if claim is None:
            if earlier is not None:
                tx.execute(delete(_leases).where(_leases.c.report_id == after.id))
            return
        if claim == earlier and (claim.lapsed or not held_by(after, actor)):
            return
        self._start(tx, after.id, claim, now + timedelta(seconds=self._casefile.site.lease_s))

    def _start(self, tx: Tx, report_id: str, claim: Claim, until: datetime) -> None:
        row = {"token": claim.token, "holder_id": claim.holder_id, "desk_id": claim.desk_id, "expires_at": until}
        if tx.execute(update(_leases).where(_leases.c.report_id == report_id), row).rowcount == 0:
            tx.execute(insert(_leases), {**row, "report_id": report_id})

    def seen_at(self, tx: Tx, facts: Facts, now: datetime) -> Facts:
        """The facts as of `now`: a lease that has run out is lapsed, also before the job that tells so came by."""
        report = facts.report
        if report is None or report.claim is None or report.claim.lapsed:
            return facts
        until = cast("datetime | None", tx.execute(_expiry, {"b_report": report.id}).scalar())
        if until is None or until > now:
            return facts
        return replace(facts, report=events.lease_lapsed(report))

    def keep(self, desk_id: str, held: tuple[HeldLease, ...]) -> LeaseAnswer:
        """Renew what a desk still holds; a lapsed one comes back unless somebody took the case."""
        now = self._now()
        kept: list[str] = []
        if not held:
            return LeaseAnswer(kept=(), lost=(), lease_s=self._casefile.site.lease_s, server_time=now)
        with self._database.write() as tx:
            lease_s = self._casefile.site.lease_s
            until = now + timedelta(seconds=lease_s)
            for lease in held:
                wanted = {
                    "b_report": lease.report_id, "b_token": lease.token, "b_desk": desk_id,
                    "b_now": now, "until": until,
                }  # fmt: skip
                if tx.execute(_renew, wanted).rowcount or self._revived(tx, desk_id, lease, until, now):
                    kept.append(lease.report_id)
        lost = tuple(lease.report_id for lease in held if lease.report_id not in kept)
        return LeaseAnswer(kept=tuple(kept), lost=lost, lease_s=lease_s, server_time=now)

    def _revived(self, tx: Tx, desk_id: str, lease: HeldLease, until: datetime, now: datetime) -> bool:
        report = load(tx, Report, lease.report_id)
        claim = report.claim if report else None
        if report is None or claim is None or claim.desk_id != desk_id or claim.token != lease.token:
            return False
        self._start(tx, report.id, claim, until)
        renewed = events.lease_renewed(report)
        if renewed is not report:
            self._casefile.save_report(tx, renewed, now)
            note(tx, now, "lease", "renewed", desk=desk_id, subject=named("report", report.id))
        return True

    def lapse_due(self) -> int:
        """Mark every case whose lease ran out; how many there were."""
        now = self._now()
        due = select(_leases.c.report_id).where(_leases.c.expires_at <= now)
        with self._database.read() as connection:
            if connection.execute(due.limit(1)).first() is None:
                return 0
        with self._database.write() as tx:
            ids = [cast("str", row[0]) for row in tx.execute(due).all()]
            for report_id in ids:
                tx.execute(update(_leases).where(_leases.c.report_id == report_id), {"expires_at": LAPSED})
                report = load(tx, Report, report_id)
                lapsed = events.lease_lapsed(report) if report else None
                if lapsed is not None and lapsed is not report:
                    self._casefile.save_report(tx, lapsed, now)
                    note(tx, now, "lease", "lapsed", subject=named("report", report_id))
        return len(ids)

    def free(self, holder_id: str, desk_id: str) -> int:
        """Signing out frees every case of this person at this desk at once, lapsed ones too; how many."""
        now = self._now()
        own = select(_leases.c.report_id).where(_leases.c.holder_id == holder_id, _leases.c.desk_id == desk_id)
        with self._database.write() as tx:
            ids = [cast("str", row[0]) for row in tx.execute(own).all()]
            for report_id in ids:
                tx.execute(delete(_leases).where(_leases.c.report_id == report_id))
                report = load(tx, Report, report_id)
                claim = report.claim if report else None
                if report and claim and (claim.holder_id, claim.desk_id) == (holder_id, desk_id):
                    self._casefile.save_report(tx, events.lease_freed(report, now), now)
                    note(tx, now, "lease", "freed", actor=named("user", holder_id), desk=desk_id,
                         subject=named("report", report_id))  # fmt: skip
        return len(ids)

