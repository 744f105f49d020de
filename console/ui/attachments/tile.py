"""One file as a tile: its thumbnail or its kind, a caption, details on hover."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from console.desk.attachments import NotShown, Shot, ShotFacts, is_photo
from console.desk.ports import Upload
from console.domain.attachment import WITHDRAWN, Attachment
from console.ui import icons, theme
from console.ui.attachments.words import (
    detail_words,
    fact_lines,
    family_of,
    given_up_words,
    not_shown_words,
    tile_words,
    way_words,
)
from console.ui.widgets.safe import safe_tip

WIDTH_PX, HEIGHT_PX = 104, 76


class Tile(QAbstractButton):
    """Pressing opens the viewer; every file has one, shown or not."""

    def __init__(
        self,
        attachment: Attachment,
        number: int,
        zone: ZoneInfo,
        parent: QWidget | None = None,
        *,
        sensitive: bool = False,
    ) -> None:
        super().__init__(parent)
        self.attachment = attachment
        self._sensitive = sensitive
        self.number, self._zone = number, zone
        self._pixmap: QPixmap | None = None
        self._facts: ShotFacts | None = None
        self._missing: NotShown | None = None
        self._marked = False
        self._way: Upload | None = None
        self.setFixedSize(theme.px(WIDTH_PX), theme.px(HEIGHT_PX))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._spell()

    @property
    def shown(self) -> bool:
        """Whether its thumbnail is there."""
        return self._pixmap is not None

    @property
    def missing(self) -> NotShown | None:
        """Why it is not shown, as far as known."""
        return self._missing

    @property
    def marked(self) -> bool:
        """Whether it is framed as the one shown."""
        return self._marked

    @property
    def way(self) -> Upload | None:
        """How far it is on its way to the server, where this desk sends it."""
        return self._way

    def show_way(self, way: Upload) -> None:
        """How far it is on its way to the server."""
        self._way = way
        self._spell()
        self.update()

    def mark(self, marked: bool) -> None:
        """Frame it as the one shown large."""
        if marked != self._marked:
            self._marked = marked
            self.update()

    def take(self, shot: Shot | NotShown) -> None:
        """Show the thumbnail, or say why not."""
        if isinstance(shot, NotShown):
            self._missing = shot
        else:
            self._missing = None
            self._facts = shot.facts if is_photo(self.attachment) else None
            self._pixmap = QPixmap.fromImage(image_of(shot))
        self._spell()
        self.update()

    def sizeHint(self) -> QSize:
        """The tile's fixed size."""
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Picture or icon, caption on a dark foot."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame = self.rect().adjusted(0, 0, -1, -1)
        round_px = theme.px(6)
        path = QPainterPath()
        path.addRoundedRect(frame, round_px, round_px)
        painter.fillPath(path, theme.colour("raised"))
        painter.setClipPath(path)
        if self._pixmap is not None:
            part = _middle(self._pixmap.size(), self.size())
            if family_of(self.attachment) == "document":
                part.moveTop(0)  # a page is known by its head
            painter.drawPixmap(self.rect(), self._pixmap, part)
        else:
            self._paint_kind(painter)
        self._paint_caption(painter)
        if self._way is not None and not self._way.done:
            self._paint_way(painter, self._way)
        elif self.attachment.state == WITHDRAWN:
            self._paint_corner(painter, given_up_words())
        painter.setClipping(False)
        lit = self._marked or self.hasFocus() or self.underMouse()
        painter.setPen(QPen(theme.colour("accent" if lit else "line"), theme.px(3) if self._marked else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, round_px, round_px)

    def _paint_kind(self, painter: QPainter) -> None:
        size = theme.px(22)
        drawn = icons.pixmap(family_of(self.attachment), size, "muted")
        painter.drawPixmap((self.width() - size) // 2, theme.px(8), drawn)
        if self._missing is not None:
            painter.setFont(theme.font(10))
            painter.setPen(theme.colour("muted"))
            room = QRect(theme.px(4), theme.px(30), self.width() - theme.px(8), self.height() - theme.px(48))
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(room, flags, not_shown_words(self._missing))

    def _paint_caption(self, painter: QPainter) -> None:
        font: QFont = theme.font(10)
        metrics = QFontMetrics(font)
        words = tile_words(self.attachment, self.number, self._facts, self._zone)
        room = self.width() - theme.px(8)
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        foot = QRect(0, self.height() - theme.px(17), self.width(), theme.px(17))
        ground = theme.colour("#0b0f14")
        ground.setAlpha(205)
        painter.fillRect(foot, ground)
        painter.setFont(font)
        painter.setPen(theme.colour("#f2f5f8"))
        painter.drawText(foot.adjusted(theme.px(5), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_way(self, painter: QPainter, way: Upload) -> None:
        """A line above the caption that fills up, and the percentage in the corner."""
        line = QRect(0, self.height() - theme.px(20), self.width(), theme.px(3))
        painter.fillRect(line, theme.colour("line"))
        line.setWidth(round(self.width() * way.sent_bytes / max(1, way.size_bytes)))
        painter.fillRect(line, theme.colour("p1" if way.refused else "accent"))
        self._paint_corner(painter, way_words(way))

    def _paint_corner(self, painter: QPainter, words: str) -> None:
        painter.setFont(theme.font(10, bold=True))
        room = QRect(0, 0, painter.fontMetrics().horizontalAdvance(words) + theme.px(10), theme.px(16))
        room.moveRight(self.width())
        ground = theme.colour("#0b0f14")
        ground.setAlpha(205)
        painter.fillRect(room, ground)
        painter.setPen(theme.colour("#f2f5f8"))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)

    def _spell(self) -> None:
        lines = [detail_words(self.attachment, self._zone, named=not self._sensitive)]
        if self._facts is not None:
            lines += fact_lines(self._facts, self._zone)
        if self._missing is not None:
            lines.append(not_shown_words(self._missing))
        if self._way is not None and not self._way.done:
            lines.append(way_words(self._way))
        self.setToolTip(safe_tip("\n".join(lines)))
        self.setAccessibleName(tile_words(self.attachment, self.number, self._facts, self._zone))


def image_of(shot: Shot) -> QImage:
    """The pixels as a QImage with its own copy of the bytes."""
    image = QImage(shot.rgba, shot.width_px, shot.height_px, shot.width_px * 4, QImage.Format.Format_RGBA8888)
    return image.copy()


def _middle(source: QSize, target: QSize) -> QRect:
    """The largest middle part of `source` with the proportions of `target`."""
    scale = min(source.width() / target.width(), source.height() / target.height())
    width, height = round(target.width() * scale), round(target.height() * scale)
    return QRect((source.width() - width) // 2, (source.height() - height) // 2, width, height)
