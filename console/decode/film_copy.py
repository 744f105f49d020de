"""Makes a film or sound of frames and samples of our own: VP8, Opus, nothing else in it."""

from __future__ import annotations

import io
from collections.abc import Callable
from fractions import Fraction

import av
from av.audio.frame import AudioFrame
from av.video.frame import VideoFrame
from av.video.reformatter import Colorspace, Interpolation, VideoReformatter

from console.decode import limits
from console.decode.copy_wire import COPY, PIECE, Order, Piece
from console.decode.wire import Answer, Refused, Status

_MS = Fraction(1, 1000)
_PART_BYTES = 1024 * 1024
_SOUND_BITS = 96_000
_OPUS_SAMPLES = 960
_KEY_EVERY = 90
"""Frames between two that stand by themselves: a player finds any moment within some three seconds."""
_INTRA = 1  # AV_PICTURE_TYPE_I
_QUICK = {"deadline": "realtime", "cpu-used": "5", "lag-in-frames": "0", "auto-alt-ref": "0"}
"""VP8 by libvpx, Opus by libopus (both BSD, free of royalties, in the package): a 1080p frame takes 15 ms, where VP9
takes 25 to 31 for a third fewer bytes. MPEG-4 part 2 would take 6, and no browser plays it; browsers, VLC, Windows'
player and telephones play this."""

Receive = Callable[[int], bytearray]
"""So many bytes exactly; fewer at the end of what there is."""


def make(receive: Receive, order: Order) -> Answer:
    """Take pieces until an END, answer with the whole file: WebM with pictures, Ogg without.

    Raises:
        Refused: the file would be larger than limits.COPY_MAX_BYTES.
        EOFError: the pieces ended without an END.
    """
    copy = _Copy(order)
    while True:
        head = receive(PIECE.size)
        if len(head) < PIECE.size:
            raise EOFError
        what, _, moments, at_us = PIECE.unpack(head)
        if what == Piece.END:
            break
        if what == Piece.SOUND:
            copy.add_sound(receive(moments * limits.SAMPLE_BYTES))
        else:
            copy.add_frame(receive(order.width_px * order.height_px * 3), at_us // 1000, what == Piece.KEY_FRAME)
    body = copy.finish()
    return Answer(COPY.pack(len(body), 0), [body[at : at + _PART_BYTES] for at in range(0, len(body), _PART_BYTES)])


class _Copy:
    def __init__(self, order: Order) -> None:
        self._file = io.BytesIO()
        self._order = order
        box = "webm" if order.width_px else "ogg"
        self._container = av.open(self._file, "w", format=box, options={"fflags": "+bitexact"})
        self._scaler = VideoReformatter()
        if order.width_px:
            self._pictures = self._container.add_stream("libvpx", rate=Fraction(order.rate_hz).limit_denominator(1000))
            context = self._pictures.codec_context
            context.options = _QUICK
            context.width, context.height, context.pix_fmt = order.width_px, order.height_px, "yuv420p"
            context.bit_rate, context.gop_size, context.thread_count = order.bits_a_second, _KEY_EVERY, 1
            context.time_base = _MS
        if order.has_sound:
            self._sound = self._container.add_stream("libopus", rate=limits.SOUND_RATE_HZ, layout="stereo")
            self._sound.codec_context.bit_rate = _SOUND_BITS
            self._sound.codec_context.thread_count = 1
        self._samples, self._at_sample = bytearray(), 0

    def add_frame(self, rgb: bytearray, at_ms: int, key: bool) -> None:
        """One picture; a key stands by itself."""
        raw = VideoFrame(self._order.width_px, self._order.height_px, "rgb24")
        _fill(raw, rgb)
        frame = self._scaler.reformat(
            raw, format="yuv420p", dst_colorspace=Colorspace.ITU601, interpolation=Interpolation.BILINEAR, threads=1
        )
        frame.pts, frame.time_base = at_ms, _MS
        frame.pict_type = _INTRA if key else 0
        self._container.mux(self._pictures.encode(frame))
        self._watch()

    def add_sound(self, samples: bytearray) -> None:
        """Samples right behind the last ones."""
        self._samples += samples
        each = _OPUS_SAMPLES * limits.SAMPLE_BYTES
        while len(self._samples) >= each:
            self._encode_sound(bytes(self._samples[:each]))
            del self._samples[:each]
        self._watch()

    def finish(self) -> bytes:
        """The file."""
        if self._samples:
            self._encode_sound(bytes(self._samples).ljust(_OPUS_SAMPLES * limits.SAMPLE_BYTES, b"\0"))
        if self._order.width_px:
            self._container.mux(self._pictures.encode(None))
        if self._order.has_sound:
            self._container.mux(self._sound.encode(None))
        self._container.close()
        self._watch()
        return self._file.getvalue()

    def _encode_sound(self, samples: bytes) -> None:
        frame = AudioFrame(format="s16", layout="stereo", samples=_OPUS_SAMPLES)
        frame.planes[0].update(samples)
        frame.sample_rate, frame.pts, frame.time_base = (
            limits.SOUND_RATE_HZ, self._at_sample, Fraction(1, limits.SOUND_RATE_HZ)
        )  # fmt: skip
        self._at_sample += _OPUS_SAMPLES
        self._container.mux(self._sound.encode(frame))

    def _watch(self) -> None:
        if self._file.tell() > limits.COPY_MAX_BYTES:
            raise Refused(Status.COPY_TOO_LARGE)


def _fill(frame: VideoFrame, rgb: bytearray) -> None:
    """Rows without padding into rows that may have some."""
    plane, row = frame.planes[0], frame.width * 3
    if plane.line_size == row:
        plane.update(bytes(rgb))
        return
    padding = bytes(plane.line_size - row)
    plane.update(b"".join(rgb[at : at + row] + padding for at in range(0, len(rgb), row)))
