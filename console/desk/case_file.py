"""The case file: what of a case leaves, as paper (PDF) or as a ZIP to be verified.

Why so long: what leaves, in which order it is recorded, confirmed and written, is read in one piece.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from console.contract.audit import Checkpoint
from console.contract.audit_slice import AuditSlice
from console.contract.case_manifest import (
    CASE,
    MANIFEST,
    PAPER,
    PENDING,
    READ_ME,
    SLICE,
    Kind,
    Manifest,
    Member,
    file_name,
)
from console.contract.case_pending import Pending, write_pending
from console.contract.case_zip import write_zip
from console.contract.codec import encode
from console.decode.picture import Picture
from console.decode.pool import Decoder
from console.desk.attaching import Attaching
from console.desk.attachments import is_photo
from console.desk.copies import Copies
from console.desk.decide import Decided, Desk, Refused
from console.desk.evidence import (
    Deciding,
    EvidenceHandling,
    Leaving,
    Pixels,
    Written,
    export_act,
    write_whole,
)
from console.desk.forward_files import ForwardFiles
from console.desk.ports import DownloadPort, LinkPort
from console.domain.agency import Site
from console.domain.attachment import Attachment
from console.domain.changes import Changes
from console.domain.errors import Bug, NetworkFault, StoreFault
from console.domain.evidence import ExportForm, Redaction, leaving_first, number_of, redacted_of, redaction_of
from console.domain.link import LinkState
from console.domain.person import Actor
from console.domain.report import Report
from console.domain.shown_case import LedgerRow, LedgerState
from console.store.store import Store
from console.store.witness import Kept

CONFIRM_WITHIN_S = 30.0
"""How long a ZIP waits for the server to confirm its export: without that nothing proves its manifest."""
PAPER_EDGE_PX = 1100
"""Longest edge of a picture on paper: some 200 dots an inch at half a page's height."""
_AWAY = (LinkState.OFFLINE, LinkState.REFUSED)


class CaseSource(Protocol):
    """Where decisions stand (the store, by shape)."""

    def ledger_row(self, decision_id: str) -> LedgerRow | None:
        """A decision of this desk."""

    def subscribe(self, callback: Callable[[Changes], None]) -> Callable[[], None]:
        """Be told what each commit changed; returns how to stop."""


class ChainPort(Protocol):
    """What the server's audit chain says of a case."""

    def case_slice(self, report_id: str) -> AuditSlice:
        """Everything up to now, signed.

        Raises:
            NetworkFault, AccessFault: it cannot be asked.
        """


class WitnessSource(Protocol):
    """What this desk keeps of the audit chain (store.witness, by shape)."""

    def latest(self) -> Kept | None:
        """The newest checkpoint that is believed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavingFile:
    """A file of the case as an export lists it: `chosen` to leave, `instead` the redacted one made of it.

    `redaction` tells how it was made itself; `picture` its pixels for paper, None where there are none.
    """

    attachment: Attachment
    number: int
    chosen: bool
    instead: int = 0
    redaction: Redaction | None = None
    picture: Pixels | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCase:
    """Everything that stands on paper; `report` without what is sealed."""

    report: Report
    files: tuple[LeavingFile, ...]
    leaving: Leaving
    by: Actor
    at: datetime
    zone: str
    site_name: str


Draw = Callable[[PaperCase], bytes]
"""Makes a PDF of it; the screens' part, because it paints."""


def bared(report: Report) -> Report:
    """The report as it may leave: who reported stays masked, what is sealed or recognises him stays here."""
    return replace(report, reporter=replace(report.reporter, id="", sealed="", recognised_by=()))


def leaving_files(report: Report, chosen: frozenset[str] | None = None) -> tuple[LeavingFile, ...]:
    """Every file and whether it leaves; None chooses the redacted ones instead of what they were made of."""
    ids = {each.id for each in leaving_first(report)} if chosen is None else chosen
    return tuple(
        LeavingFile(
            attachment=each, number=place, chosen=each.id in ids, redaction=redaction_of(report, each),
            instead=0 if (made := redacted_of(report, each)) is None else number_of(report, made.id),
        )
        for place, each in enumerate(report.attachments, 1)
    )  # fmt: skip


