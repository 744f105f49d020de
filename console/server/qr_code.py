"""The QR code (ISO/IEC 18004) of an address, as a picture for a gateway's own page."""

from __future__ import annotations

import io

import segno


def qr_svg(text: str) -> str:
    """The code as an SVG, dark on white with its quiet zone, whatever the page around it; correction level M."""
    picture = io.BytesIO()
    code = segno.make_qr(text, error="m", boost_error=False)
    code.save(picture, kind="svg", scale=6, border=4, dark="#000", light="#fff", xmldecl=False, svgns=True)
    return picture.getvalue().decode().strip()
