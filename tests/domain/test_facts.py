"""Small facts the rest stands on: distances, masks, scores, changes."""

from __future__ import annotations

import itertools
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.acts import ClaimCase
from console.domain.category import CATEGORIES, category_of
from console.domain.changes import Changes
from console.domain.decision import Decision, Subject
from console.domain.place import Place, distance_m
from console.domain.report import ReportKind, Status
from console.domain.reporter import mask_name, mask_phone
from console.domain.score import claim_due_s, urgency
from console.domain.unit import UnitKind
from tests.domain.cases import T0, a_report, a_unit, decide, facts

degrees = st.tuples(st.floats(-89, 89), st.floats(-180, 180))


def test_a_degree_of_latitude_is_a_hundred_and_eleven_kilometres() -> None:
    assert distance_m(-7, 112, -8, 112) == pytest.approx(111_195, abs=1)


@given(degrees, degrees)
def test_distance_is_symmetric_and_never_longer_than_half_the_globe(
    one: tuple[float, float], other: tuple[float, float]
) -> None:
    there = distance_m(*one, *other)
    assert there == pytest.approx(distance_m(*other, *one), abs=1e-3)
    assert 0 <= there <= 20_016_000


@pytest.mark.parametrize(
    "place", [{"lat": 1.0}, {"lon": 1.0}, {"lat": 91.0, "lon": 0.0}, {"lat": 0.0, "lon": 181.0},
              {"lat": float("nan"), "lon": 0.0}],
)  # fmt: skip
def test_half_a_coordinate_or_one_off_the_globe_is_refused(place: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="place"):
        Place(**place)  # type: ignore[arg-type]


def test_names_and_numbers_are_masked_beyond_recognition() -> None:
    assert mask_name("Budi Santoso") == "B••• S••••••"
    assert mask_phone("+6281234567890") == "+62•••••••••90"
    assert mask_phone("110") == "•••"
    assert mask_name("") == ""


@given(st.text(min_size=6, max_size=30))
def test_a_masked_number_shows_five_characters_at_most(phone: str) -> None:
    assert len(mask_phone(phone).replace("•", "")) <= 5 + phone.count("•")


def test_urgency_puts_life_first_the_unclaimed_before_the_handled_and_the_ended_last() -> None:
    order = [
        a_report(priority=1, kind=ReportKind.PANIC),
        a_report(priority=1),
        a_report(priority=1, status=Status.CLAIMED),
        a_report(priority=2, unread=True),
        a_report(priority=2),
        a_report(priority=4),
        a_report(priority=1, status=Status.CLOSED),
        a_report(priority=1, status=Status.JUNKED),
    ]
    assert [urgency(report) for report in order] == sorted(urgency(report) for report in order)
    assert all(urgency(a) < urgency(b) for a, b in itertools.pairwise(order))


def test_the_claim_deadline_counts_down_and_goes_below_zero() -> None:
    assert claim_due_s(a_report(priority=1), T0 + timedelta(seconds=92)) == -32


def test_changes_add_up_so_that_a_burst_is_one() -> None:
    both = Changes(reports=frozenset({"a"})).merged(Changes(reports=frozenset({"b"}), ledger=True))
    assert both == Changes(reports=frozenset({"a", "b"}), ledger=True)


def test_an_unknown_category_is_an_ordinary_other_and_sensitive_ones_are_urgent() -> None:
    assert category_of("nonsense").id == "other"
    assert all(category.priority == 1 for category in CATEGORIES.values() if category.sensitive)


def test_a_vehicle_is_titled_with_the_size_of_its_crew() -> None:
    assert a_unit(kind=UnitKind.VEHICLE, name="P-03", crew=("a", "b")).title == "P-03 (2)"
    assert a_unit().title == "Bripka Agus"


def test_a_decision_without_an_offset_in_its_time_is_refused() -> None:
    decision = decide(ClaimCase(), facts())
    with pytest.raises(ValueError, match="decided_at"):
        Decision(
            id="x", op=decision.op, subject=Subject(kind="report", id="r1"), actor_id="a", actor_session_id="s",
            desk_id="d", decided_at=datetime(2026, 1, 1), act=decision.act,
        )  # fmt: skip
    assert decision.subjects == (("report", "r1"),)
