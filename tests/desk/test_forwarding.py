"""What leaves the center when work is passed on."""

from __future__ import annotations

from console.desk.forwarding import ForwardWords, agencies_ranked, forward_text
from tests.worlds.cases import AGENCIES, SITE, a_report

WORDS = ForwardWords(
    category="Kecelakaan", heading="{category} {number}", received="Diterima {at}", place="Tempat {place}",
    coordinates="{lat}, {lon}", told="Isi:", sender="Dari {site}",
)  # fmt: skip


def test_the_message_holds_facts_and_words_but_never_the_reporter() -> None:
    text = forward_text(a_report("r1", "KJ-2611-0187"), SITE, WORDS)
    assert "KJ-2611-0187" in text
    assert "21/11/2026 14:05 WIB" in text
    assert "Klojen" in text
    assert "Truk rem blong" in text
    for told in ("Budi", "B•••", "+62", "62•"):
        assert told not in text


def test_a_sensitive_case_proposes_category_and_place_only() -> None:
    report = a_report("r1", "KJ-1", category="child_harm", text="anak kelas dua dipukul")
    text = forward_text(report, SITE, WORDS)
    assert "dipukul" not in text
    assert "Jl. Rekaan" not in text
    assert "Klojen" in text


def test_agencies_for_the_category_come_first() -> None:
    report = a_report("r1", "KJ-1", category="power_line")
    assert agencies_ranked(report, AGENCIES)[0].id == "pln"
    assert len(agencies_ranked(report, AGENCIES)) == len(AGENCIES)


def test_braces_in_a_citizens_text_are_only_text() -> None:
    assert "{0}{at}" in forward_text(a_report("r1", "KJ-1", text="{0}{at} ${x}"), SITE, WORDS)
