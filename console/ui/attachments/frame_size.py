"""How large frames are asked for, and how many at once, as the machine keeps up."""

from __future__ import annotations

from console.desk.clips import MOST_EDGE_PX
from console.desk.spans import Span

EDGES_PX = (240, 320, 480, 640, 960, MOST_EDGE_PX)
_SPAN_BYTES = 48 * 1024 * 1024
"""About so much comes over at once."""
_LONGEST_MS, _SHORTEST_MS, _FIRST_MS = 2_000, 300, 800
_PER_SECOND = 30.0
"""Frames a second, until a span has told."""


class FrameSize:
    """`full_px` is the sharpest to be had of the file, `edge_px` what is asked for while it plays."""

    def __init__(self) -> None:
        self.full_px = MOST_EDGE_PX
        self._view_px = MOST_EDGE_PX
        self._per_second = _PER_SECOND
        self._thrift = 0
        self._quick = 0
        self._known = False

    def begin(self, source_edge_px: int) -> None:
        """Another file, whose frames have this longer edge."""
        self.full_px = min(MOST_EDGE_PX, source_edge_px or MOST_EDGE_PX)
        self._per_second, self._thrift, self._quick, self._known = _PER_SECOND, 0, 0, False

    def show_at(self, view_px: int) -> None:
        """The longer edge of the place it is shown in, in pixels of the screen."""
        self._view_px = view_px

    @property
    def edge_px(self) -> int:
        """The longer edge to ask for: enough for the view, less when the machine does not keep up."""
        enough = next((at for at, edge in enumerate(EDGES_PX) if edge >= self._view_px), len(EDGES_PX) - 1)
        return min(self.full_px, EDGES_PX[max(0, enough - self._thrift)])

    @property
    def span_ms(self) -> int:
        """How much to ask for at once."""
        frame_bytes = self.edge_px * self.edge_px * 9 // 16 * 3
        fits_ms = round(1000 * _SPAN_BYTES / frame_bytes / self._per_second)
        return max(_SHORTEST_MS, min(fits_ms, _LONGEST_MS if self._known else _FIRST_MS))

    def learn(self, span: Span, took_s: float, rate: float) -> None:
        """A span came after so many seconds; `rate` at which it is played."""
        length_s = (span.until_ms - span.from_ms) / 1000
        if length_s < _SHORTEST_MS / 1000 or not span.frames:
            return
        self._known = True
        self._per_second = max(5.0, len(span.frames) / length_s)
        spare = length_s / max(0.05, rate) / max(0.001, took_s)
        self._quick = self._quick + 1 if spare > 3 else 0
        if spare < 1.1:
            self._thrift = min(3, self._thrift + 1)
        elif self._quick >= 4 and self._thrift:
            self._thrift, self._quick = self._thrift - 1, 0
