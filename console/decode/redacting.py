"""A film painted over and silenced: decoded in one jail, covered here, made in another.

The worker that sees a stranger's file gives back nothing but pixels and samples (security.md, rule 2); those are
blackened and silenced in this process, and the worker that makes the file sees only what is left. So nothing that is
covered reaches the copy, nor any word, place, subtitle, thumbnail or hidden track of the original.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from console.decode import exchange, limits, wire
from console.decode.copy_wire import (
    PIECE,
    REEL,
    SOUND_MAX_MOMENTS,
    CopyReader,
    Order,
    Piece,
    Reel,
    read_frame_head,
    read_reel,
)
from console.decode.jail import Jailed
from console.decode.pipe import Pipe, Stopped
from console.decode.refusal import Refusal, RefusalCode
from console.decode.sound import Sound
from console.decode.wire import Arguments, Op, Status, WireError
from console.domain.box import Box, paint
from console.domain.file_kind import OGG, WEBM, FileKind
from console.domain.silence import Silence, silence

_BYTES_A_MS = limits.SOUND_RATE_HZ * limits.SAMPLE_BYTES // 1000
_SOUND_AHEAD_MS = 500
_SOUND_PIECE_BYTES = SOUND_MAX_MOMENTS * limits.SAMPLE_BYTES
_RATE_HZ = 25.0
_BITS_A_PIXEL, _BITS_LEAST, _BITS_MOST, _SOUND_BITS = 0.08, 700_000, 8_000_000, 100_000
_BITS_USELESS = 150_000
_PLANNED = 0.92
"""Of the bytes a copy may have so many are planned for: rates are kept on the whole, not to the byte."""

_DAMAGED = (RefusalCode.BROKEN, RefusalCode.NO_SOUND, RefusalCode.CODEC_UNKNOWN)

GoOn = Callable[[float], bool]
"""Told the part that is done (0..1) again and again; False ends it."""
SoundAt = Callable[[float], Sound | Refusal]
"""The next limits.COPY_SOUND_S of the file's sound from a moment (s) on."""


@dataclass(frozen=True, slots=True)
class Cover:
    """What is to be covered: boxes in pixels of the upright picture of `width_px` x `height_px`, silent spans."""

    width_px: int
    height_px: int
    boxes: tuple[Box, ...] = ()
    silences: tuple[Silence, ...] = ()


@dataclass(frozen=True, slots=True)
class Redacted:
    """A file made anew: nothing in it but what is left to see and hear."""

    kind: FileKind
    body: bytes


