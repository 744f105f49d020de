"""Photos of a report: fetched whole, checked, decoded in the jail, kept as pixels."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from console.decode.picture import PhotoFacts, Picture
from console.decode.pool import Decoder
from console.decode.refusal import Refusal
from console.desk.ports import Download, DownloadPort
from console.domain.attachment import Attachment
from console.domain.place import Place, distance_m

THUMBNAIL_EDGE_PX = 320
"""Longest edge of a thumbnail, twice the tile for dense screens."""

VIEW_EDGE_PX = 4096
"""Longest edge the viewer asks for: finer than any screen, small enough to hold a few."""

_CACHE_BYTES = 192 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class ShotFacts:
    """What a photo claims of itself (a claim, no proof).

    `taken_at` aware; `taken_sure` False when the camera wrote no zone and the site's was assumed; metres from the
    report's place when both are known; `notes` codes of decode.picture.Note.
    """

    width_px: int
    height_px: int
    taken_at: datetime | None = None
    taken_sure: bool = False
    distance_m: float | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """Decoded upright pixels: RGBA8888, rows without padding."""

    width_px: int
    height_px: int
    rgba: bytes
    facts: ShotFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class NotShown:
    """Why there are no pixels: `fetching` with how far it is, `fetch_failed`, or a code of decode.refusal."""

    code: str
    detail: str = ""
    received_bytes: int = 0
    size_bytes: int = 0


def is_photo(attachment: Attachment) -> bool:
    """Whether the server found a photo's magic bytes (decode looks again before any decoder)."""
    return attachment.media_type.startswith("image/")


class Attachments:
    """Pixels of attachments for any thread but the GUI's; keeps the latest within a memory bound."""

    def __init__(self, downloads: DownloadPort, decoder: Decoder, zone: Callable[[], str]) -> None:
        self._downloads, self._decoder, self._zone = downloads, decoder, zone
        self._kept: OrderedDict[tuple[str, int], Picture] = OrderedDict()
        self._lock = threading.Lock()

    def shot(self, attachment: Attachment, edge_px: int, place: Place | None = None) -> Shot | NotShown:
        """The picture with its longer edge at most `edge_px`; asks for the download when it is not here.

        Blocks for as long as decoding takes (10 s at most); call it in the background.
        """
        if not is_photo(attachment):
            return NotShown(code="not_previewable", detail=attachment.media_type)
        kept = self._recall((attachment.sha256, edge_px))
        if kept is None:
            data = self._downloads.read(attachment.id)
            if data is None:
                return self._wanted(attachment)
            decoded = self._decoder.photo(data, edge_px)
            if isinstance(decoded, Refusal):
                return NotShown(code=decoded.code.value, detail=decoded.detail)
            kept = decoded
            self._keep((attachment.sha256, edge_px), kept)
        facts = shot_facts(kept.facts, self._zone(), place)
        return Shot(width_px=kept.width_px, height_px=kept.height_px, rgba=kept.rgba, facts=facts)

    def save(self, attachment: Attachment, file: Path) -> None:
        """Write the checked original to `file`.

        Raises:
            StoreFault: not here yet, or the file cannot be written.
        """
        self._downloads.export(attachment.id, file)

    def subscribe(self, callback: Callable[[Download], None]) -> Callable[[], None]:
        """Be told from a worker thread how downloads go; returns how to stop."""
        return self._downloads.subscribe(callback)

    def forget(self) -> None:
        """Drop every kept pixel (lock, sign-out)."""
        with self._lock:
            self._kept.clear()

    def _wanted(self, attachment: Attachment) -> NotShown:
        way = self._downloads.want(attachment.id, attachment.size_bytes, attachment.sha256)
        return NotShown(
            code="fetch_failed" if way.trouble else "fetching",
            detail=way.trouble,
            received_bytes=way.received_bytes,
            size_bytes=way.size_bytes,
        )

    def _recall(self, key: tuple[str, int]) -> Picture | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def _keep(self, key: tuple[str, int], picture: Picture) -> None:
        with self._lock:
            self._kept[key] = picture
            while len(self._kept) > 1 and sum(len(p.rgba) for p in self._kept.values()) > _CACHE_BYTES:
                self._kept.popitem(last=False)


def shot_facts(facts: PhotoFacts, zone: str, place: Place | None) -> ShotFacts:
    """Facts as shown; satellite time wins over the camera's clock, whose missing zone is taken as the site's."""
    taken, sure = facts.gps_at, facts.gps_at is not None
    if taken is None and facts.taken is not None:
        offset = facts.taken.wall.replace(tzinfo=ZoneInfo(zone)).utcoffset() or timedelta()
        taken = facts.taken.at(int(offset.total_seconds() // 60))
        sure = facts.taken.utc_offset_minutes is not None
    metres: float | None = None
    if facts.place is not None and place is not None and place.lat is not None and place.lon is not None:
        metres = distance_m(place.lat, place.lon, facts.place.lat, facts.place.lon)
    return ShotFacts(
        width_px=facts.source_width_px,
        height_px=facts.source_height_px,
        taken_at=taken,
        taken_sure=sure,
        distance_m=metres,
        notes=tuple(sorted(note.value for note in facts.notes)),
    )
