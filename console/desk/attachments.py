"""Photos of a report: fetched whole, checked, decoded in the jail, kept as pixels."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from console.decode.picture import PhotoFacts, Picture
from console.decode.pool import Decoder
from console.decode.refusal import Refusal
from console.desk.ports import Download, DownloadPort
from console.domain.attachment import COMING, INFECTED, WITHDRAWN, Attachment
from console.domain.place import Place, distance_m

THUMBNAIL_EDGE_PX = 320
"""Longest edge of a thumbnail, twice the tile for dense screens."""

VIEW_EDGE_PX = 4096
"""Longest edge the viewer asks for: finer than any screen, small enough to hold a few."""

CLOSE_EDGE_PX = 8192
"""Longest edge when a larger photo is looked at closely: 48 megapixels whole. Too much to be kept."""

_CACHE_BYTES = 192 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class ShotPaper:
    """Facts of a document: `modified_at` aware (`modified_sure` as taken_sure), `version` 17 for PDF 1.7 (0 unknown).

    `pages` None where it is locked; `files` that lie within it.
    """

    pages: int | None = None
    modified_at: datetime | None = None
    modified_sure: bool = False
    version: int = 0
    files: int = 0
    has_form: bool = False
    signed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShotFacts:
    """What a photo claims of itself (a claim, no proof).

    `taken_at` aware; `taken_sure` False when the camera wrote no zone and the site's was assumed; metres from the
    report's place when both are known; `notes` codes of decode.picture.Note. `lat`, `lon` WGS 84, never 0,0.
    `paper`: what a document says of itself besides, `taken_at` being when it was made.
    """

    width_px: int
    height_px: int
    taken_at: datetime | None = None
    taken_sure: bool = False
    distance_m: float | None = None
    notes: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    paper: ShotPaper | None = None


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
        if attachment.state == INFECTED:
            return NotShown(code=INFECTED)
        kept = self._recall((attachment.sha256, edge_px))
        if kept is None:
            data = self._downloads.read(attachment.id)
            if data is None:
                return on_its_way(self._downloads, attachment)
            decoded = self._decoder.photo(data, edge_px)
            if isinstance(decoded, Refusal):
                return NotShown(code=decoded.code.value, detail=decoded.detail)
            kept = decoded
            if edge_px <= VIEW_EDGE_PX:
                self._keep((attachment.sha256, edge_px), kept)
        return self._shot(kept, place)

    def at_hand(self, attachment: Attachment, edge_px: int, place: Place | None = None) -> Shot | None:
        """The picture as decoded before, None when it would have to be decoded; never waits."""
        kept = self._recall((attachment.sha256, edge_px))
        return self._shot(kept, place) if kept is not None else None

    def show(self, place: str, attachments: Sequence[Attachment]) -> None:
        """What `viewer` or `strip` shows now, () for nothing: fetched before all else, never let go; any thread."""
        self._downloads.show(place, tuple(each.id for each in attachments))

    def subscribe(self, callback: Callable[[Download], None]) -> Callable[[], None]:
        """Be told from a worker thread how downloads go; returns how to stop."""
        return self._downloads.subscribe(callback)

    def forget(self) -> None:
        """Drop every kept pixel (lock, sign-out)."""
        with self._lock:
            self._kept.clear()

    def _shot(self, kept: Picture, place: Place | None) -> Shot:
        facts = shot_facts(kept.facts, self._zone(), place)
        return Shot(width_px=kept.width_px, height_px=kept.height_px, rgba=kept.rgba, facts=facts)

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


def on_its_way(downloads: DownloadPort, attachment: Attachment) -> NotShown:
    """Ask for a file that is not here, ahead of others, and say how far it is."""
    if attachment.state in (COMING, WITHDRAWN, INFECTED):
        return NotShown(code=attachment.state, size_bytes=attachment.size_bytes)
    way = downloads.want(attachment.id, attachment.size_bytes, attachment.sha256)
    return NotShown(
        code="fetch_failed" if way.trouble else "fetching",
        detail=way.trouble,
        received_bytes=way.received_bytes,
        size_bytes=way.size_bytes,
    )


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
        lat=facts.place.lat if facts.place is not None else None,
        lon=facts.place.lon if facts.place is not None else None,
    )
