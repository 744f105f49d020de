"""Asks for spans of films of a fresh worker, or of one that goes on in the film."""

from __future__ import annotations

import threading

from console.decode.clip import Clip
from console.decode.pool import Decoder
from console.decode.refusal import Refusal
from console.decode.walk import Walk


class FilmWalks:
    """Keeps one film open at most: of few key frames, and only from the first way too long on."""

    def __init__(self, decoder: Decoder) -> None:
        self._decoder = decoder
        self._lock, self._asking = threading.Lock(), threading.Lock()
        self._walk: tuple[str, Walk] | None = None
        self._turn = 0  # of the player: a film closed meanwhile is not kept open

    def clip(self, sha256: str, data: bytes, from_s: float, seconds: float, edge_px: int) -> Clip | Refusal:
        """As Decoder.clip, for any thread but the GUI's; asked again, what is `on_the_way` goes on from there."""
        with self._lock:
            walk, turn = self._walk[1] if self._walk is not None and self._walk[0] == sha256 else None, self._turn
        if walk is None:
            found = self._decoder.clip(data, from_s, seconds, edge_px)
            if isinstance(found, Clip) and found.on_the_way:
                self._begin(sha256, data, turn)
            return found
        with self._asking:
            found = walk.clip(from_s, seconds, edge_px)
        if isinstance(found, Refusal):
            self._let_go(walk)
        return found

    def stop(self) -> None:
        """Keep no film open; returns at once."""
        with self._lock:
            held, self._walk = self._walk, None
            self._turn += 1
        if held is not None:
            held[1].stop()

    def _begin(self, sha256: str, data: bytes, turn: int) -> None:
        begun = self._decoder.walk(data)
        with self._lock:
            if isinstance(begun, Refusal) or turn != self._turn:
                return
            held, self._walk = self._walk, (sha256, begun)
        if held is not None:
            held[1].stop()

    def _let_go(self, walk: Walk) -> None:
        with self._lock:
            if self._walk is not None and self._walk[1] is walk:
                self._walk = None
        walk.stop()
