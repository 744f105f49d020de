"""The sound of an unclaimed P1, every five seconds until somebody hears it."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, QUrl

from console.ui.critical import CriticalWatch

EVERY_MS = 5_000
"""Between two sounds (screens.md: repeated until acknowledged)."""


class Sounds(Protocol):
    """Something that can make the sound once."""

    def play(self) -> None:
        """Make it, at once or never."""


class Alarm(QObject):
    """Rings while `watch.ringing` holds anybody; `rang` counts, `sound` None means silence and the band alone."""

    def __init__(self, watch: CriticalWatch, sound: Sounds | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watch, self._sound = watch, sound
        self._heard_of: set[str] = set()
        self.rang = 0
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._ring)
        watch.changed.connect(self._look)

    @property
    def audible(self) -> bool:
        """Whether this machine can make the sound."""
        return self._sound is not None

    @property
    def ringing(self) -> bool:
        """Whether it rings now."""
        return self._timer.isActive()

    def _look(self) -> None:
        ringing = {row.id for row in self._watch.ringing}
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


def alarm_sound(file: Path, parent: QObject) -> Sounds | None:
    """Our own alarm.wav ready to play; None where there is no sound device or no library for it.

    QtMultimedia is imported only here: it needs libpulse, and a console without sound must start all the same.
    """
    try:
        multimedia = importlib.import_module("PySide6.QtMultimedia")
    except ImportError:
        return None
    if not multimedia.QMediaDevices.audioOutputs():
        return None
    effect = multimedia.QSoundEffect(parent)
    effect.setSource(QUrl.fromLocalFile(str(file)))
    effect.setVolume(1.0)
    sound: Sounds = effect
    return sound
