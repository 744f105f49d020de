"""A real central server in this process: own database, own port, a clock to move."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from http.cookiejar import DefaultCookiePolicy
from pathlib import Path
from typing import Any

import pytest
import requests

from console.areas.index import AreaIndex
from console.contract.admin import NewEnrolment, NewKey, NewUser
from console.contract.decisions import encode_decision
from console.contract.fleet import NewUnit
from console.contract.ids import new_id
from console.contract.intake import NewSource
from console.contract.session import DESK_HEADER, PROTOCOL, PROTOCOL_HEADER, SPOKEN, Enrol
from console.domain.acts import OP_OF, Act, DispatchUnits
from console.domain.agency import Agency
from console.domain.decision import Decision, Subject
from console.domain.person import Role
from console.domain.report import Report, SourceKind
from console.domain.unit import Unit
from console.server import schedule
from console.server.casefile import load
from console.server.enrolled_units import enrol_units
from console.server.main import CentralServer, bind, build
from console.server.outbound.clamd import Clamd
from console.server.outbound.mail import mail_server_of
from console.server.parts import Parts, assemble
from tests.worlds.passphrases import encoded

PASSPHRASE = "kata sandi rekaan"
Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedDesk:
    """An enrolled workstation with a person signed in: everything a console would hold."""

    central: Central
    desk_id: str
    desk_secret: str
    actor_id: str
    session_id: str
    access_token: str
    refresh_token: str

    @property
    def desk_headers(self) -> dict[str, str]:
        return {PROTOCOL_HEADER: str(PROTOCOL), DESK_HEADER: f"{self.desk_id}:{self.desk_secret}"}

    @property
    def headers(self) -> dict[str, str]:
        return {**self.desk_headers, "Authorization": f"Bearer {self.access_token}"}

    def decision(
        self, act: Act, report_id: str, *, base_version: int | None = None, token: int | None = None,
        decided_at: datetime | None = None, decision_id: str = "",
    ) -> Decision:  # fmt: skip
        """A decision as this desk would make it now."""
        also = tuple(Subject(kind="unit", id=u) for u in act.unit_ids) if isinstance(act, DispatchUnits) else ()
        return Decision(
            id=decision_id or new_id(), op=OP_OF[type(act)], also=also, token=token, act=act, desk_id=self.desk_id,
            subject=Subject(kind="report", id=report_id, base_version=base_version),
            actor_id=self.actor_id, actor_session_id=self.session_id,
            decided_at=decided_at or self.central.now(),
        )  # fmt: skip

    def send(self, *decisions: Decision | bytes) -> requests.Response:
        """Decisions as one request, under the desk's credential."""
        raws = [each if isinstance(each, bytes) else encode_decision(each) for each in decisions]
        return self.central.post("/v1/decisions", data=b"[" + b",".join(raws) + b"]", headers=self.desk_headers)

    def decide(self, act: Act, report_id: str, *, base_version: int | None = None, token: int | None = None) -> Json:
        """Decide and return the server's answer to it."""
        answer = self.send(self.decision(act, report_id, base_version=base_version, token=token))
        assert answer.status_code == 200, answer.text
        result: Json = answer.json()["results"][0]
        return result


