"""Trackers of a Traccar server of the center: followed, mapped to enrolled units.

A device there is a unit's when its uniqueId is one of the unit's enrolled devices, or the unit's own id; the others are
listed for the administrator and otherwise left alone. Positions are checked and stored as those of phones are: a clock
ahead counts as of when the fix came, a mocked one is marked, 0,0 is refused, off duty nothing is kept.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from typing import TypeVar, cast

import msgspec
from sqlalchemy import Connection, delete, insert, select

from console.contract.codec import decode, encode
from console.contract.fleet import Fix
from console.contract.trackers import Stranger, TraccarServer, TrackersState
from console.domain.errors import Fault, InputFault
from console.domain.person import Actor
from console.domain.unit import Position
from console.server import tables
from console.server.audit import note
from console.server.channels.traccar import ToldDevice, ToldNews, ToldPosition, heard
from console.server.database import Database, Tx
from console.server.devices import Devices
from console.server.outbound.traccar import TraccarLine
from console.server.positions import Positions, checked

PATIENCE_S = (1.0, 2.0, 5.0, 15.0, 60.0)
"""Waits after each failure in a row; the last goes on for ever."""
POLL_S, SILENT_S, STORED_WITHIN_S = 5.0, 120.0, 30.0
"""Between questions where no socket is to be had; without Traccar's sign of life (55 s) the line is taken for dead."""
MOST_STRANGERS = 500
_NAME = "traccar_server"
_meta = tables.meta
_log = logging.getLogger(__name__)
T = TypeVar("T")


