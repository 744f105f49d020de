"""Plays one file: spans asked ahead in the background, frames in time, sound in step.

Why so long: the buttons' verbs and what each means for pictures, sound and clock stand together.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from console.desk.attachments import NotShown
from console.desk.clips import Moving
from console.desk.part import Part
from console.desk.playback import Playback
from console.desk.spans import Frame
from console.domain.attachment import Attachment
from console.ui.attachments.heard import Heard
from console.ui.attachments.sound_feed import SoundFeed
from console.ui.attachments.span_asking import Source, SpanAsking
from console.ui.attachments.speaker import Device, Speaker
from console.ui.background import Background

TICK_MS = 10
_HEARD_AFTER_S = 0.15
ON_THE_WAY = ("fetching", "fetch_failed", "closed")
"""Reasons that pass: the file is still awaited."""


class Player(QObject):
    """`framed` another frame, `moved` another moment, `changed` anything its buttons show, `opened` facts are known.

    `refused(NotShown)`: nothing of the file can be shown; `stumbled(NotShown)`: what comes next cannot.
    `approached(Frame)`: the way to what is wanted is long; it came so far.
    """

    framed = Signal()
    moved = Signal()
    changed = Signal()
    opened = Signal()
    refused = Signal(object)
    stumbled = Signal(object)
    approached = Signal(object)

    def __init__(
        self, source: Source, background: Background, device: Device, parent: QObject | None = None, *, pictures: bool
    ) -> None:
        super().__init__(parent)
        self._source, self._background = source, background
        self._pictures = pictures
        self.playback = Playback(pictures=pictures)
        self._asking = SpanAsking(source, background, self.playback, self)
        self._asking.refused.connect(self._stumble)
        self._asking.approached.connect(self.approached)
        self._asking.answered.connect(self._look)
        self.frame_size = self._asking.frame_size
        self._feed = SoundFeed(self.playback, Speaker(device))
        self.attachment: Attachment | None = None
        self.facts: Moving | None = None
        self._no_device = False
        self._sought_at_s: float | None = None
        self._seen: tuple[object, ...] = ()
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK_MS)
        self._ticks.setTimerType(Qt.TimerType.PreciseTimer)
        self._ticks.timeout.connect(self._tick)

    @property
    def frame(self) -> Frame | None:
        """What is to be seen."""
        return self.playback.frame

    @property
    def playing(self) -> bool:
        """Whether it runs (it may be waiting for what comes next)."""
        return self.playback.playing

    @property
    def heard(self) -> Heard:
        """What is to be heard, or why nothing."""
        if self.facts is None:
            return Heard.NOTHING
        if not self.facts.has_sound:
            return Heard.NO_SOUND
        if self._no_device:
            return Heard.NO_DEVICE
        if self.playback.rate < 0:
            return Heard.BACKWARDS
        return Heard.MUTED if self._feed.muted else Heard.SOUND

    def open(self, attachment: Attachment) -> None:
        """Another file, or the same one again: its facts are asked first, then its first frame."""
        if self.attachment == attachment and self.facts is not None:
            return
        self.close()
        self.attachment = attachment
        self.ask_facts()

    def ask_facts(self) -> None:
        """Ask for the facts of the file, again when it has come meanwhile."""
        attachment = self.attachment
        if attachment is None:
            return

        def take(facts: Moving | NotShown) -> None:
            if attachment == self.attachment and self.facts is None:
                self._take_facts(facts)

        def call() -> Moving | NotShown:
            self._feed.prepare()
            return self._source.facts(attachment)

        self._background.ask(self, call, take, topic="facts")

    def close(self) -> None:
        """Fall silent, forget the file."""
        self._feed.stop()
        self._ticks.stop()
        self.attachment = self.facts = self._asking.attachment = None
        self.playback.begin(0)
        self._source.let_go()
        self._seen = ()
        self.changed.emit()

    def toggle(self) -> None:
        """Play on at the speed chosen, or pause."""
        if self.playing:
            self.pause()
        else:
            self.play(abs(self.playback.rate))

    def play(self, rate: float) -> None:
        """Play at a speed, below 0 backwards."""
        if self.facts is None:
            return
        self._feed.stop()
        self._sought_at_s = None
        self.playback.play(self._now_s(), rate)
        self._listen()
        self._ticks.start()
        self._look()

    def pause(self) -> None:
        """Stand still."""
        self.playback.pause(self._now_s())
        self._feed.stop()
        self._ticks.stop()
        self._look()

    def seek(self, at_s: float) -> None:
        """Go to a moment; playing goes on there."""
        if self.facts is None:
            return
        self._feed.stop()
        self.playback.seek(at_s, self._now_s())
        self._sought_at_s = time.monotonic() if self.playing else None
        self._look()

    def skip(self, by_s: float) -> None:
        """Go on or back by seconds."""
        self.seek(self.playback.at_s + by_s)

    def step(self, by: int) -> None:
        """Pause and show the next frame, or the one before."""
        if self.facts is None:
            return
        self.pause()
        self.playback.step(by, self._now_s())
        self._look()

    def set_speed(self, rate: float) -> None:
        """The speed it plays at, now or when it is started."""
        if self.playing:
            self.play(rate)
        else:
            self.playback.rate = rate
            self._look()

    def set_loops(self, on: bool) -> None:
        """Begin anew at the end."""
        self.playback.loops = on
        self._look()

    def mark(self, part: Part) -> None:
        """Play this part again and again; `Part()` for the whole file."""
        if self.facts is not None:
            self.playback.part = part
            self._look()

    def set_volume(self, volume: float, *, muted: bool) -> None:
        """0 silent .. 1 full."""
        self._feed.set_volume(volume, muted=muted)
        self._look()

    def _take_facts(self, facts: Moving | NotShown) -> None:
        if isinstance(facts, NotShown):
            (self.stumbled if facts.code in ON_THE_WAY else self.refused).emit(facts)
            return
        self.facts, self._asking.attachment = facts, self.attachment
        there = self.playback
        there.pictures = self._pictures and facts.width_px > 0  # voice recorders of phones write films without one
        there.span_ms, there.ahead_ms = (2_000, 4_000) if there.pictures else (10_000, 15_000)
        self.frame_size.begin(max(facts.width_px, facts.height_px))
        self.playback.begin(facts.duration_ms, self.frame_size.full_px)
        self._no_device = facts.has_sound and not self._feed.able()
        self.opened.emit()
        self._look()

    def _now_s(self) -> float:
        return self._feed.clock_s if self._feed.sounding else time.monotonic()

    def _listen(self) -> None:
        """Open the sound device where there is something to hear; from now on its clock counts."""
        if self.facts is not None and self.facts.has_sound and self.playback.rate > 0:
            self._no_device = not self._feed.start()
            self.playback.rebase(self._now_s())
            self._feed.go_on()

    def _listen_again(self) -> None:
        """Some time after a jump: opening a device takes long, and a hand that drags jumps often."""
        sought_at_s = self._sought_at_s
        if sought_at_s is None or self.playback.waiting or time.monotonic() - sought_at_s < _HEARD_AFTER_S:
            return
        self._sought_at_s = None
        self._listen()

    def _tick(self) -> None:
        if self._feed.failed:
            self._feed.stop()
            self._no_device = True
            self.playback.rebase(self._now_s())
        self.playback.tick(self._now_s())
        if self.playing:
            self._listen_again()
            self._feed.go_on()
        else:
            self._feed.stop()
            self._ticks.stop()
        self._look()

    def _look(self) -> None:
        """Tell what is different, ask for what is missing."""
        there = self.playback
        state = (there.playing, there.waiting, there.troubled, there.rate, self.heard, there.part)
        seen = (there.frame, (round(there.at_s, 3), there.fresh, there.ranges), state)
        before, self._seen = self._seen or (None, None, None), seen
        for signal, old, new in zip((self.framed, self.moved, self.changed), before, seen, strict=True):
            if old != new:
                signal.emit()
        self._asking.ask()

    def _stumble(self, missing: NotShown) -> None:
        """What comes next is refused: stand still there; another moment of the file may do."""
        nothing = self.playback.frame is None and not self.playback.ranges
        self.pause()
        lasting = nothing and missing.code not in ON_THE_WAY
        (self.refused if lasting else self.stumbled).emit(missing)
