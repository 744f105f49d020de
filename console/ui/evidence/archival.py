"""What QPdfWriter leaves for a PDF/A-1b checker to trip over, mended byte for byte.

Our case file was shown to Apache PDFBox Preflight 2.0.27 (a PDF/A-1b validator that shares nothing with Qt) in
November 2026; QPdfWriter 6.11.3 embeds fonts, sRGB output intent and XMP rightly and knows no transparency, and two
things were found:

- every page names DeviceCMYK among its colours though nothing is painted in it; ISO 19005-1, 6.2.3.3 allows no
  DeviceCMYK beside an sRGB output intent;
- the XMP packet binds its prefixes on its outermost element: right by XML, yet XMP readers in use look for them on
  rdf:Description (or on rdf:RDF) only and find no schema.

With both mended it passes. A later Qt that does otherwise is left as it is; the test then says so.
"""

from __future__ import annotations

import re

_CMYK = re.compile(rb"(?<=/CSpcmyk /)DeviceCMYK(?=\n)|(?<=^\[/Pattern /)DeviceCMYK(?=\]\n)", re.MULTILINE)
_XMP = re.compile(rb"<\?xpacket begin=.{0,8}? id=.*?(?=<\?xpacket end)", re.DOTALL)
_BOUND = re.compile(rb' xmlns:(\w+)="[^"]+"')
_OUTER = re.compile(rb"<x:xmpmeta[^>]*>")
_DESCRIPTION = re.compile(rb'(<rdf:Description rdf:about="")([^>]*>)(.*?)(?=<rdf:Description|</rdf:RDF>)', re.DOTALL)
_KEPT = (b"x", b"rdf")


def archival(pdf: bytes) -> bytes:
    """The PDF with both mended; no byte moves, because its table of contents counts them."""
    pdf = _CMYK.sub(b"DeviceRGB ", pdf)
    return _XMP.sub(lambda found: _bound_inside(found[0]), pdf, count=1)


def _bound_inside(packet: bytes) -> bytes:
    """The packet with each prefix bound where it is used; as it was where that is longer than before."""
    outer = _OUTER.search(packet)
    if outer is None:
        return packet
    bindings = {each[1]: each[0] for each in _BOUND.finditer(outer[0]) if each[1] not in _KEPT}
    bare = outer[0]
    for binding in bindings.values():
        bare = bare.replace(binding, b"")

    def bound(found: re.Match[bytes]) -> bytes:
        head, rest, inner = found.groups()
        used = b"".join(text for prefix, text in bindings.items() if prefix + b":" in rest + inner)
        return head + used + rest + inner

    made = _DESCRIPTION.sub(bound, packet.replace(outer[0], bare))
    room = len(packet) - len(made)
    return made + b" " * (room - 1) + b"\n" if room > 0 else packet
