"""What files claim, beside the report; told to the other desks once, where it differs."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC
from typing import Protocol

from console.desk.attachments import NotShown, ShotFacts
from console.desk.decide import Decided, Refused
from console.desk.file_facts import FileFacts
from console.domain.acts import TellFileClaim
from console.domain.attachment import Attachment
from console.domain.casework.file_claim import held_against
from console.domain.file_claim import FileClaim, HeldClaim, claimed_field_wrong
from console.domain.place import Place
from console.domain.report import Report
from console.domain.shown_case import ShownCase


class Shown(Protocol):
    """Cases as this desk shows them (the store, by shape)."""

    def shown(self, report_id: str) -> ShownCase | None:
        """The case with open decisions folded in."""


class Decides(Protocol):
    """The one door for decisions, by shape."""

    def decide(self, act: TellFileClaim, report_id: str) -> Decided | Refused:
        """Judge and commit."""


def claim_of(file_id: str, facts: ShotFacts) -> FileClaim:
    """What a file that was read claims of when and where it was made."""
    return FileClaim(
        file_id=file_id,
        taken_at=facts.taken_at.astimezone(UTC) if facts.taken_at is not None else None,
        taken_sure=facts.taken_sure,
        lat=facts.lat,
        lon=facts.lon,
    )


def beside(report: Report, file_id: str, facts: ShotFacts) -> HeldClaim | None:
    """A file's claim held against its report; None when the file is not the report's."""
    return held_against(report, claim_of(file_id, facts))


class FileClaims:
    """Tells what differs, by a decision of whoever is signed in; any worker thread, blocks for a commit at most.

    Without a server it waits in the ledger like any decision. Nothing is told twice, however often a file is read.
    """

    def __init__(self, store: Shown, desk: Decides, signed_in: Callable[[], bool], read: FileFacts) -> None:
        self._store, self._desk, self._signed_in, self._read = store, desk, signed_in, read
        self._told: set[tuple[str, str]] = set()
        self._lock = threading.Lock()

    def facts(self, attachment: Attachment, place: Place | None = None) -> ShotFacts | NotShown:
        """What the file claims, see FileFacts.facts."""
        return self._read.facts(attachment, place)

    def forget(self) -> None:
        """Drop what was read (lock, sign-out)."""
        self._read.forget()

    def tell(self, report_id: str, claim: FileClaim) -> bool:
        """Tell the other desks what a file of a report claims, if that differs and nobody told; whether it was told.

        Raises:
            StoreFault: the decision could not be committed; it is told when the file is read again.
        """
        key = (report_id, claim.file_id)
        with self._lock:
            if key in self._told or claimed_field_wrong(claim) or not self._signed_in():
                return False
            shown = self._store.shown(report_id)
            if shown is None or shown.report.ended:
                return False
            if any(each.file_id == claim.file_id for each in shown.report.file_claims):
                self._told.add(key)
                return False
            held = held_against(shown.report, claim)
            if held is None or not held.doubtable or not (held.elsewhere or held.earlier):
                return False  # asked again: a place may be corrected
            answer = self._desk.decide(_act(claim), report_id)
            if isinstance(answer, Refused):
                return False
            self._told.add(key)
            return True


def _act(claim: FileClaim) -> TellFileClaim:
    return TellFileClaim(
        file_id=claim.file_id, taken_at=claim.taken_at, taken_sure=claim.taken_sure, lat=claim.lat, lon=claim.lon
    )
