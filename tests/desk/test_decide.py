"""The one door for decisions, without a server: kept on disk twice, judged here first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from console.desk.attention import AttentionList
from console.desk.decide import Decided, Desk, Refused
from console.domain import acts
from console.domain.decision import Reason, Subject
from console.domain.errors import StoreFault
from console.domain.link import Link, LinkState
from console.domain.person import Actor
from console.domain.report import Claim, Status
from console.store.journal import Journal, JournalRecord, read_journal
from console.store.store import Store
from tests.store.world import KEY, NOW, SARI, of, report, unit


class Office:
    """A desk with its store and journal; the server is somewhere else."""

    def __init__(self, folder: Path) -> None:
        self.journal_file = folder / "decisions.journal"
        self.store = Store.open(folder / "console.db", KEY, lambda: NOW)
        self.journal = Journal(self.journal_file, KEY)
        self.actor: Actor | None = SARI
        self.woken = 0
        self.desk = Desk(
            self.store,
            person=lambda: self.actor,
            server_now=lambda: NOW,
            wake=self._woken,
            journal=self.journal,
        )
        self.store.apply_page(of([report(1), report(2), unit("u1"), unit("u2")]))

    def _woken(self) -> None:
        self.woken += 1

    def close(self) -> None:
        self.journal.close()
        self.store.close()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path)
    yield made
    made.close()


def test_a_decision_is_in_ledger_and_journal_before_it_is_acknowledged(office: Office) -> None:
    answer = office.desk.decide(acts.ClaimCase(), "r0001")
    assert isinstance(answer, Decided)
    assert (answer.undoable, answer.waiting, answer.second_copy, office.woken) == (True, 1, True, 1)
    [kept] = office.store.sendable(10)
    [copied] = read_journal(office.journal_file, KEY).records
    assert (copied.id, copied.raw) == kept


def test_what_is_refused_leaves_no_trace(office: Office) -> None:
    answer = office.desk.decide(acts.DispatchUnits(unit_ids=("nobody",)), "r0001")
    assert isinstance(answer, Refused)
    assert answer.refusal.reason is Reason.NOT_FOUND
    stale = office.desk.decide(acts.SetPriority(priority=1), "r0001", expected_version=7)
    assert isinstance(stale, Refused)
    assert stale.refusal.reason is Reason.CHANGED_MEANWHILE
    assert office.store.waiting_count() == 0
    assert read_journal(office.journal_file, KEY).records == ()


def test_nobody_signed_in_decides_nothing(office: Office) -> None:
    office.actor = None
    assert isinstance(office.desk.decide(acts.ClaimCase(), "r0001"), Refused)


def test_the_decision_names_all_it_touches_and_the_lease_it_rests_on(office: Office) -> None:
    office.desk.decide(acts.ClaimCase(), "r0001")
    office.desk.decide(acts.DispatchUnits(unit_ids=("u1", "u2")), "r0001")
    office.desk.decide(acts.CloseCase(outcome="handled_on_scene", release_units=True), "r0001")
    claim, sent, closed = [row.decision for row in office.store.waiting()]
    units = (Subject(kind="unit", id="u1"), Subject(kind="unit", id="u2"))
    assert (claim.token, sent.token, closed.token) == (None, 1, 1)
    assert sent.also == closed.also == units
    assert [each.subject.base_version for each in (claim, sent, closed)] == [1, 2, 3]
    shown = office.store.shown("r0001")
    assert shown is not None
    assert shown.report.status is Status.CLOSED


def test_undo_names_the_decision_and_restores_what_was(office: Office) -> None:
    answer = office.desk.decide(acts.DispatchUnits(unit_ids=("u1",)), "r0001")
    assert isinstance(answer, Decided)
    undone = office.desk.undo(answer.decision_id)
    assert isinstance(undone, Decided)
    freed = office.store.unit("u1")
    assert freed is not None
    assert freed.report_id == ""
    again = office.desk.undo(answer.decision_id)
    assert isinstance(again, Refused)
    assert isinstance(office.desk.undo("never made"), Refused)


def test_without_its_second_copy_a_decision_stands_and_says_so(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(records: object) -> int:
        raise StoreFault("journal_unwritten", "no space")

    monkeypatch.setattr(office.journal, "append", fail)
    answer = office.desk.decide(acts.ClaimCase(), "r0001")
    assert isinstance(answer, Decided)
    assert not answer.second_copy
    assert office.store.waiting_count() == 1


def test_at_start_the_journal_is_given_what_it_lacks(office: Office, tmp_path: Path) -> None:
    office.desk.decide(acts.ClaimCase(), "r0001")
    office.journal.close()
    office.journal_file.unlink()
    office.journal = Journal(office.journal_file, KEY)
    desk = Desk(office.store, person=lambda: SARI, server_now=lambda: NOW, journal=office.journal)
    assert desk.complete_second_copy() == 1
    assert desk.complete_second_copy() == 0


def test_a_database_older_than_its_second_copy_is_told_until_read(office: Office) -> None:
    office.desk.decide(acts.ClaimCase(), "r0001")
    assert office.desk.behind_its_copy() == 0
    office.journal.append([JournalRecord(id="kept only there", raw=b"{}", actor=b"{}")])
    shown = AttentionList(office.store, behind=office.desk.behind_its_copy())
    (card,) = shown.entries()
    assert (card.kind, dict(card.params)) == ("ledger_behind", {"count": "1"})
    shown.read(card)
    assert shown.entries() == ()


def test_a_second_restore_is_told_again(office: Office) -> None:
    shown = AttentionList(office.store)
    link = Link(state=LinkState.LIVE, since=NOW, restored=True, restored_at=NOW)
    shown.read(shown.entries(link)[0])
    assert shown.entries(link) == ()
    again = replace(link, restored_at=NOW + timedelta(hours=1))
    assert [card.kind for card in shown.entries(again)] == ["server_restored"]


def test_attention_names_refusals_and_a_wrong_clock(office: Office) -> None:
    link = Link(state=LinkState.REFUSED, since=NOW, trouble="desk_refused", clock_off_s=420.0, restored=True)
    kinds = [each.kind for each in AttentionList(office.store).entries(link)]
    assert kinds == ["desk_refused", "server_restored", "clock_off"]
    calm = Link(state=LinkState.LIVE, since=NOW, clock_off_s=2.0)
    assert AttentionList(office.store).entries(calm) == ()


def test_a_desk_stops_acting_when_two_thirds_of_its_lease_are_over(office: Office) -> None:
    held = Claim(holder_id=SARI.id, holder_name=SARI.name, desk_id=SARI.desk_id, token=1, taken_at=NOW)
    office.store.apply_page(of([report(1, claim=held, last_token=1, revision=2, version=2)], 3))
    left: dict[str, float] = {"r0001": 7.0}
    desk = Desk(office.store, person=lambda: SARI, server_now=lambda: NOW, lease_left_s=left.get)
    assert isinstance(desk.decide(acts.SetPriority(priority=1), "r0001"), Decided)
    left["r0001"] = 0.0
    stopped = desk.decide(acts.SetPriority(priority=2), "r0001")
    assert isinstance(stopped, Refused)
    assert stopped.refusal.reason is Reason.LEASE_RUN_OUT
    del left["r0001"]
    assert isinstance(desk.decide(acts.DispatchUnits(unit_ids=("u1",)), "r0001"), Refused)
    # What takes nothing from anybody goes on, and a claim made anew is tentative until the server answers.
    assert isinstance(desk.decide(acts.AddNote(text="masih di sini"), "r0001"), Decided)
    assert isinstance(desk.decide(acts.ClaimCase(), "r0001"), Decided)
    assert isinstance(desk.decide(acts.SetPriority(priority=2), "r0001"), Decided)


def test_a_decision_names_whose_version_it_stands_on(office: Office) -> None:
    claimed = office.desk.decide(acts.ClaimCase(), "r0001")
    office.desk.decide(acts.SetPriority(priority=1), "r0001")
    assert isinstance(claimed, Decided)
    assert [row.decision.subject.base_decision for row in office.store.waiting()] == ["", claimed.decision_id]
