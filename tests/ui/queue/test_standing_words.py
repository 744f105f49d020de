"""What a hover says of a row's place: each part of the score, no sensitive words."""

from __future__ import annotations

from dataclasses import replace

from console.domain.queue_row import QueueOrder
from console.domain.report import Status
from console.domain.reporter import Reporter
from console.domain.triage import Triage
from console.store.row import queue_row
from console.ui.queue.words import standing_words
from tests.domain.cases import T0, a_report

SAID = Triage(category="fire", priority=1, words=("api",), life=("api",))


def test_danger_trust_and_others_nearby_are_told() -> None:
    row = queue_row(a_report(priority=2, triage=SAID, reporter=Reporter(reports=9, confirmed=7, strikes=1)))
    words = standing_words(row, QueueOrder.URGENT, T0, 4)
    assert "Danger to life: “api”" in words
    assert "Reporter: 7 of 9 reports true · 1 strikes" in words
    assert "4 more of the kind near it" in words


def test_who_misled_us_more_often_than_not_is_told_to_come_later() -> None:
    row = queue_row(a_report(reporter=Reporter(reports=3, confirmed=0, strikes=2)))
    assert "misled us" in standing_words(row, QueueOrder.URGENT, T0)


def test_a_sensitive_row_never_quotes_and_an_ended_one_needs_no_reasons() -> None:
    report = a_report(sensitive=True, category="domestic_violence", triage=SAID)
    words = standing_words(queue_row(report), QueueOrder.URGENT, T0)
    assert "danger to life" in words
    assert "“" not in words
    ended = standing_words(queue_row(replace(report, status=Status.CLOSED)), QueueOrder.URGENT, T0)
    assert "1. It has ended" in ended
