"""What leaves as PDF says what PDF/A-1b asks for, and names nothing it forbids."""

from __future__ import annotations

import re

from pytestqt.qtbot import QtBot

from console.desk.evidence import Pixels
from console.ui.evidence.encoding import image_of_pixels
from console.ui.evidence.sheet_flow import SheetFlow


def a_sheet() -> bytes:
    flow = SheetFlow(title="KJ-1", foot=lambda page, pages: ("", f"{page}/{pages}"), mark=("KJ-1",), author="Dewi")
    flow.text("Pohon tumbang — “menimpa” kabel", 10, bold=True)
    flow.text("ab" * 32, 8, fixed=True)
    flow.picture(image_of_pixels(Pixels(width_px=4, height_px=4, rgba=bytes(range(64)))), "gambar")
    return flow.pdf()


def test_the_sheet_is_marked_as_pdf_a_with_its_fonts_and_colours_inside(qtbot: QtBot):
    pdf = a_sheet()
    assert pdf.startswith(b"%PDF-1.4")
    assert re.search(rb"/S ?/GTS_PDFA1", pdf)
    assert b"/DestOutputProfile" in pdf
    # One embedded program for each font, none of them only named.
    assert len(re.findall(rb"/FontFile[23]", pdf)) == len(re.findall(rb"/Type /FontDescriptor", pdf)) > 0
    for never in (b"/Encrypt", b"/JavaScript", b"/Transparency", b"/EmbeddedFile", b"/LZWDecode", b"DeviceCMYK"):
        assert never not in pdf, never
    assert set(re.findall(rb"/SMask [^\n>]*", pdf)) <= {b"/SMask /None"}
    assert set(re.findall(rb"/ca ([0-9.]+)", pdf)) <= {b"1.0"}
    # The table of contents still finds every object: nothing has moved.
    table = int(pdf[pdf.rindex(b"startxref") :].split()[1])
    assert pdf[table : table + 4] == b"xref"


def test_its_metadata_bind_their_prefixes_where_they_are_used(qtbot: QtBot):
    pdf = a_sheet()
    packet = pdf[pdf.index(b"<x:xmpmeta") : pdf.index(b"</x:xmpmeta>") + len(b"</x:xmpmeta>")]
    assert b"xmlns:pdfaid" not in packet[: packet.index(b"<rdf:RDF")]
    told = b'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="1" pdfaid:conformance="B"'
    assert told in packet
    assert packet.count(b"Dewi") == 1
