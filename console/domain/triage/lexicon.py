"""Word rules made ready to be found in texts: which words stand there, and which count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from console.domain.triage.reading import Token, plain_words, read, spellings
from console.domain.triage.words import NEAR_WORDS, Language, WordEntry, WordRules

Phrase = tuple[str, ...]
_CALM_WITHIN = 2
"""A calming phrase before a word counts only this close to it: 'sudah padam apinya'."""
_REGIONAL = frozenset({Language.JAVANESE, Language.SUNDANESE, Language.BATAK})
_OR = frozenset({"atau", "maupun", "ataupun"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Words of an entry found in a text: as written there, words `start` to `end` of it; `calm`: without danger.

    `unchecked`: they belong to a regional language, and no speaker of it has checked the entry.
    """

    entry: WordEntry
    written: str
    start: int
    end: int
    calm: bool = False
    unchecked: bool = False


class _Found(NamedTuple):
    """Where a phrase stands."""

    phrase: Phrase
    start: int
    end: int


class _Phrases:
    """Phrases by their first word, the longest first."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._by_first: dict[str, list[Phrase]] = {}
        for phrase in sorted(set(phrases), key=len, reverse=True):
            self._by_first.setdefault(phrase[0], []).append(phrase)

    def find(self, words: Sequence[str]) -> list[_Found]:
        """Every place a phrase stands at, by where it begins, longer ones first."""
        found = []
        for start, word in enumerate(words):
            for phrase in self._by_first.get(word, ()):
                end = start + len(phrase)
                if len(phrase) == 1 or tuple(words[start:end]) == phrase:
                    found.append(_Found(phrase, start, end))
        return found


class _Standing:
    """The phrases standing in one text, by where they begin and end: a long hostile text stays cheap."""

    def __init__(self, tokens: list[Token], found: list[_Found], longest: int) -> None:
        self.tokens, self.found, self._longest = tokens, found, longest
        self._by_start: dict[int, list[_Found]] = {}
        self.by_end: dict[int, list[_Found]] = {}
        self._last: dict[tuple[Phrase, int], int] = {}
        for each in found:
            self._by_start.setdefault(each.start, []).append(each)
            self.by_end.setdefault(each.end, []).append(each)
            self._last[each.phrase, tokens[each.start].sentence] = each.start

    def touching(self, found: _Found) -> Iterable[_Found]:
        """Phrases that overlap it or stand directly beside it."""
        for start in range(found.start - self._longest, found.end + 1):
            yield from (other for other in self._by_start.get(start, ()) if other.end >= found.start)

    def near(self, phrases: frozenset[Phrase], found: _Found) -> bool:
        """Whether one of the phrases begins within NEAR_WORDS of it in the same sentence."""
        sentence = self.tokens[found.start].sentence
        around = range(found.start - NEAR_WORDS - 1, min(found.end + NEAR_WORDS + 1, len(self.tokens)))
        return any(
            other.phrase in phrases and self.tokens[other.start].sentence == sentence
            for start in around
            for other in self._by_start.get(start, ())
        )

    def behind(self, phrases: Iterable[Phrase], found: _Found) -> bool:
        """Whether one of the phrases follows in the same sentence."""
        sentence = self.tokens[found.start].sentence
        return any(self._last.get((phrase, sentence), -1) >= found.end for phrase in phrases)

    def before(self, phrases: frozenset[Phrase], found: _Found, within: int = 1) -> bool:
        """Whether one of the phrases ends less than `within` words before it in the same clause."""
        clause = self.tokens[found.start].clause
        return any(
            other.phrase in phrases and self.tokens[other.start].clause == clause
            for gap in range(within)
            for other in self.by_end.get(found.start - gap, ())
        )


class Lexicon:
    """Finds the entries of a site's rules in texts; immutable, any thread."""

    def __init__(self, rules: WordRules) -> None:
        self.rules = rules
        self._entries: dict[Phrase, list[WordEntry]] = {}
        self._means: dict[str, tuple[Phrase, bool]] = {}
        for entry in rules.entries:
            for phrase in _phrases(entry.words):
                if entry.means and len(phrase) == 1:
                    self._means.setdefault(phrase[0], (plain_words(entry.means), not _is_unchecked(entry)))
                elif not entry.means:
                    self._entries.setdefault(phrase, []).append(entry)
        self._negations, self._calming = _phrases(rules.negations), _phrases(rules.calming)
        self._unless = {id(entry): _phrases(entry.unless) for entry in rules.entries if entry.unless}
        self._near = {id(entry): _phrases(entry.near) for entry in rules.entries if entry.near}
        self._calmed = {id(entry): _phrases(entry.calmed_by) | self._calming for entry in rules.entries}
        phrases = frozenset(self._entries).union(
            self._negations, self._calming, *self._unless.values(), *self._calmed.values(), *self._near.values()
        )
        self._known = {word for phrase in phrases for word in phrase} | set(self._means)
        self._longest = max(map(len, phrases), default=0)
        self._phrases = _Phrases(phrases)

    def matches(self, text: str) -> tuple[Match, ...]:
        """What counts in a text, in its order; words taken back by a negation or what stands beside them are out."""
        tokens, unchecked = self._understood(read(text))
        standing = _Standing(tokens, self._phrases.find([token.word for token in tokens]), self._longest)
        kept: list[Match] = []
        negated_to = -1
        for found in standing.found:
            entries = self._entries.get(found.phrase)
            if entries is None or self._inside(found, standing):
                continue
            negated = standing.before(self._negations, found) or _goes_on(tokens, negated_to, found.start)
            for entry in entries:
                if negated and entry.negatable:
                    negated_to = found.end
                elif not self._silenced(entry, found, standing):
                    kept.append(self._match(entry, found, standing, unchecked))
        return tuple(kept)

    def _understood(self, tokens: list[Token]) -> tuple[list[Token], set[int]]:
        """Other spellings as what they mean; which of the words are regional ones nobody checked."""
        understood: list[Token] = []
        unchecked: set[int] = set()
        for token in tokens:
            word = token.word
            if word not in self._known:
                word = next((form for form in spellings(word) if form in self._known), word)
            meaning = self._means.get(word)
            if meaning is None:
                understood.append(token if word == token.word else token._replace(word=word))
                continue
            phrase, checked = meaning
            if not checked:
                unchecked.update(range(len(understood), len(understood) + len(phrase)))
            understood.append(token._replace(word=phrase[0]))
            understood.extend(token._replace(word=more, written="") for more in phrase[1:])
        return understood, unchecked

    def _match(self, entry: WordEntry, found: _Found, standing: _Standing, unchecked: set[int]) -> Match:
        calming, places = self._calmed[id(entry)], range(found.start, found.end)
        return Match(
            entry=entry,
            written=" ".join(standing.tokens[place].written for place in places).strip(),
            start=found.start,
            end=found.end,
            calm=standing.behind(calming, found) or standing.before(calming, found, _CALM_WITHIN),
            unchecked=_is_unchecked(entry) or not unchecked.isdisjoint(places),
        )

    def _silenced(self, entry: WordEntry, found: _Found, standing: _Standing) -> bool:
        unless, near = self._unless.get(id(entry)), self._near.get(id(entry))
        if near is not None and not standing.near(near, found):
            return True
        return unless is not None and any(other.phrase in unless for other in standing.touching(found))

    def _inside(self, found: _Found, standing: _Standing) -> bool:
        """Whether a longer phrase of the entries holds it: 'mati lampu' is not 'mati'."""
        return any(
            len(other.phrase) > len(found.phrase)
            and other.start <= found.start
            and found.end <= other.end
            and other.phrase in self._entries
            for other in standing.touching(found)
        )


def _is_unchecked(entry: WordEntry) -> bool:
    return entry.language in _REGIONAL and not entry.checked


def _phrases(written: Iterable[str]) -> frozenset[Phrase]:
    return frozenset(words for words in map(plain_words, written) if words)


def _goes_on(tokens: list[Token], negated_to: int, start: int) -> bool:
    """'tidak ada korban luka atau tewas': what follows a negated word at once, or after an 'or', is negated too."""
    if negated_to < 0 or tokens[start].clause != tokens[negated_to - 1].clause or start - negated_to > 1:
        return False
    return all(token.word in _OR for token in tokens[negated_to:start])
