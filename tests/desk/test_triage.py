"""The desk's side of word rules: the site's rules as heard of, places named in texts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from console.areas.area import Area
from console.areas.nearest_labels import NearestLabels
from console.desk.elsewhere import Elsewhere, NamedPlaces, named_elsewhere
from console.desk.triage import Words, suggestion_of
from console.domain.life_safety import life_words
from console.domain.place import Place
from console.domain.report import Status
from console.domain.timeline import Entry
from console.domain.triage import Lexicon, Triage, WordEntry, WordRules
from tests.domain.cases import T0, a_report

FIRE = WordRules(entries=(WordEntry(words=("api",), category="fire", weight=9, life=True),))
LEXICON = Lexicon(FIRE)
SAID = Triage(category="fire", priority=1, words=("api",), life=("api",))


class Kept:
    """What a store holds of the rules, asked for what is newer."""

    def __init__(self, rules: WordRules | None = None) -> None:
        self.rules, self.read = rules, 0

    def word_rules(self, newer_than: int) -> WordRules | None:
        newer = self.rules is not None and self.rules.revision > newer_than
        self.read += newer
        return self.rules if newer else None


def test_shipped_words_serve_until_the_server_told_the_site_s_own() -> None:
    kept = Kept()
    words = Words(kept, FIRE)
    assert words.suggest("ada api") is not None
    kept.rules = WordRules(revision=1, entries=(WordEntry(words=("air",), category="flood", weight=9),))
    assert words.suggest("ada api") is None
    assert words.suggest("ada air") is not None
    assert kept.read == 1
    kept.rules = replace(FIRE, revision=2)
    assert words.suggest("ada api") is not None


def test_without_any_rules_nothing_is_suggested() -> None:
    assert Words(Kept()).suggest("api") is None


def test_only_what_differs_is_offered() -> None:
    offered = suggestion_of(a_report(category="noise", priority=4, triage=SAID), LEXICON)
    assert offered is not None
    assert (offered.category, offered.priority, offered.differs) == ("fire", 1, True)
    same = suggestion_of(a_report(category="fire", priority=1, triage=SAID), LEXICON)
    assert same is not None
    assert not same.differs
    assert same.covered.danger
    assert same.covered.words == ()


@pytest.mark.parametrize("kind", ["report.category", "report.priority"])
def test_a_person_s_choice_is_not_questioned_until_it_is_undone(kind: str) -> None:
    entry = Entry(kind=kind, at=T0, actor_id="op")
    report = a_report(category="noise", priority=4, triage=SAID, timeline=(entry,))
    offered = suggestion_of(report, LEXICON)
    assert offered is not None
    assert (offered.category == "", offered.priority == 0) == (kind == "report.category", kind == "report.priority")
    undone = suggestion_of(replace(report, timeline=(replace(entry, undone=True),)), LEXICON)
    assert undone is not None
    assert undone.category == "fire"
    assert undone.priority == 1


def test_words_never_calm_what_a_source_called_more_urgent_than_usual() -> None:
    mild = Triage(category="noise", priority=4, words=("berisik",))
    offered = suggestion_of(a_report(category="noise", priority=1, triage=mild), LEXICON)
    assert offered is not None
    assert offered.priority == 0


def test_an_ended_case_is_offered_nothing() -> None:
    offered = suggestion_of(a_report(category="noise", status=Status.CLOSED, triage=SAID), LEXICON)
    assert offered is not None
    assert not offered.differs


def test_words_of_danger_are_those_intake_recorded_and_those_said_later() -> None:
    quiet = a_report(text="ada api", triage=None)
    assert life_words(quiet, LEXICON) == ("api",)
    recorded = a_report(text="ada api", triage=Triage(words=("asap",)))
    assert life_words(recorded, LEXICON) == ()
    answered = replace(recorded, timeline=(Entry(kind="answer", at=T0, text="api lagi"),))
    assert life_words(answered, LEXICON) == ("api",)
    assert suggestion_of(a_report(text="halo", triage=None), LEXICON) is None
    only_words = suggestion_of(quiet, LEXICON)
    assert only_words is not None
    assert only_words.words == ("api",)


HERE = Place(lat=-7.97, lon=112.63)
NAMES = NearestLabels(
    Area(code=code, name=name, lat=lat, lon=112.63, district=district)
    for code, name, lat, district in (
        ("35.73.01.1001", "Tegalrekaan", -7.97, "Rekaloka"),
        ("35.73.02.1001", "Sumberrekaan", -7.90, "Rekajaya"),
        ("35.73.02.1002", "Reka Baru", -7.88, "Rekajaya"),
        ("31.71.01.1001", "Jauhrekaan", -6.20, "Rekatimur"),
    )
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("banjir di Sumberrekaan", "Sumberrekaan"),
        ("laka kel. Reka Baru dekat pasar", "Reka Baru"),
        ("kebakaran kec rekajaya", "Rekajaya"),
        ("banjir di Tegalrekaan", ""),
        ("dari Tegalrekaan ke arah kota, di Tegalrekaan dan di Sumberrekaan", ""),
        ("macet di jalan Sumberrekaan", ""),
        ("Sumberrekaan", ""),
        ("orang dari kel Jauhrekaan", ""),
        ("di rumah saya", ""),
        ("di", ""),
        ("kel", ""),
    ],
)
def test_another_area_named_in_the_text_is_told_and_the_own_one_is_not(text: str, name: str) -> None:
    found = named_elsewhere(a_report(text=text, place=HERE), NAMES)
    assert (found.name if found else "") == name


def test_the_distance_is_to_the_nearest_area_named_and_a_vague_point_is_not_judged() -> None:
    text = "di Sumberrekaan atau di Reka Baru"
    found = named_elsewhere(a_report(text=text, place=HERE), NAMES)
    assert found == Elsewhere(name="Sumberrekaan", distance_m=pytest.approx(7_784, abs=5))
    vague = replace(HERE, accuracy_m=20_000.0)
    assert named_elsewhere(a_report(text=text, place=vague), NAMES) is None
    assert named_elsewhere(a_report(text=text, place=Place()), NAMES) is None


def test_a_text_full_of_places_is_read_to_a_bound() -> None:
    assert named_elsewhere(a_report(text="di sini saja " * 500, place=HERE), NAMES) is None


class Counting:
    """Names that count how often they are searched."""

    def __init__(self) -> None:
        self.searched = 0

    def search(self, name: str, limit: int = 20) -> tuple[Area, ...]:
        self.searched += 1
        return NAMES.search(name, limit)


def test_a_text_shown_again_is_not_searched_again() -> None:
    names = Counting()
    places = NamedPlaces(names)
    report = a_report(text="banjir di Sumberrekaan", place=HERE)
    first, once = places.elsewhere(report), names.searched
    assert first is not None
    assert places.elsewhere(report) == first
    assert names.searched == once
    for number in range(300):
        places.elsewhere(replace(report, text=f"kel r{number}"))
    assert places.elsewhere(report) == first
    assert NamedPlaces(None).elsewhere(report) is None
    assert places.elsewhere(replace(report, status=Status.CLOSED)) is None
