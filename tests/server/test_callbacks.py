"""The call-back list as the server fills it: what a number did, who rises with it."""

from __future__ import annotations

from console.contract.ids import new_id
from console.domain import acts
from console.domain.callback import Callback, CallbackWhy
from tests.worlds.central import Central


def ring(central: Central, source: dict[str, str], account: str = "hp-1", **more: object) -> str:
    report_id = new_id()
    sent = {"id": report_id, "kind": "call", "call": "silent", "reporter": {"account": account}} | more
    answer = central.post("/v1/reports", headers=source, json=sent)
    assert answer.status_code == 201, answer.text
    return report_id


def listing(central: Central, report_id: str) -> Callback:
    callback = central.report(report_id).callback
    assert callback is not None
    return callback


def test_a_silent_call_waits_to_be_rung_back_and_a_repeat_raises_both(central: Central) -> None:
    source = central.make_source()
    first = ring(central, source)
    assert listing(central, first) == Callback(
        why=CallbackWhy.SILENT, rang=1, rang_at=central.report(first).received_at
    )
    ring(central, source, "hp-2")
    again = ring(central, source)
    assert (listing(central, again).rang, listing(central, again).risen) == (2, True)
    assert (listing(central, first).rang, listing(central, first).risen) == (2, True)
    assert central.report(first).timeline[-1].kind == "callback.rang"


def test_the_same_number_by_two_accounts_is_one_number_and_after_half_an_hour_it_is_new(central: Central) -> None:
    source = central.make_source()
    ring(central, source, reporter={"account": "a", "phone": "+62 800 000 0001"})
    other = ring(central, source, reporter={"account": "b", "phone": "0800 000 0001"})
    assert listing(central, other).rang == 2
    central.let_pass(31 * 60)
    later = ring(central, source, reporter={"account": "b", "phone": "0800 000 0001"})
    assert (listing(central, later).rang, listing(central, later).risen) == (1, False)


def test_a_number_with_violence_before_rises_by_itself_unless_that_was_a_prank(central: Central) -> None:
    source, desk = central.make_source(), central.sign_in()
    for account in ("korban", "iseng"):
        told = central.report_in(source, category="domestic_violence", reporter={"account": account})
        if account == "iseng":
            desk.decide(acts.ClaimCase(), told)
            assert desk.decide(acts.JunkCase(outcome="prank"), told, token=1)["outcome"] == "applied"
    central.let_pass(86_400)
    assert listing(central, ring(central, source, "korban")).risen
    assert not listing(central, ring(central, source, "iseng")).risen


def test_how_a_call_failed_is_checked_and_a_call_with_words_may_still_have_broken_off(central: Central) -> None:
    source = central.make_source()
    assert listing(central, ring(central, source, text="halo, tol", call="broken_off")).why is CallbackWhy.BROKEN_OFF
    wrong = {"id": new_id(), "kind": "report", "text": "x", "call": "silent"}
    answer = central.post("/v1/reports", headers=source, json=wrong)
    assert (answer.status_code, answer.json()["field"]) == (422, "call")
