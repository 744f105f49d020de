"""Pages of a report's documents: drawn in the jail one by one, kept as pixels."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, field

from console.decode.pool import Decoder
from console.decode.refusal import Refusal
from console.desk.attachments import NotShown, Shot, ShotFacts, on_its_way
from console.desk.ports import DownloadPort
from console.domain.attachment import INFECTED, Attachment

PAGE_EDGE_PX = 2048
"""Longest edge of a page as first drawn: A4 at 175 dpi."""

CLOSE_EDGE_PX = 4096
"""Longest edge when it is looked at closely."""

_CACHE_BYTES = 96 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class PageShot:
    """Page `number` (from 1) of `pages`: RGBA8888, rows without padding, opaque."""

    number: int
    pages: int
    width_px: int
    height_px: int
    rgba: bytes = field(repr=False)


def is_document(attachment: Attachment) -> bool:
    """Whether the server found a document's magic bytes (decode looks again before any decoder)."""
    return attachment.media_type == "application/pdf"


class Pages:
    """For any thread but the GUI's; keeps the latest pages within a memory bound.

    A password goes to the jailed worker and nowhere else, and what it opened is not kept either: whoever comes
    next is asked for it again.
    """

    def __init__(self, downloads: DownloadPort, decoder: Decoder) -> None:
        self._downloads, self._decoder = downloads, decoder
        self._kept: OrderedDict[tuple[str, int, int], PageShot] = OrderedDict()
        self._lock = threading.Lock()

    def page(self, attachment: Attachment, number: int, edge_px: int, password: str = "") -> PageShot | NotShown:
        """Page `number` (from 1), its longer edge `edge_px`; asks for the download when the file is not here.

        NotShown's code is needs_password or wrong_password where it is locked. Blocks for 10 s at most.
        """
        if attachment.state == INFECTED:
            return NotShown(code=INFECTED)
        key = (attachment.sha256, number, edge_px)
        kept = self._recall(key)
        if kept is not None:
            return kept
        data = self._downloads.read(attachment.id)
        if data is None:
            return on_its_way(self._downloads, attachment)
        drawn = self._decoder.page(data, number, edge_px, password)
        if isinstance(drawn, Refusal):
            return NotShown(code=drawn.code.value, detail=drawn.detail)
        shot = PageShot(
            number=drawn.number, pages=drawn.pages, width_px=drawn.width_px, height_px=drawn.height_px, rgba=drawn.rgba
        )
        if not password:
            self._keep(key, shot)
        return shot

    def at_hand(self, attachment: Attachment, number: int, edge_px: int) -> PageShot | None:
        """A page as drawn before, None when it would have to be drawn; never waits."""
        return self._recall((attachment.sha256, number, edge_px))

    def poster(self, attachment: Attachment, edge_px: int) -> Shot | NotShown:
        """A document's picture for a tile: its first page."""
        page = self.page(attachment, 1, edge_px)
        if isinstance(page, NotShown):
            return page
        facts = ShotFacts(width_px=page.width_px, height_px=page.height_px)
        return Shot(width_px=page.width_px, height_px=page.height_px, rgba=page.rgba, facts=facts)

    def forget(self) -> None:
        """Drop every kept page (lock, sign-out)."""
        with self._lock:
            self._kept.clear()

    def _recall(self, key: tuple[str, int, int]) -> PageShot | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def _keep(self, key: tuple[str, int, int], page: PageShot) -> None:
        with self._lock:
            self._kept[key] = page
            while len(self._kept) > 1 and sum(len(p.rgba) for p in self._kept.values()) > _CACHE_BYTES:
                self._kept.popitem(last=False)
