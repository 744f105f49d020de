"""A merge waiting to be sent: it shows on both reports, and settles on both."""

from __future__ import annotations

from dataclasses import replace

from console.contract.decisions import DecisionResult, encode_decision
from console.domain import acts
from console.domain.casework import Facts, apply
from console.domain.casework.merging import into_of, merging_of
from console.domain.decision import Decision, Outcome, Reason, Subject, refuse
from console.domain.queue_row import QueueFilter, QueueQuery
from console.domain.report import Report, Status
from console.store.store import Store
from tests.store.world import NOW, SARI, decision, of, report

OPEN = QueueQuery(filter=QueueFilter.OPEN)
CHILD, PARENT = report(1), report(2)


def merging(child: Report = CHILD, parent: Report = PARENT) -> Decision:
    made = decision(acts.MergeCase(into_id=parent.id), child)
    return replace(made, also=(Subject(kind="report", id=parent.id),))


def shown(store: Store, report_id: str) -> Report:
    found = store.shown(report_id)
    assert found is not None
    return found.report


def both(store: Store) -> tuple[Status, int]:
    """Where the one merged away stands and how many the other lists, as every screen asks for them."""
    row = store.queue_row(CHILD.id)
    assert row is not None
    assert row.status is shown(store, CHILD.id).status
    return row.status, len(merging_of(shown(store, PARENT.id)).children)


def test_it_shows_on_both_at_once_and_while_the_server_tells_of_one_after_the_other(store: Store) -> None:
    store.apply_page(of([CHILD, PARENT]))
    merge = merging()
    changes = store.record(merge, SARI, encode_decision(merge))
    assert changes.reports == {CHILD.id, PARENT.id}
    assert both(store) == (Status.MERGED, 1)
    assert store.queue_total(OPEN) == 1
    row = store.queue_row(PARENT.id)
    assert row is not None
    assert (row.waiting, row.urgency) == (1, row.priority * 100)
    store.settle([DecisionResult(id=merge.id, outcome=Outcome.APPLIED, server_time=NOW)])
    assert both(store) == (Status.MERGED, 1)
    after = apply(merge, Facts(report=CHILD, others=(PARENT,)), SARI)
    assert after.report is not None
    store.apply_page(of([after.others[0]], next_seq=2))
    assert both(store) == (Status.MERGED, 1)
    store.apply_page(of([after.report], next_seq=3))
    assert both(store) == (Status.MERGED, 1)
    assert shown(store, PARENT.id) == after.others[0]
    assert store.queue_total(OPEN) == 1


def test_refused_by_the_server_both_stand_as_before(store: Store) -> None:
    store.apply_page(of([CHILD, PARENT]))
    merge = merging()
    store.record(merge, SARI, encode_decision(merge))
    refusal = refuse(Reason.PARENT_MERGED, number=PARENT.number, into=CHILD.number, by="Budi")
    store.settle([DecisionResult(id=merge.id, outcome=Outcome.REFUSED, refusal=refusal, server_time=NOW)])
    assert both(store) == (Status.NEW, 0)
    assert store.queue_total(OPEN) == 2


def test_what_the_server_says_of_the_parent_moves_the_child_too(store: Store) -> None:
    store.apply_page(of([CHILD, PARENT]))
    merge = merging()
    store.record(merge, SARI, encode_decision(merge))
    away = apply(merging(PARENT, report(3)), Facts(report=PARENT, others=(report(3),)), SARI).report
    assert away is not None
    changes = store.apply_page(of([away], next_seq=2))
    assert changes.reports == {CHILD.id, PARENT.id}
    assert both(store)[0] is Status.NEW
    doubtful = store.shown(CHILD.id)
    assert doubtful is not None
    assert [refusal.reason for _, refusal in doubtful.doubtful] == [Reason.PARENT_MERGED]


def test_a_later_decision_on_either_report_waits_for_the_merge(store: Store) -> None:
    store.apply_page(of([CHILD, PARENT]))
    merge, note = merging(), decision(acts.AddNote(text="x"), PARENT)
    for each in (merge, note):
        store.record(each, SARI, encode_decision(each))
    assert [each for each, _ in store.sendable(10)] == [merge.id]
    facts = store.facts(decision(acts.SplitCase(), shown(store, CHILD.id)))
    assert facts.report is not None
    into = into_of(facts.report)
    assert into is not None
    assert into.report_id == PARENT.id
