"""Films and sounds made by hand, and a sound device that plays when it is told."""

from __future__ import annotations

import threading

from console.desk.attachments import NotShown
from console.desk.clips import Moving
from console.desk.playback import Playback
from console.desk.spans import BYTES_PER_MS, Frame, Span
from console.desk.wishes import Wish
from console.domain.attachment import Attachment


class HandFilm:
    """`per_second` frames of `edge` x `edge` px, each of one colour; the sound of a moment is its millisecond."""

    def __init__(
        self, length_ms: int = 10_000, per_second: int = 25, edge: int = 4, *, sound: bool = False, told_ms: int = 0
    ) -> None:
        self.length_ms, self.per_second, self.edge, self.has_sound = length_ms, per_second, edge, sound
        self.told_ms = told_ms or length_ms

    def frame(self, number: int) -> Frame:
        return Frame(number / self.per_second, self.edge, self.edge, bytes([number % 251]) * (self.edge**2 * 3))

    def span(self, from_ms: int, length_ms: int) -> Span:
        """As decode/moving.py gives it: the first frame is the one already on show when the span begins."""
        until_ms = from_ms + length_ms
        count = -(-self.length_ms * self.per_second // 1000)
        first = min(count - 1, from_ms * self.per_second // 1000)
        last = max(first, -(-until_ms * self.per_second // 1000) - 1)
        over = from_ms >= self.length_ms and length_ms > 0
        numbers = range(0) if over else range(first, min(count, last + 1))
        sound = b"".join(
            (ms % 251).to_bytes(1, "big") * BYTES_PER_MS for ms in range(from_ms, min(until_ms, self.length_ms))
        )
        return Span(
            from_ms=from_ms, until_ms=until_ms, frames=tuple(self.frame(number) for number in numbers),
            sound=sound.ljust(length_ms * BYTES_PER_MS, b"\0") if self.has_sound else b"",
            ended=until_ms >= self.length_ms,
        )  # fmt: skip


class Viewing:
    """A playback whose wishes are answered at once, or held back until `answer`."""

    def __init__(self, film: HandFilm, **how: int) -> None:
        self.film, self.now_s = film, 100.0
        self.playback = Playback(**how)
        self.playback.begin(film.told_ms)
        self.wishes: list[Wish] = []

    @property
    def shown(self) -> float | None:
        """Which frame is seen, by its moment."""
        frame = self.playback.frame
        return None if frame is None else round(frame.at_s, 6)

    def answer(self, most: int = 100) -> int:
        """Answer what is wished for, one wish after the other; how many there were."""
        for done in range(most):
            wish = self.playback.wish()
            if wish is None:
                return done
            self.wishes.append(wish)
            assert self.playback.take(wish, self.film.span(wish.from_ms, wish.length_ms))
        return most

    def go(self, seconds: float, *, tick_s: float = 0.01, fetching: bool = True) -> None:
        """Let time pass in ticks."""
        for _ in range(round(seconds / tick_s)):
            self.now_s += tick_s
            self.playback.tick(self.now_s)
            if fetching:
                self.answer(1)

    def play(self, rate: float = 1.0) -> None:
        self.playback.play(self.now_s, rate)

    def seek(self, at_s: float) -> None:
        self.playback.seek(at_s, self.now_s)

    def step(self, by: int) -> None:
        self.playback.step(by, self.now_s)
        self.answer()


class HandSource:
    """What a player asks (ui/attachments/span_asking.Source), answered from a film made by hand."""

    def __init__(self, film: HandFilm) -> None:
        self.film = film
        self.asked: list[tuple[int, int, int]] = []
        self.refusal: NotShown | None = None
        self.threads: set[str] = set()

    def facts(self, attachment: Attachment) -> Moving | NotShown:
        film = self.film
        self.threads.add(threading.current_thread().name)
        return self.refusal or Moving(film.told_ms, film.edge, film.edge, film.has_sound)

    def span(self, attachment: Attachment, from_ms: int, length_ms: int, edge_px: int) -> Span | NotShown:
        self.asked.append((from_ms, length_ms, edge_px))
        self.threads.add(threading.current_thread().name)
        return self.refusal or self.film.span(from_ms, length_ms)

    def sound(self, attachment: Attachment, from_ms: int, length_ms: int) -> Span | NotShown:
        self.asked.append((from_ms, length_ms, 0))
        made = self.film.span(from_ms, length_ms)
        return self.refusal or Span(
            from_ms=from_ms, until_ms=made.until_ms, sound=made.sound, ended=made.ended
        )

    def let_go(self) -> None:
        pass


class HandDevice:
    """A sound device (ui/attachments/speaker.Device) that plays `play(ms)` when told; `heard` is all it was given."""

    def __init__(self, *, there: bool = True, holds_ms: int = 250) -> None:
        self.there, self._holds = there, holds_ms * BYTES_PER_MS
        self.heard = b""
        self.held = 0
        self.is_open = False
        self.volume = -1.0
        self.opened = 0

    def prepare(self) -> None:
        pass

    def able(self) -> bool:
        return self.there

    def open(self) -> bool:
        self.held, self.is_open = 0, self.there
        self.opened += self.there
        return self.there

    def failed(self) -> bool:
        return self.is_open and not self.there

    def close(self) -> None:
        self.held, self.is_open = 0, False

    def free_bytes(self) -> int:
        return self._holds - self.held

    def held_bytes(self) -> int:
        return self.held

    def write(self, sound: bytes) -> int:
        taken = sound[: self.free_bytes()]
        self.held += len(taken)
        self.heard += taken
        return len(taken)

    def set_volume(self, volume: float) -> None:
        self.volume = volume

    def play(self, ms: int) -> None:
        """Let it play so much of what it holds."""
        self.held = max(0, self.held - ms * BYTES_PER_MS)
