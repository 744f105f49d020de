"""Files that go along with a forward: waited for, scanned, checked, or left out."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from console.domain.attachment import WITHDRAWN
from console.domain.errors import StoreFault
from console.domain.forward_file import ForwardFile, outward_name, wait_s
from console.domain.report import Forward, Report
from console.server.database import Database
from console.server.media import MediaStore
from console.server.outbound.mail import Enclosed
from console.server.refusals import RequestRefused
from console.server.scans import Scans
from console.server.uploads import is_awaited

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What can go along, and the numbers of the files that cannot."""

    enclosed: tuple[Enclosed, ...]
    missing: tuple[int, ...]


class Enclosures:
    """Reads from the disk: call it outside of any transaction."""

    def __init__(self, database: Database, media: MediaStore, scans: Scans) -> None:
        self._database, self._media, self._scans = database, media, scans

    def of(self, report: Report, forward: Forward, now: datetime) -> Found | None:
        """The files of a forward of this report; None while one of them is worth waiting for.

        Waited for, so long as the case's priority allows, is what a desk still sends and what the virus scanner has
        still to look at. What is infected, damaged, given up or late stays here.
        """
        given_up = {each.id for each in report.attachments if each.state == WITHDRAWN}
        patient = now < forward.send_after + timedelta(seconds=wait_s(report.priority))
        if patient and any(self._coming(file) for file in forward.files if file.file_id not in given_up):
            return None
        found: list[Enclosed] = []
        missing: list[int] = []
        for file in forward.files:
            body = None if self._stays(file) else self._body(file)
            if body is None:
                missing.append(file.number)
            else:
                name = outward_name(report.number, file)
                found.append(Enclosed(
                    file_id=file.file_id, name=name, media_type=file.media_type, sha256=file.sha256, body=body,
                ))  # fmt: skip
        return Found(enclosed=tuple(found), missing=tuple(missing))

    def _coming(self, file: ForwardFile) -> bool:
        with self._database.read() as connection:
            if is_awaited(connection, file.file_id):
                return True
            try:
                self._scans.check(connection, file.sha256)
            except RequestRefused as refused:
                return refused.status == 409
            return False

    def _stays(self, file: ForwardFile) -> bool:
        with self._database.read() as connection:
            if is_awaited(connection, file.file_id):
                return True
            try:
                self._scans.check(connection, file.sha256)
            except RequestRefused:
                return True
            return False

    def _body(self, file: ForwardFile) -> bytes | None:
        """Its bytes, as announced to the last of them."""
        try:
            body = self._media.read(file.sha256, 0, file.size_bytes + 1)
        except StoreFault:
            body = b""
        if hashlib.sha256(body).hexdigest() == file.sha256:
            return body
        _log.warning("a file to be forwarded is missing or damaged", extra={"file": file.file_id})
        return None
