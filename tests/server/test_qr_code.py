"""The QR code of an officer's link, as a picture: read back to the address it was made of."""

from __future__ import annotations

import re

from console.server.qr_code import qr_svg
from tests.worlds.qr_reader import read_qr


def read_picture(svg: str) -> str:
    """Read the dark runs of the picture (M x y h n: n squares from there) as a camera would see them."""
    width, dark = re.search(r'width="(\d+)"', svg), re.search(r'stroke="#000" d="([^"]+)"', svg)
    assert width is not None
    assert dark is not None
    size = int(width[1]) // 6 - 8
    grid = [[False] * size for _ in range(size)]
    column, row = 0.0, 0.0
    for op, numbers in re.findall(r"([Mmh])([-\d. ]+)", dark[1]):
        values = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
        if op == "M":
            column, row = values[0], values[1]
        elif op == "m":
            column, row = column + values[0], row + values[1]
        else:
            for square in range(int(values[0])):
                grid[int(row) - 4][int(column) - 4 + square] = True
            column += values[0]
    return read_qr(grid)


def test_the_picture_holds_the_whole_address_however_long() -> None:
    for link in ("k", "k" * 43, "Ab3_-" * 25):
        address = f"https://sigap.example/o/{link}"
        assert read_picture(qr_svg(address)) == address


def test_it_is_dark_on_white_with_the_light_around_it_a_camera_needs() -> None:
    svg = qr_svg("http://a.ex/o/k")
    assert 'fill="#fff" d="M0 0h33v33h-33z"' in svg
    assert 'stroke="#000" d="M4 4.5h7' in svg
    assert "<script" not in svg
