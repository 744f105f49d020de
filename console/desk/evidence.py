"""Handling files of a case: opened, painted over, saved; each recorded before it is.

Why so long: one method per way a file is handled, each with its record, and the shapes they speak in.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from console.decode.limits import EDGE_MAX_PX
from console.decode.picture import Picture
from console.decode.pool import Decoder
from console.decode.redacting import GoOn
from console.decode.refusal import Refusal
from console.desk.attaching import Attached, NotTaken
from console.desk.attachments import NotShown, is_photo
from console.desk.decide import Decided, Refused
from console.domain import acts
from console.domain.acts import Act
from console.domain.attachment import Attachment
from console.domain.box import Box, painted_over
from console.domain.errors import StoreFault
from console.domain.evidence import ExportForm, number_of
from console.domain.person import Actor
from console.domain.report import Report
from console.domain.silence import Silence


class Deciding(Protocol):
    """The one door for decisions, as this part needs it."""

    def decide(self, act: Act, report_id: str) -> Decided | Refused:
        """Judge and commit one decision."""


class OriginalSource(Protocol):
    """Where checked originals are (desk.ports.DownloadPort, by shape)."""

    def read(self, attachment_id: str) -> bytes | None:
        """The whole checked original, None while it is not here."""


class NewFiles(Protocol):
    """Puts a file made at this desk on a case; its bytes follow by themselves (desk.attaching, by shape)."""

    def attach(self, report_id: str, data: bytes, name: str) -> Attached | NotTaken | Refused:
        """Seal the bytes here, then decide.

        Raises:
            StoreFault: the disk is full or fails.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Pixels:
    """Upright pixels: RGBA8888, rows without padding."""

    width_px: int
    height_px: int
    rgba: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """A picture as a file without any metadata."""

    media_type: str
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """What for and for whom something is taken out of the center; a `reason` for a sensitive case."""

    purpose: str
    recipient: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Something left: the file on this workstation and its SHA-256 (hex).

    `proven` False for a case file made without the server: its chain does not hold the SHA-256 yet.
    """

    file: Path
    sha256: str
    proven: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Redacted:
    """A redacted copy is on the case: its id there and its SHA-256 (hex)."""

    file_id: str
    sha256: str


class Marking(Protocol):
    """Makes files of pixels, with marks painted over them or without; the screens' part, because it paints."""

    def picture(self, pixels: Pixels) -> Encoded:
        """A picture as a file."""

    def document(self, pages: Iterator[Pixels], number: str) -> Encoded:
        """Pages as a file of as many, of the case with that number; asks for each page when it is its turn."""


class CopyMaker(Protocol):
    """Makes copies of files as they leave (desk.copies, by shape)."""

    def copy(self, attachment: Attachment, number: str, edge_px: int, marking: Marking) -> Encoded | NotShown:
        """A copy of a photo or a document of the case with that number, or why there is none."""


Encode = Callable[[Pixels], Encoded]
"""Makes a file of pixels; the screens' part, because it needs an encoder."""