class Central:
    """A running server. `go_away()` and `come_back()` are the power cut between; `advance()` moves its clock."""

    def __init__(
        self, folder: Path, *, jobs: bool = False, areas: AreaIndex | None = None, smtp: str = "",
        database_url: str = "", protocols: tuple[int, ...] = SPOKEN, at: datetime | None = None,
        clamd: Clamd | None = None,
    ) -> None:  # fmt: skip
        """`protocols` it speaks, oldest first; `at` is the time its clock shows now."""
        self.folder = folder
        self._protocols = protocols
        self.database_url = database_url or f"sqlite:///{folder / 'server.db'}"
        self._areas = areas
        self.clamd = clamd
        self.smtp = smtp
        self.port = 0
        self._jobs = jobs
        self._ahead = at - datetime.now(UTC) if at else timedelta(0)
        self.come_back()
        self.admin_key = self.parts.accounts.make_key(NewKey(name="tests", role=Role.ADMINISTRATOR)).key

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def admin(self) -> dict[str, str]:
        """Headers of an administrator's program."""
        return {"Authorization": f"Bearer {self.admin_key}"}

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def let_pass(self, seconds: float) -> None:
        """Let the server's clock go on; no timed job comes by."""
        self._ahead += timedelta(seconds=seconds)

    def advance(self, seconds: float) -> None:
        """Let the server's clock go on, and what is due by then happen."""
        self._ahead += timedelta(seconds=seconds)
        self.parts.leases.lapse_due()
        self.parts.presence.forget_silent()

    # --- the server itself -------------------------------------------------------------------------------------

    def come_back(self) -> None:
        """Start on the same database and, after the first time, the same port."""
        mail = mail_server_of(self.smtp) if self.smtp else None
        parts = assemble(self.database_url, self.now, self.folder / "media", self._areas, mail, clamd=self.clamd)
        self.parts: Parts = replace(parts, protocols=self._protocols)
        self._session = requests.Session()
        self._session.trust_env = False
        # Many callers share this line: none comes with what another was given to keep.
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        self._schedule = schedule.Schedule(self.parts) if self._jobs else None
        ready = threading.Event()
        self._socket = bind("127.0.0.1", self.port)
        self.port = int(self._socket.getsockname()[1])
        self._server: CentralServer = build(self.parts, lambda port: ready.set())
        self._thread = threading.Thread(target=self._run, name="central-http", daemon=True)
        self._thread.start()
        assert ready.wait(20), "the server did not start"
        if self._schedule:
            self._schedule.start()

    def _run(self) -> None:
        asyncio.run(self._server._serve([self._socket]))

    def go_away(self) -> None:
        """Stop answering; everything stays in the database file."""
        self._session.close()
        if self._schedule:
            self._schedule.stop()
        self._server.should_exit = True
        self._thread.join(20)
        assert not self._thread.is_alive(), "the server did not stop"
        self._socket.close()
        self.parts.close()

    # --- asking it -----------------------------------------------------------------------------------------------

    def get(self, path: str, headers: dict[str, str] | None = None, **more: object) -> requests.Response:
        return self._ask("GET", path, headers, **more)

    def post(self, path: str, headers: dict[str, str] | None = None, **more: object) -> requests.Response:
        return self._ask("POST", path, headers, **more)

    def put(self, path: str, headers: dict[str, str] | None = None, **more: object) -> requests.Response:
        return self._ask("PUT", path, headers, **more)

    def _ask(self, method: str, path: str, headers: dict[str, str] | None, **more: object) -> requests.Response:
        answer: requests.Response = self._session.request(
            method, self.address + path, headers=headers, timeout=20, **more  # type: ignore[arg-type]
        )
        return answer

    # --- who and what lives in it --------------------------------------------------------------------------------

    def enrol_code(self, uses: int = 1) -> str:
        return self.parts.accounts.allow_enrolment(NewEnrolment(uses=uses)).code

    def make_user(self, login: str = "sari", role: Role = Role.OPERATOR, name: str = "") -> str:
        """A person with PASSPHRASE; returns his id."""
        wanted = NewUser(login=login, name=name or login.title(), role=role, passphrase=PASSPHRASE)
        return self.parts.accounts.make_user(wanted, encoded=encoded(PASSPHRASE)).id

    def enrol(self, name: str = "meja 1") -> tuple[str, str]:
        """A workstation's id and secret."""
        enrolled = self.parts.accounts.enrol(Enrol(code=self.enrol_code(), name=name), "127.0.0.1")
        return enrolled.desk_id, enrolled.desk_secret

    def sign_in(
        self, login: str = "sari", role: Role = Role.OPERATOR, desk: tuple[str, str] | None = None
    ) -> SignedDesk:
        """A person (made when unknown) signed in at a desk (a new one when none is given)."""
        desk_id, secret = desk or self.enrol(f"desk of {login}")
        if self.find_user(login) is None:
            self.make_user(login, role)
        headers = {PROTOCOL_HEADER: str(PROTOCOL), DESK_HEADER: f"{desk_id}:{secret}"}
        answer = self.post("/v1/sign-in", json={"user": login, "passphrase": PASSPHRASE}, headers=headers)
        assert answer.status_code == 200, answer.text
        told = answer.json()
        return SignedDesk(
            central=self, desk_id=desk_id, desk_secret=secret, actor_id=told["actor_id"],
            session_id=told["session_id"], access_token=told["access_token"], refresh_token=told["refresh_token"],
        )  # fmt: skip

    def find_user(self, login: str) -> str | None:
        from sqlalchemy import select

        from console.server.tables import users

        with self.parts.database.read() as connection:
            row = connection.execute(select(users.c.id).where(users.c.login == login)).first()
        return None if row is None else str(row[0])

    def make_source(
        self, source_id: str = "aplikasi-warga", kind: SourceKind = SourceKind.CITIZEN_APP, per_second: float = 1000.0
    ) -> dict[str, str]:
        """A source; returns its headers."""
        new = NewSource(id=source_id, name=source_id.title(), kind=kind, per_second=per_second)
        return {"Authorization": f"Bearer {self.parts.sources.make(new).key}"}

    def make_unit(self, unit_id: str = "patroli-1", call_sign: str = "Patroli 1") -> None:
        enrol_units(self.parts, (NewUnit(id=unit_id, call_sign=call_sign, name="Contoh", rank="Brigadir"),))

    def make_agency(self, agency: Agency) -> None:
        with self.parts.database.write() as tx:
            self.parts.casefile.put(tx, agency, self.now())

    def report_in(self, source: dict[str, str], text: str = "pohon tumbang menutup jalan", **more: object) -> str:
        """A report through the public API; returns its id."""
        body = {"id": new_id(), "text": text, "lat": -7.97, "lon": 112.63, **more}
        answer = self.post("/v1/reports", json=body, headers=source)
        assert answer.status_code == 201, answer.text
        return str(body["id"])

    def report(self, report_id: str) -> Report:
        """The report as the server holds it."""
        with self.parts.database.read() as connection:
            found = load(connection, Report, report_id)
        assert found is not None
        return found

    def unit(self, unit_id: str) -> Unit:
        """The unit as the server holds it."""
        with self.parts.database.read() as connection:
            found = load(connection, Unit, unit_id)
        assert found is not None
        return found


@contextmanager
def running(
    folder: Path, *, jobs: bool = False, areas: AreaIndex | None = None, smtp: str = "", database_url: str = ""
) -> Iterator[Central]:
    """A server as long as the block lasts, on a SQLite file in `folder` unless an address is given."""
    central = Central(folder, jobs=jobs, areas=areas, smtp=smtp, database_url=database_url)
    try:
        yield central
    finally:
        central.go_away()


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    """A server of its own for the test (import this fixture in a conftest.py to have it)."""
    with running(tmp_path / "central") as server:
        yield server
