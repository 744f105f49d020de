"""Sound of a file as samples, and its loudness over time; decoded inside the jail."""

from __future__ import annotations

import time
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import BinaryIO

import av
from av.audio.frame import AudioFrame

from console.decode import limits
from console.decode.media_file import MediaFile
from console.decode.sound import Peaks, Sound
from console.decode.sound_frames import PEAK, Converter, decoded
from console.decode.wire import Refused, Status

_US = 1_000_000
_LEAD_US = 400_000
"""Decoded before a span and thrown away: an MP3 frame may lean on those before it (ISO 11172-3, 2.4.2.7)."""
_SAME_SAMPLES = 480
"""Times of packets are rounded: so near to where the last one ended means right after it."""
_PEAKS_CPU_S = 5.0
"""Some 45 minutes of MP3 or AAC: what is longer is drawn as far as that."""
_SLICE_MIN, _SLICE_MAX = 32, 96_000


def cut(source: BinaryIO, from_s: float, seconds: float) -> Sound:
    """The sound from `from_s` on, at most `seconds` of it: s16le, 48 kHz, left and right.

    Raises:
        Refused: no sound, an unknown codec, broken.
        MemoryError: the process reached its limit.
    """
    with MediaFile(source) as media:
        first, last = _sample(from_s * _US), _sample((from_s + seconds) * _US)
        samples, ended = _span(media, first, last)
        return Sound(from_s, samples, media.duration_s or 0.0, ended)


def accompany(source: BinaryIO, from_us: int, until_us: int) -> bytes:
    """The sound of a film's span, exactly as long as it; silence where there is none or it is damaged.

    Raises:
        MemoryError: the process reached its limit.
    """
    first, last = _sample(from_us), _sample(until_us)
    try:
        with MediaFile(source) as media:
            samples, _ = _span(media, first, last)
    except Refused:
        samples = b""
    return samples.ljust((last - first) * limits.SAMPLE_BYTES, b"\0")


def peaks(source: BinaryIO, count: int) -> Peaks:
    """The loudest sample of either ear in each of at most `count` equal slices of the whole sound.

    The length is the decoded one; a file too long to go through in time keeps silence at its end.

    Raises:
        Refused: no sound, an unknown codec, broken.
        MemoryError: the process reached its limit.
    """
    with MediaFile(source) as media:
        stream = media.need_sound()
        rate = stream.codec_context.sample_rate
        told = round((media.duration_s or 0.0) * rate)
        each = min(max(told // count, _SLICE_MIN), _SLICE_MAX)
        levels, samples = bytearray(), 0
        enough_s = time.process_time() + _PEAKS_CPU_S
        for frame in _converted(media, stream, Converter(slice_samples=each)):
            levels.append(_loudness(frame))
            samples += frame.samples
            if time.process_time() > enough_s:
                levels.extend(bytes(max(0, told - samples) // each))
                samples = max(told, samples)
                break
    if not levels:
        raise Refused(Status.BROKEN)
    return Peaks(_merged(bytes(levels), count), samples / rate)


def _span(media: MediaFile, first: int, last: int) -> tuple[bytes, bool]:
    """Samples `first` to before `last` of 48,000 a second, fewer where the sound ends; and whether it does."""
    stream = media.need_sound()
    if first > 0:
        media.seek(stream, first * _US // limits.SOUND_RATE_HZ - _LEAD_US)
    samples = bytearray()
    wanted, after = first, None  # the next sample wanted; the one after the last decoded
    origin = Fraction(media.origin_us, _US)
    for frame in _converted(media, stream, Converter(stereo_hz=limits.SOUND_RATE_HZ)):
        at = _position(frame, origin, after)
        after = at + frame.samples
        if at >= last:
            return bytes(samples.ljust((last - first) * limits.SAMPLE_BYTES, b"\0")), False
        if after <= wanted:
            continue
        if at > wanted:
            samples += bytes((at - wanted) * limits.SAMPLE_BYTES)
            wanted = at
        until = min(after, last)
        samples += memoryview(frame.planes[0])[(wanted - at) * limits.SAMPLE_BYTES : (until - at) * limits.SAMPLE_BYTES]
        wanted = until
        if wanted == last:
            return bytes(samples), False
    if after is None and first == 0:
        raise Refused(Status.BROKEN)
    return bytes(samples), True


def _converted(media: MediaFile, stream: av.AudioStream, converter: Converter) -> Iterator[AudioFrame]:
    for frame in decoded(media, stream):
        yield from converter.convert(frame)
    yield from converter.convert(None)


def _position(frame: AudioFrame, origin: Fraction, after: int | None) -> int:
    """Where a frame's first sample stands, at 48,000 a second from the first moment on."""
    if frame.pts is None or frame.time_base is None:
        return after or 0
    at = round((frame.pts * frame.time_base - origin) * limits.SOUND_RATE_HZ)
    return after if after is not None and abs(at - after) <= _SAME_SAMPLES else at


def _sample(microseconds: float) -> int:
    return round(microseconds * limits.SOUND_RATE_HZ / _US)


def _loudness(frame: AudioFrame) -> int:
    """0..255 of full scale, by what the graph measured in decibels (silence: minus infinity)."""
    decibels = float(frame.metadata.get(PEAK, "-inf"))
    return min(255, round(255 * 10 ** (decibels / 20))) if decibels < 60 else 0


def _merged(levels: bytes, count: int) -> bytes:
    """At most `count` of them: the loudest of each part."""
    if len(levels) <= count:
        return levels
    edges = [part * len(levels) // count for part in range(count + 1)]
    return bytes(max(levels[begin:end]) for begin, end in pairwise(edges))
