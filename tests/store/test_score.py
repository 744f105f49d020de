"""The explained score: what a hover says of a row adds up to its key in the queue."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from console.desk.queue import Standing, near_count, standings
from console.domain.callback import Callback, CallbackWhy
from console.domain.category import CATEGORIES
from console.domain.report import Report, ReportKind, Status
from console.domain.reporter import Reporter
from console.domain.score import Share, breakdown, urgency
from console.domain.triage import Triage
from console.store.row import queue_row
from tests.domain.cases import a_report

REPORTS = st.builds(
    a_report,
    status=st.sampled_from(Status),
    kind=st.sampled_from(ReportKind),
    priority=st.integers(1, 4),
    category=st.sampled_from(sorted(CATEGORIES)),
    unread=st.booleans(),
    reporter=st.builds(Reporter, strikes=st.integers(0, 3), confirmed=st.integers(0, 3)),
    triage=st.one_of(st.none(), st.builds(Triage, life=st.sampled_from([(), ("api",)]))),
    callback=st.one_of(st.none(), st.builds(Callback, why=st.just(CallbackWhy.SILENT), rang=st.integers(1, 3))),
)


@settings(max_examples=150, deadline=None)
@given(REPORTS)
def test_the_parts_of_the_score_add_up_to_the_sort_key(report: Report) -> None:
    assert sum(weight.points for weight in breakdown(queue_row(report))) == urgency(report)


def test_among_equals_danger_comes_first_and_who_misled_us_last() -> None:
    plain = a_report(priority=3)
    danger = replace(plain, triage=Triage(life=("api",)))
    misled = replace(plain, reporter=Reporter(strikes=2, confirmed=1, reports=3))
    assert urgency(danger) < urgency(plain) < urgency(misled)
    assert urgency(replace(misled, triage=Triage(life=("api",)))) == urgency(danger)
    assert urgency(misled) < urgency(replace(plain, priority=4))


def test_each_part_that_counts_is_a_reason_on_the_row() -> None:
    row = queue_row(a_report(priority=2, unread=True, triage=Triage(life=("api",))))
    assert standings(row) == (
        Standing.PRIORITY, Standing.UNREAD, Standing.DANGER, Standing.STAGE, Standing.AGE,
    )  # fmt: skip
    assert row.life == ("api",)
    assert set(map(str, Share)) <= set(map(str, Standing))


def test_a_sensitive_row_tells_of_danger_without_its_words() -> None:
    row = queue_row(a_report(sensitive=True, category="domestic_violence", triage=Triage(life=("dipukuli",))))
    assert row.danger
    assert row.life == ()


def test_reports_of_the_kind_near_in_place_and_time_are_counted() -> None:
    row = queue_row(a_report())
    same = replace(row, id="b")
    later = replace(row, id="c", received_at=row.received_at + timedelta(hours=3))
    far = replace(row, id="d", lat=0.0, lon=0.0)
    other = replace(row, id="e", category="noise" if row.category != "noise" else "fire")
    assert near_count(row, [row, same, later, far, other, replace(row, id="f", lat=None, lon=None)]) == 1
    assert near_count(replace(row, lat=None, lon=None), [same]) == 0


def test_an_officer_s_call_for_help_stands_above_everything_and_says_so() -> None:
    called = a_report(category="officer_sos", status=Status.ON_SCENE, priority=1)
    assert urgency(called) < urgency(a_report(priority=1, kind=ReportKind.PANIC, unread=True))
    row = queue_row(called)
    assert standings(row)[0] is Standing.OFFICER_SOS
    assert sum(weight.points for weight in breakdown(row)) == urgency(called)
