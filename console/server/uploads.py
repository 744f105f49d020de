"""Files desks put on cases: announced by a decision, taken piece by piece, whole or not."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import Connection, bindparam, insert, select, update

from console.contract.audit import FILE, named, plain
from console.contract.files import FileReceived
from console.domain.acts import AttachFile
from console.domain.casework import Facts, events
from console.domain.casework.forward_files import copies_of
from console.domain.decision import Decision
from console.domain.file_kind import FileKind, recognise
from console.domain.forward_file import ForwardFile, outward_name
from console.domain.report import Report
from console.server import file_tables, tables
from console.server.audit import note, note_file
from console.server.casefile import Casefile, load
from console.server.database import Database, Tx
from console.server.media import MediaStore
from console.server.refusals import not_found, wrong

_media, _uploads = tables.media, file_tables.uploads
_known = select(_media.c.id).where(_media.c.id == bindparam("id"))
_upload = select(
    _uploads.c.desk_id, _uploads.c.arrived_at, _media.c.report_id, _media.c.sha256, _media.c.size_bytes,
    _media.c.media_type,
).join(_media, _media.c.id == _uploads.c.file_id).where(_uploads.c.file_id == bindparam("id"))  # fmt: skip
_waits = select(_uploads.c.file_id).where(_uploads.c.file_id == bindparam("id"), _uploads.c.arrived_at.is_(None))
_arrive = update(_uploads).where(_uploads.c.file_id == bindparam("b_id")).values(arrived_at=bindparam("at"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Upload:
    """A file a desk announced: whose, on which report, and what its bytes must be."""

    id: str
    desk_id: str
    arrived: bool
    report_id: str
    sha256: str
    size_bytes: int
    media_type: str


def expect_upload(tx: Tx, decision: Decision, before: Facts, after: Facts, now: datetime) -> None:
    """An effect of decisions: the file is written down, its bytes are awaited from this desk."""
    act = decision.act
    if after.report is None:
        return
    if isinstance(act, AttachFile):
        _expect(tx, decision, after.report, act, act.name)
    for copy in copies_of(decision):
        _expect(tx, decision, after.report, copy, outward_name(after.report.number, copy))


def _expect(tx: Tx, decision: Decision, report: Report, file: AttachFile | ForwardFile, name: str) -> None:
    if tx.execute(_known, {"id": file.file_id}).first():
        return
    tx.execute(insert(_media), {
        "id": file.file_id, "report_id": report.id, "sha256": file.sha256, "size_bytes": file.size_bytes,
        "media_type": file.media_type, "name": name, "received_at": decision.decided_at,
    })  # fmt: skip
    tx.execute(insert(_uploads), {"file_id": file.file_id, "desk_id": decision.desk_id, "arrived_at": None})


def is_awaited(connection: Connection, file_id: str) -> bool:
    """Whether a desk has put this file on a case and not sent all of it yet."""
    return connection.execute(_waits, {"id": file_id}).first() is not None


class Uploads:
    """Takes the bytes; every method may be called from any thread and blocks on the disk."""

    def __init__(
        self, database: Database, casefile: Casefile, media: MediaStore, now: Callable[[], datetime],
        arrived: Callable[[], None],
    ) -> None:  # fmt: skip
        """`arrived` is told of each file that is whole."""
        self._database, self._casefile, self._media, self._now = database, casefile, media, now
        self._arrived = arrived
        self._lock = threading.Lock()

    def received(self, desk_id: str, file_id: str) -> FileReceived:
        """How much of a file is here.

        Raises:
            RequestRefused: 404 for a file this desk did not announce (or not yet).
        """
        upload = self._find(desk_id, file_id)
        if upload.arrived:
            return FileReceived(received_bytes=upload.size_bytes, done=True)
        return FileReceived(received_bytes=self._media.received_of(upload.id))

    def add(self, desk_id: str, file_id: str, at_byte: int, piece: bytes) -> FileReceived:
        """Append a piece where the file stops now; one sent before changes nothing. How much is here then.

        Raises:
            RequestRefused: 404 as above, 422 when the whole is not what was announced: it begins anew.
            StoreFault: the disk is full.
        """
        upload = self._find(desk_id, file_id)
        if upload.arrived:
            return FileReceived(received_bytes=upload.size_bytes, done=True)
        with self._lock:
            here = self._media.received_of(upload.id)
            if at_byte == here and here + len(piece) <= upload.size_bytes:
                here = self._media.append_to(upload.id, at_byte, piece)
            if here == upload.size_bytes and not self._find(desk_id, file_id).arrived:
                self._finish(upload)
        return FileReceived(received_bytes=here, done=here == upload.size_bytes)

    def _finish(self, upload: _Upload) -> None:
        kept = self._media.keep_received(upload.id)
        try:
            kind = recognise(kept.head)
            if kept.sha256 != upload.sha256:
                raise wrong("sha256", "not the bytes that were announced; the file begins anew", "wrong_hash")
            if not isinstance(kind, FileKind) or kind.mime != upload.media_type:
                raise wrong("media_type", "not the kind of file that was announced", "kind_not_allowed")
            now = self._now()
            with self._database.write() as tx:
                tx.execute(_arrive, {"b_id": upload.id, "at": now})
                report = load(tx, Report, upload.report_id)
                if report is not None:
                    self._tell(tx, report, upload, now)
        finally:
            self._media.let_go(kept.sha256, self._is_used)
        self._arrived()

    def _tell(self, tx: Tx, report: Report, upload: _Upload, now: datetime) -> None:
        if all(each.id != upload.id for each in report.attachments):
            self._tell_copy(tx, report, upload, now)
            return
        # A forward may wait for a file of the case that a desk is still sending, too.
        report = events.file_arrived(events.forward_file_whole(report, upload.id), upload.id, now)
        self._casefile.save_report(tx, report, now)
        file = next(each for each in report.attachments if each.id == upload.id)
        note_file(tx, now, "received", report.id, file, named("desk", upload.desk_id))

    def _tell_copy(self, tx: Tx, report: Report, upload: _Upload, now: datetime) -> None:
        """A copy made for a forward is no file of the case: only the forward knows of it."""
        told = events.forward_file_whole(report, upload.id)
        if told is not report:
            self._casefile.save_report(tx, told, now)
        note(
            tx, now, FILE, "copied", what=plain(upload.id), actor=named("desk", upload.desk_id),
            subject=named("report", report.id), content=bytes.fromhex(upload.sha256),
        )  # fmt: skip

    def _find(self, desk_id: str, file_id: str) -> _Upload:
        with self._database.read() as connection:
            row = connection.execute(_upload, {"id": file_id}).first()
        if row is None or row[0] != desk_id:
            raise not_found("file of this desk")
        desk, arrived_at, report_id, sha256, size_bytes, media_type = cast(
            "tuple[str, datetime | None, str, str, int, str]", tuple(row)
        )
        return _Upload(
            id=file_id, desk_id=desk, arrived=arrived_at is not None, report_id=report_id, sha256=sha256,
            size_bytes=size_bytes, media_type=media_type,
        )  # fmt: skip

    def _is_used(self, sha256: str) -> bool:
        """Whether a file that is whole has this content; one only announced does not keep wrong bytes here."""
        statement = (
            select(_media.c.id).outerjoin(_uploads, _uploads.c.file_id == _media.c.id)
            .where(_media.c.sha256 == sha256, (_uploads.c.file_id.is_(None)) | (_uploads.c.arrived_at.is_not(None)))
            .limit(1)
        )  # fmt: skip
        with self._database.read() as connection:
            return connection.execute(statement).first() is not None
