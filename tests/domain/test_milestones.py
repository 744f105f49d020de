"""The moments of a case a track is held against, each when it was first reached."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from console.domain.milestones import Milestone, case_span, milestones
from console.domain.place import Place
from console.domain.report import Assignment, AssignmentStatus, Report, ReportKind, SourceKind
from console.domain.timeline import Entry

START = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)


def minute(count: float) -> datetime:
    return START + timedelta(minutes=count)


def order(status: AssignmentStatus, ordered: float, status_at: float) -> Assignment:
    return Assignment(
        unit_id="u", call_sign="U", title="", decision_id="d", status=status, ordered_at=minute(ordered),
        status_at=minute(status_at),
    )  # fmt: skip


def said(status: str, at: float, *, undone: bool = False) -> Entry:
    return Entry(kind="unit.status", at=minute(at), params={"status": status}, undone=undone)


def case(**more) -> Report:
    return Report(
        id="r", number="KJ-2611-0001", kind=ReportKind.REPORT, source_id="s", source_kind=SourceKind.CALL_110,
        source_name="110", received_at=START, place=Place(), **more,
    )  # fmt: skip


def test_each_moment_is_the_first_of_its_kind_in_order_of_time() -> None:
    report = case(
        assignments=(order(AssignmentStatus.ON_SCENE, 5, 30), order(AssignmentStatus.DONE, 3, 50)),
        timeline=(said("en_route", 8), said("en_route", 6, undone=True), said("on_scene", 22), said("on_scene", 30)),
        closed_at=minute(60),
    )
    assert [(each.milestone, each.at) for each in milestones(report)] == [
        (Milestone.RECEIVED, START),
        (Milestone.DISPATCHED, minute(3)),
        (Milestone.EN_ROUTE, minute(8)),
        (Milestone.ON_SCENE, minute(22)),
        (Milestone.CLOSED, minute(60)),
    ]
    assert case_span(report, minute(90)) == (START, minute(60))


def test_what_was_not_reached_is_left_out_and_an_open_case_lasts_until_now() -> None:
    assert [each.milestone for each in milestones(case())] == [Milestone.RECEIVED]
    assert case_span(case(), minute(90)) == (START, minute(90))
