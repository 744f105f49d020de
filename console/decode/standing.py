"""How a film's frame is to be turned and mirrored so that it stands as it was seen."""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass

from av.sidedata.sidedata import SideData
from av.video.frame import VideoFrame

_MATRIX = struct.Struct("=9i")
_TURNED = {
    (False, False): "cclock_flip", (True, False): "clock", (False, True): "cclock", (True, True): "clock_flip",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standing:
    """First rows and columns change places, if they do, then left and right, then top and bottom."""

    swapped: bool = False
    mirrored: bool = False
    upside_down: bool = False

    @property
    def filters(self) -> tuple[tuple[str, str], ...]:
        """FFmpeg's filters that do it, with their arguments."""
        if self.swapped:
            return (("transpose", _TURNED[self.mirrored, self.upside_down]),)
        return (("hflip", ""),) * self.mirrored + (("vflip", ""),) * self.upside_down


def standing_of(frame: VideoFrame) -> Standing:
    """By the track's matrix (ISO 14496-12, 6.2.2): a point (x, y) is shown at (a x + c y, b x + d y).

    What is no quarter turn goes to the nearest one; a matrix of nothing turns nothing.
    """
    told = frame.side_data.get("DISPLAYMATRIX")
    if not isinstance(told, SideData) or told.buffer_size < _MATRIX.size:
        return Standing()
    a, b, _, c, d, _, _, _, _ = _MATRIX.unpack(bytes(told)[: _MATRIX.size])
    if math.hypot(b, c) > math.hypot(a, d):
        return Standing(swapped=True, mirrored=c < 0, upside_down=b < 0)
    return Standing(mirrored=a < 0, upside_down=d < 0)
