"""Pages of documents come out of the jail as pixels; locked ones ask for their password."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.decode.media_facts import MediaFacts
from console.decode.page import Page
from console.decode.paper import PaperFacts
from console.decode.picture import Note
from console.decode.pool import Decoder
from console.decode.refusal import Refusal, RefusalCode
from console.domain.file_kind import PDF


def paper(*pages: str, made: str = "", width: int = 100, height: int = 200) -> bytes:
    """A PDF of pages of `width` x `height` points, each with these drawing operators."""
    kids = " ".join(f"{10 + 2 * place} 0 R" for place in range(len(pages)))
    parts = ["%PDF-1.4", "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj"]
    parts.append(f"2 0 obj<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>endobj")
    for place, content in enumerate(pages):
        box = f"/MediaBox[0 0 {width} {height}]/Contents {11 + 2 * place} 0 R"
        parts.append(f"{10 + 2 * place} 0 obj<</Type/Page/Parent 2 0 R{box}/Resources<<>>>>endobj")
        parts.append(f"{11 + 2 * place} 0 obj<</Length {len(content)}>>stream\n{content}\nendstream endobj")
    parts.append(f"3 0 obj<</CreationDate({made})/ModDate({made})>>endobj" if made else "3 0 obj<<>>endobj")
    return "\n".join([*parts, "trailer<</Root 1 0 R/Info 3 0 R>>", "%%EOF"]).encode("ascii")


RED_BELOW = "1 0 0 rg 0 0 100 100 re f"
GREEN = "0 1 0 rg 0 0 100 200 re f"


def pixel(page: Page, x: int, y: int) -> tuple[int, ...]:
    at = (y * page.width_px + x) * 4
    return tuple(page.rgba[at : at + 4])


def shown(decoder: Decoder, data: bytes, number: int = 1, max_edge_px: int = 80, password: str = "") -> Page:
    page = decoder.page(data, number, max_edge_px, password)
    assert isinstance(page, Page), page
    assert len(page.rgba) == page.width_px * page.height_px * 4
    return page


def test_a_page_is_as_large_as_asked_upright_and_on_white_paper(decoder: Decoder):
    page = shown(decoder, paper(RED_BELOW, GREEN))
    assert (page.number, page.pages, page.width_px, page.height_px) == (1, 2, 40, 80)
    assert pixel(page, 20, 10) == (255, 255, 255, 255)
    assert pixel(page, 20, 70) == (255, 0, 0, 255)
    second = shown(decoder, paper(RED_BELOW, GREEN), 2, 400)
    assert (second.number, second.width_px, second.height_px) == (2, 200, 400)
    assert pixel(second, 100, 10) == (0, 255, 0, 255)


@pytest.mark.parametrize(("width", "height"), [(1, 14_400), (14_400, 3), (333, 777), (1, 1)])
def test_no_shape_of_paper_is_larger_than_asked(decoder: Decoder, width: int, height: int):
    page = shown(decoder, paper("", width=width, height=height), max_edge_px=97)
    assert max(page.width_px, page.height_px) == 97


def test_a_page_beyond_the_last_is_refused_by_name(decoder: Decoder):
    assert decoder.page(paper(GREEN), 2, 80) == Refusal(RefusalCode.NO_SUCH_PAGE)


def test_a_broken_document_is_refused_by_name(decoder: Decoder):
    assert decoder.page(b"%PDF-1.7 and then nothing of the sort", 1, 80) == Refusal(RefusalCode.BROKEN)


def test_only_documents_have_pages(decoder: Decoder):
    assert decoder.page(b"\xff\xd8\xff\xe0" + bytes(60), 1, 80) == Refusal(RefusalCode.NOT_PREVIEWABLE, "jpeg")
    with pytest.raises(ValueError, match="number"):
        decoder.page(paper(GREEN), 0, 80)


def test_a_document_says_its_pages_and_when_it_was_made(decoder: Decoder):
    facts = decoder.facts(paper(GREEN, GREEN, made="D:20260203040506+07'00'"))
    assert isinstance(facts, MediaFacts)
    assert (facts.kind, facts.pages, facts.width_px, facts.has_sound) == (PDF, 2, 0, False)
    assert facts.taken is not None
    assert facts.taken.utc_offset_minutes == 420
    assert facts.taken.wall.isoformat() == "2026-02-03T04:05:06"
    assert facts.paper == PaperFacts(version=14, modified=facts.taken)
    wrong = decoder.facts(paper(GREEN, made="D:20261340040506"))
    assert isinstance(wrong, MediaFacts)
    assert wrong.taken is None
    assert wrong.notes == {Note.TAKEN_IMPOSSIBLE, Note.MODIFIED_IMPOSSIBLE}


def test_a_locked_document_asks_for_its_password_and_opens_with_it(decoder: Decoder, real_data: Path):
    locked = (real_data / "media" / "good" / "graph-encrypted.pdf").read_bytes()
    assert decoder.page(locked, 1, 200) == Refusal(RefusalCode.NEEDS_PASSWORD)
    assert decoder.page(locked, 1, 200, "guess") == Refusal(RefusalCode.WRONG_PASSWORD)
    assert shown(decoder, locked, max_edge_px=200, password="user").pages == 1
    assert decoder.facts(locked) == MediaFacts(PDF, notes=frozenset({Note.LOCKED}))


def test_real_documents_have_the_pages_they_have(decoder: Decoder, real_data: Path):
    good = real_data / "media" / "good"
    four = decoder.facts((good / "fourpages.pdf").read_bytes())
    assert isinstance(four, MediaFacts)
    assert four.pages == 4
    assert {shown(decoder, (good / "fourpages.pdf").read_bytes(), number).number for number in (1, 4)} == {1, 4}
