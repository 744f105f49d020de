"""Asks the server for past ways as the person signed in: his token is renewed once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from console.contract.tracks import NearPage, TrackPage
from console.domain.errors import AccessFault
from console.remote.server import Server
from console.sync.loop import Access

T = TypeVar("T")


class TrackAsking:
    """One per console; any worker thread. See desk.ports.TracksPort."""

    def __init__(self, server: Server, access: Access) -> None:
        self._server, self._access = server, access

    def tracks(self, query: dict[str, str]) -> TrackPage:
        """A page of where units went."""
        return self._asked(lambda: self._server.tracks(query))

    def near(self, query: dict[str, str]) -> NearPage:
        """Who was near a place."""
        return self._asked(lambda: self._server.near(query))

    def _asked(self, ask: Callable[[], T]) -> T:
        try:
            return ask()
        except AccessFault as fault:
            if fault.code != "session_ended":
                raise
            self._access.renew()
            return ask()
