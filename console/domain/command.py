"""What was typed into the command bar as a decision, or which word is not understood.

Why so long: a line is read from the left by one small reader, and every slot's way of reading stands beside the others.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from console.domain.command_grammar import VERBS, Slot, Verb

LONGEST_NAME = 8
"""Words a name of two or more words may have."""


LONGEST_VERB = 2
"""Words a verb may have."""


class Misunderstood(StrEnum):
    """Why a line is no command."""

    WORD = "word"
    NO_CASE = "no_case"
    NOTHING_SELECTED = "nothing_selected"
    MISSING = "missing"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A thing that can be named in a line: the first of `names` is how it is written out, `detail` tells it apart."""

    id: str
    names: tuple[str, ...]
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Everything a line may name. `cases(tail)` are the reports whose number ends so; `selected` is the one shown."""

    units: tuple[Named, ...] = ()
    agencies: tuple[Named, ...] = ()
    outcomes: tuple[Named, ...] = ()
    junk: tuple[Named, ...] = ()
    categories: tuple[Named, ...] = ()
    duties: tuple[Named, ...] = ()
    findings: tuple[Named, ...] = ()
    cases: Callable[[str], tuple[Named, ...]]
    selected: Named | None = None

    def of(self, slot: Slot) -> tuple[Named, ...]:
        """The things of a slot that has a list."""
        return {
            Slot.UNIT: self.units,
            Slot.AGENCY: self.agencies,
            Slot.OUTCOME: self.outcomes,
            Slot.JUNK: self.junk,
            Slot.CATEGORY: self.categories,
            Slot.DUTY: self.duties,
            Slot.FINDING: self.findings,
        }.get(slot, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A line understood. `case` is None for a verb about none; `implied` when it is the selected one."""

    verb: Verb
    case: Named | None = None
    implied: bool = False
    said: dict[Slot, tuple[Named, ...]] = field(default_factory=dict)
    text: str = ""

    def first(self, slot: Slot) -> Named | None:
        """What was said for a slot, None when nothing was."""
        found = self.said.get(slot, ())
        return found[0] if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotUnderstood:
    """Nothing is decided: `word` is the one at fault, `choices` whole lines that would be understood, with details."""

    why: Misunderstood
    word: str = ""
    slot: Slot | None = None
    choices: tuple[tuple[str, str], ...] = ()


_HOUR = re.compile(r"(\d{1,2})[:.](\d{2})\Z")
_NUMBER = re.compile(r"(?:[A-Za-z]{2}-)?(?:\d{4}-)?\d+\Z")


def bare(text: str) -> str:
    """Letters and digits only, in lower case: how names are compared."""
    return "".join(each for each in text.casefold() if each.isalnum())


def verb_of(line: str) -> Verb | None:
    """The verb a line begins with, None when it begins with no whole one."""
    words = line.casefold().split()
    # 'hubungi balik' before 'hubungi': the longer verb is the one meant.
    heads = (" ".join(words[:count]) for count in range(min(LONGEST_VERB, len(words)), 0, -1))
    return next((verb for head in heads for verb in VERBS if head in verb.words), None)


def verb_length(line: str, verb: Verb) -> int:
    """How many words of a line that begins with this verb the verb itself takes."""
    words = line.casefold().split()
    most = min(LONGEST_VERB, len(words))
    return max(count for count in range(1, most + 1) if " ".join(words[:count]) in verb.words)


def begins_verb(line: str) -> bool:
    """Whether a line is the beginning of a verb, still unfinished."""
    first = line.casefold()
    return bool(first) and any(word.startswith(first) for verb in VERBS for word in verb.words)


def is_number(line: str) -> bool:
    """Whether a line is a report's number or the tail of one."""
    return bool(_NUMBER.match(line.strip()))


def read(line: str, names: Names) -> Command | NotUnderstood | None:
    """What a line means; None for plain words to search, also after '/'.

    A lone number opens its report. Nothing ambiguous is ever decided: the choices come back as lines.
    """
    verb = verb_of(line)
    if verb is None:
        if is_number(line):
            show = next(each for each in VERBS if each.id == "show")
            return _Reading(show, line.split(), names, "").command()
        return None
    words, taken = line.split(), verb_length(line, verb)
    return _Reading(verb, words[taken:], names, " ".join(words[:taken])).command()


def slots_said(line: str, names: Names) -> frozenset[Slot]:
    """What the whole words of a line that begins with a verb have said so far."""
    verb = verb_of(line)
    if verb is None:
        return frozenset()
    reading = _Reading(verb, line.split()[verb_length(line, verb) :], names, "")
    reading.command()
    return reading.said


