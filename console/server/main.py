"""Runs the server until it is told to stop: standalone, or as a console's embedded child.

Why so long: every option of the command line is handed on here once, and said what it means.
"""

from __future__ import annotations

import asyncio
import logging
import signal
import socket
import ssl
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import uvicorn

from console.areas.facts import read_facts
from console.areas.index import AreaIndex
from console.contract.admin import NewEnrolment, NewKey
from console.contract.ask_files import read_ask_book
from console.contract.codec import encode
from console.contract.handbook_files import read_handbook
from console.contract.word_files import read_words
from console.domain.errors import SetupFault
from console.domain.person import Role
from console.server.app import whole_app
from console.server.ask_queue import begin_asking
from console.server.handbook import begin_handbook
from console.server.outbound.clamd import clamd_of
from console.server.outbound.mail import mail_server_of
from console.server.parts import Parts, assemble
from console.server.schedule import Schedule

LOCAL_HOSTS = frozenset({"127.0.0.1", "::1"})
"""The only addresses plain HTTP may be spoken on (security.md rule 7)."""
_KEEPALIVE = (("TCP_KEEPIDLE", 30), ("TCP_KEEPINTVL", 10), ("TCP_KEEPCNT", 3), ("TCP_USER_TIMEOUT", 60_000))
"""Seconds, probes, milliseconds (tcp(7)); a system without one of them goes without."""
_ACCEPT_TURNS = 5
"""Turns of the event loop from a socket's accept until its connection is known."""
_log = logging.getLogger(__name__)


class CentralServer(uvicorn.Server):
    """uvicorn that ends the open streams first, so that stopping does not wait for them."""

    def __init__(self, config: uvicorn.Config, parts: Parts, ready: Callable[[int], None]) -> None:
        super().__init__(config)
        self._parts = parts
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say on which port."""
        self._parts.bus.open_on(asyncio.get_running_loop())
        await super().startup(sockets)
        if self.started and sockets:
            self._ready(int(sockets[0].getsockname()[1]))

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End streams, let requests finish, close."""
        await self._accept_no_more()
        self._parts.bus.close()
        await super().shutdown(sockets)
        for _ in range(3):
            # Who came in while the door closed, or would not go: uvicorn leaves their sockets to the collector.
            for connection in list(self.server_state.connections):
                connection.transport.abort()
            await asyncio.sleep(0)

    async def _accept_no_more(self) -> None:
        """Who is at the door comes in first: Python 3.11 drops a socket accepted while its Server closes, unclosed."""
        loop = asyncio.get_running_loop()
        with suppress(NotImplementedError):  # Windows' loop accepts otherwise
            for listening in self.servers:
                for each in listening.sockets:
                    loop.remove_reader(each.fileno())
        for _ in range(_ACCEPT_TURNS):
            await asyncio.sleep(0)


def build(
    parts: Parts, ready: Callable[[int], None], tls_cert: Path | None = None, tls_key: Path | None = None
) -> CentralServer:
    """The HTTP server on these parts; `serve(sockets=[…])` of it runs it.

    Raises:
        SetupFault: the certificate or its key cannot be used.
    """
    config = uvicorn.Config(
        whole_app(parts),
        log_config=None,
        access_log=False,
        server_header=False,
        ws="websockets-sansio",
        lifespan="off",
        timeout_keep_alive=75,
        timeout_graceful_shutdown=5,
        h11_max_incomplete_event_size=32 * 1024,
        ssl_certfile=str(tls_cert) if tls_cert else None,
        ssl_keyfile=str(tls_key) if tls_key else None,
    )
    try:
        config.load()
    except (OSError, ssl.SSLError) as error:
        raise SetupFault(
            "tls_unusable", f"--tls-cert {tls_cert} and --tls-key {tls_key} cannot be used together ({error})."
        ) from error
    if config.ssl is not None:
        config.ssl.minimum_version = ssl.TLSVersion.TLSv1_2
    return CentralServer(config, parts, ready)


def bind(host: str, port: int) -> socket.socket:
    """A listening address of our own.

    Raises:
        SetupFault: the address is not ours or taken.
    """
    bound = None
    try:
        family, kind, proto, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        bound = socket.socket(family, kind, proto)
        if sys.platform != "win32":
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        _notice_the_dead(bound)
        bound.bind(address)
    except OSError as error:
        if bound is not None:
            bound.close()
        raise SetupFault("address_unusable", f"Cannot listen on {host} port {port} ({error.strerror}).") from error
    return bound


def _notice_the_dead(listening: socket.socket) -> None:
    """A desk whose line died in mid-request keeps its connection for a minute, not for ever; accepted ones inherit it.

    Unanswered probes end a silent connection, the last option one with an unacknowledged answer.
    """
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in _KEEPALIVE:
        option = getattr(socket, name, None)
        if option is not None:
            with suppress(OSError):
                listening.setsockopt(socket.IPPROTO_TCP, option, value)


