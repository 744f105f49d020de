"""The server 'bench crash' kills: prepared once, then served from forks of the driver."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from console import logs
from console.bench.crash_children import ANSWERED, ASKED, say
from console.contract.admin import NewEnrolment, NewUser
from console.contract.decisions import DecisionResult
from console.contract.fleet import NewUnit
from console.contract.ids import new_id
from console.contract.intake import NewReport, NewReporter, NewSource
from console.domain.agency import Agency
from console.domain.person import Role
from console.domain.report import SourceKind
from console.server import main, passwords
from console.server.enrolled_units import enrol_units
from console.server.intake.reports import receive
from console.server.parts import Parts, assemble
from console.server.receipts import Receipts

PASSPHRASE, UNITS = "kata sandi rekaan", 30
Plant = Callable[[], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """What the server was furnished with: an enrolment code, logins in the order of the desks, report ids."""

    code: str
    logins: tuple[str, ...]
    reports: tuple[str, ...]


def stretch_briefly() -> None:
    """Stretch passphrases for a millisecond: people sign in thousands of times here, and no thief is about."""
    passwords._hasher = type(passwords._hasher)(time_cost=1, memory_cost=64, parallelism=1)


def furnish(url: str, desks: int, reports: int) -> City:
    """Fill a new database and build the server once: what it imports late its forks need not import again."""
    parts = assemble(url, lambda: datetime.now(UTC))
    try:
        logins = tuple(f"petugas{number}" for number in range(1, desks + 1))
        for number, login in enumerate(logins):
            # The first may reopen and break claims.
            role = Role.OPERATOR if number else Role.SUPERVISOR
            parts.accounts.make_user(NewUser(login=login, name=f"{login} (rekaan)", role=role, passphrase=PASSPHRASE))
        code = parts.accounts.allow_enrolment(NewEnrolment(uses=desks)).code
        enrol_units(parts, tuple(
            NewUnit(id=f"unit-{n}", call_sign=f"U{n:02d}", name="Rekaan", rank="Bripka") for n in range(1, UNITS + 1)
        ))  # fmt: skip
        with parts.database.write() as tx:
            agency = Agency(id="dinas", name="Dinas (rekaan)", short_name="Dinas", email="siaga@dinas.example")
            parts.casefile.put(tx, agency, parts.now())
        main.build(parts, lambda port: None)
        return City(code=code, logins=logins, reports=_report_in(parts, reports))
    finally:
        parts.close()


def _report_in(parts: Parts, count: int) -> tuple[str, ...]:
    new_source = NewSource(id="aplikasi", name="Aplikasi (rekaan)", kind=SourceKind.CITIZEN_APP, per_second=1000.0)
    source = parts.sources.by_key(parts.sources.make(new_source).key)
    ids = tuple(new_id() for _ in range(count))
    for number, report_id in enumerate(ids):
        who = NewReporter(account=f"akun-{number}")
        text = f"laporan rekaan {number}"
        receive(parts, source, NewReport(id=report_id, text=text, lat=-7.97, lon=112.63, reporter=who))
    return ids


def serve(url: str, port: int, tell: int, hear: int, plant: Plant) -> None:
    """Be the server until killed or the driver goes; `plant` spoils it first."""
    os.dup2(hear, 0)
    os.dup2(tell, 1)
    sys.stdin = os.fdopen(0)
    sys.stdout = os.fdopen(1, "w")
    logs.write_to_stderr()
    _mark_requests(tell)
    plant()
    main.serve(database_url=url, port=port, embedded=True)


def _mark_requests(tell: int) -> None:
    answer_all = Receipts.answer_all

    def marked(self: Receipts, desk_id: str, raws: tuple[bytes, ...]) -> tuple[DecisionResult, ...]:
        say(tell, ASKED, time.monotonic_ns())
        try:
            return answer_all(self, desk_id, raws)
        finally:
            say(tell, ANSWERED, time.monotonic_ns())

    Receipts.answer_all = marked  # type: ignore[method-assign]
