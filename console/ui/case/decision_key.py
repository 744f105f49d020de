"""One key of the decision bar: the word above its key cap."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from console.ui import theme
from console.ui.case.verbs import Verb, verb_hint, verb_words
from console.ui.widgets.safe import safe_tip

_EDGE_PX = 4
_SMALL_CAP_PX = 14


class DecisionKey(QAbstractButton):
    """A key; `allow` gives '' or why it is dead, `lead` fills it. Dead keys stay hoverable so that they can say why."""

    def __init__(self, verb: Verb, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.verb = verb
        self._why_not = ""
        self._lead = False
        self._hovered = False
        self._flat = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._spell()

    @property
    def alive(self) -> bool:
        """Whether pressing it does something."""
        return not self._why_not

    @property
    def why_not(self) -> str:
        """Why it is dead, '' when it is not."""
        return self._why_not

    def allow(self, why_not: str) -> None:
        """Make it alive ('') or dead for a reason in the user's words."""
        if why_not != self._why_not:
            self._why_not = why_not
            self._spell()
            self.update()

    def lead(self, on: bool) -> None:
        """Fill it as the likely next step."""
        if on != self._lead:
            self._lead = on
            self.update()

    def flatten(self, on: bool) -> None:
        """Word beside the cap instead of above it: for bars in two rows."""
        if on != self._flat:
            self._flat = on
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for its word, 56 px high at 100 % (32 px when flat)."""
        if self._flat:
            return QSize(theme.px(72), theme.px(32))
        words = max(self.fontMetrics().horizontalAdvance(verb_words(self.verb)) + theme.px(8), theme.px(40))
        return QSize(words, theme.px(56))

    def minimumSizeHint(self) -> QSize:
        """Narrow panes shrink the word, never the key cap."""
        return QSize(theme.px(36), theme.px(32 if self._flat else 56))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Brighten under the mouse."""
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Calm down again."""
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        if event.type() == QEvent.Type.LanguageChange:
            self._spell()
        self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Word, key cap, frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        filled = self._lead and self.alive
        frame = self.rect().adjusted(0, 0, -1, -1)
        back = "accent" if filled else "hover" if self._hovered and self.alive else "raised" if self.alive else "panel"
        painter.setPen(theme.colour("accent" if filled or self.hasFocus() else "line"))
        painter.setBrush(theme.colour(back))
        painter.drawRoundedRect(frame, theme.px(6), theme.px(6))
        ink = theme.colour("on_accent" if filled else "text" if self.alive else "faint")
        painter.setPen(ink)
        word = verb_words(self.verb)
        painter.setFont(self._fitting(word))
        if self._flat:
            beside = self.rect().adjusted(theme.px(_EDGE_PX), 0, -theme.px(_EDGE_PX + _SMALL_CAP_PX), 0)
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)
        else:
            upper = self.rect().adjusted(2, theme.px(8), -2, -theme.px(28))
            painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, word)
        self._paint_cap(painter, filled)

    def _paint_cap(self, painter: QPainter, filled: bool) -> None:
        size = theme.px(_SMALL_CAP_PX if self._flat else 18)
        left, top = (self.width() - size) // 2, self.height() - theme.px(8) - size
        if self._flat:
            left, top = self.width() - size - theme.px(_EDGE_PX), (self.height() - size) // 2
        cap = QRect(left, top, size, size)
        painter.setPen(theme.colour("on_accent" if filled else "line"))
        painter.setBrush(theme.colour("panel"))
        painter.drawRoundedRect(cap, theme.px(3), theme.px(3))
        painter.setPen(theme.colour("text" if self.alive else "faint"))
        painter.setFont(theme.font(9 if self._flat else 11, mono=True))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self.verb.key)

    def _fitting(self, word: str) -> QFont:
        sizes = (theme.font(size_px) for size_px in (13, 12, 11))
        room = self.width() - (theme.px(2 * _EDGE_PX + _SMALL_CAP_PX + 2) if self._flat else 4)
        fits = (font for font in sizes if QFontMetrics(font).horizontalAdvance(word) <= room)
        return next(fits, theme.font(10))

    def _spell(self) -> None:
        why = self._why_not
        self.setToolTip(safe_tip(f"{verb_hint(self.verb)}\n{why}" if why else verb_hint(self.verb)))
        name = f"{verb_words(self.verb)} ({self.verb.key})"
        self.setAccessibleName(f"{name}, {why}" if why else name)
        self.setAccessibleDescription(why)
        self.updateGeometry()
