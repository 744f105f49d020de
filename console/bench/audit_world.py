"""A server in process that writes a real chain for bench audit: everybody at work."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from console.contract.admin import NewEnrolment, NewKey, NewUser
from console.contract.audit import AuditRecord, Checkpoint, SignedCheckpoint, checkpoint_in
from console.contract.audit_file import write_export
from console.contract.decisions import encode_decision
from console.contract.ids import new_id
from console.contract.intake import NewReport, NewReporter, NewSource
from console.contract.session import Enrol, SignedIn, SignIn
from console.domain.acts import OP_OF, Act, AddNote, ClaimCase, Look, ReleaseCase, SetPriority
from console.domain.decision import Decision, Subject
from console.domain.errors import Fault
from console.domain.person import Role
from console.domain.report import SourceKind
from console.server.intake.reports import receive
from console.server.parts import Parts, assemble
from console.server.sources import Source

_WORDS = "kata sandi rekaan"
_PAGE = 1_000


@dataclass(frozen=True, slots=True)
class Chain:
    """An exported chain: its records, the closing checkpoint, the private key it is signed with."""

    records: tuple[AuditRecord, ...]
    closing: SignedCheckpoint
    private: bytes

    def as_file(self) -> bytes:
        """The export's bytes."""
        file = io.BytesIO()
        write_export(file, self.closing, self.records)
        return file.getvalue()

    def checkpoints(self) -> tuple[Checkpoint, ...]:
        """What a console that asked often has kept: every checkpoint on the chain, and the closing one."""
        found: list[Checkpoint] = []
        epoch = ""
        for record in self.records:
            if record.kind == "epoch":
                epoch = record.subject.removeprefix("epoch/")
            elif record.kind == "checkpoint":
                found.append(checkpoint_in(record, epoch))
        return (*found, self.closing.checkpoint)


@contextmanager
def served(folder: Path, database: str = "") -> Iterator[Parts]:
    """The parts of a server on a database of its own."""
    start = datetime.now(UTC)
    ticks = iter(range(10**9))
    lock = threading.Lock()

    def now() -> datetime:
        with lock:
            return start + timedelta(milliseconds=next(ticks))

    parts = assemble(database or f"sqlite:///{folder / 'server.db'}", now, folder / "media")
    try:
        yield parts
    finally:
        parts.close()


def at_work(parts: Parts, records: int, chance: Random) -> Chain:
    """Let a center work until its chain has so many records, with checkpoints in between; its export."""
    source, desk_id, person = _settled(parts)
    reports: list[str] = []
    while parts.checkpoints.make().checkpoint.place < records:
        for _ in range(chance.randrange(5, 25)):
            _something(parts, source, desk_id, person, reports, chance)
    return exported(parts)


def exported(parts: Parts) -> Chain:
    """The chain as it stands, closed by a checkpoint."""
    closing = parts.checkpoints.make_for(None)
    records: list[AuditRecord] = []
    while len(records) < closing.checkpoint.place:
        left = closing.checkpoint.place - len(records)
        records.extend(parts.checkpoints.page(len(records), min(_PAGE, left)).records)
    return Chain(tuple(records), closing, parts.identity.audit_key)


def _settled(parts: Parts) -> tuple[Source, str, SignedIn]:
    """A source, a desk and an operator signed in at it."""
    accounts = parts.accounts
    accounts.make_key(NewKey(name="commission", role=Role.OVERSIGHT))
    accounts.make_user(NewUser(login="sari", name="Sari Rekaan", role=Role.OPERATOR, passphrase=_WORDS))
    code = accounts.allow_enrolment(NewEnrolment(uses=1)).code
    desk_id = accounts.enrol(Enrol(code=code, name="meja 1"), "127.0.0.1").desk_id
    return source_of(parts), desk_id, _signed_in(parts, desk_id)


def _signed_in(parts: Parts, desk_id: str) -> SignedIn:
    return parts.sessions.sign_in(desk_id, SignIn(user="sari", passphrase=_WORDS), "127.0.0.1")


def source_of(parts: Parts) -> Source:
    """A citizens' app that may send as fast as it can."""
    key = parts.sources.make(
        NewSource(id="app", name="Aplikasi Rekaan", kind=SourceKind.CITIZEN_APP, per_second=10_000.0)
    ).key
    return parts.sources.by_key(key)


def report_in(parts: Parts, source: Source, words: str) -> str:
    """A report comes in; its id."""
    new = NewReport(id=new_id(), text=words, reporter=NewReporter(account=f"akun-{words[-4:]}", name="Budi Rekaan"))
    receive(parts, source, new)
    return new.id


def _something(
    parts: Parts, source: Source, desk_id: str, person: SignedIn, reports: list[str], chance: Random
) -> None:
    act = chance.choice(("report", "decide", "decide", "decide", "admin", "wrong"))
    if act == "report" or not reports:
        reports.append(report_in(parts, source, f"laporan rekaan {chance.randrange(10_000):04d}"))
    elif act == "decide":
        decided: tuple[Act, ...] = (
            ClaimCase(), AddNote(text="catatan rekaan"), SetPriority(priority=2), ReleaseCase(),
            Look(what="identity", reason="menelepon pelapor"),
        )  # fmt: skip
        raw = _decision(parts, desk_id, person, chance.choice(decided), chance.choice(reports))
        parts.receipts.answer_all(desk_id, (raw,))
    elif act == "admin":
        parts.accounts.make_key(NewKey(name="gateway", role=Role.DEVICE))
    else:
        try:
            parts.sessions.sign_in(desk_id, SignIn(user="sari", passphrase=_WORDS.upper()), "127.0.0.1")
        except Fault:
            return


def _decision(parts: Parts, desk_id: str, person: SignedIn, act: Act, report_id: str) -> bytes:
    return encode_decision(Decision(
        id=new_id(), op=OP_OF[type(act)], subject=Subject(kind="report", id=report_id), actor_id=person.actor_id,
        actor_session_id=person.session_id, desk_id=desk_id, decided_at=parts.now(), act=act,
    ))  # fmt: skip
