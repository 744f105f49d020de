"""What a shift ended, with its times."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from console.desk.review import ReviewFilter, may_review, shift_start
from console.domain import acts
from tests.worlds.cases import OPERATOR, SUPERVISOR, CaseDesk, a_report


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[CaseDesk]:
    world = CaseDesk(tmp_path)
    yield world
    world.close()


def test_a_shift_begins_at_its_last_hour() -> None:
    assert shift_start(datetime(2026, 11, 21, 7, 30, tzinfo=UTC), "Asia/Jakarta").hour == 14
    night = shift_start(datetime(2026, 11, 20, 20, 0, tzinfo=UTC), "Asia/Jakarta")
    assert (night.day, night.hour) == (20, 22)


def test_ended_cases_stand_with_their_times_latest_first(desk: CaseDesk) -> None:
    desk.report(a_report("r1", "KJ-1"))
    desk.report(a_report("r2", "KJ-2", text="halo halo", category="other"))
    desk.report(a_report("r3", "KJ-3"))
    desk.decide(acts.ClaimCase(), "r1")
    desk.pass_time(60)
    desk.decide(acts.CloseCase(outcome="nothing_found"), "r1")
    desk.pass_time(10)
    desk.decide(acts.JunkCase(outcome="prank"), "r2")
    rows = desk.book.review(ReviewFilter.ALL)
    assert [row.number for row in rows] == ["KJ-2", "KJ-1"]
    assert (rows[1].claim_s, rows[1].close_s) == (92, 152)
    assert [row.number for row in desk.book.review(ReviewFilter.JUNK)] == ["KJ-2"]


def test_an_approved_case_is_no_longer_unjudged(desk: CaseDesk) -> None:
    desk.report(a_report("r1", "KJ-1"))
    desk.decide(acts.CloseCase(outcome="nothing_found"), "r1")
    desk.actor = SUPERVISOR
    assert len(desk.book.review(ReviewFilter.UNJUDGED)) == 1
    desk.decide(acts.ApproveCase(), "r1")
    assert desk.book.review(ReviewFilter.UNJUDGED) == ()
    assert desk.book.review(ReviewFilter.ALL)[0].verdict == "approved"


def test_a_sensitive_case_is_reviewed_without_its_words(desk: CaseDesk) -> None:
    desk.report(a_report("r1", "KJ-1", category="suicide", text="mau lompat"))
    desk.decide(acts.CloseCase(outcome="handled_on_scene"), "r1")
    assert "lompat" not in repr(desk.book.review(ReviewFilter.ALL))


def test_only_a_supervisor_may() -> None:
    assert may_review(SUPERVISOR)
    assert not may_review(OPERATOR)
    assert not may_review(None)