class Refused(Exception):
    """It ends in a named refusal."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal


class Redacting:
    """One copy being made; blocks its caller for about as long as the film is. Use once."""

    def __init__(self, cover: Cover, duration_s: float, sound_at: SoundAt | None, go_on: GoOn) -> None:
        """`sound_at` None: a film without sound. `duration_s` 0: unknown."""
        self._cover, self._duration_s, self._sound_at, self._tell = cover, duration_s, sound_at, go_on
        self._done, self._end_s = 0.0, time.monotonic() + limits.COPY_WALL_S
        self._sound_ms = 0

    def film(self, reel_worker: Jailed, copy_worker: Jailed, data: bytes) -> bytes | Refusal:
        """A WebM file."""
        return self._ended(lambda: self._film(reel_worker, copy_worker, data))

    def sound(self, copy_worker: Jailed) -> bytes | Refusal:
        """An Ogg file."""
        return self._ended(lambda: self._copied(copy_worker, Order(0, 0, _RATE_HZ, 0, True), OGG, self._push_sound))

    def _ended(self, work: Callable[[], bytes]) -> bytes | Refusal:
        try:
            return work()
        except Refused as refused:
            return refused.refusal
        except Stopped:
            late = time.monotonic() > self._end_s
            return Refusal(RefusalCode.TIMED_OUT if late else RefusalCode.STOPPED)
        except TimeoutError:
            return Refusal(RefusalCode.TIMED_OUT)
        except (EOFError, BrokenPipeError):
            return Refusal(RefusalCode.WORKER_DIED)
        except WireError as wrong:
            return Refusal(RefusalCode.WORKER_MISBEHAVED, str(wrong))

    def _film(self, reel_worker: Jailed, copy_worker: Jailed, data: bytes) -> bytes:
        pipe = Pipe(reel_worker, limits.COPY_STALL_S, self._goes_on)
        exchange.begin(reel_worker, data, Arguments(Op.REEL))
        refused = wire.read_head(bytes(pipe.receive(wire.HEAD.size)), Op.REEL)
        if refused is not None:
            raise Refused(Refusal(refused))
        reel = read_reel(bytes(pipe.receive(REEL.size)))
        if not is_shape_of(reel, self._cover):
            raise WireError("another shape than it had")
        bits = bits_a_second(reel, reel.duration_s or self._duration_s)
        order = Order(reel.width_px, reel.height_px, reel.rate_hz, bits, self._sound_at is not None)
        return self._copied(copy_worker, order, WEBM, lambda copy: self._push_film(pipe, reel, copy))

    def _copied(self, worker: Jailed, order: Order, kind: FileKind, push: Callable[[Pipe], None]) -> bytes:
        """Whatever `push` hands over, made into a file."""
        copy = Pipe(worker, limits.COPY_STALL_S, self._goes_on)
        exchange.begin(worker, b"", Arguments(Op.COPY, extra=order.packed()))
        try:
            push(copy)
            copy.send(PIECE.pack(Piece.END, 0, 0, 0))
        except BrokenPipeError:  # it ended before we did: its answer says why
            pass
        answer = exchange.finish(worker, CopyReader(kind), time.monotonic() + limits.COPY_STALL_S)
        if isinstance(answer, Refusal):
            raise Refused(answer)
        return answer

    def _push_film(self, source: Pipe, reel: Reel, copy: Pipe) -> None:
        boxes = scaled(self._cover, reel)
        total_ms = (reel.duration_s or self._duration_s) * 1000
        covered_before: tuple[Box, ...] = ()
        for at_ms, until_ms, pixels in _with_ends(_frames(source, reel)):
            covered = tuple(box for box in boxes if is_on(box, at_ms, until_ms))
            paint(pixels, reel.width_px, reel.height_px, covered, b"\0\0\0")
            self._push_sound(copy, at_ms + _SOUND_AHEAD_MS)
            what = Piece.FRAME if covered == covered_before else Piece.KEY_FRAME
            covered_before = covered
            copy.send(PIECE.pack(what, 0, 0, at_ms * 1000), pixels)
            self._go_on(at_ms / total_ms if total_ms else 0.0)
        self._push_sound(copy)

    def _push_sound(self, copy: Pipe, until_ms: float = math.inf) -> None:
        """The sound as far as a moment, silent where it is to be."""
        while self._sound_at is not None and self._sound_ms < until_ms:
            heard = self._sound_at(self._sound_ms / 1000)
            if isinstance(heard, Refusal):
                if not self._cover.width_px or heard.code not in _DAMAGED:
                    raise Refused(heard)
                self._sound_at = None  # as in the player: a film whose sound is damaged is silent from there on
                return
            samples = bytearray(heard.samples)
            silence(samples, self._sound_ms, _BYTES_A_MS, self._cover.silences)
            for at in range(0, len(samples), _SOUND_PIECE_BYTES):
                piece = samples[at : at + _SOUND_PIECE_BYTES]
                copy.send(PIECE.pack(Piece.SOUND, 0, len(piece) // limits.SAMPLE_BYTES, 0), piece)
            self._sound_ms += round(limits.COPY_SOUND_S * 1000)
            self._sound_at = None if heard.ended else self._sound_at
            if until_ms == math.inf and self._duration_s:
                self._go_on(self._sound_ms / 1000 / self._duration_s)

    def _go_on(self, done: float) -> None:
        self._done = min(1.0, max(self._done, done))
        if not self._goes_on():
            raise Stopped

    def _goes_on(self) -> bool:
        return self._tell(self._done) and time.monotonic() < self._end_s


def is_shape_of(reel: Reel, cover: Cover) -> bool:
    """Whether it has the size the boxes were drawn for, or is scaled down as limits.COPY_EDGE_MAX_PX wants."""
    scale = min(1.0, limits.COPY_EDGE_MAX_PX / max(cover.width_px, cover.height_px))
    return abs(reel.width_px - cover.width_px * scale) <= 1 and abs(reel.height_px - cover.height_px * scale) <= 1


def scaled(cover: Cover, reel: Reel) -> tuple[Box, ...]:
    """The boxes on the reel's own pixels, grown to even ones: four pixels share a colour in the copy."""
    by_x, by_y = reel.width_px / cover.width_px, reel.height_px / cover.height_px
    found = (box.scaled(by_x, by_y) for box in cover.boxes)
    return tuple(
        replace(box, left=box.left & ~1, top=box.top & ~1, right=box.right + 1 & ~1, bottom=box.bottom + 1 & ~1)
        for box in found
    )


def is_on(box: Box, from_ms: int, until_ms: float) -> bool:
    """Whether a box covers any of the time a frame is on show."""
    if box.from_ms is None or box.until_ms is None:
        return True
    return from_ms < box.until_ms and until_ms > box.from_ms


def bits_a_second(reel: Reel, duration_s: float) -> int:
    """For the pictures: by their size, and so that the whole fits into limits.COPY_MAX_BYTES.

    Raises:
        Refused: too long for pictures anybody could use.
    """
    wanted = reel.width_px * reel.height_px * reel.rate_hz * _BITS_A_PIXEL
    bits = min(_BITS_MOST, max(_BITS_LEAST, wanted))
    if duration_s > 0:
        bits = min(bits, limits.COPY_MAX_BYTES * 8 * _PLANNED / duration_s - _SOUND_BITS)
    if bits < _BITS_USELESS:
        raise Refused(Refusal(RefusalCode.COPY_TOO_LARGE))
    return round(bits)


def _frames(source: Pipe, reel: Reel) -> Iterator[tuple[int, bytearray]]:
    """Frames with their milliseconds, of several within one the first."""
    last_us, last_ms = -1, -1
    for _ in range(limits.COPY_FRAMES_MAX):
        head = read_frame_head(bytes(source.receive(PIECE.size)), last_us)
        if isinstance(head, Status):
            if head is not Status.DONE:
                raise Refused(Refusal(wire.REFUSED[head]))
            return
        pixels = source.receive(reel.frame_bytes)
        last_us = head
        if round(head / 1000) > last_ms:
            last_ms = round(head / 1000)
            yield last_ms, pixels
    raise Refused(Refusal(RefusalCode.COPY_TOO_LARGE))


def _with_ends(frames: Iterator[tuple[int, bytearray]]) -> Iterator[tuple[int, float, bytearray]]:
    """Each with the moment the next begins, whatever a worker would say of it; the last is on show for ever."""
    held = next(frames, None)
    for following in frames:
        if held is not None:
            yield held[0], following[0], held[1]
        held = following
    if held is not None:
        yield held[0], math.inf, held[1]
