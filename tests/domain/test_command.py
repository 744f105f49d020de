"""Lines of the command bar: both languages, names and number tails, never a guess."""

from __future__ import annotations

from dataclasses import replace

import pytest

from console.domain.command import Command, Misunderstood, Named, Names, NotUnderstood, begins_verb, read
from console.domain.command_completion import complete
from console.domain.command_grammar import FINDING_WORDS, JUNK_WORDS, OUTCOME_WORDS, VERBS, Slot

CASES = (
    Named(id="r42", names=("KJ-2611-0042",), detail="Tabrakan rekaan"),
    Named(id="r17", names=("KJ-2611-0017",)),
    Named(id="r117", names=("KJ-2611-0117",)),
)


def cases(tail: str) -> tuple[Named, ...]:
    return tuple(case for case in CASES if case.names[0].endswith(tail.upper()))


def things(words: dict[str, tuple[str, ...]]) -> tuple[Named, ...]:
    return tuple(Named(id=key, names=names) for key, names in words.items())


NAMES = Names(
    units=(
        Named(id="u12", names=("U12", "Hendra Rekaan"), detail="Aipda Hendra Rekaan"),
        Named(id="u120", names=("U120", "Budi Rekaan"), detail="Bripka Budi Rekaan"),
        Named(id="p3", names=("P-03", "Patroli Tiga")),
    ),
    agencies=(
        Named(id="pln", names=("PLN", "Perusahaan listrik rekaan")),
        Named(id="dlh", names=("DLH", "Dinas Lingkungan Hidup rekaan")),
    ),
    outcomes=things(OUTCOME_WORDS),
    junk=things(JUNK_WORDS),
    categories=things({"fire": ("kebakaran", "fire")}),
    cases=cases,
    selected=CASES[1],
)


def understood(line: str, names: Names = NAMES) -> Command:
    meaning = read(line, names)
    assert isinstance(meaning, Command), meaning
    return meaning


def refused(line: str, names: Names = NAMES) -> NotUnderstood:
    meaning = read(line, names)
    assert isinstance(meaning, NotUnderstood), meaning
    return meaning


@pytest.mark.parametrize("line", ["kirim U12 42", "dispatch u12 0042", "KERAHKAN 42 u12", "send hendra KJ-2611-0042"])
def test_both_languages_say_the_same(line: str) -> None:
    meant = understood(line)
    assert (meant.verb.id, meant.case, meant.implied) == ("dispatch", CASES[0], False)
    assert [unit.id for unit in meant.said[Slot.UNIT]] == ["u12"]


def test_several_units_go_together() -> None:
    assert [unit.id for unit in understood("kirim u12 p03 42").said[Slot.UNIT]] == ["u12", "p3"]


def test_without_a_number_the_selected_case_is_meant_and_it_is_told() -> None:
    meant = understood("teruskan PLN")
    assert (meant.case, meant.implied) == (CASES[1], True)
    assert meant.first(Slot.AGENCY) == NAMES.agencies[0]
    nothing = refused("ambil", Names(cases=cases))
    assert nothing.why is Misunderstood.NOTHING_SELECTED


def test_an_ambiguous_tail_decides_nothing_and_offers_whole_lines() -> None:
    asked = refused("ambil 17")
    assert (asked.why, asked.word, asked.slot) == (Misunderstood.AMBIGUOUS, "17", Slot.CASE)
    assert [line for line, _ in asked.choices] == ["ambil KJ-2611-0017", "ambil KJ-2611-0117"]
    assert understood(asked.choices[1][0]).case == CASES[2]
    assert [line for line, _ in refused("17").choices] == ["KJ-2611-0017", "KJ-2611-0117"]


def test_an_ambiguous_unit_too() -> None:
    assert [line for line, _ in refused("kirim u1 42").choices] == ["kirim U12 42", "kirim U120 42"]
    assert understood("kirim u12 42").first(Slot.UNIT) == NAMES.units[0]


def test_the_word_that_was_not_understood_is_named() -> None:
    assert (refused("kirim u99 42").why, refused("kirim u99 42").word) == (Misunderstood.WORD, "u99")
    assert (refused("ambil 999").why, refused("ambil 999").word) == (Misunderstood.NO_CASE, "999")
    assert refused("buang sampah").word == "sampah"
    assert refused("buka").why is Misunderstood.MISSING


def test_kinds_and_outcomes_of_two_words_are_one_name() -> None:
    assert understood("buang salah sambung 42").said[Slot.JUNK][0].id == "wrong_number"
    assert understood("buang 42").said.get(Slot.JUNK) is None
    assert understood("selesaikan laporan palsu").said[Slot.OUTCOME][0].id == "false_report"
    assert understood("close nihil 42").said[Slot.OUTCOME][0].id == "nothing_found"
    assert understood("kategori kebak").said[Slot.CATEGORY][0].id == "fire"


def test_a_priority_is_taken_before_a_number() -> None:
    meant = understood("prioritas 1 42")
    assert meant.said[Slot.PRIORITY][0].id == "1"
    assert meant.case == CASES[0]
    assert understood("prioritas p2").implied


def test_two_cases_are_merged_and_a_lone_number_is_the_other_one() -> None:
    both = understood("gabung 42 0117")
    assert (both.case, both.first(Slot.OTHER_CASE), both.implied) == (CASES[0], CASES[2], False)
    lone = understood("merge 42")
    assert (lone.case, lone.first(Slot.OTHER_CASE), lone.implied) == (CASES[1], CASES[0], True)
    assert refused("gabung 42 0042").word == "0042"
    assert refused("gabung 0017").word == "0017"


def test_what_follows_a_text_verb_is_text_numbers_too() -> None:
    meant = understood("catat  korban 42 orang, U12 tiba")
    assert (meant.text, meant.case) == ("korban 42 orang, U12 tiba", CASES[1])


def test_plain_words_and_a_slash_search() -> None:
    for line in ("pohon tumbang", "/ambil", "", "kirimkan bantuan"):
        assert read(line, NAMES) is None
    assert understood("0042").verb.id == "show"
    assert not understood("urungkan").implied
    assert begins_verb("kir")
    assert not begins_verb("kirx")


def test_a_line_is_completed_slot_by_slot_in_the_language_spoken() -> None:
    assert [way.line for way in complete("ki", NAMES, "id")] == ["kirim"]
    assert [way.line for way in complete("cl", NAMES, "en")] == ["claim", "close"]
    assert [way.line for way in complete("kirim u", NAMES, "id")] == ["kirim U12", "kirim U120"]
    assert [way.line for way in complete("kirim U12 4", NAMES, "id")] == []
    assert [way.line for way in complete("kirim U12 42", NAMES, "id")] == ["kirim U12 KJ-2611-0042"]
    assert [way.line for way in complete("teruskan lingk", NAMES, "id")] == ["teruskan DLH"]
    assert [way.line for way in complete("prioritas ", NAMES, "id")][:2] == ["prioritas 1", "prioritas 2"]
    assert complete("pohon tumbang", NAMES, "id") == ()


def test_a_doubt_is_settled_by_what_was_found() -> None:
    names = replace(NAMES, findings=things(FINDING_WORDS))
    for line, wanted in (("keraguan jam 42", "clock"), ("doubt confirmed 42", "confirmed"), ("keraguan 42", "")):
        command = read(line, names)
        assert isinstance(command, Command)
        said = command.first(Slot.FINDING)
        assert (command.verb.id, said.id if said else "") == ("doubt", wanted)


def test_no_word_means_two_verbs() -> None:
    words = [word for verb in VERBS for word in verb.words]
    assert len(words) == len(set(words))
