"""The queue's answers: order, filters, places, counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from console.domain.queue_row import QueueFilter, QueueOrder, QueueQuery
from console.domain.report import Claim, Report, ReportKind, Status
from console.domain.score import urgency
from console.store.queue import match_of
from console.store.store import Store
from tests.store.world import NOW, SARI, of, report


def _claimed(number: int, holder: str = "sari") -> Report:
    claim = Claim(holder_id=holder, holder_name=holder.title(), desk_id="d1", token=1, taken_at=NOW)
    return report(number, status=Status.CLAIMED, claim=claim)


def _closed(number: int, outcome: str = "nothing_found") -> Report:
    status = Status.JUNKED if outcome == "prank" else Status.CLOSED
    return report(
        number,
        status=status,
        outcome=outcome,
        closed_at=NOW + timedelta(hours=number),
        closed_by_id="sari",
        closed_by="S",
    )


CITY = [
    report(1, priority=2),
    report(2, priority=1),
    _claimed(3),
    _claimed(4, "budi"),
    report(5, kind=ReportKind.SERVICE, priority=4),
    _closed(6),
    _closed(7, "prank"),
    report(8, kind=ReportKind.ASPIRATION, priority=4),
]


def _ids(store: Store, query: QueueQuery) -> list[str]:
    return [each.id for each in store.queue_page(query, 0, 100)]


def test_filters_and_their_counts_agree(store: Store) -> None:
    store.apply_page(of(CITY))
    counts = store.counts("sari")
    for each in QueueFilter:
        query = QueueQuery(filter=each, actor_id="sari")
        assert len(_ids(store, query)) == store.queue_total(query) == counts[each], each
    assert _ids(store, QueueQuery(filter=QueueFilter.MINE, actor_id="sari")) == ["r0003"]
    assert _ids(store, QueueQuery(filter=QueueFilter.JUNK, order=QueueOrder.CLOSED)) == ["r0007"]
    assert _ids(store, QueueQuery(filter=QueueFilter.HANDLED, order=QueueOrder.CLOSED)) == ["r0007", "r0006"]
    since = QueueQuery(filter=QueueFilter.HANDLED, closed_since=NOW + timedelta(hours=7))
    assert _ids(store, since) == ["r0007"]


def test_the_most_urgent_come_first_and_the_ended_last(store: Store) -> None:
    store.apply_page(of(CITY))
    expected = sorted(CITY, key=lambda each: (urgency(each), each.received_at))
    assert _ids(store, QueueQuery()) == [each.id for each in expected]


@pytest.mark.parametrize("order", [QueueOrder.URGENT, QueueOrder.NEWEST])
@pytest.mark.parametrize("which", QueueFilter)
def test_every_report_stands_where_its_offset_says(store: Store, order: QueueOrder, which: QueueFilter) -> None:
    store.apply_page(of(CITY))
    query = QueueQuery(filter=which, order=order, actor_id="sari")
    for offset, report_id in enumerate(_ids(store, query)):
        assert store.queue_offset(query, report_id) == offset
    assert store.queue_offset(QueueQuery(filter=QueueFilter.MINE, actor_id="x"), "r0001") is None


@pytest.mark.parametrize("which", [QueueFilter.OPEN, QueueFilter.NEW, QueueFilter.MINE, QueueFilter.SERVICE])
def test_counting_what_is_more_urgent_walks_the_index_from_there_only(store: Store, which: QueueFilter) -> None:
    store.apply_page(of(CITY))
    query, asked = QueueQuery(filter=which, actor_id="sari"), list[tuple[str, object]]()
    event.listen(store.database.engine, "before_cursor_execute", lambda *told: asked.append((told[2], told[3])))
    assert store.queue_offset(query, _ids(store, query)[0]) == 0
    counting, values = next((text, values) for text, values in asked if text.startswith("SELECT count(*)"))
    with store.database.read() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {counting}", values).all()
    assert "queue_urgent ((urgency,received_us)<(?,?))" in plan[0][3], plan


def test_a_row_comes_back_as_it_was_kept_and_a_sensitive_one_without_its_words(store: Store) -> None:
    store.apply_page(of([report(1, text="satu\ndua  tiga" * 100), report(2, sensitive=True, text="rahasia")]))
    row = store.queue_row("r0001")
    assert row is not None
    assert row.received_at == NOW + timedelta(seconds=1)
    assert row.line.startswith("satu dua tiga")
    assert len(row.line) == 240
    sensitive = store.queue_row("r0002")
    assert sensitive is not None
    assert sensitive.line == ""


def test_own_leases_are_those_the_server_confirmed(store: Store) -> None:
    store.apply_page(of(CITY))
    assert store.own_leases("sari", "d1") == (("r0003", 1),)
    assert store.own_leases("sari", "other desk") == ()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=40))
def test_whatever_is_typed_is_a_search_and_never_an_error(store: Store, words: str) -> None:
    if store.report("r0001") is None:
        store.apply_page(of([report(1)]))
    store.queue_page(QueueQuery(search=words), 0, 10)
    assert match_of(words).count('"') % 2 == 0


def test_the_row_follows_the_report(store: Store) -> None:
    store.apply_page(of([report(1)]))
    store.apply_page(of([replace(_claimed(1, SARI.id), revision=2)]))
    row = store.queue_row("r0001")
    assert row is not None
    assert (row.holder_name, row.status) == ("Sari", Status.CLAIMED)
