"""Two people on one report: what the loser is shown, and what he may do about it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from console.domain import acts
from console.domain.acts import Act
from console.domain.casework import Facts, apply, judge
from console.domain.casework.events import lease_lapsed
from console.domain.casework.undo import version_maker
from console.domain.conflict import Conflict, WayOut, conflict_of
from console.domain.decision import Decision, Reason, Subject, refuse
from console.domain.person import Actor
from console.domain.shown_case import LedgerRow, LedgerState
from tests.domain.cases import BOSS, DEWI, PLN, SARI, T0, case_of, decide, done, facts

COMMUTATIVE = (acts.AddNote, acts.AskReporter, acts.MarkRead, acts.Undo)


class Away:
    """Dewi's desk offline: she decides on what she last saw, the server hears of it later."""

    def __init__(self, seen: Facts, who: Actor = DEWI) -> None:
        self.shown, self.who, self.made = seen, who, list[Decision]()

    def decides(self, act: Act, after_s: float) -> Decision:
        report = case_of(self.shown)
        base = None if isinstance(act, COMMUTATIVE) else report.version
        made = None if base is None else version_maker(report)
        subject = Subject(kind="report", id=report.id, base_version=base, base_decision=made)
        decision = decide(act, self.shown, self.who, after_s, subject=subject)
        assert judge(decision, self.shown, self.who, decision.decided_at) is None
        self.shown = apply(decision, self.shown, self.who)
        self.made.append(decision)
        return decision

    def comes_back(self, world: Facts) -> tuple[Facts, list[LedgerRow]]:
        """The server judges all of it, in order; the world afterwards and the refused rows."""
        rows = list[LedgerRow]()
        for seq, decision in enumerate(self.made):
            refusal = judge(decision, world, self.who, decision.decided_at)
            if refusal is None:
                world = apply(decision, world, self.who)
            else:
                rows.append(
                    LedgerRow(
                        seq=seq, decision=decision, actor=self.who, state=LedgerState.REFUSED, refusal=refusal,
                        settled_at=T0,
                    )
                )  # fmt: skip
        return world, rows


def card(rows: list[LedgerRow], world: Facts, actor: Actor = DEWI) -> Conflict:
    return conflict_of(rows, world, actor, T0, {PLN.id: PLN})


def what(conflict: Conflict) -> list[tuple[str, bool]]:
    """Kind of each own act, and whether it stands."""
    return [(each.entry.kind, each.refusal is None) for each in conflict.mine]


@pytest.fixture
def seen() -> Facts:
    return facts()


def test_another_desk_was_first_with_the_claim(seen: Facts) -> None:
    away = Away(seen)
    away.decides(acts.ClaimCase(), 60)
    away.decides(acts.DispatchUnits(unit_ids=("u1",)), 70)
    away.decides(acts.AddNote(text="warga menunggu di gapura"), 80)
    world, _ = done(acts.ClaimCase(), seen, SARI, 50)
    world, _ = done(acts.DispatchUnits(unit_ids=("u2",)), world, SARI, 55)
    world, rows = away.comes_back(world)

    conflict = card(rows, world)
    assert conflict.contested
    assert (conflict.other, conflict.holder, conflict.whose) == (SARI.name, SARI.name, DEWI)
    assert what(conflict) == [("report.claim", False), ("report.dispatch", False), ("report.note", True)]
    assert [entry.kind for entry in conflict.theirs] == ["report.claim", "report.dispatch"]
    assert conflict.mine[1].entry.params == {"units": "U1"}
    assert conflict.unsent == ("U1",)
    assert conflict.again == ()
    assert conflict.ways == (WayOut.TELL, WayOut.OPEN, WayOut.LEAVE)
    assert conflict.refused_ids == tuple(row.decision.id for row in rows)


def test_a_claim_alone_needs_nobody_to_be_told(seen: Facts) -> None:
    away = Away(seen)
    away.decides(acts.ClaimCase(), 60)
    world, _ = done(acts.ClaimCase(), seen, SARI, 50)
    world, rows = away.comes_back(world)
    assert card(rows, world).ways == (WayOut.OPEN, WayOut.LEAVE)


