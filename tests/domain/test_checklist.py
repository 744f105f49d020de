"""Steps of a category: done, skipped, undone; the required ones gate closing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from console.domain import acts
from console.domain.answer import Answers, StandardAnswer, fault_in_answers, found_answers
from console.domain.casework.checklist import judge_steps_done
from console.domain.category import CATEGORIES
from console.domain.checklist import Check, Checklist, Checklists, CheckStep, fault_in_checklists, missing_steps
from console.domain.decision import Reason
from tests.domain.cases import a_report, done, facts, refused

FIRE = Checklist(
    category="fire",
    steps=(
        CheckStep(
            id="inside", indonesian="Tanyakan apakah ada orang di dalam", english="Ask who is inside", required=True
        ),
        CheckStep(id="gas", indonesian="Ingatkan jangan menyalakan saklar"),
        CheckStep(id="brigade", indonesian="Teruskan ke pemadam", required=True),
    ),
)
LISTS = Checklists(lists=(FIRE,))


def a_fire(**more: object):
    return replace(facts(replace(a_report(), category="fire", **more)), checklists=LISTS)


def test_a_required_step_is_named_before_closing_and_skipping_needs_a_reason() -> None:
    world = a_fire()
    refusal = refused(acts.CloseCase(outcome="handled_on_scene", release_units=True), world)
    assert refusal.reason is Reason.STEP_MISSING
    assert (refusal.params["step"], refusal.params["step_en"], refusal.params["more"]) == (
        "Tanyakan apakah ada orang di dalam", "Ask who is inside", "1",
    )  # fmt: skip
    assert refused(acts.SkipStep(step_id="inside", reason="  "), world).reason is Reason.EMPTY_TEXT
    world, _ = done(acts.TickStep(step_id="inside"), world)
    world, _ = done(acts.SkipStep(step_id="brigade", reason="Sudah padam"), world)
    checks = [(check.step_id, check.reason) for check in world.report.checks]
    assert checks == [("inside", ""), ("brigade", "Sudah padam")]
    world, _ = done(acts.CloseCase(outcome="handled_on_scene", release_units=True), world)
    assert world.report.ended


def test_where_nothing_happened_no_step_is_asked_for() -> None:
    done(acts.CloseCase(outcome="information_given"), a_fire())
    assert judge_steps_done("nothing_found", replace(a_fire(), checklists=None), a_fire().report) is None


def test_a_step_is_done_once_and_one_skipped_may_still_be_done() -> None:
    world, _ = done(acts.SkipStep(step_id="gas", reason="tidak ada gas"), a_fire())
    world, _ = done(acts.TickStep(step_id="gas"), world)
    assert [(check.step_id, check.reason) for check in world.report.checks] == [("gas", "")]
    assert refused(acts.TickStep(step_id="gas"), world).reason is Reason.STEP_DONE
    assert refused(acts.TickStep(step_id="?"), world).reason is Reason.NOT_FOUND
    assert refused(acts.TickStep(step_id="gas"), replace(world, checklists=None)).reason is Reason.NOT_FOUND


def test_a_step_is_taken_back() -> None:
    world, decision = done(acts.TickStep(step_id="gas"), a_fire())
    world, _ = done(acts.Undo(decision_id=decision.id), world)
    assert world.report.checks == ()


def test_a_list_that_cannot_be_used_is_named() -> None:
    categories = frozenset(CATEGORIES)
    assert fault_in_checklists(LISTS, categories) is None
    step = FIRE.steps[0]
    for lists, field in (
        ((replace(FIRE, category="?"),), "lists[0].category"),
        ((FIRE, FIRE), "lists[1].category"),
        ((replace(FIRE, steps=()),), "lists[0].steps"),
        ((replace(FIRE, steps=(step, step)),), "lists[0].steps[0].id"),
        ((replace(FIRE, steps=(replace(step, indonesian=" "),)),), "lists[0].steps[0].indonesian"),
    ):
        fault = fault_in_checklists(Checklists(lists=lists), categories)
        assert fault is not None
        assert fault[0] == field
    assert missing_steps(None, ()) == ()
    at = datetime(2026, 11, 1, tzinfo=UTC)
    check = Check(step_id="inside", words="", at=at, by_id="", by_name="", reason="tidak perlu")
    assert [step.id for step in missing_steps(FIRE, (check,))] == ["brigade"]
    assert FIRE.steps[0].words("en") == "Ask who is inside"
    assert FIRE.steps[1].words("en") == FIRE.steps[1].indonesian


SIM = StandardAnswer(id="sim", topic="SIM", title="Perpanjangan SIM", text="Teks rekaan.", words=("perpanjang",))
TAX = StandardAnswer(id="tax", topic="Pajak", title="Pajak kendaraan", text="Teks rekaan.", words=("stnk", "samsat"))


def test_answers_are_found_by_words_begun_and_first_by_what_the_report_says() -> None:
    answers = Answers(answers=(SIM, TAX))
    assert found_answers(answers, "paj kend", "") == (TAX,)
    assert found_answers(answers, "sim pajak", "") == ()
    assert found_answers(answers, "", "mau bayar STNK di samsat") == (TAX, SIM)
    assert found_answers(answers, "", "") == (SIM, TAX)


@pytest.mark.parametrize("field", ["id", "topic", "title", "text"])
def test_an_answer_that_cannot_be_used_is_named(field: str) -> None:
    assert fault_in_answers(Answers(answers=(SIM, TAX))) is None
    found = fault_in_answers(Answers(answers=(SIM, replace(TAX, **{field: ""}))))
    assert found is not None
    assert found[0] == f"answers[1].{field}"
    assert fault_in_answers(Answers(answers=(SIM,) * 301)) == ("answers", "at most 300")
