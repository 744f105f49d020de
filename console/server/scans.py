"""Every content is shown to the virus scanner once; what carries a virus is put aside."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import cast

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from console.contract.audit import named, plain
from console.domain.attachment import CLEAN, INFECTED, NOT_SCANNED
from console.domain.casework import events
from console.domain.errors import NetworkFault, StoreFault
from console.domain.report import Report
from console.domain.timeline import Entry
from console.server import file_tables, tables
from console.server.audit import note
from console.server.casefile import Casefile, load
from console.server.database import Database, Tx
from console.server.media import MediaStore
from console.server.outbound.clamd import Clamd, Scanned, scan
from console.server.refusals import RequestRefused, forbidden

UNABLE = "unable"
"""The scanner answered and could not look at this one (above its size limit): it is not asked again."""
_LOOK_S = 60.0
_AT_ONCE = 200
_PIECE_BYTES = 256 * 1024
_media, _scans, _uploads = tables.media, file_tables.scans, file_tables.uploads
_verdict = select(_scans.c.verdict).where(_scans.c.sha256 == bindparam("sha256"))
_unseen = (
    select(_media.c.sha256, _media.c.size_bytes)
    .outerjoin(_scans, _scans.c.sha256 == _media.c.sha256)
    .outerjoin(_uploads, _uploads.c.file_id == _media.c.id)
    .where(
        (_scans.c.sha256.is_(None)) | (_scans.c.verdict == NOT_SCANNED),
        (_uploads.c.file_id.is_(None)) | (_uploads.c.arrived_at.is_not(None)),
    )
    .distinct().limit(_AT_ONCE)
)  # fmt: skip
_files = select(_media.c.id, _media.c.report_id).where(_media.c.sha256 == bindparam("sha256"))
_came = func.coalesce(_uploads.c.arrived_at, _media.c.received_at)
_late = (
    select(_media.c.report_id, _media.c.id, _scans.c.verdict, _scans.c.found)
    .join(_scans, _scans.c.sha256 == _media.c.sha256)
    .outerjoin(_uploads, _uploads.c.file_id == _media.c.id)
    .where(
        _scans.c.verdict != NOT_SCANNED, _came >= _scans.c.scanned_at, _came >= bindparam("since"),
        (_uploads.c.file_id.is_(None)) | (_uploads.c.arrived_at.is_not(None)),
    )
)  # fmt: skip
"""Files that came after their content had been looked at, on whatever case."""
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
_COMMITTED_WITHIN = timedelta(minutes=5)
"""A file's time is taken before the transaction that writes it ends."""
_log = logging.getLogger(__name__)


class Scans:
    """`look` is a timed job; the rest may be called from any thread. Without a scanner nothing is said or held."""

    def __init__(
        self, database: Database, casefile: Casefile, media: MediaStore, now: Callable[[], datetime],
        clamd: Clamd | None,
    ) -> None:  # fmt: skip
        self._database, self._casefile, self._media, self._now = database, casefile, media, now
        self.clamd = clamd
        self._due = threading.Event()
        self._due.set()
        self._looked_at: datetime | None = None
        self._told_until = _LONG_AGO

    def soon(self) -> None:
        """Files came in."""
        self._due.set()

    def check(self, connection: Connection, sha256: str) -> None:
        """Turn away whoever asks for a content that nobody may have (yet).

        Raises:
            RequestRefused: 403 `infected`; 409 `not_scanned` where the center holds back what was not looked at.
        """
        verdict = cast("str | None", connection.execute(_verdict, {"sha256": sha256}).scalar())
        if verdict == INFECTED:
            raise forbidden("The virus scanner found something in this file; it is kept aside.", "infected")
        if self.clamd is not None and self.clamd.hold and verdict != CLEAN:
            raise RequestRefused(409, "not_scanned", "This file waits for the virus scanner.")

    def look(self) -> int:
        """Show the scanner what it has not seen; how many contents it answered for."""
        now = self._now()
        overdue = self._looked_at is None or (now - self._looked_at).total_seconds() >= _LOOK_S
        if self.clamd is None or not (self._due.is_set() or overdue):
            return 0
        self._due.clear()
        self._looked_at = now
        self._tell_late(now)
        with self._database.read() as connection:
            unseen = [(str(row[0]), int(row[1])) for row in connection.execute(_unseen)]
        answered = 0
        for sha256, size_bytes in unseen:
            try:
                found = scan(self.clamd, self._pieces(sha256, size_bytes))
            except NetworkFault as fault:
                _log.warning("virus scanner away", extra={"code": fault.code})
                for each, _ in unseen[answered:]:
                    self._keep(each, NOT_SCANNED)
                return answered
            except StoreFault:
                # Gone from the disk: whoever asks for it is told by the route.
                _log.warning("a file to scan is missing", extra={"sha256": sha256})
                continue
            self._take(sha256, found)
            answered += 1
        if len(unseen) == _AT_ONCE:
            self._due.set()
        return answered

    def _tell_late(self, now: datetime) -> None:
        """A content looked at before has come again: its file says so on this case too."""
        with self._database.read() as connection:
            late = connection.execute(_late, {"since": self._told_until}).all()
        for report_id, file_id, verdict, found in late:
            with self._database.write() as tx:
                self._tell(tx, str(report_id), str(file_id), str(verdict), str(found), now)
        self._told_until = now - _COMMITTED_WITHIN

    def _pieces(self, sha256: str, size_bytes: int) -> Iterator[bytes]:
        for start in range(0, size_bytes, _PIECE_BYTES):
            yield self._media.read(sha256, start, min(_PIECE_BYTES, size_bytes - start))

    def _take(self, sha256: str, said: Scanned) -> None:
        if said.found:
            # Aside first: a crash in between leaves it unreadable, and it is asked about again.
            with suppress(StoreFault):
                self._media.quarantine(sha256)
            self._keep(sha256, INFECTED, said.found)
        else:
            self._keep(sha256, UNABLE if said.unable else CLEAN)

    def _keep(self, sha256: str, verdict: str, found: str = "") -> None:
        now = self._now()
        with self._database.write() as tx:
            if tx.execute(_verdict, {"sha256": sha256}).scalar() == verdict:
                return
            tx.execute(delete(_scans).where(_scans.c.sha256 == sha256))
            tx.execute(insert(_scans), {"sha256": sha256, "verdict": verdict, "found": found, "scanned_at": now})
            note(tx, now, "file", f"scan:{verdict}", what=plain(sha256), content=bytes.fromhex(sha256))
            for file_id, report_id in tx.execute(_files, {"sha256": sha256}).all():
                self._tell(tx, str(report_id), str(file_id), verdict, found, now)

    def _tell(self, tx: Tx, report_id: str, file_id: str, verdict: str, found: str, now: datetime) -> None:
        report = load(tx, Report, report_id)
        # A copy made for a forward is no file of the case; the outbox asks before it lets one leave.
        state = NOT_SCANNED if verdict == UNABLE else verdict
        file = next((each for each in report.attachments if each.id == file_id), None) if report is not None else None
        if report is None or file is None or file.state == state:
            return
        line = Entry(kind="file.infected", at=now, params={"found": found}) if verdict == INFECTED else None
        self._casefile.save_report(tx, events.file_stated(report, file_id, state, line), now)
        if line is not None:
            note(tx, now, "report", "file_infected", subject=named("report", report.id))
