"""What real files claim, through the jail; what cannot be true is refused by name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from console.decode.pool import Decoder
from console.desk.attachments import Attachments, NotShown, ShotFacts, ShotPaper
from console.desk.file_claims import beside, claim_of
from console.desk.file_facts import FileFacts, may_claim
from tests.worlds.cases import Files, a_report


@pytest.fixture
def decoder() -> Iterator[Decoder]:
    made = Decoder(warm=1, at_once=1)
    yield made
    made.close()


def test_photos_and_films_claim_and_what_is_no_place_or_date_is_refused_by_name(
    decoder: Decoder, real_data: Path
) -> None:
    files, good = Files(), real_data / "media" / "good"
    pictures = Attachments(files, decoder, lambda: "Asia/Jakarta")
    read = FileFacts(files, decoder, pictures, lambda: "Asia/Jakarta")

    def facts(name: str, media_type: str) -> ShotFacts:
        found = read.facts(files.add(name, (good / name).read_bytes(), media_type))
        assert isinstance(found, ShotFacts), found
        return found

    film = facts("with-gps.mov", "video/quicktime")
    claim = claim_of("f", film)
    assert claim.lat == pytest.approx(32.09, abs=0.01)
    assert claim.lon == pytest.approx(34.86, abs=0.01)
    assert facts("DSCN0010.jpg", "image/jpeg").lat == pytest.approx(43.467, abs=0.01)
    nowhere = facts("gps_zero_zero.jpg", "image/jpeg")
    assert nowhere.lat is None
    assert "place_zero" in nowhere.notes
    assert "gps_time_impossible" in facts("iphone6_bad_gps_date.jpg", "image/jpeg").notes


def test_a_documents_dates_are_shown_and_never_told_to_other_desks(decoder: Decoder, real_data: Path) -> None:
    files, zone = Files(), "Asia/Jakarta"
    read = FileFacts(files, decoder, Attachments(files, decoder, lambda: zone), lambda: zone)
    four = files.add("four.pdf", (real_data / "media" / "good" / "fourpages.pdf").read_bytes(), "application/pdf")
    facts = read.facts(four)
    assert isinstance(facts, ShotFacts)
    made = datetime(2017, 1, 4, 8, 48, 57, tzinfo=UTC)
    assert (facts.taken_at, facts.taken_sure, facts.lat) == (made, True, None)
    assert facts.paper == ShotPaper(pages=4, modified_at=made, modified_sure=True, version=13)
    held = beside(a_report("r1", "KJ-1", attachments=(four,)), four.id, facts)
    assert held is not None
    assert (held.doubtable, held.earlier, held.raises()) == (False, False, False)
    assert held.earlier_s is not None
    assert held.earlier_s > 9 * 365 * 86_400


def test_a_file_still_on_its_way_and_a_document_are_not_asked(decoder: Decoder) -> None:
    files = Files()
    read = FileFacts(files, decoder, Attachments(files, decoder, lambda: "Asia/Jakarta"), lambda: "Asia/Jakarta")
    film = files.add("a.mp4", b"", "video/mp4")
    del files.held["a.mp4"]
    missing = read.facts(film)
    assert isinstance(missing, NotShown)
    assert missing.code == "fetching"
    assert may_claim(film)
    assert not may_claim(files.add("a.pdf", b"%PDF-", "application/pdf"))
