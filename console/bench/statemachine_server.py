"""The central server of 'bench statemachine': real parts on SQLite, asked without a wire.

Why so long: one short method per route and per thing that can befall a server.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import insert, select, update

from console.bench.invented_reports import invented_report
from console.contract.codec import decode, encode
from console.contract.decisions import DecisionAnswers, DecisionResult
from console.contract.feed import ChangesPage, SnapshotPage
from console.contract.recall import OTHER_EPOCH, Recall, Recalled, Warrant
from console.contract.session import Heartbeat, LeaseAnswer
from console.domain.agency import Agency, Site
from console.domain.attachment import Attachment
from console.domain.casework import Facts
from console.domain.decision import Decision
from console.domain.errors import AccessFault, InputFault, NetworkFault
from console.domain.person import Actor, Role
from console.domain.report import Report, ReportKind
from console.domain.unit import Unit
from console.server import tables
from console.server.casefile import load, load_all
from console.server.database import Tx
from console.server.feed import changes_after, snapshot_after
from console.server.parts import Parts, assemble
from console.server.refusals import RequestRefused
from console.server.sessions import SESSION_FOR, session_by_id
from console.server.tokens import hash_of
from console.server.warrants import sealed_warrant

REPORTS, UNITS, DESKS = 3, 3, 6
PEOPLE = tuple(
    Actor(id=f"person-{n}", name=f"Petugas {n}", role=Role.SUPERVISOR if n % 2 == 0 else Role.OPERATOR)
    for n in range(DESKS + 2)
)
DESK_IDS = tuple(f"desk-{n}" for n in range(DESKS))
AGENCY = Agency(id="agency-1", revision=1, name="Dinas rekaan", short_name="Dinas", phone="+62 800 000 0123")


class ServerDied(Exception):
    """The server process ended inside a request: nothing of the open transaction stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """A decision that took effect: what the case was before it and after."""

    decision: Decision
    before: Report
    after: Report


def make_template(file: Path, now: datetime) -> None:
    """A server's database with people, desks, reports, units and an agency."""
    parts = assemble(f"sqlite:///{file}", lambda: now, file.parent / "media")
    with parts.database.write() as tx:
        parts.casefile.put(tx, Site(revision=2, name="bench"), now)
        parts.casefile.put(tx, AGENCY, now)
        for n in range(UNITS):
            parts.casefile.put(tx, Unit(id=f"unit-{n}", revision=1, call_sign=f"Patroli {n}", name="Contoh"), now)
        for n in range(REPORTS):
            report = replace(invented_report(n), kind=ReportKind.REPORT, attachments=_files(n, now), priority=2 + n % 2)
            parts.casefile.save_report(tx, report, now, new=True)
        for desk_id in DESK_IDS:
            row = {"id": desk_id, "name": desk_id, "secret_hash": hash_of(desk_id), "enrolled_at": now}
            tx.execute(insert(tables.desks), row)
        for person in PEOPLE:
            tx.execute(insert(tables.users), {
                "id": person.id, "login": person.id, "name": person.name, "role": person.role.value,
                "passphrase_hash": "", "active": True, "created_at": now,
            })  # fmt: skip
    parts.close()


def _files(number: int, now: datetime) -> tuple[Attachment, ...]:
    """A photo and a film: what is known of them, nobody opens their bytes here."""
    return tuple(
        Attachment(
            id=f"file-{number}-{media_type[:5]}", name="", media_type=media_type, size_bytes=9,
            sha256=hashlib.sha256(f"{number}/{media_type}".encode()).hexdigest(), received_at=now,
        )
        for media_type in ("image/jpeg", "video/mp4")
    )  # fmt: skip


