"""One decoded frame to upright RGB888: pixel shape, size, turn, dynamic range."""

from __future__ import annotations

from fractions import Fraction

import av
from av.filter import Graph
from av.video.format import VideoFormat
from av.video.frame import VideoFrame
from av.video.reformatter import Colorspace, Interpolation, VideoReformatter

from console.decode import limits, tone_map
from console.decode.standing import Standing, standing_of
from console.decode.wire import Refused, Status

_COLOURS_UNTOLD = 2  # AVCOL_SPC_UNSPECIFIED
_HD_HEIGHT_PX = 720
_UPSIDE_DOWN = Standing(mirrored=True, upside_down=True)


def upright_size(frame: VideoFrame, stream: av.VideoStream) -> tuple[int, int]:
    """Width and height in pixels as it is to be seen: square pixels, upright."""
    width, height = frame.width, frame.height
    shape = stream.sample_aspect_ratio or stream.codec_context.sample_aspect_ratio or Fraction(1)
    if Fraction(1, 4) <= shape <= 4 and shape > 1:
        width = round(width * shape)
    elif Fraction(1, 4) <= shape < 1:
        height = round(height / shape)
    return (height, width) if standing_of(frame).swapped else (width, height)


def fitted(size: tuple[int, int], max_edge_px: int) -> tuple[int, int]:
    """`size` scaled down so that its longer edge is at most `max_edge_px`; never enlarged."""
    width, height = size
    longest = max(width, height)
    if longest <= max_edge_px:
        return size
    return max(1, width * max_edge_px // longest), max(1, height * max_edge_px // longest)


class Painter:
    """Makes frames of one upright size; keeps the scaler's tables and the turning graph between frames."""

    def __init__(self, max_edge_px: int) -> None:
        self._max_edge_px = max_edge_px
        self._scaler = VideoReformatter()
        self._turner: Graph | None = None
        self._turns = Standing()
        self.size_px = (0, 0)

    def measure(self, frame: VideoFrame, stream: av.VideoStream) -> tuple[int, int]:
        """Settle the size by the first frame; later ones are scaled to it."""
        if self.size_px == (0, 0):
            self.size_px = fitted(upright_size(frame, stream), self._max_edge_px)
        return self.size_px

    def paint(self, frame: VideoFrame) -> bytes:
        """Height x width x 3 bytes, upright, rows without padding.

        Raises:
            Refused: the frame is larger than its file told.
        """
        if frame.width * frame.height > limits.FILM_MAX_PX:
            raise Refused(Status.TOO_MANY_PIXELS)
        width, height = self.size_px
        rgb = self._upright(frame)
        if tone_map.is_high_range(frame.color_trc):
            return tone_map.mapped(rgb, (width, height), frame.color_trc, frame.color_primaries)
        return rgb

    def _upright(self, frame: VideoFrame) -> bytes:
        standing, (width, height) = standing_of(frame), self.size_px
        if standing == _UPSIDE_DOWN:
            return _rows(self._scaled(frame, width, height, "bgr24"))[::-1]  # pixels and their bytes backwards
        if standing.swapped:
            width, height = height, width
        scaled = self._scaled(frame, width, height, "rgb24")
        return _rows(scaled if standing == Standing() else self._turned(scaled, standing))

    def _scaled(self, frame: VideoFrame, width: int, height: int, pixels: str) -> VideoFrame:
        """Untold colours are BT.2020 in a film of high range, by custom BT.709 in one of 720 lines or more."""
        colours = None
        if frame.colorspace == _COLOURS_UNTOLD and tone_map.is_high_range(frame.color_trc):
            colours = Colorspace.BT2020
        elif frame.colorspace == _COLOURS_UNTOLD and frame.height >= _HD_HEIGHT_PX:
            colours = Colorspace.ITU709
        return self._scaler.reformat(
            frame, width, height, pixels, interpolation=Interpolation.BILINEAR, threads=1, src_colorspace=colours
        )

    def _turned(self, frame: VideoFrame, standing: Standing) -> VideoFrame:
        if self._turner is None or self._turns != standing:
            self._turns, self._turner = standing, Graph()
            self._turner.threads = 1
            last = self._turner.add_buffer(
                width=frame.width, height=frame.height, format=VideoFormat("rgb24"), time_base=Fraction(1, 1000)
            )
            for name, arguments in (*standing.filters, ("buffersink", "")):
                following = self._turner.add(name, arguments or None)
                last.link_to(following)
                last = following
            self._turner.configure()
        self._turner.vpush(frame)
        return self._turner.vpull()


def _rows(frame: VideoFrame) -> bytes:
    """The bytes of a packed RGB frame without what pads its rows."""
    plane = frame.planes[0]
    row, line = frame.width * 3, plane.line_size
    if row == line:
        return bytes(plane)
    rows = memoryview(plane)
    return b"".join(rows[at : at + row] for at in range(0, frame.height * line, line))