def test_a_supervisor_may_take_it_over_at_once(seen: Facts) -> None:
    away = Away(seen, BOSS)
    away.decides(acts.ClaimCase(), 60)
    world, _ = done(acts.ClaimCase(), seen, SARI, 50)
    world, rows = away.comes_back(world)
    assert WayOut.TAKE_OVER in card(rows, world, BOSS).ways


def test_from_a_holder_fallen_silent_anybody_may_take_over(seen: Facts) -> None:
    away = Away(seen)
    away.decides(acts.ClaimCase(), 60)
    world, _ = done(acts.ClaimCase(), seen, SARI, 50)
    world = replace(world, report=lease_lapsed(case_of(world)))
    world, rows = away.comes_back(world)
    assert rows[0].refusal is not None
    assert rows[0].refusal.reason is Reason.HOLDER_SILENT
    conflict = card(rows, world)
    assert conflict.contested
    assert WayOut.TAKE_OVER in conflict.ways


def test_the_other_gave_it_back_so_all_of_it_can_be_decided_anew(seen: Facts) -> None:
    away = Away(seen)
    away.decides(acts.ClaimCase(), 60)
    away.decides(acts.DispatchUnits(unit_ids=("u1",)), 70)
    world, _ = done(acts.ClaimCase(), seen, SARI, 50)
    world, _ = done(acts.ReleaseCase(), world, SARI, 55)
    world, rows = away.comes_back(world)

    conflict = card(rows, world)
    assert [row.refusal.reason for row in rows if row.refusal] == [Reason.CHANGED_MEANWHILE, Reason.STALE_LEASE]
    assert (conflict.other, conflict.holder) == (SARI.name, "")
    assert [act for _, act in conflict.again] == [row.decision.act for row in rows]
    assert conflict.ways[0] is WayOut.AGAIN
    assert conflict.version == case_of(world).version


def test_what_the_holder_did_before_the_break_is_shown_and_not_what_was_seen_already(seen: Facts) -> None:
    world, _ = done(acts.SetPriority(priority=1), seen, SARI, 1)
    away = Away(world)
    away.decides(acts.ClaimCase(), 60)
    world, _ = done(acts.ClaimCase(), world, SARI, 50)
    world, _ = done(acts.AddNote(text="sudah saya telepon"), world, SARI, 52)
    world, rows = away.comes_back(world)
    assert [entry.kind for entry in card(rows, world).theirs] == ["report.claim", "report.note"]


def test_a_claim_seen_and_then_taken_over_with_a_reason(seen: Facts) -> None:
    world, _ = done(acts.ClaimCase(), seen, DEWI, 10)
    away = Away(world)
    away.decides(acts.DispatchUnits(unit_ids=("u1",)), 60)
    world, _ = done(acts.BreakClaim(reason="meja 2 padam"), world, BOSS, 40)
    world, rows = away.comes_back(world)
    conflict = card(rows, world)
    assert rows[0].refusal is not None
    assert rows[0].refusal.reason in (Reason.STALE_LEASE, Reason.CHANGED_MEANWHILE)
    assert [(entry.kind, entry.text) for entry in conflict.theirs] == [("report.break_claim", "meja 2 padam")]
    assert conflict.other == BOSS.name
    assert WayOut.AGAIN in conflict.ways


def test_ended_by_another_it_can_only_be_told(seen: Facts) -> None:
    away = Away(seen)
    away.decides(acts.DispatchUnits(unit_ids=("u1",)), 60)
    world, _ = done(acts.CloseCase(outcome="nothing_found"), seen, SARI, 50)
    world, rows = away.comes_back(world)
    conflict = card(rows, world)
    assert conflict.contested
    assert conflict.other == SARI.name
    assert conflict.ways == (WayOut.TELL, WayOut.OPEN, WayOut.LEAVE)


def test_what_was_undone_offline_is_neither_redone_nor_mourned(seen: Facts) -> None:
    away = Away(seen)
    sent = away.decides(acts.DispatchUnits(unit_ids=("u1",)), 60)
    away.decides(acts.Undo(decision_id=sent.id), 64)
    world, _ = done(acts.ClaimCase(), seen, SARI, 50)
    world, rows = away.comes_back(world)
    conflict = card(rows, world)
    assert [each.taken_back for each in conflict.mine] == [True, True]
    assert conflict.unsent == ()
    assert conflict.mine[1].entry.params == {"op": "report.dispatch"}
    assert conflict.ways == (WayOut.OPEN, WayOut.LEAVE)


