"""What a file says of when and where it was made, read in the jail once and kept."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from console.decode.media_facts import MediaFacts
from console.decode.paper import PaperFacts
from console.decode.picture import PhotoFacts
from console.decode.pool import Decoder
from console.decode.refusal import Refusal
from console.desk.attachments import (
    THUMBNAIL_EDGE_PX,
    Attachments,
    NotShown,
    ShotFacts,
    ShotPaper,
    is_photo,
    shot_facts,
)
from console.desk.pages import is_document
from console.desk.ports import DownloadPort
from console.domain.attachment import INFECTED, Attachment
from console.domain.place import Place

_KEPT = 500
_DATED = ("image/", "video/", "audio/")
"""Families a camera or recorder writes time and place into; a document's dates tell of its typing."""


def may_claim(attachment: Attachment) -> bool:
    """Whether a file of that kind says when and where it was made, so that it may be held against its report."""
    return attachment.media_type.startswith(_DATED)


def has_dates(attachment: Attachment) -> bool:
    """Whether a file of that kind says anything of its dates, also where they are only shown."""
    return may_claim(attachment) or is_document(attachment)


class FileFacts:
    """For any thread but the GUI's: a photo's facts come with its thumbnail, a film's and a sound's by themselves."""

    def __init__(
        self, downloads: DownloadPort, decoder: Decoder, attachments: Attachments, zone: Callable[[], str]
    ) -> None:
        self._downloads, self._decoder, self._attachments, self._zone = downloads, decoder, attachments, zone
        self._kept: OrderedDict[str, MediaFacts] = OrderedDict()
        self._lock = threading.Lock()

    def facts(self, attachment: Attachment, place: Place | None = None) -> ShotFacts | NotShown:
        """What the file claims; NotShown while it is on its way, and where it cannot be opened. Blocks for 10 s."""
        if is_photo(attachment):
            shot = self._attachments.shot(attachment, THUMBNAIL_EDGE_PX, place)
            return shot if isinstance(shot, NotShown) else shot.facts
        if attachment.state == INFECTED:
            return NotShown(code=INFECTED)
        found = self._recall(attachment.sha256)
        if found is None:
            data = self._downloads.read(attachment.id)
            if data is None:
                return NotShown(code="fetching", size_bytes=attachment.size_bytes)
            read = self._decoder.facts(data)
            if isinstance(read, Refusal):
                return NotShown(code=read.code.value, detail=read.detail)
            found = self._keep(attachment.sha256, read)
        facts = shot_facts(_as_photo(found), self._zone(), place)
        return replace(facts, paper=_paper(found, self._zone())) if is_document(attachment) else facts

    def forget(self) -> None:
        """Drop what was read (lock, sign-out)."""
        with self._lock:
            self._kept.clear()

    def _recall(self, sha256: str) -> MediaFacts | None:
        with self._lock:
            return self._kept.get(sha256)

    def _keep(self, sha256: str, facts: MediaFacts) -> MediaFacts:
        with self._lock:
            self._kept[sha256] = facts
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return facts


def _paper(found: MediaFacts, zone: str) -> ShotPaper:
    """A document's own word; a time without a zone is taken as the site's."""
    told = found.paper or PaperFacts()
    at, sure = None, False
    if told.modified is not None:
        offset = told.modified.wall.replace(tzinfo=ZoneInfo(zone)).utcoffset() or timedelta()
        at, sure = told.modified.at(int(offset.total_seconds() // 60)), told.modified.utc_offset_minutes is not None
    return ShotPaper(
        pages=found.pages, modified_at=at, modified_sure=sure, version=told.version, files=told.files,
        has_form=told.has_form, signed=told.signed,
    )  # fmt: skip


def _as_photo(facts: MediaFacts) -> PhotoFacts:
    """The part of a file's facts that all families share."""
    return PhotoFacts(
        kind=facts.kind, source_width_px=facts.width_px, source_height_px=facts.height_px, taken=facts.taken,
        gps_at=facts.gps_at, place=facts.place, notes=facts.notes,
    )  # fmt: skip
