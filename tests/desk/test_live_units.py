"""The index of units follows the store: what was committed is in it before a screen asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from console.domain import acts
from console.domain.changes import Changes
from console.domain.unit import UnitStatus
from tests.worlds.cases import UNITS, CaseDesk, a_report


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[CaseDesk]:
    world = CaseDesk(tmp_path)
    yield world
    world.close()


def advised(desk: CaseDesk) -> list[str]:
    view = desk.book.case("r1")
    assert view is not None
    return [a.unit.id for a in view.advice if not a.skipped]


def test_whoever_hears_of_a_change_finds_it_in_the_index_already(desk: CaseDesk) -> None:
    desk.report(a_report("r1", "KJ-1"))
    seen: list[list[str]] = []
    desk.store.subscribe(lambda changes: seen.append(advised(desk)) if isinstance(changes, Changes) else None)
    assert "u12" in advised(desk)
    desk.desk.decide(acts.DispatchUnits(unit_ids=("u12",)), "r1")
    assert "u12" not in seen[-1]
    decided = desk.desk.decide(acts.CancelDispatch(unit_id="u12"), "r1")
    assert decided is not None
    assert "u12" in seen[-1]


def test_units_that_come_change_or_are_told_of_in_numbers_are_as_the_server_says(desk: CaseDesk) -> None:
    desk.report(a_report("r1", "KJ-1"))
    assert "u12" in advised(desk)
    desk.put("unit", "u12", replace(UNITS[0], status=UnitStatus.OFF_DUTY))
    assert "u12" not in advised(desk)
    for number in range(25):
        desk.put("unit", f"x{number}", replace(UNITS[0], id=f"x{number}", status=UnitStatus.OFF_DUTY))
    desk.put("unit", "u12", UNITS[0])
    assert "u12" in advised(desk)
