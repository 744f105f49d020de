"""Units asked about one by one are as they are among all, whatever waits to be sent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from console.domain import acts
from console.domain.acts import Act
from tests.worlds.cases import UNITS, CaseDesk, a_report

REPORTS = ("r1", "r2", "r3")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[CaseDesk]:
    made = CaseDesk(tmp_path)
    yield made
    made.close()


def an_act(draw: Random) -> Act:
    unit_id = draw.choice(UNITS).id
    return draw.choice(
        (
            acts.DispatchUnits(unit_ids=(unit_id,), fewer_because="Tidak ada lagi"),
            acts.DispatchUnits(unit_ids=(unit_id,), after_current=True, fewer_because="Tidak ada lagi"),
            acts.CancelDispatch(unit_id=unit_id),
            acts.MergeCase(into_id=draw.choice(REPORTS)),
            acts.CloseCase(outcome="handled_on_scene", release_units=True),
            acts.ReopenCase(reason="Belum selesai"),
            acts.AddNote(text="Sudah dihubungi."),
        )
    )


@pytest.mark.parametrize("seed", range(4))
def test_a_unit_asked_for_alone_is_as_it_is_among_all(desk: CaseDesk, seed: int) -> None:
    draw, moved = Random(seed), 0
    told = {unit.id: unit for unit in desk.store.units()}
    for report_id in REPORTS:
        desk.report(a_report(report_id, f"KJ-2611-{report_id[1:]:>04}"))
    desk.desk.decide(acts.DispatchUnits(unit_ids=(UNITS[0].id,), fewer_because="Tidak ada lagi"), "r1")
    for _ in range(16):
        desk.desk.decide(an_act(draw), draw.choice(REPORTS))
        every = {unit.id: unit for unit in desk.store.units()}
        assert {each: desk.store.unit(each) for each in every} == every
        assert desk.store.some_units(every) == every
        moved += every != told
    assert moved
