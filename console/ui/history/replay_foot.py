"""The strip below the map: play, speed, the instant shown, and the time slider."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QElapsedTimer, QSize, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.ui import theme
from console.ui.history.time_slider import TimeSlider
from console.ui.texts.language import translate
from console.ui.texts.times import clock_words, zone_name
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.choice_box import ChoiceBox
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import name_widget

SPEEDS = (1, 5, 10, 30, 60)
TICK_MS = 100
SHOWN_MS = 40
"""Moves of the hand within so many milliseconds are shown once."""


class ReplayFoot(QWidget):
    """`instant_shown(datetime)` at most every SHOWN_MS; playing stops at the end; `closed` when it is not wanted."""

    instant_shown = Signal(object)
    closed = Signal()

    def __init__(self, zone: Callable[[], ZoneInfo], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._left_over_s = 0.0
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK_MS)
        self._ticks.timeout.connect(self._tick)
        self.slider = TimeSlider()
        self.play_button = PlainButton(self._play_words, self.toggle, tone="primary")
        self.play_button.setMinimumWidth(theme.px(84))
        self.speed = ChoiceBox()
        for speed in SPEEDS:
            self.speed.addItem(f"{speed}×", speed)
        self.speed.setCurrentIndex(SPEEDS.index(10))
        name_widget(self.speed, lambda: translate("history", "Speed of the replay"))
        self.clock = SafeLabel(role="figure")
        name_widget(self.clock, lambda: translate("history", "Instant shown on the map"))
        self.close_button = PlainButton("✕", self._close, tone="flat")
        self.close_button.tip(lambda: translate("history", "End the replay"))
        name_widget(self.close_button, lambda: translate("history", "End the replay"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(4), theme.px(8), theme.px(4))
        row.setSpacing(theme.px(8))
        for widget in (self.play_button, self.speed, self.clock):
            row.addWidget(widget)
        row.addWidget(self.slider, 1)
        row.addWidget(self.close_button)
        self._passed = QElapsedTimer()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SHOWN_MS)
        self._soon.timeout.connect(lambda: self.instant_shown.emit(self.slider.instant))
        self.slider.instant_chosen.connect(self._moved)

    @property
    def playing(self) -> bool:
        """Whether time runs."""
        return self._ticks.isActive()

    def show_span(self, since: datetime, until: datetime) -> None:
        """Stand at the beginning of a span, not playing."""
        self.pause()
        self.slider.span(since, until)
        self._moved(since)

    def toggle(self) -> None:
        """Play, from the beginning when it stands at the end; or pause."""
        if self.playing:
            self.pause()
            return
        if self.slider.value() >= self.slider.maximum():
            self.slider.setValue(0)
        self._left_over_s = 0.0
        self._passed.start()
        self._ticks.start()
        self.play_button.say(self._play_words)

    def pause(self) -> None:
        """Let time stand."""
        self._ticks.stop()
        self.play_button.say(self._play_words)

    def stop(self) -> None:
        """No timer runs on."""
        self.pause()
        self._soon.stop()

    def sizeHint(self) -> QSize:
        """As high as the slider with its words."""
        return QSize(theme.px(600), self.slider.sizeHint().height() + theme.px(10))

    def _tick(self) -> None:
        """Whole seconds go to the slider, the rest stays for the next tick."""
        self._left_over_s += self._passed.restart() / 1000 * self.speed.currentData()
        whole = int(self._left_over_s)
        self._left_over_s -= whole
        if whole and not self.slider.isSliderDown():
            self.slider.go_to(self.slider.instant + timedelta(seconds=whole))
        if self.slider.value() >= self.slider.maximum():
            self.pause()

    def _moved(self, at: datetime) -> None:
        zone = self._zone()
        self.clock.say(f"{clock_words(at, zone, seconds=True)} {zone_name(zone, at)}")
        if not self._soon.isActive():
            self._soon.start()

    def _close(self) -> None:
        self.pause()
        self.closed.emit()

    def _play_words(self) -> str:
        return translate("history", "❚❚ Pause") if self.playing else translate("history", "▶ Play")
