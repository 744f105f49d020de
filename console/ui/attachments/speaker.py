"""Raw samples to the machine's sound device, and how much of them it has played."""

from __future__ import annotations

import importlib
import time
from contextlib import suppress
from types import ModuleType
from typing import Protocol

from PySide6.QtCore import QIODevice, QObject

from console.desk.sound_clock import SoundClock
from console.desk.spans import BYTES_PER_MS, SAMPLES_PER_MS

_STUCK_S = 3.0
"""A device that holds sound and plays none of it for so long will not play it."""

_HELD_MS = 250
"""So much the device holds: a busy window is not heard."""


class Device(Protocol):
    """A sound device that is given samples (s16le, 48 kHz, stereo); it decodes nothing."""

    def prepare(self) -> None:
        """Load what it needs; on any thread."""

    def able(self) -> bool:
        """Whether there is one at all; opens nothing."""

    def open(self) -> bool:
        """Begin anew with nothing held; False where there is no sound (any more)."""

    def failed(self) -> bool:
        """Whether it was open and ended by itself."""

    def close(self) -> None:
        """Fall silent at once, forget what is held."""

    def free_bytes(self) -> int:
        """How much it takes now."""

    def held_bytes(self) -> int:
        """How much of what it took is still to be played."""

    def write(self, sound: bytes) -> int:
        """Take samples; returns how many bytes of them."""

    def set_volume(self, volume: float) -> None:
        """0 silent .. 1 full."""


class Speaker:
    """A device with a clock: `clock_s` goes as the sound goes, so that pictures can follow it."""

    def __init__(self, device: Device) -> None:
        self._device = device
        self._clock = SoundClock()
        self._open = False
        self._written = 0
        self._played_s = self._moved_at_s = 0.0

    def prepare(self) -> None:
        """Load what the device needs; on any thread."""
        self._device.prepare()

    @property
    def able(self) -> bool:
        """Whether the machine has a sound device."""
        return self._device.able()

    @property
    def failed(self) -> bool:
        """Whether the device went away, or holds sound and does not play it."""
        return self._open and (self._device.failed() or self._stuck())

    @property
    def sounding(self) -> bool:
        """Whether it takes samples."""
        return self._open

    def open(self, volume: float) -> bool:
        """Begin to take samples; False without a sound device."""
        self._open = self._device.open()
        self._written, self._clock = 0, SoundClock()
        self._played_s, self._moved_at_s = 0.0, time.monotonic()
        if self._open:
            self.set_volume(volume)
        return self._open

    def close(self) -> None:
        """Fall silent at once."""
        if self._open:
            self._device.close()
        self._open = False

    def set_volume(self, volume: float) -> None:
        """0 silent .. 1 full, as loud as people hear it: twice the number sounds twice as loud."""
        self._device.set_volume(min(1.0, max(0.0, volume)) ** 3)

    @property
    def free_ms(self) -> int:
        """How much it takes now."""
        return self._device.free_bytes() // BYTES_PER_MS if self._open else 0

    @property
    def held_ms(self) -> int:
        """How much of what it took is still to be heard."""
        return self._device.held_bytes() // BYTES_PER_MS if self._open else 0

    def write(self, sound: bytes) -> None:
        """Give it samples; what it cannot take is lost, so ask `free_ms` before."""
        self._written += self._device.write(sound)

    @property
    def clock_s(self) -> float:
        """Seconds since it was opened, in step with what is heard."""
        return self._clock.read(self._played(), time.monotonic(), idle=self._device.held_bytes() == 0)

    def _played(self) -> float:
        return max(0, self._written - self._device.held_bytes()) / (BYTES_PER_MS * 1000)

    def _stuck(self) -> bool:
        now_s, played_s = time.monotonic(), self._played()
        if played_s != self._played_s or self._device.held_bytes() == 0:
            self._played_s, self._moved_at_s = played_s, now_s
        return now_s - self._moved_at_s > _STUCK_S


class MachineDevice(QObject):
    """The machine's default output by QAudioSink, which decodes nothing.

    QtMultimedia is loaded when it is first wanted, as in ui/alarm.py: it needs libpulse, which a machine without
    sound may lack.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sink: _Sink | None = None
        self._entry: QIODevice | None = None

    def prepare(self) -> None:
        """Load QtMultimedia; where it cannot be, `able` says so."""
        with suppress(ImportError):
            importlib.import_module("PySide6.QtMultimedia")

    def able(self) -> bool:
        """Whether there is a default output that takes our samples."""
        return _output() is not None

    def open(self) -> bool:
        """Open the default output anew."""
        self.close()
        found = _output()
        if found is None:
            return False
        multimedia, output, sound = found
        sink: _Sink = multimedia.QAudioSink(output, sound, self)
        sink.setBufferSize(_HELD_MS * BYTES_PER_MS)
        self._sink, self._entry = sink, sink.start()
        return self._entry is not None

    def failed(self) -> bool:
        """Whether the output ended by itself."""
        return self._sink is not None and self._sink.state().name == "StoppedState"

    def close(self) -> None:
        """Stop the output."""
        if self._sink is not None:
            self._sink.stop()
            self._sink.deleteLater()
        self._sink = self._entry = None

    def free_bytes(self) -> int:
        """What the output's buffer takes."""
        return self._sink.bytesFree() if self._sink is not None else 0

    def held_bytes(self) -> int:
        """What lies in the output's buffer."""
        return max(0, self._sink.bufferSize() - self._sink.bytesFree()) if self._sink is not None else 0

    def write(self, sound: bytes) -> int:
        """Put samples into the output's buffer."""
        return max(0, self._entry.write(sound)) if self._entry is not None and sound else 0

    def set_volume(self, volume: float) -> None:
        """0 silent .. 1 full."""
        if self._sink is not None:
            self._sink.setVolume(volume)


class _State(Protocol):
    name: str


class _Sink(Protocol):
    """What of QAudioSink is used."""

    def setBufferSize(self, size_bytes: int) -> None: ...
    def bufferSize(self) -> int: ...
    def bytesFree(self) -> int: ...
    def start(self) -> QIODevice | None: ...
    def state(self) -> _State: ...
    def stop(self) -> None: ...
    def setVolume(self, volume: float) -> None: ...
    def deleteLater(self) -> None: ...


def _output() -> tuple[ModuleType, object, object] | None:
    """QtMultimedia, the default output and our form of samples; None where there is none for it."""
    try:
        multimedia = importlib.import_module("PySide6.QtMultimedia")
    except ImportError:
        return None
    output = multimedia.QMediaDevices.defaultAudioOutput()
    sound = multimedia.QAudioFormat()
    sound.setSampleRate(SAMPLES_PER_MS * 1000)
    sound.setChannelCount(2)
    sound.setSampleFormat(multimedia.QAudioFormat.SampleFormat.Int16)
    return (multimedia, output, sound) if not output.isNull() and output.isFormatSupported(sound) else None
