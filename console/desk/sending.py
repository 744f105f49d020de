"""Files of this desk on their way to the server, and those it will not have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from console.desk.decide import Decided, Refused
from console.desk.evidence import Leaving, Written
from console.desk.ports import Upload, UploadPort
from console.domain.acts import Act, AttachFile, WithdrawFile
from console.domain.attachment import COMING, Attachment
from console.domain.report import Report
from console.domain.shown_case import LedgerRow, ShownCase


class _Store(Protocol):
    """What this part needs of the store."""

    def ledger_row(self, decision_id: str) -> LedgerRow | None:
        """A decision of this desk."""

    def shown(self, report_id: str) -> ShownCase | None:
        """A case with this desk's open decisions folded in."""


class _Desk(Protocol):
    """The one door for decisions, as this part needs it."""

    def decide(self, act: Act, report_id: str) -> Decided | Refused:
        """Judge and commit one decision."""


class _Copies(Protocol):
    """Writes originals out, recorded (desk.evidence.EvidenceHandling, by shape)."""

    def save_original(self, report: Report, attachment: Attachment, leaving: Leaving, file: Path) -> Written | Refused:
        """Write the untouched original out, after that is recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsent:
    """A file of a case the server will not have; `name` '' on a sensitive case, `refused` the server's code."""

    file_id: str
    report_id: str
    number: str
    name: str
    refused: str
    at: datetime


class Sending:
    """`ways` and `subscribe` return at once; the rest blocks on the disk."""

    def __init__(self, uploads: UploadPort, store: _Store, desk: _Desk, copies: _Copies) -> None:
        self._uploads, self._store, self._desk, self._copies = uploads, store, desk, copies

    def ways(self) -> dict[str, Upload]:
        """How far each file of this desk is, by its id, as far as it was tried."""
        return self._uploads.ways()

    def subscribe(self, callback: Callable[[Upload], None]) -> Callable[[], None]:
        """Be told from a worker thread how they go; returns how to stop."""
        return self._uploads.subscribe(callback)

    def unsent(self) -> tuple[Unsent, ...]:
        """What the server refused and a person has to look after, the oldest first."""
        found = (self._told(way) for way in self._uploads.ways().values() if way.refused)
        return tuple(sorted((each for each in found if each is not None), key=lambda each: each.at))

    def again(self, file_id: str) -> None:
        """Try it once more."""
        self._uploads.again(file_id)

    def save(self, report_id: str, file_id: str, purpose: str, file: Path) -> Written | Refused | None:
        """Write what was to be sent to `file`, after that is recorded; None where it is gone from the case.

        Raises:
            StoreFault: it cannot be read, or `file` not be written.
        """
        shown = self._store.shown(report_id)
        files = shown.report.attachments if shown is not None else ()
        attachment = next((each for each in files if each.id == file_id), None)
        if shown is None or attachment is None:
            return None
        leaving = Leaving(purpose=purpose, reason=purpose if shown.report.sensitive else "")
        return self._copies.save_original(shown.report, attachment, leaving, file)

    def give_up(self, report_id: str, file_id: str) -> tuple[Act, Decided | Refused]:
        """Say on the case that it will never come; its bytes are let go once the server knows.

        Raises:
            StoreFault: nothing was decided.
        """
        act = WithdrawFile(file_id=file_id)
        return act, self._desk.decide(act, report_id)

    def _told(self, way: Upload) -> Unsent | None:
        row = self._store.ledger_row(way.attachment_id)
        if row is None or not isinstance(row.decision.act, AttachFile):
            return None
        shown = self._store.shown(row.decision.subject.id)
        files = shown.report.attachments if shown is not None else ()
        if shown is None or not any(each.id == way.attachment_id and each.state == COMING for each in files):
            return None
        return Unsent(
            file_id=way.attachment_id, report_id=shown.report.id, number=shown.report.number,
            name="" if shown.report.sensitive else row.decision.act.name, refused=way.refused,
            at=row.decision.decided_at,
        )  # fmt: skip
