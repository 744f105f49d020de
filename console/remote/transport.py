"""HTTP to the central server: TLS rules, time limits, failures as Faults."""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter

from console.contract.codec import decode
from console.contract.retry import retry_after_s
from console.contract.session import DESK_HEADER, PROTOCOL, PROTOCOL_HEADER, Problem
from console.domain.errors import AccessFault, Fault, InputFault, NetworkFault, SetupFault

CONNECT_S = 4.0
READ_S = 15.0
_LOCAL = ("127.0.0.1", "::1")
_MOST_PROBLEM_BYTES = 65_536
_LONGEST_WAIT_S = 3600.0


@dataclass(slots=True)
class Credentials:
    """What goes with each request: the desk's own credential, and the access token of the person signed in."""

    desk_id: str = ""
    desk_secret: str = field(default="", repr=False)
    access_token: str = field(default="", repr=False)

    def headers(self, *, person: bool) -> dict[str, str]:
        """Headers of one request, with the person's token where it is asked for."""
        found = {PROTOCOL_HEADER: str(PROTOCOL)}
        if self.desk_id:
            found[DESK_HEADER] = f"{self.desk_id}:{self.desk_secret}"
        if person and self.access_token:
            found["Authorization"] = f"Bearer {self.access_token}"
        return found


class Transport:
    """Requests to one server; may be used from several threads."""

    def __init__(self, address: str, credentials: Credentials, ca_file: Path | None = None) -> None:
        """Prepare; nothing is sent yet.

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
        self._session = _session(ca_file)

    def rebuild(self) -> None:
        """Begin with fresh connections; answers under way still arrive on the old ones."""
        old, self._session = self._session, _session(self._ca_file)
        old.close()

    def close(self) -> None:
        """Let all connections go."""
        self._session.close()

    def get(self, path: str, params: dict[str, str] | None = None, *, person: bool = True) -> bytes:
        """The body of a GET.

        Raises:
            NetworkFault, AccessFault, InputFault: see `fault_of`.
        """
        with self.open("GET", path, params=params, person=person) as response:
            return _read(response)

    def post(self, path: str, body: bytes, *, person: bool = True) -> bytes:
        """The body of the answer to a JSON POST.

        Raises:
            NetworkFault, AccessFault, InputFault: see `fault_of`.
        """
        with self.open("POST", path, body=body, person=person) as response:
            return _read(response)

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
            NetworkFault, AccessFault, InputFault: see `fault_of`.
        """
        sent = {**self.credentials.headers(person=person), **(headers or {})}
        if body is not None:
            sent["Content-Type"] = "application/json"
        try:
            response = self._session.request(
                method,
                self.address + path,
                params=params,
                data=body,
                headers=sent,
                timeout=(CONNECT_S, read_s),
                stream=True,
                allow_redirects=False,
            )
        except requests.RequestException as error:
            raise unreachable(error, self.address) from error
        if 200 <= response.status_code < 300:
            return response
        with response:
            raise fault_of(response)


def _session(ca_file: Path | None) -> requests.Session:
    session = requests.Session()
    # Proxies, .netrc and CA bundles of the environment must not decide where a police console connects.
    session.trust_env = False
    session.headers["User-Agent"] = "sigap"
    session.headers["Accept"] = "application/json"
    if ca_file is not None:
        session.verify = str(ca_file)
    session.mount("https://", _Tls(ca_file))
    session.mount("http://", HTTPAdapter(pool_maxsize=8))
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


def _read(response: requests.Response) -> bytes:
    try:
        return response.content
    except requests.RequestException as error:
        raise unreachable(error, response.url) from error


def unreachable(error: requests.RequestException, address: str) -> NetworkFault:
    """The fault behind a request that got no answer."""
    host = urlsplit(address).netloc
    if isinstance(error, requests.exceptions.SSLError):
        return NetworkFault(
            "certificate",
            f"The certificate of {host} was not accepted. Check the address and the --ca file.",
            host=host,
        )
    if isinstance(error, requests.exceptions.Timeout):
        return NetworkFault("timeout", f"{host} did not answer in time.", host=host)
    return NetworkFault("unreachable", f"{host} cannot be reached.", host=host)


def fault_of(response: requests.Response) -> Fault:
    """What an answer other than 2xx means.

    401 AccessFault `desk_refused` or `session_ended` (params `said` the server's own code); 403 AccessFault; 426
    NetworkFault `wrong_protocol`; 408, 429, 5xx NetworkFault with `retry_after_s`; any other 4xx with our Problem
    InputFault with the server's code and field; everything else (a proxy's page, a redirect) NetworkFault
    `bad_answer`.
    """
    status = response.status_code
    problem = _problem(response)
    if status in (408, 429) or status >= 500:
        code = "busy" if status in (408, 429) else "server_error"
        return NetworkFault(
            code,
            f"The server is busy or failing (status {status}).",
            retry_after_s=retry_after_s(response.headers.get("Retry-After"), datetime.now(UTC)),
            status=status,
        )
    if problem is None:
        return NetworkFault("bad_answer", f"Something other than Sigap answered (status {status}).", status=status)
    if status == 401:
        code = "desk_refused" if problem.field == DESK_HEADER else "session_ended"
        return AccessFault(code, problem.message, said=problem.code)
    if status == 403:
        return AccessFault("forbidden", problem.message, said=problem.code)
    if status == 426:
        return NetworkFault("wrong_protocol", problem.message)
    return InputFault(problem.code, problem.message, field=problem.field, status=status)


def _problem(response: requests.Response) -> Problem | None:
    try:
        body = response.raw.read(_MOST_PROBLEM_BYTES, decode_content=True)
        return decode(body, Problem)
    except (InputFault, OSError, requests.RequestException):
        return None
