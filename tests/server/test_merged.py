"""Merged reports at the server: kept in one go, every reporter still heard and told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from console.contract.ids import new_id
from console.domain.acts import (
    Act,
    AskReporter,
    ClaimCase,
    CloseCase,
    DispatchUnits,
    ForwardCase,
    MergeCase,
    SplitCase,
    TellReporters,
)
from console.domain.agency import Agency
from console.domain.casework.merging import into_of, merging_of, reports_named
from console.domain.decision import Decision, Subject
from console.domain.report import Report, Status
from console.server.orders_due import OrdersDue
from tests.server.test_intake import PHOTO
from tests.worlds.central import Central, SignedDesk

WHO = {"account": "warga-1", "name": "Contoh"}


def about(desk: SignedDesk, act: Act, report: Report) -> Decision:
    made = desk.decision(act, report.id, base_version=report.version)
    return replace(made, also=tuple(Subject(kind="report", id=each) for each in reports_named(act, report)))


def merged(central: Central, app: dict[str, str], desk: SignedDesk) -> tuple[str, str]:
    child, parent = (central.report_in(app, reporter=WHO | {"account": name}) for name in ("a", "b"))
    answer = desk.send(about(desk, MergeCase(into_id=parent), central.report(child)))
    assert answer.json()["results"][0]["outcome"] == "applied"
    return child, parent


def test_both_reports_are_kept_and_the_lease_of_the_one_merged_away_ends(central: Central) -> None:
    app, desk = central.make_source(), central.sign_in("sari")
    child = central.report_in(app)
    desk.decide(ClaimCase(), child, base_version=1)
    parent = central.report_in(app)
    held = replace(about(desk, MergeCase(into_id=parent), central.report(child)), token=1)
    assert desk.send(held).json()["results"][0]["outcome"] == "applied"
    assert (central.report(child).status, central.report(child).claim) == (Status.MERGED, None)
    assert [each.report_id for each in merging_of(central.report(parent)).children] == [child]
    with central.parts.database.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM leases").scalar() == 0
    assert desk.send(about(desk, SplitCase(), central.report(child))).json()["results"][0]["outcome"] == "applied"
    assert into_of(central.report(child)) is None
    assert central.report(parent).merging is None


def test_a_merge_that_does_not_name_the_other_report_is_refused(central: Central) -> None:
    app, desk = central.make_source(), central.sign_in("sari")
    child, parent = central.report_in(app), central.report_in(app)
    answer = desk.decide(MergeCase(into_id=parent), child, base_version=1)
    assert (answer["outcome"], answer["refusal"]["reason"]) == ("refused", "not_found")


def test_the_reporter_of_a_merged_report_sees_how_the_case_goes_on(central: Central) -> None:
    app, desk = central.make_source(), central.sign_in("sari")
    child, parent = merged(central, app, desk)
    desk.decide(AskReporter(text="Anda yang memotret?"), child)
    desk.decide(TellReporters(text="Petugas di lokasi"), parent)
    desk.decide(AskReporter(text="hanya untuk pelapor induk"), parent)
    seen = central.get(f"/v1/reports/{child}", headers=app).json()
    assert [(m["direction"], m["text"]) for m in seen["messages"]] == [
        ("question", "Anda yang memotret?"),
        ("information", "Petugas di lokasi"),
    ]
    assert seen["state"] == "in_hand"
    found = central.report(parent)
    closing = desk.decision(CloseCase(outcome="handled_on_scene"), parent, base_version=found.version)
    desk.send(replace(closing, token=found.claim.token if found.claim else None))
    assert central.get(f"/v1/reports/{child}", headers=app).json()["state"] == "closed"


def test_what_he_answers_reaches_whoever_works_on_the_case(central: Central) -> None:
    app, desk = central.make_source(), central.sign_in("sari")
    child, parent = merged(central, app, desk)
    said = {"id": new_id(), "text": "Sudah dua mobil"}
    answer = central.post(f"/v1/reports/{child}/answers", json=said, headers=app)
    assert [m["text"] for m in answer.json()["messages"]] == ["Sudah dua mobil"]
    central.post(f"/v1/reports/{child}/files", files=[("file", ("a.jpg", PHOTO))], headers=app)
    told = central.report(parent)
    assert told.unread
    number = central.report(child).number
    heard = [(e.kind, e.text, e.params["number"]) for e in told.timeline[-2:]]
    assert heard == [("merge.answer", "Sudah dua mobil", number), ("merge.files", "", number)]
    central.post(f"/v1/reports/{child}/answers", json=said, headers=app)
    assert central.report(parent).revision == told.revision


def test_a_forward_of_a_merged_report_that_fails_is_told_where_work_goes_on(central: Central) -> None:
    app, desk = central.make_source(), central.sign_in("sari")
    central.make_agency(Agency(id="pln", revision=1, name="PLN", short_name="PLN", email="piket@pln.example"))
    child, parent = central.report_in(app), central.report_in(app)
    desk.decide(ForwardCase(agency_id="pln", text="Kabel putus"), child, base_version=1)
    held = replace(about(desk, MergeCase(into_id=parent), central.report(child)), token=1)
    assert desk.send(held).json()["results"][0]["outcome"] == "applied"
    central.advance(11)
    central.parts.outbox.send_due()
    told = central.report(parent)
    assert (told.timeline[-1].kind, told.unread) == ("merge.forward", True)
    assert told.timeline[-1].params == {"agency": "PLN", "tries": "1", "number": central.report(child).number}
    assert told.timeline[-1].text == ""


def test_an_order_that_waits_moves_with_the_merge_and_begins_for_the_parent(central: Central) -> None:
    central.make_unit("patroli-1")
    app, desk = central.make_source(), central.sign_in("sari")
    child, parent = central.report_in(app), central.report_in(app)
    at = central.now() + timedelta(hours=1)
    desk.decide(DispatchUnits(unit_ids=("patroli-1",), due_at=at), child, base_version=1)
    held = replace(about(desk, MergeCase(into_id=parent), central.report(child)), token=1)
    assert desk.send(held).json()["results"][0]["outcome"] == "applied"
    assert [order.unit_id for order in central.report(parent).waiting_orders] == ["patroli-1"]
    assert desk.send(about(desk, SplitCase(), central.report(child))).json()["results"][0]["outcome"] == "applied"
    assert [order.unit_id for order in central.report(child).waiting_orders] == ["patroli-1"]
    assert central.unit("patroli-1").next_orders[0].report_id == child
    again = about(desk, MergeCase(into_id=parent), central.report(child))
    assert desk.send(again).json()["results"][0]["outcome"] == "applied"
    central.advance(3601)
    assert OrdersDue(central.parts).start_due() == 1
    assert central.unit("patroli-1").report_id == parent
