"""The QR code of an officer's link: module by module as an independent encoder draws it."""

from __future__ import annotations

import hashlib

import pytest

from console.domain.errors import Bug
from console.server.qr_code import qr_grid, qr_svg

SMALL = """
#######..#..#.#######
#.....#..#....#.....#
#.###.#.#..#..#.###.#
#.###.#.##..#.#.###.#
#.###.#.##..#.#.###.#
#.....#.#.#.#.#.....#
#######.#.#.#.#######
........#.##.........
#.#####..###..#####..
.#.....##......######
.####.#.#.#.##....##.
.#.###.#...#....###..
#.##..######..#.##..#
........###..######.#
#######...###.##..##.
#.....#.####.#..###.#
#.###.#.#.##..#.##.##
#.###.#.#.#..#.##.#..
#.###.#.###.##.#..#..
#.....#..#..##.##.#..
#######.#.#..#####.#.
""".strip()


def drawn(text: str) -> str:
    return "\n".join("".join("#" if dark else "." for dark in row) for row in qr_grid(text))


def test_a_short_address_is_drawn_as_elsewhere() -> None:
    assert drawn("http://a.ex/o/") == SMALL


def test_a_long_one_with_several_blocks_and_its_version_told_too() -> None:
    found = hashlib.sha256(drawn("https://sigap.example/o/" + "k" * 98).encode()).hexdigest()
    assert found == "8bc75230fa01c74cd160571c27edf64b9d8cbf1af5fe703f58e7ada166b913e0"


def test_it_grows_with_the_text_up_to_version_nine() -> None:
    assert [len(qr_grid("k" * n)) for n in (14, 15, 26, 42, 62, 84, 106, 122, 152, 180)] == [
        21, 25, 25, 29, 33, 37, 41, 45, 49, 53,
    ]  # fmt: skip
    with pytest.raises(Bug, match="181 bytes"):
        qr_grid("k" * 181)


def test_the_picture_is_dark_on_white_with_a_quiet_zone() -> None:
    svg = qr_svg("http://a.ex/o/")
    assert 'viewBox="0 0 29 29"' in svg
    assert 'd="M4 4h1v1h-1z' in svg
