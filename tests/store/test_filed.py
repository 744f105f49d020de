"""What a desk filed is in its queue before the server told of it, never twice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from console.contract.decisions import DecisionResult, decode_decision, encode_decision
from console.contract.feed import SnapshotPage
from console.contract.ids import new_id
from console.domain import acts
from console.domain.casework import Facts, apply
from console.domain.decision import Decision, Outcome, Reason, Refusal, Subject
from console.domain.place import Place
from console.domain.queue_row import QueueFilter, QueueQuery
from console.domain.report import Report, SourceKind, Status
from console.domain.report_number import NumberBlock
from console.store.bodies import encode
from console.store.journal import JournalRecord
from console.store.rebuilding import Kept, rebuild
from console.store.recall import bodies_of, known_since
from console.store.store import Store
from tests.store.world import KEY, NOW, SARI, decision, gone, note, now, of, page, report, row, unit

QUEUE = QueueQuery(filter=QueueFilter.OPEN)
BLOCK = NumberBlock(series="KJ-2603", first=41, last=60)


@pytest.fixture
def desk(store: Store) -> Store:
    """A store that knows a report and two units, and has twenty numbers of its own."""
    store.apply_page(of([report(1), unit("u1"), unit("u2")], 3))
    store.numbers.add([BLOCK])
    return store


def filing(number: str = "KJ-2603-0041", text: str = "tabrakan di simpang") -> Decision:
    act = acts.FileReport(
        number=number, source_kind=SourceKind.CALL_110, text=text, category="traffic_accident", priority=2,
        place=Place(words="Simpang Blimbing"), received_at=NOW,
    )  # fmt: skip
    made = decision(act, report(1), base=False)
    return replace(made, subject=Subject(kind="report", id=new_id()))


def file(store: Store, made: Decision) -> str:
    store.record(made, SARI, encode_decision(made))
    return made.subject.id


def decide(store: Store, act: acts.Act, report_id: str, units: tuple[str, ...] = ()) -> Decision:
    made = decision(act, report(1, id=report_id), units=units, base=False)
    store.record(made, SARI, encode_decision(made))
    return made


def told(made: Decision, **more: object) -> Report:
    """The report as the server makes it of the same filing."""
    applied = apply(made, Facts(report=None), SARI).report
    assert applied is not None
    return replace(applied, **more)  # type: ignore[arg-type]


def answer(made: Decision, outcome: Outcome = Outcome.APPLIED) -> DecisionResult:
    refusal = Refusal(reason=Reason.ROLE_FORBIDDEN, params={}) if outcome is Outcome.REFUSED else None
    return DecisionResult(id=made.id, outcome=outcome, refusal=refusal, server_time=NOW)


def numbers(store: Store) -> list[str]:
    return [each.number for each in store.queue_page(QUEUE, 0, 20)]


def test_it_stands_in_the_queue_at_once_and_can_be_found(desk: Store) -> None:
    report_id = file(desk, filing())
    assert sorted(numbers(desk)) == ["KJ-2603-0001", "KJ-2603-0041"]
    [found] = desk.queue_page(QueueQuery(filter=QueueFilter.ALL, search="simpang blimbing"), 0, 5)
    assert (found.id, found.waiting) == (report_id, 1)
    assert desk.counts("")[QueueFilter.NEW] == 2
    assert desk.report(report_id) is None, "the server never told of it"
    assert desk.waiting()[0].number == "KJ-2603-0041"


def test_work_goes_on_on_it_without_the_server(desk: Store) -> None:
    report_id = file(desk, filing())
    decide(desk, acts.AddNote(text="dua orang luka"), report_id)
    decide(desk, acts.DispatchUnits(unit_ids=("u1",)), report_id, ("u1",))
    shown, sent = desk.shown(report_id), desk.unit("u1")
    assert shown is not None
    assert (shown.report.status, len(shown.waiting)) == (Status.ORDERED, 3)
    assert sent is not None
    assert sent.report_number == "KJ-2603-0041"
    assert desk.own_leases(SARI.id, SARI.desk_id) == (), "no lease of the server yet"


def test_the_servers_row_takes_its_place_with_the_notes_still_waiting(desk: Store) -> None:
    made = filing()
    report_id = file(desk, made)
    decide(desk, acts.AddNote(text="dua orang luka"), report_id)
    desk.settle([answer(made)])
    assert "KJ-2603-0041" in numbers(desk), "answered, not yet in the feed: it never vanishes between"
    changes = desk.apply_page(of([told(made, source_name="Pos 110")], 4))
    assert report_id not in changes.new_reports
    shown = desk.shown(report_id)
    assert shown is not None
    assert [line.kind for line in shown.report.timeline] == ["report.file", "report.note"]
    assert shown.report.source_name == "Pos 110"
    assert sorted(numbers(desk)) == ["KJ-2603-0001", "KJ-2603-0041"]


def test_the_feed_may_come_before_the_answer(desk: Store) -> None:
    made = filing()
    report_id = file(desk, made)
    desk.apply_page(of([told(made)], 4))
    desk.settle([answer(made)])
    row_of_it = desk.queue_row(report_id)
    assert row_of_it is not None
    assert (row_of_it.waiting, row_of_it.number) == (0, "KJ-2603-0041")


def test_other_words_of_the_server_leave_none_of_ours_in_the_index(desk: Store) -> None:
    made = filing(text="tabrakan beruntun")
    file(desk, made)
    desk.apply_page(of([told(made, text="kecelakaan")], 4))
    assert desk.queue_page(QueueQuery(filter=QueueFilter.ALL, search="beruntun"), 0, 5) == ()
    assert len(desk.queue_page(QueueQuery(filter=QueueFilter.ALL, search="kecelakaan"), 0, 5)) == 1


def test_refused_it_leaves_the_queue_and_needs_attention_with_all_that_was_typed(desk: Store) -> None:
    made = filing()
    report_id = file(desk, made)
    desk.settle([answer(made, Outcome.REFUSED)])
    assert numbers(desk) == ["KJ-2603-0001"]
    assert desk.shown(report_id) is None
    [kept] = desk.attention()
    assert kept.decision.act == made.act
    assert desk.queue_page(QueueQuery(filter=QueueFilter.ALL, search="simpang blimbing"), 0, 5) == ()


def test_withdrawn_before_it_was_seen_it_does_not_come_back(desk: Store) -> None:
    made = filing()
    report_id = file(desk, made)
    desk.settle([answer(made)])
    desk.apply_page(page(gone(report_id, 5), next_seq=5))
    assert numbers(desk) == ["KJ-2603-0001"]
    decide(desk, acts.AddNote(text="masih ada?"), report_id)
    assert numbers(desk) == ["KJ-2603-0001"]


@pytest.mark.parametrize("answered", [False, True])
def test_a_snapshot_that_does_not_know_it_keeps_it(desk: Store, answered: bool) -> None:
    made = filing()
    report_id = file(desk, made)
    decide(desk, acts.AddNote(text="dua orang luka"), report_id)
    if answered:
        desk.settle([answer(made)])
    rows = (row(report(1)), row(unit("u1")))
    desk.stage(0, SnapshotPage(epoch="e1", as_of_seq=3, after="", more=False, rows=rows))
    desk.swap_stage()
    shown = desk.shown(report_id)
    assert shown is not None
    assert [line.kind for line in shown.report.timeline] == ["report.file", "report.note"]
    assert "KJ-2603-0041" in numbers(desk)
    assert desk.numbers.next_of("KJ-2603") == "KJ-2603-0042"


def test_after_a_restore_the_filing_waits_again_and_only_the_servers_own_word_is_given_back(desk: Store) -> None:
    mine, theirs = filing(), filing("KJ-2603-0042")
    file(desk, mine)
    known = file(desk, theirs)
    desk.settle([answer(mine), answer(theirs)])
    desk.apply_page(of([told(theirs)], 4))
    asked = known_since(desk, NOW)
    assert known in asked
    assert mine.subject.id not in asked
    assert len(bodies_of(desk, [known])) == 1
    assert desk.send_again(NOW) == 2
    assert [decode_decision(raw).id for _, raw in desk.sendable(5)] == [mine.id, theirs.id]
    rows = (row(report(1)),)
    desk.stage(0, SnapshotPage(epoch="e2", as_of_seq=1, after="", more=False, rows=rows))
    desk.swap_stage()
    assert sorted(numbers(desk)) == ["KJ-2603-0001", "KJ-2603-0041", "KJ-2603-0042"]


def test_a_rebuilt_ledger_shows_it_again_and_gives_no_number_twice(tmp_path: Path) -> None:
    path = tmp_path / "console.db"
    made, other = filing(), filing("KJ-2603-0042")
    store = Store.open(path, KEY, now)
    store.numbers.add([BLOCK])
    file(store, made)
    store.close()
    records = [JournalRecord(id=each.id, raw=encode_decision(each), actor=encode(SARI)) for each in (made, other)]
    block = {"series": BLOCK.series, "first": 41, "last": 60, "next": 41}
    kept = [Kept(id=each.id, record=each) for each in records]
    rebuild(path, KEY, kept, [("number_block", [block])], read=decode_decision, now=NOW)
    store = Store.open(path, KEY, now)
    try:
        assert sorted(numbers(store)) == ["KJ-2603-0041", "KJ-2603-0042"]
        assert store.numbers.next_of("KJ-2603") == "KJ-2603-0043"
    finally:
        store.close()


def test_numbers_are_used_once_in_order_and_a_known_block_is_not_begun_anew(desk: Store) -> None:
    assert desk.numbers.next_of("KJ-2603") == "KJ-2603-0041"
    assert desk.numbers.next_of("KJ-2603") == "KJ-2603-0041", "asking uses none"
    file(desk, filing())
    assert desk.numbers.next_of("KJ-2603") == "KJ-2603-0042"
    desk.numbers.add([BLOCK, NumberBlock(series="AS-2603", first=1, last=2)])
    assert desk.numbers.left() == {"KJ-2603": 19, "AS-2603": 2}
    assert desk.numbers.next_of("LY-2603") == ""
    for place in range(42, 61):
        file(desk, filing(f"KJ-2603-{place:04d}"))
    assert desk.numbers.next_of("KJ-2603") == ""
    desk.numbers.add([NumberBlock(series="KJ-2603", first=120, last=129)])
    assert desk.numbers.next_of("KJ-2603") == "KJ-2603-0120"


def test_a_note_on_a_case_of_the_server_is_as_before(desk: Store) -> None:
    made = note(report(1))
    desk.record(made, SARI, encode_decision(made))
    shown = desk.shown("r0001")
    assert shown is not None
    assert len(shown.waiting) == 1
