"""Reads a QR code back (ISO/IEC 18004, byte mode, level M); shares nothing with segno."""

from __future__ import annotations

from collections.abc import Sequence

_BLOCKS = {
    1: (10, ((1, 16),)), 2: (16, ((1, 28),)), 3: (26, ((1, 44),)), 4: (18, ((2, 32),)), 5: (24, ((2, 43),)),
    6: (16, ((4, 27),)), 7: (18, ((4, 31),)), 8: (22, ((2, 38), (2, 39))), 9: (22, ((3, 36), (2, 37))),
}  # fmt: skip
"""By version: codewords of correction a block, and how many blocks hold how many codewords of data (table 9)."""
_CENTRES = {1: (), 2: (6, 18), 3: (6, 22), 4: (6, 26), 5: (6, 30), 6: (6, 34), 7: (6, 22, 38), 8: (6, 24, 42),
            9: (6, 26, 46)}  # fmt: skip
_MASKS = (
    lambda r, c: (r + c) % 2 == 0,
    lambda r, c: r % 2 == 0,
    lambda r, c: c % 3 == 0,
    lambda r, c: (r + c) % 3 == 0,
    lambda r, c: (r // 2 + c // 3) % 2 == 0,
    lambda r, c: r * c % 2 + r * c % 3 == 0,
    lambda r, c: (r * c % 2 + r * c % 3) % 2 == 0,
    lambda r, c: ((r + c) % 2 + r * c % 3) % 2 == 0,
)
_FORMAT = [(8, 0), (8, 1), (8, 2), (8, 3), (8, 4), (8, 5), (8, 7), (8, 8), (7, 8), (5, 8), (4, 8), (3, 8), (2, 8),
           (1, 8), (0, 8)]  # fmt: skip


def read_qr(grid: Sequence[Sequence[bool]]) -> str:
    """The text of a code's squares (True for dark, no quiet zone); errors are not corrected, they would show."""
    size = len(grid)
    version = (size - 17) // 4
    told = int("".join("1" if grid[r][c] else "0" for r, c in _FORMAT), 2) ^ 0b101010000010010
    assert told >> 13 == 0b00, "not of correction level M"
    mask = _MASKS[told >> 10 & 0b111]
    taken = _patterns(version, size)
    bits = "".join(
        "1" if grid[r][c] != mask(r, c) else "0" for r, c in _path(size) if (r, c) not in taken
    )
    words = _data([int(bits[at : at + 8], 2) for at in range(0, len(bits) - 7, 8)], version)
    stream = "".join(f"{word:08b}" for word in words)
    assert stream[:4] == "0100", "not in byte mode"
    length = int(stream[4:12], 2)
    return bytes(int(stream[12 + 8 * at : 20 + 8 * at], 2) for at in range(length)).decode()


def _data(words: list[int], version: int) -> list[int]:
    """The data of each block, one block after the other, out of the interleaved words."""
    sizes = [size for count, size in _BLOCKS[version][1] for _ in range(count)]
    blocks: list[list[int]] = [[] for _ in sizes]
    place = 0
    for at in range(max(sizes)):
        for block, size in zip(blocks, sizes, strict=True):
            if at < size:
                block.append(words[place])
                place += 1
    return [word for block in blocks for word in block]


def _path(size: int) -> list[tuple[int, int]]:
    """The squares in the order in which bits stand, two columns at a time, up and down from the right."""
    found, upward, right = [], True, size - 1
    while right > 0:
        right -= right == 6
        rows = range(size - 1, -1, -1) if upward else range(size)
        found += [(row, column) for row in rows for column in (right, right - 1)]
        upward, right = not upward, right - 2
    return found


def _patterns(version: int, size: int) -> set[tuple[int, int]]:
    """The squares that hold no data: finders, timing, alignment, format and version."""
    taken = {(r, c) for r in range(9) for c in range(9)}
    taken |= {(r, c) for r in range(9) for c in range(size - 8, size)}
    taken |= {(c, r) for r in range(9) for c in range(size - 8, size)}
    taken |= {(6, at) for at in range(size)} | {(at, 6) for at in range(size)}
    centres = _CENTRES[version]
    corners = {(6, 6), (6, centres[-1]), (centres[-1], 6)} if centres else set()
    for row in centres:
        for column in centres:
            if (row, column) not in corners:
                taken |= {(row + dr, column + dc) for dr in range(-2, 3) for dc in range(-2, 3)}
    if version >= 7:
        taken |= {(r, c) for r in range(6) for c in range(size - 11, size - 8)}
        taken |= {(c, r) for r in range(6) for c in range(size - 11, size - 8)}
    return taken
