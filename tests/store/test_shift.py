"""The store tells what the shift watches and who holds how much, own waiting acts too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from console.domain import acts
from console.domain.report import Claim
from console.domain.roster import Duty, Roster, Rung
from console.domain.ticks import Ticks
from tests.worlds.cases import NOW, CaseDesk, a_report


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[CaseDesk]:
    desk = CaseDesk(tmp_path)
    yield desk
    desk.close()


def test_what_is_watched_is_kept_until_it_ends(desk: CaseDesk) -> None:
    desk.report(a_report("r1", "KJ-1"))
    desk.report(a_report("r2", "KJ-2", ticks=Ticks(armed=True)))
    desk.report(a_report("r3", "KJ-3", category="officer_sos"))
    assert {case.report.id for case in desk.store.watched()} == {"r2", "r3"}
    desk.decide(acts.TickFacts(crowd=True), "r1")
    desk.decide(acts.CloseCase(outcome="nothing_found"), "r2")
    assert {case.report.id for case in desk.store.watched()} == {"r1", "r3"}


def test_loads_count_open_cases_by_person_most_first(desk: CaseDesk) -> None:
    sari = Claim(holder_id="sari", holder_name="Sari W.", desk_id="d2", token=1, taken_at=NOW)
    old = replace(a_report("r1", "KJ-1", claim=sari), received_at=NOW - timedelta(hours=2))
    for report in (old, a_report("r2", "KJ-2", claim=sari), a_report("r3", "KJ-3")):
        desk.report(report)
    desk.decide(acts.ClaimCase(), "r3")
    assert [(each.holder_name, each.held, each.oldest_number) for each in desk.store.loads()] == [
        ("Sari W.", 2, "KJ-1"),
        (desk.actor.name, 1, "KJ-3"),
    ]


def test_the_roster_comes_with_the_feed(desk: CaseDesk) -> None:
    assert desk.store.roster() == Roster()
    roster = Roster(revision=2, duties=(Duty(rung=Rung.POLDA, name="Siaga", contact="1"),))
    desk.put("roster", "roster", roster)
    assert desk.store.roster() == roster