def test_only_what_stands_now_is_offered_again(seen: Facts) -> None:
    away = Away(seen)
    away.decides(acts.ClaimCase(), 60)
    away.decides(acts.DispatchUnits(unit_ids=("u1",)), 70)
    world, _ = done(acts.DispatchUnits(unit_ids=("u1",)), seen, SARI, 50)
    world, _ = done(acts.CancelDispatch(unit_id="u1"), world, SARI, 52)
    world, _ = done(acts.ReleaseCase(), world, SARI, 55)
    world, rows = away.comes_back(world)
    busy = replace(world, units=tuple(replace(unit, status="ordered", report_id="r2") for unit in world.units))
    assert [type(act) for _, act in card(rows, busy).again] == [acts.ClaimCase]
    assert WayOut.TELL in card(rows, busy).ways
    assert [type(act) for _, act in card(rows, world).again] == [acts.ClaimCase, acts.DispatchUnits]


def test_a_colleague_of_the_next_shift_is_told_whose_they_were_and_may_decide_anew(seen: Facts) -> None:
    away = Away(seen)
    away.decides(acts.ClaimCase(), 60)
    world, _ = done(acts.SetPriority(priority=1), seen, SARI, 50)
    world, rows = away.comes_back(world)
    conflict = card(rows, world, replace(SARI, desk_id=DEWI.desk_id))
    assert conflict.whose == DEWI
    assert WayOut.AGAIN in conflict.ways


def test_a_withdrawn_report_can_only_be_acknowledged(seen: Facts) -> None:
    away = Away(seen)
    decision = away.decides(acts.ClaimCase(), 60)
    row = LedgerRow(
        seq=1, decision=decision, actor=DEWI, state=LedgerState.REFUSED, number="KJ-2611-0001",
        refusal=refuse(Reason.NOT_FOUND, subject="r1"),
    )  # fmt: skip
    conflict = card([row], Facts(report=None))
    assert (conflict.number, conflict.ways) == ("KJ-2611-0001", (WayOut.LEAVE,))


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_leaves_a_way_out(reason: Reason, seen: Facts) -> None:
    for act in (
        acts.ClaimCase(), acts.AddNote(text="x"), acts.DispatchUnits(unit_ids=("u1",)), acts.AskReporter(text="?"),
        acts.ForwardCase(agency_id="pln", text="x"), acts.CloseCase(outcome="referred"), acts.Undo(decision_id="d0"),
        acts.JunkCase(outcome="prank"), acts.SetUnitStatus(unit_id="u1", status="done", by="radio"),
        acts.SetPriority(priority=1), acts.SetCategory(category="fire"), acts.Look(what="identity", reason="x"),
        acts.BreakClaim(reason="x"), acts.ConfirmForward(forward_id="f", confirmed_by="x"),
        acts.CancelDispatch(unit_id="u1"), acts.SetSafeToContact(safe=True), acts.MarkRead(), acts.ReopenCase(),
        acts.ApproveCase(), acts.ReturnCase(note="x"), acts.ReleaseCase(), acts.ForeignAct(),
    ):  # fmt: skip
        op = acts.OP_OF.get(type(act), "report.tomorrow")
        decision = decide(acts.ClaimCase(), seen, DEWI)
        row = LedgerRow(
            seq=1, decision=replace(decision, op=op, act=act), actor=DEWI, state=LedgerState.REFUSED,
            refusal=refuse(reason),
        )  # fmt: skip
        conflict = card([row], seen)
        assert conflict.ways[-2:] == (WayOut.OPEN, WayOut.LEAVE)
        if reason in (Reason.SESSION_REVOKED, Reason.SESSION_TOO_OLD):
            assert conflict.ways[0] is WayOut.SIGN_IN
            again = card([row], seen, replace(DEWI, session_id="after"))
            assert WayOut.SIGN_IN not in again.ways
