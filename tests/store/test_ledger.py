"""The ledger: order per subject, answers, and what screens show meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from console.contract.decisions import DecisionResult, decode_decision, encode_decision
from console.domain import acts
from console.domain.casework import apply
from console.domain.casework.facts import Facts
from console.domain.decision import Decision, Outcome, Reason, refuse
from console.domain.report import Report, Status
from console.domain.shown_case import LedgerState
from console.domain.unit import UnitStatus
from console.store.store import Store
from tests.store.world import KEY, NOW, SARI, decision, gone, note, now, of, page, report, unit


def answer(each: Decision, outcome: Outcome = Outcome.APPLIED) -> DecisionResult:
    refusal = refuse(Reason.CLAIMED_BY_OTHER, holder="Budi") if outcome is Outcome.REFUSED else None
    return DecisionResult(id=each.id, outcome=outcome, refusal=refusal, server_time=NOW)


def after(each: Decision, before: Report) -> Report:
    """The report as the server tells it once the decision was applied there."""
    told = apply(each, Facts(report=before), SARI).report
    assert told is not None
    return told


def shown_status(store: Store, report_id: str = "r0001") -> Status:
    shown = store.shown(report_id)
    row = store.queue_row(report_id)
    assert shown is not None
    assert row is not None
    assert row.status is shown.report.status
    return shown.report.status


def test_a_decision_shows_at_once_stays_shown_while_confirmed_and_is_never_counted_twice(store: Store) -> None:
    store.apply_page(of([report(1)]))
    claim = decision(acts.ClaimCase(), report(1))
    store.record(claim, SARI, encode_decision(claim))
    assert shown_status(store) is Status.CLAIMED
    row = store.queue_row("r0001")
    assert row is not None
    assert row.waiting == 1
    # The answer is there before the feed: the claim must not vanish for a round (sync.md, known bugs).
    store.settle([answer(claim)])
    assert shown_status(store) is Status.CLAIMED
    assert store.waiting_count() == 0
    told = after(claim, report(1))
    store.apply_page(of([told], next_seq=2))
    assert store.shown("r0001").report == told  # type: ignore[union-attr]


def test_the_feed_before_the_answer_does_not_apply_it_twice(store: Store) -> None:
    store.apply_page(of([report(1)]))
    claim = decision(acts.ClaimCase(), report(1))
    store.record(claim, SARI, encode_decision(claim))
    told = after(claim, report(1))
    store.apply_page(of([told], next_seq=2))
    shown = store.shown("r0001")
    assert shown is not None
    assert shown.report == told
    assert shown.waiting == ()
    store.settle([answer(claim)])
    assert store.waiting() == ()


def test_a_refusal_takes_the_effect_back_and_waits_for_a_person(store: Store) -> None:
    store.apply_page(of([report(1)]))
    claim = decision(acts.ClaimCase(), report(1))
    store.record(claim, SARI, encode_decision(claim))
    store.settle([answer(claim, Outcome.REFUSED)])
    assert shown_status(store) is Status.NEW
    [kept] = store.attention()
    assert kept.refusal == refuse(Reason.CLAIMED_BY_OTHER, holder="Budi")
    assert kept.number == "KJ-2603-0001"
    store.mark_seen(claim.id)
    assert store.attention() == ()
    row = store.ledger_row(claim.id)
    assert row is not None
    assert row.state is LedgerState.REFUSED


def test_an_answer_that_comes_again_changes_nothing(store: Store) -> None:
    store.apply_page(of([report(1)]))
    claim = decision(acts.ClaimCase(), report(1))
    store.record(claim, SARI, encode_decision(claim))
    store.record(claim, SARI, encode_decision(claim))
    store.settle([answer(claim)])
    store.settle([answer(claim, Outcome.REFUSED)])
    row = store.ledger_row(claim.id)
    assert row is not None
    assert row.state is LedgerState.APPLIED


def test_order_holds_on_any_shared_subject_and_nothing_else_waits(store: Store) -> None:
    store.apply_page(of([report(1), report(2), report(3), unit("u1")]))
    first = decision(acts.DispatchUnits(unit_ids=("u1",)), report(1), units=("u1",))
    same_unit = decision(acts.DispatchUnits(unit_ids=("u1",)), report(2), units=("u1",))
    same_report = note(report(1))
    free = note(report(3))
    for each in (first, same_unit, same_report, free):
        store.record(each, SARI, encode_decision(each))
    assert [key for key, _ in store.sendable(10)] == [first.id, free.id]
    # The head backs off: it still holds up its subjects, and only those.
    assert [key for key, _ in store.sendable(10, frozenset({first.id}))] == [free.id]
    store.settle([answer(first)])
    assert [key for key, _ in store.sendable(10)] == [same_unit.id, same_report.id, free.id]


def test_a_unit_sent_is_shown_ordered_everywhere(store: Store) -> None:
    store.apply_page(of([report(1), report(2), unit("u1")]))
    sent_to = decision(acts.DispatchUnits(unit_ids=("u1",)), report(1), units=("u1",))
    store.record(sent_to, SARI, encode_decision(sent_to))
    sent = store.unit("u1")
    assert sent is not None
    assert (sent.status, sent.report_id) == (UnitStatus.ORDERED, "r0001")
    rival = decision(acts.DispatchUnits(unit_ids=("u1",)), report(2), units=("u1",))
    assert store.facts(rival).unit("u1") == sent
    assert store.units() == (sent,)


def test_decisions_outlive_the_report_they_are_about(store: Store) -> None:
    store.apply_page(of([report(1)]))
    pending = note(report(1))
    store.record(pending, SARI, encode_decision(pending))
    store.apply_page(page(gone("r0001"), next_seq=2))
    assert [key for key, _ in store.sendable(10)] == [pending.id]
    assert store.shown("r0001") is None


def test_after_a_restore_recent_decisions_wait_again(store: Store) -> None:
    store.apply_page(of([report(1)]))
    old, young = note(report(1)), decision(acts.AddNote(text="baru"), report(1), base=False, at_s=5000)
    for each in (old, young):
        store.record(each, SARI, encode_decision(each))
    store.settle([answer(old), answer(young)])
    assert store.send_again(NOW + timedelta(seconds=1000)) == 1
    assert [each.decision.id for each in store.waiting()] == [young.id]


def test_the_raw_decision_is_never_rewritten(store: Store) -> None:
    store.apply_page(of([report(1)]))
    pending = note(report(1), "ø ✓ \u202e")
    store.record(pending, SARI, encode_decision(pending))
    [(key, raw)] = store.sendable(1)
    assert key == pending.id
    assert decode_decision(raw) == pending
    assert store.ledger_raw()[0][1] == raw


class Ledgers(RuleBasedStateMachine):
    """Decide, answer, tell and forget in any order: nothing is lost, nothing shown twice, order holds."""

    def __init__(self) -> None:
        super().__init__()
        import tempfile
        from pathlib import Path

        self.folder = tempfile.TemporaryDirectory(prefix="sigap-ledger-")
        self.store = Store.open(Path(self.folder.name) / "l.db", KEY, now)
        self.server = {f"r{n:04}": report(n) for n in (1, 2)}
        self.applied: list[str] = []
        self.recorded: list[str] = []
        self.seq = 0
        self._tell(*self.server)

    def _tell(self, *ids: str) -> None:
        self.seq += 1
        self.store.apply_page(of([self.server[each] for each in ids], next_seq=self.seq))

    @rule(number=st.sampled_from([1, 2]), text=st.sampled_from(["a", "b"]))
    def decide(self, number: int, text: str) -> None:
        pending = note(self.server[f"r{number:04}"], text)
        self.store.record(pending, SARI, encode_decision(pending))
        self.recorded.append(pending.id)

    @rule(lost_reply=st.booleans(), told=st.booleans())
    def send_one(self, lost_reply: bool, told: bool) -> None:
        for key, raw in self.store.sendable(1):
            each = decode_decision(raw)
            if key not in self.applied:
                self.applied.append(key)
                self.server[each.subject.id] = after(each, self.server[each.subject.id])
            if told:
                self._tell(each.subject.id)
            if not lost_reply:
                self.store.settle([answer(each)])

    @rule(number=st.sampled_from([1, 2]))
    def hear(self, number: int) -> None:
        self._tell(f"r{number:04}")

    @invariant()
    def every_decision_is_shown_exactly_once_in_order(self) -> None:
        for report_id in self.server:
            shown = self.store.shown(report_id)
            assert shown is not None
            entries = [entry.decision_id for entry in shown.report.timeline]
            assert len(entries) == len(set(entries))
            mine = [
                key
                for key in self.recorded
                if (row := self.store.ledger_row(key)) and row.decision.subject.id == report_id
            ]
            assert entries == mine

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()


TestLedgers = Ledgers.TestCase
TestLedgers.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from([1, 2, 3, 4]), min_size=1, max_size=4))
def test_projecting_pending_priorities_equals_what_the_server_will_hold(priorities: list[int]) -> None:
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "p.db", KEY, now)
        try:
            store.apply_page(of([report(1)]))
            server = report(1)
            for priority in priorities:
                shown = store.shown("r0001")
                assert shown is not None
                each = decision(acts.SetPriority(priority=priority), shown.report)
                store.record(each, SARI, encode_decision(each))
                server = after(each, server)
            shown = store.shown("r0001")
            assert shown is not None
            assert shown.report == replace(server)
        finally:
            store.close()
