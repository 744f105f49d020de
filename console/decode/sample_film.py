"""A film of a quarter of a second, made in memory, to warm the decoders with."""

from __future__ import annotations

import io
import struct
from fractions import Fraction
from typing import BinaryIO

import av
from av.audio.frame import AudioFrame
from av.video.frame import VideoFrame

_RATE_HZ = 8_000
_FRAMES = 6


def made(width_px: int = 64, height_px: int = 48, turned_degrees: int = 90) -> BinaryIO:
    """A QuickTime film (MPEG-4 part 2 and plain samples, no encoder library): greys ever lighter, and a rattle."""
    film = io.BytesIO()
    with av.open(film, "w", format="mov") as container:
        pictures = container.add_stream("mpeg4", rate=25)
        pictures.width, pictures.height, pictures.pix_fmt = width_px, height_px, "yuv420p"
        pictures.codec_context.thread_count = 1
        pictures.set_display_rotation(turned_degrees)
        sound = container.add_stream("pcm_s16le", rate=_RATE_HZ, layout="mono")
        for number in range(_FRAMES):
            container.mux(pictures.encode(_grey(width_px, height_px, number)))
        container.mux(pictures.encode(None))
        container.mux(sound.encode(_rattle(_RATE_HZ // 4)))
        container.mux(sound.encode(None))
    film.seek(0)
    return film


def _grey(width_px: int, height_px: int, number: int) -> VideoFrame:
    frame = VideoFrame(width_px, height_px, "yuv420p")
    for plane, value in zip(frame.planes, (40 + 30 * number, 128, 128), strict=True):
        plane.update(bytes([value]) * plane.buffer_size)
    frame.pts, frame.time_base = number, Fraction(1, 25)
    return frame


def _rattle(samples: int) -> AudioFrame:
    frame = AudioFrame(format="s16", layout="mono", samples=samples)
    values = struct.pack(f"<{samples}h", *(16_384 if at // 8 % 2 else -16_384 for at in range(samples)))
    frame.planes[0].update(values.ljust(frame.planes[0].buffer_size, b"\0"))
    frame.sample_rate, frame.pts, frame.time_base = _RATE_HZ, 0, Fraction(1, _RATE_HZ)
    return frame
