"""Asks the server as an administrator: with the person's token, renewed once if refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from console.domain.errors import AccessFault
from console.domain.person import Actor, Role
from console.remote.server import Server
from console.sync.loop import Access

T = TypeVar("T")


class Administering:
    """One per console; any worker thread."""

    def __init__(self, server: Server, access: Access, own_key: Callable[[], str] = str) -> None:
        """`own_key` is the key of a server this console runs for itself, '' where it runs none."""
        self._server, self._access, self._own_key = server, access, own_key

    def may(self, actor: Actor | None) -> bool:
        """Whether the server would hear this person: an administrator; a supervisor at the server's own console."""
        if actor is None:
            return False
        return actor.role is Role.ADMINISTRATOR or (actor.role is Role.SUPERVISOR and bool(self._own_key()))

    def administer(
        self, method: str, path: str, gives: type[T], *, sent: object | None = None, query: dict[str, str] | None = None
    ) -> T:
        """The answer to one request; see desk.ports.AdministrationPort."""
        key = self._key()
        try:
            return self._server.administer(method, path, gives, sent=sent, query=query, key=key)
        except AccessFault as fault:
            if key or fault.code != "session_ended":
                raise
            self._access.renew()
            return self._server.administer(method, path, gives, sent=sent, query=query)

    def _key(self) -> str:
        actor = self._access.actor
        return self._own_key() if actor is not None and actor.role is Role.SUPERVISOR else ""
