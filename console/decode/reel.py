"""Every frame of a film once through, in order, upright: for the desk to paint over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from console.decode import limits
from console.decode.copy_wire import PIECE, RATE_MAX_HZ, RATE_MIN_HZ, REEL, Piece
from console.decode.film import Shown, frames_from
from console.decode.film_frame import Painter
from console.decode.media_file import MediaFile
from console.decode.wire import Answer, Refused, Status


def unroll(source: BinaryIO) -> Answer:
    """The header at once, the frames as they are asked for: none is kept.

    Raises:
        Refused: no moving picture, an unknown codec, broken, too many pixels; before the first frame only.
        MemoryError: the process reached its limit.
    """
    media = MediaFile(source)
    stream = media.need_picture()
    frames = frames_from(media, stream, 0)
    first = next(frames, None)
    if first is None:
        raise Refused(Status.BROKEN)
    painter = Painter(limits.COPY_EDGE_MAX_PX)
    width, height = painter.measure(first.frame, stream)
    rate_hz = min(RATE_MAX_HZ, max(RATE_MIN_HZ, float(stream.average_rate or stream.guessed_rate or 30)))
    header = REEL.pack(width, height, rate_hz, media.duration_s or 0.0)
    return Answer(header, _pieces(painter, first, frames))


def _pieces(painter: Painter, first: Shown, frames: Iterator[Shown]) -> Iterator[bytes]:
    """Frames, then an END that says how it ended: what happens later than the header can be said nowhere else."""
    status = Status.DONE
    shown: Shown | None = first
    try:
        while shown is not None:
            picture = painter.paint(shown.frame)
            yield PIECE.pack(Piece.FRAME, 0, 0, shown.at_us)
            yield picture
            shown = next(frames, None)
    except Refused as refused:
        status = refused.status
    except MemoryError:
        status = Status.OUT_OF_MEMORY
    except Exception:  # as in worker.py: broken films make decoders raise nearly anything
        status = Status.BROKEN
    yield PIECE.pack(Piece.END, status, 0, 0)
