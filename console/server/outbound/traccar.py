"""A center's own Traccar server: its API and web socket, one address that was set.

Nothing but that address is asked: no redirects, no proxy of the environment, answers capped; TLS by the system's CAs.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import requests
from websockets.exceptions import WebSocketException
from websockets.sync.client import ClientConnection, connect

from console.contract.trackers import TraccarServer
from console.domain.errors import NetworkFault
from console.server.outbound.http_address import may_be_asked

CONNECT_S, READ_S = 5.0, 20.0
_MOST_BYTES = 16 * 1024 * 1024
"""A city's ten thousand devices with their attributes are about 5 MB."""
_PIECE = 65_536


def wrong_server(server: TraccarServer) -> tuple[str, str] | None:
    """The first field that cannot be used and what it must be; None when all can."""
    if not server.url:
        return None
    if not may_be_asked(server.url):
        return "url", "https://host:port of the Traccar server; http:// to 127.0.0.1 or [::1] only; no question mark"
    for name, value in (("user", server.user), ("password", server.password)):
        if not 0 < len(value) <= 200:
            return name, "1 to 200 characters"
    return None


class TraccarLine:
    """A session at the server; used by one thread, `close` comes from any."""

    def __init__(self, server: TraccarServer) -> None:
        self._server = server
        self._base = server.url.rstrip("/")
        self._session = requests.Session()
        self._session.trust_env = False
        self._socket: ClientConnection | None = None
        self.their_time: datetime | None = None

    def sign_in(self) -> None:
        """Open a session.

        Raises:
            NetworkFault: `traccar_refused` for a wrong account, `traccar_away` when there is no sense to be had of it.
        """
        self._ask("POST", "/api/session", {"email": self._server.user, "password": self._server.password})

    def devices(self) -> bytes:
        """Its devices, as JSON."""
        return self._ask("GET", "/api/devices")

    def positions(self) -> bytes:
        """The latest position of each device, as JSON."""
        return self._ask("GET", "/api/positions")

    def open_socket(self) -> None:
        """Have it tell what changes.

        Raises:
            NetworkFault: no socket is to be had; positions can still be asked for.
        """
        cookie = "; ".join(f"{kept.name}={kept.value}" for kept in self._session.cookies)
        address = "ws" + self._base.removeprefix("http") + "/api/socket"
        try:
            self._socket = connect(
                address, additional_headers={"Cookie": cookie}, proxy=None, open_timeout=CONNECT_S,
                close_timeout=1.0, max_size=_MOST_BYTES, user_agent_header="Sigap",
            )  # fmt: skip
        except (WebSocketException, OSError, TimeoutError) as error:
            raise NetworkFault("traccar_no_socket", f"{self._where}: {type(error).__name__}") from error

    def hear(self, for_s: float) -> bytes | None:
        """The next message of the socket; None when none came within so many seconds.

        Raises:
            NetworkFault: the line broke.
        """
        if self._socket is None:
            return None
        try:
            message = self._socket.recv(timeout=for_s)
        except TimeoutError:
            return None
        except (WebSocketException, OSError) as error:
            raise NetworkFault("traccar_away", f"{self._where}: {type(error).__name__}") from error
        return message.encode() if isinstance(message, str) else message

    def close(self) -> None:
        """Let go of everything."""
        if self._socket is not None:
            with suppress(OSError, WebSocketException):
                self._socket.close()
        self._session.close()

    @property
    def _where(self) -> str:
        return urlsplit(self._base).netloc

    def _ask(self, method: str, path: str, form: dict[str, str] | None = None) -> bytes:
        try:
            with self._session.request(
                method, self._base + path, data=form, headers={"Accept": "application/json"},
                timeout=(CONNECT_S, READ_S), allow_redirects=False, stream=True,
            ) as answer:  # fmt: skip
                body = b""
                for piece in answer.iter_content(_PIECE):
                    body += piece
                    if len(body) > _MOST_BYTES:
                        raise NetworkFault("traccar_away", f"{self._where}: an answer longer than is believed")
                self._note_time(answer.headers.get("Date", ""))
                status = answer.status_code
        except (requests.RequestException, OSError) as error:
            raise NetworkFault("traccar_away", f"{self._where}: {type(error).__name__}") from error
        if status in (401, 403):
            raise NetworkFault("traccar_refused", f"{self._where}: {status}, the account is not accepted")
        if status != 200:
            raise NetworkFault("traccar_away", f"{self._where}: {status}")
        return body

    def _note_time(self, date: str) -> None:
        with suppress(ValueError, TypeError):
            self.their_time = parsedate_to_datetime(date)
