"""The sounds of an unclaimed P1 and of an officer in danger, until somebody hears them."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, QUrl

from console.ui.critical import CriticalWatch
from console.ui.shift.watch import ShiftWatch

EVERY_MS = 5_000
"""Between two sounds (screens.md: repeated until acknowledged)."""

SOS_EVERY_MS = 2_500
"""Between two sirens while an officer asks for help."""

_LOADED_AFTER_MS = 3_000


class Effect(Protocol):
    """What Qt gives to play a file."""

    def play(self) -> None:
        """Begin to play."""


class Sounds(Protocol):
    """Something that can make the sound once."""

    @property
    def able(self) -> bool:
        """Whether this machine can be heard at all."""

    def play(self) -> None:
        """Make it, at once or never."""


class Alarm(QObject):
    """Rings while `watch.ringing_ids` holds anybody; `rang` counts, `sound` None means silence and the band alone."""

    def __init__(
        self,
        watch: CriticalWatch | ShiftWatch,
        sound: Sounds | None,
        parent: QObject | None = None,
        *,
        every_ms: int = EVERY_MS,
    ) -> None:
        super().__init__(parent)
        self._watch, self._sound = watch, sound
        self._heard_of: frozenset[str] = frozenset()
        self.rang = 0
        self._timer = QTimer(self)
        self._timer.setInterval(every_ms)
        self._timer.timeout.connect(self._ring)
        watch.changed.connect(self._look)

    @property
    def audible(self) -> bool:
        """Whether this machine can make the sound."""
        return self._sound is not None and self._sound.able

    @property
    def ringing(self) -> bool:
        """Whether it rings now."""
        return self._timer.isActive()

    def _look(self) -> None:
        ringing = self._watch.ringing_ids
        if not ringing:
            self._timer.stop()
        elif ringing - self._heard_of:
            self._ring()
            self._timer.start()
        self._heard_of = ringing

    def _ring(self) -> None:
        self.rang += 1
        if self._sound is not None:
            self._sound.play()


class AlarmSound(QObject):
    """Our own alarm.wav, loaded when the start is over or when it is first wanted: QtMultimedia takes 0.1 s.

    QtMultimedia is imported only here: it needs libpulse, and a console without sound must start all the same.
    """

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._effect: Effect | None = None
        self._loaded = False
        QTimer.singleShot(_LOADED_AFTER_MS, self, self._load)

    @property
    def able(self) -> bool:
        """Whether there is a sound device and a library for it; True until that is known."""
        return not self._loaded or self._effect is not None

    def play(self) -> None:
        """Make the sound once, where it can be made."""
        self._load()
        if self._effect is not None:
            self._effect.play()

    def _load(self) -> None:
        if self._loaded:
            return
        self._loaded = True
        try:
            multimedia = importlib.import_module("PySide6.QtMultimedia")
        except ImportError:
            return
        if multimedia.QMediaDevices.audioOutputs():
            effect = multimedia.QSoundEffect(self)
            effect.setSource(QUrl.fromLocalFile(str(self._file)))
            effect.setVolume(1.0)
            self._effect = effect
