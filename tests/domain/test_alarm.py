"""An alarm is answered, told, or cannot be told: what each does to its climb."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from console.domain import acts
from console.domain.alarm import STEP, last_step, taken_now
from console.domain.casework.alarm import alarm_taken, message_noted
from console.domain.deadline_rules import DeadlineRules
from console.domain.decision import Reason
from console.domain.escalation import Ladder, climbed, climbs
from console.domain.report import Report
from console.domain.roster import Duty, DutyOfficer, Roster, Rung, wrong_roster
from console.domain.timeline import Entry
from tests.domain.cases import BOSS, SARI, T0, a_report, case_of, done, facts, refused

WAHYU = DutyOfficer(id="wahyu", name="Iptu Wahyu", email="wahyu@polres.example", sms="+62 800 000 0310")
ROSTER = Roster(
    duties=(
        Duty(rung=Rung.DUTY_OFFICER, name="Iptu Wahyu", contact="+62 800 000 0310", officer="wahyu"),
        Duty(rung=Rung.POLSEK, name="Ka SPK Klojen", contact="+62 800 000 0311", officer="spk"),
        Duty(rung=Rung.POLRES, name="Kabag Ops", contact="+62 800 000 0312", officer="ops"),
    ),
    officers=(
        WAHYU,
        DutyOfficer(id="spk", name="Ka SPK Klojen", email="spk@polres.example"),
        DutyOfficer(id="ops", name="Kabag Ops", email="ops@polres.example"),
    ),
)
LADDER = Ladder(rules=DeadlineRules(), roster=ROSTER, zone="Asia/Jakarta")


def at(seconds: float) -> datetime:
    return T0 + timedelta(seconds=seconds)


def climbed_to(*seconds: float) -> Report:
    """A P1 nobody takes, its alarm told at each of these seconds."""
    report = a_report(priority=1)
    for second in seconds:
        report = climbed(report, climbs(report, LADDER, at(second)), at(second))
    return report


def due(report: Report, seconds: float, ladder: Ladder = LADDER) -> list[str]:
    return [step.rung.value for step in climbs(report, ladder, at(seconds))]


def step_of(report: Report) -> Entry:
    step = last_step(report)
    assert step is not None
    return step


def answered(report: Report, after_s: float, name: str = "Iptu Wahyu") -> Report:
    since = step_of(report).params["since"]
    act = acts.AnswerAlarm(alarm="unclaimed", since=since, name=name, by="phone")
    world, _ = done(act, facts(report), SARI, after_s=after_s)
    return case_of(world)


def test_a_duty_officer_who_takes_it_stops_the_climb_and_stands_on_the_case() -> None:
    report = climbed_to(60, 90)
    assert due(report, 150) == ["polsek"]
    report = answered(report, 100)
    assert due(report, 900) == []
    line = report.timeline[-1]
    assert (line.kind, line.actor_name) == ("report.answer_alarm", "Sari W.")
    assert (line.params["name"], line.params["by"], line.params["rung"]) == ("Iptu Wahyu", "phone", "duty_officer")
    assert report.claim is None, "the case is still nobody's: an operator takes it"


def test_a_word_that_nothing_came_of_holds_the_climb_for_a_quarter_of_an_hour_only() -> None:
    report = answered(climbed_to(60, 90), 100)
    assert due(report, 100 + 899) == []
    assert due(report, 100 + 900) == ["polsek"]
    assert taken_now(report, step_of(report), DeadlineRules(), at(999)) is not None
    assert taken_now(report, step_of(report), DeadlineRules(), at(1000)) is None
    forever = replace(LADDER, rules=DeadlineRules(answer_holds_s=0))
    assert due(report, 9_000, forever) == []


def test_an_answer_taken_back_lets_the_alarm_climb_on() -> None:
    report = climbed_to(60, 90)
    act = acts.AnswerAlarm(alarm="unclaimed", since=step_of(report).params["since"], name="Iptu Wahyu", by="radio")
    world, decision = done(act, facts(report), SARI, after_s=100)
    world, _ = done(acts.Undo(decision_id=decision.id), world, SARI, after_s=105)
    assert due(case_of(world), 150) == ["polsek"]


def test_what_is_noted_must_be_an_alarm_that_reached_somebody() -> None:
    told = climbed_to(60, 90)
    since = step_of(told).params["since"]
    good = acts.AnswerAlarm(alarm="unclaimed", since=since, name="Iptu Wahyu", by="phone")
    for act, reason in (
        (replace(good, since="x"), Reason.NO_ALARM),
        (replace(good, name=" "), Reason.EMPTY_TEXT),
        (replace(good, name="a" * 101), Reason.BAD_VALUE),
        (replace(good, by="pigeon"), Reason.BAD_VALUE),
    ):
        assert refused(act, facts(told), BOSS).reason is reason


def test_his_own_phone_page_says_it_once() -> None:
    report = climbed_to(60, 90)
    once = alarm_taken(report, step_of(report), "wahyu", "Iptu Wahyu", at(95))
    assert due(once, 900) == []
    assert (once.timeline[-1].kind, once.timeline[-1].actor_id) == ("alarm.taken", "wahyu")
    assert alarm_taken(once, step_of(once), "wahyu", "Iptu Wahyu", at(99)) is once


def test_a_step_names_its_officer_and_the_ways_to_tell_him() -> None:
    step = step_of(climbed_to(60, 90))
    assert (step.params["officer"], step.params["ways"]) == ("wahyu", "email,sms")


def test_only_when_no_way_reached_him_the_alarm_climbs_at_once() -> None:
    report = climbed_to(60, 90)
    step = step_of(report)
    report = message_noted(report, step, "email", at(91), "452 mailbox full")
    assert due(report, 92) == [], "a text message may still reach him"
    told = message_noted(report, step, "sms", at(92))
    assert due(told, 93) == []
    failed = message_noted(report, step, "sms", at(92), "400 unroutable")
    assert due(failed, 92) == ["polsek"]
    assert message_noted(failed, step, "sms", at(99), "400 unroutable") is failed


def test_a_way_out_that_is_gone_skips_one_rung_and_does_not_wake_mabes_in_seconds() -> None:
    report = climbed_to(60, 90)
    step = step_of(report)
    for way in ("email", "sms"):
        report = message_noted(report, step, way, at(91), "away")
    assert due(report, 91) == ["polsek"]
    report = climbed(report, climbs(report, LADDER, at(91)), at(91))
    report = message_noted(report, step_of(report), "email", at(92), "away")
    assert due(report, 92) == []
    assert due(report, 151) == ["polres"]


def test_a_roster_names_only_officers_it_has_and_addresses_that_can_be() -> None:
    assert wrong_roster(ROSTER) == ""
    stray = replace(ROSTER, duties=(replace(ROSTER.duties[0], officer="nobody"),))
    assert wrong_roster(stray).startswith("duties[0].officer")
    for wrong, field in (
        ({"id": "a b"}, "id"), ({"name": " "}, "name"), ({"email": "no address"}, "email"), ({"sms": "abc"}, "sms"),
    ):  # fmt: skip
        assert wrong_roster(Roster(officers=(replace(WAHYU, **wrong),))).startswith(f"officers[0].{field}")
    assert wrong_roster(Roster(officers=(WAHYU, WAHYU))).startswith("officers[0].id")


def test_steps_are_told_as_before() -> None:
    assert [entry.kind for entry in climbed_to(60, 90).timeline] == [STEP, STEP]
