"""The frames of a film in order, from any moment on, decoded one by one inside the jail."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import dataclass

import av
from av.error import FFmpegError
from av.packet import Packet
from av.stream import Stream
from av.video.frame import VideoFrame

from console.decode.media_file import Breakage, MediaFile

_US = 1_000_000
_WHOLE_BEFORE_US = 500_000
"""So long before a moment every frame is decoded; further back those nothing depends on are left out."""
_EARLIER_US = (0, 2 * _US, 20 * _US)
"""Some files index by decoding order: when the frame found is too late, look from further back."""


_SWEPT_EVERY = 8
"""A frame asked for its side data holds itself (PyAV): left to Python, hundreds would be kept, 3 MB each at 1080p."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A decoded frame and when it is on show: microseconds after the film's first moment."""

    at_us: int
    until_us: int
    frame: VideoFrame


@dataclass(slots=True)
class Aim:
    """What is gone towards; whoever goes on from where it stands sets it further on."""

    at_us: int


def frames_from(media: MediaFile, stream: av.VideoStream, from_us: int, aim: Aim | None = None) -> Iterator[Shown]:
    """Frames in order of time, beginning at or before `from_us` wherever the film has one there.

    Frames well before `from_us`, or before `aim` while that lies further on, may be missing. Damaged packets are
    passed over.

    Raises:
        Refused: nothing but damage.
        MemoryError: the process reached its limit.
    """
    for earlier_us in (*_EARLIER_US, from_us):
        if from_us > 0:
            media.seek(stream, from_us - earlier_us)
        found = _decoded(media, stream, aim or Aim(from_us))
        first = next(found, None)
        at_start = earlier_us >= from_us
        if first is not None and (first.at_us <= from_us or at_start):
            yield first
            yield from found
        elif not at_start:
            continue
        return


def key_frame_at(media: MediaFile, stream: av.VideoStream, moment_us: int, not_before_us: int) -> Shown | None:
    """The frame at or before a moment that is decoded by itself; None if it is not after `not_before_us`, or damaged.

    Raises:
        MemoryError: the process reached its limit.
    """
    media.seek(stream, moment_us)
    key = next((packet for packet in media.packets(stream) if packet.is_keyframe and packet.size), None)
    if key is None or key.pts is None:
        return None
    base_us = _base_us(stream)
    at_us = max(0, round(key.pts * base_us) - media.origin_us)
    if at_us <= not_before_us:
        return None
    try:
        found = stream.codec_context.decode(key) or stream.codec_context.decode(None)
    except FFmpegError as failed:
        if isinstance(failed, MemoryError):
            raise
        return None
    return Shown(at_us, at_us + round((key.duration or 0) * base_us), found[0]) if found else None


def key_frame_before(media: MediaFile, stream: av.VideoStream, moment_us: int) -> int:
    """When the last key frame at or before a moment is on show, by the file's own list; 0 where it has none."""
    base_us = _base_us(stream)
    entries = stream.index_entries
    found = entries.search_timestamp(int((media.origin_us + moment_us) / base_us)) if base_us else -1
    return max(0, round(entries[found].timestamp * base_us) - media.origin_us) if found >= 0 else 0


def _decoded(media: MediaFile, stream: av.VideoStream, aim: Aim) -> Iterator[Shown]:
    """Every frame from where the file stands; well before `aim` only those others depend on."""
    context = stream.codec_context
    breakage = Breakage()
    origin_us, base_us = media.origin_us, _base_us(stream)
    usual_us = round(_US / float(stream.average_rate or stream.guessed_rate or 25))
    last_us, given = -1, 0
    for packet in _packets_and_end(media, stream):
        if packet is not None and packet.pts is not None:
            end_us = (packet.pts + (packet.duration or 0)) * base_us - origin_us
            context.skip_frame = "NONREF" if end_us < aim.at_us - _WHOLE_BEFORE_US else "DEFAULT"
        try:
            frames = context.decode(packet)
        except EOFError:
            return
        except FFmpegError as failed:
            breakage.note(failed)
            continue
        for frame in frames:
            length_us = round(frame.duration * base_us) or usual_us
            at_us = last_us + length_us if frame.pts is None else round(frame.pts * base_us) - origin_us
            if at_us <= last_us or at_us < 0:  # before the film begins, or a clock that runs backwards
                continue
            last_us = at_us
            given += 1
            if given % _SWEPT_EVERY == 0:
                gc.collect()
            yield Shown(at_us, at_us + length_us, frame)


def _packets_and_end(media: MediaFile, stream: av.VideoStream) -> Iterator[Packet[Stream] | None]:
    """Packets, then None: what the decoder still holds back."""
    yield from (packet for packet in media.packets(stream) if packet.size)
    yield None


def _base_us(stream: av.VideoStream) -> float:
    """Microseconds of one tick of the stream's clock."""
    return float((stream.time_base or 0) * _US)
