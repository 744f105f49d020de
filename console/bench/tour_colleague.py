"""Colleagues at other desks for the tour: consoles without windows on the same server."""

from __future__ import annotations

from pathlib import Path

from console.clock import SystemClock
from console.contract.admin import EnrolmentCode, NewEnrolment
from console.contract.codec import decode, encode
from console.core import Core
from console.desk.decide import Refused
from console.desk.office import Office
from console.desk.sign_in import DEMO_PASSPHRASE
from console.domain.acts import Act
from console.drill.hand import DrillFailed
from console.own_server import OwnServer
from console.paths import Profile
from console.remote.server import Server


def ask_administrator(server: Server, key: str, path: str, body: bytes = b"{}") -> bytes:
    """What an administrator's request answers, for instance to `desks/ID/revoke`."""
    headers = {"Authorization": f"Bearer {key}"}
    with server.transport.open(
        "POST", f"/v1/admin/{path}", body=body, person=False, headers=headers
    ) as response:
        return bytes(response.content)


def enrolment_code(server: Server, key: str) -> str:
    """A new code for one workstation."""
    return decode(ask_administrator(server, key, "enrolments", encode(NewEnrolment())), EnrolmentCode).code


class Colleague:
    """One person at another desk; `close` ends it."""

    def __init__(self, own: OwnServer, folder: Path, user: str) -> None:
        self.core = Core(Profile(folder / user).make(), own.server.address, SystemClock())
        self.core.session.enrol(enrolment_code(self.core.server, own.server.admin_key), f"Meja {user.title()}")
        self.core.session.sign_in(user, DEMO_PASSPHRASE)
        self.office: Office = self.core.open_office()

    def knows(self, report_id: str) -> bool:
        """Whether the report has come to this desk."""
        return self.office.book.case(report_id) is not None

    def decides(self, act: Act, report_id: str) -> None:
        """Decide.

        Raises:
            DrillFailed: it does not stand.
        """
        answer = self.office.desk.decide(act, report_id)
        if isinstance(answer, Refused):
            raise DrillFailed(f"the colleague's decision was refused: {answer.refusal}")

    def close(self) -> None:
        """Sign out and end."""
        self.core.session.sign_out()
        self.core.close()
