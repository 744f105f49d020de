"""The clockwork of a player: where it stands, which frame that shows, what it needs next.

Why so long: what jumps, steps, loops, marks and the end of a file mean for each other is read in one place.
"""

from __future__ import annotations

import math

from console.desk.part import Part
from console.desk.spans import Frame, Span, SpanBuffer, ms_of
from console.desk.wishes import Standing, Wish, distance_ms, next_span

BUFFER_BYTES = 160 * 1024 * 1024
"""Most a player keeps of a film."""

MAX_MS = 7 * 24 * 3_600_000
"""Longer than anything that is believed to be a film."""

_RESUME_MS = 400
"""After it had to wait, so much lies ahead before it goes on: else it would stutter."""


class Playback:
    """Knows no clock, thread or widget: each method is told the time `now_s` (any steady clock), and asked.

    A *generation* ends with every jump: what was asked before it is not taken any more. All moments are of the file.
    `rate` is the speed, below 0 backwards. `span_ms` (how much to ask for at once) may be changed at any time.
    """

    def __init__(
        self, *, pictures: bool = True, span_ms: int = 2_000, ahead_ms: int = 4_000, limit_bytes: int = BUFFER_BYTES
    ) -> None:
        self.pictures, self.span_ms, self.ahead_ms = pictures, span_ms, ahead_ms
        self.duration_ms: int | None = None
        self.full_edge_px = 0
        self.loops = False
        self.part = Part()
        self.playing = self.waiting = self.troubled = False
        self.rate = 1.0
        self.generation = 0
        self.dropped = 0
        self._buffer = SpanBuffer(limit_bytes)
        self._at_s = self._since_s = 0.0
        self._lone: Frame | None = None
        self._lone_ms = -1
        self._shown: Frame | None = None
        self._fresh = self._sharpened = False
        self._steps = 0

    def begin(self, duration_ms: int | None, full_edge_px: int = 0) -> None:
        """Another file: stands at its beginning; speed and loop stay as they were.

        `duration_ms` None where the file does not tell; `full_edge_px` the longer edge of the sharpest frame to be had.
        """
        self.duration_ms, self.full_edge_px = duration_ms, full_edge_px
        self.rate, self.part = abs(self.rate), Part()
        self.playing, self._shown, self.dropped = False, None, 0
        self._buffer.clear()
        self._jump(0.0)

    @property
    def at_s(self) -> float:
        """The moment of the file it stands at, as of the last `tick`."""
        return self._at_s

    @property
    def frame(self) -> Frame | None:
        """The frame to be seen now; the last one seen while a new one is not here yet."""
        return self._shown

    @property
    def ranges(self) -> tuple[tuple[int, int], ...]:
        """What of the file is at hand, in ms."""
        return self._buffer.ranges()

    @property
    def size_bytes(self) -> int:
        """What the player keeps."""
        return self._buffer.size_bytes

    @property
    def fresh(self) -> bool:
        """Whether the frame to be seen is that of where it stands, not one of before a jump."""
        return self._fresh

    @property
    def loop_ms(self) -> tuple[int, int] | None:
        """From where to where it plays again and again as it stands: the part marked, the whole file, or nothing."""
        whole = (0, self.duration_ms) if self.loops and self.duration_ms else None
        return self.part.loop_at(ms_of(self._at_s)) or whole

    @property
    def ended(self) -> bool:
        """Whether it stands at the end."""
        return self.duration_ms is not None and self._at_s * 1000 >= self.duration_ms

    def play(self, now_s: float, rate: float = 0.0) -> None:
        """Go on at the speed it had, or at `rate`; from the other end when it stands at this one."""
        self.rate = rate or self.rate
        self._steps = 0
        if self.rate > 0 and self.ended:
            self.seek(0.0, now_s)
        elif self.rate < 0 and self._at_s <= 0 and self.duration_ms:
            self.seek(self.duration_ms / 1000, now_s)
        self.playing, self._since_s = True, now_s

    def pause(self, now_s: float) -> None:
        """Stand still where it is."""
        if self.playing:
            self.tick(now_s)
        self.playing = self.waiting = False

    def rebase(self, now_s: float) -> None:
        """Another clock from here on: it shows `now_s` at this moment."""
        self._since_s = now_s

    def seek(self, to_s: float, now_s: float) -> None:
        """Stand at another moment, within the file; what lies at hand stays at hand."""
        self._jump(min(max(0.0, to_s), (self.duration_ms or MAX_MS) / 1000))
        self._since_s = now_s
        self._look()

    def step(self, by: int, now_s: float) -> None:
        """Pause, and show the next frame (`by` 1) or the one before (-1), as soon as it is here."""
        self.pause(now_s)
        self._steps += by
        self._take_steps()

    def tick(self, now_s: float) -> None:
        """Let the time pass until now; stands still (`waiting`) where the next span is not here yet."""
        if not self.playing:
            return
        passed_s, self._since_s = max(0.0, now_s - self._since_s), now_s
        if self.waiting and not self._enough():
            return
        edge_s = self._edge_ms() / 1000
        at_s = self._at_s + passed_s * self.rate
        if self._turn_in_part(at_s, edge_s):
            return
        beyond = at_s >= edge_s if self.rate > 0 else at_s <= edge_s
        self._at_s = edge_s if beyond else at_s
        self.waiting = beyond and not self._at_an_end(edge_s)
        if beyond and not self.waiting:
            self._come_to_an_end(abs(at_s - edge_s))
        self._look()

    def wish(self) -> Wish | None:
        """What should be decoded next, None when nothing is missing for now."""
        if self.troubled:
            return None
        here = Standing(
            generation=self.generation, at_ms=ms_of(self._at_s), duration_ms=self.duration_ms,
            playing=self.playing, rate=self.rate, steps=self._steps,
            span_ms=self.span_ms, ahead_ms=self.ahead_ms, loop_ms=self.loop_ms,
        )  # fmt: skip
        last_ms = (self.duration_ms or MAX_MS) - 1  # the end itself shows the last frame, which began before it
        lone_ms = max(0, min(here.at_ms, last_ms))
        if self.pictures and not self.playing and lone_ms != self._lone_ms and not self._buffer.frame_at(self._at_s):
            return Wish(self.generation, lone_ms, 0)
        return next_span(here, self._buffer) or self._wish_sharp()

    def take(self, wish: Wish, span: Span) -> bool:
        """Take what was wished for; False when it is of another generation, and forgotten."""
        if wish.generation != self.generation:
            return False
        if wish.sharp:
            self._sharpen(span)
        elif wish.length_ms == 0:
            self._lone = span.frames[-1] if span.frames else None
            self._lone_ms = wish.from_ms
        else:
            self._keep(span)
        self._take_steps()
        return True

    def sound(self, from_ms: int, length_ms: int) -> bytes:
        """Samples at hand from a moment on, fewer than asked where they are not here yet."""
        return self._buffer.sound(from_ms, length_ms)

    def _keep(self, span: Span) -> None:
        holds = bool(span.frames or span.sound.strip(b"\0"))
        if span.ended and not holds:  # cut short: it says more of its length than there is
            self.duration_ms = min(self.duration_ms or MAX_MS, span.from_ms)
            self._at_s = min(self._at_s, self.duration_ms / 1000)
            return
        if span.ended and self.duration_ms is None:
            self.duration_ms = span.until_ms
        self._buffer.put(span, self._distance)

    def _jump(self, to_s: float) -> None:
        self.generation += 1
        self._at_s = to_s
        self._steps = 0
        self._lone, self._lone_ms = None, -1
        self._fresh = self._sharpened = self.troubled = self.waiting = False

    def _look(self) -> None:
        """Which frame is to be seen; frames passed over on the way were late and are dropped."""
        found = self._buffer.frame_at(self._at_s)
        lone = self._lone
        if lone is not None and lone.at_s <= self._at_s + 0.001 and (found is None or lone.at_s > found.at_s):
            found = lone
        before = self._shown
        self._fresh = self._fresh or found is not None
        if found is None or (before is not None and before.at_s == found.at_s and before.edge_px >= found.edge_px):
            return
        if self.playing and 0 < self.rate <= 1 and before is not None and found.at_s > before.at_s:
            self.dropped += self._buffer.frames_between(before.at_s, found.at_s)
        self._shown, self._sharpened = found, False

    def _take_steps(self) -> None:
        self._look()
        while self._steps and self._fresh and self._shown is not None:
            here_ms, seen_s = ms_of(self._at_s), self._shown.at_s
            if self._steps > 0:
                found = self._buffer.frame_after(max(seen_s, self._at_s), self._at_s)
                last = self.duration_ms is not None and self._buffer.until(here_ms) >= self.duration_ms
            else:
                found = self._buffer.frame_before(seen_s, self._at_s)
                last = self._buffer.since(here_ms) <= 0
            if found is None:
                self._steps = 0 if last else self._steps
                return
            self._at_s, self._shown, self._sharpened = found.at_s, found, False
            self._steps -= 1 if self._steps > 0 else -1

    def _sharpen(self, span: Span) -> None:
        self._sharpened = True
        frame = span.frames[-1] if span.frames else None
        shown = self._shown
        if not self.playing and frame is not None and shown is not None and abs(frame.at_s - shown.at_s) < 0.001:
            self._shown = frame

    def _edge_ms(self) -> int:
        at_ms = ms_of(self._at_s)
        return self._buffer.until(at_ms) if self.rate > 0 else self._buffer.since(at_ms)

    def _at_an_end(self, edge_s: float) -> bool:
        if self.rate < 0:
            return edge_s <= 0
        return self.duration_ms is not None and edge_s * 1000 >= self.duration_ms

    def _enough(self) -> bool:
        edge_s = self._edge_ms() / 1000
        return abs(edge_s - self._at_s) * 1000 >= _RESUME_MS * min(2.0, abs(self.rate)) or self._at_an_end(edge_s)

    def _come_to_an_end(self, over_s: float) -> None:
        if not self.loops or not self.duration_ms:
            self.playing = False
            return
        over_s = over_s % (self.duration_ms / 1000)
        self._at_s = over_s if self.rate > 0 else self.duration_ms / 1000 - over_s

    def _turn_in_part(self, at_s: float, edge_s: float) -> bool:
        """At one end of the part marked: on from its other end, as far beyond it as time has passed."""
        part = self.part.loop_at(ms_of(self._at_s))
        if part is None:
            return False
        begin_s, end_s = part[0] / 1000, part[1] / 1000
        if self.rate > 0 and min(at_s, edge_s) >= end_s:
            self._at_s = begin_s + (at_s - end_s) % (end_s - begin_s)
        elif self.rate < 0 and max(at_s, edge_s) <= begin_s:
            self._at_s = end_s - (begin_s - at_s) % (end_s - begin_s)
        else:
            return False
        self.waiting = False
        self._look()
        return True

    def _wish_sharp(self) -> Wish | None:
        shown = self._shown
        if self.playing or self._steps or self._sharpened or shown is None or shown.edge_px >= self.full_edge_px:
            return None
        return Wish(self.generation, math.ceil(shown.at_s * 1000), 0, sharp=True)

    def _distance(self, span: Span) -> float:
        loop = self.loop_ms
        return distance_ms(span, self._at_s * 1000, self.rate, loop[1] - loop[0] if loop else None)
