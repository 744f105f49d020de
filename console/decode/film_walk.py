"""Goes on through one film, span after span; nothing is decoded twice on the way."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

from console.decode import limits
from console.decode.clip import Frame
from console.decode.film import Aim, Shown, frames_from, key_frame_before
from console.decode.film_frame import Painter
from console.decode.media_file import MediaFile
from console.decode.wire import Refused, Status

_US = 1_000_000
_WORTH_US = _US
"""A key frame must lie so much further on than where it stands to be gone to instead."""


@dataclass(frozen=True, slots=True)
class Walked:
    """Painted frames of a span and whether the film ends within it; or, `on_the_way`, the frame it came to."""

    frames: tuple[Frame, ...]
    ended: bool = False
    on_the_way: bool = False


class FilmWalk:
    """Asked in order, each span begins where the last one ended; asked for what lies behind, it begins anew."""

    def __init__(self, media: MediaFile) -> None:
        """Raise Refused as MediaFile.need_picture does."""
        self._media, self._stream = media, media.need_picture()
        self._aim = Aim(0)
        self._frames: Iterator[Shown] = iter(())
        self._held: Shown | None = None  # on show where it stands
        self._ahead: Shown | None = None  # the next one, where it was decoded already

    def span(self, painter: Painter, from_us: int, until_us: int, lead_s: float) -> Walked:
        """Frames on show from `from_us` until before `until_us`; on the way when `lead_s` do not bring it there.

        Raises:
            Refused: nothing but damage, or frames of too many pixels.
            MemoryError: the process reached its limit.
        """
        enough_s = time.monotonic() + lead_s
        self._go_towards(from_us)
        held = self._held
        frames: list[Frame] = []
        taken = -1
        while (shown := self._next()) is not None:
            width, height = painter.measure(shown.frame, self._stream)
            if shown.at_us <= from_us:
                self._held = held = shown
                if time.monotonic() > enough_s and shown.until_us <= from_us:
                    return Walked((_painted(painter, held),), on_the_way=True)
                continue
            if held is not None and not frames:
                frames.append(_painted(painter, held))
                taken = 0 if held.at_us == from_us else -1
            if shown.at_us >= until_us:
                self._ahead = shown
                if until_us == from_us and not frames:  # its beginning is damaged: its first whole frame stands in
                    frames.append(Frame(from_us / _US, painter.paint(shown.frame)))
                return Walked(tuple(frames))
            self._held = shown
            places = min(limits.CLIP_FRAMES_MAX, limits.CLIP_MAX_BYTES // (width * height * 3)) - 1
            place = (shown.at_us - from_us) * places // (until_us - from_us)
            if place > taken:
                taken = place
                frames.append(_painted(painter, shown))
        if held is None and not frames:
            raise Refused(Status.BROKEN)
        if held is not None and not frames and (until_us == from_us or held.until_us > from_us):
            painter.measure(held.frame, self._stream)
            frames.append(_painted(painter, held))
        return Walked(tuple(frames), ended=True)

    def _go_towards(self, moment_us: int) -> None:
        """Go on, or begin anew at a key frame where that is behind, or nearer."""
        held = self._held
        if held is not None and held.at_us <= moment_us:
            self._aim.at_us = moment_us
            if moment_us - held.at_us <= _WORTH_US:
                return
            if key_frame_before(self._media, self._stream, moment_us) <= held.at_us + _WORTH_US:
                return
        self._aim = Aim(moment_us)
        self._held = self._ahead = None
        self._frames = frames_from(self._media, self._stream, moment_us, self._aim)

    def _next(self) -> Shown | None:
        if self._ahead is not None:
            ahead, self._ahead = self._ahead, None
            return ahead
        return next(self._frames, None)


def _painted(painter: Painter, shown: Shown) -> Frame:
    return Frame(shown.at_us / _US, painter.paint(shown.frame))
