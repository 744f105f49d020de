"""Both places drawn without a map: the report's, the file's, their distance, north."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.domain.file_claim import HeldClaim
from console.domain.place import Place
from console.ui import icons, theme
from console.ui.case.words import distance_words
from console.ui.texts.language import translate

HEIGHT_PX = 150
_TOGETHER_M = 1.0
"""Nearer than so two places are one point."""


class ClaimDrawing(QWidget):
    """North is up; the line is as long as there is room, its length stands on it. Hidden without two places."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: HeldClaim | None = None
        self._place = Place()
        self._icon = "photo"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVisible(False)

    def show_claim(self, held: HeldClaim, place: Place, icon: str, words: str) -> None:
        """Draw a claim beside the report's place; `words` say the same to whoever does not see it."""
        self._held, self._place, self._icon = held, place, icon
        self.setAccessibleName(words)
        self.setVisible(held.metres is not None)
        self.update()

    def clear(self) -> None:
        """Draw nothing."""
        self._held = None
        self.setVisible(False)

    def sizeHint(self) -> QSize:
        """As wide as the panel."""
        return QSize(theme.px(200), theme.px(HEIGHT_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card with two marks and a line."""
        held = self._held
        if held is None or held.metres is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("ground"))
        painter.drawRoundedRect(frame, theme.px(6), theme.px(6))
        report, file = self._ends(frame, held)
        elsewhere = held.elsewhere and not (held.settled is not None and held.settled.explains_place)
        far = theme.colour("bad" if elsewhere else "muted")
        painter.setPen(QPen(far, theme.px(2), Qt.PenStyle.DashLine if elsewhere else Qt.PenStyle.SolidLine))
        painter.drawLine(report, file)
        self._paint_accuracy(painter, report, file, held.metres)
        self._paint_mark(painter, report, "place", "accent")
        self._paint_mark(painter, file, self._icon, "bad" if elsewhere else "text")
        self._paint_length(painter, frame, report, file, held.metres)
        self._paint_north(painter, frame)

    def _ends(self, frame: QRectF, held: HeldClaim) -> tuple[QPointF, QPointF]:
        """Where both stand, the middle between them in the middle; equirectangular, good for any city's width."""
        claim, place = held.claim, self._place
        lat1, lon1, lat2, lon2 = (each or 0.0 for each in (place.lat, place.lon, claim.lat, claim.lon))
        east = (lon2 - lon1) * math.cos(math.radians((lat1 + lat2) / 2))
        north = lat2 - lat1
        far = math.hypot(east, north)
        middle = frame.center()
        if far == 0 or (held.metres or 0.0) < _TOGETHER_M:
            return middle, middle
        edge = theme.px(26)
        wide, high = frame.width() / 2 - edge, frame.height() / 2 - edge
        room = min(wide / max(abs(east), 1e-12), high / max(abs(north), 1e-12))
        half = QPointF(east * room, -north * room)
        return middle - half, middle + half

    def _paint_accuracy(self, painter: QPainter, report: QPointF, file: QPointF, metres: float) -> None:
        """How sure the report's place is, where that is seen beside the line."""
        sure_m = self._place.accuracy_m
        if not sure_m or metres < _TOGETHER_M:
            return
        apart = math.hypot(file.x() - report.x(), file.y() - report.y())
        radius = min(sure_m / metres * apart, apart)
        ink = theme.colour("accent")
        ink.setAlpha(46)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(report, radius, radius)

    def _paint_mark(self, painter: QPainter, at: QPointF, icon: str, ink: str) -> None:
        size = theme.px(20)
        ground = theme.colour("panel")
        painter.setPen(QPen(theme.colour(ink), 1))
        painter.setBrush(ground)
        painter.drawEllipse(at, size * 0.75, size * 0.75)
        drawn = icons.pixmap(icon, size, ink)
        painter.drawPixmap(QPointF(at.x() - size / 2, at.y() - size / 2), drawn, QRectF(drawn.rect()))

    def _paint_length(
        self, painter: QPainter, frame: QRectF, report: QPointF, file: QPointF, metres: float
    ) -> None:
        painter.setFont(theme.font(12, bold=True))
        words = distance_words(metres)
        measured = painter.fontMetrics()
        wide, high = measured.horizontalAdvance(words) + theme.px(10), measured.height() + theme.px(4)
        middle = (report + file) / 2
        across, down = abs(file.x() - report.x()), abs(file.y() - report.y())
        if math.hypot(across, down) < wide + theme.px(34):
            # No room on the line: beside a steep one, below a flat or short one.
            steep = down > across and down > high + theme.px(34)
            beside = middle + QPointF(wide / 2 + theme.px(6), 0)
            middle = beside if steep else QPointF(frame.center().x(), frame.bottom() - high)
        box = QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("ground"))
        painter.drawRoundedRect(box, theme.px(4), theme.px(4))
        painter.setPen(theme.colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_north(self, painter: QPainter, frame: QRectF) -> None:
        ink = theme.colour("muted")
        at = QPointF(frame.right() - theme.px(14), frame.top() + theme.px(9))
        arrow = QPolygonF((at, at + QPointF(theme.px(5), theme.px(12)), at + QPointF(-theme.px(5), theme.px(12))))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPolygon(arrow)
        painter.setPen(ink)
        painter.setFont(theme.font(10))
        box = QRectF(at.x() - theme.px(10), at.y() + theme.px(12), theme.px(20), theme.px(14))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, translate("claims", "N"))
