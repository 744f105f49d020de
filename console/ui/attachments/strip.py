"""The files of a case in a row; thumbnails are fetched and decoded behind the screen."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from console.desk.attachments import NotShown, Shot, is_photo
from console.desk.case import CaseView
from console.desk.ports import Download, Upload
from console.desk.sending import Sending
from console.domain.attachment import COMING, Attachment
from console.domain.place import Place
from console.ui import theme
from console.ui.attachments.add_tile import AddTile
from console.ui.attachments.arriving import on_its_way
from console.ui.attachments.file_choosing import local_files
from console.ui.attachments.thumbnails import Thumbnails
from console.ui.attachments.tile import Tile
from console.ui.attachments.viewer_parts import ViewerParts
from console.ui.attachments.words import has_thumbnail
from console.ui.relay import Courier
from console.ui.texts.refusals import refusal_words
from console.ui.widgets.flow import FlowLayout

_ATTACH = "report.attach_file"


class AttachmentStrip(QWidget):
    """`chosen(place in the row)` when a tile is pressed; `add_wanted` when another file shall be put on the case.

    `dropped(files)`: files of this workstation dropped here.
    `measured(number, metres)`: photo `number` of the row claims a place so far from the reported one.
    `read(id, ShotFacts)`: what that photo says of itself.
    """

    chosen = Signal(int)
    measured = Signal(int, float)
    read = Signal(str, object)
    add_wanted = Signal()
    dropped = Signal(object)

    def __init__(self, parts: ViewerParts, sending: Sending | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attachments = parts.attachments
        self._thumbnails = Thumbnails(parts.posters, parts.background, self, at_once=2)
        self._flow = FlowLayout(self, gap=theme.px(8))
        self._tiles: list[Tile] = []
        self._place: Place | None = None
        self._shown: tuple[Attachment, ...] = ()
        self._news: Courier[dict[str, Download]] = Courier(lambda old, new: {**old, **new}, self)
        self._news.arrived.connect(self._take_news)
        self._stop = parts.attachments.subscribe(lambda download: self._news.take({download.attachment_id: download}))
        self._sending = sending
        self._sent: Courier[dict[str, Upload]] = Courier(lambda old, new: {**old, **new}, self)
        self._sent.arrived.connect(self._take_sent)
        self._stop_sent = (
            sending.subscribe(lambda way: self._sent.take({way.attachment_id: way})) if sending else lambda: None
        )
        self.add = AddTile()
        self.add.clicked.connect(self.add_wanted)
        self._flow.addWidget(self.add)
        self.setAcceptDrops(True)

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """The files' tiles, in order."""
        return tuple(self._tiles)

    @property
    def pictures_shown(self) -> int:
        """How many thumbnails are there."""
        return sum(tile.shown for tile in self._tiles)

    def show_view(self, view: CaseView, zone: ZoneInfo) -> None:
        """Show the files of a case; the same files again cost nothing."""
        before, self._place = self._place, view.report.place
        if view.report.attachments != self._shown:
            self._shown = view.report.attachments
            self._lay(zone, sensitive=view.report.sensitive)
        elif before is not None and (before.lat, before.lon) != (self._place.lat, self._place.lon):
            for tile in self._tiles:
                self._ask(tile)
        refusal = view.may.get(_ATTACH)
        self.add.stand(alone=not self._shown, why_not=refusal_words(refusal) if refusal is not None else "")

    def clear(self) -> None:
        """Drop every picture (lock, sign-out)."""
        self._shown = ()
        self._lay(ZoneInfo("UTC"))

    def stop(self) -> None:
        """Hear of no more downloads; before the desk closes."""
        self._stop()
        self._news.close()
        self._stop_sent()
        self._sent.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files of this workstation may be dropped, where something may be put on the case."""
        if self.add.isEnabled() and local_files(event.mimeData()):
            self.add.show_over(True)
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        self.add.show_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put them on the case; the originals stay where they are."""
        self.add.show_over(False)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        files = local_files(event.mimeData())
        if files:
            self.dropped.emit(files)

    def _lay(self, zone: ZoneInfo, *, sensitive: bool = False) -> None:
        self._thumbnails.forget()
        self._attachments.show("strip", self._shown)
        for tile in self._tiles:
            self._flow.removeWidget(tile)
            tile.deleteLater()
        self._tiles = [
            Tile(attachment, place + 1, zone, sensitive=sensitive) for place, attachment in enumerate(self._shown)
        ]
        for place, tile in enumerate(self._tiles):
            tile.clicked.connect(lambda _=False, place=place: self.chosen.emit(place))
            self._flow.addWidget(tile)
            self._ask(tile)
        self._flow.removeWidget(self.add)
        self._flow.addWidget(self.add)
        self._take_sent(self._sending.ways() if self._sending is not None else {})
        self.updateGeometry()

    def _ask(self, tile: Tile) -> None:
        if not has_thumbnail(tile.attachment):
            return

        def take(shot: Shot | NotShown) -> None:
            tile.take(shot)
            if isinstance(shot, Shot) and is_photo(tile.attachment):
                self.read.emit(tile.attachment.id, shot.facts)
            if isinstance(shot, Shot) and shot.facts.distance_m is not None:
                self.measured.emit(tile.number, shot.facts.distance_m)

        self._thumbnails.want(tile, tile.attachment, self._place, take)

    def _take_sent(self, ways: dict[str, Upload]) -> None:
        """How far files of this desk are on their way to the server."""
        for tile in self._tiles:
            way = ways.get(tile.attachment.id)
            if way is not None and tile.attachment.state == COMING:
                tile.show_way(way)

    def _take_news(self, news: dict[str, Download]) -> None:
        for tile in self._tiles:
            download = news.get(tile.attachment.id)
            if download is None or tile.shown:
                continue
            if download.done:
                self._ask(tile)
            else:
                tile.take(on_its_way(download))