class SimServer:
    """Real parts; `die_in(n)` kills it inside the n-th effect from now, `told` hears of effects once they are durable.

    `now` is the one true time of the simulation.
    """

    def __init__(
        self, folder: Path, template: Path, now: Callable[[], datetime], told: Callable[[Effect], None]
    ) -> None:
        self._file = folder / "server.db"
        self._backup = folder / "backup.db"
        self._now = now
        self._told = told
        self._die_in = 0
        shutil.copyfile(template, self._file)
        self.parts = self._start()

    def _start(self, *, restored: bool = False) -> Parts:
        parts = assemble(f"sqlite:///{self._file}", self._now, self._file.parent / "media", restored=restored)
        parts.receipts.effects.append(self._effect)
        return parts

    def _effect(self, tx: Tx, decision: Decision, before: Facts, after: Facts, now: datetime) -> None:
        if self._die_in:
            self._die_in -= 1
            if self._die_in == 0:
                raise ServerDied
        if before.report is not None and after.report is not None:
            effect = Effect(decision=decision, before=before.report, after=after.report)
            tx.after_commit.append(lambda: self._told(effect))

    # Its life

    def die_in(self, effects: int) -> None:
        """Die inside the effect that comes as the so many-th from now; 0 live on."""
        self._die_in = effects

    def restart(self) -> None:
        """Start again on what the file holds."""
        self._die_in = 0
        self.parts.close()
        self.parts = self._start()

    def back_up(self) -> None:
        """Copy the whole database as it is now."""
        self._backup.unlink(missing_ok=True)
        self.parts.database.copy_to(self._backup)

    def restore(self) -> bool:
        """Put the backup in place and say so; False when there is none."""
        if not self._backup.exists():
            return False
        self.parts.close()
        for suffix in ("", "-wal", "-shm"):
            Path(f"{self._file}{suffix}").unlink(missing_ok=True)
        shutil.copyfile(self._backup, self._file)
        self._die_in = 0
        self.parts = self._start(restored=True)
        return True

    def close(self) -> None:
        """End it."""
        self.parts.close()

    # People

    def open_session(self, actor: Actor) -> Warrant:
        """Sign somebody in; passphrases are not what is proven here."""
        now = self._now()
        with self.parts.database.write() as tx:
            tx.execute(insert(tables.sessions), {
                "id": actor.session_id, "user_id": actor.id, "name": actor.name, "role": actor.role.value,
                "desk_id": actor.desk_id, "issued_at": now, "access_hash": hash_of("a" + actor.session_id),
                "access_until": now + SESSION_FOR, "refresh_hash": hash_of("r" + actor.session_id), "refreshed_at": now,
            })  # fmt: skip
        return sealed_warrant(self.parts.identity, actor, now)

    def sign_out(self, actor: Actor) -> None:
        """As the route does."""
        if self._session_ended(actor) is None:
            self.parts.sessions.end(actor.session_id)
            self.parts.leases.free(actor.id, actor.desk_id)

    def revoke(self, person_id: str) -> tuple[str, ...]:
        """As the route does; the person is let in again at once. Ids of the sessions that ended."""
        ended = self.parts.sessions.end_all_of(person_id)
        for session in ended:
            self.parts.leases.free(session.actor.id, session.actor.desk_id)
        with self.parts.database.write() as tx:
            tx.execute(update(tables.users).where(tables.users.c.id == person_id), {"active": True})
        return tuple(session.id for session in ended)

    def _session_ended(self, actor: Actor) -> str | None:
        with self.parts.database.read() as connection:
            session = session_by_id(connection, actor.session_id)
        if session is None:
            return "unknown"
        return "revoked" if session.revoked_at is not None else None

    def _admit(self, actor: Actor | None) -> Actor:
        if actor is None or self._session_ended(actor) is not None:
            raise AccessFault("session_ended", "Sign in again.")
        return actor

    # What desks ask

    @property
    def epoch(self) -> str:
        """As the route of health tells it."""
        return self.parts.identity.epoch

    def recall(self, desk_id: str, told: Recall) -> Recalled:
        """As the route does."""
        return self.parts.restored.take(desk_id, decode(encode(told), Recall))

    def decide(self, desk_id: str, epoch: str, raws: Sequence[bytes]) -> DecisionAnswers:
        """As the route does, over the wire's own JSON."""
        if epoch and epoch != self.epoch:
            raise InputFault(OTHER_EPOCH, "This server came back from a backup.", status=412)
        try:
            results = self.parts.receipts.answer_all(desk_id, tuple(raws))
        except RequestRefused as refusal:
            raise InputFault(refusal.code, refusal.message, field=refusal.field, status=refusal.status) from refusal
        return decode(encode(DecisionAnswers(epoch=self.parts.identity.epoch, results=results)), DecisionAnswers)

    def changes(self, actor: Actor | None, after: int, limit: int, epoch: str) -> ChangesPage:
        """As the route does."""
        self._admit(actor)
        self.parts.restored.heed_cursor(epoch, after)
        with self.parts.database.read() as connection:
            page = changes_after(connection, after, limit, self.parts.identity.epoch, self._now())
        return decode(encode(page), ChangesPage)

    def snapshot(self, actor: Actor | None, after: str, limit: int) -> SnapshotPage:
        """As the route does."""
        self._admit(actor)
        with self.parts.database.read() as connection:
            page = snapshot_after(connection, after, limit, self.parts.identity.epoch)
        return decode(encode(page), SnapshotPage)

    def beat(self, actor: Actor | None, beat: Heartbeat) -> LeaseAnswer:
        """As the route does."""
        return self.parts.leases.keep(self._admit(actor).desk_id, beat.leases)

    # What the driver reads

    def reports(self) -> tuple[Report, ...]:
        """Every report as the server holds it."""
        with self.parts.database.read() as connection:
            return load_all(connection, Report)

    def units(self) -> dict[str, Unit]:
        """Every unit by id."""
        with self.parts.database.read() as connection:
            return {unit.id: unit for unit in load_all(connection, Unit)}

    def report(self, report_id: str) -> Report | None:
        """One report."""
        with self.parts.database.read() as connection:
            return load(connection, Report, report_id)

    def bury(self, report_id: str) -> bool:
        """Withdraw a report: a tombstone in the feed."""
        with self.parts.database.write() as tx:
            report = load(tx, Report, report_id)
            if report is None:
                return False
            self.parts.casefile.bury(tx, "report", report_id, report.revision + 1, self._now(), "withdrawn")
        return True

    def outcomes(self) -> dict[tuple[str, str], str]:
        """By (desk id, decision id): what its receipt says."""
        columns = tables.receipts.c
        with self.parts.database.read() as connection:
            rows = connection.execute(select(columns.desk_id, columns.decision_id, columns.result)).all()
        return {(row[0], row[1]): decode(row[2], DecisionResult).outcome.value for row in rows}


def lost(what: str) -> NetworkFault:
    """What a desk sees of a request that went nowhere, or whose answer did."""
    return NetworkFault("timeout" if what == "reply" else "unreachable", f"{what} lost")

