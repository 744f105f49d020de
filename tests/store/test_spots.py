"""The store tells where and when reports were, own waiting acts too, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from console.domain import acts
from console.domain.place import Place
from console.domain.report import Status
from console.domain.spot import spot_of
from tests.worlds.cases import NOW, CaseDesk, a_report

HERE = Place(lat=-7.98, lon=112.63, area_code="35.73.02.1001")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[CaseDesk]:
    desk = CaseDesk(tmp_path)
    yield desk
    desk.close()


def test_spots_are_those_of_the_span_with_a_place_and_own_open_decisions_count(desk: CaseDesk) -> None:
    new, old, nowhere = (replace(a_report(f"r{n}", f"KJ-{n}"), place=HERE) for n in (1, 2, 3))
    old = replace(old, received_at=NOW - timedelta(days=40))
    for report in (new, old, replace(nowhere, place=Place())):
        desk.report(report)
    assert desk.store.spots_since(NOW - timedelta(days=28), 10) == (spot_of(new),)
    assert {each.id for each in desk.store.spots_since(NOW - timedelta(days=90), 10)} == {"r1", "r2"}
    assert [each.id for each in desk.store.spots_since(NOW - timedelta(days=90), 1)] == ["r1"], "the newest count"
    desk.decide(acts.CloseCase(outcome="nothing_found"), "r1")
    assert desk.store.spots_of(["r1", "r3", "gone"])["r1"].status is Status.CLOSED
    assert [each.id for each in desk.store.open_spots()] == ["r2"]