class Trackers:
    """One thread that follows the Traccar server there is; none without one."""

    def __init__(
        self, database: Database, devices: Devices, positions: Positions, now: Callable[[], datetime],
        line: Callable[[TraccarServer], TraccarLine] = TraccarLine,
    ) -> None:  # fmt: skip
        self._database, self._devices, self._positions, self._now, self._line = database, devices, positions, now, line
        self._changing = threading.Lock()
        self._ending = threading.Event()
        self._open: TraccarLine | None = None
        self._thread: threading.Thread | None = None
        self._state = TrackersState()
        self._by_number: dict[int, ToldDevice] = {}
        self._told: dict[int, tuple[str, int | None]] = {}

    def state(self) -> TrackersState:
        """How it stands now."""
        return self._state

    def begin(self) -> None:
        """Follow the server that is set, if one is; what was followed before is let go."""
        with self._changing:
            self._end()
            with self._database.read() as connection:
                server = server_of(connection)
            self._by_number, self._told = {}, {}
            self._state = TrackersState(url=server.url, user=server.user)
            if server.url:
                self._ending = threading.Event()
                self._thread = threading.Thread(target=self._run, args=(server, self._ending), name="trackers")
                self._thread.start()

    def stop(self) -> None:
        """End."""
        with self._changing:
            self._end()

    def _end(self) -> None:
        self._ending.set()
        if self._open is not None:
            self._open.close()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    # --- the thread -----------------------------------------------------------------------------------------------

    def _run(self, server: TraccarServer, ending: threading.Event) -> None:
        failures = 0
        while not ending.is_set():
            line = self._open = self._line(server)
            try:
                line.sign_in()
                self._look(line)
                failures = 0
                self._follow(line, ending)
            except Fault as fault:
                self._tell(state="away", why=fault.message)
            except Exception as error:  # a bug of ours must not end the following
                _log.error("bug while following the Traccar server", exc_info=error)
                self._tell(state="away", why="internal")
            finally:
                line.close()
            ending.wait(PATIENCE_S[min(failures, len(PATIENCE_S) - 1)])
            failures += 1

    def _follow(self, line: TraccarLine, ending: threading.Event) -> None:
        try:
            line.open_socket()
        except Fault as fault:
            self._tell(state="polling", why=fault.message)
            while not ending.wait(POLL_S):
                self._look(line)
            return
        self._tell(state="socket", why="")
        while not ending.is_set():
            message = line.hear(SILENT_S)
            if message is None:
                self._tell(state="away", why="silent")
                return
            news = decode(message, ToldNews)
            self._meet(news.devices or ())
            told = _read(news.positions or (), ToldPosition)
            if any(each.device_id not in self._by_number for each in told):
                self._meet(decode(line.devices(), list[msgspec.Raw]))
            self._take(told)

    def _look(self, line: TraccarLine) -> None:
        """Devices and their latest positions, as asked for."""
        self._by_number = {}
        self._meet(decode(line.devices(), list[msgspec.Raw]))
        self._take(_read(decode(line.positions(), list[msgspec.Raw]), ToldPosition))
        off_s = (line.their_time - self._now()).total_seconds() if line.their_time else 0.0
        self._tell(clock_off_s=round(off_s, 1))

    def _meet(self, raws: Iterable[msgspec.Raw]) -> None:
        met = _read(raws, ToldDevice)
        if not met:
            return
        self._by_number.update({device.id: device for device in met})
        theirs = self._by_number.values()
        known = {device.id for device in theirs if self._unit_of(device)}
        strangers = sorted((d for d in theirs if d.id not in known), key=lambda device: device.unique_id)
        self._tell(known=len(known), strangers=tuple(
            Stranger(unique_id=device.unique_id[:100], name=(device.name or "")[:200])
            for device in strangers[:MOST_STRANGERS]
        ))  # fmt: skip

    def _unit_of(self, device: ToldDevice) -> str:
        unit_id = self._devices.unit_named(device.unique_id)
        if unit_id:
            return unit_id
        return "" if self._positions.strangers({device.unique_id}) else device.unique_id

    def _take(self, told: Iterable[ToldPosition]) -> None:
        """Store what is new of enrolled units; what cannot be a position is counted and left out."""
        now, good, refused = self._now(), list[tuple[Position, str]](), 0
        for each in told:
            device = self._by_number.get(each.device_id)
            unit_id = self._unit_of(device) if device else ""
            mark = (each.fix_time or each.device_time or "", each.id)
            if not unit_id or self._told.get(each.device_id) == mark:
                continue
            self._told[each.device_id] = mark
            try:
                position = _position(each, unit_id, now)
            except InputFault:
                refused += 1
                continue
            latest = self._positions.latest_of(unit_id)
            # After a new start the Traccar server repeats what was stored before.
            known = {latest.at, latest.jumped_at} if latest is not None else set()
            if position is not None and min(position.at, now) not in known:
                good.append((position, ""))
        if good:
            self._positions.put(good).result(STORED_WITHIN_S)
        if good or refused:
            state = self._state
            self._tell(stored=state.stored + len(good), refused=state.refused + refused,
                       last_at=now if good else state.last_at)  # fmt: skip

    def _tell(self, **changed: object) -> None:
        self._state = msgspec.structs.replace(self._state, **changed)


def _read(raws: Iterable[msgspec.Raw], kind: type[T]) -> list[T]:
    """Each that can be read; one that cannot spoils no other."""
    found = []
    for raw in raws:
        with suppress(InputFault):
            found.append(decode(bytes(raw), kind))
    return found


def _position(told: ToldPosition, unit_id: str, now: datetime) -> Position | None:
    found = heard(told, now)
    if found is None or found.lat is None or found.lon is None:
        return None
    return checked(Fix(
        unit_id=unit_id, at=found.at, lat=found.lat, lon=found.lon, speed_m_s=found.speed_m_s,
        course_deg=found.course_deg, accuracy_m=found.accuracy_m, battery_percent=found.battery_percent,
        mock=found.mock,
    ), now)  # fmt: skip


def server_of(connection: Connection | Tx) -> TraccarServer:
    """The Traccar server as an administrator set it; one without an address before anybody did."""
    row = connection.execute(select(_meta.c.value).where(_meta.c.name == _NAME)).first()
    return TraccarServer() if row is None else decode(cast("str", row[0]).encode(), TraccarServer)


def keep_server(tx: Tx, wanted: TraccarServer, now: datetime, by: Actor | None = None) -> None:
    """The Traccar server from now on."""
    tx.execute(delete(_meta).where(_meta.c.name == _NAME))
    tx.execute(insert(_meta), {"name": _NAME, "value": encode(wanted).decode()})
    note(tx, now, "admin", what="traccar_server.set", by=by)
