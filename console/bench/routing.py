"""How often word rules name the right category or agency for the texts of a labelled file.

    main.py bench routing --rules shipped --cases cases.csv

- `--cases`: CSV with the columns `text` and `label`. A label is a category (its id, or its word in English or
  Indonesian) or an agency (its id, short or full name of `--facts`, or *polisi*); upper case, blanks and signs do not
  matter.
- A category is right when it is the one the rules put first (*other* when they name none). An agency is right when
  that category goes to it first, by the `routing` of `--facts`; what goes to nobody is the police's own.
- A row without text, with another number of columns or an unknown label is told with its line and left out; the
  measurement then ends with 1. The accuracy itself is a figure, not a pass. The baseline is the most frequent label of
  the file, always guessed.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from console import paths
from console.contract.word_files import read_words
from console.domain.category import CATEGORIES
from console.domain.errors import InputFault
from console.domain.triage import Lexicon, WordRules, suggest
from console.server.demo_facts import CityFacts, read_city
from console.ui.texts.cases import category_word

_POLICE = "police"
_POLICE_NAMES = ("polisi", "polri", "polres", "polresta", "polsek", "kepolisian", _POLICE)


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled text: line in its file from 1, and what is right: a category, an agency's id or 'police'."""

    line: int
    text: str
    wanted: str
    is_category: bool


def run(args: list[str]) -> int:
    """Measure, print one JSON object a line; 1 when rows were left out or none is there.

    Raises:
        InputFault: a file cannot be read, or lacks its columns.
    """
    parser = argparse.ArgumentParser(prog="bench routing")
    parser.add_argument("--rules", default="shipped", help="word rules: a file, a folder of files, or shipped")
    parser.add_argument("--cases", type=Path, required=True, help="CSV with the columns text and label")
    parser.add_argument("--facts", type=Path, default=None, help="folder of the demo city's facts (its agencies)")
    chosen = parser.parse_args(args)
    lexicon = Lexicon(shipped_words() if chosen.rules == "shipped" else read_words(Path(chosen.rules)))
    facts, _ = read_city(chosen.facts or paths.resources() / "demo")
    labels = _labels(facts)
    cases: list[Case] = []
    broken = 0
    for found in read_cases(chosen.cases, labels):
        if isinstance(found, str):
            broken += 1
            print(f"bench routing: {found}", file=sys.stderr)
        else:
            cases.append(found)
    for name, some in (
        ("routing.category_top1", [case for case in cases if case.is_category]),
        ("routing.agency_top1", [case for case in cases if not case.is_category]),
        ("routing.top1", cases),
    ):
        if some:
            _say(name, [_is_right(case, lexicon, facts) for case in some], [case.wanted for case in some])
    print(json.dumps({"name": "routing.rows_left_out", "value": broken, "unit": "rows", "baseline": None,
                      "ratio": None}), flush=True)  # fmt: skip
    return 1 if broken or not cases else 0


def shipped_words() -> WordRules:
    """The word rules in resources/words."""
    return read_words(paths.resources() / "words")


def read_cases(file: Path, labels: dict[str, tuple[str, bool]]) -> Iterator[Case | str]:
    """The usable rows of a file in their order, and a sentence for each other one.

    Raises:
        InputFault: it cannot be read, or lacks its columns.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputFault("cases_unusable", f"--cases: {file}: {error}", field="cases") from error
    head = text.split("\n", 1)[0]
    reader = csv.DictReader(text.splitlines(keepends=True), delimiter=";" if head.count(";") > head.count(",") else ",")
    names = {(name or "").strip().lower(): name for name in reader.fieldnames or ()}
    if not {"text", "label"} <= set(names):
        raise InputFault("cases_unusable", f"--cases: {file.name}: needs the columns text and label", field="cases")
    for row in reader:
        line = reader.line_num
        said, label = row.get(names["text"]), row.get(names["label"])
        if not isinstance(said, str) or not isinstance(label, str) or None in row:
            yield f"{file.name}: line {line}: another number of columns than the head"
        elif not said.strip():
            yield f"{file.name}: line {line}, text: is empty"
        elif (known := labels.get(_bare(label))) is None:
            yield f"{file.name}: line {line}, label: {label.strip()[:60]!r} is no category or agency known here"
        else:
            yield Case(line, said, *known)


def _labels(facts: CityFacts) -> dict[str, tuple[str, bool]]:
    """What each label means: (agency id or category, whether it is a category); a category's names win."""
    found: dict[str, tuple[str, bool]] = dict.fromkeys(_POLICE_NAMES, (_POLICE, False))
    for agency in facts.agencies:
        for name in (agency.name, agency.short_name, agency.id):
            found[_bare(name)] = (agency.id, False)
    translated = _indonesian()
    for category in CATEGORIES:
        english = category_word(category)
        for name in (english, translated.get(english, category), category):
            found[_bare(name)] = (category, True)
    return found


def _indonesian() -> dict[str, str]:
    tree = ElementTree.parse(paths.resources() / "translations" / "console_id.ts").getroot()  # noqa: S314 -- our own file
    return {
        message.findtext("source", ""): message.findtext("translation", "")
        for context in tree.iter("context")
        if context.findtext("name") == "category"
        for message in context.iter("message")
    }


def _bare(label: str) -> str:
    return "".join(each for each in label.casefold() if each.isalnum())


def _is_right(case: Case, lexicon: Lexicon, facts: CityFacts) -> bool:
    suggestion = suggest(case.text, lexicon)
    category = (suggestion.category if suggestion else "") or "other"
    if case.is_category:
        return category == case.wanted
    return next(iter(facts.routing.get(category, ())), _POLICE) == case.wanted


def _say(name: str, right: list[bool], wanted: list[str]) -> None:
    accuracy = sum(right) / len(right)
    always = Counter(wanted).most_common(1)[0][1] / len(wanted)
    line = {"name": name, "value": round(accuracy, 4), "unit": "share", "baseline": round(always, 4),
            "ratio": round(accuracy / always, 3), "rows": len(right)}  # fmt: skip
    print(json.dumps(line), flush=True)
