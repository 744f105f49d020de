"""Deadlines as lines: lengths as people write them, each line back into its rule."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.desk.deadline_list import DeadlineLine, climb_id, least_of, lines_of, read_length, with_lines
from console.domain.deadline_rules import LONGEST_S, DeadlineRules
from console.domain.roster import Rung
from console.ui.texts.times import exact_words


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("45 s", 45), ("10 mnt", 600), ("1 jam 30 menit", 5_400), ("7 hari", 604_800), ("7d", 604_800), ("1:30", 90),
        ("0", 0), ("", None), ("10", None), ("sebentar", None), ("10 min lagi", None), ("91 d", None), ("-5 s", None),
    ],
)  # fmt: skip
def test_a_length_is_read_as_people_write_it_and_never_guessed(text: str, seconds: int | None) -> None:
    assert read_length(text) == seconds


@settings(max_examples=50, deadline=None)
@given(st.integers(0, LONGEST_S))
def test_what_is_shown_is_read_back_to_the_second(seconds: int) -> None:
    assert read_length(exact_words(seconds)) == seconds


def test_every_line_changes_its_own_deadline_and_no_other() -> None:
    rules = DeadlineRules()
    lines = lines_of(rules)
    assert with_lines(rules, lines) == rules
    for place, line in enumerate(lines):
        changed = DeadlineLine(line.id, tuple(each + 1 for each in line.seconds))
        assert lines_of(with_lines(rules, (*lines[:place], changed, *lines[place + 1 :])))[place] == changed
    polsek = DeadlineLine(climb_id(Rung.POLSEK), (5,))
    assert with_lines(rules, (polsek,)) == replace(rules, climb_s=(30, 60, 5, 120, 300))


def test_some_deadlines_must_be_there_and_others_may_be_none() -> None:
    least = {line.id: least_of(line.id) for line in lines_of(DeadlineRules())}
    assert {name for name, seconds in least.items() if seconds} == {
        "answer_s", "acknowledge_s", "forward_s", "safety_check_s",
    }  # fmt: skip
