"""Spans and stills of a film, decoded in the jail: exact to the frame, upright."""

from __future__ import annotations

import time
from types import TracebackType
from typing import BinaryIO

import av

from console.decode import limits, sounds
from console.decode.clip import Clip, Frame, Stills
from console.decode.film import Shown, frames_from, key_frame_at
from console.decode.film_frame import Painter
from console.decode.film_walk import FilmWalk
from console.decode.media_file import MediaFile
from console.decode.side_reader import beside
from console.decode.wire import Refused, Status

_US = 1_000_000
_STILLS_CPU_S = 3.0
_EVERY_FRAME_MAX_PX = 400_000_000
"""A film of few key frames is gone through frame by frame for its stills if it is no more than this."""


class Film:
    """A film to be shown span after span; use it in a `with`. Pictures and sound are read each at its own place.

    Raises, on opening:
        Refused: no moving picture, an unknown codec, broken, too many pixels.
        MemoryError: the process reached its limit.
    """

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self._media = MediaFile(beside(source))
        try:
            self._walk = FilmWalk(self._media)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Film:
        """Itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        """Close."""
        self.close()

    def close(self) -> None:
        """Let its decoder go; the file beneath stays open."""
        self._media.close()

    def clip(self, from_s: float, seconds: float, max_edge_px: int) -> Clip:
        """Frames shown from `from_s` until before `from_s + seconds`, and the sound of the same span.

        The first frame may be the one already on show when the span begins, with its own earlier time. With
        `seconds` 0 it is just that one (the film's last beyond its end). Of more frames than limits allow evenly
        chosen ones are kept. Sound is exactly as long as the span, filled with silence; empty without a sound track
        or without frames. Where the way from the last key frame takes longer than limits.LEAD_S, the clip is
        `on_the_way`: asked again, the same film goes on from there.

        Raises:
            Refused: broken, frames larger than the file told.
            MemoryError: the process reached its limit.
        """
        from_us, until_us = round(from_s * _US), round((from_s + seconds) * _US)
        painter = Painter(max_edge_px)
        walked = self._walk.span(painter, from_us, until_us, limits.LEAD_S)
        sound = b""
        if self._media.has_sound and walked.frames and until_us > from_us and not walked.on_the_way:
            sound = sounds.accompany(beside(self._source), from_us, until_us)
        size_px = painter.size_px if walked.frames else (0, 0)
        duration_s = self._media.duration_s or 0.0
        return Clip(*size_px, walked.frames, sound, from_us / _US, duration_s, walked.ended, walked.on_the_way)


def clip(source: BinaryIO, from_s: float, seconds: float, max_edge_px: int) -> Clip:
    """One span of a film, as Film.clip.

    Raises:
        Refused, MemoryError: as Film.
    """
    with Film(source) as film:
        return film.clip(from_s, seconds, max_edge_px)


def stills(source: BinaryIO, count: int, max_edge_px: int) -> Stills:
    """At most `count` small frames spread over the film, the nearest key frame before each; one: its poster.

    Raises:
        Refused: no moving picture, an unknown codec, broken, too many pixels.
        MemoryError: the process reached its limit.
    """
    with MediaFile(source) as media:
        stream = media.need_picture()
        painter = Painter(max_edge_px)
        duration_s = media.duration_s or 0.0
        wanted_us = _spread(duration_s, count)
        frames = _key_frames(media, stream, painter, wanted_us)
        if len(frames) * 2 < len(wanted_us) and _is_short(stream, duration_s):
            frames = _every_frame(media, stream, painter, wanted_us)
        if not frames:
            raise Refused(Status.BROKEN)
        return Stills(*painter.size_px, tuple(frames), duration_s)


def _painted(painter: Painter, shown: Shown) -> Frame:
    return Frame(shown.at_us / _US, painter.paint(shown.frame))


def _spread(duration_s: float, count: int) -> list[int]:
    """Moments in the middle of `count` equal parts; a single one a second from the beginning."""
    if count == 1:
        return [min(_US, round(duration_s * _US / 2))]
    return sorted({round(duration_s * _US * (part + 0.5) / count) for part in range(count)})


def _key_frames(media: MediaFile, stream: av.VideoStream, painter: Painter, wanted_us: list[int]) -> list[Frame]:
    frames: list[Frame] = []
    last_us = -1
    enough_s = time.process_time() + _STILLS_CPU_S
    for moment_us in wanted_us:
        if time.process_time() > enough_s:
            break
        shown = key_frame_at(media, stream, moment_us, last_us)
        if shown is not None:
            last_us = shown.at_us
            painter.measure(shown.frame, stream)
            frames.append(_painted(painter, shown))
    return frames


def _every_frame(media: MediaFile, stream: av.VideoStream, painter: Painter, wanted_us: list[int]) -> list[Frame]:
    """The frame on show at each moment."""
    media.seek(stream, 0)
    frames: list[Frame] = []
    waiting = wanted_us[::-1]
    enough_s = time.process_time() + _STILLS_CPU_S
    for shown in frames_from(media, stream, 0):
        if waiting and shown.until_us > waiting[-1]:
            painter.measure(shown.frame, stream)
            frames.append(_painted(painter, shown))
        while waiting and shown.until_us > waiting[-1]:
            waiting.pop()
        if not waiting or time.process_time() > enough_s:
            break
    return frames


def _is_short(stream: av.VideoStream, duration_s: float) -> bool:
    rate = float(stream.average_rate or stream.guessed_rate or 30)
    return duration_s * rate * stream.codec_context.width * stream.codec_context.height <= _EVERY_FRAME_MAX_PX
