"""Beat coverage: who counts where, why nobody does, and what stands on top of the list."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from console.domain.coverage import Beat, Cover, covers, need
from console.domain.unit import Position, Unit, UnitStatus

NOW = datetime(2026, 11, 20, 5, tzinfo=UTC)
A, B, C, D = (Beat(code=f"35.73.01.100{n}", name=name, size_m2=n) for n, name in enumerate("ABCD", 1))


def fix(unit_id: str, age_s: float) -> Position:
    at = NOW - timedelta(seconds=age_s)
    return Position(unit_id=unit_id, lat=0.0, lon=0.0, at=at, received_at=at)


def unit(unit_id: str, status: UnitStatus = UnitStatus.AVAILABLE, beat: str = "") -> Unit:
    return Unit(id=unit_id, call_sign=unit_id, status=status, beat_area=beat)


def test_an_area_without_a_fresh_officer_says_why() -> None:
    units = [
        unit("U1"), unit("U2", UnitStatus.ON_SCENE), unit("U3"), unit("U4", UnitStatus.OFF_DUTY, beat=C.code),
        unit("U5", beat=B.code),
    ]  # fmt: skip
    positions = {"U1": fix("U1", 10), "U2": fix("U2", 300), "U3": fix("U3", 301), "U4": fix("U4", 5)}
    where = {"U1": A.code, "U2": A.code, "U3": B.code, "U4": D.code}
    found = {each.beat.name: each for each in covers([A, B, C, D], units, positions, where, {}, NOW, stale_after_s=300)}
    assert (found["A"].fresh, found["A"].available, found["A"].cover) == (2, 1, Cover.COVERED)
    assert (found["B"].cover, found["B"].stale) == (Cover.STALE, ("U3", "U5")), (
        "the one seen here, and whose beat it is"
    )
    assert (found["C"].cover, found["C"].off_duty) == (Cover.OFF_DUTY, ("U4",))
    assert found["D"].cover is Cover.NOBODY, "a position of somebody off duty covers nothing"


def test_the_most_needed_stands_on_top() -> None:
    opened = {A.code: 9, B.code: 2, "99.99.99.9999": 5}
    found = covers([A, B, C, D], [unit("U1")], {"U1": fix("U1", 1)}, {"U1": A.code}, opened, NOW, stale_after_s=300)
    assert [each.beat.name for each in found] == ["B", "D", "C", "A"]


def test_a_polsek_is_covered_by_any_of_its_kelurahan() -> None:
    polsek = Beat(code="Polsek", name="Polsek", areas=(A.code, B.code))
    found = covers(
        [polsek], [unit("U1")], {"U1": fix("U1", 1)}, {"U1": B.code}, {A.code: 1, B.code: 2}, NOW, stale_after_s=300
    )
    assert (found[0].fresh, found[0].open_reports) == (1, 3)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(list(UnitStatus)), st.integers(0, 600) | st.none(), st.sampled_from("ABCDX"),
            st.sampled_from("ABCD-"),
        ),
        max_size=30,
    ),
    st.dictionaries(st.sampled_from([A.code, B.code, C.code, D.code]), st.integers(0, 9)),
)  # fmt: skip
def test_every_unit_counts_in_one_area_at_most_and_the_list_is_in_order(
    drawn: list[tuple[UnitStatus, int | None, str, str]], opened: dict[str, int]
) -> None:
    codes = {"A": A.code, "B": B.code, "C": C.code, "D": D.code, "X": "elsewhere", "-": ""}
    units = [unit(f"U{n}", status, codes[beat]) for n, (status, _, _, beat) in enumerate(drawn)]
    positions = {f"U{n}": fix(f"U{n}", age) for n, (_, age, _, _) in enumerate(drawn) if age is not None}
    where = {f"U{n}": codes[at] for n, (_, age, at, _) in enumerate(drawn) if age is not None}
    found = covers([A, B, C, D], units, positions, where, opened, NOW, stale_after_s=300)
    fresh = [
        n for n, (status, age, at, _) in enumerate(drawn)
        if status is not UnitStatus.OFF_DUTY and age is not None and age <= 300 and at != "X"
    ]  # fmt: skip
    assert sum(each.fresh for each in found) == len(fresh)
    assert all(each.available <= each.fresh for each in found)
    assert list(found) == sorted(found, key=need)
    assert {sign for each in found for sign in each.stale}.isdisjoint(
        {u.call_sign for u in units if u.status is UnitStatus.OFF_DUTY}
    )
