"""The row below what is played: play and steps, the moment, what is heard, loop and speed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from console.ui import theme
from console.ui.attachments.heard import Heard
from console.ui.attachments.part_button import PartButton
from console.ui.attachments.player import Player
from console.ui.attachments.player_words import (
    frame_back_words,
    frame_on_words,
    heard_words,
    loop_words,
    moment_words,
    mute_words,
    part_words,
    pause_words,
    play_words,
    skip_back_words,
    skip_on_words,
    speed_words,
)
from console.ui.texts.language import translate
from console.ui.widgets.choice_box import ChoiceBox
from console.ui.widgets.icon_button import IconButton
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Spoken, Words, name_widget

SPEEDS = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 4.0)
_VOLUME, _SLIDER_PX, _CLOCK_PX = 80, 84, 168


class PlayerFoot(QWidget):
    """Shows what a player does and lets it be told; `done` when a choice was made and keys belong to the film again."""

    done = Signal()

    def __init__(self, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(8), theme.px(2), theme.px(8), theme.px(6))
        self._row.setSpacing(theme.px(4))
        films = player.playback.pictures
        back, on = (frame_back_words, frame_on_words) if films else (skip_back_words, skip_on_words)
        self.back = self._button("frame_back" if films else "skip_back", back, lambda: self.nudge(-1), ",")
        self.play = self._button("play", play_words, player.toggle, translate("player", "Space"))
        self.on = self._button("frame_on" if films else "skip_on", on, lambda: self.nudge(1), ".")
        self.clock = SafeLabel(role="figure")
        self.clock.setMinimumWidth(theme.px(_CLOCK_PX))
        name_widget(self.clock, lambda: translate("player", "Moment shown, length"))
        self._row.addWidget(self.clock)
        self._row.addStretch(1)
        self.heard = SafeLabel(role="muted")
        self._row.addWidget(self.heard)
        self.mute = self._button("heard", mute_words, None, "M", checkable=True)
        self.volume = self._slider()
        self._row.addSpacing(theme.px(8))
        self.loop = self._button("loop", loop_words, None, "R", checkable=True)
        self.part = PartButton(player)
        self._row.addWidget(self.part)
        self.speed = self._speeds()
        self.mute.toggled.connect(self._sound)
        self.loop.toggled.connect(player.set_loops)
        player.moved.connect(self._show_moment)
        player.changed.connect(self._show)
        player.opened.connect(self._show)
        Spoken(self, self._show)
        self._sound()

    def choose_speed(self, by: int) -> None:
        """The next faster (1) or slower (-1) speed."""
        self.speed.setCurrentIndex(min(len(SPEEDS) - 1, max(0, self.speed.currentIndex() + by)))
        self._set_speed()

    def run(self, way: int) -> None:
        """Forwards (1) or backwards (-1); once more: faster, as film editors know it."""
        there = self._player.playback
        again = there.playing and (there.rate > 0) == (way > 0)
        speed = next((each for each in (1.0, 2.0, 4.0) if each > abs(there.rate)), 4.0) if again else 1.0
        if way > 0:
            self.speed.setCurrentIndex(SPEEDS.index(speed))
        self._player.play(way * speed)

    def nudge(self, way: int) -> None:
        """A frame, or 5 s of a sound, on (1) or back (-1)."""
        if self._player.playback.pictures:
            self._player.step(way)
        else:
            self._player.skip(5.0 * way)

    def _set_speed(self) -> None:
        self._player.set_speed(SPEEDS[self.speed.currentIndex()])
        self.done.emit()

    def _sound(self) -> None:
        self._player.set_volume(self.volume.value() / 100, muted=self.mute.isChecked())

    def _show_moment(self) -> None:
        there = self._player.playback
        at_s = there.frame.at_s if there.frame is not None and there.fresh else there.at_s
        exact = there.pictures and not there.playing
        now = moment_words(at_s, tenths=not exact, thousandths=exact)
        length_ms = there.duration_ms or 0
        length = moment_words(length_ms / 1000, tenths=length_ms < 60_000)
        self.clock.say(f"{now} / {length}" if length_ms else now)

    def _show(self) -> None:
        player = self._player
        known, heard = player.facts is not None, player.heard
        self.play.show_icon(*(("pause", pause_words) if player.playing else ("play", play_words)))
        for widget in (self.back, self.play, self.on, self.loop, self.part, self.speed):
            widget.setEnabled(known)
        audible = heard not in (Heard.NO_SOUND, Heard.NO_DEVICE, Heard.NOTHING)
        self.mute.setEnabled(audible)
        self.volume.setVisible(audible)
        self.mute.show_icon("heard" if heard in (Heard.SOUND, Heard.BACKWARDS) else "unheard", mute_words)
        words = [heard_words(heard)]
        if player.playing and player.playback.rate < 0:
            words.insert(0, speed_words(player.playback.rate))
        words.insert(0, part_words(player.playback.part))
        self.heard.say(" · ".join(each for each in words if each))
        self._show_moment()

    def _button(
        self, icon: str, words: Words, pressed: Callable[[], None] | None, key: str, *, checkable: bool = False
    ) -> IconButton:
        button = IconButton(icon, words, pressed, key=key, checkable=checkable)
        self._row.addWidget(button)
        return button

    def _slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, 100)
        slider.setValue(_VOLUME)
        slider.setPageStep(10)
        slider.setFixedWidth(theme.px(_SLIDER_PX))
        slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        name_widget(slider, lambda: translate("player", "Volume"))
        slider.valueChanged.connect(self._sound)
        self._row.addWidget(slider)
        return slider

    def _speeds(self) -> ChoiceBox:
        box = ChoiceBox()
        for speed in SPEEDS:
            box.addItem(speed_words(speed), speed)
        box.setCurrentIndex(SPEEDS.index(1.0))
        box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        name_widget(box, lambda: translate("player", "Speed"))
        box.activated.connect(lambda _index: self._set_speed())
        self._row.addWidget(box)
        return box
