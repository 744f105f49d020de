"""Decoded spans of a moving file, kept in order within a memory bound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

SAMPLES_PER_MS = 48
SAMPLE_BYTES = 4
BYTES_PER_MS = SAMPLES_PER_MS * SAMPLE_BYTES
"""Sound is 48 kHz, 16 bits, left and right."""

_SAME_S = 0.0005
"""Two frames nearer than this are one frame: no camera takes 2,000 a second."""


def ms_of(at_s: float) -> int:
    """The whole millisecond a moment lies in; 1.001 s is 1,001 though the machine's own product is a little less."""
    return int(at_s * 1000 + 1e-6)


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One picture of a film, shown from `at_s` of the film on: upright RGB888, rows without padding."""

    at_s: float
    width_px: int
    height_px: int
    rgb: bytes = field(repr=False)

    @property
    def edge_px(self) -> int:
        """Its longer edge."""
        return max(self.width_px, self.height_px)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Span:
    """What a file holds from `from_ms` until before `until_ms`: frames in order, sound as s16le 48 kHz stereo.

    `sound` begins with the span. `frames` may begin with the one already shown when it begins. `ended`: the file
    holds nothing after it. `on_the_way`: it is not that span yet, its one frame is as far as decoding came.
    """

    from_ms: int
    until_ms: int
    frames: tuple[Frame, ...] = ()
    sound: bytes = field(default=b"", repr=False)
    ended: bool = False
    on_the_way: bool = False

    @property
    def size_bytes(self) -> int:
        """What it takes to keep it."""
        return sum(len(frame.rgb) for frame in self.frames) + len(self.sound)


class SpanBuffer:
    """Spans that do not overlap. A *run* is spans without a gap between them; whatever is asked stays within one."""

    def __init__(self, limit_bytes: int) -> None:
        self.limit_bytes = limit_bytes
        self._spans: list[Span] = []

    def put(self, span: Span, distance: Callable[[Span], float]) -> None:
        """Keep it; beyond the bound the spans with the greatest `distance` go first. An overlapping one is dropped."""
        if any(span.from_ms < other.until_ms and other.from_ms < span.until_ms for other in self._spans):
            return
        self._spans.append(span)
        self._spans.sort(key=lambda each: each.from_ms)
        while len(self._spans) > 1 and self.size_bytes > self.limit_bytes:
            self._spans.remove(max(self._spans, key=distance))

    def clear(self) -> None:
        """Keep nothing."""
        self._spans.clear()

    @property
    def size_bytes(self) -> int:
        """What all of it takes."""
        return sum(span.size_bytes for span in self._spans)

    def ranges(self) -> tuple[tuple[int, int], ...]:
        """The runs it holds, in ms."""
        found: list[tuple[int, int]] = []
        for span in self._spans:
            if found and found[-1][1] == span.from_ms:
                found[-1] = (found[-1][0], span.until_ms)
            else:
                found.append((span.from_ms, span.until_ms))
        return tuple(found)

    def until(self, at_ms: int) -> int:
        """End of the run that holds the moment `at_ms`; `at_ms` itself where nothing is held."""
        return next((end for start, end in self.ranges() if start <= at_ms < end), at_ms)

    def since(self, at_ms: int) -> int:
        """Beginning of the run that holds `at_ms` or ends there; `at_ms` itself where nothing is held."""
        return next((start for start, end in self.ranges() if start <= at_ms <= end), at_ms)

    def next_start(self, at_ms: int) -> int | None:
        """Where the next span after a gap begins, None when there is none."""
        return next((span.from_ms for span in self._spans if span.from_ms >= at_ms), None)

    def end_before(self, at_ms: int) -> int:
        """Where the last span before a gap ends, 0 when there is none."""
        return max((span.until_ms for span in self._spans if span.until_ms <= at_ms), default=0)

    def held_bytes(self, from_ms: int, until_ms: int) -> int:
        """What the spans that begin within [from_ms, until_ms) take."""
        return sum(span.size_bytes for span in self._spans if from_ms <= span.from_ms < until_ms)

    def frame_at(self, at_s: float) -> Frame | None:
        """The frame on show at a moment: the last one that began by then, within the run that holds it."""
        found = [frame for frame in self._run(ms_of(at_s)) if frame.at_s <= at_s + _SAME_S]
        return max(found, key=lambda frame: frame.at_s, default=None)

    def frame_after(self, at_s: float, here_s: float) -> Frame | None:
        """The first frame later than `at_s`, within the run that holds `here_s`."""
        found = (frame for frame in self._run(ms_of(here_s)) if frame.at_s > at_s + _SAME_S)
        return min(found, key=lambda frame: frame.at_s, default=None)

    def frame_before(self, at_s: float, here_s: float) -> Frame | None:
        """The last frame earlier than `at_s`, within the run that holds `here_s` or ends there."""
        found = (frame for frame in self._run(ms_of(here_s)) if frame.at_s < at_s - _SAME_S)
        return max(found, key=lambda frame: frame.at_s, default=None)

    def frames_between(self, after_s: float, before_s: float) -> int:
        """How many frames lie strictly between two moments."""
        inside = {
            frame.at_s
            for span in self._spans
            for frame in span.frames
            if after_s + _SAME_S < frame.at_s < before_s - _SAME_S
        }
        return len(inside)

    def sound(self, from_ms: int, length_ms: int) -> bytes:
        """Samples from a moment on, shorter where the run ends; silence where a span has none."""
        parts = []
        for span in self._spans:
            start, end = max(from_ms, span.from_ms), min(from_ms + length_ms, span.until_ms)
            if start < end and start == from_ms:
                piece = span.sound[(start - span.from_ms) * BYTES_PER_MS : (end - span.from_ms) * BYTES_PER_MS]
                parts.append(piece.ljust((end - start) * BYTES_PER_MS, b"\0"))
                from_ms, length_ms = end, length_ms - (end - start)
        return b"".join(parts)

    def _run(self, at_ms: int) -> list[Frame]:
        since, until = self.since(at_ms), max(at_ms, self.until(at_ms))
        inside = (span for span in self._spans if since <= span.from_ms and span.until_ms <= until)
        return [frame for span in inside for frame in span.frames]
