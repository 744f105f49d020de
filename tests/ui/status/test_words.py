"""Whatever stops sending or is refused has words in both languages and a button."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from console.desk.attention import Attention
from console.desk.way_back import Help, help_for
from console.domain.conflict import WayOut
from console.domain.decision import Reason, refuse
from console.ui.status.notice import MILD, SEVERE
from console.ui.status.words import help_word, trouble_advice, trouble_title
from console.ui.texts.language import Language
from console.ui.texts.refusals import refusal_words
from tests.house import tree

ROOT = Path(__file__).resolve().parents[3]
FAMILIES = {"NetworkFault", "AccessFault"}
OF_THE_DESK = {"stalled", "server_restored", "clock_off", "second_copy", "ledger_behind", "taken_over", "stuck",
               "earlier"}  # fmt: skip
AT_THE_DOOR = {"wrong_passphrase"}
"""What only a person signing in can meet."""
OF_THE_TILES = {"tile_refused"}
"""Of the organisation's tile server: told in the map's note, it is no trouble of the line."""
PARAMS = ("waiting", "seconds", "tries", "by", "reason", "count", "names")


def codes_of_the_line() -> set[str]:
    """Every code with which a request to the server can fail, as the client names it."""
    found: set[str] = set()
    for file in tree.python_files("console/remote"):
        for node in ast.walk(tree.tree(file)):
            if isinstance(node, ast.Call) and tree.dotted(node.func).split(".")[-1] in FAMILIES:
                found |= set(_texts(node.args[0]))
            if isinstance(node, ast.Assign) and [tree.dotted(target) for target in node.targets] == ["code"]:
                found |= set(_texts(node.value))
    return {code for code in found if code.replace("_", "").isalpha()} - AT_THE_DOOR - OF_THE_TILES


def _texts(below: ast.AST) -> Iterator[str]:
    for node in ast.walk(below):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


@pytest.fixture
def language(qapp) -> Iterator[Language]:
    spoken = Language(qapp, ROOT / "resources" / "translations")
    yield spoken
    spoken.speak("en")
    spoken.deleteLater()


def both(language: Language, words: Callable[[], str]) -> tuple[str, str]:
    language.speak("en")
    english = words()
    language.speak("id")
    return english, words()


def entry(kind: str) -> Attention:
    params = tuple((name, "7") for name in PARAMS)
    return Attention(kind=kind, at=None, number="KJ-2611-0001", op="report.claim", report_id="r", params=params)


def test_the_codes_are_found() -> None:
    assert {"unreachable", "timeout", "busy", "server_error", "bad_answer", "certificate", "desk_refused",
            "session_ended", "forbidden"} <= codes_of_the_line()  # fmt: skip


def test_every_trouble_says_what_and_why_and_offers_something(language: Language) -> None:
    plain = both(language, lambda: trouble_title(entry("unheard_of")))
    for kind in sorted(codes_of_the_line() | OF_THE_DESK | set(SEVERE) | set(MILD)):
        for words in (trouble_title, trouble_advice):
            english, indonesian = both(language, lambda words=words, kind=kind: words(entry(kind)))
            assert english, kind
            assert english != indonesian, kind
            assert "{" not in english + indonesian, kind
        assert both(language, lambda kind=kind: trouble_title(entry(kind))) != plain, kind
        assert help_for(entry(kind)), kind


def test_what_nobody_has_words_for_can_still_be_tried_again(language: Language) -> None:
    assert all(both(language, lambda: trouble_advice(entry("unheard_of"))))
    assert help_for(entry("unheard_of")) == (Help.RETRY,)


def test_every_offer_has_a_word_of_its_own(language: Language) -> None:
    said = [both(language, help_word(offer)) for offer in Help]
    assert len(set(said)) == len(said)
    assert all(english != indonesian for english, indonesian in said)
    assert set(WayOut)


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_is_told_in_both_languages(language: Language, reason: Reason) -> None:
    english, indonesian = both(language, lambda: refusal_words(refuse(reason, number="KJ-1", holder="Budi", by="Budi")))
    assert english != indonesian
    assert len(english) > 12
