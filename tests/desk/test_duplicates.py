"""Likely duplicates at a desk: for a case and for what is being typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from console.desk.duplicates import Draft, likeness_percent
from console.domain import acts
from console.domain.attachment import Attachment
from console.domain.duplicates import Why
from console.domain.merging_matter import Matter
from console.domain.place import Place
from console.domain.report import Report, Status
from console.domain.reporter import Reporter
from tests.worlds.cases import NOW, CaseDesk, a_report

HERE = Place(lat=-7.9775, lon=112.6348)
FAR = Place(lat=-7.90, lon=112.70)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[CaseDesk]:
    made = CaseDesk(tmp_path)
    yield made
    made.close()


def said(number: int, text: str, place: Place = HERE, **more: object) -> Report:
    who = Reporter(id=f"p{number}")
    values: dict[str, object] = {"text": text, "place": place, "reporter": who, "category": "fire"} | more
    return a_report(f"r{number}", f"KJ-2611-{number:04}", **values)


def numbers(desk: CaseDesk, draft: Draft) -> list[str]:
    return [each.number[-4:] for each in desk.book.duplicates.of_draft(draft, NOW)]


def test_while_a_call_is_typed_what_is_open_nearby_comes_up_and_goes(desk: CaseDesk) -> None:
    desk.report(said(1, "Kebakaran toko di pasar, asap tebal"))
    desk.report(said(2, "Kebakaran toko di pasar, asap tebal", FAR))
    typed = Draft(text="ada kebakaran toko pasar asapnya tebal", place=HERE, category="fire")
    assert numbers(desk, typed) == ["0001"]
    assert numbers(desk, replace(typed, place=None)) == ["0001", "0002"]
    desk.report(said(3, "api besar di pasar"))
    assert numbers(desk, typed) == ["0001", "0003"]
    desk.decide(acts.CloseCase(outcome="handled_on_scene"), "r1")
    assert numbers(desk, typed) == ["0003"]
    desk.decide(acts.MergeCase(into_id="r2"), "r3")
    assert numbers(desk, typed) == []


def test_the_same_photo_or_person_is_a_reason_wherever_it_is(desk: CaseDesk) -> None:
    photo = Attachment(id="a", name="f.jpg", media_type="image/jpeg", size_bytes=1, sha256="ab" * 32, received_at=NOW)
    known = Reporter(id="x", recognised_by=("n-1",))
    desk.report(said(1, "asap", FAR, attachments=(photo,), reporter=known))
    one = said(2, "api", attachments=(photo,))
    (found,) = desk.book.duplicates.of_report(one)
    assert found.reasons[0].why is Why.PHOTO
    (found,) = desk.book.duplicates.of_draft(Draft(category="fire", recognised_by=("n-1",)), NOW)
    assert found.reasons[0].why is Why.PERSON


def test_near_a_large_incident_it_is_offered_unless_it_names_a_matter_of_its_own(desk: CaseDesk) -> None:
    desk.report(said(1, "Kebakaran pasar", received_at=NOW - timedelta(hours=3)))
    desk.decide(acts.MakeIncident(title="Kebakaran Pasar", lead="Ipda Contoh"), "r1")
    plain = Draft(text="asap di pasar", place=HERE, category="fire")
    (found,) = desk.book.duplicates.of_draft(plain, NOW)
    assert (found.incident, found.matter) == ("Kebakaran Pasar", None)
    (found,) = desk.book.duplicates.of_draft(replace(plain, text="ada yang terjebak"), NOW)
    assert found.matter is not None
    assert found.matter.matter is Matter.TRAPPED
    (found,) = desk.book.duplicates.of_report(said(2, "asap", sensitive=True))
    assert found.matter is not None
    assert (found.matter.matter, found.text_percent) == (Matter.SENSITIVE, None)
    assert desk.book.duplicates.of_report(replace(said(3, "x"), status=Status.CLOSED)) == ()
    desk.book.duplicates.close()


def test_the_case_shows_its_merged_reports_and_finds_others_by_the_end_of_their_number(desk: CaseDesk) -> None:
    for number in (1, 2, 12):
        desk.report(said(number, "Kebakaran"))
    desk.decide(acts.MergeCase(into_id="r1"), "r2")
    view = desk.book.case("r1")
    assert view is not None
    assert [row.number for row in view.children] == ["KJ-2611-0002"]
    assert [row.number[-4:] for row in desk.book.numbered("12")] == ["0012"]
    assert [row.number[-4:] for row in desk.book.numbered("KJ-2611-0001")] == ["0001"]
    assert desk.book.numbered("12", "r12") == desk.book.numbered(" ") == ()


def test_likeness_of_words_does_not_mind_their_order() -> None:
    assert likeness_percent("truk tabrak motor", "motor tabrak truk") == 100
    assert likeness_percent("truk tabrak motor", "air meluap") < 40


def test_likely_duplicates_of_a_case_are_worked_out_anew_only_when_what_is_compared_changed(desk: CaseDesk) -> None:
    desk.report(said(1, "Kebakaran toko di pasar, asap tebal"))
    desk.report(said(2, "ada kebakaran toko pasar asapnya tebal"))
    case = said(2, "ada kebakaran toko pasar asapnya tebal")
    first = desk.book.duplicates.of_report(case)
    assert [each.report_id for each in first] == ["r1"]
    desk.decide(acts.AddNote(text="Sudah dihubungi."), "r1")
    assert desk.book.duplicates.of_report(case) is first
    desk.report(said(3, "kebakaran toko di pasar"))
    assert {each.report_id for each in desk.book.duplicates.of_report(case)} == {"r1", "r3"}
    assert [each.report_id for each in desk.book.duplicates.of_report(replace(case, place=FAR))] != ["r1", "r3"]
    desk.decide(acts.CloseCase(outcome="handled_on_scene"), "r3")
    assert [each.report_id for each in desk.book.duplicates.of_report(case)] == ["r1"]
