"""A small picture of any file for its tile: a photo, a film's still, a first page."""

from __future__ import annotations

from console.desk.attachments import THUMBNAIL_EDGE_PX, Attachments, NotShown, Shot, is_photo
from console.desk.clips import Clips, is_film
from console.desk.pages import Pages, is_document
from console.domain.attachment import Attachment
from console.domain.place import Place


class Posters:
    """For any thread but the GUI's; each family's pictures come from the part of the desk that shows it."""

    def __init__(self, attachments: Attachments, pages: Pages, clips: Clips) -> None:
        self._attachments, self._pages, self._clips = attachments, pages, clips

    def poster(self, attachment: Attachment, place: Place | None = None) -> Shot | NotShown:
        """A picture for a tile, or why there is none; of a photo with what it claims against `place`."""
        if is_photo(attachment):
            return self._attachments.shot(attachment, THUMBNAIL_EDGE_PX, place)
        if is_document(attachment):
            return self._pages.poster(attachment, THUMBNAIL_EDGE_PX)
        if is_film(attachment):
            return self._clips.poster(attachment, THUMBNAIL_EDGE_PX)
        return NotShown(code="not_previewable", detail=attachment.media_type)
