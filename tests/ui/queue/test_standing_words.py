"""What a hover says of a row's place: each part of the score, no sensitive words."""

from __future__ import annotations

from dataclasses import replace

from console.domain.merging import Incident, MergedChild, MergedInto, Merging
from console.domain.queue_row import QueueOrder
from console.domain.report import Status
from console.domain.reporter import Reporter
from console.domain.triage import Triage
from console.store.row import queue_row
from console.ui.queue.words import chip_words, gathered_chip, gathered_words, row_sentence, standing_words
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


def test_a_case_that_gathers_others_says_so_and_one_merged_away_names_its_parent() -> None:
    at = T0
    children = tuple(MergedChild(report_id=f"c{n}", number=f"KJ-{n}", at=at, by="Sari") for n in range(2))
    parent = queue_row(a_report(merging=Merging(children=children)))
    assert (gathered_chip(parent), gathered_words(parent)) == ("3", "3 reports merged in this case")
    flood = Incident(title="Banjir", lead="Ipda Joko", since=at, by="Sari")
    large = queue_row(a_report(merging=Merging(children=children, incident=flood)))
    assert gathered_words(large) == "Large incident, 3 reports in it"
    assert gathered_words(large) in row_sentence(large)
    assert gathered_chip(queue_row(a_report(merging=Merging(incident=flood)))) == "1"
    into = MergedInto(report_id="p", number="KJ-2611-0185", at=at, by="Sari", decision_id="d")
    away = queue_row(a_report(status=Status.MERGED, merging=Merging(into=into)))
    assert (chip_words(away), gathered_chip(away)) == ("in 0185", "")
    assert gathered_words(away) == "Merged into KJ-2611-0185, I opens it"
    assert (gathered_chip(queue_row(a_report())), gathered_words(queue_row(a_report()))) == ("", "")
