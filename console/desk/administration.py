"""Administration from a desk: may this person change lists now, and the way to ask."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from console.desk.ports import AdministrationPort, LinkPort
from console.domain.link import LinkState
from console.domain.person import Actor

T = TypeVar("T")


class Access(StrEnum):
    """May be saved now; or not: no administrator, or the server is away."""

    OPEN = "open"
    NOT_ADMINISTRATOR = "not_administrator"
    OFFLINE = "offline"


class Administration:
    """What pages of the administration window ask; `ask` blocks: in the background. The server is the authority."""

    def __init__(self, port: AdministrationPort, person: Callable[[], Actor | None], link: LinkPort) -> None:
        self._port, self._person, self._link = port, person, link

    def access(self) -> Access:
        """Whether saving would work now; answers at once, from memory."""
        if not self.may():
            return Access.NOT_ADMINISTRATOR
        away = self._link.link().state in (LinkState.OFFLINE, LinkState.REFUSED)
        return Access.OFFLINE if away else Access.OPEN

    def may(self) -> bool:
        """Whether the person signed in is an administrator here."""
        return self._port.may(self._person())

    def ask(
        self, method: str, path: str, gives: type[T], *, sent: object | None = None, query: dict[str, str] | None = None
    ) -> T:
        """The server's answer; `path` begins with /v1/.

        Raises:
            NetworkFault, AccessFault, InputFault: as desk.ports.AdministrationPort says.
        """
        return self._port.administer(method, path, gives, sent=sent, query=query)
