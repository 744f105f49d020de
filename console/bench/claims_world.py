"""What 'bench claims' fights over: desks, people, sessions and reports in a database."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import insert

from console.bench.invented_reports import invented_report
from console.domain.agency import Site
from console.domain.person import Actor, Role
from console.domain.report import ReportKind
from console.server import tables
from console.server.parts import assemble
from console.server.tokens import hash_of


@dataclass(frozen=True, slots=True, kw_only=True)
class OperatorPlan:
    """One operator at a desk of his own; his desk's clock is `wrong_s` off and runs `speed` times as fast."""

    number: int
    supervisor: bool
    wrong_s: float
    speed: float
    seed: int

    @property
    def actor(self) -> Actor:
        """Who decides."""
        return Actor(
            id=f"person-{self.number}",
            name=f"Petugas {self.number}",
            role=Role.SUPERVISOR if self.supervisor else Role.OPERATOR,
            session_id=f"0195e9b2-0000-7000-8000-{self.number:012x}",
            desk_id=f"desk-{self.number}",
        )

    @property
    def secret(self) -> str:
        """The desk's, and the session's access token; of an invented server on this machine."""
        return f"secret-{self.seed}-{self.number}"


def plans(operators: int, seed: int) -> list[OperatorPlan]:
    """One in ten is a supervisor, two in three desks have a wrong clock: an hour off either way, or double speed."""
    clocks = ((0.0, 1.0), (3600.0, 1.0), (-3600.0, 1.0), (0.0, 2.0), (3600.0, 2.0), (0.0, 1.0))
    return [
        OperatorPlan(
            number=n, supervisor=n % 10 == 0, wrong_s=clocks[n % 6][0], speed=clocks[n % 6][1], seed=seed
        )
        for n in range(operators)
    ]


def prepare(file: Path, people: list[OperatorPlan], reports: int, lease_s: int) -> None:
    """Make the database: a short lease, everybody signed in, open reports nobody has claimed."""
    now = datetime.now(UTC)
    parts = assemble(f"sqlite:///{file}", lambda: now, file.parent / "media")
    with parts.database.write() as tx:
        # The site's own setting; an administrator may not choose less than ten seconds, which would take all night.
        parts.casefile.put(tx, Site(revision=2, name="bench", lease_s=lease_s), now)
        for n in range(reports):
            report = replace(invented_report(n), kind=ReportKind.REPORT, attachments=(), priority=3, category="other")
            parts.casefile.save_report(tx, report, now, new=True)
        for plan in people:
            actor = plan.actor
            tx.execute(insert(tables.users), {
                "id": actor.id, "login": actor.id, "name": actor.name, "role": actor.role.value,
                "passphrase_hash": "", "active": True, "created_at": now,
            })  # fmt: skip
            desk = {"id": actor.desk_id, "name": actor.desk_id, "secret_hash": hash_of(plan.secret)}
            tx.execute(insert(tables.desks), {**desk, "enrolled_at": now})
            tx.execute(insert(tables.sessions), {
                "id": actor.session_id, "user_id": actor.id, "name": actor.name, "role": actor.role.value,
                "desk_id": actor.desk_id, "issued_at": now - timedelta(hours=2), "access_hash": hash_of(plan.secret),
                "access_until": now + timedelta(days=1), "refresh_hash": hash_of(f"r{plan.secret}"),
                "refreshed_at": now,
            })  # fmt: skip
    parts.close()
