"""One photo on a canvas: its thumbnail at once, then sharp; brightened on wish."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from console.desk.attachments import CLOSE_EDGE_PX, THUMBNAIL_EDGE_PX, VIEW_EDGE_PX, NotShown, Shot, ShotFacts
from console.desk.ports import Download
from console.domain.attachment import Attachment
from console.domain.report import Report
from console.ui.attachments.canvas import Canvas
from console.ui.attachments.grade import Grade
from console.ui.attachments.levels import Levels, levels_of
from console.ui.attachments.viewer_parts import ViewerParts
from console.ui.attachments.words import not_shown_words, own_lines
from console.ui.texts.language import translate

ON_THE_WAY = ("fetching", "fetch_failed", "closed")
"""Reasons that pass: the photo is still awaited."""


class PhotoView(Canvas):
    """`told(lines)` what the photo is, `refused(NotShown)` when it is not shown for good.

    `sharpened(Attachment)` when the sharp picture is there. Looked at more closely than it was decoded, a giant's own
    pixels are fetched: a number plate is read in them or nowhere.
    """

    told = Signal(object)
    refused = Signal(object)
    sharpened = Signal(object)

    def __init__(self, parts: ViewerParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._attachment: Attachment | None = None
        self._report: Report | None = None
        self._plain: Levels | None = None
        self._sharp = False
        self._facts: ShotFacts | None = None
        self._grade = Grade()
        self._closest = False
        self.zoomed.connect(self._look_closer)

    @property
    def attachment(self) -> Attachment | None:
        """The photo shown, or awaited."""
        return self._attachment

    @property
    def sharp(self) -> bool:
        """Whether more than its thumbnail is there."""
        return self._sharp

    @property
    def grade(self) -> Grade:
        """How bright and hard it is shown."""
        return self._grade

    @property
    def lines(self) -> tuple[str, ...]:
        """What it is, in the language spoken now; () before that is known."""
        return own_lines(self._facts) if self._facts is not None else ()

    def show_photo(self, attachment: Attachment, report: Report) -> None:
        """Show a photo of a report; the same one again only asks anew what it claims."""
        same = attachment == self._attachment and self._sharp
        self._attachment, self._report = attachment, report
        if not same:
            self._plain, self._sharp, self._closest, self._facts, self._grade = None, False, False, None, Grade()
            near = self._parts.attachments.at_hand(attachment, THUMBNAIL_EDGE_PX, report.place)
            if near is not None:
                self._plain = _levels(near, attachment)
                self.show_levels(self._plain)
                self._tell(near)
            else:
                self.show_words(translate("attachments", "Opening…"))
                self._ask(attachment, THUMBNAIL_EDGE_PX)
        if not self._closest:
            self._ask(attachment, VIEW_EDGE_PX)

    def set_grade(self, grade: Grade) -> None:
        """Show it brighter or harder; neutral shows it as it is."""
        self._grade = grade
        self._regrade()

    def hear(self, download: Download) -> None:
        """Its download went on."""
        if self._attachment is not None and download.attachment_id == self._attachment.id and not self._sharp:
            self._ask(self._attachment, VIEW_EDGE_PX)

    def clear(self) -> None:
        """Drop the picture."""
        self._attachment = self._report = self._plain = None
        self._sharp, self._facts, self._grade = False, None, Grade()
        self.show_words("")

    def _ask(self, attachment: Attachment, edge_px: int) -> None:
        desk, place = self._parts.attachments, self._report.place if self._report is not None else None

        def call() -> tuple[Shot | NotShown, Levels | None]:
            shot = desk.shot(attachment, edge_px, place)
            return shot, _levels(shot, attachment) if isinstance(shot, Shot) else None

        def take(answer: tuple[Shot | NotShown, Levels | None]) -> None:
            self._take(attachment, edge_px, *answer)

        self._parts.background.ask(self, call, take, topic=f"photo-{edge_px}")

    def _take(self, attachment: Attachment, edge_px: int, shot: Shot | NotShown, levels: Levels | None) -> None:
        sharp = edge_px != THUMBNAIL_EDGE_PX
        if attachment != self._attachment or (self._sharp and not sharp):
            return
        if isinstance(shot, NotShown) or levels is None:
            if edge_px == VIEW_EDGE_PX and isinstance(shot, NotShown):
                self._say_why(shot)
            return
        first, self._plain, self._sharp = self._plain is None, levels, sharp
        if first:
            self.show_levels(levels)
        elif self._grade.neutral:
            self.sharpen(levels)
        self._regrade()
        self._tell(shot)
        if sharp:
            self.sharpened.emit(attachment)
            self._look_closer()

    def _look_closer(self) -> None:
        plain = self._plain
        if self._attachment is None or plain is None or not self._sharp or self._closest:
            return
        if plain.share < 1 and self.scale * self.devicePixelRatioF() > plain.share:
            self._closest = True
            self._ask(self._attachment, CLOSE_EDGE_PX)

    def _say_why(self, missing: NotShown) -> None:
        if missing.code in ON_THE_WAY:
            if self._plain is None:
                self.show_words(not_shown_words(missing))
        else:
            self.refused.emit(missing)

    def _tell(self, shot: Shot) -> None:
        self._facts = shot.facts
        self.told.emit(self.lines)

    def _regrade(self) -> None:
        """Brighten what is seen first, then all of it; only the latest wish is worked on."""
        plain, grade = self._plain, self._grade
        if plain is None:
            return
        if grade.neutral:
            self.sharpen(plain)
            return
        table = grade.table()
        seen = plain.smallest(plain.size.width() * self.scale * self.devicePixelRatioF())

        def then(levels: Levels) -> None:
            if plain is not self._plain or grade != self._grade:
                return
            self.sharpen(levels)
            if len(plain.images) > len(levels.images):
                self._parts.background.ask(self, lambda: plain.graded(table), whole, topic="grade-whole")

        def whole(levels: Levels) -> None:
            if plain is self._plain and grade == self._grade:
                self.sharpen(levels)

        self._parts.background.ask(self, lambda: seen.graded(table), then, topic="grade")


def _levels(shot: Shot, attachment: Attachment) -> Levels:
    """Of a shot; `size` is the original's, so that a thumbnail takes the place of what comes after it."""
    size = QSize(shot.facts.width_px, shot.facts.height_px)
    opaque = attachment.media_type == "image/jpeg"
    return levels_of(shot.rgba, shot.width_px, shot.height_px, size, opaque=opaque)
