"""Asks a ClamAV daemon whether bytes carry a virus: its command INSTREAM (clamd(8)).

zINSTREAM, then chunks of 4 bytes length in network order and their data, a length of zero at the end; the answer is
'stream: OK', 'stream: NAME FOUND' or a sentence that ends in ERROR.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from console.domain.errors import NetworkFault, SetupFault

_CONNECT_S, _ANSWER_S = 5.0, 120.0
_MOST_ANSWER = 4096
_FOUND = re.compile(r"^stream: (.{1,200}) FOUND$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clamd:
    """Where the daemon listens: `path` of a unix socket, or `host` and `port`.

    `hold` keeps back every file it has not looked at.
    """

    path: str = ""
    host: str = ""
    port: int = 0
    hold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanned:
    """What it said: `found` the virus' name, '' for none; `unable` why it could not look at this one, '' if it did."""

    found: str = ""
    unable: str = ""


def clamd_of(address: str, *, hold: bool = False) -> Clamd:
    """Read unix:/path/of/socket or tcp://host:port.

    Raises:
        SetupFault: it is neither.
    """
    parts = urlsplit(address)
    try:
        port = parts.port or 0
    except ValueError:
        port = 0
    if parts.scheme == "unix" and parts.path.startswith("/") and not parts.netloc:
        return Clamd(path=parts.path, hold=hold)
    if parts.scheme == "tcp" and parts.hostname and port and parts.path in ("", "/"):
        return Clamd(host=parts.hostname, port=port, hold=hold)
    raise SetupFault(
        "clamd_address", f"--clamd {address!r}: write unix:/run/clamav/clamd.ctl or tcp://127.0.0.1:3310."
    )


def scan(clamd: Clamd, pieces: Iterable[bytes]) -> Scanned:
    """Have bytes looked through; blocks for as long as that takes (two minutes of silence at most).

    Raises:
        NetworkFault: `clamd_away`: it cannot be reached, does not answer, or answers something else.
    """
    try:
        with _connected(clamd) as wire:
            said = _said(wire, pieces)
    except OSError as error:
        raise _away(error.strerror or type(error).__name__) from error
    if said == "stream: OK":
        return Scanned()
    found = _FOUND.match(said)
    if found:
        return Scanned(found=found.group(1))
    if said.endswith("ERROR"):
        return Scanned(unable=said[:200])
    raise _away("it answers something else than a ClamAV daemon")


def _said(wire: socket.socket, pieces: Iterable[bytes]) -> str:
    wire.settimeout(_ANSWER_S)
    try:
        wire.sendall(b"zINSTREAM\0")
        for piece in pieces:
            if piece:
                wire.sendall(len(piece).to_bytes(4, "big") + piece)
        wire.sendall(b"\0\0\0\0")
    except (BrokenPipeError, ConnectionResetError):
        # Above its size limit it says so and hangs up while bytes still come; its word may yet be there to read.
        pass
    answer = bytearray()
    while len(answer) < _MOST_ANSWER and not answer.endswith(b"\0"):
        part = wire.recv(_MOST_ANSWER)
        if not part:
            break
        answer += part
    return answer.rstrip(b"\0\n").decode("utf-8", "replace")


def _connected(clamd: Clamd) -> socket.socket:
    if not clamd.path:
        return socket.create_connection((clamd.host, clamd.port), timeout=_CONNECT_S)
    family = getattr(socket, "AF_UNIX", None)
    if family is None:
        raise OSError(0, "unix sockets need another system")
    wire = socket.socket(family, socket.SOCK_STREAM)
    try:
        wire.settimeout(_CONNECT_S)
        wire.connect(clamd.path)
    except OSError:
        wire.close()
        raise
    return wire


def _away(why: str) -> NetworkFault:
    return NetworkFault("clamd_away", f"The virus scanner cannot be asked ({why}).")