def serve(
    *,
    database_url: str,
    host: str = "127.0.0.1",
    port: int = 8112,
    tls_cert: Path | None = None,
    tls_key: Path | None = None,
    media: Path | None = None,
    demo: Path | None = None,
    embedded: bool = False,
    smtp: str = "",
    smtp_ca: Path | None = None,
    area_pack: Path | None = None,
    area_facts: Path | None = None,
    words: Path | None = None,
    handbook: Path | None = None,
    restored: bool = False,
    clamd: str = "",
    clamd_hold: bool = False,
) -> int:
    """Run until interrupted, terminated or, embedded, until standard input closes; returns 0.

    `demo` is the folder of the demo city's facts, seeded at the first start; `smtp` the mail server forwards leave by;
    `area_pack` and `area_facts` (folder) tell which kelurahan a report lies in, `words` (folder) which words say what.
    `handbook` is the folder of our resources, with checklists and standard answers. Embedded prints one line of JSON
    {port, enrol_code, admin_key, epoch} when ready. `restored`: put back from a backup; desks give back what it lacks.
    `clamd` is the address of a virus scanner, `clamd_hold` keeps back what it has not looked at.

    Raises:
        SetupFault: plain HTTP beyond this machine, half a certificate, a taken port, an unusable database address.
        StoreFault: the database cannot be used.
    """
    check_wire(host, tls_cert, tls_key)
    # Threads that compute give way to the event loop within 1 ms, so that hints and answers leave at once.
    sys.setswitchinterval(0.001)
    for chatty in ("alembic", "apscheduler", "uvicorn"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    mail = mail_server_of(smtp, smtp_ca) if smtp else None
    areas = AreaIndex(area_pack, read_facts(area_facts) if area_facts else ())
    shipped = read_words(words) if words else None
    parts = assemble(
        database_url, lambda: datetime.now(UTC), media, areas, mail, words=shipped, restored=restored,
        clamd=clamd_of(clamd, hold=clamd_hold) if clamd else None,
    )  # fmt: skip
    schedule = Schedule(parts)
    bound = None
    try:
        if handbook is not None:
            begin_handbook(parts.database, parts.casefile, read_handbook(handbook), parts.now())
            begin_asking(parts.database, parts.casefile, read_ask_book(handbook / "questions"), parts.now())
        if demo is not None:
            from console.server.demo_seed import seed_demo

            seed_demo(parts, demo)
        scheme = "https" if tls_cert else "http"
        announce = _announce_embedded if embedded else _announce
        server = build(parts, lambda found: announce(parts, f"{scheme}://{host}", found), tls_cert, tls_key)
        bound = bind(host, port)
        if embedded:
            threading.Thread(target=_end_with_parent, args=(server,), name="parent", daemon=True).start()
        schedule.start()
        parts.trackers.begin()
        try:
            _run(server, bound)
        finally:
            schedule.stop()
    finally:
        if bound is not None:
            bound.close()
        parts.close()
    return 0


def check_wire(host: str, tls_cert: Path | None, tls_key: Path | None) -> None:
    """Plain HTTP stays on this machine.

    Raises:
        SetupFault: another address without both certificate and key, or only one of the two.
    """
    if (tls_cert is None) != (tls_key is None):
        raise SetupFault("tls_half", "--tls-cert and --tls-key come together.")
    if tls_cert is None and host not in LOCAL_HOSTS:
        raise SetupFault(
            "tls_needed",
            f"Listening on {host} needs --tls-cert FILE and --tls-key FILE; plain HTTP is for 127.0.0.1 and ::1 only.",
        )


def _run(server: CentralServer, bound: socket.socket) -> None:
    def stop(number: int, frame: object) -> None:
        server.should_exit = True

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        asyncio.run(server._serve([bound]))
    finally:
        for number, old in before.items():
            signal.signal(number, old)


def _end_with_parent(server: CentralServer) -> None:
    """Standard input closes when the console is gone, however it went."""
    sys.stdin.buffer.read()
    server.should_exit = True


def _announce_embedded(parts: Parts, address: str, port: int) -> None:
    code = parts.accounts.allow_enrolment(NewEnrolment(uses=1, valid_h=1.0)).code
    key = parts.accounts.make_passing_key()
    told = {"port": port, "enrol_code": code, "admin_key": key, "epoch": parts.identity.epoch}
    sys.stdout.write(encode(told).decode() + "\n")
    sys.stdout.flush()


def _announce(parts: Parts, address: str, port: int) -> None:
    print(f"Sigap central server at {address}:{port}", flush=True)
    print(f"Public key of its audit chain, for 'audit verify --key': {parts.checkpoints.key}", flush=True)
    if parts.accounts.has_administrator():
        return
    made = parts.accounts.make_key(NewKey(name="first administrator", role=Role.ADMINISTRATOR))
    code = parts.accounts.allow_enrolment(NewEnrolment(uses=1, valid_h=24.0)).code
    print(f"Administrator key, shown this once: {made.key}", flush=True)
    print(f"Enrolment code for one workstation, good for a day: {code}", flush=True)
