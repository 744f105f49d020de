"""The case's files along the viewer's bottom: what is where, the shown one framed."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from console.desk.ports import Download
from console.domain.attachment import Attachment
from console.domain.report import Report
from console.ui import theme
from console.ui.attachments.thumbnails import Thumbnails
from console.ui.attachments.tile import HEIGHT_PX, Tile
from console.ui.attachments.viewer_parts import ViewerParts
from console.ui.attachments.words import has_thumbnail
from console.ui.texts.language import translate
from console.ui.widgets.spoken import name_widget


class FilmStrip(QScrollArea):
    """`chosen(place)` when a tile is pressed. Thumbnails come one by one, those near the shown file first."""

    chosen = Signal(int)

    def __init__(self, parts: ViewerParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = Thumbnails(parts.posters, parts.background, self)
        self._tiles: list[Tile] = []
        self._files: tuple[Attachment, ...] = ()
        self._report: Report | None = None
        inner = QWidget()
        self._row = QHBoxLayout(inner)
        gap = theme.px(6)
        self._row.setContentsMargins(theme.px(12), gap, theme.px(12), gap)
        self._row.setSpacing(gap)
        self._row.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(theme.px(HEIGHT_PX) + 2 * gap + theme.px(10))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        name_widget(self, lambda: translate("attachments", "Files of the case"))

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """Its tiles, in the report's order."""
        return tuple(self._tiles)

    @property
    def waiting(self) -> int:
        """How many thumbnails are still asked for."""
        return self._thumbnails.waiting

    def show_files(self, report: Report, zone: ZoneInfo, near: int) -> None:
        """Show the files of a report; the same files again cost nothing. Thumbnails near that place come first."""
        known = self._report is not None and self._report.id == report.id and self._files == report.attachments
        self._report = report
        if known:
            return
        self._lay(report, zone)
        for at in sorted(range(len(self._tiles)), key=lambda at: abs(at - near)):
            self._want(self._tiles[at])

    def mark(self, *places: int) -> None:
        """Frame the tile of what is shown and bring it in sight; the first place is the one that keys move."""
        for at, tile in enumerate(self._tiles):
            tile.mark(at in places)
        if places and places[0] < len(self._tiles):
            self.ensureWidgetVisible(self._tiles[places[0]], self.width() // 3, 0)

    def hear(self, download: Download) -> None:
        """A file has come: its thumbnail can be made."""
        for tile in self._tiles:
            if tile.attachment.id == download.attachment_id and download.done and not tile.shown:
                self._want(tile)

    def clear(self) -> None:
        """Drop every picture."""
        self._files, self._report = (), None
        self._thumbnails.forget()
        self._drop()

    def _lay(self, report: Report, zone: ZoneInfo) -> None:
        self._thumbnails.forget()
        self._drop()
        self._files = report.attachments
        for at, attachment in enumerate(report.attachments):
            tile = Tile(attachment, at + 1, zone, sensitive=report.sensitive)
            tile.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            tile.clicked.connect(lambda _=False, at=at: self.chosen.emit(at))
            self._row.insertWidget(at, tile)
            self._tiles.append(tile)

    def _drop(self) -> None:
        for tile in self._tiles:
            self._row.removeWidget(tile)
            tile.deleteLater()
        self._tiles = []

    def _want(self, tile: Tile) -> None:
        if not has_thumbnail(tile.attachment):
            return

        place = self._report.place if self._report is not None else None
        self._thumbnails.want(tile, tile.attachment, place, tile.take)
