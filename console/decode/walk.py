"""One film in one jailed worker that goes on in it, for films of few key frames."""

from __future__ import annotations

import threading
import time
from contextlib import ExitStack

from console.decode import exchange, limits
from console.decode.answers_moving import ClipReader
from console.decode.clip import Clip
from console.decode.jail import Jailed
from console.decode.refusal import Refusal, RefusalCode
from console.decode.wire import Arguments, Op
from console.decode.workers import Workers


class Walk:
    """`clip` from one thread at a time, and never the GUI's; `stop` from any, at once, and whoever asks is refused.

    Each answer has the wall clock every answer has; all of them together limits.WALK_CPU_S of processor.
    """

    def __init__(self, workers: Workers, data: bytes, wall_s: float) -> None:
        self._workers, self._wall_s = workers, wall_s
        self._data: bytes | None = data
        self._state = threading.Lock()
        self._held = ExitStack()
        self._worker: Jailed | None = None
        self._asking = self._stopped = False

    def clip(self, from_s: float, seconds: float, max_edge_px: int) -> Clip | Refusal:
        """As Decoder.clip; `on_the_way` asked again goes on from there. After a refusal nothing more can be asked."""
        asked = clip_arguments(from_s, seconds, max_edge_px)
        with self._state:
            if self._stopped:
                return Refusal(RefusalCode.CLOSED)
            self._asking = True
        found = self._ask(asked)
        with self._state:
            self._asking = False
            self._stopped = self._stopped or isinstance(found, Refusal)
            if self._stopped:
                self._held.close()
        return found

    def stop(self) -> None:
        """Let the worker go; it is killed."""
        with self._state:
            self._stopped = True
            if self._worker is not None:
                self._worker.kill()
            if not self._asking:
                self._held.close()

    def _ask(self, asked: Arguments) -> Clip | Refusal:
        if self._worker is None:
            worker = self._held.enter_context(self._workers.one())
            if isinstance(worker, Refusal):
                return worker
            with self._state:
                self._worker = worker
                if self._stopped:
                    return Refusal(RefusalCode.CLOSED)
        reader = ClipReader(asked.from_s, asked.seconds, asked.max_edge_px)
        data, self._data = self._data, None
        return exchange.ask(self._worker, data, asked, reader, time.monotonic() + self._wall_s)


def clip_arguments(from_s: float, seconds: float, max_edge_px: int) -> Arguments:
    """What is asked for a span; ValueError beyond limits."""
    limits.check("from_s", from_s, 0, limits.DURATION_MAX_S)
    limits.check("seconds", seconds, 0, limits.CLIP_MAX_S)
    limits.check("max_edge_px", max_edge_px, 1, limits.CLIP_EDGE_MAX_PX if seconds else limits.FRAME_EDGE_MAX_PX)
    return Arguments(Op.CLIP, max_edge_px=max_edge_px, from_s=from_s, seconds=seconds)
