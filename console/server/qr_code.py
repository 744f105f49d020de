"""A QR code (ISO/IEC 18004) of a short address: byte mode, correction M, versions 1 to 9."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from console.domain.errors import Bug

# By version: codewords of correction a block, and how many blocks hold how many codewords of data (table 9, level M).
_BLOCKS: dict[int, tuple[int, tuple[tuple[int, int], ...]]] = {
    1: (10, ((1, 16),)), 2: (16, ((1, 28),)), 3: (26, ((1, 44),)), 4: (18, ((2, 32),)), 5: (24, ((2, 43),)),
    6: (16, ((4, 27),)), 7: (18, ((4, 31),)), 8: (22, ((2, 38), (2, 39))), 9: (22, ((3, 36), (2, 37))),
}  # fmt: skip
_CENTRES: dict[int, tuple[int, ...]] = {
    1: (), 2: (6, 18), 3: (6, 22), 4: (6, 26), 5: (6, 30), 6: (6, 34), 7: (6, 22, 38), 8: (6, 24, 42), 9: (6, 26, 46),
}  # fmt: skip
"""Centres of the alignment patterns (annex E)."""
_MASKS: tuple[Callable[[int, int], bool], ...] = (
    lambda r, c: (r + c) % 2 == 0,
    lambda r, c: r % 2 == 0,
    lambda r, c: c % 3 == 0,
    lambda r, c: (r + c) % 3 == 0,
    lambda r, c: (r // 2 + c // 3) % 2 == 0,
    lambda r, c: r * c % 2 + r * c % 3 == 0,
    lambda r, c: (r * c % 2 + r * c % 3) % 2 == 0,
    lambda r, c: ((r + c) % 2 + r * c % 3) % 2 == 0,
)
_QUIET = 4
Grid = list[list[bool]]


def qr_svg(text: str) -> str:
    """The code as an SVG of dark squares with its quiet zone; dark on white, whatever the page around it."""
    grid = qr_grid(text)
    size = len(grid) + 2 * _QUIET
    dark = "".join(
        f"M{c + _QUIET} {r + _QUIET}h1v1h-1z" for r, row in enumerate(grid) for c, on in enumerate(row) if on
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" width="{size * 6}" height="{size * 6}" '
        f'shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{size}v{size}H0z"/>'
        f'<path fill="#000" d="{dark}"/></svg>'
    )


def qr_grid(text: str) -> Grid:
    """The modules, True for dark, row by row, without the quiet zone.

    Raises:
        Bug: more than 180 bytes; an address of ours never is.
    """
    data = text.encode()
    version = next((v for v in _BLOCKS if len(data) + 2 <= _capacity(v)), 0)
    if not version:
        raise Bug(f"{len(data)} bytes do not fit a QR code of version 9")
    bits = _bits(_codewords(data, version))
    drawn = [_drawn(version, mask, bits) for mask in range(8)]
    return min(drawn, key=_penalty)


def _capacity(version: int) -> int:
    return sum(count * size for count, size in _BLOCKS[version][1])


def _codewords(data: bytes, version: int) -> list[int]:
    """Data and correction of all blocks, interleaved."""
    stream = f"0100{len(data):08b}" + "".join(f"{byte:08b}" for byte in data)
    capacity = _capacity(version)
    stream = (stream + "0000")[: capacity * 8]
    stream += "0" * (-len(stream) % 8)
    words = [int(stream[at : at + 8], 2) for at in range(0, len(stream), 8)]
    words += [(0xEC, 0x11)[place % 2] for place in range(capacity - len(words))]
    correction, groups = _BLOCKS[version]
    blocks: list[list[int]] = []
    for count, size in groups:
        for _ in range(count):
            blocks.append(words[:size])
            words = words[size:]
    rests = [_rest(block, correction) for block in blocks]
    return [*_interleaved(blocks), *_interleaved(rests)]


def _interleaved(blocks: list[list[int]]) -> Iterable[int]:
    return (block[at] for at in range(max(map(len, blocks))) for block in blocks if at < len(block))


def _times(a: int, b: int) -> int:
    """Product in GF(256) modulo x^8 + x^4 + x^3 + x^2 + 1."""
    product = 0
    while b:
        product ^= a if b & 1 else 0
        a = (a << 1) ^ (0x11D if a & 0x80 else 0)
        b >>= 1
    return product


def _rest(block: list[int], count: int) -> list[int]:
    """Reed-Solomon: the rest of the block's polynomial by the product of (x - 2^i), i below `count`."""
    divisor, root = [1], 1
    for _ in range(count):
        divisor = [a ^ _times(b, root) for a, b in zip([*divisor, 0], [0, *divisor], strict=True)]
        root = _times(root, 2)
    rest = [0] * count
    for word in block:
        factor = word ^ rest[0]
        rest = [each ^ _times(by, factor) for each, by in zip([*rest[1:], 0], divisor[1:], strict=True)]
    return rest


