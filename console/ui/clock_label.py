"""The wall clock of the site's zone: 14:07:31 WIB."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from console.ui.texts.times import clock_words, zone_name
from console.ui.widgets.safe import SafeLabel


class ClockLabel(SafeLabel):
    """Ticks on the second while it is seen; `now` is estimated server time."""

    def __init__(
        self, now: Callable[[], datetime], zone: Callable[[], ZoneInfo], parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent, role="figure")
        self._now, self._zone = now, zone
        self._tick_timer = QTimer(self)
        self._tick_timer.setSingleShot(True)
        self._tick_timer.timeout.connect(self._tick)

    def showEvent(self, event: QShowEvent) -> None:
        """Tick while seen."""
        super().showEvent(event)
        self._tick()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing ticks unseen."""
        self._tick_timer.stop()
        super().hideEvent(event)

    def _tick(self) -> None:
        now, zone = self._now(), self._zone()
        self.say(f"{clock_words(now, zone, seconds=True)} {zone_name(zone, now)}")
        self._tick_timer.start(1000 - now.microsecond // 1000 + 5)
