"""Sound slower or faster without changing its pitch, piece by piece."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_HOP = 960
"""20 ms at 48 kHz: what comes out at a time."""
_LAP = 480
"""10 ms in which one piece fades into the next."""
_LOOK = 480
"""A piece may be taken so much earlier or later than it lies, where it fits the one before best."""
_THIN = 4
"""The fit is looked for in every fourth sample: voices have nothing above 6 kHz that would matter for it."""

_Samples = NDArray[np.float32]


class Tempo:
    """Plays stereo s16le at `rate` times its speed (waveform similarity overlap-add, Verhelst and Roelands 1993).

    What goes in may come in any pieces; what comes out is as long as what went in / rate, less some 40 ms kept back.
    At a rate of 1 the very bytes come out.
    """

    def __init__(self, rate: float) -> None:
        self.rate = rate
        self._heard: _Samples = np.zeros((0, 2), np.float32)
        self._next = 0.0
        self._tail: _Samples | None = None
        self._fade = np.linspace(0.0, 1.0, _LAP, endpoint=False, dtype=np.float32)[:, None]

    def feed(self, sound: bytes) -> bytes:
        """Take the next samples of the file, give the next ones to be heard."""
        if self.rate == 1.0:
            return sound
        fresh = np.frombuffer(sound, "<i2").reshape(-1, 2).astype(np.float32)
        self._heard = np.concatenate((self._heard, fresh))
        pieces: list[_Samples] = []
        while int(self._next) + 2 * _LOOK + _HOP + _LAP <= len(self._heard):
            pieces.append(self._piece())
            self._forget()
        if not pieces:
            return b""
        return bytes(np.clip(np.rint(np.concatenate(pieces)), -32768, 32767).astype("<i2").tobytes())

    def _piece(self) -> _Samples:
        """A hop of what is to be heard, its beginning faded over from how the last one would have gone on."""
        start = int(self._next)
        if self._tail is not None:
            start += self._best(self._heard[start : start + 2 * _LOOK + _LAP], self._tail)
        piece = self._heard[start : start + _HOP].copy()
        if self._tail is not None:
            piece[:_LAP] = self._tail * (1 - self._fade) + piece[:_LAP] * self._fade
        self._tail = self._heard[start + _HOP : start + _HOP + _LAP].copy()
        self._next += _HOP * self.rate
        return piece

    @staticmethod
    def _best(room: _Samples, tail: _Samples) -> int:
        """Where in `room` the sound goes on most like `tail`."""
        mono, wanted = room.sum(axis=1)[::_THIN], tail.sum(axis=1)[::_THIN]
        likeness = np.correlate(mono, wanted, "valid")
        energy = np.convolve(mono * mono, np.ones(len(wanted), np.float32), "valid")
        return int(np.argmax(likeness / np.sqrt(energy + 1.0))) * _THIN

    def _forget(self) -> None:
        gone = max(0, min(int(self._next), len(self._heard)))
        self._heard = self._heard[gone:]
        self._next -= gone
