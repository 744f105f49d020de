"""Spans of films and sounds on the wire: packed by the worker, checked by the desk."""

from __future__ import annotations

import itertools
import math
import struct
from collections.abc import Sequence

from console.decode import limits
from console.decode.answers_facts import is_duration
from console.decode.clip import Clip, Frame, Stills
from console.decode.sound import Peaks, Sound
from console.decode.wire import Answer, Op, WireError

CLIP = struct.Struct("<IIIIIddI")
"""Width, height, frames, moments of sound, ended, sound from s, duration s, on the way; then times, frames, sound."""
STILLS = struct.Struct("<IIIId")  # width, height, frames, 0, duration s; parts: times, each frame
SOUND = struct.Struct("<IIdd")  # moments, ended, from s, duration s; one part: samples
PEAKS = struct.Struct("<IId")  # slices, 0, duration s; one part: levels

_SLACK_S = 1.0
"""How far a span may begin or end beside what was asked: packets and frames have edges of their own."""

_Frames = Sequence[tuple[float, bytes]]


def pack_clip(
    width_px: int, height_px: int, frames: _Frames, *,
    sound: bytes = b"", sound_from_s: float = 0.0, duration_s: float = 0.0, ended: bool = False,
    on_the_way: bool = False,
) -> Answer:  # fmt: skip
    """Frames (at s, RGB888) in order of time, all of one size, and sound as s16le, 48 kHz, two ears."""
    moments = len(sound) // limits.SAMPLE_BYTES
    header = CLIP.pack(width_px, height_px, len(frames), moments, ended, sound_from_s, duration_s, on_the_way)
    return Answer(header, (_pack_times(frames), *(rgb for _, rgb in frames), sound))


def pack_stills(width_px: int, height_px: int, frames: _Frames, duration_s: float) -> Answer:
    """Frames (at s, RGB888) in order of time, all of one size."""
    header = STILLS.pack(width_px, height_px, len(frames), 0, duration_s)
    return Answer(header, (_pack_times(frames), *(rgb for _, rgb in frames)))