def _bits(words: Iterable[int]) -> str:
    return "".join(f"{word:08b}" for word in words)


def _checked(value: int, generator: int, length: int) -> int:
    """The value followed by its BCH check bits, `length` of them."""
    rest = value << length
    for place in range(rest.bit_length() - 1, length - 1, -1):
        if rest >> place & 1:
            rest ^= generator << (place - length)
    return value << length | rest


def _drawn(version: int, mask: int, bits: str) -> Grid:
    size = version * 4 + 17
    fixed: dict[tuple[int, int], bool] = {}
    _put_patterns(fixed, version, size)
    _put_format(fixed, mask, size)
    grid = [[fixed.get((r, c), False) for c in range(size)] for r in range(size)]
    place, upward, right = 0, True, size - 1
    while right > 0:
        right -= right == 6
        for step in range(size):
            row = size - 1 - step if upward else step
            for column in (right, right - 1):
                if (row, column) not in fixed:
                    on = place < len(bits) and bits[place] == "1"
                    grid[row][column] = on != _MASKS[mask](row, column)
                    place += 1
        upward, right = not upward, right - 2
    return grid


def _put_patterns(fixed: dict[tuple[int, int], bool], version: int, size: int) -> None:
    for at in range(size):
        fixed[6, at] = fixed[at, 6] = at % 2 == 0
    for row, column in ((3, 3), (3, size - 4), (size - 4, 3)):
        for dr in range(-4, 5):
            for dc in range(-4, 5):
                if 0 <= row + dr < size and 0 <= column + dc < size:
                    fixed[row + dr, column + dc] = max(abs(dr), abs(dc)) not in (2, 4)
    centres = _CENTRES[version]
    corners = {(6, 6), (6, centres[-1]), (centres[-1], 6)} if centres else set()
    for row in centres:
        for column in centres:
            for dr in range(-2, 3) if (row, column) not in corners else ():
                for dc in range(-2, 3):
                    fixed[row + dr, column + dc] = max(abs(dr), abs(dc)) != 1
    if version >= 7:
        told = _checked(version, 0x1F25, 12)
        for at in range(18):
            on = bool(told >> at & 1)
            fixed[at // 3, size - 11 + at % 3] = fixed[size - 11 + at % 3, at // 3] = on


def _put_format(fixed: dict[tuple[int, int], bool], mask: int, size: int) -> None:
    """Correction level M (00) and the mask, twice, with their check bits."""
    told = _checked(mask, 0x537, 10) ^ 0x5412
    near = [(at, 8) for at in (0, 1, 2, 3, 4, 5, 7, 8)] + [(8, at) for at in (7, 5, 4, 3, 2, 1, 0)]
    far = [(8, size - 1 - at) for at in range(8)] + [(size - 7 + at, 8) for at in range(7)]
    for at in range(15):
        fixed[near[at]] = fixed[far[at]] = bool(told >> at & 1)
    fixed[size - 8, 8] = True


def _penalty(grid: Grid) -> int:
    """How hard a mask is to read (7.8.3): runs, blocks, patterns like a finder's, and too much of one colour."""
    found = 0
    lines = ["".join("1" if on else "0" for on in row) for row in grid]
    for line in (*lines, *("".join(column) for column in zip(*lines, strict=True))):
        runs = line.replace("01", "0 1").replace("10", "1 0").split()
        found += sum(len(run) - 2 for run in runs if len(run) >= 5)
        found += 40 * sum(line.startswith(("10111010000", "00001011101"), at) for at in range(len(line)))
    for upper, lower in pairwise(lines):
        found += 3 * sum(upper[c : c + 2] + lower[c : c + 2] in ("0000", "1111") for c in range(len(upper) - 1))
    dark = sum(line.count("1") for line in lines) / len(lines) ** 2
    return found + 10 * int(abs(dark - 0.5) * 20)
