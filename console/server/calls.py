"""Calls an exchange tells of: one row each, told to the desks at once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import bindparam, delete, insert, select, update

from console.contract.calls import CallEvent, CallsNews
from console.contract.codec import decode, encode
from console.contract.sealed import Identity as Caller
from console.contract.sealed import open_seal, seal
from console.domain.call import CallState, Ring
from console.domain.phone_lines import PhoneLines, shown_at
from console.domain.reporter import mask_phone
from console.server import tables
from console.server.bus import Bus
from console.server.database import Database, Tx
from console.server.feed import body_of
from console.server.identity import Identity
from console.server.intake.reporters import e164
from console.server.refusals import RequestRefused
from console.server.sources import Source

FORGOTTEN_AFTER = timedelta(days=31)
"""How long a call is known: as long as its exchange may still send something about it."""

SPOKEN_FOR = timedelta(hours=2)
"""A call without an end for so long is over: its end was lost."""

_ORDER = {CallState.RINGING: 0, CallState.ANSWERED: 1, CallState.TRANSFERRED: 2, CallState.ENDED: 3}
_calls = tables.calls
_known = select(_calls.c.source_id, _calls.c.body).where(_calls.c.id == bindparam("id"))
_open = select(_calls.c.body).where(_calls.c.state != CallState.ENDED.value)


class Calls:
    """Keeps what each exchange told, and the list of calls going on in memory for the streams."""

    def __init__(self, database: Database, bus: Bus, identity: Identity, now: Callable[[], datetime]) -> None:
        self._database, self._bus, self._identity, self._now = database, bus, identity, now
        self._lock = threading.Lock()
        self._open: dict[str, Ring] = {}
        self._lines = PhoneLines()
        bus.rings_at = self.news_for

    def load(self) -> None:
        """Read those going on, and which desks the lines belong to; once at start."""
        with self._database.read() as connection:
            rings = [decode(cast("bytes", body), Ring) for body in connection.execute(_open).scalars()]
            lines = body_of(connection, "phone_lines", "phone_lines")
        with self._lock:
            self._open = {ring.id: ring for ring in rings}
            self._lines = PhoneLines() if lines is None else decode(lines, PhoneLines)

    def news(self) -> CallsNews:
        """Those going on now, oldest first."""
        since = self._now() - SPOKEN_FOR
        with self._lock:
            rings = sorted(self._open.values(), key=lambda ring: ring.rang_at)
        return CallsNews(calls=tuple(ring for ring in rings if ring.rang_at > since))

    def news_for(self, desk_id: str, at_work: frozenset[str]) -> CallsNews:
        """What one desk is told of: the calls of its lines, and of lines at whose desks nobody works."""
        return CallsNews(calls=shown_at(desk_id, self.news().calls, self._lines, at_work))

    def bind(self, lines: PhoneLines) -> None:
        """The lines ring at these desks from now on; what rings at this moment too."""
        self._lines = lines
        self._bus.calls()

    def number_of(self, ring: Ring) -> str:
        """The number under its seal, '' when it was withheld."""
        return open_seal(ring.sealed, self._identity.identity_key, ring.id).phone if ring.sealed else ""

    def take(self, source: Source, event: CallEvent) -> Ring:
        """The call as it is known with this event.

        Raises:
            RequestRefused: 409 when another exchange has a call of this id.
        """
        call_id = event.id.lower()
        with self._database.write() as tx:
            row = tx.execute(_known, {"id": call_id}).first()
            if row is not None and row[0] != source.id:
                raise RequestRefused(409, "id_taken", "id: this id is taken, make a new one.", field="id")
            known = decode(cast("bytes", row[1]), Ring) if row is not None else None
            ring = self._told(known, source, event, call_id)
            if ring != known:
                self._keep(tx, ring, source, new=known is None)
        if ring != known:
            self._tell(ring)
        return ring

    def _told(self, known: Ring | None, source: Source, event: CallEvent, call_id: str) -> Ring:
        """What is known once stays; an event only adds, and a call never goes back to an earlier state."""
        ring = known or Ring(id=call_id, state=event.state, source_kind=source.kind.value, rang_at=event.at)
        if _ORDER[event.state] > _ORDER[ring.state]:
            ring = replace(ring, state=event.state)
        if event.state is CallState.RINGING:
            ring = replace(ring, rang_at=min(ring.rang_at, event.at))
        elif event.state is CallState.ENDED:
            ring = replace(ring, ended_at=ring.ended_at or event.at)
        else:
            ring = replace(ring, answered_at=ring.answered_at or event.at)
        if event.number and not ring.sealed:
            number = e164(event.number) or event.number
            sealed = seal(Caller(phone=number), self._identity.identity_key, call_id)
            ring = replace(ring, sealed=sealed, number_masked=mask_phone(number))
        if event.lat is not None and ring.lat is None:
            ring = replace(ring, lat=event.lat, lon=event.lon, radius_m=event.radius_m)
        return replace(ring, line=ring.line or event.line, recording_id=ring.recording_id or event.recording_id)

    def _keep(self, tx: Tx, ring: Ring, source: Source, *, new: bool) -> None:
        values = {"state": ring.state.value, "body": encode(ring), "changed_at": self._now()}
        if new:
            tx.execute(insert(_calls), {"id": ring.id, "source_id": source.id, **values})
        else:
            tx.execute(update(_calls).where(_calls.c.id == ring.id), values)

    def _tell(self, ring: Ring) -> None:
        with self._lock:
            if ring.state is CallState.ENDED:
                self._open.pop(ring.id, None)
            else:
                self._open[ring.id] = ring
        self._bus.calls()

    def forget_old(self, tx: Tx) -> int:
        """Drop what no exchange speaks of any more; how many."""
        return tx.execute(delete(_calls).where(_calls.c.changed_at < self._now() - FORGOTTEN_AFTER)).rowcount
