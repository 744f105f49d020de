"""HTTP to the central server: TLS rules, time limits, failures as Faults."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter

from console.contract.recall import EPOCH_HEADER
from console.contract.session import DESK_HEADER, PROTOCOL_HEADER, SPOKEN
from console.domain.errors import NetworkFault, SetupFault
from console.remote.failures import fault_of, unreachable
from console.remote.protocol import Spoken
from console.remote.wires import Wires

CONNECT_S = 4.0
READ_S = 10.0
"""Longest silence within an answer; after a healed cut a decision waits this, a reconnect and a lane's delay."""
SLOW_AFTER_S = 20.0
SLOWEST_BYTES_S = 256.0
"""An answer that still comes after SLOW_AFTER_S must have come this fast on the whole: a trickle is no line."""
_LOCAL = ("127.0.0.1", "::1")
_PART_BYTES = 65_536


@dataclass(slots=True)
class Credentials:
    """What goes with each request: the desk's own credential, and the access token of the person signed in."""

    desk_id: str = ""
    desk_secret: str = field(default="", repr=False)
    access_token: str = field(default="", repr=False)
    epoch: str = ""

    def headers(self, *, person: bool) -> dict[str, str]:
        """Headers of one request, with the person's token where it is asked for."""
        found = {DESK_HEADER: f"{self.desk_id}:{self.desk_secret}"} if self.desk_id else {}
        if self.epoch:
            found[EPOCH_HEADER] = self.epoch
        if person and self.access_token:
            found["Authorization"] = f"Bearer {self.access_token}"
        return found


class Transport:
    """Requests to one server; may be used from several threads."""

    def __init__(
        self,
        address: str,
        credentials: Credentials,
        ca_file: Path | None = None,
        *,
        monotonic_s: Callable[[], float] = time.monotonic,
        protocols: tuple[int, ...] = SPOKEN,
    ) -> None:
        """Prepare; nothing is sent yet. `protocols` are those this console speaks, oldest first.

        Raises:
            SetupFault: `insecure_address` (plain HTTP leaves this machine), `ca_unreadable`.
        """
        parts = urlsplit(address)
        if not (parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOCAL)) or not parts.hostname:
            raise SetupFault(
                "insecure_address",
                f"{address} is not a safe address of a server: it starts with https://"
                " (http:// only to 127.0.0.1 or [::1]).",
                address=address,
            )
        self.address = address.rstrip("/")
        self.credentials = credentials
        self._ca_file = ca_file
        self._monotonic_s = monotonic_s
        self._spoken = Spoken(protocols)
        self._wires = Wires()
        self._session = _session(ca_file, self._wires)

    def rebuild(self) -> None:
        """Begin with fresh connections; whoever waits on an old one fails at once, `unreachable`."""
        old, wires, self._wires = self._session, self._wires, Wires()
        self._session = _session(self._ca_file, self._wires)
        wires.cut()
        old.close()

    def close(self) -> None:
        """Let all connections go."""
        self._session.close()

    def get(self, path: str, params: dict[str, str] | None = None, *, person: bool = True) -> bytes:
        """The body of a GET.

        Raises:
            NetworkFault, AccessFault, InputFault: see `failures.fault_of`.
        """
        with self.open("GET", path, params=params, person=person) as response:
            return self._read(response)

    def post(self, path: str, body: bytes, *, person: bool = True) -> bytes:
        """The body of the answer to a JSON POST.

        Raises:
            NetworkFault, AccessFault, InputFault: see `failures.fault_of`.
        """
        with self.open("POST", path, body=body, person=person) as response:
            return self._read(response)

    def ask(
        self,
        method: str,
        path: str,
        *,
        params: dict[str, str] | None = None,
        body: bytes | None = None,
        person: bool = True,
        headers: dict[str, str] | None = None,
    ) -> bytes:
        """The body of the answer to any request.

        Raises:
            NetworkFault, AccessFault, InputFault: see `failures.fault_of`.
        """
        with self.open(method, path, params=params, body=body, person=person, headers=headers) as response:
            return self._read(response)

    def open(
        self,
        method: str,
        path: str,
        *,
        params: dict[str, str] | None = None,
        body: bytes | None = None,
        person: bool = True,
        headers: dict[str, str] | None = None,
        read_s: float = READ_S,
    ) -> requests.Response:
        """An answer whose body is read by the caller, who closes it; only 2xx come back.

        Raises:
            NetworkFault, AccessFault, InputFault: see `failures.fault_of`.
        """
        sent = {**self.credentials.headers(person=person), **(headers or {})}
        if body is not None:
            sent.setdefault("Content-Type", "application/json")
        response = self._ask(method, path, params, body, sent, read_s)
        if response.status_code == 426 and self._spoken.retreat(response.headers):
            response.close()
            response = self._ask(method, path, params, body, sent, read_s)
        if 200 <= response.status_code < 300:
            self._spoken.heed(response.headers)
            return response
        with response:
            fault = fault_of(response)
            raise self._spoken.refused(response.headers, fault.message) if fault.code == "wrong_protocol" else fault

    def _ask(
        self,
        method: str,
        path: str,
        params: dict[str, str] | None,
        body: bytes | None,
        headers: dict[str, str],
        read_s: float,
    ) -> requests.Response:
        try:
            return self._session.request(
                method,
                self.address + path,
                params=params,
                data=body,
                headers={PROTOCOL_HEADER: str(self._spoken.number), **headers},
                timeout=(CONNECT_S, read_s),
                stream=True,
                allow_redirects=False,
            )
        except requests.RequestException as error:
            raise self._failed(error) from error
        except ValueError as error:
            # A redirect's address is taken apart even where none is followed.
            raise NetworkFault("bad_answer", "Something other than Sigap answered, with a broken redirect.") from error

    def _read(self, response: requests.Response) -> bytes:
        began_s, found = self._monotonic_s(), bytearray()
        try:
            for part in response.iter_content(_PART_BYTES):
                found += part
                taken_s = self._monotonic_s() - began_s
                if taken_s > SLOW_AFTER_S and len(found) < SLOWEST_BYTES_S * taken_s:
                    raise requests.Timeout("the answer only trickles")
        except requests.RequestException as error:
            raise self._failed(error, begun=True) from error
        return bytes(found)

    def _failed(self, error: requests.RequestException, *, begun: bool = False) -> NetworkFault:
        # Idle connections went the same way as this one and may be as dead; each would cost another READ_S.
        self._session.close()
        fault = unreachable(error, self.address)
        if begun:
            fault.params["begun"] = True
        return fault


