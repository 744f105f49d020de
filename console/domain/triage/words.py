"""Word rules as data: an administrator edits them, the server keeps them, desks are told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from console.domain.category import CATEGORIES
from console.domain.triage.reading import plain_words


class Language(StrEnum):
    """What a word belongs to; chat is a spelling of Indonesian, slang the street's and the police's own words."""

    INDONESIAN = "id"
    CHAT = "chat"
    SLANG = "slang"
    JAVANESE = "jv"
    SUNDANESE = "su"
    BATAK = "btk"


@dataclass(frozen=True, slots=True, kw_only=True)
class WordEntry:
    """Words or phrases that say the same thing.

    `means`: they are only another spelling of these Indonesian words, whose own entries then count. `weight` 0..10 is
    how strongly they point to `category` ('' to none), `priority` what they raise a report to at least (0: nothing).
    `life`: a life may be in danger. `unless`: beside one of these, or inside it, they say nothing ('mati' beside
    'lampu'). `calmed_by`: in a sentence with one of these behind them they still name the category, but no danger
    ('kebakaran … sudah padam'). `near`: they count only within NEAR_WORDS of one of these in the sentence ('hilang'
    near 'motor'). `negatable`: 'tidak ada korban' names no victim. `checked` by a speaker of the language. Words that
    say nothing of all this only keep shorter ones inside them quiet ('rumah sakit').
    """

    words: tuple[str, ...]
    language: Language = Language.INDONESIAN
    means: str = ""
    category: str = ""
    weight: int = 0
    priority: int = 0
    life: bool = False
    unless: tuple[str, ...] = ()
    calmed_by: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    negatable: bool = True
    checked: bool = False

    @property
    def says_something(self) -> bool:
        """Whether it names a category, a priority or a danger."""
        return bool(self.category or self.priority or self.life)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRules:
    """All word rules of a site; `edited` once an administrator changed them: then no release replaces them.

    `negations` stand before a word and take it back; `calming` phrases calm every word before them in the sentence.
    """

    id: str = "words"
    revision: int = 0
    edited: bool = False
    entries: tuple[WordEntry, ...] = ()
    negations: tuple[str, ...] = ()
    calming: tuple[str, ...] = ()


NEAR_WORDS = 8
"""How many words may lie between a word and what it must stand near."""

MAX_ENTRIES = 5_000
MAX_WORDS = 200
"""Entries of a site and words of one entry: bounds against a broken file, thirty times what we ship."""


def merged(parts: Iterable[WordRules]) -> WordRules:
    """Several files' rules as one, in their order."""
    found = WordRules()
    for part in parts:
        found = replace(
            found,
            entries=(*found.entries, *part.entries),
            negations=(*found.negations, *part.negations),
            calming=(*found.calming, *part.calming),
        )
    return found


def fault_in(rules: WordRules) -> tuple[str, str] | None:
    """The first field that cannot stand and what it must be; None when all can."""
    if len(rules.entries) > MAX_ENTRIES:
        return "entries", f"at most {MAX_ENTRIES}"
    for name, phrases in (("negations", rules.negations), ("calming", rules.calming)):
        if (place := _wordless(phrases)) is not None:
            return f"{name}[{place}]", "at least one word"
    for number, entry in enumerate(rules.entries):
        found = _fault_in_entry(entry)
        if found is not None:
            return f"entries[{number}].{found[0]}", found[1]
    return None


def _fault_in_entry(entry: WordEntry) -> tuple[str, str] | None:
    if not 1 <= len(entry.words) <= MAX_WORDS:
        return "words", f"1 to {MAX_WORDS} words or phrases"
    for name, phrases in (("words", entry.words), ("unless", entry.unless), ("calmed_by", entry.calmed_by),
                          ("near", entry.near)):  # fmt: skip
        if (place := _wordless(phrases)) is not None:
            return f"{name}[{place}]", "at least one word"
    if entry.means and not plain_words(entry.means):
        return "means", "at least one word"
    if entry.means and any(len(plain_words(words)) != 1 for words in entry.words):
        return "words", "single words, where they are another spelling"
    if entry.category and entry.category not in CATEGORIES:
        return "category", "one of this center's categories"
    if not 0 <= entry.weight <= 10:
        return "weight", "0 to 10"
    if not 0 <= entry.priority <= 4:
        return "priority", "1 to 4, or 0 for none"
    return None


def _wordless(phrases: tuple[str, ...]) -> int | None:
    return next((place for place, phrase in enumerate(phrases) if not plain_words(phrase)), None)
