"""Small films and sounds by FFmpeg's own encoders; each frame tells its number."""

from __future__ import annotations

import io
from array import array
from fractions import Fraction

import av
from av.audio.frame import AudioFrame
from av.video.frame import VideoFrame

RATE_HZ = 48_000
_DARKEST, _STEP = 30, 3


def film(
    frames: int = 50, *, codec: str = "libx264", box: str = "mp4", sound: str = "", size: tuple[int, int] = (96, 64),
    rate: int = 25, gop: int = 12, turned: int = 0, told: dict[str, str] | None = None, split: bool = False,
    transfer: int = 0,
) -> bytes:  # fmt: skip
    """Frame `n` is grey, `n` steps lighter than the first (`split`: its left half black); sound as in `ramp`.

    `transfer`: how its brightness is coded, as ITU-T H.273 numbers it.
    """
    out = io.BytesIO()
    settings = {"movflags": "use_metadata_tags"} if box == "mov" else {}
    with av.open(out, "w", format=box, container_options=settings) as container:
        container.metadata.update(told or {})
        pictures = container.add_stream(codec, rate=rate, options=_quick(codec))
        pictures.width, pictures.height = size
        pictures.pix_fmt = "yuvj420p" if codec == "mjpeg" else "yuv420p"
        pictures.bit_rate = 4_000_000
        pictures.codec_context.gop_size = gop
        pictures.codec_context.thread_count = 1
        if transfer:
            pictures.codec_context.color_trc = transfer
        if turned:
            pictures.set_display_rotation(turned)
        track = container.add_stream(sound, rate=RATE_HZ, layout="stereo") if sound else None
        for number in range(frames):
            container.mux(pictures.encode(_picture(size, number, rate, pictures.pix_fmt, split)))
            if track is not None:
                container.mux(track.encode(ramp(number * RATE_HZ // rate, RATE_HZ // rate)))
        for stream in (pictures, track):
            if stream is not None:
                container.mux(stream.encode(None))
    return out.getvalue()


def song(
    seconds: float = 2.0, *, codec: str = "pcm_s16le", box: str = "wav", rate: int = RATE_HZ, loud_from: float = 0.0
) -> bytes:
    """A square wave of half of full scale from `loud_from` on, silence before."""
    out = io.BytesIO()
    with av.open(out, "w", format=box) as container:
        track = container.add_stream(codec, rate=rate, layout="mono")
        track.codec_context.thread_count = 1
        each = track.codec_context.frame_size or 1000
        for begin in range(0, int(seconds * rate), each):
            moments = range(begin, begin + each)
            wave = array("h", (0 if at < loud_from * rate else 16_384 if at // 20 % 2 else -16_384 for at in moments))
            container.mux(track.encode(_samples(wave, "mono", begin, rate)))
        container.mux(track.encode(None))
    return out.getvalue()


def ramp(begin: int, count: int) -> AudioFrame:
    """Both ears: the number of the millisecond since the beginning."""
    values = array("h", (at // 48 for at in range(begin, begin + count) for _ in (0, 1)))
    return _samples(values, "stereo", begin, RATE_HZ)


def number_of(rgb: bytes) -> int:
    """The number of a grey frame of `film`, by the pixel in its middle."""
    luma = rgb[len(rgb) // 6 * 3] * 219 / 255 + 16
    return round((luma - _DARKEST) / _STEP)


def _quick(codec: str) -> dict[str, str]:
    return {
        "libx264": {"preset": "ultrafast", "crf": "1", "x264-params": "bframes=2:b-adapt=0:scenecut=0"},
        "libx265": {"preset": "ultrafast", "x265-params": "log-level=none:pools=none:frame-threads=1"},
        "libvpx": {"deadline": "realtime", "cpu-used": "8"},
        "libvpx-vp9": {"deadline": "realtime", "cpu-used": "8"},
        "libsvtav1": {"preset": "13", "svtav1-params": "lp=1"},
    }.get(codec, {})


def _picture(size: tuple[int, int], number: int, rate: int, pixels: str, split: bool) -> VideoFrame:
    frame = VideoFrame(*size, pixels)
    grey = _DARKEST + _STEP * number
    if pixels.startswith("yuvj"):  # JPEG's own range: 0 is black, not 16
        grey = round((grey - 16) * 255 / 219)
    for plane, value in zip(frame.planes, (grey, 128, 128), strict=True):
        plane.update(bytes([value]) * plane.buffer_size)
    if split:
        plane = frame.planes[0]
        row = bytes([_DARKEST]) * (size[0] // 2) + bytes([220]) * (plane.line_size - size[0] // 2)
        plane.update(row * plane.height)
    frame.pts, frame.time_base = number, Fraction(1, rate)
    return frame


def _samples(values: array[int], layout: str, begin: int, rate: int) -> AudioFrame:
    frame = AudioFrame(format="s16", layout=layout, samples=len(values) // (2 if layout == "stereo" else 1))
    frame.planes[0].update(values.tobytes().ljust(frame.planes[0].buffer_size, b"\0"))
    frame.sample_rate, frame.pts, frame.time_base = rate, begin, Fraction(1, rate)
    return frame
