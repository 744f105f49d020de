"""Server process and desks of 'bench restore'; notes what desks acknowledge."""

from __future__ import annotations

import functools
import random
import shutil
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from console import core as core_module
from console import paths
from console.bench.crash_desk import QuickSlot
from console.clock import SystemClock
from console.contract.admin import EnrolmentCode, NewEnrolment, NewUser
from console.contract.codec import decode, encode
from console.contract.decisions import DecisionResult
from console.contract.fleet import NewUnit, NewUnits
from console.contract.ids import new_id
from console.contract.intake import NewReport, NewSource, SourceKey
from console.core import Core
from console.decode.pool import Decoder
from console.desk.decide import Decided
from console.domain import acts
from console.domain.acts import Act
from console.domain.decision import Outcome
from console.domain.person import Role
from console.domain.report import OPEN_ASSIGNMENTS, Report, SourceKind
from console.embedded import Embedded
from console.paths import Profile
from console.server.casefile import load_all
from console.server.database import Database
from console.server.tables import receipts
from console.simulate.sender import Sender
from console.store import slots
from console.store.store import Store

PASSPHRASE, UNITS = "kata sandi rekaan", 24


@dataclass(slots=True, kw_only=True)
class Held:
    """What a server's database holds: reports and units by id, the answer to each decision."""

    reports: dict[str, Report]
    outcomes: dict[str, Outcome]

    @property
    def effects(self) -> list[str]:
        """Ids of the decisions on the timelines."""
        return [e.decision_id for report in self.reports.values() for e in report.timeline if e.decision_id]


def held_in(file: Path) -> Held:
    """Read from the file itself, not asked of the server."""
    database = Database(f"sqlite:///{file}")
    try:
        with database.read() as connection:
            rows = connection.execute(receipts.select()).mappings()
            outcomes = {str(row["decision_id"]): decode(bytes(row["result"]), DecisionResult).outcome for row in rows}
            return Held(reports={each.id: each for each in load_all(connection, Report)}, outcomes=outcomes)
    finally:
        database.close()


class Center:
    """The server process; `put_back` is what an administrator does after the disk failed."""

    def __init__(self, folder: Path, bug: str) -> None:
        self.file = folder / "server" / "server.db"
        self.file.parent.mkdir(parents=True)
        program = [sys.executable, "-m", "console.bench.restore_breaks", bug] if bug else paths.own_command()
        self._command = [*program, "--profile", str(folder)]
        self.child = Embedded.start(self._command, self.file, log=folder / "server.log")
        self._sender = Sender(self.address, self.child.admin_key)
        source = NewSource(id="aplikasi", name="Aplikasi (rekaan)", kind=SourceKind.CITIZEN_APP, per_second=1000.0)
        made = self._sender.post("/v1/admin/sources", encode(source))
        self._app = Sender(self.address, decode(made, SourceKey).key)
        units = tuple(NewUnit(id=f"unit-{n}", call_sign=f"U{n:02d}", name="Rekaan") for n in range(UNITS))
        self._sender.post("/v1/admin/units", encode(NewUnits(units=units)))

    @property
    def address(self) -> str:
        """The same after put_back()."""
        return self.child.address

    def hire(self, login: str, role: Role) -> None:
        """A person who may sign in."""
        new = NewUser(login=login, name=f"{login} (rekaan)", role=role, passphrase=PASSPHRASE)
        self._sender.post("/v1/admin/users", encode(new))

    def code(self, uses: int) -> str:
        """With which desks enrol."""
        made = self._sender.post("/v1/admin/enrolments", encode(NewEnrolment(uses=uses)))
        return decode(made, EnrolmentCode).code

    def report_in(self, text: str) -> str:
        """A citizen's report; its id."""
        report_id = new_id()
        self._app.post("/v1/reports", encode(NewReport(id=report_id, text=text, lat=-7.97, lon=112.63)))
        return report_id

    def put_back(self, backup: Path, aside: Path) -> None:
        """The server stops, a backup takes its database's place, it starts again; the old file goes `aside`."""
        self.child.stop()
        for ending in ("-wal", "-shm"):
            Path(f"{self.file}{ending}").unlink(missing_ok=True)
        shutil.move(self.file, aside)
        shutil.copy(backup, self.file)
        self.child.restart()

    def stop(self) -> None:
        """End it."""
        self._sender.close()
        self._app.close()
        self.child.stop()


@dataclass(slots=True)
class Seat:
    """A console core with a person who decides at random; acknowledged ids in order."""

    core: Core
    login: str
    chance: random.Random
    acknowledged: list[str] = field(default_factory=list)

    @classmethod
    def take(cls, folder: Path, center: Center, login: str, code: str, seed: int) -> Seat:
        """Enrol a workstation and sit down."""
        seat = cls(Core(Profile(folder).make(), center.address, SystemClock()), login, random.Random(f"{seed} {login}"))
        seat.core.session.enrol(code, login)
        seat.sit_down()
        return seat

    @property
    def store(self) -> Store:
        """What the desk keeps."""
        return self.core.session.store

    def sit_down(self) -> None:
        """Sign in, anew where somebody is."""
        self.core.session.sign_in(self.login, PASSPHRASE)
        self.core.open_office()

    def decide(self, reports: list[str]) -> None:
        """One decision on one of these reports; what the desk itself refuses is nothing decided."""
        report_id = self.chance.choice(reports)
        shown = self.store.shown(report_id)
        if shown is None or self.core.office is None:
            return
        answer = self.core.office.desk.decide(self._act(shown.report), report_id)
        if isinstance(answer, Decided):
            self.acknowledged.append(answer.decision_id)

    def _act(self, report: Report) -> Act:
        actor, chance = self.core.session.actor, self.chance
        note = acts.AddNote(text=f"catatan rekaan {chance.randrange(10_000)}")
        boss = actor is not None and actor.role is Role.SUPERVISOR
        if actor is None:
            return note
        if report.ended:
            return acts.ReopenCase(reason="latihan") if boss else note
        if report.claim is None:
            return chance.choice((acts.ClaimCase(), acts.ClaimCase(), note))
        if report.claim.holder_id != actor.id:
            return acts.BreakClaim(reason="latihan") if boss and chance.random() < 0.5 else note
        bound = [each.unit_id for each in report.assignments if each.status in OPEN_ASSIGNMENTS]
        unit = acts.CancelDispatch(unit_id=bound[0], reason="latihan") if bound else acts.DispatchUnits(
            unit_ids=(f"unit-{chance.randrange(UNITS)}",)
        )  # fmt: skip
        return chance.choice((
            note, acts.SetPriority(priority=chance.randint(1, 4)), acts.SetCategory(category="other"), unit, unit,
            acts.ReleaseCase(), acts.CloseCase(outcome="nothing_found", release_units=True),
        ))  # fmt: skip


def spare_people() -> None:
    """No picture is decoded and passphrases are stretched for a millisecond: neither is what is proven here."""
    vars(core_module)["Decoder"] = functools.partial(Decoder, warm=0)
    vars(slots)["Slot"] = QuickSlot


def now() -> datetime:
    """Aware UTC."""
    return datetime.now(UTC)
