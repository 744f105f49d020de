"""Word rules: what they find in texts, what they must not, and what they suggest."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.contract.word_files import read_words
from console.domain.category import CATEGORIES
from console.domain.errors import InputFault
from console.domain.triage import Language, Lexicon, Triage, WordEntry, WordRules, fault_in, merged, suggest
from console.domain.triage.reading import plain, plain_words, read

SHIPPED = read_words(Path(__file__).resolve().parents[2] / "resources" / "words")
LEXICON = Lexicon(SHIPPED)
FIRE = WordEntry(words=("kebakaran",), category="fire", weight=8, priority=1, life=True, calmed_by=("sudah padam",))
CASES = Path(__file__).with_name("routing.csv")


def found(text: str) -> Triage:
    """What the shipped rules say, never None."""
    return suggest(text, LEXICON) or Triage()


@pytest.mark.parametrize(
    "text",
    [
        "anak kecil-kecil main bola di jalan",
        "mati lampu dari tadi sore",
        "lampu mati satu komplek",
        "listriknya mati lagi",
        "lampu merah mati, kendaraan semrawut",
        "pajak motor mati dua tahun",
        "kereta api terlambat",
        "pesta kembang api di alun-alun",
        "api kecil-kecil dari lilin, sudah dipadamkan",
        "kebakaran sudah padam",
        "tidak ada korban luka atau tewas",
        "gk ada korban jiwa",
        "tolong diperbaiki jalannya pak",
        "donor darah hari minggu di PMI",
        "simulasi kebakaran di hotel",
        "pecel lele enak sekali",
        "",
        "🔥🔥",
    ],
)
def test_an_everyday_word_is_no_danger_to_life(text: str) -> None:
    assert found(text).life == ()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("tlg pak suami saya pingsan", "pingsan"),
        ("ada kcelakaan di depan pasar", "kcelakaan"),
        ("TOLOOOONG ADA BEGAL", "begal"),
        ("laka di tol km 12", "laka"),
        ("anak anak bawa sajam", "bawa sajam"),
        ("kli\u200btih di ringroad", "klitih"),
        ("ｋｅｂａｋａｒａｎ rumah", "kebakaran"),
        ("apinya merambat ke atap", "apinya"),
        ("mati lampu, dan ada orang mati tergeletak di jalan", "mati"),
        ("tidak ada korban, tapi api masih besar", "api"),
        ("kebakaran sudah padam. Ada korban di dalam", "korban"),
        ("ibu saya tidak sadar", "tidak sadar"),
        ("saya takut dibunuh", "dibunuh"),
        ("rumah kobong", "kobong"),
    ],
)
def test_a_danger_is_found_however_it_is_spelt(text: str, word: str) -> None:
    assert word in found(text).life


def test_the_suggestion_names_its_words_as_they_were_written() -> None:
    suggestion = found("TLG ada kcelakaan motor, korban berdarah")
    assert (suggestion.category, suggestion.priority) == ("traffic_accident", 1)
    assert suggestion.words[:2] == ("tlg", "kcelakaan")


def test_regional_words_count_and_say_that_nobody_checked_them() -> None:
    assert found("omahe kobong").unchecked == ("kobong",)
    assert found("rumah kebakaran").unchecked == ()
    regional = {Language.JAVANESE, Language.SUNDANESE, Language.BATAK}
    assert regional == {entry.language for entry in SHIPPED.entries} & regional
    assert not any(entry.checked for entry in SHIPPED.entries if entry.language in regional)


def test_what_is_over_is_less_urgent_but_keeps_its_category() -> None:
    rules = Lexicon(WordRules(entries=(FIRE,)))
    assert suggest("kebakaran di pasar", rules) == Triage(
        category="fire", priority=1, words=("kebakaran",), life=("kebakaran",)
    )
    assert suggest("kebakaran di pasar sudah padam", rules) == Triage(category="fire", priority=2, words=("kebakaran",))


def test_a_given_category_decides_the_priority_and_words_may_still_raise_it() -> None:
    assert suggest("got mampet", LEXICON, "noise") == Triage(
        category="infrastructure", priority=4, words=("got mampet",)
    )
    raised = suggest("got mampet, ada yang tenggelam", LEXICON, "noise")
    assert raised is not None
    assert raised.priority == 1


def test_words_too_weak_by_themselves_name_no_category() -> None:
    assert found("motor saya di parkiran").category == ""


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("motor beat putih saya hilang di parkiran", "theft"),
        ("anak saya umur enam tahun hilang", "missing_person"),
        ("suami tetangga pegang pisau", "domestic_violence"),
        ("orang pegang pisau di pasar", "violent_crime"),
        ("suami saya di kantor. Di pasar ada orang bawa pisau", "violent_crime"),
    ],
)
def test_a_word_may_count_only_near_another(text: str, category: str) -> None:
    assert found(text).category == category


def test_no_rules_suggest_nothing() -> None:
    assert suggest("kebakaran", Lexicon(WordRules())) is None


@pytest.mark.parametrize(
    ("rules", "field"),
    [
        (WordRules(entries=(WordEntry(words=()),)), "entries[0].words"),
        (WordRules(entries=(WordEntry(words=("api", "...")),)), "entries[0].words[1]"),
        (WordRules(entries=(WordEntry(words=("api",), unless=("",)),)), "entries[0].unless[0]"),
        (WordRules(entries=(WordEntry(words=("tlg",), means="!"),)), "entries[0].means"),
        (WordRules(entries=(WordEntry(words=("tlg dong",), means="tolong"),)), "entries[0].words"),
        (WordRules(entries=(FIRE, WordEntry(words=("x",), category="?"))), "entries[1].category"),
        (WordRules(entries=(WordEntry(words=("x",), weight=11),)), "entries[0].weight"),
        (WordRules(entries=(WordEntry(words=("x",), priority=5),)), "entries[0].priority"),
        (WordRules(entries=(WordEntry(words=("x",), near=("?",)),)), "entries[0].near[0]"),
        (WordRules(negations=("",)), "negations[0]"),
        (WordRules(calming=("!",)), "calming[0]"),
        (WordRules(entries=(FIRE,) * 5_001), "entries"),
    ],
)
def test_a_broken_rule_is_named_with_its_place(rules: WordRules, field: str) -> None:
    fault = fault_in(rules)
    assert fault is not None
    assert fault[0] == field


def test_the_shipped_lists_stand_and_name_every_kind_of_word() -> None:
    assert fault_in(SHIPPED) is None
    assert {entry.language for entry in SHIPPED.entries} == set(Language)
    named = {entry.category for entry in SHIPPED.entries if entry.category}
    assert set(CATEGORIES) - named == {"panic", "officer_sos"}


def test_a_file_of_rules_is_read_or_its_fault_named(tmp_path: Path) -> None:
    with pytest.raises(InputFault, match=r"no \.json file"):
        read_words(tmp_path)
    with pytest.raises(InputFault, match="cannot be read"):
        read_words(tmp_path / "none.json")
    file = tmp_path / "words.json"
    file.write_text('{"entries": [{"words": ["api"], "weight": "much"}]}', encoding="utf-8")
    with pytest.raises(InputFault) as caught:
        read_words(file)
    assert caught.value.params["field"] == "$.entries[0].weight"
    file.write_text('{"entries": [{"words": ["api"], "category": "nothing"}]}', encoding="utf-8")
    with pytest.raises(InputFault, match=r"entries\[0\].category"):
        read_words(tmp_path)


def test_our_own_labelled_texts_are_mostly_routed_right() -> None:
    rows = list(csv.DictReader(CASES.read_text(encoding="utf-8").splitlines()))
    right = sum((found(row["text"]).category or "other") == row["label"] for row in rows)
    assert right / len(rows) >= 0.9


WORDS = st.sampled_from(sorted({word for entry in SHIPPED.entries for word in entry.words}))
TEXTS = st.lists(st.one_of(WORDS, st.text(max_size=12)), max_size=20).map(" ".join)


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_any_text_is_read_the_same_again_and_every_word_shown_stands_in_it(text: str) -> None:
    suggestion = suggest(text, LEXICON)
    assert suggest(text, LEXICON) == suggestion
    if suggestion is None:
        return
    assert set(suggestion.life) <= {match.written for match in LEXICON.matches(text)}
    assert suggestion.category in {"", *CATEGORIES}
    assert 0 <= suggestion.priority <= 4
    standing = [token.word for token in read(text)]
    assert all(set(plain_words(word)) <= set(standing) for word in suggestion.words)


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_upper_case_and_hidden_characters_change_nothing(text: str) -> None:
    ascii_text = plain(text).encode("ascii", "ignore").decode()
    hidden = "\u200b".join(ascii_text.upper())
    assert suggest(hidden, LEXICON) == suggest(ascii_text, LEXICON)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=8).map(" ".join))
def test_a_word_taken_back_is_never_louder_than_one_said(text: str) -> None:
    said = suggest(f"{text}. kebakaran", LEXICON)
    taken_back = suggest(f"{text}. tidak ada kebakaran", LEXICON)
    assert said is not None
    assert set(taken_back.life if taken_back else ()) <= set(said.life)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.builds(WordRules, entries=st.just((FIRE,)), negations=st.just(("tidak",))), max_size=4))
def test_merging_keeps_every_entry(parts: list[WordRules]) -> None:
    whole = merged(parts)
    assert len(whole.entries) == len(whole.negations) == len(parts)


def test_a_long_hostile_text_is_read_in_time() -> None:
    text = "sudah padam api tidak ada " * 400
    assert len(LEXICON.matches(text)) >= 0