class _Reading:
    """One line on its way: words are taken from the left, each by the first slot that knows it."""

    def __init__(self, verb: Verb, words: list[str], names: Names, head: str) -> None:
        self._verb, self._words, self._names, self._head = verb, words, names, head
        self._said: dict[Slot, tuple[Named, ...]] = {}
        self._text = ""

    @property
    def said(self) -> frozenset[Slot]:
        """Slots that have something."""
        return frozenset(self._said)

    def command(self) -> Command | NotUnderstood:
        """The whole line."""
        if Slot.TEXT in self._verb.takes:
            self._text = " ".join(self._words)
            self._words = []
        at = 0
        while at < len(self._words):
            taken = self._take(at)
            if isinstance(taken, NotUnderstood):
                return taken
            at += taken
        return self._whole()

    def _whole(self) -> Command | NotUnderstood:
        for slot in self._verb.takes:
            if slot in self._verb.needs and slot not in self._said:
                return NotUnderstood(why=Misunderstood.MISSING, slot=slot, word=self._verb.id)
        self._say_other()
        case = self._said.get(Slot.CASE, (None,))[0]
        other = self._said.get(Slot.OTHER_CASE, (None,))[0]
        implied = case is None and not self._verb.bare
        if implied:
            case = self._names.selected
            if case is None:
                return NotUnderstood(why=Misunderstood.NOTHING_SELECTED, word=self._verb.id)
        if other is not None and case is not None and other.id == case.id:
            return NotUnderstood(why=Misunderstood.WORD, word=self._words[-1])
        return Command(verb=self._verb, case=case, implied=implied, said=self._said, text=self._text)

    def _say_other(self) -> None:
        """Of two cases a lone one is the other: the selected one is the first."""
        if Slot.OTHER_CASE in self._verb.takes and Slot.OTHER_CASE not in self._said and Slot.CASE in self._said:
            self._said[Slot.OTHER_CASE] = self._said.pop(Slot.CASE)

    def _take(self, at: int) -> int | NotUnderstood:
        """How many words from `at` on one slot took, the longest name first."""
        nearly: NotUnderstood | None = None
        for slot in self._verb.takes:
            if slot in self._said and slot is not Slot.UNIT:
                continue
            if slot in (Slot.CASE, Slot.OTHER_CASE):
                found: tuple[tuple[Named, ...], int] = self._cases(at), 1
            elif slot is Slot.PRIORITY:
                found = _priority(self._words[at]), 1
            elif slot is Slot.HOUR:
                found = _hour(self._words[at]), 1
            else:
                found = self._named(slot, at)
            things, count = found
            if len(things) == 1:
                self._said[slot] = (*self._said.get(slot, ()), things[0])
                return count
            if things and nearly is None:
                nearly = self._ambiguous(slot, at, count, things)
        if nearly is not None:
            return nearly
        word = self._words[at]
        takes_case = Slot.CASE in self._verb.takes and is_number(word)
        return NotUnderstood(why=Misunderstood.NO_CASE if takes_case else Misunderstood.WORD, word=word)

    def _cases(self, at: int) -> tuple[Named, ...]:
        word = self._words[at]
        return self._names.cases(word) if is_number(word) else ()

    def _named(self, slot: Slot, at: int) -> tuple[tuple[Named, ...], int]:
        most = min(LONGEST_NAME, len(self._words) - at)
        nearly: tuple[tuple[Named, ...], int] = (), 1
        for count in range(most, 0, -1):
            found = matching(" ".join(self._words[at : at + count]), self._names.of(slot))
            if len(found) == 1:
                return found, count
            if found and not nearly[0]:
                nearly = found, count
        return nearly

    def _ambiguous(self, slot: Slot, at: int, count: int, things: tuple[Named, ...]) -> NotUnderstood:
        before = [self._head, *self._words[:at]] if self._head else self._words[:at]
        after = self._words[at + count :]
        return NotUnderstood(
            why=Misunderstood.AMBIGUOUS,
            word=" ".join(self._words[at : at + count]),
            slot=slot,
            choices=tuple((" ".join([*before, thing.names[0], *after]), thing.detail) for thing in things[:8]),
        )


def matching(words: str, things: tuple[Named, ...]) -> tuple[Named, ...]:
    """The things called so: by whole name, else by the beginning of one, else by a word within (3 letters or more)."""
    wanted = bare(words)
    if not wanted:
        return ()
    whole = tuple(thing for thing in things if f"\n{wanted}\n" in _bare_names(thing.names))
    begun = whole or tuple(thing for thing in things if begins(thing, wanted))
    if begun or len(wanted) < 3:
        return begun
    return tuple(thing for thing in things if begins_within(thing, wanted))


def begins(thing: Named, wanted: str) -> bool:
    """Whether one of its names begins so; `wanted` is bare."""
    return f"\n{wanted}" in _bare_names(thing.names)


def begins_within(thing: Named, wanted: str) -> bool:
    """Whether a word of one of its names begins so; `wanted` is bare."""
    return f" {wanted}" in _bare_words(thing.names)


# One text a thing, kept: a province's units are compared at every keystroke, and Enter waits for the last of them.
@lru_cache(maxsize=8_192)
def _bare_names(names: tuple[str, ...]) -> str:
    return "".join(f"\n{bare(name)}" for name in names) + "\n"


@lru_cache(maxsize=8_192)
def _bare_words(names: tuple[str, ...]) -> str:
    return "".join(f" {bare(word)}" for name in names for word in name.split())


def _hour(word: str) -> tuple[Named, ...]:
    found = _HOUR.match(word)
    return (Named(id=word, names=(word,)),) if found and int(found[1]) < 24 and int(found[2]) < 60 else ()


def _priority(word: str) -> tuple[Named, ...]:
    digit = word.casefold().removeprefix("p")
    return (Named(id=digit, names=(f"P{digit}",)),) if digit in ("1", "2", "3", "4") else ()
