"""Copies of files as they leave: pixels out of the jail, marked and written anew."""

from __future__ import annotations

from collections.abc import Iterator

from console.decode.page import Page
from console.decode.picture import Picture
from console.decode.pool import Decoder
from console.decode.refusal import Refusal
from console.desk.attachments import NotShown, is_photo, on_its_way
from console.desk.evidence import Encoded, Marking, Pixels
from console.desk.pages import PAGE_EDGE_PX, is_document
from console.desk.ports import DownloadPort
from console.domain.attachment import INFECTED, Attachment

MOST_PAGES = 60
"""Pages of a document that is copied: each is drawn in a fresh jailed worker, about half a second."""


class _Stopped(Exception):
    """A page could not be drawn."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code.value)
        self.refusal = refusal


class Copies:
    """Every method blocks (disk, jail, painting): in the background."""

    def __init__(self, originals: DownloadPort, decoder: Decoder) -> None:
        self._originals, self._decoder = originals, decoder

    def copy(self, attachment: Attachment, number: str, edge_px: int, marking: Marking) -> Encoded | NotShown:
        """A copy of a photo (its longer edge at most `edge_px`) or a document; `number` is the case's.

        NotShown: `fetching` and the like while it is not here, `needs_password`, `too_many_pages` (`detail` how many
        there are), `not_previewable` for anything else, or a code of decode.refusal.
        """
        if attachment.state == INFECTED:
            return NotShown(code=INFECTED)
        if not (is_photo(attachment) or is_document(attachment)):
            return NotShown(code="not_previewable", detail=attachment.media_type)
        body = self._originals.read(attachment.id)
        if body is None:
            return on_its_way(self._originals, attachment)
        if is_document(attachment):
            return self._document(body, number, marking)
        found = self._decoder.photo(body, edge_px)
        if isinstance(found, Refusal):
            return NotShown(code=found.code.value, detail=found.detail)
        return marking.picture(_pixels(found))

    def _document(self, body: bytes, number: str, marking: Marking) -> Encoded | NotShown:
        first = self._decoder.page(body, 1, PAGE_EDGE_PX)
        if isinstance(first, Refusal):
            return NotShown(code=first.code.value, detail=first.detail)
        if first.pages > MOST_PAGES:
            return NotShown(code="too_many_pages", detail=str(first.pages))

        def pages() -> Iterator[Pixels]:
            yield _pixels(first)
            for place in range(2, first.pages + 1):
                page = self._decoder.page(body, place, PAGE_EDGE_PX)
                if isinstance(page, Refusal):
                    raise _Stopped(page)
                yield _pixels(page)

        try:
            return marking.document(pages(), number)
        except _Stopped as stopped:
            return NotShown(code=stopped.refusal.code.value, detail=stopped.refusal.detail)


def _pixels(found: Picture | Page) -> Pixels:
    return Pixels(width_px=found.width_px, height_px=found.height_px, rgba=found.rgba)
