"""Sends a replay's requests: one kept-open connection, patience with 429."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import requests

from console.contract.codec import decode
from console.contract.retry import retry_after_s
from console.contract.session import Problem
from console.domain.errors import AccessFault, InputFault, NetworkFault

TRIES = 40
"""Attempts at one request before the replay gives up; with the waits below that outlasts a server's restart."""

_LOCAL_HOSTS = {"127.0.0.1", "::1", "localhost"}


class Refused(Exception):
    """The server refused this record for good (4xx); the replay reports it and goes on."""


class Sender:
    """A source's or administrator's way to a server.

    Plain HTTP is used to this machine only (security.md rule 7); redirects and proxies of the environment never.
    """

    def __init__(
        self, server: str, key: str, ca: Path | None = None, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        parts = urlsplit(server)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            said = f"--server: '{server}' is not an address like https://host:port"
            raise InputFault("bad_address", said, field="server")
        if parts.scheme == "http" and parts.hostname not in _LOCAL_HOSTS:
            raise InputFault("plain_http", "--server: plain http is for this machine only; use https.", field="server")
        self._base = server.rstrip("/")
        self._sleep = sleep
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.verify = str(ca) if ca else True
        self._session.headers["Authorization"] = f"Bearer {key}"
        self._session.headers["Sigap-Protocol"] = "1"

    def close(self) -> None:
        """Close the connection."""
        self._session.close()

    def post(self, path: str, body: bytes) -> bytes:
        """POST JSON and return the answer's body; honours Retry-After on 429 and waits out 5xx and lost connections.

        Raises:
            Refused: the server said no to this record (4xx).
            AccessFault: the key is not accepted at all (401, 403).
            NetworkFault: the server stayed away.
        """
        return self._send("POST", path, data=body, headers={"Content-Type": "application/json"})

    def put(self, path: str, body: bytes) -> bytes:
        """PUT JSON in the place of what is there; the same patience and errors as `post`."""
        return self._send("PUT", path, data=body, headers={"Content-Type": "application/json"})

    def post_form(self, path: str, parts: list[tuple[str, tuple[str | None, bytes, str]]]) -> bytes:
        """POST multipart parts (field, (file name, bytes, media type)); the same patience and errors as `post`."""
        return self._send("POST", path, files=parts)

    def get(self, path: str) -> bytes:
        """GET; the same patience and errors as `post`."""
        return self._send("GET", path)

    def _send(self, method: str, path: str, **what: object) -> bytes:
        wait_s = 0.1
        last = ""
        for _ in range(TRIES):
            try:
                answer = self._session.request(
                    method, self._base + path, timeout=(5, 30), allow_redirects=False, **what  # type: ignore[arg-type]
                )
            except requests.exceptions.SSLError as error:
                raise NetworkFault("tls_refused", f"The server's certificate is not trusted: {error}") from error
            except requests.RequestException as error:
                last = type(error).__name__
            else:
                if answer.status_code < 300:
                    return answer.content
                if answer.status_code in (401, 403):
                    raise AccessFault("key_refused", f"The server does not accept this key: {_sentence(answer)}")
                if answer.status_code not in (408, 429) and answer.status_code < 500:
                    raise Refused(_sentence(answer))
                last = f"HTTP {answer.status_code}"
                hinted = retry_after_s(answer.headers.get("Retry-After"), datetime.now(UTC))
                if hinted is not None:
                    self._sleep(min(hinted, 60.0))
                    continue
            self._sleep(wait_s)
            wait_s = min(wait_s * 1.6, 3.0)
        raise NetworkFault("server_away", f"{self._base} did not answer after {TRIES} tries ({last}).")


def _sentence(answer: requests.Response) -> str:
    try:
        return decode(answer.content, Problem).message
    except InputFault:
        return f"HTTP {answer.status_code}"
