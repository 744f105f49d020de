"""What word rules suggest of a text: category, priority, and the words that say so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from console.domain.category import CATEGORIES, category_of
from console.domain.triage.lexicon import Lexicon, Match

LEAST_WEIGHT = 3
"""Words that weigh less name no category: 'motor' alone is no accident."""

_STRONGEST = 2
"""How often the strongest word counts again: one clear word outweighs several vague ones."""

KEPT_WORDS = 12
"""Most matched words a suggestion names; a report travels, and nobody reads more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Triage:
    """A suggestion as intake recorded it: never changed afterwards, so what is saved is what was shown.

    `category` '' and `priority` 0: the rules said nothing of it. `words` as the text has them; `life` those of danger
    to life, `unchecked` those of a regional language that no speaker of it has checked. `rules` is the rules' revision.
    """

    category: str = ""
    priority: int = 0
    words: tuple[str, ...] = ()
    life: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()
    rules: int = 0


_CAUTION = 14
"""A matter of life wins over one that can wait though its words weigh a quarter less: 13 against 10."""


def suggest(text: str, lexicon: Lexicon, category: str = "") -> Triage | None:
    """What the rules say of a text; None when none of their words stands in it.

    The category is the one whose words weigh most, the strongest of them thrice, more serious ones a little more.
    The priority is that category's own (one less urgent when all that names it is calm), or what a word raises it to;
    `category` instead is one that is certain already.
    """
    matches = [match for match in lexicon.matches(text) if match.entry.says_something]
    if not matches:
        return None
    guessed = _category(matches)
    return Triage(
        category=guessed,
        priority=_priority(matches, category or guessed),
        words=_named(match.written for match in matches),
        life=_named(match.written for match in matches if match.entry.life and not match.calm),
        unchecked=_named(match.written for match in matches if match.unchecked),
        rules=lexicon.rules.revision,
    )


def _category(matches: Iterable[Match]) -> str:
    weights: dict[str, dict[str, int]] = {}
    for match in matches:
        entry = match.entry
        if entry.category in CATEGORIES and entry.weight:
            said = weights.setdefault(entry.category, {})
            said[match.written] = max(entry.weight, said.get(match.written, 0))
    sums = {each: _STRONGEST * max(said.values()) + sum(said.values()) for each, said in weights.items()}
    order = list(CATEGORIES)
    likely = [each for each in sums if sums[each] >= (_STRONGEST + 1) * LEAST_WEIGHT]
    return max(
        likely, key=lambda each: (sums[each] * (_CAUTION - CATEGORIES[each].priority), -order.index(each)), default=""
    )


def _priority(matches: Iterable[Match], category: str) -> int:
    raised = [match.entry.priority for match in matches if match.entry.priority and not match.calm]
    if category:
        naming = [match for match in matches if match.entry.category == category]
        calm = bool(naming) and all(match.calm for match in naming)
        raised.append(min(4, category_of(category).priority + calm))
    return min(raised, default=0)


def _named(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))[:KEPT_WORDS]