def tls_session(ca_file: Path | None, wires: Wires) -> requests.Session:
    """A session to another server, as safe as ours: nothing of the environment, TLS 1.2 or newer, this CA alone.

    `wires` can cut its connections.

    Raises:
        SetupFault: `ca_unreadable`.
    """
    return _session(ca_file, wires)


def _session(ca_file: Path | None, wires: Wires) -> requests.Session:
    session = requests.Session()
    # Proxies, .netrc and CA bundles of the environment must not decide where a police console connects.
    session.trust_env = False
    session.headers["User-Agent"] = "sigap"
    session.headers["Accept"] = "application/json"
    if ca_file is not None:
        session.verify = str(ca_file)
    for scheme, adapter in (("https://", _Tls(ca_file)), ("http://", HTTPAdapter(pool_maxsize=8))):
        wires.watch(adapter)
        session.mount(scheme, adapter)
    return session


class _Tls(HTTPAdapter):
    """TLS 1.2 or newer, against the given CA alone or else the bundled ones; the host name is always checked."""

    def __init__(self, ca_file: Path | None) -> None:
        try:
            self._context = ssl.create_default_context(cafile=str(ca_file) if ca_file else None)
        except (OSError, ssl.SSLError) as error:
            raise SetupFault(
                "ca_unreadable", f"{ca_file} holds no CA certificate (PEM): {error}", path=str(ca_file)
            ) from error
        self._context.minimum_version = ssl.TLSVersion.TLSv1_2
        super().__init__(pool_maxsize=8)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **more: object) -> None:
        """Hand our context to the pool."""
        super().init_poolmanager(connections, maxsize, block, ssl_context=self._context, **more)