class CaseFiles:
    """Every method blocks (disk, jail, painting, for a ZIP the server): in the background."""

    def __init__(
        self, desk: Deciding, source: CaseSource, originals: DownloadPort, decoder: Decoder, chain: ChainPort,
        link: LinkPort, witness: WitnessSource, *, person: Callable[[], Actor | None], now: Callable[[], datetime],
    ) -> None:  # fmt: skip
        """`person` is who is signed in, `now` estimated server time, aware UTC."""
        self._witness = witness
        self._desk, self._source, self._originals, self._decoder = desk, source, originals, decoder
        self._chain, self._link = chain, link
        self._person, self._now = person, now

    def offline(self) -> bool:
        """Whether the server is away, so that nothing made now is proven by its chain; at once, from memory."""
        return self._link.link().state in _AWAY

    def want(self, files: tuple[Attachment, ...]) -> None:
        """Have files fetched that are not here yet, so that they can leave."""
        for each in files:
            self._originals.want(each.id, each.size_bytes, each.sha256)

    def paper(self, report: Report, files: tuple[LeavingFile, ...], leaving: Leaving, site: Site) -> PaperCase:
        """What is to leave, by whoever is signed in, now.

        Raises:
            Bug: nobody is signed in.
        """
        by = self._person()
        if by is None:
            raise Bug("a case file was asked for while nobody is signed in")
        return PaperCase(
            report=bared(report), files=files, leaving=leaving, by=by, at=self._now(), zone=site.zone,
            site_name=site.name,
        )  # fmt: skip

    def save_paper(self, paper: PaperCase, draw: Draw, file: Path) -> Written | Refused:
        """Draw the case as PDF and write it out, after that is recorded; also without the server.

        Raises:
            StoreFault: `not_downloaded`, `export_failed`, or it could not be recorded.
        """
        body = draw(self._pictured(paper))
        answer = self._decided(ExportForm.PDF, paper, hashlib.sha256(body).hexdigest())
        if isinstance(answer, Refused):
            return answer
        write_whole(file, body)
        return Written(file=file, sha256=hashlib.sha256(body).hexdigest())

    def save_zip(self, paper: PaperCase, draw: Draw, file: Path, read_me: str) -> Written | Refused:
        """Write paper, data and files with a manifest that the audit chain proves.

        The export is recorded and confirmed by the server first: only then its chain holds the manifest's hash.
        Without the server it is recorded here and written without the chain's slice, and says so (case_pending.py).

        Raises:
            NetworkFault: the server cannot be asked; AccessFault.
            StoreFault: `not_downloaded`, `export_failed`, or it could not be recorded.
        """
        alone = self.offline()
        bodies = {
            CASE: encode(paper.report), PAPER: draw(self._pictured(paper)), READ_ME: read_me.encode(),
        }  # fmt: skip
        if alone:
            bodies[PENDING] = write_pending(self._pending(paper.report))
        members = (*(_member(name, body) for name, body in bodies.items()), *_file_members(paper.files))
        manifest = encode(_manifest(paper, members))
        for each in paper.files:
            if each.chosen:
                self._read(each.attachment.id, file)
        answer = self._decided(ExportForm.ZIP, paper, hashlib.sha256(manifest).hexdigest())
        if isinstance(answer, Refused):
            return answer
        refused = None if alone else self._until_confirmed(answer.decision_id)
        if refused is not None:
            return refused
        proof = b"" if alone else encode(self._chain.case_slice(paper.report.id))
        self._write(file, self._in_order(manifest, bodies, members, proof, file))
        return Written(file=file, sha256=hashlib.sha256(manifest).hexdigest(), proven=not alone)

    def _pending(self, report: Report) -> Pending:
        """What this desk saw of the chain last, as a witness."""
        seen = self._witness.latest()
        subject = f"report/{report.id}"
        if seen is None:
            return Pending(subject=subject)
        checkpoint = Checkpoint(
            epoch=seen.epoch, place=seen.place, hash=seen.hash, at=seen.at_us, signature=seen.signature
        )
        return Pending(subject=subject, key=seen.key, checkpoint=checkpoint)

    def _in_order(
        self, manifest: bytes, bodies: dict[str, bytes], members: tuple[Member, ...], proof: bytes, file: Path
    ) -> Iterator[tuple[str, bytes]]:
        """Members as they lie in the ZIP; a file is read when it is its turn, so that one is in memory at a time."""
        yield MANIFEST, manifest
        for member in members:
            yield member.name, bodies[member.name] if member.name in bodies else self._read(member.file_id, file)
        if proof:
            yield SLICE, proof

    def _write(self, file: Path, members: Iterator[tuple[str, bytes]]) -> None:
        part = file.with_name(file.name + ".part")
        try:
            with part.open("wb") as out:
                write_zip(out, members)
            part.replace(file)
        except OSError as error:
            why = f"{file} cannot be written ({error.strerror})."
            raise StoreFault("export_failed", why, path=str(file)) from error
        finally:
            part.unlink(missing_ok=True)

    def _pictured(self, paper: PaperCase) -> PaperCase:
        """The paper with the pixels of the photos that leave."""
        return replace(paper, files=tuple(self._with_picture(each) for each in paper.files))

    def _with_picture(self, each: LeavingFile) -> LeavingFile:
        if not each.chosen or not is_photo(each.attachment):
            return each
        body = self._originals.read(each.attachment.id)
        found = None if body is None else self._decoder.photo(body, PAPER_EDGE_PX)
        if not isinstance(found, Picture):
            return each
        return replace(each, picture=Pixels(width_px=found.width_px, height_px=found.height_px, rgba=found.rgba))

    def _read(self, file_id: str, file: Path) -> bytes:
        body = self._originals.read(file_id)
        if body is None:
            raise StoreFault("not_downloaded", "A file of the case has not been fetched yet.", path=str(file))
        return body

    def _decided(self, form: ExportForm, paper: PaperCase, sha256: str) -> Decided | Refused:
        ids = tuple(each.attachment.id for each in paper.files if each.chosen)
        return self._desk.decide(export_act(form, ids, sha256, paper.leaving), paper.report.id)

    def _until_confirmed(self, decision_id: str) -> Refused | None:
        """Wait until the server has said its word; its refusal, or None.

        Raises:
            NetworkFault: `export_unconfirmed`: nothing of it came within CONFIRM_WITHIN_S.
        """
        told = threading.Condition()

        def hear(_changes: Changes) -> None:
            with told:
                told.notify_all()

        def state() -> LedgerRow:
            row = self._source.ledger_row(decision_id)
            if row is None:
                raise Bug("a decision just made is not in the ledger")
            return row

        stop = self._source.subscribe(hear)
        try:
            with told:
                settled = told.wait_for(lambda: state().state is not LedgerState.WAITING, CONFIRM_WITHIN_S)
        finally:
            stop()
        if not settled:
            raise NetworkFault("export_unconfirmed", "The server has not confirmed the export yet. Try again later.")
        row = state()
        return Refused(refusal=row.refusal) if row.refusal is not None else None


