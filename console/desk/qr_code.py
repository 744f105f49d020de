"""The QR code (ISO/IEC 18004) of an address, as dark and light squares."""

from __future__ import annotations

QUIET = 4
"""Squares of light all around that a camera needs (7.1)."""

Grid = tuple[tuple[bool, ...], ...]


def qr_grid(text: str) -> Grid:
    """The squares, True for dark, row by row, without the quiet zone; correction level M."""
    # Here and not above: most consoles never show a code, and the queue is not to wait for the library (60 ms).
    import segno

    code = segno.make_qr(text, error="m", boost_error=False)
    return tuple(tuple(bool(square) for square in row) for row in code.matrix)
