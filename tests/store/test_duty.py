"""A unit's duty waiting to be sent: shown at once, let go once the server shows it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from msgspec import Raw

from console.contract.codec import encode
from console.contract.decisions import DecisionResult, encode_decision
from console.contract.feed import ChangeRow, ChangesPage
from console.contract.ids import new_id
from console.domain import acts
from console.domain.acts import OP_OF, Act
from console.domain.casework import Facts, apply
from console.domain.decision import Decision, Outcome, Reason, Subject, refuse
from console.domain.unit import DUTIES_KEPT, Duty, Unit, UnitStatus
from console.store.store import Store
from tests.store.world import NOW, SARI, decision, of, report

CAR = Unit(id="u1", call_sign="P-03", revision=1)


def feed(store: Store, unit: Unit, seq: int) -> None:
    row = ChangeRow(seq=seq, kind="unit", id=unit.id, revision=unit.revision, body=Raw(encode(unit)))
    store.apply_page(
        ChangesPage(epoch=of([]).epoch, oldest_seq=1, next_seq=seq, more=False, server_time=NOW, rows=(row,))
    )


def on_unit(act: Act, after_s: float = 0) -> Decision:
    return Decision(
        id=new_id(), op=OP_OF[type(act)], subject=Subject(kind="unit", id="u1"), actor_id=SARI.id,
        actor_session_id=SARI.session_id, desk_id=SARI.desk_id, decided_at=NOW + timedelta(seconds=after_s), act=act,
    )  # fmt: skip


def keep(store: Store, made: Decision) -> Decision:
    changes = store.record(made, SARI, encode_decision(made))
    assert "u1" in changes.units
    return made


def shown(store: Store) -> Unit:
    found = store.unit("u1")
    assert found is not None
    assert found in store.units()
    return found


def open_ids(store: Store) -> list[str]:
    with store.database.read() as connection:
        return list(connection.exec_driver_sql("SELECT id FROM ledger WHERE open = 1 ORDER BY seq").scalars())


def settle(store: Store, made: Decision, outcome: Outcome = Outcome.APPLIED) -> None:
    refusal = refuse(Reason.UNIT_ON_CASE, unit="P-03", number="KJ-9") if outcome is Outcome.REFUSED else None
    store.settle([DecisionResult(id=made.id, outcome=outcome, refusal=refusal, server_time=NOW)])


def test_it_shows_at_once_and_until_the_server_shows_it(store: Store) -> None:
    feed(store, CAR, 1)
    made = keep(store, on_unit(acts.SetDuty(duty="break")))
    assert (shown(store).duty, shown(store).duties[-1].by) == (Duty.BREAK, SARI.name)
    settle(store, made)
    assert (shown(store).duty, open_ids(store)) == (Duty.BREAK, [made.id])
    after = apply(made, Facts(report=None, units=(CAR,)), SARI).units[0]
    feed(store, after, 2)
    assert (shown(store), open_ids(store)) == (after, [])


def test_the_answer_may_come_after_the_news_and_a_refusal_takes_it_back(store: Store) -> None:
    feed(store, CAR, 1)
    made = keep(store, on_unit(acts.SetDuty(duty="off_duty")))
    feed(store, apply(made, Facts(report=None, units=(CAR,)), SARI).units[0], 2)
    assert len(shown(store).duties) == 1
    settle(store, made)
    assert open_ids(store) == []
    again = keep(store, on_unit(acts.SetDuty(duty="available"), 9))
    assert shown(store).status is UnitStatus.AVAILABLE
    settle(store, again, Outcome.REFUSED)
    assert shown(store).duty is Duty.OFF_DUTY
    assert [row.decision.id for row in store.attention()] == [again.id]


def test_what_others_changed_often_since_is_let_go_too(store: Store) -> None:
    feed(store, CAR, 1)
    made = keep(store, on_unit(acts.SetDuty(duty="break")))
    settle(store, made)
    after = Facts(report=None, units=(CAR,))
    for turn in range(DUTIES_KEPT):
        act = acts.SetDuty(duty="break" if turn % 2 else "out_of_service")
        after = apply(on_unit(act, 60 + turn), after, SARI)
    feed(store, after.units[0], 2)
    assert (shown(store), open_ids(store)) == (after.units[0], [])


def test_orders_and_duty_of_one_unit_are_folded_in_the_order_decided(store: Store) -> None:
    feed(store, CAR, 1)
    store.apply_page(of([report(1)], next_seq=2))

    def sending(act: Act) -> Decision:
        found = store.shown(report(1).id)
        assert found is not None
        return replace(decision(act, found.report), also=(Subject(kind="unit", id="u1"),))

    for made in (
        sending(acts.DispatchUnits(unit_ids=("u1",), fewer_because="uji")),
        None,
        on_unit(acts.SetDuty(duty="out_of_service"), 5),
    ):
        keep(store, made or sending(acts.CancelDispatch(unit_id="u1")))
    assert shown(store).duty is Duty.OUT_OF_SERVICE
    case = store.shown(report(1).id)
    assert case is not None
    assert (case.doubtful, len(case.waiting)) == ((), 2)
    back = keep(store, on_unit(acts.SetDuty(duty="available"), 9))
    keep(store, sending(acts.DispatchUnits(unit_ids=("u1",), fewer_because="uji")))
    assert shown(store).report_id == report(1).id
    case = store.shown(report(1).id)
    assert case is not None
    assert (case.doubtful, len(case.waiting)) == ((), 3)
    assert store.facts(on_unit(acts.UndoDuty(decision_id=back.id))).units[0].report_id == report(1).id
