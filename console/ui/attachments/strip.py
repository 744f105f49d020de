"""The files of a case in a row; thumbnails are fetched and decoded behind the screen."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.desk.attachments import THUMBNAIL_EDGE_PX, Attachments, NotShown, Shot, is_photo
from console.desk.case import CaseView
from console.desk.ports import Download
from console.domain.attachment import Attachment
from console.domain.place import Place
from console.ui import theme
from console.ui.attachments.tile import Tile
from console.ui.background import Background
from console.ui.relay import Courier
from console.ui.widgets.flow import FlowLayout


class AttachmentStrip(QWidget):
    """`chosen(place in the row)` when a tile is pressed; hidden without files.

    `measured(number, metres)`: photo `number` of the row claims a place so far from the reported one.
    """

    chosen = Signal(int)
    measured = Signal(int, float)

    def __init__(self, attachments: Attachments, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attachments, self._background = attachments, background
        self._flow = FlowLayout(self, gap=theme.px(8))
        self._tiles: list[Tile] = []
        self._place: Place | None = None
        self._shown: tuple[Attachment, ...] = ()
        self._news: Courier[dict[str, Download]] = Courier(lambda old, new: {**old, **new}, self)
        self._news.arrived.connect(self._take_news)
        self._stop = attachments.subscribe(lambda download: self._news.take({download.attachment_id: download}))
        self.setVisible(False)

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
        self.setVisible(bool(self._shown))

    def clear(self) -> None:
        """Drop every picture (lock, sign-out)."""
        self._shown = ()
        self._lay(ZoneInfo("UTC"))

    def stop(self) -> None:
        """Hear of no more downloads; before the desk closes."""
        self._stop()
        self._news.close()

    def _lay(self, zone: ZoneInfo, *, sensitive: bool = False) -> None:
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
        self.updateGeometry()

    def _ask(self, tile: Tile) -> None:
        if not is_photo(tile.attachment):
            return
        attachment, place = tile.attachment, self._place

        def call() -> Shot | NotShown:
            return self._attachments.shot(attachment, THUMBNAIL_EDGE_PX, place)

        def take(shot: Shot | NotShown) -> None:
            tile.take(shot)
            if isinstance(shot, Shot) and shot.facts.distance_m is not None:
                self.measured.emit(tile.number, shot.facts.distance_m)

        self._background.ask(tile, call, take, topic="thumbnail")

    def _take_news(self, news: dict[str, Download]) -> None:
        for tile in self._tiles:
            download = news.get(tile.attachment.id)
            if download is None or tile.shown:
                continue
            if download.done:
                self._ask(tile)
            else:
                tile.take(_on_its_way(download))


def _on_its_way(download: Download) -> NotShown:
    return NotShown(
        code="fetch_failed" if download.trouble else "fetching",
        detail=download.trouble,
        received_bytes=download.received_bytes,
        size_bytes=download.size_bytes,
    )
