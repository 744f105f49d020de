"""Feeds the speaker with the samples that come next; tells the time it keeps."""

from __future__ import annotations

import importlib
from collections.abc import Callable

from console.desk.playback import Playback
from console.desk.spans import BYTES_PER_MS, ms_of
from console.ui.attachments.speaker import Speaker

_PIECE_MS = 100
_APART_MS = 300
"""Sound that lies so far from the pictures is fed anew from where they are."""


def _paced(rate: float) -> Callable[[bytes], bytes]:
    """What makes of the file's next sound what is heard of it at that rate."""
    if rate == 1.0:
        return bytes
    from console.desk.tempo import Tempo  # NumPy: a tenth of a second that no start should wait for

    return Tempo(rate).feed


class SoundFeed:
    """From `start` to `stop`; `go_on` at every tick between. The speaker's clock is the one pictures follow."""

    def __init__(self, playback: Playback, speaker: Speaker) -> None:
        self._playback, self._speaker = playback, speaker
        self._pace = _paced(1.0)
        self._fed_ms = 0
        self._out = b""
        self._volume = 0.8
        self.muted = False

    @property
    def sounding(self) -> bool:
        """Whether the speaker is open."""
        return self._speaker.sounding

    @property
    def failed(self) -> bool:
        """Whether the device went away, or stands still with sound in it."""
        return self._speaker.failed

    @property
    def clock_s(self) -> float:
        """A steady clock in step with what is heard."""
        return self._speaker.clock_s

    def prepare(self) -> None:
        """Load what sound needs; in the background, it takes long the first time."""
        self._speaker.prepare()
        importlib.import_module("console.desk.tempo")

    def able(self) -> bool:
        """Whether this machine has a sound device."""
        return self._speaker.able

    def set_volume(self, volume: float, *, muted: bool) -> None:
        """0 silent .. 1 full."""
        self._volume, self.muted = volume, muted
        if self.sounding:
            self._speaker.set_volume(0.0 if muted else volume)

    def start(self) -> bool:
        """Open the speaker at where the player stands; False without a sound device."""
        self._pace, self._out = _paced(self._playback.rate), b""
        self._fed_ms = ms_of(self._playback.at_s)
        return self._speaker.open(0.0 if self.muted else self._volume)

    def stop(self) -> None:
        """Fall silent at once."""
        self._speaker.close()
        self._out = b""

    def go_on(self) -> None:
        """Give the speaker what it has room for."""
        if not self.sounding or self._playback.waiting:
            return
        if abs(self._apart_ms()) > _APART_MS:
            self._pace, self._out = _paced(self._playback.rate), b""
            self._fed_ms = ms_of(self._playback.at_s)
        room = self._speaker.free_ms * BYTES_PER_MS
        while len(self._out) < room and self._feed():
            pass
        self._speaker.write(self._out[:room])
        self._out = self._out[room:]

    def _feed(self) -> bool:
        loop, length_ms = self._playback.loop_ms, _PIECE_MS
        if loop is not None:
            if self._fed_ms == loop[1]:
                self._fed_ms = loop[0]
            if loop[0] <= self._fed_ms < loop[1]:
                length_ms = min(_PIECE_MS, loop[1] - self._fed_ms)
        piece = self._playback.sound(self._fed_ms, length_ms)
        self._fed_ms += len(piece) // BYTES_PER_MS
        self._out += self._pace(piece)
        return bool(piece)

    def _apart_ms(self) -> float:
        """How far what is heard lies after what is seen; around the end of what loops they may be on either side."""
        waiting_ms = self._speaker.held_ms + len(self._out) / BYTES_PER_MS
        apart_ms = self._fed_ms - waiting_ms * self._playback.rate - self._playback.at_s * 1000
        loop = self._playback.loop_ms
        length_ms = loop[1] - loop[0] if loop is not None else 0
        return (apart_ms + length_ms / 2) % length_ms - length_ms / 2 if length_ms else apart_ms