class EvidenceHandling:
    """Every method blocks (disk, jail): in the background. Nothing here ever writes to an original."""

    def __init__(
        self,
        desk: Deciding,
        originals: OriginalSource,
        decoder: Decoder,
        new_files: NewFiles,
        copies: CopyMaker,
        *,
        person: Callable[[], Actor | None],
        now: Callable[[], datetime],
    ) -> None:
        """`person` is who is signed in, `now` estimated server time, aware UTC."""
        self._desk, self._originals, self._decoder, self._new_files = desk, originals, decoder, new_files
        self._copies = copies
        self._person, self._now = person, now

    def fetched(self, file_id: str) -> bool:
        """Whether the whole checked file is at this desk."""
        return self._originals.read(file_id) is not None

    def opened(self, report_id: str, file_id: str) -> Refused | None:
        """Record that this person opens the file; None once it is on disk: only then may it be shown.

        Raises:
            StoreFault: it could not be recorded.
        """
        answer = self._desk.decide(acts.OpenFile(file_id=file_id), report_id)
        return answer if isinstance(answer, Refused) else None

    def redact(
        self, report: Report, attachment: Attachment, boxes: tuple[Box, ...], encode: Encode
    ) -> Redacted | Refused | NotShown:
        """Make a copy with the boxes painted solid, in full size and without metadata, and put it on the case.

        Boxes are in pixels of the upright picture at its full size.

        Raises:
            StoreFault: it could not be recorded or kept.
        """
        picture = self._picture(attachment)
        if isinstance(picture, NotShown):
            return picture
        by_x = picture.width_px / max(1, picture.facts.source_width_px)
        by_y = picture.height_px / max(1, picture.facts.source_height_px)
        covering = tuple(box.scaled(by_x, by_y) for box in boxes)
        painted = painted_over(picture.rgba, picture.width_px, picture.height_px, covering)
        made = encode(Pixels(width_px=picture.width_px, height_px=picture.height_px, rgba=painted))
        return self.keep_redacted(report, attachment, boxes, made)

    def redact_moving(
        self, report: Report, attachment: Attachment, boxes: tuple[Box, ...], silences: tuple[Silence, ...], go_on: GoOn
    ) -> Redacted | Refused | NotShown:
        """Make a copy of a film or sound with the boxes solid and the silences silent, and put it on the case.

        Boxes are in pixels of the upright picture at its full size. Takes about as long as the film is: `go_on` is told
        the part that is done, and ends it with NotShown 'stopped'. Raises as `redact`.
        """
        body = self._originals.read(attachment.id)
        if body is None:
            return NotShown(code="fetching", size_bytes=attachment.size_bytes)
        made = self._decoder.redacted(body, boxes, silences, go_on)
        if isinstance(made, Refusal):
            return NotShown(code=made.code.value, detail=made.detail)
        return self.keep_redacted(
            report, attachment, boxes, Encoded(media_type=made.kind.mime, body=made.body), silences
        )

    def keep_redacted(
        self, report: Report, attachment: Attachment, boxes: tuple[Box, ...], made: Encoded,
        silences: tuple[Silence, ...] = (),
    ) -> Redacted | Refused | NotShown:  # fmt: skip
        """Put a redacted file on the case and record of what it was made and how; raises as `redact`.

        The file comes first: refused (a full case), nothing says that there is one.
        """
        act = acts.RedactFile(
            file_id=attachment.id, origin_sha256=attachment.sha256, sha256=_hash(made.body),
            size_bytes=len(made.body), media_type=made.media_type, boxes=boxes, silences=silences,
        )  # fmt: skip
        ending = made.media_type.rsplit("/", 1)[-1]
        name = f"redacted-{number_of(report, attachment.id)}-{act.sha256[:8]}.{ending}"
        attached = self._new_files.attach(report.id, made.body, name)
        if isinstance(attached, NotTaken):
            return NotShown(code=attached.code, detail=attached.detail)
        if isinstance(attached, Refused):
            return attached
        answer = self._desk.decide(act, report.id)
        return answer if isinstance(answer, Refused) else Redacted(file_id=attached.file.id, sha256=act.sha256)

    def save_original(
        self, report: Report, attachment: Attachment, leaving: Leaving, file: Path
    ) -> Written | Refused:
        """Write the untouched original out, after that is recorded.

        Raises:
            StoreFault: `not_downloaded`, `export_failed`, or it could not be recorded.
        """
        body = self._originals.read(attachment.id)
        if body is None:
            raise StoreFault("not_downloaded", "The file has not been fetched yet.", path=str(file))
        return self._take_out(report, (attachment.id,), ExportForm.ORIGINAL, leaving, body, file)

    def save_marked(
        self, report: Report, attachment: Attachment, leaving: Leaving, marking: Marking, file: Path
    ) -> Written | Refused | NotShown:
        """Write a photo or a document out with the marks painted all over it; raises as `save_original`."""
        made = self._copies.copy(attachment, report.number, EDGE_MAX_PX, marking)
        if isinstance(made, NotShown):
            return made
        return self._take_out(report, (attachment.id,), ExportForm.MARKED, leaving, made.body, file)

    def mark_lines(self, report: Report, leaving: Leaving, zone: ZoneInfo) -> tuple[str, ...]:
        """What a watermark says: who, when, case, for whom and what for."""
        actor = self._person()
        whom = " · ".join(part for part in (leaving.recipient.strip(), leaving.purpose.strip()) if part)
        when = f"{self._now().astimezone(zone):%d/%m/%Y %H:%M %Z}"
        return (f"{report.number} · {actor.name if actor else ''}", when, whom)

    def file_name(self, report: Report, attachment: Attachment | None, leaving: Leaving, ending: str) -> str:
        """'KJ-2611-0184_3_20261122-1407_dewi_penyidikan.jpg': case, file, when, who and what for."""
        actor = self._person()
        number = str(number_of(report, attachment.id)) if attachment is not None else ""
        when = f"{self._now():%Y%m%d-%H%MZ}"
        parts = (report.number, number, when, actor.id if actor else "", leaving.purpose)
        return "_".join(part for part in (_slug(each) for each in parts) if part) + f".{ending}"

    def _picture(self, attachment: Attachment) -> Picture | NotShown:
        if not is_photo(attachment):
            return NotShown(code="not_previewable", detail=attachment.media_type)
        body = self._originals.read(attachment.id)
        if body is None:
            return NotShown(code="fetching", size_bytes=attachment.size_bytes)
        decoded = self._decoder.photo(body, EDGE_MAX_PX)
        return NotShown(code=decoded.code.value, detail=decoded.detail) if isinstance(decoded, Refusal) else decoded

    def _take_out(
        self, report: Report, file_ids: tuple[str, ...], form: ExportForm, leaving: Leaving, body: bytes, file: Path
    ) -> Written | Refused:
        """Record first, then write."""
        answer = self._desk.decide(export_act(form, file_ids, _hash(body), leaving), report.id)
        if isinstance(answer, Refused):
            return answer
        write_whole(file, body)
        return Written(file=file, sha256=_hash(body))


def export_act(form: ExportForm, file_ids: tuple[str, ...], sha256: str, leaving: Leaving) -> acts.ExportCase:
    """The decision that something leaves."""
    return acts.ExportCase(
        form=form.value, file_ids=file_ids, sha256=sha256, purpose=leaving.purpose, recipient=leaving.recipient,
        reason=leaving.reason,
    )  # fmt: skip


def write_whole(file: Path, body: bytes) -> None:
    """Write a file whole or not at all.

    Raises:
        StoreFault: `export_failed`.
    """
    part = file.with_name(file.name + ".part")
    try:
        with part.open("wb") as out:
            out.write(body)
            out.flush()
            os.fsync(out.fileno())
        part.replace(file)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise StoreFault("export_failed", f"{file} cannot be written ({error.strerror}).", path=str(file)) from error


def _hash(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def _slug(text: str) -> str:
    """Letters, figures and lines only: the name is safe on any disk."""
    return re.sub(r"[^A-Za-z0-9.-]+", "-", text).strip("-.")[:40]