def _member(name: str, body: bytes) -> Member:
    kind = {CASE: Kind.CASE, PAPER: Kind.PAPER, READ_ME: Kind.READ_ME, PENDING: Kind.PENDING}[name]
    return Member(name=name, kind=kind, size_bytes=len(body), sha256=hashlib.sha256(body).hexdigest())


def _file_members(files: tuple[LeavingFile, ...]) -> Iterator[Member]:
    for each in files:
        if each.chosen:
            file = each.attachment
            yield Member(
                name=file_name(each.number, file.media_type, file.sha256), kind=Kind.FILE, size_bytes=file.size_bytes,
                sha256=file.sha256, file_id=file.id,
                origin_sha256=each.redaction.origin_sha256 if each.redaction is not None else "",
            )  # fmt: skip


def _manifest(paper: PaperCase, members: tuple[Member, ...]) -> Manifest:
    leaving, by = paper.leaving, paper.by
    return Manifest(
        number=paper.report.number, report_id=paper.report.id, exported_at=paper.at, by_id=by.id, by_name=by.name,
        desk_id=by.desk_id, purpose=leaving.purpose, recipient=leaving.recipient, reason=leaving.reason,
        members=members,
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceDesk:
    """Handling single files, and the case file, in one hand."""

    handling: EvidenceHandling
    case_files: CaseFiles
    forward_files: ForwardFiles


def evidence_desk(
    desk: Desk, store: Store, originals: DownloadPort, decoder: Decoder, chain: ChainPort, link: LinkPort, *,
    person: Callable[[], Actor | None], now: Callable[[], datetime],
) -> EvidenceDesk:  # fmt: skip
    """Both made for a signed-in person's desk."""
    copies = Copies(originals, decoder)
    handling = EvidenceHandling(desk, originals, decoder, Attaching(store, desk), copies, person=person, now=now)
    return EvidenceDesk(
        handling=handling,
        case_files=CaseFiles(
            desk, store, originals, decoder, chain, link, store.witness, person=person, now=now
        ),
        forward_files=ForwardFiles(store, originals, copies),
    )
