"""The small picture over a film's line, of the moment under the mouse."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from console.desk.spans import Frame
from console.ui import theme
from console.ui.attachments.player_words import moment_words
from console.ui.texts.language import translate
from console.ui.widgets.spoken import name_widget

_FOOT_PX, _FRAME_PX = 20, 3


class HoverStill(QWidget):
    """Laid over the stage; it takes no mouse and no focus. `show_stills` gives it the film's small frames."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        name_widget(self, lambda: translate("player", "Picture under the mouse"))
        self._stills: tuple[Frame, ...] = ()
        self._at_s = 0.0
        self.hide()

    @property
    def at_s(self) -> float:
        """The moment shown."""
        return self._at_s

    def still_at(self, at_s: float) -> Frame | None:
        """The small frame nearest to a moment, None without any."""
        return min(self._stills, key=lambda frame: abs(frame.at_s - at_s), default=None)

    def show_stills(self, stills: tuple[Frame, ...]) -> None:
        """Small frames in order of time; () for none."""
        self._stills = stills
        self.update()

    def show_at(self, at_s: float, x: int, bottom: int) -> None:
        """Stand with the middle over `x` of the parent, above `bottom`."""
        self._at_s = at_s
        still = self.still_at(self._at_s)
        edge = theme.px(_FRAME_PX)
        wide = theme.px(still.width_px if still else 64) + 2 * edge
        high = (theme.px(still.height_px) + edge if still else 0) + theme.px(_FOOT_PX)
        self.setFixedSize(wide, high)
        left = min(max(0, x - wide // 2), max(0, self._over.width() - wide))
        self.move(left, bottom - high)
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A frame of our own, the picture, its moment."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("raised"))
        painter.setPen(theme.colour("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        still, edge = self.still_at(self._at_s), theme.px(_FRAME_PX)
        foot = QRectF(0, self.height() - theme.px(_FOOT_PX), self.width(), theme.px(_FOOT_PX))
        if still is not None:
            image = QImage(still.rgb, still.width_px, still.height_px, still.width_px * 3, QImage.Format.Format_RGB888)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(edge, edge, self.width() - 2 * edge, foot.top() - edge), image)
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font(11))
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, moment_words(self._at_s, tenths=True))
        painter.end()
