"""The bottom line: link, decisions waiting, map, needs attention, keys or a notice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from console.desk.attention import Attention
from console.desk.ports import Link
from console.ui import theme
from console.ui.status.lamp import Lamp
from console.ui.status.notice import Notice
from console.ui.status.words import lamp_colour, link_words, waiting_words
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import ElidedLabel, SafeLabel, restyle
from console.ui.widgets.spoken import Spoken, Words


class StatusLine(QWidget):
    """Feed it `show_link(link)` from a Courier, `show_map(words)`, `show_attention(count)`, `show_entries(entries)`.

    It is the one band for troubles with server and machine: it changes its colour and says what is the matter where
    the key hints stand, so that nothing moves and nothing is covered.
    """

    def __init__(
        self, now: Callable[[], datetime], open_attention: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._link: Link | None = None
        self._count = self._earlier = 0
        self.setProperty("role", "status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.lamp = Lamp()
        self.health = SafeLabel(role="muted")
        self.waiting = SafeLabel(role="muted")
        self.map = SafeLabel(role="muted")
        self.attention = PlainButton("", open_attention, tone="flat")
        self.keys = ElidedLabel(_keys, role="muted")
        self.keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.notice = Notice(open_attention)
        self._end = QStackedWidget()
        self._end.addWidget(self.keys)
        self._end.addWidget(self.notice)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), 0, theme.px(14), 0)
        row.setSpacing(theme.px(8))
        for widget in (self.lamp, self.health):
            row.addWidget(widget)
        row.addSpacing(theme.px(12))
        row.addWidget(self.waiting)
        row.addSpacing(theme.px(12))
        row.addWidget(self.map)
        row.addWidget(self._end, 1)
        row.addSpacing(theme.px(8))
        row.addWidget(self.attention)
        self.setFixedHeight(theme.px(30))
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._tick)
        Spoken(self, self._say)

    def offer_review(self, waiting: int = 0) -> None:
        """A supervisor is told his keys too, and first how many blocks and appeals wait for him."""
        self.keys.say(lambda: " · ".join((*_waiting_words(waiting), _review_key(), _keys())))

    def show_link(self, link: Link) -> None:
        """The link changed."""
        self._link = link
        self.lamp.set_colour(lamp_colour(link))
        self._tick()

    def show_map(self, words: Words) -> None:
        """What the map shows and where it comes from."""
        self.map.say(words)

    def show_attention(self, count: int) -> None:
        """How many things need a person."""
        self._count = count
        self.attention.set_tone("alarm" if count else "flat")
        self._say()

    def show_entries(self, entries: tuple[Attention, ...]) -> None:
        """What needs attention: troubles with server and machine are told here."""
        counts = (dict(entry.params).get("count", "0") for entry in entries if entry.kind == "earlier")
        self._earlier = sum(int(count) for count in counts)
        self.notice.show_entries(entries)
        self._end.setCurrentWidget(self.notice if self.notice.entries else self.keys)
        restyle(self, tone=self.notice.tone)
        self._tick()

    def showEvent(self, event: QShowEvent) -> None:
        """Ages run while seen."""
        super().showEvent(event)
        self._second.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing ticks unseen."""
        self._second.stop()
        super().hideEvent(event)

    def _tick(self) -> None:
        if self._link is not None:
            now = self._now()
            self.notice.tick(now)
            self.health.say(link_words(self._link, now))
            self.waiting.say(waiting_words(self._link, now, self._earlier))
            self.lamp.setAccessibleName(self.health.text())

    def _say(self) -> None:
        self.attention.say(lambda: translate("status_line", "Needs attention {n}").format(n=self._count))
        self._tick()


def _waiting_words(waiting: int) -> tuple[str, ...]:
    words = translate("status_line", "{n} blocks and appeals wait for you")
    return (words.format(n=waiting),) if waiting else ()


def _review_key() -> str:
    return translate("status_line", "F4 review · Shift F4 appeals · F7 load")


def _keys() -> str:
    return translate("status_line", "F6 pane · F8 next P1 · Ctrl K search · Ctrl Z undo · Ctrl M silence · F9 lock")
