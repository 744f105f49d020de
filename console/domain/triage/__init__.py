"""Word rules: from a text to a suggested category and priority, with the words behind it."""

from console.domain.triage.lexicon import Lexicon, Match
from console.domain.triage.suggestion import Triage, suggest
from console.domain.triage.words import Language, WordEntry, WordRules, fault_in, merged

__all__ = ["Language", "Lexicon", "Match", "Triage", "WordEntry", "WordRules", "fault_in", "merged", "suggest"]