def pack_sound(samples: bytes, *, from_s: float, duration_s: float, ended: bool) -> Answer:
    """Samples as s16le, 48 kHz, two ears (4 bytes a moment)."""
    return Answer(SOUND.pack(len(samples) // limits.SAMPLE_BYTES, ended, from_s, duration_s), (samples,))


def pack_peaks(levels: bytes, duration_s: float) -> Answer:
    """One byte for each of equal slices of the whole sound."""
    return Answer(PEAKS.pack(len(levels), 0, duration_s), (levels,))


class ClipReader:
    """Reads the answer to CLIP."""

    op = Op.CLIP
    header_bytes = CLIP.size

    def __init__(self, from_s: float, seconds: float, max_edge_px: int) -> None:
        self._until_s, self._seconds, self._max_edge_px = from_s + seconds, seconds, max_edge_px
        self._size_px, self._ended, self._sound_from_s, self._duration_s = (0, 0), False, 0.0, 0.0
        self._on_the_way = False

    def expect(self, header: bytes) -> Sequence[int]:
        """Check the header; parts are the times, every frame, the sound."""
        width, height, frames, moments, ended, sound_from_s, duration_s, on_the_way = CLIP.unpack(header)
        frame_bytes = _frame_bytes(width, height, frames, self._max_edge_px)
        if frames > limits.CLIP_FRAMES_MAX or frames * frame_bytes > limits.CLIP_MAX_BYTES:
            raise WireError("frames")
        if moments > (self._seconds + _SLACK_S) * limits.SOUND_RATE_HZ or not is_duration(sound_from_s):
            raise WireError("sound")
        if ended > 1 or not is_duration(duration_s):
            raise WireError("clip")
        if on_the_way > 1 or (on_the_way and (frames != 1 or moments or ended)):
            raise WireError("on the way")
        self._on_the_way = bool(on_the_way)
        self._size_px, self._ended = (width, height), bool(ended)
        self._sound_from_s, self._duration_s = sound_from_s, duration_s
        return (frames * 8, *([frame_bytes] * frames), moments * limits.SAMPLE_BYTES)

    def result(self, parts: Sequence[bytes]) -> Clip:
        """The span."""
        frames = _frames(parts[0], parts[1:-1])
        if frames and frames[-1].at_s > self._until_s + _SLACK_S:
            raise WireError("frame beyond the span")
        return Clip(
            *self._size_px, frames, parts[-1], self._sound_from_s, self._duration_s, self._ended, self._on_the_way
        )


class StillsReader:
    """Reads the answer to STILLS."""

    op = Op.STILLS
    header_bytes = STILLS.size

    def __init__(self, count: int, max_edge_px: int) -> None:
        self._count, self._max_edge_px = count, max_edge_px
        self._size_px, self._duration_s = (0, 0), 0.0

    def expect(self, header: bytes) -> Sequence[int]:
        """Check the header; parts are the times and every frame."""
        width, height, frames, nothing, duration_s = STILLS.unpack(header)
        frame_bytes = _frame_bytes(width, height, frames, self._max_edge_px)
        if frames > self._count or nothing or not is_duration(duration_s):
            raise WireError("stills")
        self._size_px, self._duration_s = (width, height), duration_s
        return (frames * 8, *([frame_bytes] * frames))

    def result(self, parts: Sequence[bytes]) -> Stills:
        """The frames."""
        return Stills(*self._size_px, _frames(parts[0], parts[1:]), self._duration_s)


class SoundReader:
    """Reads the answer to SOUND."""

    op = Op.SOUND
    header_bytes = SOUND.size

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._from_s, self._duration_s, self._ended = 0.0, 0.0, False

    def expect(self, header: bytes) -> Sequence[int]:
        """Check the header; the one part is the samples."""
        moments, ended, from_s, duration_s = SOUND.unpack(header)
        if moments > (self._seconds + _SLACK_S) * limits.SOUND_RATE_HZ or ended > 1:
            raise WireError("sound")
        if not is_duration(from_s) or not is_duration(duration_s):
            raise WireError("duration")
        self._from_s, self._duration_s, self._ended = from_s, duration_s, bool(ended)
        return (moments * limits.SAMPLE_BYTES,)

    def result(self, parts: Sequence[bytes]) -> Sound:
        """The span."""
        return Sound(self._from_s, parts[0], self._duration_s, self._ended)


class PeaksReader:
    """Reads the answer to PEAKS."""

    op = Op.PEAKS
    header_bytes = PEAKS.size

    def __init__(self, count: int) -> None:
        self._count, self._duration_s = count, 0.0

    def expect(self, header: bytes) -> Sequence[int]:
        """Check the header; the one part is a byte a slice."""
        slices, nothing, duration_s = PEAKS.unpack(header)
        if not 1 <= slices <= self._count or nothing or not is_duration(duration_s):
            raise WireError("peaks")
        self._duration_s = duration_s
        return (slices,)

    def result(self, parts: Sequence[bytes]) -> Peaks:
        """The levels."""
        return Peaks(parts[0], self._duration_s)


def _pack_times(frames: _Frames) -> bytes:
    return struct.pack(f"<{len(frames)}d", *(at_s for at_s, _ in frames))


def _frame_bytes(width_px: int, height_px: int, frames: int, max_edge_px: int) -> int:
    """Bytes of one frame; without frames there is no size either."""
    least = 1 if frames else 0
    most = max_edge_px if frames else 0
    if not (least <= width_px <= most and least <= height_px <= most):
        raise WireError("frame size")
    return width_px * height_px * 3


def _frames(times: bytes, pixels: Sequence[bytes]) -> tuple[Frame, ...]:
    at = struct.unpack(f"<{len(pixels)}d", times)
    if any(not math.isfinite(at_s) or not 0 <= at_s <= limits.DURATION_MAX_S for at_s in at):
        raise WireError("frame time")
    if any(later < earlier for earlier, later in itertools.pairwise(at)):
        raise WireError("frames out of order")
    return tuple(Frame(at_s, rgb) for at_s, rgb in zip(at, pixels, strict=True))
