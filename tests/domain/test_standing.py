"""Strikes, blocks and appeals, one sentence a test."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from console.domain import acts
from console.domain.callback import Callback, CallbackWhy
from console.domain.casework import Facts
from console.domain.casework.standing import never_strikes
from console.domain.decision import Reason
from console.domain.outcome import CloseOutcome, OutcomeList
from console.domain.person import Actor, Role
from console.domain.refused_line import refused_line
from console.domain.report import Report, ReportKind, Status
from console.domain.reporter import Reporter
from console.domain.shown_case import LedgerRow, LedgerState
from console.domain.standing import (
    APPEAL_AGAIN_AFTER,
    APPEAL_WITHIN,
    APPEALS_AT_MOST,
    BLOCK_FOR,
    STRIKE_FOR,
    Appeal,
    Following,
    Ruling,
    Standing,
    block_now,
    counted,
    following,
    may_appeal,
    open_appeal,
    proposed,
    strikes,
    turned_away,
    with_appeal,
)
from tests.domain.cases import BOSS, DEWI, SARI, T0, a_report, case_of, decide, done, facts, refused

CHIEF = Actor(id="chief", name="AKP Wulan", role=Role.SUPERVISOR, session_id="s9", desk_id="desk9")
IDS = ("a-konten", "n-omor")
EVIDENCE = "tertawa, lalu menutup telepon"


def an_ended_report(name: str = "r1", outcome: str = "prank", **changes: object) -> Report:
    """A report that ended as mischief, its reporter known by account and number."""
    status = Status.JUNKED if outcome in ("prank", "test") else Status.CLOSED
    who = Reporter(id="p1", recognised_by=IDS, name_masked="B•••", phone_masked="+62•••90")
    ended = {"outcome": outcome, "status": status, "closed_by": "Sari W.", "closed_by_id": "sari", "reporter": who}
    return a_report(**{"id": name, "number": f"KJ-{name}", **ended, **changes})


def world(report: Report, standing: tuple[Standing, ...] = ()) -> Facts:
    return facts(report, standing=standing or tuple(Standing(id=each) for each in report.reporter.recognised_by))


def struck(times: int, by: Actor = DEWI, standing: tuple[Standing, ...] = (), first: int = 1) -> Facts:
    """The facts after so many reports were struck, five seconds apart."""
    now = world(an_ended_report(f"r{first}"), standing)
    for n in range(first, first + times):
        now = world(an_ended_report(f"r{n}"), now.standing)
        now, _ = done(acts.StrikeReporter(outcome="prank", evidence=EVIDENCE), now, by, after_s=5 * n)
    return now


def blocked(times: int = 3) -> Facts:
    now, _ = done(acts.DecideBlock(impose=True, grounds="tiga kali iseng"), struck(times), BOSS, after_s=60)
    return now


def at(after_s: float) -> datetime:
    return T0 + timedelta(seconds=after_s)


def test_one_person_strikes_with_evidence_and_account_and_number_both_count() -> None:
    now = struck(1)
    assert [(s.id, s.kind, s.masked, strikes(s, at(9))) for s in now.standing] == [
        ("a-konten", "account", "B•••", 1),
        ("n-omor", "number", "+62•••90", 1),
    ]
    assert case_of(now).reporter.strikes == 1
    assert case_of(now).timeline[-1].text == EVIDENCE
    assert refused(acts.StrikeReporter(outcome="prank", evidence=" "), world(an_ended_report())).reason is (
        Reason.EMPTY_TEXT
    )
    assert refused(acts.StrikeReporter(outcome="prank", evidence="x" * 2001), world(an_ended_report())).reason is (
        Reason.BAD_VALUE
    )


def test_two_verdicts_on_one_report_count_once() -> None:
    now = struck(1)
    again = acts.StrikeReporter(outcome="prank", evidence="sekali lagi")
    assert refused(again, now, SARI).reason is Reason.ALREADY_STRUCK
    twice = now.standing[0]
    twice = replace(twice, verdicts=(*twice.verdicts, replace(twice.verdicts[0], id="other", by_id="sari")))
    assert strikes(twice, at(60)) == 1


def test_first_a_warning_then_the_last_one_then_a_block_is_only_proposed() -> None:
    nothing, propose = [Following.NOTHING] * 2, [Following.PROPOSE] * 2
    steps = [following(n) for n in (-1, 0, 1, 2, 3, 7)]
    assert steps == [*nothing, Following.WARN, Following.WARN_LAST, *propose]
    now = struck(3)
    assert [v.strikes for v in now.standing[0].verdicts] == [1, 2, 3]
    assert proposed(struck(2).standing[0], at(60)) == ()
    assert len(proposed(now.standing[0], at(60))) == 3
    assert block_now(now.standing[0], at(60)) is None


@pytest.mark.parametrize("outcome", ["nothing_found", "test", "wrong_number", "duplicate", "handled_on_scene", ""])
def test_no_other_outcome_ever_counts(outcome: str) -> None:
    report = an_ended_report(outcome=outcome)
    assert never_strikes(report)
    refusal = refused(acts.StrikeReporter(outcome=outcome, evidence=EVIDENCE), world(report))
    assert refusal.reason in (Reason.NEVER_STRIKES, Reason.NOT_ENDED)


def test_which_of_the_three_count_is_the_services_setting_but_never_another() -> None:
    list_ = OutcomeList(outcomes=tuple(CloseOutcome(id=i, strikes=True) for i in ("test", "nothing_found")))
    assert not never_strikes(an_ended_report(outcome="test"), list_)
    assert never_strikes(an_ended_report(outcome="nothing_found"), list_)
    assert never_strikes(an_ended_report(outcome="prank"), list_)


@pytest.mark.parametrize("why", [CallbackWhy.SILENT, CallbackWhy.BROKEN_OFF, CallbackWhy.UNANSWERED])
def test_a_call_that_broke_off_or_stayed_silent_never_counts(why: CallbackWhy) -> None:
    call = an_ended_report(outcome="false_report", kind=ReportKind.CALL, callback=Callback(why=why, rang_at=T0))
    assert refused(acts.StrikeReporter(outcome="false_report", evidence="x"), world(call)).reason is (
        Reason.NEVER_STRIKES
    )
    assert never_strikes(an_ended_report(kind=ReportKind.CALL, text=" "))


def test_a_panic_press_counts_only_with_a_finding() -> None:
    assert never_strikes(an_ended_report(kind=ReportKind.PANIC, text=""))
    assert not never_strikes(an_ended_report(kind=ReportKind.PANIC, text="", outcome="false_report"))


def test_an_open_case_another_outcome_and_nobody_known_strike_nobody() -> None:
    act = acts.StrikeReporter(outcome="prank", evidence=EVIDENCE)
    assert refused(act, world(a_report(reporter=Reporter(recognised_by=IDS)))).reason is Reason.NOT_ENDED
    assert refused(act, world(an_ended_report(outcome="false_report"))).reason is Reason.CHANGED_MEANWHILE
    assert refused(act, facts(an_ended_report(reporter=Reporter()))).reason is Reason.REPORTER_UNKNOWN


def test_a_strike_runs_out() -> None:
    (standing, _) = struck(1).standing
    assert strikes(standing, T0 + STRIKE_FOR) == 1
    assert counted(standing, at(5) + STRIKE_FOR) == ()
    assert counted(standing, at(4)) == ()


def test_a_strike_is_undone_as_if_it_had_never_been() -> None:
    now, decision = done(acts.StrikeReporter(outcome="prank", evidence=EVIDENCE), world(an_ended_report()))
    undone, _ = done(acts.Undo(decision_id=decision.id), now, after_s=12)
    assert [s.verdicts for s in undone.standing] == [(), ()]
    assert (case_of(undone).reporter.strikes, case_of(undone).outcome) == (0, "prank")
    again, _ = done(acts.StrikeReporter(outcome="prank", evidence="bukti lain"), undone, after_s=20)
    assert strikes(again.standing[0], at(30)) == 1
    assert refused(acts.Undo(decision_id=decision.id), now, SARI).reason is Reason.ROLE_FORBIDDEN


def test_a_strike_taken_back_by_a_person_is_final() -> None:
    now = struck(1)
    assert refused(acts.OverturnStrike(grounds="salah orang"), now, SARI).reason is Reason.ROLE_FORBIDDEN
    assert refused(acts.OverturnStrike(grounds=" "), now, BOSS).reason is Reason.EMPTY_TEXT
    back, _ = done(acts.OverturnStrike(grounds="salah orang"), now, BOSS, after_s=30)
    assert (strikes(back.standing[0], at(60)), case_of(back).reporter.strikes) == (0, 0)
    assert refused(acts.OverturnStrike(grounds="lagi"), back, BOSS).reason is Reason.NOT_STRUCK
    act = acts.StrikeReporter(outcome="prank", evidence=EVIDENCE)
    assert refused(act, back, SARI).reason is Reason.ALREADY_STRUCK
    own, _ = done(acts.OverturnStrike(grounds="saya keliru"), now, DEWI, after_s=30)
    assert strikes(own.standing[0], at(60)) == 0


def test_a_case_opened_again_counts_against_nobody_and_may_be_judged_anew() -> None:
    reopened, _ = done(acts.ReopenCase(), struck(1), BOSS, after_s=30)
    (verdict,) = reopened.standing[0].verdicts
    assert (strikes(reopened.standing[0], at(60)), verdict.reopened) == (0, True)
    ended = replace(reopened, report=an_ended_report())
    again, _ = done(acts.StrikeReporter(outcome="prank", evidence=EVIDENCE), ended, after_s=90)
    assert strikes(again.standing[0], at(100)) == 1


def test_a_block_is_a_second_persons_yes_with_grounds() -> None:
    now = struck(3, BOSS)
    yes = acts.DecideBlock(impose=True, grounds="tiga kali iseng")
    assert refused(yes, now, DEWI, after_s=60).reason is Reason.ROLE_FORBIDDEN
    assert refused(yes, now, BOSS, after_s=60).reason is Reason.OWN_VERDICT
    assert refused(acts.DecideBlock(impose=True, grounds=""), now, CHIEF, after_s=60).reason is Reason.EMPTY_TEXT
    assert refused(yes, struck(2), CHIEF, after_s=60).reason is Reason.NOT_PROPOSED
    now, _ = done(yes, now, CHIEF, after_s=60)
    block = block_now(now.standing[0], at(61))
    assert block is not None
    assert block.until == at(60) + BLOCK_FOR
    assert case_of(now).reporter.blocked
    assert block_now(now.standing[0], at(60) + BLOCK_FOR) is None
    assert refused(yes, now, CHIEF, after_s=90).reason is Reason.NOT_PROPOSED


def test_a_no_stands_until_there_is_something_new() -> None:
    now, _ = done(acts.DecideBlock(impose=False, grounds="masih anak-anak"), struck(3), BOSS, after_s=60)
    assert (block_now(now.standing[0], at(61)), proposed(now.standing[0], at(61))) == (None, ())
    assert not case_of(now).reporter.blocked
    more = struck(1, standing=now.standing, first=20)
    assert len(proposed(more.standing[0], at(200))) == 4


def test_a_block_falls_with_the_strikes_it_rests_on() -> None:
    back, _ = done(acts.OverturnStrike(grounds="ternyata benar"), blocked(), CHIEF, after_s=90)
    assert block_now(back.standing[0], at(91)) is None
    assert not case_of(back).reporter.blocked


def test_only_what_was_struck_three_times_is_blocked_not_a_number_he_once_borrowed() -> None:
    lent = struck(3).standing[0]
    now = world(an_ended_report("r3"), (lent, Standing(id="n-omor")))
    now, _ = done(acts.DecideBlock(impose=True, grounds="tiga kali"), now, BOSS, after_s=60)
    assert [block_now(s, at(61)) is not None for s in now.standing] == [True, False]


def test_a_block_is_lifted_before_its_time_by_any_supervisor() -> None:
    assert refused(acts.LiftBlock(grounds="x"), struck(3), BOSS, after_s=90).reason is Reason.NOT_BLOCKED
    assert refused(acts.LiftBlock(grounds=""), blocked(), BOSS, after_s=90).reason is Reason.EMPTY_TEXT
    now, _ = done(acts.LiftBlock(grounds="sudah meminta maaf"), blocked(), BOSS, after_s=90)
    assert (block_now(now.standing[0], at(91)), strikes(now.standing[0], at(91))) == (None, 3)
    assert proposed(now.standing[0], at(91)) == ()


def an_appeal(name: str = "ap1", after_s: float = 100) -> Appeal:
    return Appeal(id=name, report_id="r3", number="KJ-r3", text="saya tidak iseng", at=at(after_s),
                  deadline=at(after_s) + APPEAL_WITHIN)  # fmt: skip


def appealed(now: Facts) -> Facts:
    return replace(now, standing=tuple(with_appeal(each, an_appeal()) for each in now.standing))


def test_an_appeal_is_decided_by_somebody_who_had_no_part_in_it() -> None:
    now = appealed(blocked())
    yes = acts.DecideAppeal(appeal_id="ap1", granted=True, grounds="percaya")
    assert refused(yes, now, BOSS, after_s=120).reason is Reason.OWN_VERDICT
    assert refused(replace(yes, grounds=" "), now, CHIEF, after_s=120).reason is Reason.EMPTY_TEXT
    assert refused(replace(yes, appeal_id="ap9"), now, CHIEF, after_s=120).reason is Reason.APPEAL_ANSWERED
    granted, _ = done(yes, now, CHIEF, after_s=120)
    assert [(block_now(s, at(121)), strikes(s, at(121))) for s in granted.standing] == [(None, 3), (None, 3)]
    assert refused(yes, granted, CHIEF, after_s=130).reason is Reason.APPEAL_ANSWERED


def test_a_granted_appeal_against_a_strike_takes_that_strike_back() -> None:
    now = appealed(struck(3))
    granted, _ = done(acts.DecideAppeal(appeal_id="ap1", granted=True, grounds="benar ada"), now, CHIEF, after_s=120)
    assert [strikes(s, at(121)) for s in granted.standing] == [2, 2]


def test_an_appeal_turned_down_changes_nothing_else() -> None:
    now, _ = done(acts.DecideAppeal(appeal_id="ap1", granted=False, grounds="rekaman jelas"), appealed(blocked()),
                  CHIEF, after_s=120)  # fmt: skip
    (standing, _) = now.standing
    assert block_now(standing, at(121)) is not None
    assert open_appeal(standing) is None
    assert not may_appeal(standing, at(121))
    assert may_appeal(standing, at(120) + APPEAL_AGAIN_AFTER)


def test_a_block_rests_while_its_appeal_waits_beyond_the_deadline() -> None:
    (standing, _) = appealed(blocked()).standing
    assert block_now(standing, at(100) + APPEAL_WITHIN - timedelta(seconds=1)) is not None
    assert block_now(standing, at(100) + APPEAL_WITHIN) is None
    ruling = Ruling(by_id="chief", by_name="AKP Wulan", at=at(200), grounds="tetap")
    late = replace(standing, appeals=(replace(standing.appeals[0], ruling=ruling),))
    assert block_now(late, at(101) + APPEAL_WITHIN) is not None


def test_who_may_appeal() -> None:
    assert not may_appeal(Standing(id="n-omor"), T0)
    (once, _) = struck(1).standing
    assert may_appeal(once, at(60))
    waits = with_appeal(once, an_appeal())
    assert not may_appeal(waits, at(160))
    assert with_appeal(waits, an_appeal()) is waits
    answered = tuple(
        replace(an_appeal(f"ap{n}"), ruling=Ruling(by_id="b", by_name="B", at=T0)) for n in range(APPEALS_AT_MOST)
    )
    assert may_appeal(replace(once, appeals=answered[:-1]), at(60))
    assert not may_appeal(replace(once, appeals=answered), at(60))
    (still, _) = blocked().standing
    assert may_appeal(still, T0 + STRIKE_FOR / 8)


def test_a_report_turned_away_is_counted() -> None:
    away = turned_away(Standing(id="n-omor"), at(9))
    assert (away.turned_away, away.turned_away_at, away.revision) == (1, at(9), 1)


def test_a_standing_of_a_kind_only_a_later_release_knows_is_still_counted() -> None:
    report = an_ended_report(reporter=Reporter(recognised_by=("x-lain", "d-evice")))
    now, _ = done(acts.StrikeReporter(outcome="prank", evidence=EVIDENCE), world(report))
    assert [s.kind for s in now.standing] == ["account", "device"]


def test_an_appeal_is_decided_on_the_case_it_names() -> None:
    now = appealed(blocked())
    elsewhere = replace(now, report=an_ended_report("r1"))
    act = acts.DecideAppeal(appeal_id="ap1", granted=True, grounds="percaya")
    assert refused(act, elsewhere, CHIEF, after_s=120).reason is Reason.APPEAL_ANSWERED


@pytest.mark.parametrize(
    ("act", "text", "params"),
    [
        (acts.StrikeReporter(outcome="prank", evidence="tertawa"), "tertawa", {"outcome": "prank"}),
        (acts.DecideBlock(impose=False, grounds="anak"), "anak", {"impose": "no"}),
        (acts.DecideAppeal(appeal_id="a", granted=True, grounds="benar"), "benar", {"granted": "yes"}),
    ],
)
def test_a_refused_decision_is_told_with_its_own_words(act: acts.Act, text: str, params: dict[str, str]) -> None:
    now = world(an_ended_report())
    row = LedgerRow(seq=1, decision=decide(act, now), actor=DEWI, state=LedgerState.REFUSED)
    line = refused_line(row, (), now, {})
    assert (line.text, line.params) == (text, params)
