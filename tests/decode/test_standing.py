"""Mirrored and turned films are shown as they were seen; HDR ones are not grey."""

from __future__ import annotations

import io
import struct

import av
import pytest
from av.video.frame import VideoFrame

from console.decode import moving, tone_map
from tests.decode.films import film

_ONE = 65_536


def _with_matrix(data: bytes, a: int, b: int, c: int, d: int) -> bytes:
    """The film with another matrix in its track header (ISO 14496-12, 8.3.2): 40 bytes into a header of version 0."""
    at = data.index(b"tkhd") + 4 + 40
    return data[:at] + struct.pack(">9i", a * _ONE, b * _ONE, 0, c * _ONE, d * _ONE, 0, 0, 0, 1 << 30) + data[at + 36 :]


def _corners(data: bytes) -> tuple[tuple[int, int], str]:
    """Size, and where its bright corner is."""
    clip = moving.clip(io.BytesIO(data), 0.0, 0, 1000)
    width, height, rgb = clip.width_px, clip.height_px, clip.frames[0].rgb
    near = {"left": width // 8, "right": width - width // 8}, {"top": height // 8, "bottom": height - height // 8}
    bright = {
        f"{down} {across}": rgb[(y * width + x) * 3] for down, y in near[1].items() for across, x in near[0].items()
    }
    return (width, height), max(bright, key=lambda corner: bright[corner])


def _cornered() -> bytes:
    """A film of one picture, 96 x 64, bright in its left upper corner only."""
    out = io.BytesIO()
    with av.open(out, "w", format="mp4") as container:
        stream = container.add_stream("mpeg4", rate=25)
        stream.width, stream.height, stream.pix_fmt = 96, 64, "yuv420p"
        stream.codec_context.thread_count = 1
        frame = VideoFrame(96, 64, "yuv420p")
        luma = frame.planes[0]
        rows = [
            (bytes([220]) * 32).ljust(luma.line_size, b"\x20") if row < 24 else b"\x20" * luma.line_size
            for row in range(64)
        ]
        luma.update(b"".join(rows))
        for plane in frame.planes[1:]:
            plane.update(b"\x80" * plane.buffer_size)
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return out.getvalue()


@pytest.mark.parametrize(
    ("matrix", "size", "corner"),
    [
        ((1, 0, 0, 1), (96, 64), "top left"),
        ((-1, 0, 0, 1), (96, 64), "top right"),
        ((1, 0, 0, -1), (96, 64), "bottom left"),
        ((-1, 0, 0, -1), (96, 64), "bottom right"),
        ((0, 1, 1, 0), (64, 96), "top left"),
        ((0, 1, -1, 0), (64, 96), "top right"),
        ((0, -1, 1, 0), (64, 96), "bottom left"),
        ((0, -1, -1, 0), (64, 96), "bottom right"),
    ],
)
def test_a_film_stands_and_faces_as_its_matrix_says(
    matrix: tuple[int, int, int, int], size: tuple[int, int], corner: str
):
    assert _corners(_with_matrix(_cornered(), *matrix)) == (size, corner)


@pytest.mark.parametrize("transfer", [tone_map.PQ, tone_map.HLG])
def test_a_film_of_high_range_gets_brighter_with_its_light_and_never_grey(transfer: int):
    greys = [tone_map.shown((code / 20,) * 3, transfer, 9)[0] for code in range(21)]
    assert greys == sorted(greys)
    assert greys[0] == pytest.approx(0, abs=0.01)
    assert greys[-1] > 0.99
    red, green, blue = tone_map.shown((0.5, 0.2, 0.2), transfer, 9)
    assert red > 2 * green
    assert red > 2 * blue


def test_white_paper_of_a_pq_film_is_nearly_white():
    paper = 0.5807  # 203 cd/m2 (ITU-R BT.2408, table 1)
    assert 0.85 < tone_map.shown((paper, paper, paper), tone_map.PQ, 9)[1] < 0.97


def test_a_film_that_says_it_is_pq_is_brought_down():
    data = film(2, size=(96, 64), transfer=tone_map.PQ)
    plain, high = (moving.clip(io.BytesIO(each), 0.0, 0, 96).frames[0].rgb for each in (film(2, size=(96, 64)), data))
    level = plain[0] / 255
    assert high[0] == pytest.approx(255 * tone_map.shown((level, level, level), tone_map.PQ, 9)[0], abs=4)
