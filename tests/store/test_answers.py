"""An answer acknowledges in its own transaction; tentative claims are told apart."""

from __future__ import annotations

from console.contract.decisions import DecisionResult, encode_decision
from console.domain import acts
from console.domain.casework import apply
from console.domain.casework.facts import Facts
from console.domain.decision import Decision, Outcome, Reason, refuse
from console.store.store import Store
from tests.store.world import NOW, SARI, decision, note, of, report


def judged(store: Store, each: Decision, outcome: Outcome) -> None:
    refusal = refuse(Reason.CLAIMED_BY_OTHER, holder="Budi") if outcome is Outcome.REFUSED else None
    store.settle([DecisionResult(id=each.id, outcome=outcome, refusal=refusal, server_time=NOW)])


def test_an_answer_acknowledges_what_it_answers_and_nothing_else(store: Store) -> None:
    store.apply_page(of([report(1)]))
    claim, other, told = decision(acts.ClaimCase(), report(1)), note(report(1), "a"), note(report(1), "b")
    for each in (claim, other):
        store.record(each, SARI, encode_decision(each))
        judged(store, each, Outcome.REFUSED)
    store.record(told, SARI, encode_decision(told), answers=(claim.id, told.id, "unknown"))
    assert [row.decision.id for row in store.attention()] == [other.id]
    kept = store.ledger_row(claim.id)
    assert kept is not None
    assert kept.seen_at is not None
    assert kept.refusal is not None
    assert [row.decision.id for row in store.waiting()] == [told.id]


def test_a_claim_is_tentative_until_the_server_has_answered(store: Store) -> None:
    store.apply_page(of([report(1)]))
    claim = decision(acts.ClaimCase(), report(1))
    store.record(claim, SARI, encode_decision(claim))
    assert seen(store) == (True, True)
    judged(store, claim, Outcome.APPLIED)
    assert seen(store) == (False, False)
    told = apply(claim, Facts(report=report(1)), SARI).report
    assert told is not None
    store.apply_page(of([told], next_seq=2))
    assert seen(store) == (False, False)


def test_notes_and_doubtful_decisions_make_nothing_tentative(store: Store) -> None:
    store.apply_page(of([report(1)]))
    written = note(report(1))
    store.record(written, SARI, encode_decision(written))
    assert seen(store) == (False, False)
    asked = decision(acts.ForwardCase(agency_id="none", text="x"), report(1))
    store.record(asked, SARI, encode_decision(asked))
    assert seen(store) == (False, False), "what will likely be refused takes nothing"


def seen(store: Store) -> tuple[bool, bool]:
    """Whether case and row say tentative."""
    shown, row = store.shown("r0001"), store.queue_row("r0001")
    assert shown is not None
    assert row is not None
    return shown.tentative, row.tentative
