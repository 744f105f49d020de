"""An alarm nobody answers climbs rung by rung, once each; an answer stops it."""

from __future__ import annotations

from datetime import datetime, timedelta

from console.domain import acts
from console.domain.alarm import Alarm
from console.domain.deadline_rules import DeadlineRules
from console.domain.escalation import Ladder, climbed, climbs, next_look, ringing
from console.domain.police_area import PoliceArea
from console.domain.report import Report
from console.domain.roster import Duty, Roster, Rung
from tests.domain.cases import BOSS, T0, a_report, case_of, done, facts

ROSTER = Roster(
    duties=(
        Duty(rung=Rung.DUTY_OFFICER, name="Iptu Wahyu", contact="+62 800 000 0310"),
        Duty(rung=Rung.POLSEK, name="Ka SPK Blimbing", contact="+62 800 000 0312", post="Polsek Blimbing"),
        Duty(rung=Rung.POLSEK, name="Ka SPK Klojen", contact="+62 800 000 0311", post="Polsek Klojen"),
    )
)
KLOJEN = PoliceArea(
    polsek="Polsek Klojen", polres="Polresta Malang Kota", polda="Polda Jawa Timur", areas=("35.73.02.1001",)
)
LADDER = Ladder(rules=DeadlineRules(), roster=ROSTER, zone="Asia/Jakarta", post=KLOJEN)
P1 = a_report(priority=1)


def at(seconds: float) -> datetime:
    return T0 + timedelta(seconds=seconds)


def told_by(report: Report, seconds: int) -> tuple[Report, list[tuple[int, str, str]]]:
    """The server's job once a second, and what it told when."""
    told = []
    for second in range(seconds):
        steps = climbs(report, LADDER, at(second))
        report = climbed(report, steps, at(second))
        told += [(second, step.rung.value, step.duty.name if step.duty else "") for step in steps]
    return report, told


def test_an_unclaimed_critical_report_climbs_to_mabes_each_rung_once() -> None:
    report, told = told_by(P1, 1200)
    assert told == [
        (60, "operator", ""),
        (90, "duty_officer", "Iptu Wahyu"),
        (150, "polsek", "Ka SPK Klojen"),
        (210, "polres", ""),
        (330, "polda", ""),
        (630, "mabes", ""),
    ]
    assert [entry.kind for entry in report.timeline] == ["alarm.step"] * 6


def test_a_step_told_twice_stands_once() -> None:
    steps = climbs(P1, LADDER, at(60))
    once = climbed(P1, steps, at(60))
    assert climbed(once, steps, at(61)) == once


def test_a_server_that_was_away_does_not_wake_everybody_at_once() -> None:
    report = climbed(P1, climbs(P1, LADDER, at(7200)), at(7200))
    assert climbs(report, LADDER, at(7201)) == ()
    assert [step.rung for step in climbs(report, LADDER, at(7230))] == [Rung.DUTY_OFFICER]


def test_a_claim_answers_the_alarm_and_giving_it_back_begins_another() -> None:
    report, _ = told_by(P1, 100)
    world, _ = done(acts.ClaimCase(), facts(report), after_s=100)
    assert climbs(case_of(world), LADDER, at(5000)) == ()
    world, _ = done(acts.ReleaseCase(), world, after_s=300)
    assert [(step.rung, step.ringing.since) for step in climbs(case_of(world), LADDER, at(301))] == [
        (Rung.OPERATOR, at(300))
    ]


def test_the_next_look_is_when_a_step_comes_due_and_never_once_mabes_was_told() -> None:
    assert next_look(P1, DeadlineRules()) == at(60)
    once = climbed(P1, climbs(P1, LADDER, at(60)), at(60))
    assert next_look(once, DeadlineRules()) == at(90)
    everybody, _ = told_by(P1, 700)
    assert next_look(everybody, DeadlineRules()) is None
    assert next_look(a_report(priority=4), DeadlineRules()) is None


def test_less_urgent_and_ended_reports_do_not_climb() -> None:
    assert ringing(a_report(priority=2), DeadlineRules(), at(9999)) == ()
    assert ringing(a_report(priority=2), DeadlineRules(climb_priority=2), at(9999)) != ()
    world, _ = done(acts.ClaimCase(), facts(P1))
    world, _ = done(acts.CloseCase(outcome="nothing_found"), world)
    assert ringing(case_of(world), DeadlineRules(), at(9999)) == ()


def test_an_officers_call_for_help_reaches_the_duty_officer_at_once() -> None:
    sos = a_report(category="officer_sos", priority=1)
    assert [(step.ringing.alarm, step.rung) for step in climbs(sos, LADDER, T0)] == [
        (Alarm.SOS, Rung.OPERATOR),
        (Alarm.SOS, Rung.DUTY_OFFICER),
    ]


def test_a_polsek_without_a_line_in_the_roster_is_rung_by_its_own_number() -> None:
    post = PoliceArea(polsek="Polsek Dau", polres="Polres Malang", polda="Polda Jawa Timur", areas=(), phone="110")
    ladder = Ladder(rules=DeadlineRules(), roster=Roster(), zone="Asia/Jakarta", post=post)
    report = P1
    for second in (60, 90):
        report = climbed(report, climbs(report, ladder, at(second)), at(second))
    (step,) = climbs(report, ladder, at(150))
    assert step.duty is not None
    assert (step.duty.name, step.duty.contact) == ("Polsek Dau", "110")


def test_silence_from_a_dangerous_scene_is_an_alarm_until_somebody_hears_them() -> None:
    world, _ = done(acts.DispatchUnits(unit_ids=("u1",)), facts(), after_s=0)
    world, _ = done(acts.SetUnitStatus(unit_id="u1", status="on_scene", by="radio"), world, after_s=300)
    assert ringing(case_of(world), DeadlineRules(), at(9999)) == ()
    world, _ = done(acts.TickFacts(armed=True), world, after_s=310)
    assert ringing(case_of(world), DeadlineRules(), at(310 + 659)) == ()
    assert [each.alarm for each in ringing(case_of(world), DeadlineRules(), at(310 + 660))] == [Alarm.SAFETY]
    world, _ = done(acts.ConfirmSafe(by="radio"), world, BOSS, after_s=980)
    assert ringing(case_of(world), DeadlineRules(), at(981)) == ()
