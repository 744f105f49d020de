"""Word rules into a file and out of one: another center, a speaker, a copy before."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from console.contract.word_files import read_words, words_as_file
from console.domain.errors import StoreFault
from console.domain.triage import WordRules


def export_words(rules: WordRules, file: Path) -> int:
    """Write the rules as the files in resources/words are written; returns how many entries.

    Raises:
        StoreFault: `export_failed`.
    """
    try:
        file.write_bytes(words_as_file(rules))
    except OSError as error:
        why = error.strerror or str(error)
        raise StoreFault("export_failed", f"{file.name} cannot be written: {why}", path=str(file)) from error
    return len(rules.entries)


def import_words(file: Path, now: WordRules) -> WordRules:
    """The rules of a file in place of those in force, not saved yet.

    Raises:
        InputFault: `words_unusable`, naming the file, the field and what it must be.
    """
    read = read_words(file)
    return replace(now, entries=read.entries, negations=read.negations, calming=read.calming)
