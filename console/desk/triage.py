"""What a report's words suggest, as the case shows it; the site's rules as last heard of."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from typing import Protocol

from console.domain.category import category_of
from console.domain.life_safety import life_words
from console.domain.report import Report
from console.domain.triage import Lexicon, Triage, WordRules, suggest


class WordSource(Protocol):
    """What keeps the site's rules (the store, by shape); any thread."""

    def word_rules(self, newer_than: int) -> WordRules | None:
        """The site's word rules, None when there are none of a greater revision."""


class Words:
    """The site's word rules made ready, and again when another revision came. Any thread but the GUI's."""

    def __init__(self, source: WordSource, shipped: WordRules | None = None) -> None:
        """`shipped` serve until the server told the site's own."""
        self._source = source
        self._lock = threading.Lock()
        self._shipped = shipped or WordRules()
        self._lexicon: Lexicon | None = None

    def lexicon(self) -> Lexicon:
        """The rules in force at this desk."""
        with self._lock:
            known = self._lexicon
            newer = self._source.word_rules(known.rules.revision if known is not None else -1)
            if newer is not None:
                known = self._lexicon = Lexicon(newer)
            elif known is None:
                known = self._lexicon = Lexicon(self._shipped)
            return known

    def suggest(self, text: str, category: str = "") -> Triage | None:
        """What they say of words just typed (call taking); `category` when one is certain already."""
        return suggest(text, self.lexicon(), category)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A suggestion beside what stands: `category` '' and `priority` 0 where there is nothing to take over.

    `words`, `life` and `unchecked` as domain.triage.Triage, words of danger first; `life` holds later answers' too.
    `danger` is whether there is such a word; it stays known where the words themselves are covered.
    """

    category: str
    priority: int
    words: tuple[str, ...]
    life: tuple[str, ...]
    unchecked: tuple[str, ...]
    danger: bool

    @property
    def differs(self) -> bool:
        """Whether there is something to take over."""
        return bool(self.category or self.priority)

    @property
    def covered(self) -> Suggestion:
        """The same without any word of the text: for a sensitive case nobody opened yet."""
        return replace(self, words=(), life=(), unchecked=())


def suggestion_of(report: Report, lexicon: Lexicon) -> Suggestion | None:
    """What intake recorded, measured against the case as it stands now; None without a word of the rules.

    Once a person chose a category or a priority, it is his: nothing is offered against it.
    """
    life = life_words(report, lexicon)
    triage = report.triage
    if triage is None:
        return Suggestion(category="", priority=0, words=life, life=life, unchecked=(), danger=True) if life else None
    chosen = {entry.kind for entry in report.timeline if not entry.undone} | _chosen_at_filing(report)
    free = not report.ended
    category = triage.category if free and "report.category" not in chosen else ""
    priority = triage.priority if free and "report.priority" not in chosen else 0
    return Suggestion(
        category=category if category != report.category else "",
        priority=priority if priority != report.priority and _may_take(report, triage) else 0,
        words=tuple(dict.fromkeys((*life, *triage.words))),
        life=life,
        unchecked=triage.unchecked,
        danger=bool(life),
    )


def _chosen_at_filing(report: Report) -> set[str]:
    """What the person who took the call chose himself, as the ops that would choose it later."""
    filed = next((entry for entry in report.timeline if entry.kind == "report.file"), None)
    chose = filed.params.get("chose", "").split(",") if filed is not None else []
    return {f"report.{name}" for name in chose if name}


def _may_take(report: Report, triage: Triage) -> bool:
    """A source that says more urgent than the words keeps its word: words never calm what somebody saw."""
    return triage.priority < report.priority or report.priority == category_of(report.category).priority
