"""Every text on screen has its Indonesian words, with the same place-holders."""

from __future__ import annotations

import re

import pytest

from tests.house import tree, words

PLACES = re.compile(r"%n|%L?\d|\{[^{}]*\}")


@pytest.fixture(scope="module")
def indonesian() -> dict[words.Key, words.Entry]:
    return words.load(tree.ROOT / words.INDONESIAN)


@pytest.fixture(scope="module")
def on_screen() -> dict[words.Key, words.Entry]:
    return words.extract()


def test_the_indonesian_file_holds_every_text(
    on_screen: dict[words.Key, words.Entry], indonesian: dict[words.Key, words.Entry]
) -> None:
    assert on_screen
    new = [f"{context}: {source!r}" for context, source, comment in on_screen.keys() - indonesian.keys()]
    gone = [f"{context}: {source!r}" for context, source, comment in indonesian.keys() - on_screen.keys()]
    assert not new, "type 'make words', then translate:\n" + "\n".join(sorted(new))
    assert not gone, "type 'make words'; no longer on screen:\n" + "\n".join(sorted(gone))


def test_every_text_is_translated(indonesian: dict[words.Key, words.Entry]) -> None:
    bare = [f"{key[0]}: {key[1]!r}" for key, entry in indonesian.items() if not entry.finished or not all(entry.forms)]
    assert not bare, "without Indonesian words:\n" + "\n".join(bare)


def test_translations_keep_the_place_holders(indonesian: dict[words.Key, words.Entry]) -> None:
    wrong = [
        f"{source!r} -> {form!r}"
        for (_, source, _), entry in indonesian.items()
        for form in entry.forms
        if form and sorted(PLACES.findall(form)) != sorted(PLACES.findall(source))
    ]
    assert not wrong, "\n".join(wrong)
