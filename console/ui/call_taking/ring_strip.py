"""Calls that ring, in one quiet line: it takes no focus; F2 takes the call."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from console.desk.call_taking import RingsPort
from console.domain.call import Ring
from console.ui import theme
from console.ui.call_taking.words import ring_words
from console.ui.relay import Courier
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.key_cap import KeyCap
from console.ui.widgets.picture import Picture
from console.ui.widgets.safe import ElidedLabel, SafeLabel

RINGS_FOR = timedelta(minutes=3)
"""An exchange that lost the end of a call: it does not ring for ever."""

JUST_ANSWERED = timedelta(seconds=60)
"""Whoever lifted the receiver presses F2 after it."""


class RingStrip(QFrame):
    """`taken` when its button is pressed; `oldest` is the call F2 takes."""

    taken = Signal()

    def __init__(self, rings: RingsPort, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rings, self._now, self._mine = rings, now, set[str]()
        self.setProperty("role", "ringing")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(4), theme.px(14), theme.px(4))
        row.setSpacing(theme.px(10))
        picture = Picture(16)
        picture.show_icon("call_112", "accent")
        row.addWidget(picture)
        self.words = ElidedLabel("", role="strong")
        row.addWidget(self.words, 1)
        self.more = SafeLabel("", role="muted")
        row.addWidget(self.more)
        row.addWidget(KeyCap("F2"))
        row.addWidget(PlainButton(lambda: translate("call", "take the call"), self.taken.emit))
        self._news: Courier[None] = Courier(parent=self)
        self._news.arrived.connect(lambda _none: self.look())
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self.look)
        self._stop: Callable[[], None] = lambda: None
        self.hide()

    def start(self) -> None:
        """Begin to listen."""
        self._stop = self._rings.subscribe(lambda: self._news.take(None))
        self.look()

    def stop(self) -> None:
        """Listen no more."""
        self._stop()
        self._tick.stop()
        self._news.close()

    def oldest(self) -> Ring | None:
        """The call F2 takes: the one that rings longest, else the one answered last, just now, and in no form here."""
        since = self._now() - JUST_ANSWERED
        lifted = [r for r in self._rings.now() if r.answered_at and r.answered_at > since and r.id not in self._mine]
        return next(iter((*self._waiting(), *reversed(lifted))), None)

    def take(self, ring: Ring) -> None:
        """It is in a form here."""
        self._mine.add(ring.id)
        self.look()

    def look(self) -> None:
        """Show what rings now."""
        waiting = self._waiting()
        self.setVisible(bool(waiting))
        if not waiting:
            self._tick.stop()
            return
        self.words.say(lambda: ring_words(waiting[0], self._now()))
        self.more.say(translate("call", "and {n} more").format(n=len(waiting) - 1) if waiting[1:] else "")
        if not self._tick.isActive():
            self._tick.start()

    def _waiting(self) -> tuple[Ring, ...]:
        since = self._now() - RINGS_FOR
        return tuple(r for r in self._rings.now() if r.waits and r.rang_at > since and r.id not in self._mine)
