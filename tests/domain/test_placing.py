"""A place is corrected, units under way are told of it, and it is undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from console.desk.case import bare
from console.domain import acts
from console.domain.casework import Facts
from console.domain.casework.placing import placed_by_unit, seen_by_unit, units_to_tell
from console.domain.decision import Reason
from console.domain.place import Place, Provenance
from console.domain.placing import changed_since, placing_of
from tests.domain.cases import DEWI, SARI, T0, case_of, done, facts, refused

THERE = Place(lat=-7.9666, lon=112.6326, provenance=Provenance.REPORTER, words="depan stasiun", area_name="Kiduldalem")


def to_tell(world: Facts) -> list[str]:
    return [each.unit_id for each in units_to_tell(case_of(world))]


def test_anybody_corrects_it_and_every_unit_sent_before_is_to_be_told_until_its_page_showed_it() -> None:
    world, _ = done(acts.ClaimCase(), facts(), DEWI)
    world, _ = done(acts.DispatchUnits(unit_ids=("u1",), fewer_because="dekat"), world, DEWI, after_s=10)
    world, _ = done(acts.SetPlace(place=THERE, was=case_of(world).place), world, SARI, after_s=20)
    world, _ = done(acts.DispatchUnits(unit_ids=("u2",), fewer_because="dekat"), world, DEWI, after_s=30)
    report, unit = case_of(world), world.unit("u1")
    assert (report.place, report.unread) == (THERE, True)
    assert to_tell(world) == ["u1"]
    line = next(entry for entry in report.timeline if entry.kind == "report.place")
    assert (line.params["units"], line.params["metres"], line.text) == ("U1", "1167", "depan stasiun")
    change = changed_since(report.placing, report.assignments[0].ordered_at)
    assert change is not None
    assert change.before.area_code == "35.73.02.1001"
    assert unit is not None
    seen = seen_by_unit(report, unit, T0 + timedelta(seconds=40))
    assert units_to_tell(seen) == ()
    assert seen_by_unit(seen, unit, T0 + timedelta(seconds=50)) is seen


def test_being_surer_of_the_same_place_announces_nothing() -> None:
    world, _ = done(acts.SetPlace(place=THERE), facts())
    world, _ = done(acts.DispatchUnits(unit_ids=("u1",), fewer_because="dekat"), world, after_s=10)
    world, _ = done(acts.SetPlace(place=replace(THERE, provenance=Provenance.READ_BACK)), world, after_s=20)
    assert case_of(world).place.provenance is Provenance.READ_BACK
    assert to_tell(world) == []


def test_what_a_colleague_corrected_meanwhile_is_not_overwritten_unseen() -> None:
    seen = case_of(facts()).place
    world, _ = done(acts.SetPlace(place=THERE, was=seen), facts(), SARI)
    second = acts.SetPlace(place=replace(THERE, lat=-7.9), was=seen)
    refusal = refused(second, world, DEWI)
    assert (refusal.reason, refusal.params["by"]) == (Reason.CHANGED_MEANWHILE, "Sari W.")
    done(replace(second, was=replace(THERE, area_code="35.73.02.1005")), world, DEWI)


def test_a_place_that_says_nothing_or_claims_a_satellite_is_refused() -> None:
    for place, reason in (
        (Place(), Reason.EMPTY_TEXT),
        (replace(THERE, provenance=Provenance.GPS), Reason.BAD_VALUE),
        (replace(THERE, words="x" * 1001), Reason.BAD_VALUE),
        (case_of(facts()).place, Reason.BAD_VALUE),
    ):
        assert refused(acts.SetPlace(place=place), facts()).reason is reason
    done(acts.SetPlace(place=Place(words="gang dua", provenance=Provenance.REPORTER)), facts())


def test_an_undone_correction_is_as_if_never_made_unless_an_officer_has_seen_it() -> None:
    first = case_of(facts()).place
    world, _ = done(acts.DispatchUnits(unit_ids=("u1",), fewer_because="dekat"), facts(), after_s=1)
    moved, decision = done(acts.SetPlace(place=THERE), world, after_s=5)
    back, _ = done(acts.Undo(decision_id=decision.id), moved, after_s=9)
    assert (case_of(back).place, case_of(back).placing) == (first, None)
    unit = moved.unit("u1")
    assert unit is not None
    seen = replace(moved, report=seen_by_unit(case_of(moved), unit, T0 + timedelta(seconds=7)))
    back, _ = done(acts.Undo(decision_id=decision.id), seen, after_s=9)
    assert case_of(back).place == first
    assert to_tell(back) == ["u1"]


def test_an_officer_says_where_it_is_and_the_others_are_told() -> None:
    world, _ = done(acts.DispatchUnits(unit_ids=("u1", "u2")), facts(), after_s=1)
    one = world.unit("u1")
    assert one is not None
    there = replace(THERE, provenance=Provenance.OFFICER)
    report = placed_by_unit(case_of(world), one, there, T0 + timedelta(seconds=60))
    assert (report.place.provenance, report.unread) == (Provenance.OFFICER, True)
    assert [each.unit_id for each in units_to_tell(report)] == ["u2"]
    assert placed_by_unit(report, one, there, T0 + timedelta(seconds=61)) is report
    free, _ = done(acts.CancelDispatch(unit_id="u1"), world, after_s=2)
    assert placed_by_unit(case_of(free), one, there, T0).place == case_of(free).place


def test_a_covered_case_does_not_tell_what_was_typed_of_its_earlier_places() -> None:
    world, _ = done(acts.SetPlace(place=THERE), facts())
    world, _ = done(acts.SetPlace(place=replace(THERE, words="di rumah")), world)
    words = {change.before.words for change in placing_of(bare(case_of(world)).placing).changes}
    assert words == {""}
