"""The band across the top for an unclaimed P1 past its deadline; it cannot scroll away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from console.ui import theme
from console.ui.critical import CriticalWatch
from console.ui.queue.words import line_words
from console.ui.texts.language import translate
from console.ui.texts.times import minutes_seconds
from console.ui.texts.unseen import one_line
from console.ui.widgets.safe import ElidedLabel, SafeLabel
from console.ui.widgets.spoken import Spoken


class Band(QFrame):
    """Hidden while nothing is late; `chosen(report_id)` on a click."""

    chosen = Signal(str)

    def __init__(self, watch: CriticalWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._watch = watch
        self.setProperty("role", "band")
        self.setFixedHeight(theme.px(34))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), 0, theme.px(14), 0)
        self.sentence = ElidedLabel()
        self.sentence.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.over = SafeLabel()
        self.aside = SafeLabel(role="aside")
        row.addWidget(self.sentence)
        row.addWidget(self.over)
        row.addStretch(1)
        row.addWidget(self.aside)
        self.hide()
        watch.changed.connect(self._show)
        Spoken(self, self._show)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the one named."""
        late = self._watch.late
        if late:
            self.chosen.emit(late[0].id)

    def _show(self) -> None:
        late = self._watch.late
        self.setVisible(bool(late))
        if not late:
            return
        row = late[0]
        words = translate("band", "P1 unclaimed · {number} {line} · {place}").format(
            number=row.number, line=line_words(row), place=one_line(row.area_name) or "—"
        )
        over = translate("band", "· over by {time}").format(time=minutes_seconds(self._watch.late_by_s(row)))
        if len(late) > 1:
            words = translate("band", "{n} × ").format(n=len(late)) + words
        self.sentence.say(words)
        self.over.say(over)
        self.setAccessibleName(f"{words} {over}")
        if self._watch.ringing:
            self.aside.say(translate("band", "sounds every 5 s · Ctrl M silences"))
        else:
            self.aside.say(translate("band", "silenced · next one sounds again"))
