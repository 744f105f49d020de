"""Reports filed at desks: numbered there, sealed and known by the server, made once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from console.contract.ids import new_id
from console.contract.sealed import Identity, open_seal, seal
from console.domain import acts
from console.domain.call import Caller, CallFacts
from console.domain.place import Place
from console.domain.report import SourceKind
from console.domain.report_number import read_number
from console.server.identity import begin_epoch
from tests.worlds.central import Central, SignedDesk, running

PHONE = "0800 000 1234"
pytestmark = pytest.mark.keeps_threads("AnyIO", "central")


@pytest.fixture(scope="module")
def central(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Central]:
    """One server for all of them: each files under desks of its own."""
    with running(tmp_path_factory.mktemp("filings")) as server:
        yield server


def numbers_of(desk: SignedDesk, have: dict[str, int] | None = None) -> dict[str, tuple[int, int]]:
    answer = desk.central.post("/v1/numbers", json={"have": have or {}}, headers=desk.desk_headers)
    assert answer.status_code == 200, answer.text
    return {block["series"]: (block["first"], block["last"]) for block in answer.json()["blocks"]}


def filing(
    desk: SignedDesk, report_id: str, number: str = "", *, named: bool = True, phone: str = PHONE
) -> acts.FileReport:
    key = desk.central.parts.identity.identity_key
    sealed = seal(Identity(name="Budi Contoh", phone=phone), key, report_id) if named else ""
    return acts.FileReport(
        number=number, source_kind=SourceKind.CALL_110, text="tabrakan", category="traffic_accident", priority=2,
        place=Place(words="Simpang Blimbing"), received_at=desk.central.now() - timedelta(minutes=2),
        caller=Caller(name_masked="B•••", phone_masked="0•••34", reachable=True, sealed=sealed),
        call=CallFacts(late=True),
    )  # fmt: skip


def series(central: Central, letters: str = "KJ") -> str:
    return f"{letters}-{(central.now() + timedelta(hours=7)).strftime('%y%m')}"


def test_a_block_belongs_to_one_desk_and_to_no_report_of_an_app(central: Central) -> None:
    one, two = central.sign_in("sari"), central.sign_in("budi")
    name = series(central)
    mine, theirs = numbers_of(one)[name], numbers_of(two)[name]
    assert mine[1] < theirs[0]
    app = central.make_source()
    number = central.report(central.report_in(app, "dari aplikasi")).number
    assert (read_number(number) or ("", 0))[1] == theirs[1] + 1
    assert numbers_of(one, {name: 60, series(central, "AS"): 15}).keys() & {name, series(central, "AS")} == set()
    assert numbers_of(one, {name: 10})[name][0] > theirs[1]
    assert central.post("/v1/numbers", json={"have": {"KJ": -1}}, headers=one.desk_headers).status_code == 422


def test_it_keeps_its_number_and_its_true_time_and_is_made_once(central: Central) -> None:
    desk, report_id = central.sign_in("sari"), new_id()
    first = numbers_of(desk)[series(central)][0]
    made = desk.decision(filing(desk, report_id, f"{series(central)}-{first:04d}"), report_id)
    before = central.now()
    for _ in range(2):
        assert desk.send(made).json()["results"][0]["outcome"] == "applied"
    report = central.report(report_id)
    assert report.number == f"{series(central)}-{first:04d}"
    assert report.received_at < before - timedelta(minutes=1)
    assert report.call is not None
    assert (report.call.late, report.call.taken_by, report.call.number_told) == (True, "Sari", "")
    assert [line.kind for line in report.timeline] == ["report.file"]
    again = desk.decide(filing(desk, report_id), report_id)
    assert again["outcome"] == "refused", "another filing on the same id"


def test_the_caller_is_sealed_anew_and_found_by_his_number_next_time(central: Central) -> None:
    desk = central.sign_in("sari")
    reporters = []
    for _ in range(2):
        report_id = new_id()
        assert desk.decide(filing(desk, report_id, phone="0800 000 7777"), report_id)["outcome"] == "applied"
        reporters.append(central.report(report_id).reporter)
        identity = open_seal(reporters[-1].sealed, central.parts.identity.identity_key, report_id)
        assert (identity.name, identity.phone) == ("Budi Contoh", "+628000007777")
    assert (reporters[0].id, reporters[1].reports) == (reporters[1].id, 2)
    assert reporters[0].id


def test_who_calls_may_be_told_after_filing(central: Central) -> None:
    desk, report_id = central.sign_in("sari"), new_id()
    assert desk.decide(filing(desk, report_id, named=False), report_id)["outcome"] == "applied"
    assert central.report(report_id).reporter.id == ""
    sealed = seal(Identity(phone=PHONE), central.parts.identity.identity_key, report_id)
    told = acts.SetCaller(caller=Caller(phone_masked="0•••34", reachable=True, sealed=sealed))
    assert desk.decide(told, report_id)["outcome"] == "applied"
    assert central.report(report_id).reporter.id


def test_a_seal_of_another_key_is_kept_and_never_refuses_the_report(central: Central) -> None:
    desk, report_id = central.sign_in("sari"), new_id()
    act = filing(desk, report_id)
    foreign = replace(act, caller=replace(act.caller, sealed=seal(Identity(phone=PHONE), bytes(32), report_id)))
    assert desk.decide(foreign, report_id)["outcome"] == "applied"
    assert central.report(report_id).reporter.phone_masked == "0•••34"


@pytest.mark.parametrize("what", ["of another desk", "of no block", "taken", "none"])
def test_a_number_that_is_not_the_desks_to_give_becomes_another_and_both_are_known(central: Central, what: str) -> None:
    desk, other, report_id = central.sign_in("sari"), central.sign_in("budi"), new_id()
    name = series(central)
    mine, theirs = numbers_of(desk)[name], numbers_of(other)[name]
    taken = f"{name}-{mine[0]:04d}"
    assert desk.decide(filing(desk, first := new_id(), taken), first)["outcome"] == "applied"
    told = {"of another desk": f"{name}-{theirs[0]:04d}", "of no block": f"{name}-9000", "taken": taken, "none": ""}
    assert desk.decide(filing(desk, report_id, told[what]), report_id)["outcome"] == "applied"
    report = central.report(report_id)
    assert report.number == f"{name}-{theirs[1] + 1:04d}"
    assert report.call is not None
    assert report.call.number_told == told[what]


def test_a_restored_server_that_forgot_the_block_still_takes_its_numbers(central: Central) -> None:
    desk, report_id = central.sign_in("sari"), new_id()
    name = series(central)
    given = numbers_of(desk)[name]
    begin_epoch(central.parts.database, central.parts.identity, central.now())
    lost = f"{name}-{given[1] + 500:04d}"
    assert desk.decide(filing(desk, report_id, lost), report_id)["outcome"] == "applied"
    assert central.report(report_id).number == lost


def test_neither_name_nor_number_of_the_caller_reaches_feed_or_chain(central: Central) -> None:
    desk, report_id = central.sign_in("sari"), new_id()
    desk.decide(filing(desk, report_id), report_id)
    feed = central.get("/v1/changes?after=0&limit=1000", headers=desk.headers).text
    for secret in ("Budi Contoh", PHONE, "8000001234"):
        assert secret not in feed
